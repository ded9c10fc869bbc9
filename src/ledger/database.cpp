// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/database.h"

#include "base/faultpoint.h"
#include "ledger/migrations.h"
#include "ledger/words.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QSqlError>
#include <QSqlRecord>
#include <QThreadPool>
#include <QUuid>
#include <QtConcurrentRun>
#include <QtEndian>

namespace ledger {

namespace {

using base::ErrorCode;

//! "LKey" in the file's header: says whose database it is.
constexpr quint32 applicationId = 0x4C4B6579;
//! Changes after which the write-ahead log is folded into the file.
constexpr int changesBetweenFolds = 400;

//! A file up to this size is checked at each opening.
constexpr qint64 alwaysChecked = 8LL * 1024 * 1024;

//! What the file says about itself before SQLite has opened (and perhaps changed) it.
struct Header
{
    bool isEmpty = true;
    bool isSqlite = false;
    quint32 userVersion = 0;
    quint32 applicationId = 0;
};

base::Result<Header> headerOf(const QString &path)
{
    Header header;
    QFile file(path);
    if (!file.exists())
        return header;
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(ErrorCode::Denied,
                          Words::tr("%1 cannot be read: %2.").arg(path, file.errorString()),
                          Words::tr("Check who may read it."));
    }
    const QByteArray bytes = file.read(100);
    header.isEmpty = bytes.isEmpty();
    header.isSqlite = bytes.size() == 100 && bytes.startsWith("SQLite format 3");
    if (header.isSqlite) {
        header.userVersion = qFromBigEndian<quint32>(bytes.constData() + 60);
        header.applicationId = qFromBigEndian<quint32>(bytes.constData() + 68);
    }
    return header;
}

base::Error newer(const QString &path)
{
    return {ErrorCode::Unsupported,
            Words::tr("%1 was written by a newer Latchkey.").arg(path),
            Words::tr("Update Latchkey, or move the file away to begin a new one."),
            {}};
}

base::Error damaged(const QString &path)
{
    return {ErrorCode::Corrupt,
            Words::tr("%1 is damaged.").arg(path),
            Words::tr("Move it away and start again: accounts and secrets are not in it, and the "
                      "activity list is made again from the audit files."),
            {}};
}

//! Makes the file for this user alone; SQLite gives its helper files the same mode.
base::Result<> makePrivate(const QString &path)
{
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::ReadWrite)) {
        return base::fail(ErrorCode::Denied,
                          Words::tr("%1 cannot be written: %2.").arg(path, file.errorString()),
                          Words::tr("Check the free space and who may write into that folder."));
    }
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

//! Folds the write-ahead log into the file; in a worker thread, with a connection of its own.
void fold(const QString &path)
{
    const QString name = QUuid::createUuid().toString();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        if (database.open())
            QSqlQuery(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"), database);
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace

Database::Database(QString path)
    : m_path(std::move(path))
    , m_connection(QUuid::createUuid().toString())
{}

Database::~Database()
{
    m_folding.waitForFinished();
    m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

base::Result<std::unique_ptr<Database>> Database::open(const QString &path)
{
    TRY(const Header header, headerOf(path));
    if (!header.isEmpty && !header.isSqlite)
        return base::fail(damaged(path));
    if (header.userVersion > quint32(migrations().size()))
        return base::fail(newer(path));
    if (header.applicationId != 0 && header.applicationId != applicationId) {
        return base::fail(ErrorCode::Unsupported,
                          Words::tr("%1 is another program's database.").arg(path),
                          Words::tr("Move it away, then start again."));
    }
    TRY_VOID(makePrivate(path));
    std::unique_ptr<Database> database(new Database(path));
    // Closing in order folds the log in and removes it.
    database->m_wasCut = QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    TRY_VOID(database->connect());
    TRY_VOID(database->check());
    TRY_VOID(database->migrate());
    return database;
}

base::Result<> Database::connect()
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
    if (!m_database.open())
        return base::fail(toError(m_database.lastError()));
    for (const char *pragma : {"PRAGMA journal_mode = WAL",
                               "PRAGMA synchronous = NORMAL",
                               "PRAGMA foreign_keys = ON",
                               // Folding waits for the disk: see foldSometimes(). This is the end
                               // of patience if that never gets through.
                               "PRAGMA wal_autocheckpoint = 20000"}) {
        TRY_VOID(run(QString::fromLatin1(pragma)));
    }
    return {};
}

base::Result<> Database::check()
{
    // A large file that was closed in order is not read through at every start; what is wrong with
    // it shows when it is used.
    if (m_wasCut || QFileInfo(m_path).size() < alwaysChecked) {
        TRY(auto integrity, run(QStringLiteral("PRAGMA quick_check(1)")));
        if (!integrity.next() || integrity.value(0).toString() != QLatin1String("ok"))
            return base::fail(damaged(m_path));
    }
    TRY(auto version, run(QStringLiteral("PRAGMA user_version")));
    m_version = version.next() ? version.value(0).toInt() : 0;
    if (m_version > migrations().size()) // what only the write-ahead log says
        return base::fail(newer(m_path));
    return {};
}

base::Result<> Database::migrate()
{
    if (m_version == 0) {
        TRY_VOID(run(QStringLiteral("PRAGMA application_id = %1").arg(applicationId)));
        TRY_VOID(
            run(QStringLiteral("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY,"
                               " name TEXT NOT NULL, applied_at INTEGER NOT NULL)")));
    }
    for (const Migration &migration : migrations()) {
        if (migration.number <= m_version)
            continue;
        base::faultPoint("database.before_migration");
        TRY_VOID(transaction([&]() -> base::Result<> {
            for (const QString &statement : migration.statements)
                TRY_VOID(run(statement));
            TRY_VOID(run(QStringLiteral("INSERT INTO migrations VALUES (?, ?, ?)"),
                         {migration.number,
                          migration.name,
                          QDateTime::currentDateTimeUtc().toMSecsSinceEpoch()}));
            TRY_VOID(run(QStringLiteral("PRAGMA user_version = %1").arg(migration.number)));
            base::faultPoint("database.in_migration");
            return {};
        }));
        base::faultPoint("database.migrated");
        m_version = migration.number;
    }
    return {};
}

base::Result<QSqlQuery> Database::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return base::fail(toError(query.lastError()));
    TRY_VOID(execute(query, values));
    return query;
}

base::Result<QSqlQuery *> Database::prepared(const QString &sql)
{
    auto found = m_prepared.find(sql);
    if (found == m_prepared.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(sql))
            return base::fail(toError(query.lastError()));
        found = m_prepared.emplace(sql, std::move(query)).first;
    }
    return &found->second;
}

base::Result<> Database::change(const QString &sql, const QVariantList &values)
{
    TRY(QSqlQuery *const query, prepared(sql));
    return execute(*query, values);
}

base::Result<int> Database::changed(const QString &sql, const QVariantList &values)
{
    TRY(QSqlQuery *const query, prepared(sql));
    TRY_VOID(execute(*query, values));
    return query->numRowsAffected();
}

base::Result<QList<QVariantList>> Database::rows(const QString &sql, const QVariantList &values)
{
    TRY(QSqlQuery *const query, prepared(sql));
    TRY_VOID(execute(*query, values));
    const int columns = query->record().count();
    QList<QVariantList> found;
    while (query->next()) {
        QVariantList row;
        row.reserve(columns);
        for (int column = 0; column < columns; ++column)
            row += query->value(column);
        found += row;
    }
    // An open cursor would hold the snapshot (and a lock) until the next use.
    query->finish();
    return found;
}

base::Result<> Database::execute(QSqlQuery &query, const QVariantList &values)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values.at(i));
    if (!query.exec())
        return base::fail(toError(query.lastError()));
    if (!query.isSelect())
        foldSometimes();
    return {};
}

base::Result<> Database::transaction(const std::function<base::Result<>()> &work)
{
    // IMMEDIATE: who writes waits at the beginning, not in the middle.
    TRY_VOID(run(QStringLiteral("BEGIN IMMEDIATE")));
    auto back = qScopeGuard([this] { QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK")); });
    TRY_VOID(work());
    TRY_VOID(run(QStringLiteral("COMMIT")));
    back.dismiss();
    return {};
}

void Database::foldSometimes()
{
    if (++m_changes < changesBetweenFolds || !m_folding.isFinished())
        return;
    m_changes = 0;
    const QString path = m_path;
    m_folding = QtConcurrent::run([path] { fold(path); });
}

base::Error Database::toError(const QSqlError &error) const
{
    const QString code = error.nativeErrorCode();
    if (code == QLatin1String("11") || code == QLatin1String("26")) // SQLITE_CORRUPT, SQLITE_NOTADB
        return damaged(m_path);
    if (code == QLatin1String("5") || code == QLatin1String("6")) { // SQLITE_BUSY, SQLITE_LOCKED
        return {ErrorCode::TimedOut,
                Words::tr("Another program holds %1.").arg(m_path),
                Words::tr("Close it, then try again."),
                base::Retryable::Yes};
    }
    if (code == QLatin1String("8") || code == QLatin1String("13") || code == QLatin1String("14")
        || code == QLatin1String("10")) { // READONLY, FULL, CANTOPEN, IOERR
        return {ErrorCode::Denied,
                Words::tr("%1 cannot be written: %2.").arg(m_path, error.databaseText()),
                Words::tr("Check the free space and who may write into that folder."),
                {}};
    }
    return {ErrorCode::Internal,
            Words::tr("The database refused: %1.").arg(error.databaseText()),
            {},
            {}};
}

} // namespace ledger
