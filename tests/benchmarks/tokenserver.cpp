// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/frontdoor.h"
#include "authority/protocol/protocol.h"
#include "authority/protocol/protocolhouse.h"
#include "policy/engine.h"
#include "web/server.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

namespace {

constexpr int connections = 64;

//! The authority as AuthorityHouse puts it together, real users, limits and log included: only the
//! limits are higher than any load, or there would be nothing but 429 to measure.
class TokenHouse
{
public:
    explicit TokenHouse(std::unique_ptr<ledger::Database> opened)
        : m_database(std::move(opened))
    {}

    [[nodiscard]] base::Result<QJsonObject> open()
    {
        TRY_VOID(QCoro::waitFor(m_keys.open()));
        m_front.attach(m_protocol, m_protocol, &m_protocol);
        m_protocol.addRoutes(m_router);
        m_front.addRoutes(m_router);
        TRY(const quint16 port, m_server.start(QHostAddress(QHostAddress::LocalHost), 0));
        core::AuthorityUser person;
        person.name = QStringLiteral("maria");
        person.roles = {QStringLiteral("developer")};
        TRY(person, m_front.users().add(person, {}));
        auto machine = ProtocolHouse::webClient(QStringLiteral("machine"));
        machine.authMethod = QStringLiteral("client_secret_post");
        machine.grants = {QStringLiteral("client_credentials")};
        TRY(const auto added, m_protocol.addClient(machine, QStringLiteral("benchmark")));
        TRY_VOID(m_protocol.addClient(ProtocolHouse::webClient(QStringLiteral("public")),
                                      QStringLiteral("benchmark")));
        QJsonArray tokens;
        for (int i = 0; i < connections; ++i) {
            TRY(const QByteArray token, firstToken(person.id));
            tokens += QString::fromLatin1(token);
        }
        return QJsonObject{{QStringLiteral("port"), port},
                           {QStringLiteral("path"), QStringLiteral("/oauth/token")},
                           {QStringLiteral("secret"), QString::fromLatin1(added.secret.expose())},
                           {QStringLiteral("tokens"), tokens}};
    }

private:
    [[nodiscard]] static authority::ProtocolSettings protocolSettings()
    {
        authority::ProtocolSettings settings;
        settings.issuer = QString::fromLatin1(ProtocolHouse::issuer);
        settings.perClient = settings.global = settings.requests = {1e9, 1e9};
        return settings;
    }

    QJsonObject post(const QByteArray &path, const Form &form)
    {
        web::RequestParts parts;
        parts.method = web::Method::Post;
        parts.target = path;
        parts.base = ProtocolHouse::issuer;
        parts.headers.append("Content-Type", "application/x-www-form-urlencoded");
        parts.body = ProtocolHouse::encoded(form);
        return QCoro::waitFor(m_router.answer(web::Request(std::move(parts)))).object();
    }

    //! A refresh token as a device gets it.
    [[nodiscard]] base::Result<QByteArray> firstToken(const QString &userId)
    {
        const QJsonObject asked = post("/oauth/device",
                                       {{"client_id", "public"},
                                        {"scope", "api:read"},
                                        {"resource", "https://api.example/a"}});
        TRY(const auto device,
            m_protocol.findDevice(asked.value(QStringLiteral("user_code")).toString()));
        const authority::Subject subject{userId, {}, m_clock.now(), {QStringLiteral("pwd")}};
        TRY_VOID(m_protocol.allow(device.id, subject, device.scopes));
        const QJsonObject given =
            post("/oauth/token",
                 {{"grant_type", "urn:ietf:params:oauth:grant-type:device_code"},
                  {"client_id", "public"},
                  {"device_code", textOf(asked, "device_code")}});
        return textOf(given, "refresh_token");
    }

    std::unique_ptr<ledger::Database> m_database;
    base::SystemClock m_clock;
    OpenVault m_vault{QString()};
    web::Metrics m_metrics;
    authority::KeyRing m_keys{
        *m_database, m_vault, m_clock, {.algorithms = {crypto::SigningAlgorithm::Es256}}};
    policy::PolicyFolder m_policies{QString()};
    policy::Engine m_engine{m_clock};
    authority::Frontdoor m_front{{*m_database, m_keys, m_policies, m_engine, m_metrics, m_clock},
                                 {}};
    authority::Protocol m_protocol{
        {*m_database, m_keys, m_front, m_front.throttle(), m_front.events(), m_metrics, m_clock},
        protocolSettings()};
    web::Router m_router;
    web::Server m_server{{}, {}, m_router, m_clock, m_metrics};
};

} // namespace

//! tokenserver: Latchkey's authority for token_figures, on SQLite in a temporary folder. Prints
//! {"port", "path", "secret", "tokens": [64 refresh tokens]} and ends with its standard input.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("latchkey.*=false"));
    const QTemporaryDir folder;
    auto database = ledger::Database::open(folder.filePath(QStringLiteral("latchkey.db")));
    if (!database) {
        std::fprintf(stderr, "%s\n", qPrintable(database.error().message));
        return 1;
    }
    TokenHouse house(*std::move(database));
    const auto ready = house.open();
    if (!ready) {
        std::fprintf(stderr, "%s\n", qPrintable(ready.error().message));
        return 1;
    }
    std::printf("%s\n", QJsonDocument(*ready).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &app, [] {
        char byte = 0;
        if (::read(STDIN_FILENO, &byte, 1) <= 0)
            QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
