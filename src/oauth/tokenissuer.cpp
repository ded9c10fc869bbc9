// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tokenissuer.h"

#include "core/credentialref.h"
#include "oauth/words.h"

#include <QUrl>

namespace oauth {

using base::ErrorCode;
using base::fail;

namespace {

//! The old set with what the reply replaces (RFC 6749 6: what is omitted stays).
core::TokenSet merged(const core::TokenSet &old, TokenReply reply)
{
    core::TokenSet fresh = old.clone();
    fresh.accessToken = std::move(reply.accessToken);
    if (!reply.refreshToken.isEmpty())
        fresh.refreshToken = std::move(reply.refreshToken);
    if (!reply.idToken.isEmpty())
        fresh.idToken = std::move(reply.idToken);
    fresh.tokenType = reply.tokenType;
    fresh.issuedAt = reply.issuedAt;
    fresh.expiresAt = reply.expiresAt;
    if (reply.scopes)
        fresh.scopes = *reply.scopes;
    return fresh;
}

base::Secret bearer(QByteArrayView scheme, const base::Secret &token)
{
    QByteArray value = scheme.toByteArray();
    value.append(token.expose());
    return base::Secret::take(std::move(value));
}

} // namespace

TokenIssuer::TokenIssuer(core::SecretStore &store,
                         core::Providers &providers,
                         net::Retry &http,
                         base::Clock &clock,
                         IdTokenCheck checkIdToken)
    : m_store(store)
    , m_providers(providers)
    , m_http(http)
    , m_clock(clock)
    , m_checkIdToken(std::move(checkIdToken))
    , m_endpoint(http, clock)
{}

base::Task<Renewal> TokenIssuer::renew(core::Provider provider,
                                       KeptTokens old,
                                       core::TokenLimits limits,
                                       std::stop_token stop)
{
    CO_TRY(ClientProof proof, co_await proofFor(provider, old));
    Form form;
    form.add("grant_type", QByteArrayView("refresh_token")).add("refresh_token", old->refreshToken);
    if (!limits.scopes.isEmpty())
        form.add("scope", limits.scopes.join(provider.quirks.scopeSeparator));
    if (!limits.audience.isEmpty())
        form.add(provider.audienceParameter.toLatin1(), limits.audience);
    const QString endpoint = old->tokenEndpoint;
    const core::TokenReplyQuirks quirks = provider.quirks;
    CO_TRY(TokenAnswer answer,
           co_await m_endpoint.askPatiently(
               endpoint, std::move(form), std::move(proof), quirks, stop));
    Renewal renewal;
    if (!answer.reply) {
        renewal.refusal = std::move(answer.refusal);
        co_return renewal;
    }
    TokenReply reply = *std::move(answer.reply);
    // 5.1: what is not said is as it was asked for.
    if (!reply.scopes && !limits.scopes.isEmpty())
        reply.scopes = limits.scopes;
    if (!reply.idToken.isEmpty()) {
        base::Secret idToken = reply.idToken.clone();
        base::Secret accessToken = reply.accessToken.clone();
        CO_TRY(const IdTokenVerdict verdict,
               co_await judge(provider, old, std::move(idToken), std::move(accessToken), stop));
        if (verdict == IdTokenVerdict::CannotTell)
            reply.idToken.clear();
    }
    renewal.tokens = std::make_shared<const core::TokenSet>(merged(*old, std::move(reply)));
    co_return renewal;
}

base::Task<Validity> TokenIssuer::validate(core::Provider provider,
                                           KeptTokens tokens,
                                           std::stop_token stop)
{
    net::Request request(net::Method::Get, QUrl(provider.validationEndpoint));
    request.withSecret("Authorization", bearer("OAuth ", tokens->accessToken));
    CO_TRY(const net::Response response, co_await m_http.send(std::move(request), stop));
    if (response.status == 401)
        co_return Validity::Refused;
    if (!response.isSuccess()) {
        co_return fail(ErrorCode::Unreachable,
                       Words::tr("%1 has trouble just now.").arg(provider.name),
                       Words::tr("We try again in a few minutes."),
                       base::Retryable::Yes);
    }
    co_return Validity::Valid;
}

base::Task<> TokenIssuer::revoke(core::Provider provider, KeptTokens tokens, std::stop_token stop)
{
    auto resolved = co_await m_providers.resolved(provider, stop);
    if (resolved)
        provider = *std::move(resolved);
    else if (provider.revocationEndpoint.isEmpty() && !provider.issuer.isEmpty())
        co_return fail(std::move(resolved).error());
    const QString endpoint = provider.revocationEndpoint;
    if (endpoint.isEmpty()) {
        co_return fail(ErrorCode::Unsupported,
                       Words::tr("%1 cannot be told to end the sign-in.").arg(provider.name),
                       Words::tr("End it in your settings at %1.").arg(provider.name));
    }
    CO_TRY(const ClientProof proof, co_await proofFor(provider, tokens));

    // RFC 7009 2.1: the refresh token takes the access tokens of its grant along where the provider
    // can; where it cannot, the access token is told too.
    const std::pair<QByteArrayView, const base::Secret *> both[]{
        {"refresh_token", &tokens->refreshToken}, {"access_token", &tokens->accessToken}};
    for (const auto &[hint, token] : both) {
        if (token->isEmpty())
            continue;
        Form form;
        form.add("token", *token).add("token_type_hint", hint);
        net::Request request = clientRequest(endpoint, std::move(form), proof, provider.quirks);
        request.repeat = net::Repeat::Allowed; // 2.2: a token that has ended is no error
        CO_TRY(const net::Response response, co_await m_http.send(std::move(request), stop));
        if (response.isSuccess())
            continue;
        const auto refusal = refusalIn(response.status, response.body, provider.quirks);
        // 2.2.1: a provider need not know both types.
        if (refusal && refusal->code == u"unsupported_token_type")
            continue;
        Refusal unknown;
        unknown.status = response.status;
        co_return fail(toError(refusal.value_or(unknown), provider.name));
    }
    co_return {};
}

base::Task<ClientProof> TokenIssuer::proofFor(core::Provider provider, KeptTokens tokens)
{
    ClientProof proof(tokens->clientAuth, tokens->clientId, {});
    const bool usesSecret = proof.method != core::ClientAuth::None || provider.sendSecretWithPkce;
    if (!usesSecret)
        co_return proof;

    // A secret belongs to one client. When another was entered since, this sign-in cannot go on.
    const QString idEntry = core::clientIdEntry(provider.id);
    const auto knownId = co_await m_store.read(idEntry);
    if (!knownId && knownId.error().code != ErrorCode::NotFound)
        co_return fail(knownId.error());
    if (knownId && !knownId->equals(tokens->clientId.toUtf8())) {
        co_return fail(
            ErrorCode::SignInRequired,
            Words::tr("The client of %1 was changed after this sign-in.").arg(provider.name),
            Words::tr("Sign in again to go on."));
    }
    const QString secretEntry = core::clientSecretEntry(provider.id);
    auto secret = co_await m_store.read(secretEntry);
    if (secret) {
        proof.secret = *std::move(secret);
        if (proof.method == core::ClientAuth::None)
            proof.method = core::ClientAuth::Post;
        co_return proof;
    }
    if (secret.error().code != ErrorCode::NotFound)
        co_return fail(std::move(secret).error());
    if (proof.method != core::ClientAuth::None) {
        co_return fail(
            ErrorCode::Denied,
            Words::tr("The client secret of %1 is missing.").arg(provider.name),
            Words::tr("Enter it where the sign-in begins: Add account, %1.").arg(provider.name));
    }
    co_return proof;
}

base::Task<TokenIssuer::IdTokenVerdict> TokenIssuer::judge(core::Provider provider,
                                                           KeptTokens old,
                                                           base::Secret idToken,
                                                           base::Secret accessToken,
                                                           std::stop_token stop)
{
    // The keys may be out of reach. The new tokens came from the endpoint itself over TLS (OIDC
    // Core 3.1.3.7, 6), and a rotated one must not be lost for that: only the id token is left
    // aside.
    auto resolved = co_await m_providers.resolved(provider, stop);
    if (!resolved || !m_checkIdToken)
        co_return IdTokenVerdict::CannotTell;
    core::Provider whole = *std::move(resolved);
    if (!old->issuer.isEmpty())
        whole.issuer = old->issuer;
    const QString clientId = old->clientId;
    const QString noNonce;
    const auto claims = co_await m_checkIdToken(
        std::move(idToken), whole, clientId, noNonce, std::move(accessToken), stop);
    if (!claims) {
        const base::Error &error = claims.error();
        if (error.retryable == base::Retryable::Yes || error.code == ErrorCode::Cancelled)
            co_return IdTokenVerdict::CannotTell;
        co_return fail(error);
    }
    // OIDC Core 12.2: the same person as at the sign-in.
    if (!old->subject.isEmpty() && claims->subject != old->subject) {
        co_return fail(ErrorCode::Denied,
                       Words::tr("%1 answered with tokens of somebody else.").arg(provider.name),
                       Words::tr("Sign in again to go on."));
    }
    co_return IdTokenVerdict::Verified;
}

} // namespace oauth
