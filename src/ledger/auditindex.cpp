// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/auditindex.h"

#include "base/faultpoint.h"
#include "base/logging.h"

#include <QCoroFuture>
#include <QtConcurrentRun>

namespace ledger {

namespace {

//! How long a line may wait for the others that share its transaction.
constexpr std::chrono::milliseconds longestWait{250};
//! After the database has refused.
constexpr std::chrono::seconds anotherTry{5};
//! Lines that make a batch: a millisecond or two of the main loop. Fewer write the same pages
//! oftener.
constexpr std::size_t batch = 512;
//! Lines that wait for a database that refuses; more are read from the files again.
constexpr std::size_t mostWaiting = 4096;

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

//! "?, ?, ?"
QString marks(qsizetype count)
{
    return QStringList(count, s("?")).join(s(", "));
}

QString likePattern(QString text)
{
    text.replace(QLatin1Char('\\'), s("\\\\"));
    text.replace(QLatin1Char('%'), s("\\%"));
    text.replace(QLatin1Char('_'), s("\\_"));
    return QLatin1Char('%') + text + QLatin1Char('%');
}

//! The WHERE of a filter, and its values.
struct Condition
{
    QStringList parts = {s("substr(kind, 1, 4) <> 'log_'")};
    QVariantList values;

    explicit Condition(const core::AuditFilter &filter)
    {
        for (const auto kind : filter.kinds)
            values.append(core::nameOf(kind));
        if (!filter.kinds.isEmpty())
            parts.append(s("kind IN (%1)").arg(marks(filter.kinds.size())));
        for (const auto outcome : filter.outcomes)
            values.append(core::nameOf(outcome));
        if (!filter.outcomes.isEmpty())
            parts.append(s("outcome IN (%1)").arg(marks(filter.outcomes.size())));
        if (!filter.account.isEmpty()) {
            parts.append(s("service = ? AND account = ?"));
            values << filter.account.service << filter.account.account;
        }
        if (!filter.search.isEmpty()) {
            parts.append(
                s("(actor LIKE ? ESCAPE '\\' OR service || '/' || account LIKE ? ESCAPE '\\'"
                  " OR detail LIKE ? ESCAPE '\\')"));
            const QString pattern = likePattern(filter.search);
            values << pattern << pattern << pattern;
        }
        if (filter.since.isValid()) {
            parts.append(s("at >= ?"));
            values.append(filter.since.toMSecsSinceEpoch());
        }
        if (filter.before > 0) {
            parts.append(s("sequence < ?"));
            values.append(filter.before);
        }
        values.append(filter.limit);
    }
};

base::Result<QList<core::AuditEvent>> eventsIn(Database &database, const core::AuditFilter &filter)
{
    const Condition condition(filter);
    TRY(const auto rows,
        database.rows(s("SELECT sequence, at, kind, outcome, actor, service, account, detail,"
                        " trace_id FROM audit_lines WHERE %1 ORDER BY sequence DESC LIMIT ?")
                          .arg(condition.parts.join(s(" AND "))),
                      condition.values));
    QList<core::AuditEvent> events;
    events.reserve(rows.size());
    for (const QVariantList &row : rows) {
        core::AuditEvent event;
        const auto kind = core::auditKindFrom(row.at(2).toString());
        const auto outcome = core::auditOutcomeFrom(row.at(3).toString());
        if (!kind || !outcome)
            continue; // of a newer Latchkey
        event.sequence = row.at(0).toLongLong();
        event.at = QDateTime::fromMSecsSinceEpoch(row.at(1).toLongLong(), Qt::UTC);
        event.kind = *kind;
        event.outcome = *outcome;
        event.actor = row.at(4).toString();
        event.account = {row.at(5).toString(), row.at(6).toString()};
        event.detail = row.at(7).toString();
        event.traceId = row.at(8).toString();
        events.append(event);
    }
    return events;
}

} // namespace

AuditIndex::AuditIndex(QString folder, Database &database)
    : m_folder(std::move(folder))
    , m_database(database)
{
    m_searching.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { flushOrWait(); });
}

AuditIndex::~AuditIndex()
{
    flushOrWait();
}

void AuditIndex::add(const AuditLine &line)
{
    if (m_waiting.size() >= mostWaiting) {
        m_isBehind = true;
        m_waiting.clear();
    }
    if (!m_isBehind)
        m_waiting.push_back(line);
    // While the database refuses, the timer alone tries again: a try may take a while.
    if (m_waiting.size() >= batch && !m_hasFailed)
        flushOrWait();
    else if (!m_timer.isActive())
        m_timer.start(longestWait);
}

void AuditIndex::flushOrWait()
{
    const auto flushed = flush();
    if (flushed)
        return;
    qCWarning(lcLedger) << "the audit index is behind:" << flushed.error().message;
    m_timer.start(anotherTry);
}

base::Result<> AuditIndex::flush()
{
    if (m_waiting.empty() && !m_isBehind)
        return {};
    m_hasFailed = true;
    TRY_VOID(m_database.transaction([this]() -> base::Result<> {
        if (m_isBehind)
            return insertBehind();
        for (const AuditLine &line : m_waiting)
            TRY_VOID(insert(line));
        base::faultPoint("audit.before_index");
        return {};
    }));
    base::faultPoint("audit.indexed");
    m_timer.stop();
    m_waiting.clear();
    m_isBehind = false;
    m_hasFailed = false;
    return {};
}

base::Result<QList<core::AuditEvent>> AuditIndex::find(const core::AuditFilter &filter)
{
    TRY_VOID(flush());
    return eventsIn(m_database, filter);
}

base::Task<QList<core::AuditEvent>> AuditIndex::search(core::AuditFilter filter)
{
    CO_TRY_VOID(flush());
    auto second = m_database.beside();
    if (!second)
        co_return find(filter);
    using Events = base::Result<QList<core::AuditEvent>>;
    // Taken out of the function: the connection ends in the thread it was made in.
    auto look = [second = std::move(second), filter]() mutable -> Events {
        const auto database = std::move(second);
        return eventsIn(*database, filter);
    };
    const QFuture<Events> work = QtConcurrent::run(&m_searching, std::move(look));
    const Events events = co_await work;
    co_return events;
}

base::Result<> AuditIndex::insert(const AuditLine &line)
{
    const qsizetype slash = line.account.indexOf(QLatin1Char('/'));
    const QString service = slash > 0 ? line.account.left(slash) : s("");
    const QString account = slash > 0 ? line.account.mid(slash + 1) : s("");
    // An empty QString would be bound as NULL when it is null.
    const auto text = [](const QString &value) { return value.isNull() ? s("") : value; };
    return m_database.change(s("INSERT INTO audit_lines (sequence, at, kind, outcome,"
                               " actor, service, account, detail, trace_id, hash)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                               " ON CONFLICT (sequence) DO UPDATE SET at = excluded.at,"
                               " kind = excluded.kind, outcome = excluded.outcome,"
                               " actor = excluded.actor, service = excluded.service,"
                               " account = excluded.account, detail = excluded.detail,"
                               " trace_id = excluded.trace_id, hash = excluded.hash"),
                             {line.sequence,
                              line.at.toMSecsSinceEpoch(),
                              line.kind,
                              text(line.outcome),
                              text(line.actor),
                              service,
                              account,
                              text(line.detail),
                              text(line.traceId),
                              QString::fromLatin1(line.hash)});
}

base::Result<ChainEnd> AuditIndex::end() const
{
    TRY(auto row,
        m_database.run(s("SELECT sequence, hash FROM audit_lines ORDER BY sequence DESC LIMIT 1")));
    if (!row.next())
        return ChainEnd();
    return ChainEnd{row.value(0).toLongLong(), row.value(1).toString().toLatin1()};
}

base::Result<> AuditIndex::catchUp(qint64 last)
{
    TRY(const ChainEnd index, end());
    if (index.sequence >= last)
        return {};
    return m_database.transaction([this] { return insertBehind(); });
}

//! The files have what a crash, a lost database or one that refuses has cost the index.
base::Result<> AuditIndex::insertBehind()
{
    TRY(const ChainEnd index, end());
    return eachLine(auditFiles(m_folder), index.sequence, [this](const AuditLine &line) {
        return insert(line);
    });
}

base::Result<int> AuditIndex::dropRows(qint64 through)
{
    TRY_VOID(flush()); // what waits may be to drop, too
    TRY(auto query,
        m_database.run(s("DELETE FROM audit_lines WHERE sequence IN (SELECT sequence FROM"
                         " audit_lines WHERE sequence <= ? ORDER BY sequence LIMIT 500)"),
                       {through}));
    return query.numRowsAffected();
}

} // namespace ledger
