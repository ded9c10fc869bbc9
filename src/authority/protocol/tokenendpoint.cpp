// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/tokenendpoint.h"

#include "authority/protocol/authorizationask.h"
#include "authority/protocol/dpopgate.h"
#include "authority/protocol/grammar.h"

namespace authority {

namespace {

constexpr qsizetype longestToken = 512;
//! The first of more than that are signed while the others are rotated.
constexpr std::size_t mostInOneCommit = 16;

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
    , m_works(parts.writer)
    , m_refreshing(mostInOneCommit,
                   Refreshing::WhenFull::InItsTurn,
                   [this](const std::shared_ptr<Refreshing::Round> &round) {
                       round->gifts = m_parts.grants.refresh(round->wishes);
                       for (GrantTable::RefreshUse &use : round->wishes)
                           base::wipe(use.token);
                       Refreshing::grant(*round);
                   })
{}

TokenEndpoint::~TokenEndpoint()
{
    m_refreshing.dismiss(refuse("temporarily_unavailable", "The authority is stopping.", 503));
}

QCoro::Task<web::Response> TokenEndpoint::answer(web::Request request)
{
    Turns turns(m_parts.needs.throttle);
    const auto asked = ask(request, turns);
    Answer<Draft> made = refuse("server_error", {}, 500);
    if (!asked) {
        made = tl::unexpected(asked.error());
    } else if (asked->kind == Kind::Refresh) {
        if (auto use = refreshUse(*asked)) {
            auto waiting = m_refreshing.join(*std::move(use));
            Answer<Redeemed> redeemed = co_await waiting;
            made = redeemed ? draft(*asked, *std::move(redeemed), {})
                            : tl::unexpected(std::move(redeemed).error());
        } else {
            made = tl::unexpected(std::move(use).error());
        }
    } else {
        made = asked->kind == Kind::Code     ? byCode(*asked)
               : asked->kind == Kind::Device ? byDeviceCode(*asked)
                                             : byClient(*asked);
    }
    web::Response response;
    if (made) {
        auto waiting = m_works.write(std::move(made->order));
        const TokenWorks::Written written = co_await waiting;
        if (written) {
            response = toResponse(*written, *std::move(made));
        } else {
            base::wipe(made->refreshToken);
            made = tl::unexpected(refusalFor(written.error()));
        }
    }
    if (asked)
        note(request, *asked, made);
    if (!made) {
        m_refused.increment();
        response = authority::toResponse(made.error());
    }
    turns.tell(response);
    offerDpopNonce(response, request, m_parts);
    co_return response;
}

//! What the numbers and the log are told.
void TokenEndpoint::note(const web::Request &request, const Ask &ask, const Answer<Draft> &draft)
{
    const bool isReplay = !draft && ask.kind == Kind::Refresh && draft.error().status == 401;
    if (isReplay) {
        m_replayed.increment();
        record(request, QStringLiteral("refresh_replayed"), *ask.client);
    }
    if (!draft)
        return;
    switch (ask.kind) {
    case Kind::Code:
        m_byCode.increment();
        break;
    case Kind::Refresh:
        m_byRefresh.increment();
        return;
    case Kind::Device:
        m_byDevice.increment();
        break;
    case Kind::Client:
        m_byClient.increment();
        return;
    }
    record(request, QStringLiteral("token_issued"), *ask.client);
}

Answer<TokenEndpoint::Ask> TokenEndpoint::ask(const web::Request &request, Turns &turns)
{
    Ask ask;
    TRY(ask.form, ClientGate::formOf(request));
    if (!ask.form.contains("grant_type"))
        return refuse("invalid_request", "grant_type is missing.");
    TRY(ask.client, m_gate.admit(request, ask.form, "/oauth/token"));
    // Who is over its own limit takes nothing of everybody's.
    TRY_VOID(turns.take(ClientGate::bucketOf(*ask.client, request), m_parts.settings.perClient));
    TRY_VOID(turns.takeShared(QStringLiteral("tokens"), m_parts.settings.global));
    const QString grant = ask.form.text("grant_type");
    if (grant == QLatin1String("refresh_token"))
        ask.kind = Kind::Refresh;
    else if (grant == QLatin1String("client_credentials"))
        ask.kind = Kind::Client;
    else if (grant == QLatin1String("authorization_code"))
        ask.kind = Kind::Code;
    else if (knownGrants().contains(grant))
        ask.kind = Kind::Device;
    else
        return refuse("unsupported_grant_type", "This grant_type is not known.");
    if (!ask.client->mayUse(grant))
        return refuse("unauthorized_client", "The client is not registered for this grant_type.");
    // Whoever could not be given a token, as while the desk is locked, uses nothing up.
    TRY_VOID(ours(m_parts.needs.keys.signer(ask.client->view.signingAlgorithm)));
    TRY(ask.proof, dpopProofIn(request, {}, m_parts));
    if (ask.client->view.isDpopBound && ask.proof.thumbprint.isEmpty())
        return refuse("invalid_dpop_proof", "This client has to send a DPoP proof.");
    return ask;
}

Answer<TokenEndpoint::Draft> TokenEndpoint::byCode(const Ask &ask)
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
    return draft(ask, std::move(given), nonce);
}

Answer<GrantTable::RefreshUse> TokenEndpoint::refreshUse(const Ask &ask)
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
    return use;
}

Answer<TokenEndpoint::Draft> TokenEndpoint::byDeviceCode(const Ask &ask)
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
    return draft(ask, std::move(redeemed), {});
}

Answer<TokenEndpoint::Draft> TokenEndpoint::byClient(const Ask &ask)
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
    Draft made;
    made.scopes = token.scopes;
    made.isBound = !token.thumbprint.isEmpty();
    TRY(made.order, ours(m_parts.writer.order(ask.client, std::move(token))));
    return made;
}

Answer<TokenEndpoint::Draft> TokenEndpoint::draft(const Ask &ask,
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
    Draft made;
    made.scopes = grant.scopes;
    made.isBound = !token.thumbprint.isEmpty();
    TRY(made.order, ours(m_parts.writer.order(ask.client, std::move(token))));
    made.refreshToken = std::move(redeemed.refreshToken);
    if (grant.scopes.contains(QStringLiteral("openid"))) {
        made.order.identity = std::move(redeemed.grant);
        made.order.nonce = nonce;
    }
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
                                 request.peerName(),
                                 request.traceId(),
                                 {}});
}

web::Response TokenEndpoint::toResponse(TokenWriter::Tokens tokens, Draft draft) const
{
    QByteArray json;
    json.reserve(256 + tokens.access.size() + tokens.id.size());
    json += draft.isBound ? "{\"token_type\":\"DPoP\"" : "{\"token_type\":\"Bearer\"";
    json += ",\"expires_in\":" + QByteArray::number(m_parts.settings.accessLife.count());
    addMember(json, "access_token", tokens.access);
    if (!tokens.id.isEmpty())
        addMember(json, "id_token", tokens.id);
    if (!draft.refreshToken.isEmpty())
        addMember(json, "refresh_token", draft.refreshToken);
    if (!draft.scopes.isEmpty())
        addMember(json, "scope", draft.scopes.join(u' ').toLatin1());
    json += '}';
    base::wipe(draft.refreshToken);
    auto response = web::Response::bytes(std::move(json), QByteArrayLiteral("application/json"));
    response.set(QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store"));
    response.set(QByteArrayLiteral("Pragma"), QByteArrayLiteral("no-cache"));
    return response;
}

} // namespace authority
