// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/completion.h"

#include "base/logging.h"
#include "oauth/authorizationreply.h"
#include "oauth/idtoken.h"
#include "oauth/words.h"

#include <QJsonDocument>

namespace oauth {

namespace {

using base::ErrorCode;

base::Secret bearer(const base::Secret &token)
{
    QByteArray value = "Bearer ";
    value.append(token.expose());
    return base::Secret::take(std::move(value));
}

} // namespace

QString identityIn(const QJsonObject &claims, const QStringList &fields)
{
    static const QStringList usual{QStringLiteral("email"),
                                   QStringLiteral("preferred_username"),
                                   QStringLiteral("login"),
                                   QStringLiteral("username"),
                                   QStringLiteral("name")};
    for (const auto &field : fields.isEmpty() ? usual : fields) {
        QJsonValue value = claims;
        const auto steps = field.split(u'.');
        for (const auto &step : steps)
            value = value.toObject().value(step);
        const QString name = tidied(value.toString()).left(120);
        if (!name.isEmpty())
            return name;
    }
    return {};
}

Completion::Completion(IdTokenVerifier &verifier, net::Retry &http)
    : m_verifier(verifier)
    , m_http(http)
{}

base::Task<core::SignedIn> Completion::finish(core::Provider provider,
                                              Asked asked,
                                              TokenReply reply,
                                              std::stop_token stop)
{
    core::SignedIn done;
    const bool openId = asked.scopes.contains(QStringLiteral("openid"));
    QString issuer = provider.issuer;
    QString subject;
    if (!reply.idToken.isEmpty() && !provider.jwksUri.isEmpty()) {
        base::Secret idToken = reply.idToken.clone();
        base::Secret accessToken = reply.accessToken.clone();
        const QString clientId = asked.clientId;
        const QString nonce = asked.nonce;
        CO_TRY(const auto claims,
               co_await m_verifier.verify(
                   std::move(idToken), provider, clientId, nonce, std::move(accessToken), stop));
        issuer = claims.all.value(QLatin1String("iss")).toString();
        subject = claims.subject;
        done.identity = identityIn(claims.all, provider.identityFields);
    } else if (openId && !asked.nonce.isEmpty()) {
        // OIDC Core 3.1.3.3: whoever asks for openid gets an id token, or has not been talking to
        // the right one.
        co_return base::fail(ErrorCode::Denied,
                             Words::tr("%1 did not prove who signed in.").arg(provider.name),
                             Words::tr("Sign in again. If it happens again, tell the provider."));
    }

    if (done.identity.isEmpty() && !provider.userinfoEndpoint.isEmpty()) {
        base::Secret accessToken = reply.accessToken.clone();
        const auto info = co_await userinfo(provider, std::move(accessToken), stop);
        if (!info && info.error().code == ErrorCode::Cancelled)
            co_return base::fail(info.error());
        if (info) {
            const QString named = info->value(QLatin1String("sub")).toString();
            if (!subject.isEmpty() && named != subject)
                co_return base::fail(
                    ErrorCode::Denied,
                    Words::tr("%1 gave two different answers to who signed in.").arg(provider.name),
                    Words::tr("Sign in again. If it happens again, tell the provider."));
            done.identity = identityIn(*info, provider.identityFields);
        } else {
            // A name is a comfort; the tokens are good without it.
            qCInfo(lcOauth).noquote()
                << provider.id << "did not say who signed in:" << nameOf(info.error().code);
        }
    }

    auto &tokens = done.tokens;
    tokens.accessToken = std::move(reply.accessToken);
    tokens.refreshToken = std::move(reply.refreshToken);
    tokens.idToken = subject.isEmpty() ? base::Secret() : std::move(reply.idToken);
    tokens.tokenType = reply.tokenType;
    tokens.issuedAt = reply.issuedAt;
    tokens.expiresAt = reply.expiresAt;
    tokens.scopes = reply.scopes.value_or(asked.scopes);
    tokens.issuer = issuer;
    tokens.subject = subject;
    tokens.clientId = asked.clientId;
    tokens.tokenEndpoint = provider.tokenEndpoint;
    tokens.clientAuth = asked.clientAuth;
    co_return done;
}

base::Task<QJsonObject> Completion::userinfo(core::Provider provider,
                                             base::Secret accessToken,
                                             std::stop_token stop)
{
    net::Request request(net::Method::Get, QUrl(provider.userinfoEndpoint));
    request.with("Accept", "application/json");
    if (!provider.quirks.userAgent.isEmpty())
        request.with("User-Agent", provider.quirks.userAgent.toUtf8());
    request.withSecret("Authorization", bearer(accessToken));
    CO_TRY(const auto response, co_await m_http.send(std::move(request), stop));
    const auto document = QJsonDocument::fromJson(response.body);
    if (!response.isSuccess() || !document.isObject())
        co_return base::fail(ErrorCode::Unreachable, QStringLiteral("userinfo"));
    co_return document.object();
}

} // namespace oauth
