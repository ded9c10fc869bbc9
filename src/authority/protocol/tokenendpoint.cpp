// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/tokenendpoint.h"

#include "authority/protocol/authorizationask.h"
#include "authority/protocol/dpopgate.h"
#include "authority/protocol/grammar.h"

namespace authority {

namespace {

constexpr qsizetype longestToken = 512;

web::Counter issued(web::Metrics &metrics, const QByteArray &grant)
{
    return metrics.counter("latchkey_tokens_issued_total",
                           "Access tokens by what they were given for.",
                           {{"grant", grant}});
}

//! Adds "name":"value"; tokens and scopes are made of letters that JSON takes as they are.
void addMember(QByteArray &json, QByteArrayView name, QByteArrayView value)
{
    json += ",\"";
    json += name;
    json += "\":\"";
    json += value;
    json += '"';
}

} // namespace

TokenEndpoint::TokenEndpoint(ProtocolParts &parts, ClientGate &gate)
    : m_parts(parts)
    , m_gate(gate)
    , m_byCode(issued(parts.needs.metrics, "authorization_code"))
    , m_byRefresh(issued(parts.needs.metrics, "refresh_token"))
    , m_byDevice(issued(parts.needs.metrics, "device_code"))
    , m_byClient(issued(parts.needs.metrics, "client_credentials"))
    , m_refused(parts.needs.metrics.counter("latchkey_token_requests_refused_total",
                                            "Token requests that were refused."))
    , m_replayed(parts.needs.metrics.counter("latchkey_token_replays_total",
                                             "Rotated refresh tokens that were shown again."))
{}

web::Response TokenEndpoint::answer(const web::Request &request)
{
    std::optional<Throttle::Allowance> allowance;
    auto made = reply(request, allowance);
    if (!made)
        m_refused.increment();
    auto response = made ? toResponse(*std::move(made)) : authority::toResponse(made.error());
    if (allowance) {
        response.set("X-RateLimit-Limit", QByteArray::number(allowance->limit));
        response.set("X-RateLimit-Remaining", QByteArray::number(allowance->remaining));
    }
    offerDpopNonce(response, request, m_parts);
    return response;
}

Answer<> TokenEndpoint::takeTurn(const QString &bucket,
                                 std::optional<Throttle::Allowance> &allowance)
{
    Throttle &throttle = m_parts.needs.throttle;
    TRY(allowance, ours(throttle.take(bucket, m_parts.settings.perClient)));
    TRY_VOID(checkTurn(*allowance)); // who is over its own limit takes nothing of everybody's
    TRY_VOID(turnOf(throttle, QStringLiteral("tokens"), m_parts.settings.global));
    return {};
}

Answer<TokenEndpoint::Reply> TokenEndpoint::reply(const web::Request &request,
                                                  std::optional<Throttle::Allowance> &allowance)
{
    TRY(const web::Parameters form, ClientGate::formOf(request));
    if (!form.contains("grant_type"))
        return refuse("invalid_request", "grant_type is missing.");
    TRY(const ClientPointer client, m_gate.admit(request, form, "/oauth/token"));
    TRY_VOID(takeTurn(ClientGate::bucketOf(*client, request), allowance));
    const QString grant = form.text("grant_type");
    if (!knownGrants().contains(grant))
        return refuse("unsupported_grant_type", "This grant_type is not known.");
    if (!client->mayUse(grant))
        return refuse("unauthorized_client", "The client is not registered for this grant_type.");
    TRY(DpopProof proof, dpopProofIn(request, {}, m_parts));
    if (client->view.isDpopBound && proof.thumbprint.isEmpty())
        return refuse("invalid_dpop_proof", "This client has to send a DPoP proof.");
    const Ask ask{form, client, std::move(proof)};
    if (grant == QLatin1String("refresh_token")) {
        auto made = byRefreshToken(ask);
        if (!made && made.error().status == 401) {
            m_replayed.increment();
            record(request, QStringLiteral("refresh_replayed"), *client);
        }
        return made;
    }
    if (grant == QLatin1String("client_credentials"))
        return byClient(ask);
    auto made = grant == QLatin1String("authorization_code") ? byCode(ask) : byDeviceCode(ask);
    if (made)
        record(request, QStringLiteral("token_issued"), *client);
    return made;
}

Answer<TokenEndpoint::Reply> TokenEndpoint::byCode(const Ask &ask)
{
    for (const QByteArrayView name : {"code", "redirect_uri", "code_verifier"}) {
        if (ask.form.view(name).isEmpty())
            return refuse("invalid_request", name.toByteArray() + " is missing.");
    }
    if (ask.form.view("code").size() > longestToken)
        return refuse("invalid_grant", "The code is not known.");
    GrantTable::CodeUse use;
    use.code = ask.form.view("code").toByteArray();
    use.verifier = ask.form.view("code_verifier").toByteArray();
    use.redirectUri = ask.form.text("redirect_uri");
    use.clientId = ask.client->view.id;
    use.thumbprint = ask.proof.thumbprint;
    use.isPublic = ask.client->isPublic();
    use.wantsRefresh = ask.client->mayUse(QStringLiteral("refresh_token"));
    auto redeemed = m_parts.grants.redeem(use);
    base::wipe(use.code);
    base::wipe(use.verifier);
    TRY(Redeemed given, std::move(redeemed));
    const QString nonce = given.grant.nonce;
    // RFC 8707 2.2: fewer than were granted.
    const QStringList asked = ask.form.texts("resource");
    if (!isWithin(asked, given.grant.resources))
        return refuse("invalid_target", "The resource is not among those that were granted.");
    if (!asked.isEmpty())
        given.grant.resources = asked;
    auto made = write(ask, std::move(given), nonce);
    if (made)
        m_byCode.increment();
    return made;
}

Answer<TokenEndpoint::Reply> TokenEndpoint::byRefreshToken(const Ask &ask)
{
    const QByteArrayView token = ask.form.view("refresh_token");
    if (token.isEmpty())
        return refuse("invalid_request", "refresh_token is missing.");
    if (token.size() > longestToken)
        return refuse("invalid_grant", "The refresh token is not known for this client.");
    GrantTable::RefreshUse use;
    if (ask.form.contains("scope")) {
        const auto scopes = parseScopes(ask.form.text("scope"));
        if (!scopes)
            return refuse("invalid_scope", "scope is malformed.");
        use.scopes = *scopes;
    }
    use.token = token.toByteArray();
    use.clientId = ask.client->view.id;
    use.thumbprint = ask.proof.thumbprint;
    use.resources = ask.form.texts("resource");
    auto redeemed = m_parts.grants.refresh(use);
    base::wipe(use.token);
    TRY(Redeemed given, std::move(redeemed));
    auto made = write(ask, std::move(given), {});
    if (made)
        m_byRefresh.increment();
    return made;
}

Answer<TokenEndpoint::Reply> TokenEndpoint::byDeviceCode(const Ask &ask)
{
    const QByteArrayView code = ask.form.view("device_code");
    if (code.isEmpty())
        return refuse("invalid_request", "device_code is missing.");
    if (code.size() > longestToken)
        return refuse("invalid_grant", "The device code is not known for this client.");
    Redeemed redeemed;
    const auto polled = m_parts.devices.poll(
        code, ask.client->view.id, [&](const QString &grantId) -> base::Result<> {
            TRY(redeemed,
                m_parts.grants.start(grantId,
                                     ask.client->isPublic() ? ask.proof.thumbprint : QString(),
                                     ask.client->mayUse(QStringLiteral("refresh_token"))));
            return {};
        });
    if (!polled)
        return tl::unexpected(polled.error());
    auto made = write(ask, std::move(redeemed), {});
    if (made)
        m_byDevice.increment();
    return made;
}

Answer<TokenEndpoint::Reply> TokenEndpoint::byClient(const Ask &ask)
{
    TokenWriter::AccessToken token;
    token.subject = ask.client->view.id;
    token.thumbprint = ask.proof.thumbprint;
    if (ask.form.contains("scope")) {
        const auto scopes = parseScopes(ask.form.text("scope"));
        // A client is no person: what tells about one, or stays when one has left, is not for it.
        if (!scopes || !isWithin(*scopes, ask.client->view.scopes))
            return refuse("invalid_scope", "The client may not ask for one of the scopes.");
        for (const QString &scope : *scopes) {
            if (personalScopes().contains(scope))
                return refuse("invalid_scope", "The scope needs a person who signs in.");
        }
        token.scopes = *scopes;
    }
    TRY(token.resources, allowedResources(ask.form.texts("resource"), *ask.client));
    Reply made;
    TRY(made.accessToken, ours(m_parts.writer.access(*ask.client, token)));
    made.scopes = token.scopes;
    made.isBound = !token.thumbprint.isEmpty();
    m_byClient.increment();
    return made;
}

Answer<TokenEndpoint::Reply> TokenEndpoint::write(const Ask &ask,
                                                  Redeemed redeemed,
                                                  const QString &nonce)
{
    const Grant &grant = redeemed.grant;
    if (grant.revokedAt != 0)
        return refuse("invalid_grant", "What was granted has been revoked.");
    const auto user = m_parts.needs.people.find(grant.userId);
    if (!user && user.error().code != base::ErrorCode::NotFound)
        return tl::unexpected(refusalFor(user.error()));
    if (!user || !user->isActive) {
        static_cast<void>(m_parts.grants.revoke(grant.id, QStringLiteral("user_gone")));
        return refuse("invalid_grant", "The person is not active here any more.");
    }
    TokenWriter::AccessToken token;
    token.subject = grant.userId;
    token.roles = user->roles;
    token.scopes = grant.scopes;
    token.resources = grant.resources;
    token.grantId = grant.id;
    token.authAt = grant.authAt;
    token.thumbprint = ask.proof.thumbprint;
    Reply made;
    TRY(made.accessToken, ours(m_parts.writer.access(*ask.client, token)));
    if (grant.scopes.contains(QStringLiteral("openid"))) {
        TRY(made.idToken, ours(m_parts.writer.id(*ask.client, grant, made.accessToken, nonce)));
    }
    made.scopes = grant.scopes;
    made.isBound = !token.thumbprint.isEmpty();
    made.refreshToken = std::move(redeemed.refreshToken);
    return made;
}

void TokenEndpoint::record(const web::Request &request,
                           const QString &kind,
                           const ClientRecord &client)
{
    const bool isReplay = kind == QLatin1String("refresh_replayed");
    m_parts.needs.events.record({kind,
                                 isReplay ? QStringLiteral("refused") : QStringLiteral("done"),
                                 {},
                                 client.view.id,
                                 request.peerAddress().toString(),
                                 request.traceId(),
                                 {}});
}

web::Response TokenEndpoint::toResponse(Reply reply) const
{
    QByteArray json;
    json.reserve(2048);
    json += reply.isBound ? "{\"token_type\":\"DPoP\"" : "{\"token_type\":\"Bearer\"";
    json += ",\"expires_in\":" + QByteArray::number(m_parts.settings.accessLife.count());
    addMember(json, "access_token", reply.accessToken);
    if (!reply.idToken.isEmpty())
        addMember(json, "id_token", reply.idToken);
    if (!reply.refreshToken.isEmpty())
        addMember(json, "refresh_token", reply.refreshToken);
    if (!reply.scopes.isEmpty())
        addMember(json, "scope", reply.scopes.join(u' ').toLatin1());
    json += '}';
    base::wipe(reply.refreshToken);
    auto response = web::Response::bytes(std::move(json), "application/json");
    response.set("Cache-Control", "no-store");
    response.set("Pragma", "no-cache");
    return response;
}

} // namespace authority
