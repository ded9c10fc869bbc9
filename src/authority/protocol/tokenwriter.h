// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/keys/keyring.h"
#include "authority/protocol/clientrecord.h"
#include "authority/protocol/grant.h"
#include "authority/protocol/settings.h"
#include "base/clock.h"

#include <memory>
#include <optional>

namespace authority {

//! Writes and signs access tokens (RFC 9068) and id tokens (OpenID Connect Core 2), in two steps:
//! order() takes what belongs to the authority's thread, write() does the work in any.
class TokenWriter
{
public:
    TokenWriter(const KeyRing &keys, const base::Clock &clock, const ProtocolSettings &settings);

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
    //! Everything that goes into the tokens of one reply.
    struct Order
    {
        std::shared_ptr<const crypto::SigningKey> key;
        ClientPointer client;
        AccessToken access;
        std::optional<Grant> identity; //!< with an id token about it
        QString nonce; //!< empty for a refreshed one (OpenID Connect Core 12.2)
        qint64 now = 0; //!< seconds
    };
    struct Tokens
    {
        QByteArray access;
        QByteArray id; //!< empty: none was ordered
    };

    //! Locked while the keys are.
    [[nodiscard]] base::Result<Order> order(ClientPointer client, AccessToken access) const;
    [[nodiscard]] base::Result<Tokens> write(const Order &order) const;

    //! Whom a token is for (RFC 9068 3): what was asked for, else the client's only resource, else
    //! the userinfo endpoint or, without openid, the client itself.
    [[nodiscard]] QStringList audience(const ClientRecord &client, const AccessToken &token) const;
    [[nodiscard]] QString userinfoUrl() const;

private:
    [[nodiscard]] base::Result<QByteArray> access(const Order &order) const;
    [[nodiscard]] base::Result<QByteArray> id(const Order &order, QByteArrayView accessToken) const;

    const KeyRing &m_keys;
    const base::Clock &m_clock;
    const ProtocolSettings &m_settings;
};

} // namespace authority
