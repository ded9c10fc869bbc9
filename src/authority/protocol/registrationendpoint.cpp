// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/registrationendpoint.h"

#include "authority/protocol/grammar.h"
#include "crypto/digest.h"

namespace authority {

namespace {

web::Response fresh(const QJsonObject &body, int status)
{
    auto response = web::Response::json(body, status);
    response.set("Cache-Control", "no-store");
    response.set("Pragma", "no-cache");
    return response;
}

Refusal refusalOf(const ClientFault &fault)
{
    const bool isRedirect = fault.field == "redirect_uris";
    return {isRedirect ? "invalid_redirect_uri" : "invalid_client_metadata",
            fault.field + " cannot be registered like this."};
}

} // namespace

RegistrationEndpoint::RegistrationEndpoint(ProtocolParts &parts)
    : m_parts(parts)
{}

Answer<> RegistrationEndpoint::mayRegister(const web::Request &request, Turns &turns)
{
    TRY_VOID(turns.take(QStringLiteral("register/") + request.peerName(),
                        m_parts.settings.registrations));
    const auto token = request.bearer();
    // A page in a browser has an Origin; programs on this machine have none.
    if (!token && request.isLocal() && request.origin().isEmpty())
        return {};
    if (!token)
        return tl::unexpected(tokenRefusal("Bearer", {}, {}));
    TRY(const auto rows,
        ours(m_parts.needs.database.rows(
            QStringLiteral("SELECT 1 FROM authority_api_tokens WHERE token_hash = ? AND"
                           " purpose = 'registration' AND (expires_at = 0 OR expires_at > ?)"),
            {hashOf(token->expose()), m_parts.needs.clock.now().toMSecsSinceEpoch()})));
    if (rows.isEmpty())
        return tl::unexpected(
            tokenRefusal("Bearer", "invalid_token", "The initial access token is not valid."));
    return {};
}

Answer<core::AuthorityClient> RegistrationEndpoint::clientIn(const web::Request &request) const
{
    const auto metadata = request.json();
    if (!metadata)
        return refuse("invalid_client_metadata", "Send one JSON object as application/json.");
    auto client = clientFromMetadata(*metadata);
    if (!client)
        return tl::unexpected(refusalOf(client.error()));
    // Nobody vouches for it: no scopes of other people's services.
    QStringList scopes;
    for (const QString &scope : client->scopes) {
        if (personalScopes().contains(scope))
            scopes += scope;
    }
    client->scopes = scopes;
    return *std::move(client);
}

Answer<QJsonObject> RegistrationEndpoint::added(const web::Request &request, Turns &turns)
{
    TRY_VOID(mayRegister(request, turns));
    TRY(const core::AuthorityClient client, clientIn(request));
    TRY(const core::NewAuthorityClient made,
        ours(m_parts.clients.add(client, QStringLiteral("registration"))));
    TRY(const QByteArray token, ours(m_parts.clients.renewRegistration(made.client.id)));
    QJsonObject body = toMetadata(made.client);
    if (!made.secret.isEmpty()) {
        body.insert(QStringLiteral("client_secret"), QString::fromLatin1(made.secret.expose()));
        body.insert(QStringLiteral("client_secret_expires_at"), 0);
    }
    body.insert(QStringLiteral("registration_access_token"), QString::fromLatin1(token));
    body.insert(QStringLiteral("registration_client_uri"),
                QString::fromLatin1(m_parts.urlOf("/oauth/register/")) + made.client.id);
    record(request, QStringLiteral("client_registered"), made.client.id);
    return body;
}

web::Response RegistrationEndpoint::add(const web::Request &request)
{
    Turns turns(m_parts.needs.throttle);
    const auto body = added(request, turns);
    auto response = body ? fresh(*body, 201) : toResponse(body.error());
    turns.tell(response);
    return response;
}

Answer<ClientPointer> RegistrationEndpoint::owned(const web::Request &request)
{
    const auto token = request.bearer();
    if (!token)
        return tl::unexpected(tokenRefusal("Bearer", {}, {}));
    const auto client = m_parts.clients.find(request.pathParameter("id"));
    if (!client && client.error().code != base::ErrorCode::NotFound)
        return tl::unexpected(refusalFor(client.error()));
    // RFC 7592 2: the same answer for a client that is not there.
    if (!client || (*client)->registrationHash.isEmpty()
        || !crypto::constantTimeEquals((*client)->registrationHash.toLatin1(),
                                       hashOf(token->expose()).toLatin1()))
        return tl::unexpected(
            tokenRefusal("Bearer", "invalid_token", "The registration access token is not valid."));
    m_parts.clients.noteUse(**client); // somebody looks after it
    return *client;
}

web::Response RegistrationEndpoint::read(const web::Request &request)
{
    const auto client = owned(request);
    if (!client)
        return toResponse(client.error());
    QJsonObject body = toMetadata((*client)->view);
    body.insert(QStringLiteral("registration_client_uri"), QString::fromLatin1(request.url()));
    return fresh(body, 200);
}

Answer<QJsonObject> RegistrationEndpoint::changed(const web::Request &request)
{
    TRY(const ClientPointer before, owned(request));
    TRY(core::AuthorityClient client, clientIn(request));
    const auto metadata = request.json();
    if (metadata && metadata->value(u"client_id").toString() != before->view.id)
        return refuse("invalid_client_metadata", "client_id has to be the registered one.");
    if (client.authMethod != before->view.authMethod)
        return refuse("invalid_client_metadata", "token_endpoint_auth_method cannot change.");
    client.id = before->view.id;
    client.createdAt = before->view.createdAt;
    client.createdBy = before->view.createdBy;
    client.resources = before->view.resources;
    client.origins = before->view.origins;
    client.isFirstParty = before->view.isFirstParty;
    TRY_VOID(ours(m_parts.clients.change(client)));
    record(request, QStringLiteral("client_changed"), client.id);
    QJsonObject body = toMetadata(client);
    body.insert(QStringLiteral("registration_client_uri"), QString::fromLatin1(request.url()));
    return body;
}

web::Response RegistrationEndpoint::change(const web::Request &request)
{
    const auto body = changed(request);
    return body ? fresh(*body, 200) : toResponse(body.error());
}

web::Response RegistrationEndpoint::remove(const web::Request &request)
{
    const auto client = owned(request);
    if (!client)
        return toResponse(client.error());
    const QString id = (*client)->view.id;
    const auto removed = ours(m_parts.removeClient(id));
    if (!removed)
        return toResponse(removed.error());
    record(request, QStringLiteral("client_removed"), id);
    auto response = web::Response::empty(204);
    response.set("Cache-Control", "no-store");
    return response;
}

base::Result<int> RegistrationEndpoint::sweep(int most)
{
    if (m_parts.settings.unusedClientLife.count() == 0)
        return 0;
    const qint64 before =
        m_parts.needs.clock.now().toMSecsSinceEpoch() - millis(m_parts.settings.unusedClientLife);
    TRY(const QStringList unused, m_parts.clients.unusedSince(before, most));
    int removed = 0;
    for (const QString &id : unused) {
        const auto gone = m_parts.removeClient(id, ProtocolParts::Removal::IfUnused);
        // Used at this very moment, or swept by another instance.
        if (!gone && gone.error().code == base::ErrorCode::NotFound)
            continue;
        TRY_VOID(gone);
        ++removed;
        m_parts.needs.events.record({QStringLiteral("client_removed"),
                                     QStringLiteral("done"),
                                     {},
                                     id,
                                     {},
                                     {},
                                     QStringLiteral("registered itself and was never used")});
    }
    return removed;
}

void RegistrationEndpoint::record(const web::Request &request,
                                  const QString &kind,
                                  const QString &clientId)
{
    m_parts.needs.events.record(
        {kind, QStringLiteral("done"), {}, clientId, request.peerName(), request.traceId(), {}});
}

} // namespace authority
