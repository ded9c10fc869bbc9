// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocol.h"

#include "authority/protocol/accessguard.h"
#include "authority/protocol/authorizeendpoint.h"
#include "authority/protocol/clientgate.h"
#include "authority/protocol/deviceendpoint.h"
#include "authority/protocol/discovery.h"
#include "authority/protocol/grammar.h"
#include "authority/protocol/logoutendpoint.h"
#include "authority/protocol/registrationendpoint.h"
#include "authority/protocol/tokenendpoint.h"
#include "authority/protocol/tokenfacts.h"
#include "crypto/random.h"

#include <QDateTime>

namespace authority {

struct Protocol::Endpoints
{
    Endpoints(ProtocolNeeds needs, ProtocolSettings settings)
        : parts(needs, std::move(settings))
        , gate(parts)
        , guard(parts)
        , authorize(parts, gate)
        , token(parts, gate)
        , facts(parts, gate, guard)
        , registration(parts)
        , logout(parts)
        , discovery(discoveryDocument(parts.settings.issuer))
    {}

    ProtocolParts parts;
    ClientGate gate;
    AccessGuard guard;
    AuthorizeEndpoint authorize;
    TokenEndpoint token;
    TokenFacts facts;
    RegistrationEndpoint registration;
    LogoutEndpoint logout;
    QByteArray discovery;
};

Protocol::Protocol(ProtocolNeeds needs, ProtocolSettings settings)
    : m_endpoints(std::make_unique<Endpoints>(needs, std::move(settings)))
{}

Protocol::~Protocol() = default;

void Protocol::addRoutes(web::Router &router)
{
    addDocuments(router);
    addBrowserRoutes(router);
    addClientRoutes(router);
    addRegistrationRoutes(router);
}

//! What every page may read: it is the same for everybody.
void Protocol::addDocuments(web::Router &router)
{
    Endpoints *const here = m_endpoints.get();
    const web::RouteOptions open{0, web::Origins::Any};
    const auto kept = [](QByteArray body, QByteArray type) {
        return web::Response::bytes(std::move(body), std::move(type))
            .cached(web::Caching::Public, std::chrono::seconds(300));
    };
    for (const char *path :
         {"/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"}) {
        router.add(web::Method::Get, path, open, [here, kept](const web::Request &) {
            return kept(here->discovery, "application/json");
        });
    }
    for (const char *path : {"/.well-known/jwks.json", "/jwks.json"}) {
        router.add(web::Method::Get, path, open, [here, kept](const web::Request &) {
            return kept(here->parts.needs.keys.jwks(), "application/jwk-set+json");
        });
    }
}

//! Where a browser itself goes: no CORS (RFC 9700 2.6).
void Protocol::addBrowserRoutes(web::Router &router)
{
    Endpoints *const here = m_endpoints.get();
    for (const web::Method method : {web::Method::Get, web::Method::Post}) {
        router.add(method, "/oauth/authorize", web::AsyncHandler([here](web::Request request) {
                       return here->authorize.authorize(std::move(request));
                   }));
        router.add(method, "/session/end", web::AsyncHandler([here](web::Request request) {
                       return here->logout.answer(std::move(request));
                   }));
    }
}

web::RouteOptions Protocol::forRegisteredOrigins()
{
    web::RouteOptions options;
    options.origins = web::Origins::Registered;
    options.allowsOrigin = [here = m_endpoints.get()](QByteArrayView origin) {
        return here->parts.clients.allowsOrigin(origin);
    };
    return options;
}

void Protocol::addClientRoutes(web::Router &router)
{
    Endpoints *const here = m_endpoints.get();
    const web::RouteOptions options = forRegisteredOrigins();
    using Request = web::Request;
    router.add(
        web::Method::Post, "/oauth/token", options, web::AsyncHandler([here](Request request) {
            return here->token.answer(std::move(request));
        }));
    router.add(web::Method::Post, "/oauth/par", options, [here](const Request &request) {
        return here->authorize.push(request);
    });
    router.add(web::Method::Post, "/oauth/device", options, [here](const Request &request) {
        return deviceAuthorization(request, here->parts, here->gate);
    });
    router.add(web::Method::Post, "/oauth/introspect", options, [here](const Request &request) {
        return here->facts.introspect(request);
    });
    router.add(web::Method::Post, "/oauth/revoke", options, [here](const Request &request) {
        return here->facts.revoke(request);
    });
    for (const web::Method method : {web::Method::Get, web::Method::Post}) {
        router.add(method, "/oauth/userinfo", options, [here](const Request &request) {
            return here->facts.userinfo(request);
        });
    }
}

void Protocol::addRegistrationRoutes(web::Router &router)
{
    Endpoints *const here = m_endpoints.get();
    using Request = web::Request;
    router.add(web::Method::Post, "/oauth/register", [here](const Request &request) {
        return here->registration.add(request);
    });
    router.add(web::Method::Get, "/oauth/register/{id}", [here](const Request &request) {
        return here->registration.read(request);
    });
    router.add(web::Method::Put, "/oauth/register/{id}", [here](const Request &request) {
        return here->registration.change(request);
    });
    router.add(web::Method::Delete, "/oauth/register/{id}", [here](const Request &request) {
        return here->registration.remove(request);
    });
}

base::Result<QList<core::AuthorityClient>> Protocol::clients()
{
    return m_endpoints->parts.clients.list();
}

base::Result<int> Protocol::clientCount()
{
    return m_endpoints->parts.clients.count();
}

base::Result<core::NewAuthorityClient> Protocol::addClient(const core::AuthorityClient &client,
                                                           const QString &by)
{
    return m_endpoints->parts.clients.add(client, by);
}

base::Result<> Protocol::changeClient(const core::AuthorityClient &client)
{
    return m_endpoints->parts.clients.change(client);
}

base::Result<base::Secret> Protocol::renewClientSecret(const QString &id)
{
    return m_endpoints->parts.clients.renewSecret(id);
}

base::Result<> Protocol::removeClient(const QString &id)
{
    return m_endpoints->parts.removeClient(id);
}

base::Result<base::Secret> Protocol::addRegistrationToken(const QString &label,
                                                          const QDateTime &until)
{
    ProtocolParts &parts = m_endpoints->parts;
    auto token = base::Secret::take(QByteArray("lki_" + crypto::randomToken(32)));
    TRY_VOID(parts.needs.database.change(
        QStringLiteral("INSERT INTO authority_api_tokens"
                       " (token_hash, purpose, label, created_at, expires_at)"
                       " VALUES (?, 'registration', ?, ?, ?)"),
        {hashOf(token.expose()),
         label,
         parts.needs.clock.now().toMSecsSinceEpoch(),
         until.isValid() ? until.toMSecsSinceEpoch() : qint64(0)}));
    return token;
}

base::Result<int> Protocol::cleanUp(int most)
{
    ProtocolParts &parts = m_endpoints->parts;
    TRY(const int grants, parts.grants.cleanUp(most));
    TRY(const int requests, parts.requests.cleanUp(most));
    TRY(const int devices, parts.devices.cleanUp(most));
    TRY(const int tokens, m_endpoints->guard.cleanUp(most));
    TRY(const int clients, m_endpoints->registration.sweep(most));
    return grants + requests + devices + tokens + clients;
}

base::Result<Interaction> Protocol::find(const QString &id)
{
    return m_endpoints->authorize.find(id);
}

base::Result<Interaction> Protocol::findDevice(const QString &userCode)
{
    return m_endpoints->authorize.findDevice(userCode);
}

base::Result<WayBack> Protocol::allow(const QString &id,
                                      const Subject &subject,
                                      const QStringList &scopes)
{
    return m_endpoints->authorize.allow(id, subject, scopes);
}

base::Result<WayBack> Protocol::deny(const QString &id, const QString &error)
{
    return m_endpoints->authorize.deny(id, error);
}

base::Result<> Protocol::revokeGrants(const QString &userId,
                                      const QString &session,
                                      const QString &why)
{
    return m_endpoints->authorize.revokeGrants(userId, session, why);
}

base::Result<AccessClaims> Protocol::check(const web::Request &request, const QString &audience)
{
    return m_endpoints->guard.check(request, audience);
}

} // namespace authority
