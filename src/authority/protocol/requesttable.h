// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/protocol/authorizationask.h"
#include "authority/protocol/settings.h"
#include "base/clock.h"
#include "ledger/database.h"

#include <optional>

namespace authority {

//! Authorization requests that have passed every check: pushed ones (RFC 9126) until a browser
//! brings them, and those that wait for a person.
class RequestTable
{
public:
    RequestTable(ledger::Database &database,
                 const base::Clock &clock,
                 const ProtocolSettings &settings);

    //! What stands behind urn:ietf:params:oauth:request_uri: for it.
    [[nodiscard]] base::Result<QByteArray> push(const AuthorizationAsk &ask);
    //! Takes a pushed request out; nothing when it is not there (any more) or another client's.
    [[nodiscard]] base::Result<std::optional<AuthorizationAsk>> take(QByteArrayView reference,
                                                                     const QString &clientId);

    struct Waiting
    {
        QString id;
        AuthorizationAsk ask;
        QDateTime expiresAt;
        QDateTime createdAt;
    };
    [[nodiscard]] base::Result<Waiting> wait(const AuthorizationAsk &ask);
    //! NotFound (also when it was answered), Expired.
    [[nodiscard]] base::Result<Waiting> find(const QString &id);
    //! Answers a waiting request, once: Conflict when somebody else has. \a how: allowed, denied.
    [[nodiscard]] base::Result<> answer(const QString &id,
                                        const QString &how,
                                        const QString &userId);

    [[nodiscard]] base::Result<int> cleanUp(int most);

private:
    [[nodiscard]] qint64 now() const { return m_clock.now().toMSecsSinceEpoch(); }
    [[nodiscard]] base::Result<> insert(const QString &id,
                                        const QString &kind,
                                        const AuthorizationAsk &ask,
                                        qint64 expiresAt);

    ledger::Database &m_database;
    const base::Clock &m_clock;
    const ProtocolSettings &m_settings;
};

} // namespace authority
