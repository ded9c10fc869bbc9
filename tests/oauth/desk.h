// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/retry.h"
#include "oauth/completion.h"
#include "oauth/discovery.h"
#include "oauth/idtoken.h"
#include "oauth/jwks.h"
#include "oauth/tokenendpoint.h"
#include "support/fakeclock.h"
#include "support/jwssigner.h"
#include "support/scriptedserver.h"

#include <QJsonArray>

//! The room's services as `apps` wires them, on a clock that stands.
struct OauthDesk
{
    FakeClock clock;
    net::HttpClient http;
    net::CircuitBreaker breaker;
    net::Retry retry{http, clock, breaker, net::Backoff{.tries = 1}};
    oauth::Jwks jwks{retry, clock};
    oauth::IdTokenVerifier verifier{jwks, clock};
    oauth::Completion completion{verifier, retry};
    oauth::TokenEndpoint tokens{retry, clock};
    oauth::Discovery discovery{retry};
};

//! A scripted OpenID provider: keys, tokens, userinfo; the tests change what it says.
struct ScriptedProvider
{
    explicit ScriptedProvider(const FakeClock &atClock)
        : clock(atClock)
        , server([this](const ScriptedServer::Request &request) { return answer(request); })
    {
        provider.id = QStringLiteral("acme");
        provider.name = QStringLiteral("Acme");
        provider.methods = {core::SignInMethod::Browser};
        provider.issuer = server.origin();
        provider.authorizationEndpoint = server.address(QStringLiteral("/auth"));
        provider.tokenEndpoint = server.address(QStringLiteral("/token"));
        provider.userinfoEndpoint = server.address(QStringLiteral("/me"));
        provider.jwksUri = server.address(QStringLiteral("/jwks"));
        provider.scopes = {QStringLiteral("openid"), QStringLiteral("email")};
        userinfo = {{QStringLiteral("sub"), QStringLiteral("maria")},
                    {QStringLiteral("email"), QStringLiteral("maria@acme.dev")}};
        claims = {{QStringLiteral("iss"), provider.issuer},
                  {QStringLiteral("aud"), QStringLiteral("client-1")},
                  {QStringLiteral("sub"), QStringLiteral("maria")},
                  {QStringLiteral("nonce"), QStringLiteral("nonce-1")},
                  {QStringLiteral("iat"), clock.now().toSecsSinceEpoch()},
                  {QStringLiteral("exp"), clock.now().toSecsSinceEpoch() + 600}};
    }

    //! One key for all tests: to make one takes longer than any test.
    [[nodiscard]] static const JwsSigner &key()
    {
        static const JwsSigner made(QStringLiteral("RS256"));
        return made;
    }
    [[nodiscard]] QByteArray payload() const
    {
        return QJsonDocument(claims).toJson(QJsonDocument::Compact);
    }
    [[nodiscard]] QByteArray idToken() const { return signer.sign(payload()); }

    [[nodiscard]] int count(const QString &path) const
    {
        int hits = 0;
        for (const auto &request : server.requests)
            hits += request.path == path ? 1 : 0;
        return hits;
    }

    ScriptedServer::Reply answer(const ScriptedServer::Request &request)
    {
        if (request.path == u"/jwks") {
            QJsonArray keys;
            for (const auto &key : published)
                keys << key;
            return ScriptedServer::json({{QStringLiteral("keys"), keys}}, jwksStatus);
        }
        if (request.path == u"/me")
            return ScriptedServer::json(userinfo, userinfoStatus);
        if (request.path == u"/token") {
            if (!tokenReply.isEmpty())
                return ScriptedServer::json(tokenReply, tokenStatus);
            QJsonObject reply{{QStringLiteral("access_token"), QStringLiteral("access-1")},
                              {QStringLiteral("refresh_token"), QStringLiteral("refresh-1")},
                              {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                              {QStringLiteral("expires_in"), 3600}};
            if (withIdToken)
                reply.insert(QStringLiteral("id_token"), QString::fromLatin1(idToken()));
            return ScriptedServer::json(reply);
        }
        return ScriptedServer::text("no", 404);
    }

    const FakeClock &clock;
    const JwsSigner &signer = key();
    QList<QJsonObject> published{signer.publicJwk()};
    QJsonObject claims;
    QJsonObject userinfo;
    QJsonObject tokenReply; //!< empty: a good one
    int tokenStatus = 200;
    int userinfoStatus = 200;
    int jwksStatus = 200;
    bool withIdToken = true;
    core::Provider provider;
    ScriptedServer server;
};
