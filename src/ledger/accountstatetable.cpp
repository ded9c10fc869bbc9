// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/accountstatetable.h"

#include "base/faultpoint.h"

#include <QDateTime>
#include <QTimeZone>

namespace ledger {

namespace {

QVariant stored(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QVariant stored(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QDateTime timeOf(const QVariant &value)
{
    return value.isNull() ? QDateTime()
                          : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

} // namespace

AccountStateTable::AccountStateTable(Database &database)
    : m_database(database)
{}

base::Result<QHash<core::AccountId, core::AccountState>> AccountStateTable::all() const
{
    TRY(auto rows,
        m_database.run(QStringLiteral(
            "SELECT service, account, issued_at, expires_at, renewable, sign_in_lost, trouble,"
            " trouble_since, last_refresh, last_used, last_used_by, snoozed_until"
            " FROM account_states")));
    QHash<core::AccountId, core::AccountState> states;
    while (rows.next()) {
        core::AccountState state;
        state.issuedAt = timeOf(rows.value(2));
        state.expiresAt = timeOf(rows.value(3));
        state.renewable = rows.value(4).toBool();
        state.signInLost = rows.value(5).toBool();
        state.trouble = rows.value(6).toString();
        state.troubleSince = timeOf(rows.value(7));
        state.lastRefresh = timeOf(rows.value(8));
        state.lastUsed = timeOf(rows.value(9));
        state.lastUsedBy = rows.value(10).toString();
        state.snoozedUntil = timeOf(rows.value(11));
        states.insert({rows.value(0).toString(), rows.value(1).toString()}, state);
    }
    return states;
}

base::Result<> AccountStateTable::put(const core::AccountId &id, const core::AccountState &state)
{
    TRY_VOID(m_database.change(
        QStringLiteral(
            "INSERT INTO account_states (service, account, issued_at, expires_at,"
            " renewable, sign_in_lost, trouble, trouble_since, last_refresh, last_used,"
            " last_used_by, snoozed_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (service, account) DO UPDATE SET issued_at = excluded.issued_at,"
            " expires_at = excluded.expires_at, renewable = excluded.renewable,"
            " sign_in_lost = excluded.sign_in_lost, trouble = excluded.trouble,"
            " trouble_since = excluded.trouble_since, last_refresh = excluded.last_refresh,"
            " last_used = excluded.last_used, last_used_by = excluded.last_used_by,"
            " snoozed_until = excluded.snoozed_until"),
        {id.service,
         id.account,
         stored(state.issuedAt),
         stored(state.expiresAt),
         state.renewable,
         state.signInLost,
         stored(state.trouble),
         stored(state.troubleSince),
         stored(state.lastRefresh),
         stored(state.lastUsed),
         stored(state.lastUsedBy),
         stored(state.snoozedUntil)}));
    base::faultPoint("database.state_put");
    return {};
}

base::Result<> AccountStateTable::remove(const core::AccountId &id)
{
    TRY_VOID(m_database.run(
        QStringLiteral("DELETE FROM account_states WHERE service = ? AND account = ?"),
        {id.service, id.account}));
    return {};
}

} // namespace ledger
