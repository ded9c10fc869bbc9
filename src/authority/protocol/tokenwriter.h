// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/keys/keyring.h"
#include "authority/protocol/clientrecord.h"
#include "authority/protocol/grant.h"
#include "authority/protocol/settings.h"
#include "base/clock.h"

namespace authority {

//! Writes and signs access tokens (RFC 9068) and id tokens (OpenID Connect Core 2).
class TokenWriter
{
public:
    TokenWriter(KeyRing &keys, const base::Clock &clock, const ProtocolSettings &settings);

    struct AccessToken
    {
        QString subject; //!< the user, or the client when it asks for itself
        QStringList roles;
        QStringList scopes;
        QStringList resources;
        QString grantId; //!< empty: client credentials
        qint64 authAt = 0; //!< milliseconds; 0: nobody signed in
        QString thumbprint; //!< DPoP
    };
    [[nodiscard]] base::Result<QByteArray> access(const ClientRecord &client,
                                                  const AccessToken &token);

    //! \a nonce is empty for a refreshed one (OpenID Connect Core 12.2).
    [[nodiscard]] base::Result<QByteArray> id(const ClientRecord &client,
                                              const Grant &grant,
                                              QByteArrayView accessToken,
                                              const QString &nonce);

    //! Whom a token is for (RFC 9068 3): what was asked for, else the client's only resource, else
    //! the userinfo endpoint or, without openid, the client itself.
    [[nodiscard]] QStringList audience(const ClientRecord &client, const AccessToken &token) const;
    [[nodiscard]] QString userinfoUrl() const;

private:
    KeyRing &m_keys;
    const base::Clock &m_clock;
    const ProtocolSettings &m_settings;
};

} // namespace authority
