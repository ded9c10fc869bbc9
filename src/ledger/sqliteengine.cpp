// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/engine.h"
#include "ledger/migrations.h"
#include "ledger/sqlitestatements.h"
#include "ledger/words.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QFuture>
#include <QHash>
#include <QMutex>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QtConcurrentRun>
#include <QtEndian>

namespace ledger {

namespace {

using base::ErrorCode;

//! "LKey" in the file's header: says whose database it is.
constexpr quint32 applicationId = 0x4C4B6579;
//! Changes after which the write-ahead log is folded into the file.
constexpr int changesBetweenFolds = 1000;
//! Each fold waits for the disk twice: a busy hour is not to keep it busy.
constexpr std::chrono::milliseconds betweenFolds{500};

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

//! Says that this process has the file open, as long as it lives. POSIX locks end when a process
//! closes any descriptor of the file, SQLite's locks among them
//! (sqlite.org/howtocorrupt.html, 2.2): another program would then believe that it is the only one,
//! and remove the write-ahead log under us. A file in use is therefore opened by SQLite alone.
class Use
{
public:
    explicit Use(const QString &path)
        : m_file(QFileInfo(path).absoluteFilePath())
    {
        const QMutexLocker locked(&all().mutex);
        ++all().files[m_file];
    }
    ~Use()
    {
        const QMutexLocker locked(&all().mutex);
        if (--all().files[m_file] == 0)
            all().files.remove(m_file);
    }
    Use(const Use &) = delete;
    Use &operator=(const Use &) = delete;

    [[nodiscard]] static bool isThereFor(const QString &path)
    {
        const QMutexLocker locked(&all().mutex);
        return all().files.contains(QFileInfo(path).absoluteFilePath());
    }

private:
    struct All
    {
        QMutex mutex;
        QHash<QString, int> files;
    };
    static All &all()
    {
        static All them;
        return them;
    }

    QString m_file;
};

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

class SqliteEngine final : public Engine
{
public:
    explicit SqliteEngine(QString path)
        : m_path(std::move(path))
        // Closing in order folds the log in and removes it.
        , m_wasCut(QFileInfo(m_path + QStringLiteral("-wal")).size() > 0)
    {}
    ~SqliteEngine() override { m_folding.waitForFinished(); }

    QString driver() const override { return QStringLiteral("QSQLITE"); }
    QString name() const override { return m_path; }
    std::unique_ptr<Engine> beside() const override
    {
        return std::make_unique<SqliteEngine>(m_path);
    }
    base::Result<> open(QSqlDatabase &database) override;
    Statements *statements() override { return m_statements.get(); }
    void close() override { m_statements.reset(); }
    base::Result<int> beginMigrations(const Ask &ask) override;
    QString translated(const QString &statement) const override { return statement; }
    base::Result<> noteVersion(const Ask &ask, int version) override;
    void endMigrations(const Ask &) override {}
    // IMMEDIATE: who writes waits at the beginning, not in the middle.
    QString beginStatement() const override { return QStringLiteral("BEGIN IMMEDIATE"); }
    QString pauseStatement(int) const override { return {}; }
    QVariant bound(const QVariant &value) const override { return value; }
    bool readsForwardOnly() const override { return true; }
    base::Error toError(const QSqlError &error) const override;
    Trouble troubleOf(const QSqlError &) const override { return Trouble::None; }
    void noteChange() override;

private:
    QString m_path;
    Use m_use{m_path};
    bool m_wasCut = false; //!< the process before ended without closing it
    int m_changes = 0;
    std::unique_ptr<Statements> m_statements;
    QElapsedTimer m_sinceFold;
    QFuture<void> m_folding;
};

base::Result<> SqliteEngine::open(QSqlDatabase &database)
{
    database.setDatabaseName(m_path);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
    if (!database.open())
        return base::fail(toError(database.lastError()));
    for (const char *pragma : {"PRAGMA journal_mode = WAL",
                               "PRAGMA synchronous = NORMAL",
                               "PRAGMA foreign_keys = ON",
                               // Folding waits for the disk: see noteChange(). This is the end
                               // of patience if that never gets through.
                               "PRAGMA wal_autocheckpoint = 20000"}) {
        QSqlQuery query(database);
        if (!query.exec(QString::fromLatin1(pragma)))
            return base::fail(toError(query.lastError()));
    }
    m_statements = sqliteStatements(database);
    return {};
}

base::Result<int> SqliteEngine::beginMigrations(const Ask &ask)
{
    // A large file that was closed in order is not read through at every start; what is wrong with
    // it shows when it is used.
    if (m_wasCut || QFileInfo(m_path).size() < alwaysChecked) {
        TRY(const QVariant integrity, ask(QStringLiteral("PRAGMA quick_check(1)"), {}));
        if (integrity.toString() != QLatin1String("ok"))
            return base::fail(damaged(m_path));
    }
    TRY(const QVariant version, ask(QStringLiteral("PRAGMA user_version"), {}));
    if (version.toInt() > migrations().size()) // what only the write-ahead log says
        return base::fail(newer(m_path));
    if (version.toInt() == 0) {
        TRY_VOID(ask(QStringLiteral("PRAGMA application_id = %1").arg(applicationId), {}));
        TRY_VOID(
            ask(QStringLiteral("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY,"
                               " name TEXT NOT NULL, applied_at INTEGER NOT NULL)"),
                {}));
    }
    return version.toInt();
}

base::Result<> SqliteEngine::noteVersion(const Ask &ask, int version)
{
    TRY_VOID(ask(QStringLiteral("PRAGMA user_version = %1").arg(version), {}));
    return {};
}

void SqliteEngine::noteChange()
{
    if (++m_changes < changesBetweenFolds || !m_folding.isFinished()
        || (m_sinceFold.isValid() && m_sinceFold.elapsed() < betweenFolds.count()))
        return;
    m_changes = 0;
    m_sinceFold.start();
    const QString path = m_path;
    m_folding = QtConcurrent::run([path] { fold(path); });
}

base::Error SqliteEngine::toError(const QSqlError &error) const
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
    // CONSTRAINT, also with what it is about in the upper bits (PRIMARYKEY, UNIQUE, …)
    const bool isConflict = (code.toInt() & 0xff) == 19;
    return {isConflict ? ErrorCode::Conflict : ErrorCode::Internal,
            Words::tr("The database refused: %1.").arg(error.databaseText()),
            {},
            {}};
}

//! What can be said before SQLite opens the file; makes it when there is none.
base::Result<> lookAt(const QString &path)
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
    return makePrivate(path);
}

} // namespace

base::Result<std::unique_ptr<Engine>> sqliteEngine(const QString &path)
{
    static QMutex looking; // two threads that begin at once: the second one comes to a file in use
    const QMutexLocker locked(&looking);
    if (!Use::isThereFor(path))
        TRY_VOID(lookAt(path));
    return std::unique_ptr<Engine>(std::make_unique<SqliteEngine>(path));
}

} // namespace ledger
