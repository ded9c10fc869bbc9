// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/apitokens.h"
#include "authority/people/clientdesk.h"
#include "authority/people/household.h"
#include "authority/people/keydesk.h"
#include "authority/people/userdesk.h"
#include "policy/policyfolder.h"
#include "web/router.h"

#include <memory>

namespace authority {

//! What the people half stands on; all of it outlives the Frontdoor.
struct FrontdoorNeeds
{
    ledger::Database &database;
    KeyRing &keys;
    policy::PolicyFolder &policies;
    policy::Engine &engine;
    web::Metrics &metrics;
    const base::Clock &clock;
};

//! The people half of the authority: who is who, who may come in, and the pages and the admin API
//! that go with it. For the authority's thread.
class Frontdoor final : public People
{
public:
    Frontdoor(FrontdoorNeeds needs, FrontdoorSettings settings);
    ~Frontdoor() override;
    Frontdoor(const Frontdoor &) = delete;
    Frontdoor &operator=(const Frontdoor &) = delete;

    //! Once, before addRoutes(). \a clients: for /admin/clients; null: that is not there.
    void attach(Interactions &interactions, AccessTokens &tokens, Protocol *clients = nullptr);
    //! /auth/…, /account, /device, /signed-out, /admin/…, /csrf/token, /v1/authorize, /health/…,
    //! /metrics
    void addRoutes(web::Router &router);
    //! The owner, from the system's name for the person. Logged when it was made just now.
    [[nodiscard]] base::Result<> seed(const QString &login, const QString &displayName);
    //! Takes away what has ended. Every few minutes, at one instance or at all.
    [[nodiscard]] base::Result<> cleanUp();
    //! Closes what is open for long (live connections). Before the server drains.
    void stop();

    [[nodiscard]] UserTable &users();
    [[nodiscard]] SessionTable &sessions();
    [[nodiscard]] Approvals &approvals();
    [[nodiscard]] EventLog &events();
    [[nodiscard]] Throttle &throttle();
    [[nodiscard]] ApiTokens &apiTokens();
    [[nodiscard]] KeyDesk &keyDesk();
    //! Only when attach() was given clients.
    [[nodiscard]] ClientDesk &clientDesk();

    // What the window and the command line ask for; the log says that it was the desk.
    //! InvalidInput: what is wrong with name or password, all of it, one a line.
    [[nodiscard]] base::Task<core::AuthorityUser> addUser(core::AuthorityUser user,
                                                          base::Secret password);
    [[nodiscard]] base::Task<> changeUser(core::AuthorityUser user, base::Secret password);
    [[nodiscard]] base::Result<core::BulkSummary> changeUsers(const QStringList &ids,
                                                              core::BulkVerb verb);
    [[nodiscard]] base::Result<> resetTotp(const QString &userId);
    [[nodiscard]] base::Result<> endSession(const QString &handle);
    [[nodiscard]] base::Result<> answerApproval(const QString &id, bool allow, bool remember);
    //! InvalidInput: what cannot be read as a question.
    [[nodiscard]] base::Result<core::PolicyAnswer> askPolicy(
        const core::PolicyQuestion &question) const;

    // People
    [[nodiscard]] base::Result<UserClaims> find(const QString &userId) override;
    [[nodiscard]] QCoro::Task<web::Response> present(Interaction interaction,
                                                     web::Request request) override;
    [[nodiscard]] QCoro::Task<web::Response> signOut(web::Request request,
                                                     QString then,
                                                     QString session) override;
    [[nodiscard]] web::Response trouble(const web::Request &request,
                                        int status,
                                        const QString &message) override;
    [[nodiscard]] web::Response redirect(const web::Request &request, const WayBack &back) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace authority
