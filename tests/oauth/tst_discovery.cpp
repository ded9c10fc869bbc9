// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QTest>

using base::ErrorCode;

namespace {

QJsonObject metadata(const QString &issuer)
{
    return {{QStringLiteral("issuer"), issuer},
            {QStringLiteral("authorization_endpoint"), issuer + QStringLiteral("/auth")},
            {QStringLiteral("token_endpoint"), issuer + QStringLiteral("/token")},
            {QStringLiteral("device_authorization_endpoint"), issuer + QStringLiteral("/device")},
            {QStringLiteral("userinfo_endpoint"), issuer + QStringLiteral("/me")},
            {QStringLiteral("jwks_uri"), issuer + QStringLiteral("/jwks")},
            {QStringLiteral("authorization_response_iss_parameter_supported"), true},
            {QStringLiteral("scopes_supported"),
             QJsonArray{QStringLiteral("openid"),
                        QStringLiteral("email"),
                        QStringLiteral("offline_access")}},
            {QStringLiteral("id_token_signing_alg_values_supported"),
             QJsonArray{QStringLiteral("HS256"), QStringLiteral("ES256"), QStringLiteral("none")}}};
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

} // namespace

class DiscoveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksInBothPlaces();
    void tidiesWhatAPersonTypes_data();
    void tidiesWhatAPersonTypes();
    void findsAnyOpenIdProvider();
    void fallsBackToRfc8414();
    void aSlashAtTheEndIsForgivenToPeople();
    void anotherIssuerIsRefused();
    void anEndpointWithoutTlsIsRefused();
    void whatTheCatalogSaysStays();
    void aCompleteEntryAsksNobody();
    void rubbishIsCorrupt_data();
    void rubbishIsCorrupt();
    void troubleThatPassesIsRetryable();
    void makesAnEntryFromTheAddress_data();
    void makesAnEntryFromTheAddress();
};

void DiscoveryTest::looksInBothPlaces()
{
    QCOMPARE(oauth::metadataAddresses(QStringLiteral("https://a.dev/realms/x/")),
             (QList<QUrl>{
                 QUrl(QStringLiteral("https://a.dev/realms/x/.well-known/openid-configuration")),
                 QUrl(QStringLiteral(
                     "https://a.dev/.well-known/oauth-authorization-server/realms/x"))}));
}

void DiscoveryTest::tidiesWhatAPersonTypes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("issuer");

    const auto row = [](const char *typed, const char *issuer) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(issuer);
    };
    row("https://id.acme.dev", "https://id.acme.dev");
    row("  id.acme.dev \n", "https://id.acme.dev");
    row("https://id.acme.dev/realms/x/.well-known/openid-configuration",
        "https://id.acme.dev/realms/x");
    row("http://127.0.0.1:9000", "http://127.0.0.1:9000");
    row("http://id.acme.dev", "");
    row("https://id.acme.dev?x=y", "");
    row("https://id.acme.dev#x", "");
    row("https://me:pass@id.acme.dev", "");
    row("", "");
    row("not an address", "");
    row("file:///etc/passwd", "");
}

void DiscoveryTest::tidiesWhatAPersonTypes()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, issuer);

    const auto read = oauth::normalizedIssuer(typed);

    QCOMPARE(read.value_or(QString()), issuer);
}

void DiscoveryTest::findsAnyOpenIdProvider()
{
    OauthDesk desk;
    ScriptedServer server([](const auto &) { return ScriptedServer::text("", 404); });
    server.setHandler([&server](const ScriptedServer::Request &request) {
        return request.path == u"/.well-known/openid-configuration"
                   ? ScriptedServer::json(metadata(server.origin()))
                   : ScriptedServer::text("", 404);
    });

    const auto found = QCoro::waitFor(desk.discovery.discover(server.origin(), {}));

    VERIFY_RESULT(found);
    QCOMPARE(found->issuer, server.origin());
    QCOMPARE(found->tokenEndpoint, server.address(QStringLiteral("/token")));
    QCOMPARE(found->methods,
             (QList<core::SignInMethod>{core::SignInMethod::Browser, core::SignInMethod::Device}));
    QCOMPARE(found->scopes,
             (QStringList{QStringLiteral("openid"),
                          QStringLiteral("email"),
                          QStringLiteral("offline_access")}));
    QCOMPARE(found->authorizationParameters.value(QStringLiteral("prompt")),
             QStringLiteral("consent"));
    QCOMPARE(found->idTokenAlgorithms, QStringList{QStringLiteral("ES256")});
    QVERIFY(found->issuerInReply);
    QVERIFY(found->pkce);
}

void DiscoveryTest::fallsBackToRfc8414()
{
    OauthDesk desk;
    ScriptedServer server([](const auto &) { return ScriptedServer::text("", 404); });
    const QString issuer = server.origin() + QStringLiteral("/tenant");
    server.setHandler([issuer](const ScriptedServer::Request &request) {
        return request.path == u"/.well-known/oauth-authorization-server/tenant"
                   ? ScriptedServer::json(metadata(issuer))
                   : ScriptedServer::text("", 404);
    });

    const auto found = QCoro::waitFor(desk.discovery.discover(issuer, {}));

    VERIFY_RESULT(found);
    QCOMPARE(server.requests.size(), 2);
}

void DiscoveryTest::aSlashAtTheEndIsForgivenToPeople()
{
    OauthDesk desk;
    ScriptedServer server([](const auto &) { return ScriptedServer::text("", 404); });
    server.setHandler([&server](const ScriptedServer::Request &) {
        auto document = metadata(server.origin());
        document.insert(QStringLiteral("issuer"), server.origin() + u'/');
        return ScriptedServer::json(document);
    });

    const auto found = QCoro::waitFor(desk.discovery.discover(server.origin(), {}));

    VERIFY_RESULT(found);
    QCOMPARE(found->issuer, server.origin() + u'/'); // theirs is what the id tokens say
}

void DiscoveryTest::anotherIssuerIsRefused()
{
    core::Provider provider;
    provider.issuer = QStringLiteral("https://id.acme.dev");
    for (const char *other :
         {"https://id.acme.dev/", "https://ID.acme.dev", "https://evil.dev", ""}) {
        auto document = metadata(provider.issuer);
        document.insert(QStringLiteral("issuer"), QLatin1String(other));

        VERIFY_ERROR(oauth::withMetadata(provider, bytes(document)), ErrorCode::Denied);
    }
}

void DiscoveryTest::anEndpointWithoutTlsIsRefused()
{
    core::Provider provider;
    provider.issuer = QStringLiteral("https://id.acme.dev");
    for (const char *key :
         {"authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint"}) {
        auto document = metadata(provider.issuer);
        document.insert(QLatin1String(key), QStringLiteral("http://id.acme.dev/x"));

        VERIFY_ERROR(oauth::withMetadata(provider, bytes(document)), ErrorCode::Corrupt);
    }
}

void DiscoveryTest::whatTheCatalogSaysStays()
{
    core::Provider provider;
    provider.issuer = QStringLiteral("https://id.acme.dev");
    provider.tokenEndpoint = QStringLiteral("https://token.acme.dev/");

    const auto filled = oauth::withMetadata(provider, bytes(metadata(provider.issuer)));

    VERIFY_RESULT(filled);
    QCOMPARE(filled->tokenEndpoint, QStringLiteral("https://token.acme.dev/"));
    QCOMPARE(filled->jwksUri, QStringLiteral("https://id.acme.dev/jwks"));
}

void DiscoveryTest::aCompleteEntryAsksNobody()
{
    OauthDesk desk;
    ScriptedProvider acme(desk.clock);

    const auto resolved = QCoro::waitFor(desk.discovery.resolved(acme.provider, {}));

    VERIFY_RESULT(resolved);
    QVERIFY(acme.server.requests.isEmpty());
}

void DiscoveryTest::rubbishIsCorrupt_data()
{
    QTest::addColumn<QByteArray>("document");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a page") << QByteArray("<!DOCTYPE html>");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no token endpoint") << QByteArray("{\"issuer\":\"https://id.acme.dev\"}");
}

void DiscoveryTest::rubbishIsCorrupt()
{
    QFETCH(const QByteArray, document);
    core::Provider provider;
    provider.issuer = QStringLiteral("https://id.acme.dev");

    VERIFY_ERROR(oauth::withMetadata(provider, document), ErrorCode::Corrupt);
}

void DiscoveryTest::troubleThatPassesIsRetryable()
{
    OauthDesk desk;
    const ScriptedServer server([](const auto &) { return ScriptedServer::text("", 503); });

    const auto found = QCoro::waitFor(desk.discovery.discover(server.origin(), {}));

    VERIFY_ERROR(found, ErrorCode::Unreachable);
    QCOMPARE(found.error().retryable, base::Retryable::Yes);
}

void DiscoveryTest::makesAnEntryFromTheAddress_data()
{
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QString>("letters");

    const auto row = [](const char *issuer, const char *letters) {
        QTest::newRow(issuer) << QString::fromUtf8(issuer) << QString::fromUtf8(letters);
    };
    row("https://id.acme.dev", "Ac");
    row("https://id.acme.dev/", "Ac");
    row("https://id.acme.dev:8443/realms/My Realm", "Ac");
    row("http://127.0.0.1:9000", "Id");
    row("http://[::1]:9000", "Id");
    row("https://keycloak", "Ke");
}

void DiscoveryTest::makesAnEntryFromTheAddress()
{
    QFETCH(const QString, issuer);
    QFETCH(const QString, letters);

    const auto made = oauth::providerForIssuer(issuer);

    QCOMPARE(made.id, core::providerIdOf(issuer));
    QCOMPARE(made.letters, letters);
    QCOMPARE(made.issuer, issuer);
    QVERIFY(made.tone >= 0 && made.tone <= 9);
    QVERIFY(!made.name.isEmpty() && !made.name.endsWith(u'/'));
}

QTEST_GUILESS_MAIN(DiscoveryTest)
#include "tst_discovery.moc"
