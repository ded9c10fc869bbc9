// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/interaction.h"
#include "authority/keys/keyring.h"
#include "authority/people/approvals.h"
#include "authority/people/buckets.h"
#include "authority/people/consents.h"
#include "authority/people/eventlog.h"
#include "authority/people/pagelanguage.h"
#include "authority/people/passwordrules.h"
#include "authority/people/passwordworks.h"
#include "authority/people/secondfactors.h"
#include "authority/people/sessiontable.h"
#include "authority/people/signinthrottle.h"
#include "authority/people/usertable.h"
#include "authority/people/visits.h"
#include "policy/engine.h"
#include "web/metrics.h"
#include "web/peerowner.h"

#include <atomic>
#include <functional>
#include <memory>

namespace authority {

//! What this half of the authority is told from outside.
struct FrontdoorSettings
{
    QString issuer = QStringLiteral("http://127.0.0.1:7420");
    //! What an authenticator app calls this place.
    QString name = QStringLiteral("Latchkey");
    QString breachedPasswords = {}; //!< a file, see BreachedPasswords; empty: none
    bool isMetricsPublic = false;
    //! Hosts that are left alone after failures, for /metrics; may be null.
    std::shared_ptr<const std::atomic<int>> openBreakers = {};
    //! Whose program is at the other end of a local connection.
    std::function<web::PeerOwner(const web::Peer &)> ownerOf = &web::ownerOf;
    bool remembersConsent = false; //!< the box "do not ask again" is ticked at first
    PasswordWorks::Rule passwordWorks = {};
    SessionTable::Rule sessions = {};
    EventLog::Rule events = {};
    Throttle::Rule perAddress = {.burst = 600, .perMinute = 1200}; //!< pages and admin API
};

//! What pages and API of this half stand on. The Frontdoor makes it, and it outlives them.
struct Household
{
    Household(ledger::Database &theDatabase,
              KeyRing &theKeys,
              policy::Engine &thePolicies,
              const base::Clock &theClock,
              web::Metrics &theMetrics,
              FrontdoorSettings theSettings)
        : database(theDatabase)
        , keys(theKeys)
        , policies(thePolicies)
        , clock(theClock)
        , metrics(theMetrics)
        , settings(std::move(theSettings))
    {}

    ledger::Database &database;
    KeyRing &keys;
    policy::Engine &policies;
    const base::Clock &clock;
    web::Metrics &metrics;
    FrontdoorSettings settings;

    UserTable users{database, clock};
    SessionTable sessions{database, clock, settings.sessions};
    Visits visits{database, clock};
    SecondFactors factors{database, keys, clock};
    Consents consents{database, clock};
    Approvals approvals{database, clock};
    SignInThrottle guesses{database, clock};
    Buckets buckets{database, clock};
    EventLog events{database, clock, settings.events};
    PasswordRules rules{settings.breachedPasswords};
    PasswordWorks passwords{settings.passwordWorks};
    PageLanguages languages;

    Interactions *interactions = nullptr; //!< attached before routes are
    AccessTokens *tokens = nullptr;

    web::Counter signIns = metrics.counter("latchkey_sign_ins_total", "Sign-ins that went well.");
    web::Counter failures =
        metrics.counter("latchkey_auth_failures_total", "Passwords and codes that were not right.");
    web::Counter throttled =
        metrics.counter("latchkey_throttled_total", "Requests that were told to wait.");
};

} // namespace authority
