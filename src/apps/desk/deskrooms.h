// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/accountbook.h"
#include "agent/activitydesk.h"
#include "agent/consent/consentdesk.h"
#include "agent/doctor.h"
#include "agent/herald.h"
#include "agent/lockdesk.h"
#include "agent/programs/programfinder.h"
#include "agent/refreshahead.h"
#include "agent/scheduler.h"
#include "agent/settingsrecord.h"
#include "agent/signindesk.h"
#include "agent/storedesk.h"
#include "agent/tokendesk.h"
#include "apps/desk/agentlock.h"
#include "apps/desk/authorityhost.h"
#include "apps/desk/clientsecrets.h"
#include "apps/desk/desk.h"
#include "apps/desk/referencehouse.h"
#include "ledger/accountstatetable.h"
#include "ledger/approvaltable.h"
#include "ledger/auditlog.h"
#include "net/retry.h"
#include "oauth/browserflow.h"
#include "oauth/completion.h"
#include "oauth/deviceflow.h"
#include "oauth/discovery.h"
#include "oauth/idtoken.h"
#include "oauth/jwks.h"
#include "oauth/providercatalog.h"
#include "oauth/tokenendpoint.h"
#include "oauth/tokenmanager.h"
#include "rpc/server.h"
#include "vault/accountregistry.h"
#include "vault/desktopkeyring.h"
#include "vault/storeswitch.h"

#include <QDate>

namespace apps {

class LoginWatch;

//! In the order of the floors: each stands on those above it here, and goes after those below.
struct Desk::Rooms
{
    Rooms(Needs wanted,
          std::unique_ptr<AgentLock> taken,
          std::unique_ptr<ledger::Database> openedDatabase,
          std::unique_ptr<ledger::AuditLog> openedAudit)
        : needs(std::move(wanted))
        , agentLock(std::move(taken))
        , database(std::move(openedDatabase))
        , audit(std::move(openedAudit))
    {}

    Needs needs;
    std::unique_ptr<AgentLock> agentLock;

    // ledger
    std::unique_ptr<ledger::Database> database;
    std::unique_ptr<ledger::AuditLog> audit;
    ledger::AccountStateTable states{*database};
    ledger::ApprovalTable approvals{*database};

    // net
    net::HttpClient http{httpLimits()};
    net::CircuitBreaker breaker;
    net::Retry retry{http, needs.clock, breaker};

    // oauth: what is known of services
    oauth::Discovery discovery{retry};
    oauth::ProviderCatalog catalog{needs.paths.providersFolder(), discovery};

    // vault
    vault::AccountRegistry registry{needs.paths.accountsFile()};
    vault::DesktopKeyring keyring;
    vault::KeyringStore keyringStore{keyring, needs.clock, keyringLimits()};
    vault::AgeFileStore ageFile{ageFiles(), {}, &needs.clock};
    vault::StoreSwitch store{{keyringStore, ageFile, needs.settings, registry},
                             [this] { return clientEntries(); }};
    ClientSecrets clientSecrets{store, catalog};

    // oauth: signing in, and keeping tokens fresh
    oauth::Jwks jwks{retry, needs.clock};
    oauth::IdTokenVerifier verifier{jwks, needs.clock};
    oauth::Completion completion{verifier, retry};
    oauth::TokenEndpoint tokenEndpoint{retry, needs.clock};
    oauth::TokenManager tokens{clientSecrets,
                               registry,
                               catalog,
                               retry,
                               needs.clock,
                               [this](base::Secret idToken,
                                      core::Provider provider,
                                      QString clientId,
                                      QString nonce,
                                      base::Secret accessToken,
                                      std::stop_token stop) {
                                   return verifier.verify(std::move(idToken),
                                                          std::move(provider),
                                                          std::move(clientId),
                                                          std::move(nonce),
                                                          std::move(accessToken),
                                                          std::move(stop));
                               }};

    // agent
    agent::SettingsRecord settingsRecord{needs.settings, *audit};
    agent::AccountBook book{
        {registry, states, store, tokens, catalog, *audit, needs.clock, needs.settings}};
    agent::LockDesk lock{{store, store, *audit, needs.clock, needs.settings}};
    agent::StoreDesk storeDesk{{store, store, *audit}};
    agent::TokenDesk tokenDesk{{book, tokens, store, *audit, lock}};
    agent::SignInDesk signIn{{catalog,
                              clientSecrets,
                              tokens,
                              registry,
                              *audit,
                              needs.clock,
                              [this](core::SignInMethod method) { return makeFlow(method); }}};
    agent::ActivityDesk activity{*audit};
    agent::ProgramFinder programs;
    agent::ConsentDesk consent{{book,
                                approvals,
                                programs,
                                *audit,
                                lock,
                                needs.clock,
                                needs.settings,
                                asking(),
                                needs.hasScreen}};
    agent::RefreshAhead refreshAhead{book, tokens, lock, needs.clock};
    agent::Herald herald{{book, needs.notifications, needs.clock, needs.settings}};
    agent::Scheduler scheduler{needs.clock};

    // authority: on a thread of its own
    AuthorityHost authority{{authorityOptions(), needs.settings, needs.clock, store, lock}};

    // references
    ReferenceHouse references{
        {needs.settings, needs.clock, http, tokenDesk, store, &consent, &book}};
    agent::Doctor doctor{{book,
                          lock,
                          storeDesk,
                          *audit,
                          needs.settings,
                          needs.clock,
                          needs.paths,
                          [this] { return warnings(); },
                          needs.seen}};

    // rpc: the door, first to close
    rpc::Server server{rpcNeeds()};

    base::TaskScope scope;
    QList<base::Subscription> subscriptions;
    std::shared_ptr<LoginWatch> logins;
    bool isDoorTried = false;
    bool isEnding = false;
    QDate trimmedOn;

    [[nodiscard]] std::unique_ptr<core::SignInFlow> makeFlow(core::SignInMethod method);
    //! The accounts do not tell of clients that were entered for a service without an account yet.
    [[nodiscard]] QStringList clientEntries() const;
    //! The practice account is signed in to wherever the authority is; without it there is none.
    void movePractice();
    //! Mistakes in the person's own files that Latchkey goes on without.
    [[nodiscard]] QStringList warnings() const;
    [[nodiscard]] base::Result<> reload();

private:
    [[nodiscard]] net::HttpLimits httpLimits() const;
    [[nodiscard]] vault::KeyringStore::Limits keyringLimits() const;
    [[nodiscard]] vault::AgeFiles ageFiles() const;
    [[nodiscard]] AuthorityHouse::Options authorityOptions() const;
    [[nodiscard]] agent::ConsentDesk::Asking asking() const;
    [[nodiscard]] rpc::Needs rpcNeeds();
};

} // namespace apps
