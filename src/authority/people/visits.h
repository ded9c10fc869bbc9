// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ledger/database.h"

#include <QStringList>

namespace authority {

//! Browsers that are half way through a sign-in: the password was right, the second factor is
//! missing (authority_visits). A browser is known by a cookie of its own, of which only the hash is
//! kept.
class Visits
{
public:
    Visits(ledger::Database &database, const base::Clock &clock);

    struct Passed
    {
        QString userId;
        QStringList amr;
    };
    //! Good for ten minutes.
    [[nodiscard]] base::Result<> remember(const QByteArray &visit, const Passed &passed);
    //! NotFound.
    [[nodiscard]] base::Result<Passed> find(const QByteArray &visit) const;
    [[nodiscard]] base::Result<> forget(const QByteArray &visit);
    [[nodiscard]] base::Result<> cleanUp();

    [[nodiscard]] static QString hashOf(const QByteArray &visit);

private:
    ledger::Database &m_database;
    const base::Clock &m_clock;
};

} // namespace authority
