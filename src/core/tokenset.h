// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QDateTime>
#include <QStringList>

namespace core {

//! How a client proves itself at the token endpoint (OIDC Core 9).
enum class ClientAuth { None, Basic, Post };

[[nodiscard]] QString nameOf(
    ClientAuth method); //!< "none", "client_secret_basic", "client_secret_post"
[[nodiscard]] base::Result<ClientAuth> clientAuthFrom(const QString &name);

//! Everything a refresh needs, stored as ONE entry so that it is replaced whole or not at all.
//! The issuer, client and endpoint are those the token was made with, whatever the catalog says
//! now.
struct TokenSet
{
    base::Secret accessToken;
    base::Secret refreshToken; //!< empty: there is none
    base::Secret idToken; //!< for the logout hint; empty: there is none
    QString tokenType = QStringLiteral("Bearer");
    QDateTime issuedAt; //!< UTC
    QDateTime expiresAt; //!< UTC; invalid: the provider did not say
    QStringList scopes;
    QString issuer;
    QString subject; //!< `sub` of the verified id token; empty: none
    QString clientId;
    QString tokenEndpoint;
    ClientAuth clientAuth = ClientAuth::None;

    [[nodiscard]] TokenSet clone() const;

    //! One entry for a SecretStore: a line "latchkey-token-set 1", a line of JSON without secrets,
    //! then the three secrets, a line each (RFC 6749 A.12: tokens hold no line break). So no secret
    //! passes through a JSON library's memory.
    [[nodiscard]] base::Secret serialized() const;
    //! Corrupt when it is not what serialized() writes.
    [[nodiscard]] static base::Result<TokenSet> parse(const base::Secret &entry);
};

//! A token for less than the account has.
struct TokenLimits
{
    QStringList scopes; //!< only these (RFC 6749, 6); empty: all
    QString audience; //!< to be used there only (RFC 8707); empty: anywhere

    [[nodiscard]] bool isNothing() const { return scopes.isEmpty() && audience.isEmpty(); }
};

//! What a caller gets: the access token alone.
struct AccessToken
{
    base::Secret value;
    QString tokenType;
    QDateTime expiresAt; //!< invalid: unknown or never
    QStringList scopes;
};

} // namespace core
