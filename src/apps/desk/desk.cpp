// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/desk.h"

#include "agent/accountbook.h"
#include "agent/activitydesk.h"
#include "agent/herald.h"
#include "agent/lockdesk.h"
#include "agent/refreshahead.h"
#include "agent/scheduler.h"
#include "agent/signindesk.h"
#include "agent/tokendesk.h"
#include "apps/desk/authorityhost.h"
#include "authority/keys/keyring.h"
#include "base/logging.h"
#include "core/credentialref.h"
#include "core/settingspecs.h"
#include "ledger/accountstatetable.h"
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
#include "vault/accountregistry.h"
#include "vault/desktopkeyring.h"
#include "vault/storeswitch.h"

#include <QCoreApplication>
#include <QLockFile>

#include <tuple>

namespace apps {

namespace {

std::chrono::milliseconds secondsOf(const base::Settings &settings, const QString &key)
{
    return std::chrono::seconds(settings.number(key));
}

net::HttpLimits httpLimits(const base::Settings &settings)
{
    net::HttpLimits limits;
    limits.total = secondsOf(settings, core::setting::networkTimeoutSeconds);
    limits.silence = std::min(limits.silence, limits.total);
    return limits;
}

vault::KeyringStore::Limits keyringLimits(const base::Settings &settings)
{
    vault::KeyringStore::Limits limits;
    limits.call = secondsOf(settings, core::setting::storeTimeoutSeconds);
    return limits;
}

vault::AgeFiles ageFiles(const base::Paths &paths, const base::Settings &settings)
{
    vault::AgeFiles files;
    files.vault = paths.vaultFile();
    const QString own = settings.text(core::setting::storeKeyFile);
    files.isOwnKey = !own.isEmpty();
    files.key = own.isEmpty() ? paths.data + QStringLiteral("/vault.key") : own;
    return files;
}

AuthorityHouse::Options authorityOptions(const Desk::Needs &needs)
{
    AuthorityHouse::Options options = needs.authority;
    options.databaseFile = needs.paths.databaseFile();
    options.policyFolder = needs.paths.config + QStringLiteral("/policies");
    if (options.ownerName.isEmpty())
        options.ownerName = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    if (options.ownerName.isEmpty())
        options.ownerName = QStringLiteral("owner");
    return options;
}

//! The record is a chain with one writer, so there is one desk for a person and profile.
base::Result<std::unique_ptr<QLockFile>> takeLock(const base::Paths &paths)
{
    auto lock = std::make_unique<QLockFile>(paths.runtime + QStringLiteral("/agent.lock"));
    lock->setStaleLockTime(0); // only the death of its holder frees it
    if (!lock->tryLock(0))
        return base::fail(
            base::ErrorCode::Conflict,
            QCoreApplication::translate("apps", "Another Latchkey is running for you already."),
            QCoreApplication::translate("apps", "Use that one, or end it first."));
    return lock;
}

} // namespace

//! In the order of the floors: each stands on those above it here, and goes after those below.
struct Desk::Rooms
{
    Rooms(Needs wanted,
          std::unique_ptr<QLockFile> taken,
          std::unique_ptr<ledger::Database> openedDatabase,
          std::unique_ptr<ledger::AuditLog> openedAudit)
        : needs(std::move(wanted))
        , agentLock(std::move(taken))
        , database(std::move(openedDatabase))
        , audit(std::move(openedAudit))
    {}

    Needs needs;
    std::unique_ptr<QLockFile> agentLock;

    // ledger
    std::unique_ptr<ledger::Database> database;
    std::unique_ptr<ledger::AuditLog> audit;
    ledger::AccountStateTable states{*database};

    // net
    net::HttpClient http{httpLimits(needs.settings)};
    net::CircuitBreaker breaker;
    net::Retry retry{http, needs.clock, breaker};

    // oauth: what is known of services
    oauth::Discovery discovery{retry};
    oauth::ProviderCatalog catalog{needs.paths.providersFolder(), discovery};

    // vault
    vault::AccountRegistry registry{needs.paths.accountsFile()};
    vault::DesktopKeyring keyring;
    vault::KeyringStore keyringStore{keyring, needs.clock, keyringLimits(needs.settings)};
    vault::AgeFileStore ageFile{ageFiles(needs.paths, needs.settings)};
    vault::StoreSwitch store{{keyringStore, ageFile, needs.settings, registry},
                             [this] { return clientEntries(); }};

    // oauth: signing in, and keeping tokens fresh
    oauth::Jwks jwks{retry, needs.clock};
    oauth::IdTokenVerifier verifier{jwks, needs.clock};
    oauth::Completion completion{verifier, retry};
    oauth::TokenEndpoint tokenEndpoint{retry, needs.clock};
    oauth::TokenManager tokens{store,
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
    agent::AccountBook book{
        {registry, states, store, tokens, catalog, *audit, needs.clock, needs.settings}};
    agent::LockDesk lock{{store, store, *audit, needs.clock, needs.settings}};
    agent::TokenDesk tokenDesk{{book, tokens, store, *audit, lock}};
    agent::SignInDesk signIn{
        {catalog, store, tokens, registry, *audit, needs.clock, [this](core::SignInMethod method) {
             return makeFlow(method);
         }}};
    agent::ActivityDesk activity{*audit};
    agent::RefreshAhead refreshAhead{book, tokens, lock, needs.clock};
    agent::Herald herald{{book, needs.notifications, needs.clock, needs.settings}};
    agent::Scheduler scheduler{needs.clock};

    // authority: on a thread of its own
    AuthorityHost authority{{authorityOptions(needs), needs.settings, needs.clock, store, lock}};

    base::TaskScope scope;
    QList<base::Subscription> subscriptions;
    QDate trimmedOn;

    std::unique_ptr<core::SignInFlow> makeFlow(core::SignInMethod method)
    {
        switch (method) {
        case core::SignInMethod::Browser:
            return std::make_unique<oauth::BrowserFlow>(
                catalog, tokenEndpoint, completion, needs.browser, needs.clock);
        case core::SignInMethod::Device:
            return std::make_unique<oauth::DeviceFlow>(
                catalog, retry, tokenEndpoint, completion, needs.clock);
        case core::SignInMethod::ApiKey:
            break;
        }
        return nullptr;
    }

    //! The accounts do not tell of clients that were entered for a service without an account yet.
    QStringList clientEntries() const
    {
        QStringList entries;
        const QList<core::Provider> providers = catalog.all();
        for (const core::Provider &provider : providers) {
            entries += core::clientIdEntry(provider.id);
            entries += core::clientSecretEntry(provider.id);
        }
        return entries + authority::KeyRing::vaultEntries(*database);
    }

    //! The practice account is signed in to wherever the authority is; without it there is none.
    void movePractice()
    {
        const core::AuthorityStatus status = authority.status();
        const bool isThere = status.state == core::AuthorityStatus::State::Running
                             || status.state == core::AuthorityStatus::State::Locked;
        catalog.setIssuer(QStringLiteral("practice"), isThere ? status.issuer : QString());
    }
};

base::Result<std::unique_ptr<Desk>> Desk::open(Needs needs)
{
    TRY_VOID(needs.paths.create());
    TRY(auto agentLock, takeLock(needs.paths));
    TRY(auto database, ledger::Database::open(needs.paths.databaseFile()));
    TRY(auto audit, ledger::AuditLog::open(needs.paths.state, *database, needs.clock));
    auto rooms = std::make_unique<Rooms>(
        std::move(needs), std::move(agentLock), std::move(database), std::move(audit));
    rooms->catalog.load();
    // A mistake in the file is shown in the window; until it is mended the list is not written.
    if (const auto loaded = rooms->registry.load(); !loaded)
        qCWarning(lcAgent) << loaded.error().message;
    TRY_VOID(rooms->book.load());
    std::unique_ptr<Desk> desk(new Desk(std::move(rooms)));
    desk->connectRooms();
    desk->addJobs();
    return desk;
}

Desk::Desk(std::unique_ptr<Rooms> rooms)
    : m_rooms(std::move(rooms))
{}

Desk::~Desk() = default;

void Desk::connectRooms()
{
    Rooms &rooms = *m_rooms;
    rooms.subscriptions += rooms.lock.forget.subscribe([&rooms] {
        rooms.tokens.forget();
        rooms.tokenDesk.forget();
        rooms.authority.forget();
    });
    rooms.subscriptions +=
        rooms.lock.changed.subscribe([&rooms](const core::LockService::State &state) {
            if (state == core::LockService::State::Unlocked)
                rooms.book.reconcile();
            rooms.scheduler.poke();
        });
    rooms.subscriptions += rooms.book.moved.subscribe([&rooms](const core::AccountId &,
                                                               const core::AccountState &before,
                                                               const core::AccountState &now) {
        // That somebody used a token is no reason to look at all accounts again.
        const auto concerns = [](const core::AccountState &state) {
            return std::tie(state.expiresAt,
                            state.renewable,
                            state.signInLost,
                            state.trouble,
                            state.snoozedUntil);
        };
        if (concerns(before) != concerns(now))
            rooms.scheduler.poke();
    });
    rooms.subscriptions += rooms.book.reset.subscribe([&rooms] { rooms.scheduler.poke(); });
    rooms.subscriptions += rooms.registry.edited.subscribe(
        [&rooms](const core::AccountId &) { rooms.scheduler.poke(); });
    rooms.subscriptions += rooms.registry.troubleChanged.subscribe([this, &rooms] {
        if (rooms.registry.trouble())
            accountsTrouble.announce(*rooms.registry.trouble());
    });
    rooms.subscriptions +=
        rooms.authority.statusChanged.subscribe([&rooms] { rooms.movePractice(); });
    rooms.subscriptions += rooms.refreshAhead.freed.subscribe([&rooms] { rooms.scheduler.poke(); });
    rooms.subscriptions += rooms.needs.settings.changed.subscribe(
        [&rooms](const QString &) { rooms.scheduler.poke(); });
}

void Desk::addJobs()
{
    Rooms &rooms = *m_rooms;
    rooms.scheduler.add(QStringLiteral("refresh ahead"),
                        [&rooms](const QDateTime &now) { return rooms.refreshAhead.run(now); });
    rooms.scheduler.add(QStringLiteral("expiry"),
                        [&rooms](const QDateTime &now) { return rooms.herald.watchExpiry(now); });
    rooms.scheduler.add(QStringLiteral("standings"),
                        [&rooms](const QDateTime &now) { return rooms.book.watchStandings(now); });
    rooms.scheduler.add(QStringLiteral("idle lock"),
                        [&rooms](const QDateTime &) { return rooms.lock.checkIdle(); });
    rooms.scheduler.add(QStringLiteral("store"), [&rooms](const QDateTime &) {
        // Only where something is amiss: a healthy keyring is not woken every minute.
        if (rooms.lock.state() == core::LockService::State::StoreUnavailable)
            rooms.scope.launch(rooms.store.look());
        return QDateTime();
    });
    rooms.scheduler.add(QStringLiteral("retention"), [&rooms](const QDateTime &now) {
        if (rooms.trimmedOn != now.date()) {
            rooms.trimmedOn = now.date();
            ledger::AuditLog::Keep keep;
            keep.days = static_cast<int>(rooms.needs.settings.number(core::setting::auditKeepDays));
            keep.bytes =
                rooms.needs.settings.number(core::setting::auditKeepMegabytes) * 1024 * 1024;
            rooms.scope.launch(rooms.audit->trim(keep), [](const base::Error &error) {
                qCWarning(lcAgent) << "The record was not trimmed:" << error.message;
            });
        }
        return now.addSecs(3600);
    });
}

base::Task<> Desk::start()
{
    const auto decided = co_await m_rooms->store.decide();
    if (!decided)
        qCWarning(lcAgent) << "No store of secrets yet:" << decided.error().message;
    m_rooms->book.reconcile();
    m_rooms->scheduler.start();
    m_rooms->movePractice();
    // Its own status says why it does not run; the desk does without it.
    const auto served = co_await m_rooms->authority.start();
    if (!served)
        qCWarning(lcAgent) << served.error().message << served.error().remedy;
    co_return {};
}

base::Task<> Desk::stop()
{
    CO_TRY_VOID(co_await m_rooms->scheduler.stop());
    CO_TRY_VOID(co_await m_rooms->signIn.stop());
    CO_TRY_VOID(co_await m_rooms->authority.stop());
    CO_TRY_VOID(co_await m_rooms->refreshAhead.stop());
    CO_TRY_VOID(co_await m_rooms->herald.stop());
    CO_TRY_VOID(co_await m_rooms->book.stop());
    CO_TRY_VOID(co_await m_rooms->tokens.stop());
    CO_TRY_VOID(co_await m_rooms->scope.stop());
    co_return {};
}

core::AccountService &Desk::accounts()
{
    return m_rooms->book;
}

core::TokenService &Desk::tokens()
{
    return m_rooms->tokenDesk;
}

core::SignInService &Desk::signIn()
{
    return m_rooms->signIn;
}

core::LockService &Desk::lock()
{
    return m_rooms->lock;
}

core::StoreService &Desk::store()
{
    return m_rooms->store;
}

core::ActivityService &Desk::activity()
{
    return m_rooms->activity;
}

AuthorityHost &Desk::authority()
{
    return m_rooms->authority;
}

agent::Herald &Desk::herald()
{
    return m_rooms->herald;
}

agent::Scheduler &Desk::scheduler()
{
    return m_rooms->scheduler;
}

QStringList Desk::warnings() const
{
    QStringList warnings = m_rooms->needs.settings.warnings() + m_rooms->catalog.warnings();
    if (m_rooms->registry.trouble())
        warnings += m_rooms->registry.trouble()->message;
    return warnings;
}

} // namespace apps
