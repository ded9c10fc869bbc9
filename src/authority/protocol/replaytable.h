// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/database.h"

#include <QDateTime>

namespace authority {

//! What may be shown once only (jti of assertions and proofs), shared by all instances.
class ReplayTable
{
public:
    explicit ReplayTable(ledger::Database &database);

    //! True the first time that \a value of \a kind ("dpop", "assertion") is seen. Remembered until
    //! \a until, after which its bearer must have expired by itself.
    [[nodiscard]] base::Result<bool> isNew(const QString &kind,
                                           QByteArrayView value,
                                           const QDateTime &until);

private:
    ledger::Database &m_database;
};

} // namespace authority
