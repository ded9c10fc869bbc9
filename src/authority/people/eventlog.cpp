// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/eventlog.h"

#include "base/redactor.h"

namespace authority {

using core::AuthorityEvent;

namespace {

constexpr qsizetype longestDetail = 500;
constexpr int mostAtOnce = 1000;

//! Whoever can reach the port can cause these.
bool isNoisy(const Events::Entry &entry)
{
    return entry.outcome != QLatin1String("done");
}

QDateTime timeOf(const QVariant &value)
{
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

} // namespace

EventLog::EventLog(ledger::Database &database, const base::Clock &clock)
    : EventLog(database, clock, Rule())
{}

EventLog::EventLog(ledger::Database &database, const base::Clock &clock, Rule rule)
    : m_database(database)
    , m_clock(clock)
    , m_rule(rule)
{}

int EventLog::sampled(const Entry &entry)
{
    if (!isNoisy(entry))
        return 1;
    const qint64 number = m_clock.now().toSecsSinceEpoch() / 60;
    Minute &minute = m_minutes[entry.kind];
    if (minute.number != number) {
        const int left = minute.left;
        minute = {number, 1, 0};
        return left + 1; // what the minute before left out is not lost
    }
    ++minute.seen;
    if (minute.seen <= m_rule.wholePerMinute)
        return 1;
    ++minute.left;
    if (minute.left < m_rule.oneOf)
        return 0;
    return std::exchange(minute.left, 0);
}

QString EventLog::nameOfUser(const QString &id) const
{
    if (id.isEmpty())
        return {};
    const auto rows =
        m_database.rows(QStringLiteral("SELECT name FROM authority_users WHERE id = ?"), {id});
    return rows && !rows->isEmpty() ? rows->first().first().toString() : id;
}

void EventLog::record(const Entry &entry)
{
    const int standsFor = sampled(entry);
    if (standsFor == 0)
        return;
    AuthorityEvent event;
    event.at = m_clock.now();
    event.kind = entry.kind;
    event.outcome = entry.outcome;
    event.client = entry.clientId;
    event.peer = entry.peer;
    event.traceId = entry.traceId;
    // Words from outside may hold anything.
    event.detail = base::redacted(entry.detail).left(longestDetail);
    if (standsFor > 1)
        event.detail = QStringLiteral("%1 (×%2)").arg(event.detail).arg(standsFor).trimmed();
    const auto written = m_database.rows(
        QStringLiteral("INSERT INTO authority_events (at, kind, outcome, user_id, client_id, peer,"
                       " trace_id, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING sequence"),
        {event.at.toMSecsSinceEpoch(),
         event.kind,
         event.outcome,
         entry.userId,
         event.client,
         event.peer,
         event.traceId,
         event.detail});
    if (!written || written->isEmpty()) {
        ++m_lost;
        return;
    }
    event.sequence = written->first().first().toLongLong();
    event.user = nameOfUser(entry.userId);
    recorded.announce(event);
}

base::Result<QList<AuthorityEvent>> EventLog::find(const core::AuthorityEventFilter &filter) const
{
    QString where = QStringLiteral("WHERE 1 = 1");
    QVariantList values;
    const auto also = [&](const char *condition, const QVariantList &more) {
        where += QStringLiteral(" AND ") + QString::fromLatin1(condition);
        values += more;
    };
    if (!filter.kind.isEmpty())
        also("e.kind = ?", {filter.kind});
    if (!filter.outcome.isEmpty())
        also("e.outcome = ?", {filter.outcome});
    if (!filter.user.isEmpty())
        also("(e.user_id = ? OR u.name = ?)", {filter.user, filter.user.toLower()});
    if (!filter.client.isEmpty())
        also("e.client_id = ?", {filter.client});
    if (filter.since.isValid())
        also("e.at >= ?", {filter.since.toMSecsSinceEpoch()});
    if (filter.before > 0)
        also("e.sequence < ?", {filter.before});
    values += qBound(1, filter.limit, mostAtOnce);
    TRY(const auto rows,
        m_database.rows(
            QStringLiteral("SELECT e.sequence, e.at, e.kind, e.outcome,"
                           " COALESCE(u.name, e.user_id), e.client_id, e.peer, e.trace_id, e.detail"
                           " FROM authority_events e LEFT JOIN authority_users u"
                           " ON u.id = e.user_id %1 ORDER BY e.sequence DESC LIMIT ?")
                .arg(where),
            values));
    QList<AuthorityEvent> events;
    for (const QVariantList &row : rows) {
        events.append({row[0].toLongLong(),
                       timeOf(row[1]),
                       row[2].toString(),
                       row[3].toString(),
                       row[4].toString(),
                       row[5].toString(),
                       row[6].toString(),
                       row[7].toString(),
                       row[8].toString()});
    }
    return events;
}

base::Result<> EventLog::cleanUp()
{
    TRY_VOID(m_database.change(QStringLiteral("DELETE FROM authority_events WHERE at < ?"),
                               {m_clock.now().addDays(-m_rule.keepDays).toMSecsSinceEpoch()}));
    return m_database.change(
        QStringLiteral("DELETE FROM authority_events WHERE sequence <="
                       " (SELECT COALESCE(MAX(sequence), 0) FROM authority_events) - ?"),
        {m_rule.keepRows});
}

} // namespace authority
