// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/interaction.h"
#include "authority/protocol/clientrecord.h"
#include "authority/protocol/refusal.h"
#include "web/parameters.h"

namespace authority {

//! How the answer travels (response_mode).
enum class ResponseMode { Query, FormPost };

//! An authorization request (OpenID Connect Core 3.1.2.1, RFC 6749 4.1.1, 7636, 8707, 9449) after
//! every check that needs nobody but the client's registration.
struct AuthorizationAsk
{
    QString clientId;
    QString redirectUri;
    QString state;
    QString nonce;
    QString challenge; //!< S256
    QStringList scopes; //!< that the client may have
    QStringList resources;
    QStringList prompt;
    int maxAge = -1;
    QString loginHint;
    QString locales;
    QString idTokenHint;
    QString thumbprint; //!< dpop_jkt
    ResponseMode mode = ResponseMode::Query;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static AuthorizationAsk fromJson(const QJsonObject &json);
    friend bool operator==(const AuthorizationAsk &, const AuthorizationAsk &) = default;
};

//! Where an answer goes.
struct ReturnTo
{
    QString redirectUri = {}; //!< registered; empty: nowhere, so a page says it
    QString state = {};
    ResponseMode mode = ResponseMode::Query;
};

//! Why an authorization request is refused, and where the browser may be told.
struct AskFault
{
    Refusal refusal;
    ReturnTo back;
};

//! The redirect address of a request if the client has registered it: no error may be sent
//! anywhere else (RFC 9700 4.11).
[[nodiscard]] Answer<QString> redirectIn(const web::Parameters &parameters,
                                         const ClientRecord &client);
//! Reads and checks a whole request; pure.
[[nodiscard]] tl::expected<AuthorizationAsk, AskFault> readAsk(const web::Parameters &parameters,
                                                               const ClientRecord &client);
//! Scopes that a client gets of those asked for: with openid, what it may not have is left out
//! (OpenID Connect Core 3.1.2.1); without, it is an error (RFC 6749 3.3).
[[nodiscard]] Answer<QStringList> allowedScopes(const QString &asked, const ClientRecord &client);
//! RFC 8707 2; what is not registered for the client is invalid_target.
[[nodiscard]] Answer<QStringList> allowedResources(const QStringList &asked,
                                                   const ClientRecord &client);

//! \a answer on its way, in the query or as a form; `iss` is always in it (RFC 9207).
[[nodiscard]] WayBack wayBack(const ReturnTo &to,
                              QList<std::pair<QByteArray, QByteArray>> answer,
                              const QString &issuer);

} // namespace authority
