// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ledger/database.h"

namespace authority {

//! What may be done to the signing keys by who has the database and not the vault: a command line
//! beside the instance that serves. Instances with the vault do the rest when their KeyRing turns
//! next (within half a minute), or when they start.
class KeyOrders
{
public:
    KeyOrders(ledger::Database &database, const base::Clock &clock);

    //! The next keys are due now. NotFound: there are none, for nothing has ever signed.
    [[nodiscard]] base::Result<> rollOver();
    //! Nothing that the key has signed verifies from now on at who asks the database, and the key
    //! leaves the published set. NotFound: no such key, or it was revoked before.
    [[nodiscard]] base::Result<> revoke(const QString &id);

private:
    ledger::Database &m_database;
    const base::Clock &m_clock;
};

} // namespace authority
