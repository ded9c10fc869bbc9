// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/authorityhouse.h"

#include "authority/keys/keyring.h"
#include "authority/people/breachedpasswords.h"
#include "authority/people/frontdoor.h"
#include "authority/protocol/protocol.h"
#include "base/logging.h"
#include "base/taskscope.h"
#include "policy/engine.h"
#include "policy/policyfolder.h"
#include "web/metrics.h"
#include "web/router.h"
#include "web/server.h"

#include <QCoreApplication>
#include <QDir>
#include <QTimer>

namespace apps {

namespace {

//! Housekeeping: keys that are due, rows that have ended, questions that nobody answered.
constexpr std::chrono::seconds tickEvery(30);
//! Live requests are told in bundles: a busy authority must not keep the window busy.
constexpr std::chrono::milliseconds requestsEvery(250);
constexpr qsizetype requestsBundled = 200;

using State = core::AuthorityStatus::State;

QString issuerOf(const AuthorityHouse::Options &options)
{
    if (options.publicUrl.isEmpty())
        return QStringLiteral("http://127.0.0.1:%1").arg(options.port);
    QString url = options.publicUrl.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
    return url;
}

authority::KeyRing::Rule ruleOf(const AuthorityHouse::Options &options,
                                const authority::ProtocolSettings &protocol)
{
    constexpr std::chrono::minutes skew(5);
    authority::KeyRing::Rule rule;
    rule.period = options.keyPeriod;
    rule.keep = std::max(protocol.accessLife, protocol.idTokenLife) + skew;
    return rule;
}

} // namespace

//! In the order of the floors: each stands on those above it here.
struct AuthorityHouse::Rooms
{
    Rooms(Options given,
          Reports told,
          core::SecretStore &secrets,
          base::Clock &time,
          std::unique_ptr<ledger::Database> opened)
        : options(std::move(given))
        , reports(std::move(told))
        , vault(secrets)
        , clock(time)
        , database(std::move(opened))
    {}

    Options options;
    Reports reports;
    core::SecretStore &vault;
    base::Clock &clock;
    std::unique_ptr<ledger::Database> database;

    authority::ProtocolSettings protocolSettings = [this] {
        authority::ProtocolSettings settings;
        settings.issuer = issuerOf(options);
        settings.unusedClientLife = options.unusedClientLife;
        settings.needsDpopNonce = options.needsDpopNonce;
        return settings;
    }();
    authority::FrontdoorSettings frontSettings = [this] {
        authority::FrontdoorSettings settings;
        settings.issuer = issuerOf(options);
        settings.isMetricsPublic = options.metricsArePublic;
        settings.remembersConsent = options.remembersConsent;
        settings.breachedPasswords = options.breachedFile;
        settings.openBreakers = options.openBreakers;
        return settings;
    }();

    authority::KeyRing keys{*database, vault, clock, ruleOf(options, protocolSettings)};
    policy::PolicyFolder policies{options.policyFolder, policy::defaultPolicies()};
    policy::Engine engine{clock,
                          {.strictness = options.policiesAreStrict
                                             ? policy::Strictness::Strict
                                             : policy::Strictness::CedarStandard}};
    QDateTime policiesLoadedAt;
    web::Metrics metrics;
    authority::Frontdoor front{{*database, keys, policies, engine, metrics, clock}, frontSettings};
    authority::Protocol protocol{
        {*database, keys, front, front.throttle(), front.events(), metrics, clock},
        protocolSettings};
    web::Router router;
    std::unique_ptr<web::Server> server;

    QTimer ticking;
    QTimer bundling;
    QList<core::AuthorityRequest> bundle;
    base::TaskScope scope;
    QList<base::Subscription> subscriptions;
};

AuthorityHouse::AuthorityHouse(std::unique_ptr<Rooms> rooms)
    : m_rooms(std::move(rooms))
{}

AuthorityHouse::~AuthorityHouse() = default;

base::Result<std::unique_ptr<AuthorityHouse>> AuthorityHouse::open(Options options,
                                                                   Reports reports,
                                                                   core::SecretStore &vault,
                                                                   base::Clock &clock)
{
    TRY_VOID(authority::BreachedPasswords(options.breachedFile).check());
    std::unique_ptr<ledger::Database> database;
    if (options.databaseUrl.isEmpty()) {
        TRY(database, ledger::Database::open(options.databaseFile));
    } else {
        base::Secret password =
            options.databasePassword ? options.databasePassword->clone() : base::Secret();
        const QUrl url(options.databaseUrl, QUrl::StrictMode);
        TRY(database, ledger::Database::connectTo(url, std::move(password)));
    }
    auto rooms = std::make_unique<Rooms>(
        std::move(options), std::move(reports), vault, clock, std::move(database));
    std::unique_ptr<AuthorityHouse> house(new AuthorityHouse(std::move(rooms)));
    TRY_VOID(house->furnish());
    return house;
}

base::Result<> AuthorityHouse::furnish()
{
    Rooms &rooms = *m_rooms;
    // So that policies are seen when they come.
    if (!QDir().mkpath(rooms.options.policyFolder))
        qCWarning(lcAuthority) << rooms.options.policyFolder << "cannot be made";
    rooms.subscriptions += rooms.policies.changed.subscribe([&rooms] {
        rooms.policiesLoadedAt = rooms.clock.now();
        rooms.engine.use(rooms.policies.policies(), rooms.policies.entities());
    });
    rooms.subscriptions += rooms.policies.troubleChanged.subscribe([this] { tellOfPolicies(); });
    // A mistake does not keep it from starting; until it is mended everything is denied.
    static_cast<void>(rooms.policies.reload());
    rooms.front.attach(rooms.protocol, rooms.protocol, &rooms.protocol);
    if (rooms.options.isOnDesktop) {
        TRY_VOID(rooms.front.seed(rooms.options.ownerName, rooms.options.ownerDisplayName));
        TRY_VOID(seedPracticeClient());
    }
    listen();
    if (!rooms.options.isServing)
        return {};
    rooms.protocol.addRoutes(rooms.router);
    rooms.front.addRoutes(rooms.router);
    web::Site site;
    site.publicUrl = rooms.options.publicUrl;
    site.trustedProxies = rooms.options.trustedProxies;
    rooms.server = std::make_unique<web::Server>(
        site, web::Limits(), rooms.router, rooms.clock, rooms.metrics);
    TRY_VOID(rooms.server->start(rooms.options.address, rooms.options.port));
    warn();
    rooms.subscriptions +=
        rooms.server->requests().subscribe([this, &rooms](const web::RequestSeen &seen) {
            if (rooms.bundle.size() >= requestsBundled)
                rooms.bundle.removeFirst();
            rooms.bundle += core::AuthorityRequest{seen.at,
                                                   QString::fromLatin1(seen.method),
                                                   QString::fromUtf8(seen.route),
                                                   seen.status,
                                                   seen.micros,
                                                   seen.traceId,
                                                   seen.peer};
            if (!rooms.bundling.isActive())
                rooms.bundling.start();
        });
    rooms.ticking.start(tickEvery);
    return {};
}

base::Result<> AuthorityHouse::seedPracticeClient()
{
    core::AuthorityClient client;
    client.id = QStringLiteral("latchkey");
    client.name = QStringLiteral("Latchkey");
    client.redirectUris = {QStringLiteral("http://127.0.0.1/callback")};
    client.grants += core::deviceCodeGrant;
    client.isFirstParty = true;
    const auto added = m_rooms->protocol.addClient(client, QStringLiteral("seed"));
    // There already, perhaps changed or switched off by a person.
    if (!added && added.error().code != base::ErrorCode::Conflict)
        return base::fail(added.error());
    if (added)
        qCInfo(lcAuthority) << "Seeded: the client" << client.id << "is Latchkey itself";
    return {};
}

void AuthorityHouse::listen()
{
    Rooms &rooms = *m_rooms;
    rooms.subscriptions += rooms.keys.changed.subscribe([this] { reportStatus(); });
    rooms.subscriptions +=
        rooms.front.users().changed.subscribe([this](const QString &) { reportStatus(); });
    rooms.subscriptions += rooms.front.approvals().changed.subscribe([this] { reportApprovals(); });
    QObject::connect(&rooms.ticking, &QTimer::timeout, [this] { tick(); });
    rooms.ticking.setTimerType(Qt::VeryCoarseTimer);
    rooms.bundling.setSingleShot(true);
    rooms.bundling.setInterval(requestsEvery);
    QObject::connect(&rooms.bundling, &QTimer::timeout, [&rooms] {
        const QList<core::AuthorityRequest> bundle = std::exchange(rooms.bundle, {});
        if (rooms.reports.requests)
            rooms.reports.requests(bundle);
    });
}

void AuthorityHouse::tellOfPolicies()
{
    Rooms &rooms = *m_rooms;
    const auto trouble = rooms.policies.trouble();
    if (!trouble)
        qCInfo(lcAuthority) << "The policies are mended: those in the folder are in force.";
    else if (rooms.policies.hasBeenRead())
        qCWarning(lcAuthority).noquote()
            << "Policies refused, those from before stay in force:" << trouble->message;
    else
        qCWarning(lcAuthority).noquote()
            << "Policies refused, everything is denied until they are mended:" << trouble->message;
    // Whoever only works on the tables beside it would tell it twice.
    if (!rooms.options.isServing)
        return;
    authority::Events::Entry entry;
    entry.kind = trouble ? QStringLiteral("policies_refused") : QStringLiteral("policies_mended");
    entry.outcome = trouble ? QStringLiteral("refused") : QStringLiteral("done");
    entry.detail = trouble ? trouble->message : QString();
    rooms.front.events().record(entry);
}

void AuthorityHouse::warn() const
{
    const Options &options = m_rooms->options;
    if (!options.address.isLoopback() && options.publicUrl.isEmpty())
        qCWarning(lcAuthority).noquote()
            << "Plain HTTP for everybody who reaches" << options.address.toString()
            << "- put a reverse proxy with TLS in front, and give its address with --public-url.";
    for (const web::Subnet &proxy : options.trustedProxies) {
        if (proxy.second == 0)
            qCWarning(lcAuthority)
                << "Every address is a trusted proxy, so anybody may write X-Forwarded-For. Name"
                << "the proxy's own address with --trusted-proxy.";
    }
}

void AuthorityHouse::reportApprovals()
{
    const auto waiting = m_rooms->front.approvals().waiting();
    if (!waiting)
        qCWarning(lcAuthority) << waiting.error().message;
    else if (m_rooms->reports.approvals)
        m_rooms->reports.approvals(*waiting);
}

void AuthorityHouse::tick()
{
    Rooms &rooms = *m_rooms;
    const auto said = [](const char *what) {
        return [what](const base::Error &error) {
            if (error.code != base::ErrorCode::Locked)
                qCWarning(lcAuthority) << what << error.message;
        };
    };
    rooms.scope.launch(rooms.keys.turn(), said("The authority's keys did not turn:"));
    constexpr int atOnce = 500;
    constexpr int rounds = 10;
    for (int round = 0; round < rounds; ++round) {
        const auto cleaned = rooms.protocol.cleanUp(atOnce);
        if (!cleaned)
            said("What has ended could not be removed:")(cleaned.error());
        if (!cleaned || *cleaned < atOnce)
            break;
    }
    if (const auto cleaned = rooms.front.cleanUp(); !cleaned)
        said("What has ended could not be removed:")(cleaned.error());
    reportApprovals();
    reportStatus();
}

void AuthorityHouse::reportStatus()
{
    Rooms &rooms = *m_rooms;
    if (!rooms.reports.status)
        return;
    core::AuthorityStatus status;
    status.state = rooms.keys.isOpen() ? State::Running : State::Locked;
    status.issuer = issuer();
    status.publicUrl = rooms.options.publicUrl.toString();
    if (status.state == State::Locked) {
        status.reason = QCoreApplication::translate(
            "apps", "Its signing keys are locked away with your other secrets.");
        status.remedy = QCoreApplication::translate("apps", "Unlock Latchkey to go on.");
    }
    status.users = rooms.front.users().count().value_or(0);
    status.clients = rooms.protocol.clientCount().value_or(0);
    status.sessions = rooms.front.sessions().count().value_or(0);
    status.nextRollOver = rooms.keys.nextTurn();
    rooms.reports.status(status);
}

base::Task<> AuthorityHouse::unlock()
{
    const auto opened = co_await m_rooms->keys.open();
    reportStatus();
    co_return opened;
}

void AuthorityHouse::lock()
{
    m_rooms->keys.close();
    reportStatus();
}

base::Task<> AuthorityHouse::drain()
{
    m_rooms->ticking.stop();
    m_rooms->front.stop();
    if (m_rooms->server)
        CO_TRY_VOID(co_await m_rooms->server->drain());
    CO_TRY_VOID(co_await m_rooms->scope.stop());
    co_return {};
}

core::PolicyStatus AuthorityHouse::policyStatus() const
{
    const policy::PolicyFolder &policies = m_rooms->policies;
    core::PolicyStatus status;
    status.folder = policies.folder();
    status.files = policies.files();
    status.policies = static_cast<int>(policies.policies().size());
    if (const auto trouble = policies.trouble())
        status.trouble = trouble->message;
    status.loadedAt = m_rooms->policiesLoadedAt;
    return status;
}

authority::Frontdoor &AuthorityHouse::front()
{
    return m_rooms->front;
}

authority::Protocol &AuthorityHouse::protocol()
{
    return m_rooms->protocol;
}

authority::KeyRing &AuthorityHouse::keys()
{
    return m_rooms->keys;
}

policy::PolicyFolder &AuthorityHouse::policies()
{
    return m_rooms->policies;
}

ledger::Database &AuthorityHouse::database()
{
    return *m_rooms->database;
}

QString AuthorityHouse::issuer() const
{
    return issuerOf(m_rooms->options);
}

} // namespace apps
