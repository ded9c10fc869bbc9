// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/visits.h"

#include "authority/words.h"
#include "crypto/digest.h"

namespace authority {

namespace {

constexpr int visitSeconds = 600;

} // namespace

Visits::Visits(ledger::Database &database, const base::Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

QString Visits::hashOf(const QByteArray &visit)
{
    return QString::fromLatin1(crypto::toBase64Url(crypto::digest(crypto::Hash::Sha256, visit)));
}

base::Result<> Visits::remember(const QByteArray &visit, const Passed &passed)
{
    return m_database.change(
        QStringLiteral("INSERT INTO authority_visits (visit_hash, user_id, amr, expires_at)"
                       " VALUES (?, ?, ?, ?) ON CONFLICT (visit_hash) DO UPDATE SET"
                       " user_id = excluded.user_id, amr = excluded.amr,"
                       " expires_at = excluded.expires_at"),
        {hashOf(visit),
         passed.userId,
         passed.amr.join(u' '),
         m_clock.now().addSecs(visitSeconds).toMSecsSinceEpoch()});
}

base::Result<Visits::Passed> Visits::find(const QByteArray &visit) const
{
    TRY(const auto rows,
        m_database.rows(QStringLiteral("SELECT v.user_id, v.amr FROM authority_visits v"
                                       " JOIN authority_users u ON u.id = v.user_id"
                                       " WHERE v.visit_hash = ? AND v.expires_at > ?"
                                       " AND u.active = 1"),
                        {hashOf(visit), m_clock.now().toMSecsSinceEpoch()}));
    if (visit.isEmpty() || rows.isEmpty())
        return base::fail(base::ErrorCode::NotFound, Words::tr("This sign-in has ended."));
    return Passed{rows.first()[0].toString(),
                  rows.first()[1].toString().split(u' ', Qt::SkipEmptyParts)};
}

base::Result<> Visits::forget(const QByteArray &visit)
{
    return m_database.change(QStringLiteral("DELETE FROM authority_visits WHERE visit_hash = ?"),
                             {hashOf(visit)});
}

base::Result<> Visits::cleanUp()
{
    return m_database.change(QStringLiteral("DELETE FROM authority_visits WHERE expires_at <= ?"),
                             {m_clock.now().toMSecsSinceEpoch()});
}

} // namespace authority
