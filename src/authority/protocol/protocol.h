// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/keys/keyring.h"
#include "authority/protocol/settings.h"
#include "web/metrics.h"
#include "web/router.h"

#include <memory>

namespace authority {

//! What the protocol lives on; all of it outlives Protocol.
struct ProtocolNeeds
{
    ledger::Database &database;
    KeyRing &keys;
    People &people;
    Throttle &throttle;
    Events &events;
    web::Metrics &metrics;
    const base::Clock &clock;
};

//! The authority's OAuth and OpenID half: its endpoints, and what the window may do with clients.
//! For one thread, like everything here.
class Protocol final : public Interactions, public AccessTokens
{
public:
    //! \a settings' issuer is the address that clients know, without a slash at the end.
    Protocol(ProtocolNeeds needs, ProtocolSettings settings);
    ~Protocol() override;
    Protocol(const Protocol &) = delete;
    Protocol &operator=(const Protocol &) = delete;

    //! Discovery, keys, /oauth/… and /session/end.
    void addRoutes(web::Router &router);

    [[nodiscard]] base::Result<QList<core::AuthorityClient>> clients();
    [[nodiscard]] base::Result<int> clientCount();
    //! \a by: "window", "seed", "admin:<user id>".
    [[nodiscard]] base::Result<core::NewAuthorityClient> addClient(
        const core::AuthorityClient &client, const QString &by);
    [[nodiscard]] base::Result<> changeClient(const core::AuthorityClient &client);
    [[nodiscard]] base::Result<base::Secret> renewClientSecret(const QString &id);
    //! With everything that it was given.
    [[nodiscard]] base::Result<> removeClient(const QString &id);
    //! A token that lets somebody elsewhere register clients (RFC 7591 3.1). Shown once.
    [[nodiscard]] base::Result<base::Secret> addRegistrationToken(const QString &label,
                                                                  const QDateTime &until);

    //! Removes what has ended, at most \a most rows of each kind; how many went. To be called
    //! again, a little later, while it gives as many as that.
    [[nodiscard]] base::Result<int> cleanUp(int most = 500);

    // Interactions
    [[nodiscard]] base::Result<Interaction> find(const QString &id) override;
    [[nodiscard]] base::Result<Interaction> findDevice(const QString &userCode) override;
    [[nodiscard]] base::Result<WayBack> allow(const QString &id,
                                              const Subject &subject,
                                              const QStringList &scopes) override;
    [[nodiscard]] base::Result<WayBack> deny(const QString &id, const QString &error) override;
    [[nodiscard]] base::Result<> revokeGrants(const QString &userId,
                                              const QString &session,
                                              const QString &why) override;
    // AccessTokens
    [[nodiscard]] base::Result<AccessClaims> check(const web::Request &request,
                                                   const QString &audience) override;

private:
    struct Endpoints;

    void addDocuments(web::Router &router);
    void addBrowserRoutes(web::Router &router);
    void addClientRoutes(web::Router &router);
    void addRegistrationRoutes(web::Router &router);
    [[nodiscard]] web::RouteOptions forRegisteredOrigins();

    std::unique_ptr<Endpoints> m_endpoints;
};

} // namespace authority
