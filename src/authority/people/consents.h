// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ledger/database.h"

#include <QStringList>

#include <optional>

namespace authority {

//! What a person has allowed a client before (authority_consents).
class Consents
{
public:
    //! What is allowed and remembered: the scopes, and where the tokens are for (RFC 8707). A yes
    //! for one resource is none for another.
    [[nodiscard]] static QStringList wishes(const QStringList &scopes,
                                            const QStringList &resources);

    Consents(ledger::Database &database, const base::Clock &clock);

    //! Which of \a wishes the person has not allowed yet; all of them when nothing is known.
    [[nodiscard]] base::Result<QStringList> missing(const QString &userId,
                                                    const QString &clientId,
                                                    const QStringList &wishes) const;
    [[nodiscard]] base::Result<bool> isKnown(const QString &userId, const QString &clientId) const;
    //! Adds to what was allowed before.
    [[nodiscard]] base::Result<> remember(const QString &userId,
                                          const QString &clientId,
                                          const QStringList &wishes);
    [[nodiscard]] base::Result<> forget(const QString &userId, const QString &clientId);
    [[nodiscard]] base::Result<> forgetAll(const QString &userId);

    struct Given
    {
        QString clientId;
        QString clientName; //!< empty: the client is gone
        QStringList scopes;
        QDateTime at;
    };
    [[nodiscard]] base::Result<QList<Given>> list(const QString &userId) const;

private:
    [[nodiscard]] base::Result<std::optional<QStringList>> read(const QString &userId,
                                                                const QString &clientId) const;

    ledger::Database &m_database;
    const base::Clock &m_clock;
};

} // namespace authority
