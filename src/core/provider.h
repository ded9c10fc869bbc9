// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "core/tokenset.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace core {

//! A way to get a credential into Latchkey.
enum class SignInMethod { Browser, Device, ApiKey };

[[nodiscard]] QString nameOf(SignInMethod method); //!< "browser", "device", "api_key"

//! Oddities of token replies (features.md 4.7).
struct TokenReplyQuirks
{
    bool errorsWithOk = false; //!< GitHub: errors come with HTTP 200
    bool okField = false; //!< Slack: {"ok":false,"error":"…"} with HTTP 200
    QString scopeSeparator =
        QStringLiteral(" "); //!< in requests and replies; Slack and GitHub: ","
    QString pendingField; //!< Twitch: `message` carries authorization_pending
    QString accept = QStringLiteral("application/json");
    QString userAgent; //!< Reddit wants one of its own; empty: ours
    //! Slack: the person's tokens stand in this object ("authed_user"), if it is there.
    QString nestedIn;
};

//! One catalog entry: a service and all one needs to sign in to it (resources/providers/*.toml).
struct Provider
{
    QString id; //!< "github"
    QString name; //!< "GitHub"
    QString letters; //!< monogram, 1–2 letters
    int tone = 0; //!< monogram's ground, 0–9
    QStringList aliases; //!< service names that mean this provider: gmail → google
    QList<SignInMethod> methods; //!< best first

    QString issuer; //!< OIDC/RFC 8414 issuer; with empty endpoints they are discovered
    QString authorizationEndpoint;
    QString tokenEndpoint;
    QString deviceEndpoint;
    QString revocationEndpoint;
    QString userinfoEndpoint;
    QString jwksUri;
    QStringList idTokenAlgorithms; //!< accepted ones; empty: RS256 ES256 EdDSA PS256
    bool issuerInReply = false; //!< RFC 9207: the reply must carry `iss`

    bool nonceInIdToken = true; //!< false: LinkedIn's id tokens leave the nonce out
    //! Where userinfo names the person, best first: "login", "data.username"; empty: the usual
    //! ones.
    QStringList identityFields;

    QStringList scopes; //!< default ones
    QString scopeParameter = QStringLiteral("scope"); //!< Slack asks for a person's: "user_scope"
    ClientAuth clientAuth = ClientAuth::None;
    //! A public client that needs no registration, used while the person has entered none.
    QString clientId;
    //! A reference to its secret (auth://…, ref+…), never the secret itself.
    QString clientSecret;
    bool clientSecretNeeded = false;
    bool sendSecretWithPkce = false; //!< Google: a native client's secret is still sent
    bool pkce = true;
    QMap<QString, QString> authorizationParameters; //!< access_type=offline …
    QMap<QString, QString> deviceParameters;
    QString redirectHost = QStringLiteral("127.0.0.1"); //!< Microsoft: "localhost"
    QString redirectPath = QStringLiteral("/callback");
    QList<int> redirectPorts; //!< registered ports, tried in order; empty: any free one
    bool refreshRotates = false;
    bool narrowsScopes = true; //!< a refresh may ask for fewer scopes (RFC 6749 6)
    //! How a refresh names where its token is to be used: "resource" (RFC 8707), "audience"; empty:
    //! it cannot.
    QString audienceParameter;
    int validateEverySeconds = 0; //!< Twitch: validation is compulsory, hourly; 0: never
    QString validationEndpoint;
    TokenReplyQuirks quirks;

    QString keyHint; //!< for API keys: how one looks, "sk-…"
    QString keyPage; //!< where a person makes one
    QString clientPage; //!< where a person registers a client
    bool ownFile = false; //!< from the person's providers/ folder

    [[nodiscard]] bool offers(SignInMethod method) const { return methods.contains(method); }
};

//! The id of a provider that a person named by its issuer address: host, port and path as one word
//! ("https://id.acme.dev/realms/a" → "id.acme.dev-realms-a"), with a digest behind it where two
//! addresses could give the same word. A catalog id comes back as it is.
[[nodiscard]] QString providerIdOf(const QString &idOrIssuer);

//! A registered client of a provider.
struct ClientCredentials
{
    QString clientId;
    base::Secret clientSecret; //!< empty: a public client

    [[nodiscard]] ClientCredentials clone() const { return {clientId, clientSecret.clone()}; }
};

} // namespace core
