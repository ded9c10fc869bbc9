// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/interaction.h"
#include "base/clock.h"
#include "base/event.h"
#include "core/authority.h"
#include "ledger/database.h"

#include <chrono>

namespace authority {

//! Questions to the person at the desktop (authority_approvals). The browser's page asks again and
//! again how its question stands; silence for two minutes is a no.
class Approvals
{
public:
    static constexpr std::chrono::seconds patience = std::chrono::minutes(2);

    Approvals(ledger::Database &database, const base::Clock &clock);

    //! Whether there is a desktop where somebody can be asked.
    void setApprover(bool isThere) { m_isThere = isThere; }
    [[nodiscard]] bool hasApprover() const { return m_isThere; }

    enum class State { None, Waiting, Allowed, Denied };

    //! Asks, unless this browser has asked the same already.
    [[nodiscard]] base::Result<> ask(const Interaction &interaction,
                                     const core::AuthorityUser &as,
                                     bool isKnown,
                                     bool isRememberable,
                                     const QString &visitHash);
    //! Two digits for page and window, so that a person sees whose browser it is that asks.
    [[nodiscard]] static QString numberOf(const QString &interaction, const QString &visitHash);
    [[nodiscard]] base::Result<State> state(const QString &interaction,
                                            const QString &visitHash) const;
    //! An allowed question is good for one way back; false: it is not there (any more).
    [[nodiscard]] base::Result<bool> spend(const QString &interaction, const QString &visitHash);
    //! The browser goes another way (a password): nobody needs to answer any more.
    [[nodiscard]] base::Result<> withdraw(const QString &interaction, const QString &visitHash);

    //! Oldest first.
    [[nodiscard]] base::Result<QList<core::ApprovalQuestion>> waiting() const;
    //! NotFound: answered already, or too late. Gives the question.
    [[nodiscard]] base::Result<core::ApprovalQuestion> answer(const QString &id, bool allow);
    //! Takes away what is long over. Silence has been a no since its time was over.
    [[nodiscard]] base::Result<> cleanUp();

    base::Event<core::ApprovalQuestion> asked;
    //! One came, was answered or withdrawn.
    base::Event<> changed;

private:
    ledger::Database &m_database;
    const base::Clock &m_clock;
    bool m_isThere = false;
};

} // namespace authority
