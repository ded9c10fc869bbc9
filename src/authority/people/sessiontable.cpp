// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/sessiontable.h"

#include "authority/words.h"
#include "crypto/digest.h"
#include "crypto/random.h"

namespace authority {

using base::ErrorCode;

namespace {

//! Between two writes of "seen": an idle limit of minutes needs no more.
constexpr int seenSeconds = 15;
constexpr qsizetype longestAgent = 200;

const QString columns = QStringLiteral(
    "SELECT s.handle, s.user_id, u.name, s.peer, s.agent, s.created_at, s.seen_at, s.expires_at,"
    " s.auth_at, s.amr, s.renewed_at, s.id_hash FROM authority_sessions s"
    " JOIN authority_users u ON u.id = s.user_id ");
const QString isLiving = QStringLiteral("s.expires_at > ? AND s.seen_at > ? AND u.active = 1");

QString hashOf(QByteArrayView id)
{
    return QString::fromLatin1(crypto::toBase64Url(crypto::digest(crypto::Hash::Sha256, id)));
}

QDateTime timeOf(const QVariant &value)
{
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

core::AuthoritySession viewOf(const QVariantList &row)
{
    core::AuthoritySession view;
    view.handle = row[0].toString();
    view.userId = row[1].toString();
    view.userName = row[2].toString();
    view.peer = row[3].toString();
    view.agent = row[4].toString();
    view.createdAt = timeOf(row[5]);
    view.seenAt = timeOf(row[6]);
    view.expiresAt = timeOf(row[7]);
    return view;
}

Session sessionOf(const QVariantList &row)
{
    return {viewOf(row), timeOf(row[8]), row[9].toString().split(u' ', Qt::SkipEmptyParts)};
}

base::Error noSession()
{
    return {ErrorCode::NotFound, Words::tr("There is no such session."), {}, {}};
}

} // namespace

SessionTable::SessionTable(ledger::Database &database, const base::Clock &clock)
    : SessionTable(database, clock, Rule())
{}

SessionTable::SessionTable(ledger::Database &database, const base::Clock &clock, Rule rule)
    : m_database(database)
    , m_clock(clock)
    , m_rule(rule)
{}

QVariantList SessionTable::living() const
{
    const QDateTime now = m_clock.now();
    return {now.toMSecsSinceEpoch(), now.addSecs(-m_rule.idle.count()).toMSecsSinceEpoch()};
}

base::Result<SessionTable::Begun> SessionTable::begin(const QString &userId,
                                                      const QStringList &amr,
                                                      const QString &peer,
                                                      const QString &agent)
{
    const QDateTime now = m_clock.now();
    Begun begun;
    begun.id = base::Secret::take(crypto::randomToken(32));
    core::AuthoritySession &view = begun.session.view;
    view.handle = QString::fromLatin1(crypto::randomToken(12));
    view.userId = userId;
    view.peer = peer;
    view.agent = agent.left(longestAgent);
    view.createdAt = view.seenAt = begun.session.authAt = now;
    view.expiresAt = now.addSecs(m_rule.life.count());
    begun.session.amr = amr;
    const qint64 at = now.toMSecsSinceEpoch();
    TRY_VOID(m_database.change(
        QStringLiteral("INSERT INTO authority_sessions (handle, id_hash, user_id, created_at,"
                       " seen_at, renewed_at, expires_at, auth_at, amr, peer, agent)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {view.handle,
         hashOf(begun.id.expose()),
         userId,
         at,
         at,
         at,
         view.expiresAt.toMSecsSinceEpoch(),
         at,
         amr.join(u' '),
         peer,
         view.agent}));
    TRY(const auto present, list(userId));
    for (qsizetype i = m_rule.mostPerUser; i < present.size(); ++i)
        TRY_VOID(end(present[i].handle, QStringLiteral("too_many")));
    return begun;
}

base::Result<> SessionTable::touch(const QString &handle)
{
    return m_database.change(
        QStringLiteral("UPDATE authority_sessions SET seen_at = ? WHERE handle = ?"),
        {m_clock.now().toMSecsSinceEpoch(), handle});
}

base::Result<SessionTable::Found> SessionTable::find(const QByteArray &id, Renewal renewal)
{
    if (id.isEmpty())
        return base::fail(noSession());
    const QDateTime now = m_clock.now();
    const QString hash = hashOf(id);
    TRY(const auto rows,
        m_database.rows(
            columns
                + QStringLiteral("WHERE (s.id_hash = ? OR (s.earlier_hash = ?"
                                 " AND s.renewed_at > ?)) AND ")
                + isLiving,
            QVariantList{hash, hash, now.addSecs(-m_rule.grace.count()).toMSecsSinceEpoch()}
                + living()));
    if (rows.isEmpty())
        return base::fail(noSession());
    const QVariantList &row = rows.first();
    Found found;
    found.session = sessionOf(row);
    if (found.session.view.seenAt.secsTo(now) >= seenSeconds)
        TRY_VOID(touch(found.session.view.handle));
    const bool isCurrent = row[11].toString() == hash;
    if (renewal == Renewal::WhenDue && isCurrent
        && timeOf(row[10]).addSecs(m_rule.renewal.count()) <= now) {
        base::Secret fresh = base::Secret::take(crypto::randomToken(32));
        // Of requests side by side one renews; the others go through on the id before.
        TRY(const int renewed,
            m_database.changed(QStringLiteral("UPDATE authority_sessions SET id_hash = ?,"
                                              " earlier_hash = ?, renewed_at = ?"
                                              " WHERE handle = ? AND id_hash = ?"),
                               {hashOf(fresh.expose()),
                                hash,
                                now.toMSecsSinceEpoch(),
                                found.session.view.handle,
                                hash}));
        if (renewed == 1)
            found.renewedId = std::move(fresh);
    }
    return found;
}

base::Result<SessionTable::Begun> SessionTable::proveAgain(const Session &session,
                                                           const QStringList &amr)
{
    const QDateTime now = m_clock.now();
    Begun begun;
    begun.id = base::Secret::take(crypto::randomToken(32));
    begun.session = session;
    begun.session.amr = amr;
    begun.session.authAt = now;
    begun.session.view.expiresAt = now.addSecs(m_rule.life.count());
    // No grace for the id before: whoever stole it is out now.
    TRY(const int touched,
        m_database.changed(
            QStringLiteral("UPDATE authority_sessions SET id_hash = ?, earlier_hash = '',"
                           " renewed_at = ?, seen_at = ?, auth_at = ?, amr = ?, expires_at = ?"
                           " WHERE handle = ?"),
            {hashOf(begun.id.expose()),
             now.toMSecsSinceEpoch(),
             now.toMSecsSinceEpoch(),
             now.toMSecsSinceEpoch(),
             amr.join(u' '),
             begun.session.view.expiresAt.toMSecsSinceEpoch(),
             session.view.handle}));
    if (touched == 0)
        return base::fail(noSession());
    return begun;
}

base::Result<> SessionTable::end(const QString &handle, const QString &why)
{
    TRY(const auto rows,
        m_database.rows(QStringLiteral("SELECT user_id FROM authority_sessions WHERE handle = ?"),
                        {handle}));
    TRY(const int gone,
        m_database.changed(QStringLiteral("DELETE FROM authority_sessions WHERE handle = ?"),
                           {handle}));
    if (rows.isEmpty() || gone == 0)
        return base::fail(noSession());
    ended.announce(handle, rows.first().first().toString(), why);
    return {};
}

base::Result<int> SessionTable::endAll(const QString &userId,
                                       const QString &why,
                                       const QString &except)
{
    TRY(const auto rows,
        m_database.rows(QStringLiteral("SELECT handle FROM authority_sessions WHERE user_id = ?"
                                       " AND handle <> ?"),
                        {userId, except}));
    for (const QVariantList &row : rows) {
        const auto done = end(row.first().toString(), why);
        if (!done && done.error().code != ErrorCode::NotFound)
            return base::fail(done.error());
    }
    return static_cast<int>(rows.size());
}

base::Result<QList<core::AuthoritySession>> SessionTable::list(const QString &userId) const
{
    const QString whose = userId.isEmpty() ? QString() : QStringLiteral("s.user_id = ? AND ");
    TRY(const auto rows,
        m_database.rows(columns + QStringLiteral("WHERE ") + whose + isLiving
                            + QStringLiteral(" ORDER BY s.created_at DESC, s.handle LIMIT 1000"),
                        (userId.isEmpty() ? QVariantList() : QVariantList{userId}) + living()));
    QList<core::AuthoritySession> sessions;
    for (const QVariantList &row : rows)
        sessions.append(viewOf(row));
    return sessions;
}

base::Result<int> SessionTable::count() const
{
    TRY(const auto rows,
        m_database.rows(QStringLiteral("SELECT COUNT(*) FROM authority_sessions s"
                                       " JOIN authority_users u ON u.id = s.user_id WHERE ")
                            + isLiving,
                        living()));
    return rows.first().first().toInt();
}

base::Result<int> SessionTable::countUsers() const
{
    TRY(const auto rows,
        m_database.rows(QStringLiteral("SELECT COUNT(DISTINCT s.user_id) FROM authority_sessions s"
                                       " JOIN authority_users u ON u.id = s.user_id WHERE ")
                            + isLiving,
                        living()));
    return rows.first().first().toInt();
}

base::Result<int> SessionTable::cleanUp()
{
    return m_database.changed(
        QStringLiteral("DELETE FROM authority_sessions WHERE expires_at <= ? OR seen_at <= ?"),
        living());
}

} // namespace authority
