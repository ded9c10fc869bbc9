// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/interaction.h"
#include "base/clock.h"
#include "ledger/database.h"

#include <QHash>

namespace authority {

//! Token buckets in the database (authority_buckets), shared by all instances. An instance takes a
//! tenth of a bucket's size at once and spends that here, so most calls cost no write; what it has
//! not spent after a few seconds goes back. All of them together never spend more than the rule
//! says.
class Buckets final : public Throttle
{
public:
    Buckets(ledger::Database &database, const base::Clock &clock);

    [[nodiscard]] base::Result<Allowance> take(const QString &name, const Rule &rule) override;
    //! Forgets buckets that have been full for a while.
    [[nodiscard]] base::Result<> cleanUp();

    struct Counters
    {
        qint64 allowed = 0;
        qint64 refused = 0;
        qint64 leases = 0; //!< writes to the database
        qsizetype held = 0; //!< buckets with something in hand
    };
    [[nodiscard]] Counters counters() const;

private:
    struct Lease
    {
        double left = 0;
        double level = 0; //!< what was in the bucket after the lease
        QDateTime until; //!< then it goes back
        QDateTime emptyUntil; //!< nothing to be had before
    };
    [[nodiscard]] base::Result<bool> lease(const QString &name, const Rule &rule, double amount);
    [[nodiscard]] base::Result<double> level(const QString &name, const Rule &rule) const;
    [[nodiscard]] base::Result<> giveBack(const QString &name, const Rule &rule, double amount);
    void forgetOld();

    ledger::Database &m_database;
    const base::Clock &m_clock;
    QHash<QString, Lease> m_leases;
    Counters m_counters;
};

} // namespace authority
