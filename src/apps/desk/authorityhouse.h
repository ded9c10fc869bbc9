// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/authority.h"
#include "core/ports.h"
#include "ledger/database.h"
#include "web/site.h"

#include <QHostAddress>
#include <QString>
#include <QUrl>

#include <atomic>
#include <memory>

namespace authority {
class Frontdoor;
class KeyRing;
class Protocol;
} // namespace authority

namespace policy {
class Engine;
class PolicyFolder;
} // namespace policy

namespace apps {

//! The authority's rooms, wired: made, used and ended on its thread alone.
class AuthorityHouse
{
public:
    struct Options
    {
        QString databaseFile; //!< the ledger's
        QString databaseUrl; //!< PostgreSQL instead: several instances
        std::shared_ptr<base::Secret> databasePassword;
        QString policyFolder;
        QString breachedFile; //!< SHA-1 list; empty: not checked
        QHostAddress address = QHostAddress(QHostAddress::LocalHost);
        quint16 port = 7420;
        QUrl publicUrl; //!< behind a reverse proxy
        QList<web::Subnet> trustedProxies;
        std::chrono::seconds keyPeriod = std::chrono::hours(24);
        std::chrono::hours unusedClientLife{24}; //!< of those that registered themselves; 0: kept
        bool needsDpopNonce = false;
        bool policiesAreStrict = true; //!< a forbid that cannot be evaluated denies
        //! Hosts that the network room leaves alone, for /metrics; may be null.
        std::shared_ptr<const std::atomic<int>> openBreakers;
        bool isServing = true; //!< false: only the tables are wanted, beside whatever serves
        bool metricsArePublic = false;
        bool remembersConsent = false; //!< the pages' "Do not ask again" is ticked at first
        bool isOnDesktop = true; //!< the owner and the practice client are there
        QString ownerName; //!< the system's name for the person
        QString ownerDisplayName;
    };

    //! What it tells, on its own thread; each may be empty.
    struct Reports
    {
        std::function<void(core::AuthorityStatus)> status;
        std::function<void(QList<core::AuthorityRequest>)> requests; //!< gathered, oldest first
        std::function<void(QList<core::ApprovalQuestion>)> approvals;
    };

    //! Opens the database and starts to serve. Conflict: the port is taken. NotFound: the list of
    //! breached passwords cannot be read.
    [[nodiscard]] static base::Result<std::unique_ptr<AuthorityHouse>> open(
        Options options, Reports reports, core::SecretStore &vault, base::Clock &clock);
    ~AuthorityHouse();

    //! The vault has been opened: reads the keys, makes those that are missing.
    [[nodiscard]] base::Task<> unlock();
    //! Forgets the private keys; what needs them answers 503.
    void lock();
    //! Takes no new requests, lets those under way be answered.
    [[nodiscard]] base::Task<> drain();

    [[nodiscard]] authority::Frontdoor &front();
    [[nodiscard]] authority::Protocol &protocol();
    [[nodiscard]] authority::KeyRing &keys();
    [[nodiscard]] policy::PolicyFolder &policies();
    [[nodiscard]] ledger::Database &database();
    [[nodiscard]] QString issuer() const;
    [[nodiscard]] core::PolicyStatus policyStatus() const;
    //! Counts and reports.
    void reportStatus();

private:
    struct Rooms;
    explicit AuthorityHouse(std::unique_ptr<Rooms> rooms);
    [[nodiscard]] base::Result<> furnish();
    //! The client that the practice account signs in with.
    [[nodiscard]] base::Result<> seedPracticeClient();
    void listen();
    //! What is wrong with the policies is told in the log and, while it serves, as an event.
    void tellOfPolicies();
    //! What is allowed, and hardly meant.
    void warn() const;
    void reportApprovals();
    void tick();

    std::unique_ptr<Rooms> m_rooms;
};

} // namespace apps
