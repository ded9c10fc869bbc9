// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/admin/adminapi.h"
#include "authority/people/admin/userapi.h"
#include "web/fields.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace authority {

using core::AuthorityClient;
using web::Method;
using web::Request;
using web::Response;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const web::TextRule addressRule{.longest = 2048, .charset = web::Charset::Visible};
const web::TextRule wordRule{.longest = 128, .charset = web::Charset::Visible};

QJsonObject clientJson(const AuthorityClient &client)
{
    QJsonObject object{
        {s("client_id"), client.id},
        {s("client_name"), client.name},
        {s("token_endpoint_auth_method"), client.authMethod},
        {s("redirect_uris"), QJsonArray::fromStringList(client.redirectUris)},
        {s("post_logout_redirect_uris"), QJsonArray::fromStringList(client.postLogoutRedirectUris)},
        {s("origins"), QJsonArray::fromStringList(client.origins)},
        {s("grant_types"), QJsonArray::fromStringList(client.grants)},
        {s("scope"), client.scopes.join(u' ')},
        {s("resources"), QJsonArray::fromStringList(client.resources)},
        {s("id_token_signed_response_alg"), client.signingAlgorithm},
        {s("dpop_bound_access_tokens"), client.isDpopBound},
        {s("active"), client.isActive},
        {s("created_at"), toJson(client.createdAt)},
        {s("created_by"), client.createdBy},
        {s("used_at"), toJson(client.usedAt)}};
    if (!client.jwks.isEmpty())
        object.insert(s("jwks"), QJsonDocument::fromJson(client.jwks.toUtf8()).object());
    return object;
}

//! The members of RFC 7591; what is not there stays as it was. ClientTable checks what they say.
void read(web::Fields &fields, AuthorityClient &client)
{
    const auto list = [&](QByteArrayView name, QStringList &texts, const web::TextRule &rule) {
        if (fields.has(name))
            texts = fields.texts(name, rule, 50);
    };
    client.name = fields.optionalText("client_name", {.longest = 80}).value_or(client.name);
    client.authMethod =
        fields.optionalText("token_endpoint_auth_method", wordRule).value_or(client.authMethod);
    list("redirect_uris", client.redirectUris, addressRule);
    list("post_logout_redirect_uris", client.postLogoutRedirectUris, addressRule);
    list("origins", client.origins, addressRule);
    list("grant_types", client.grants, wordRule);
    list("resources", client.resources, addressRule);
    if (const auto scope = fields.optionalText("scope", {.longest = 2048}))
        client.scopes = scope->split(u' ', Qt::SkipEmptyParts);
    client.signingAlgorithm = fields.optionalText("id_token_signed_response_alg", wordRule)
                                  .value_or(client.signingAlgorithm);
    client.isDpopBound =
        fields.optionalFlag("dpop_bound_access_tokens").value_or(client.isDpopBound);
    client.isActive = fields.optionalFlag("active").value_or(client.isActive);
    if (fields.has("jwks")) {
        const QJsonObject keys = fields.object("jwks");
        // An empty object takes the keys away; ClientTable knows who needs some.
        client.jwks = keys.isEmpty()
                          ? QString()
                          : QString::fromUtf8(QJsonDocument(keys).toJson(QJsonDocument::Compact));
    }
    fields.nothingElse();
}

//! What a client says of who has made it.
QString makerOf(const Caller &caller)
{
    return caller.userId.isEmpty() ? s("client:") + caller.clientId : s("admin:") + caller.userId;
}

//! The secret is in this one answer and nowhere else.
Response withSecret(const AuthorityClient &client, const base::Secret &secret, int status)
{
    QJsonObject object = clientJson(client);
    if (!secret.isEmpty())
        object.insert(s("client_secret"), QString::fromLatin1(secret.expose()));
    return Response::json(object, status);
}

} // namespace

void AdminApi::addClients(web::Router &router, ClientDesk &clients)
{
    m_gate.add(router,
               Method::Get,
               "/admin/clients",
               s("Client_read"),
               {},
               [&clients](const Caller &, const Request &) {
                   const auto all = clients.list();
                   if (!all)
                       return AdminGate::answer(all.error());
                   QJsonArray list;
                   for (const AuthorityClient &client : *all)
                       list.append(clientJson(client));
                   return Response::json(QJsonObject{{s("clients"), list}});
               });
    m_gate.add(router,
               Method::Post,
               "/admin/clients",
               s("Client_create"),
               {},
               [&clients](const Caller &caller, const Request &request) {
                   const auto body = request.json();
                   if (!body)
                       return Response::error(body.error());
                   web::Fields fields(*body);
                   AuthorityClient client;
                   read(fields, client);
                   if (auto refusal = fields.refusal())
                       return std::move(*refusal);
                   const auto made = clients.add(client, makerOf(caller), caller.actor());
                   return made ? withSecret(made->client, made->secret, 201)
                               : AdminGate::answer(made.error());
               });
    m_gate.add(router,
               Method::Get,
               "/admin/clients/{id}",
               s("Client_read"),
               m_gate.clientResource(),
               [&clients](const Caller &, const Request &request) {
                   const auto client = clients.find(request.pathParameter("id"));
                   return client ? Response::json(clientJson(*client))
                                 : AdminGate::answer(client.error());
               });
    m_gate.add(router,
               Method::Patch,
               "/admin/clients/{id}",
               s("Client_change"),
               m_gate.clientResource(),
               [&clients](const Caller &caller, const Request &request) {
                   auto client = clients.find(request.pathParameter("id"));
                   const auto body = request.json();
                   if (!client || !body)
                       return AdminGate::answer(client ? body.error() : client.error());
                   web::Fields fields(*body);
                   read(fields, *client);
                   if (auto refusal = fields.refusal())
                       return std::move(*refusal);
                   const auto changed = clients.change(*client, caller.actor());
                   return changed ? Response::json(clientJson(*client))
                                  : AdminGate::answer(changed.error());
               });
    m_gate.add(router,
               Method::Post,
               "/admin/clients/{id}/secret",
               s("Client_change"),
               m_gate.clientResource(),
               [&clients](const Caller &caller, const Request &request) {
                   const QString id = request.pathParameter("id");
                   const auto client = clients.find(id);
                   if (!client)
                       return AdminGate::answer(client.error());
                   const auto secret = clients.renewSecret(id, caller.actor());
                   return secret ? withSecret(*client, *secret, 200)
                                 : AdminGate::answer(secret.error());
               });
    m_gate.add(router,
               Method::Delete,
               "/admin/clients/{id}",
               s("Client_delete"),
               m_gate.clientResource(),
               [&clients](const Caller &caller, const Request &request) {
                   const auto removed = clients.remove(request.pathParameter("id"), caller.actor());
                   return removed ? Response::empty() : AdminGate::answer(removed.error());
               });
}

} // namespace authority
