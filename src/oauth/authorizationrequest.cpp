// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/authorizationrequest.h"

#include "crypto/digest.h"
#include "crypto/random.h"
#include "oauth/loopbackreplyhandler.h"

#include <QOAuth2AuthorizationCodeFlow>
#include <QUrlQuery>

namespace oauth {

AuthorizationRequest makeAuthorizationRequest(const core::Provider &provider,
                                              const QString &clientId,
                                              const QStringList &scopes,
                                              const QString &redirectUri)
{
    AuthorizationRequest request;
    request.redirectUri = redirectUri;
    // Network Auth's own state has 8 letters of a generator that is not made for secrets.
    request.state = QString::fromLatin1(crypto::randomToken());
    if (scopes.contains(QStringLiteral("openid")))
        request.nonce = QString::fromLatin1(crypto::randomToken());
    if (provider.pkce)
        request.verifier = base::Secret::take(crypto::randomToken());

    QUrl endpoint(provider.authorizationEndpoint);
    const QUrlQuery ownQuery(endpoint); // RFC 6749 3.1: it must be kept
    endpoint.setQuery(QUrlQuery());

    LoopbackReplyHandler handler(redirectUri);
    QOAuth2AuthorizationCodeFlow flow;
    flow.setReplyHandler(&handler);
    flow.setAuthorizationUrl(endpoint);
    // Never asked by it, but grant() does nothing without one.
    flow.setAccessTokenUrl(QUrl(provider.tokenEndpoint));
    flow.setClientIdentifier(clientId);
    flow.setScope(scopes.join(provider.quirks.scopeSeparator));
    flow.setState(request.state);
    flow.setModifyParametersFunction([&](QAbstractOAuth::Stage stage,
                                         QMultiMap<QString, QVariant> *parameters) {
        if (stage != QAbstractOAuth::Stage::RequestingAuthorization)
            return;
        if (provider.scopeParameter != u"scope") {
            const QVariant scope = parameters->value(QStringLiteral("scope"));
            parameters->remove(QStringLiteral("scope"));
            parameters->replace(provider.scopeParameter, scope);
        }
        if (!request.nonce.isEmpty())
            parameters->replace(QStringLiteral("nonce"), request.nonce);
        if (!request.verifier.isEmpty()) {
            const QByteArray challenge = crypto::pkceChallenge(request.verifier.expose());
            parameters->replace(QStringLiteral("code_challenge"), QString::fromLatin1(challenge));
            parameters->replace(QStringLiteral("code_challenge_method"), QStringLiteral("S256"));
        }
        const auto extra = [parameters](const QString &name, const QString &value) {
            // What makes the request safe is not for a catalog file to change.
            if (!parameters->contains(name))
                parameters->insert(name, value);
        };
        for (auto it = provider.authorizationParameters.cbegin();
             it != provider.authorizationParameters.cend();
             ++it)
            extra(it.key(), it.value());
        const auto kept = ownQuery.queryItems(QUrl::FullyDecoded);
        for (const auto &[name, value] : kept)
            extra(name, value);
        // Network Auth puts values into the query as they are: "+" and "&" would change them.
        for (auto it = parameters->begin(); it != parameters->end(); ++it)
            *it = QString::fromLatin1(QUrl::toPercentEncoding(it->toString()));
    });
    // It has the browser opened by a signal, which comes before grant() returns.
    QObject::connect(&flow, &QAbstractOAuth::authorizeWithBrowser, [&request](const QUrl &page) {
        request.page = page;
    });
    flow.grant();
    return request;
}

} // namespace oauth
