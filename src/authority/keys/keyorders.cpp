// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/keys/keyorders.h"

#include "authority/words.h"

namespace authority {

namespace {

//! A revoked key stays on the list, for people, and off the published set.
constexpr std::chrono::hours revokedShown(7 * 24);

} // namespace

KeyOrders::KeyOrders(ledger::Database &database, const base::Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

base::Result<> KeyOrders::rollOver()
{
    TRY(const int due,
        m_database.changed(
            QStringLiteral("UPDATE authority_keys SET active_at = ? WHERE state = 'next'"),
            {m_clock.now().toMSecsSinceEpoch()}));
    if (due == 0)
        return base::fail(base::ErrorCode::NotFound,
                          Words::tr("There is no next key yet."),
                          Words::tr("Start the authority: it makes its keys then."));
    return {};
}

base::Result<> KeyOrders::revoke(const QString &id)
{
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    TRY(const int revoked,
        m_database.changed(
            QStringLiteral("UPDATE authority_keys SET state = 'revoked', retiring_at = ?,"
                           " gone_at = ? WHERE kid = ? AND state <> 'revoked'"),
            {now, now + std::chrono::milliseconds(revokedShown).count(), id}));
    if (revoked == 0)
        return base::fail(base::ErrorCode::NotFound,
                          Words::tr("There is no such key in use."),
                          Words::tr("Look at the list of keys again."));
    return {};
}

} // namespace authority
