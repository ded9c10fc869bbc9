// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/database.h"

#include "base/faultpoint.h"
#include "ledger/engine.h"
#include "ledger/migrations.h"
#include "ledger/words.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QSqlError>
#include <QSqlRecord>
#include <QUuid>

#include <algorithm>

namespace ledger {

namespace {

using base::ErrorCode;

//! How often a transaction is tried that collides with others.
constexpr int mostAttempts = 10;

//! Only reads: running it a second time does no harm.
bool isReading(const QString &sql)
{
    return sql.startsWith(QLatin1String("SELECT"));
}

//! Qt would bind a null QString as NULL: a text is a text, and only QVariant() is NULL.
QVariant whole(const QVariant &value)
{
    const bool isNullText = value.typeId() == QMetaType::QString && value.toString().isNull();
    return isNullText ? QVariant(QStringLiteral("")) : value;
}

} // namespace

Database::Database(std::unique_ptr<Engine> engine)
    : m_engine(std::move(engine))
    , m_connection(QUuid::createUuid().toString())
    , m_trouble(Trouble::None)
{}

Database::~Database()
{
    m_prepared.clear();
    m_engine
        .reset(); // its statements end before the connection, and what works on the file beside us
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

base::Result<std::unique_ptr<Database>> Database::open(const QString &path)
{
    TRY(auto engine, sqliteEngine(path));
    return opened(std::move(engine));
}

base::Result<std::unique_ptr<Database>> Database::connectTo(const QUrl &url, base::Secret password)
{
    TRY(auto engine, postgresEngine(url, std::move(password)));
    return opened(std::move(engine));
}

base::Result<std::unique_ptr<Database>> Database::opened(std::unique_ptr<Engine> engine)
{
    std::unique_ptr<Database> database(new Database(std::move(engine)));
    TRY_VOID(database->connect());
    TRY_VOID(database->migrate());
    return database;
}

std::unique_ptr<Database> Database::beside() const
{
    auto engine = m_engine->beside();
    if (!engine)
        return nullptr;
    std::unique_ptr<Database> second(new Database(std::move(engine)));
    second->m_version = m_version;
    second->m_isLost = true; // connects when it is used
    return second;
}

QString Database::name() const
{
    return m_engine->name();
}

base::Result<> Database::connect()
{
    if (!QSqlDatabase::contains(m_connection))
        m_database = QSqlDatabase::addDatabase(m_engine->driver(), m_connection);
    TRY_VOID(m_engine->open(m_database));
    m_isLost = false;
    return {};
}

base::Result<> Database::ensureConnected()
{
    if (!m_isLost)
        return {};
    m_prepared.clear();
    m_engine->close();
    m_database.close();
    return connect();
}

base::Result<> Database::migrate()
{
    const Engine::Ask ask = [this](const QString &sql,
                                   const QVariantList &values) -> base::Result<QVariant> {
        TRY(QSqlQuery query, runOnce(sql, values));
        return query.isSelect() && query.next() ? query.value(0) : QVariant();
    };
    const auto done = qScopeGuard([&] { m_engine->endMigrations(ask); });
    TRY(m_version, m_engine->beginMigrations(ask));
    for (const Migration &migration : migrations()) {
        if (migration.number <= m_version)
            continue;
        base::faultPoint("database.before_migration");
        TRY_VOID(transaction([&]() -> base::Result<> {
            for (const QString &statement : migration.statements)
                TRY_VOID(runOnce(m_engine->translated(statement), {}));
            TRY_VOID(runOnce(QStringLiteral("INSERT INTO migrations VALUES (?, ?, ?)"),
                             {migration.number,
                              migration.name,
                              QDateTime::currentDateTimeUtc().toMSecsSinceEpoch()}));
            TRY_VOID(m_engine->noteVersion(ask, migration.number));
            base::faultPoint("database.in_migration");
            return {};
        }));
        base::faultPoint("database.migrated");
        m_version = migration.number;
    }
    return {};
}

base::Error Database::note(const QSqlError &error)
{
    const Trouble trouble = m_engine->troubleOf(error);
    m_isLost = m_isLost || trouble == Trouble::Lost;
    m_trouble = std::max(m_trouble, trouble);
    return m_engine->toError(error);
}

base::Result<QSqlQuery> Database::runOnce(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(m_engine->readsForwardOnly());
    // What has no values needs no plan that is kept; PostgreSQL prepares no DDL at all.
    if (values.isEmpty()) {
        if (!query.exec(sql))
            return base::fail(note(query.lastError()));
        if (!query.isSelect())
            m_engine->noteChange();
        return query;
    }
    if (!query.prepare(sql))
        return base::fail(note(query.lastError()));
    TRY_VOID(execute(query, values));
    return query;
}

base::Result<QSqlQuery> Database::run(const QString &sql, const QVariantList &values)
{
    if (m_isInTransaction)
        return runOnce(sql, values);
    TRY_VOID(ensureConnected());
    auto query = runOnce(sql, values);
    if (!query && m_isLost && isReading(sql)) {
        TRY_VOID(ensureConnected());
        return runOnce(sql, values);
    }
    return query;
}

base::Result<QSqlQuery *> Database::prepared(const QString &sql)
{
    auto found = m_prepared.find(sql);
    if (found == m_prepared.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(m_engine->readsForwardOnly());
        if (!query.prepare(sql))
            return base::fail(note(query.lastError()));
        found = m_prepared.emplace(sql, std::move(query)).first;
    }
    return &found->second;
}

base::Result<QSqlQuery *> Database::runPrepared(const QString &sql, const QVariantList &values)
{
    const auto once = [&]() -> base::Result<QSqlQuery *> {
        TRY(QSqlQuery *const query, prepared(sql));
        TRY_VOID(execute(*query, values));
        return query;
    };
    if (m_isInTransaction)
        return once();
    TRY_VOID(ensureConnected());
    auto query = once();
    // A change may have been made before the connection went: only the caller knows what to do.
    if (!query && m_isLost && isReading(sql)) {
        TRY_VOID(ensureConnected());
        return once();
    }
    return query;
}

base::Result<> Database::change(const QString &sql, const QVariantList &values)
{
    TRY_VOID(changed(sql, values));
    return {};
}

base::Result<int> Database::changed(const QString &sql, const QVariantList &values)
{
    if (!m_isInTransaction)
        TRY_VOID(ensureConnected());
    if (Statements *const statements = m_engine->statements()) {
        const auto touched = statements->changed(sql, values);
        if (!touched)
            return base::fail(note(touched.error()));
        m_engine->noteChange();
        return *touched;
    }
    TRY(const QSqlQuery *const query, runPrepared(sql, values));
    return query->numRowsAffected();
}

base::Result<QList<QVariantList>> Database::rows(const QString &sql, const QVariantList &values)
{
    if (!m_isInTransaction)
        TRY_VOID(ensureConnected());
    if (Statements *const statements = m_engine->statements()) {
        auto found = statements->rows(sql, values);
        if (!found)
            return base::fail(note(found.error()));
        return *std::move(found);
    }
    TRY(QSqlQuery *const query, runPrepared(sql, values));
    const int columns = query->record().count();
    QList<QVariantList> found;
    while (query->next()) {
        QVariantList row;
        row.reserve(columns);
        for (int column = 0; column < columns; ++column)
            row += query->value(column);
        found += row;
    }
    const QSqlError trouble = query->lastError();
    // An open cursor would hold the snapshot (and a lock) until the next use.
    query->finish();
    if (trouble.isValid()) // next() says no at the end and at an error
        return base::fail(note(trouble));
    return found;
}

base::Result<> Database::execute(QSqlQuery &query, const QVariantList &values)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), m_engine->bound(whole(values.at(i))));
    if (!query.exec())
        return base::fail(note(query.lastError()));
    if (!query.isSelect())
        m_engine->noteChange();
    return {};
}

base::Result<> Database::ping()
{
    TRY_VOID(rows(QStringLiteral("SELECT 1")));
    return {};
}

base::Result<> Database::transaction(const std::function<base::Result<>()> &work)
{
    if (m_isInTransaction) {
        return base::fail(ErrorCode::Internal,
                          Words::tr("A transaction was begun inside another one."));
    }
    for (int tries = 1;; ++tries) {
        auto outcome = attempt(work);
        const bool mayHelp =
            m_trouble == Trouble::Collision || (m_trouble == Trouble::Lost && tries == 1);
        if (outcome || !mayHelp || tries == mostAttempts)
            return outcome;
        // Those who collided should not meet again at once.
        const int longest = std::min(4 << tries, 60);
        const int pause = QRandomGenerator::global()->bounded(1, longest);
        if (const QString statement = m_engine->pauseStatement(pause); !statement.isEmpty())
            static_cast<void>(runOnce(statement, {})); // a lost connection shows in the next try
    }
}

std::vector<base::Result<>> Database::transactions(
    const std::vector<std::function<base::Result<>()>> &works)
{
    std::vector<base::Result<>> outcomes(works.size());
    if (works.size() > 1) {
        const auto together = transaction([&]() -> base::Result<> {
            for (const auto &work : works)
                TRY_VOID(work());
            return {};
        });
        if (together)
            return outcomes;
        // Nobody there, or held by somebody else: each by itself would only wait as long again. And
        // what was perhaps kept when the connection went must not be done twice.
        if (together.error().code == ErrorCode::Unreachable
            || together.error().code == ErrorCode::TimedOut) {
            std::fill(outcomes.begin(), outcomes.end(), together);
            return outcomes;
        }
    }
    std::transform(works.begin(), works.end(), outcomes.begin(), [this](const auto &work) {
        return transaction(work);
    });
    return outcomes;
}

base::Result<> Database::attempt(const std::function<base::Result<>()> &work)
{
    m_trouble = Trouble::None;
    TRY_VOID(ensureConnected());
    const auto control = [this](const QString &sql) -> base::Result<> {
        if (Statements *const statements = m_engine->statements()) {
            const auto done = statements->changed(sql, {});
            if (!done)
                return base::fail(note(done.error()));
            return {};
        }
        TRY_VOID(runOnce(sql, {}));
        return {};
    };
    TRY_VOID(control(m_engine->beginStatement()));
    m_isInTransaction = true;
    auto back = qScopeGuard([this] {
        if (!m_isLost)
            QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK"));
        m_isInTransaction = false;
    });
    TRY_VOID(work());
    if (m_trouble != Trouble::None) {
        // The work went on after a statement had failed; the server would roll back in silence.
        return base::fail(ErrorCode::Internal,
                          Words::tr("A statement failed inside a transaction."));
    }
    const auto committed = control(QStringLiteral("COMMIT"));
    if (!committed && m_trouble == Trouble::Lost) {
        // It may have been kept or not: running the work again could do it twice.
        m_trouble = Trouble::Broken;
        return base::fail(ErrorCode::Unreachable,
                          Words::tr("The connection to the database %1 was lost while it stored a "
                                    "change; whether it was kept is not known.")
                              .arg(name()));
    }
    if (!committed)
        return base::fail(committed.error());
    back.dismiss();
    m_isInTransaction = false;
    return {};
}

} // namespace ledger
