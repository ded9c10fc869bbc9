// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/accountbook.h"

#include <QHash>
#include <QSet>

namespace agent {

//! Job: renews tokens before they end, so that whoever asks finds a fresh one and a dead sign-in is
//! noticed by us first. A few at a time; after a failure each account waits longer and longer.
class RefreshAhead
{
public:
    //! At most so many refreshes at once.
    static constexpr int width = 4;

    RefreshAhead(AccountBook &book,
                 core::Tokens &tokens,
                 const core::LockService &lock,
                 base::Clock &clock);

    //! Starts what is due; when to look again.
    [[nodiscard]] QDateTime run(const QDateTime &now);
    //! A refresh ended and another may begin.
    base::Event<> freed;
    [[nodiscard]] base::Task<> stop() { return m_scope.stop(); }

private:
    struct Wait
    {
        int failures = 0;
        QDateTime until;
    };

    [[nodiscard]] base::Task<> refresh(core::AccountId id);

    void look(const core::AccountId &id, const QDateTime &now);

    AccountBook &m_book;
    core::Tokens &m_tokens;
    const core::LockService &m_lock;
    base::Clock &m_clock;
    Agenda m_agenda{[this] { return m_book.ids(); }};
    std::deque<core::AccountId> m_due; //!< wait for one of the places
    QSet<core::AccountId> m_underWay;
    QHash<core::AccountId, Wait> m_waiting;
    base::TaskScope m_scope;
    base::Subscription m_onMove;
    base::Subscription m_onReset;
};

} // namespace agent
