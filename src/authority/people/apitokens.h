// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "ledger/database.h"

namespace authority {

//! Tokens for programs that are no OAuth clients (authority_api_tokens): a Prometheus that reads
//! `/metrics`, a service that asks for decisions. Good for one purpose: "metrics", "policy".
class ApiTokens
{
public:
    ApiTokens(ledger::Database &database, const base::Clock &clock);

    //! Shown once; the hash is kept. An invalid \a until: for good.
    [[nodiscard]] base::Result<base::Secret> add(const QString &purpose,
                                                 const QString &label,
                                                 const QDateTime &until = {});
    //! Denied.
    [[nodiscard]] base::Result<> check(const QString &purpose, const base::Secret &token) const;
    [[nodiscard]] base::Result<> cleanUp();

private:
    ledger::Database &m_database;
    const base::Clock &m_clock;
};

} // namespace authority
