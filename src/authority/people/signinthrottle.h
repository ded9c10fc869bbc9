// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ledger/database.h"

#include <chrono>

namespace authority {

//! Counts guesses (authority_attempts), exactly and for all instances: an attempt is written before
//! it is checked and forgiven when it was right, so guesses that run side by side count, too.
class SignInThrottle
{
public:
    struct Rule
    {
        int most = 5;
        std::chrono::seconds within{60};
    };

    SignInThrottle(ledger::Database &database, const base::Clock &clock);

    struct Attempt
    {
        QString name;
        int retryAfter = 0; //!< seconds; 0: go ahead
        [[nodiscard]] bool isAllowed() const { return retryAfter == 0; }
    };
    //! Begins one guess about \a subject (a user name, whether there is one or not) from \a peer.
    [[nodiscard]] base::Result<Attempt> begin(const QString &purpose,
                                              const QString &peer,
                                              const QString &subject,
                                              const Rule &rule);
    [[nodiscard]] base::Result<Attempt> begin(const QString &purpose,
                                              const QString &peer,
                                              const QString &subject);
    //! It was right: the earlier ones are forgotten.
    [[nodiscard]] base::Result<> forgive(const Attempt &attempt);
    [[nodiscard]] base::Result<> cleanUp();

private:
    ledger::Database &m_database;
    const base::Clock &m_clock;
};

} // namespace authority
