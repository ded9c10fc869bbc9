// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/accountviews.h"

namespace agent {

AccountViews::AccountViews(const core::Accounts &accounts, Make make)
    : m_accounts(accounts)
    , m_make(std::move(make))
{}

void AccountViews::restart()
{
    m_isKnown = false;
    m_touched.clear();
}

void AccountViews::touch(const core::AccountId &id)
{
    if (m_isKnown)
        m_touched.insert(id);
}

const QList<core::AccountView> &AccountViews::at(const QDateTime &now)
{
    // A clock that was set back makes every standing another one.
    if (!m_isKnown || now < m_last || !mend(now))
        makeAll(now);
    m_last = now;
    return m_views;
}

void AccountViews::makeAll(const QDateTime &now)
{
    const QList<core::Account> accounts = m_accounts.all();
    m_isKnown = true;
    m_touched.clear();
    m_places.clear();
    m_turns = {};
    m_views.clear();
    m_views.reserve(accounts.size());
    for (const core::Account &account : accounts) {
        Made made = m_make(account, now);
        noteTurn(made.next, m_views.size());
        m_views += std::move(made.view);
    }
}

//! False: it is not the same list of accounts any more.
bool AccountViews::mend(const QDateTime &now)
{
    if (!m_touched.isEmpty() && m_places.isEmpty()) {
        m_places.reserve(m_views.size());
        for (qsizetype place = 0; place < m_views.size(); ++place)
            m_places.insert(m_views.at(place).account.id, place);
    }
    const QSet<core::AccountId> touched = std::exchange(m_touched, {});
    for (const core::AccountId &id : touched) {
        const auto place = m_places.constFind(id);
        if (place == m_places.cend() || !makeAnew(*place, now))
            return false;
    }
    while (!m_turns.empty() && m_turns.top().first <= now.toMSecsSinceEpoch()) {
        const qsizetype place = m_turns.top().second;
        m_turns.pop();
        if (!makeAnew(place, now))
            return false;
    }
    return true;
}

bool AccountViews::makeAnew(qsizetype place, const QDateTime &now)
{
    const auto account = m_accounts.find(m_views.at(place).account.id);
    if (!account)
        return false;
    Made made = m_make(*account, now);
    noteTurn(made.next, place);
    m_views[place] = std::move(made.view);
    return true;
}

void AccountViews::noteTurn(const QDateTime &next, qsizetype place)
{
    if (next.isValid())
        m_turns.emplace(next.toMSecsSinceEpoch(), place);
}

} // namespace agent
