// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "core/services.h"

#include <QHash>
#include <QSet>
#include <queue>

#include <functional>
#include <vector>

namespace agent {

//! The views of all accounts, kept. With ten thousand of them making all anew takes longer than a
//! frame may; so only those are made anew that somebody has touched, or whose time has come.
class AccountViews
{
public:
    struct Made
    {
        core::AccountView view;
        QDateTime next; //!< when it turns by time alone; invalid: never
    };
    using Make = std::function<Made(const core::Account &, const QDateTime &now)>;

    AccountViews(const core::Accounts &accounts, Make make);

    //! Everything that was known is void.
    void restart();
    //! The account or its state is not what it was.
    void touch(const core::AccountId &id);
    //! In the order of the accounts.
    [[nodiscard]] const QList<core::AccountView> &at(const QDateTime &now);

private:
    using Turn = std::pair<qint64, qsizetype>; //!< ms since 1970, place

    void makeAll(const QDateTime &now);
    [[nodiscard]] bool mend(const QDateTime &now);
    [[nodiscard]] bool makeAnew(qsizetype place, const QDateTime &now);
    void noteTurn(const QDateTime &next, qsizetype place);

    const core::Accounts &m_accounts;
    Make m_make;
    bool m_isKnown = false;
    QDateTime m_last;
    QList<core::AccountView> m_views;
    QHash<core::AccountId, qsizetype> m_places; //!< made when somebody asks for one
    QSet<core::AccountId> m_touched;
    std::priority_queue<Turn, std::vector<Turn>, std::greater<>> m_turns;
};

} // namespace agent
