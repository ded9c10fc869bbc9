// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/tokenfacts.h"

#include "authority/protocol/dpopgate.h"
#include "authority/protocol/grammar.h"

#include <algorithm>

namespace authority {

namespace {

constexpr qsizetype longestToken = 16 * 1024;

//! Access tokens are JWTs; refresh tokens have no dot.
bool looksLikeJwt(QByteArrayView token)
{
    return token.contains('.');
}

//! A token may be looked at by who holds it and by whom it is for (RFC 7662 4).
bool mayAsk(const ClientRecord &asker, const AccessClaims &claims)
{
    if (claims.clientId == asker.view.id)
        return true;
    const QStringList audience = textsIn(claims.all.value(u"aud"));
    return std::any_of(audience.begin(), audience.end(), [&asker](const QString &one) {
        return one == asker.view.id || asker.view.resources.contains(one);
    });
}

web::Response fresh(web::Response response)
{
    response.set("Cache-Control", "no-store");
    return response;
}

} // namespace

TokenFacts::TokenFacts(ProtocolParts &parts, ClientGate &gate, AccessGuard &guard)
    : m_parts(parts)
    , m_gate(gate)
    , m_guard(guard)
    , m_introspections(
          parts.needs.metrics.counter("latchkey_introspections_total", "Questions about a token."))
    , m_revocations(parts.needs.metrics.counter("latchkey_tokens_revoked_total",
                                                "Tokens that a client ended."))
{}

web::Response TokenFacts::introspect(const web::Request &request)
{
    Turns turns(m_parts.needs.throttle);
    const auto facts = factsOf(request, turns);
    if (facts)
        m_introspections.increment();
    auto response = facts ? fresh(web::Response::json(*facts)) : toResponse(facts.error());
    turns.tell(response);
    return response;
}

Answer<QJsonObject> TokenFacts::factsOf(const web::Request &request, Turns &turns)
{
    TRY(const web::Parameters form, ClientGate::formOf(request));
    TRY(const ClientPointer asker, m_gate.admitConfidential(request, form, "/oauth/introspect"));
    TRY_VOID(takeTurn(*asker, request, turns));
    const QByteArrayView token = form.view("token");
    if (token.isEmpty())
        return refuse("invalid_request", "token is missing.");
    if (token.size() > longestToken)
        return QJsonObject{{QStringLiteral("active"), false}};
    return looksLikeJwt(token) ? accessFacts(token, *asker) : refreshFacts(token, *asker);
}

Answer<QJsonObject> TokenFacts::accessFacts(QByteArrayView token, const ClientRecord &asker)
{
    const auto claims = m_guard.read(token);
    // RFC 7662 2.2: of a token that is not good, or not the asker's business, nothing more.
    if (!claims || !mayAsk(asker, *claims))
        return QJsonObject{{QStringLiteral("active"), false}};
    QJsonObject facts = claims->all;
    facts.remove(QStringLiteral("grant"));
    facts.insert(QStringLiteral("active"), true);
    facts.insert(QStringLiteral("token_type"),
                 facts.contains(u"cnf") ? QStringLiteral("DPoP") : QStringLiteral("Bearer"));
    if (!claims->grant.isEmpty()) {
        const auto user = m_parts.needs.people.find(claims->subject);
        if (!user || !user->isActive)
            return QJsonObject{{QStringLiteral("active"), false}};
        facts.insert(QStringLiteral("username"), user->name);
    }
    return facts;
}

Answer<QJsonObject> TokenFacts::refreshFacts(QByteArrayView token, const ClientRecord &asker)
{
    TRY(const auto found, ours(m_parts.grants.lookUp(token)));
    if (!found || found->grant.clientId != asker.view.id)
        return QJsonObject{{QStringLiteral("active"), false}};
    const Grant &grant = found->grant;
    return QJsonObject{{QStringLiteral("active"), true},
                       {QStringLiteral("iss"), m_parts.settings.issuer},
                       {QStringLiteral("sub"), grant.userId},
                       {QStringLiteral("client_id"), grant.clientId},
                       {QStringLiteral("scope"), grant.scopes.join(u' ')},
                       {QStringLiteral("iat"), grant.createdAt / 1000},
                       {QStringLiteral("exp"), grant.expiresAt / 1000}};
}

web::Response TokenFacts::revoke(const web::Request &request)
{
    Turns turns(m_parts.needs.throttle);
    const auto ended = end(request, turns);
    auto response = ended ? fresh(web::Response::empty(200)) : toResponse(ended.error());
    turns.tell(response);
    return response;
}

Answer<> TokenFacts::takeTurn(const ClientRecord &asker,
                              const web::Request &request,
                              Turns &turns) const
{
    return turns.take(QStringLiteral("questions/") + ClientGate::bucketOf(asker, request),
                      m_parts.settings.questions);
}

Answer<> TokenFacts::end(const web::Request &request, Turns &turns)
{
    TRY(const web::Parameters form, ClientGate::formOf(request));
    TRY(const ClientPointer client, m_gate.admit(request, form, "/oauth/revoke"));
    TRY_VOID(takeTurn(*client, request, turns));
    const QByteArrayView token = form.view("token");
    if (token.isEmpty())
        return refuse("invalid_request", "token is missing.");
    if (token.size() > longestToken)
        return {};
    if (looksLikeJwt(token)) {
        const auto claims = m_guard.read(token);
        if (!claims)
            return {}; // RFC 7009 2.2: it has ended already
        if (claims->clientId != client->view.id)
            return refuse("invalid_grant", "The token was given to another client.");
        TRY_VOID(ours(m_guard.revoke(*claims)));
    } else {
        TRY(const auto grant, ours(m_parts.grants.familyOf(token)));
        if (!grant)
            return {};
        if (grant->clientId != client->view.id)
            return refuse("invalid_grant", "The token was given to another client.");
        // RFC 7009 2.1: with a refresh token ends what came of it.
        TRY_VOID(ours(m_parts.grants.revoke(grant->id, QStringLiteral("revoked_by_client"))));
    }
    m_revocations.increment();
    m_parts.needs.events.record({QStringLiteral("token_revoked"),
                                 QStringLiteral("done"),
                                 {},
                                 client->view.id,
                                 request.peerName(),
                                 request.traceId(),
                                 {}});
    return {};
}

web::Response TokenFacts::userinfo(const web::Request &request)
{
    const auto person = personOf(request);
    auto response = person ? fresh(web::Response::json(*person)) : toResponse(person.error());
    offerDpopNonce(response, request, m_parts);
    return response;
}

Answer<QJsonObject> TokenFacts::personOf(const web::Request &request)
{
    base::Secret formToken;
    if (request.method() == web::Method::Post && !request.body().isEmpty()) {
        TRY(const web::Parameters form, ClientGate::formOf(request));
        formToken = form.secret("access_token");
    }
    TRY(const AccessClaims claims,
        m_guard.admit(request, m_parts.writer.userinfoUrl(), formToken, NonceNeed::AsSet));
    if (!claims.scopes.contains(QStringLiteral("openid"))) {
        Refusal refusal = tokenRefusal("Bearer", "insufficient_scope", "openid was not granted.");
        refusal.status = 403;
        refusal.challenge += ", scope=\"openid\"";
        return tl::unexpected(std::move(refusal));
    }
    const auto user = m_parts.needs.people.find(claims.subject);
    if (!user && user.error().code != base::ErrorCode::NotFound)
        return tl::unexpected(refusalFor(user.error()));
    if (!user || !user->isActive)
        return tl::unexpected(
            tokenRefusal("Bearer", "invalid_token", "The person is not active here any more."));
    QJsonObject person{{QStringLiteral("sub"), user->id}};
    if (claims.scopes.contains(QStringLiteral("profile"))) {
        person.insert(QStringLiteral("preferred_username"), user->name);
        person.insert(QStringLiteral("name"),
                      user->displayName.isEmpty() ? user->name : user->displayName);
    }
    if (claims.scopes.contains(QStringLiteral("email")) && !user->email.isEmpty()) {
        person.insert(QStringLiteral("email"), user->email);
        // Nobody here has sent a message to it.
        person.insert(QStringLiteral("email_verified"), false);
    }
    return person;
}

} // namespace authority
