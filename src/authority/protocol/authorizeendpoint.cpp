// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/authorizeendpoint.h"

#include "authority/protocol/dpopgate.h"
#include "authority/protocol/redirecturi.h"
#include "authority/words.h"

namespace authority {

namespace {

constexpr QByteArrayView pushedPrefix = "urn:ietf:params:oauth:request_uri:";

QString explained(const Refusal &refusal)
{
    // For the developer who is looking at the page; the words are OAuth's.
    return Words::tr("The program that sent you here asked in a wrong way: %1 (%2)")
        .arg(QString::fromLatin1(refusal.description), QString::fromLatin1(refusal.error));
}

ReturnTo returnOf(const AuthorizationAsk &ask)
{
    return {ask.redirectUri, ask.state, ask.mode};
}

} // namespace

AuthorizeEndpoint::AuthorizeEndpoint(ProtocolParts &parts, ClientGate &gate)
    : m_parts(parts)
    , m_gate(gate)
{}

QCoro::Task<web::Response> AuthorizeEndpoint::authorize(web::Request request)
{
    auto checked = check(request);
    if (!checked)
        co_return std::move(checked).error();
    Interaction interaction = *std::move(checked);
    web::Response response =
        co_await m_parts.needs.people.present(std::move(interaction), std::move(request));
    response.set("Cache-Control", "no-store");
    co_return response;
}

AuthorizeEndpoint::Checked AuthorizeEndpoint::check(const web::Request &request)
{
    const auto page = [this, &request](int status, const QString &message) {
        return tl::unexpected(m_parts.needs.people.trouble(request, status, message));
    };
    const auto parameters = request.method() == web::Method::Post ? request.form({"resource"})
                                                                  : request.query({"resource"});
    if (!parameters) {
        return page(400, explained({"invalid_request", "A parameter came twice or is malformed."}));
    }
    const auto client = m_parts.clients.find(parameters->text("client_id"));
    if (!client && client.error().code == base::ErrorCode::NotFound)
        return page(400, explained({"invalid_client", "client_id is not known here."}));
    if (!client)
        return page(503, client.error().message);
    const auto ask = askIn(*parameters, **client);
    if (!ask)
        return tl::unexpected(refusalOf(request, ask.error()));
    const auto hinted = userIn(ask->idTokenHint);
    if (!hinted)
        return tl::unexpected(refusalOf(request, {hinted.error(), returnOf(*ask)}));
    Turns turns(m_parts.needs.throttle);
    if (const auto turn = takeTurn(request, turns); !turn) {
        auto response =
            m_parts.needs.people.trouble(request, turn.error().status, explained(turn.error()));
        if (turn.error().retryAfter > 0)
            response.set("Retry-After", QByteArray::number(turn.error().retryAfter));
        turns.tell(response);
        return tl::unexpected(std::move(response));
    }
    const auto waiting = m_parts.requests.wait(*ask);
    auto interaction =
        waiting ? interactionOf(*waiting) : base::Result<Interaction>(base::fail(waiting.error()));
    if (!interaction) {
        const Refusal refusal = refusalFor(interaction.error());
        return tl::unexpected(refusalOf(request, {refusal, returnOf(*ask)}));
    }
    m_parts.clients.noteUse(**client);
    return *std::move(interaction);
}

tl::expected<AuthorizationAsk, AskFault> AuthorizeEndpoint::askIn(const web::Parameters &parameters,
                                                                  const ClientRecord &client)
{
    const QByteArrayView reference = parameters.view("request_uri");
    if (!reference.startsWith(pushedPrefix))
        return readAsk(parameters, client);
    // RFC 9126 4: everything else in the query is without meaning.
    auto taken = ours(m_parts.requests.take(reference.sliced(pushedPrefix.size()), client.view.id));
    if (!taken)
        return tl::unexpected(AskFault{std::move(taken).error(), {}});
    if (!*taken) {
        return tl::unexpected(
            AskFault{{"invalid_request_uri", "request_uri is not known, used or expired."}, {}});
    }
    return **std::move(taken);
}

web::Response AuthorizeEndpoint::refusalOf(const web::Request &request, const AskFault &fault) const
{
    if (fault.back.redirectUri.isEmpty())
        return m_parts.needs.people.trouble(
            request, fault.refusal.status, explained(fault.refusal));
    const WayBack back =
        wayBack(fault.back,
                {{"error", fault.refusal.error}, {"error_description", fault.refusal.description}},
                m_parts.settings.issuer);
    auto response = m_parts.needs.people.redirect(request, back);
    response.set("Cache-Control", "no-store");
    return response;
}

Answer<QString> AuthorizeEndpoint::userIn(const QString &idTokenHint) const
{
    if (idTokenHint.isEmpty())
        return QString();
    // An expired one will do: it says who it was (OpenID Connect Core 3.1.2.1).
    const auto claims = m_parts.needs.keys.verify(idTokenHint.toLatin1(), "JWT");
    if (!claims || claims->value(u"iss").toString() != m_parts.settings.issuer)
        return refuse("invalid_request", "id_token_hint was not issued here.");
    return claims->value(u"sub").toString();
}

Answer<> AuthorizeEndpoint::takeTurn(const web::Request &request, Turns &turns) const
{
    return turns.take(QStringLiteral("authorize/") + request.peerName(), m_parts.settings.requests);
}

web::Response AuthorizeEndpoint::push(const web::Request &request)
{
    Turns turns(m_parts.needs.throttle);
    const auto pushed = [&]() -> Answer<QByteArray> {
        TRY(const web::Parameters form, ClientGate::formOf(request));
        TRY(const ClientPointer client, m_gate.admit(request, form, "/oauth/par"));
        // A client that proves itself answers for itself, wherever it runs.
        if (client->isPublic()) {
            TRY_VOID(takeTurn(request, turns));
        } else {
            TRY_VOID(
                turns.take(ClientGate::bucketOf(*client, request), m_parts.settings.perClient));
        }
        auto ask = readAsk(form, *client);
        if (!ask)
            return tl::unexpected(std::move(ask).error().refusal);
        TRY_VOID(userIn(ask->idTokenHint));
        TRY_VOID(bindToProof(*ask, request));
        return ours(m_parts.requests.push(*ask));
    }();
    const auto answered = [&](web::Response response) {
        offerDpopNonce(response, request, m_parts);
        turns.tell(response);
        response.set("Cache-Control", "no-store");
        return response;
    };
    if (!pushed)
        return answered(toResponse(pushed.error()));
    const QJsonObject body{
        {QStringLiteral("request_uri"), QString::fromLatin1(pushedPrefix.toByteArray() + *pushed)},
        {QStringLiteral("expires_in"), qint64(m_parts.settings.pushedLife.count())}};
    return answered(web::Response::json(body, 201));
}

//! RFC 9449 10.1: a proof with the pushed request binds the code as dpop_jkt does.
Answer<> AuthorizeEndpoint::bindToProof(AuthorizationAsk &ask, const web::Request &request)
{
    TRY(const DpopProof proof, dpopProofIn(request, {}, m_parts));
    if (proof.thumbprint.isEmpty())
        return {};
    if (!ask.thumbprint.isEmpty() && ask.thumbprint != proof.thumbprint)
        return refuse("invalid_dpop_proof", "dpop_jkt is not the key of the DPoP proof.");
    ask.thumbprint = proof.thumbprint;
    return {};
}

} // namespace authority
