// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocolhouse.h"
#include "support/verifyresult.h"

#include <QTest>

using crypto::SigningAlgorithm;
using crypto::SigningKey;

namespace {

const QByteArray tokenUrl = QByteArray(ProtocolHouse::issuer) + "/oauth/token";
const QByteArray userinfoUrl = QByteArray(ProtocolHouse::issuer) + "/oauth/userinfo";

} // namespace

//! DPoP (RFC 9449) and private_key_jwt (RFC 7523).
class BoundTokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensAreBoundToTheKey_data()
    {
        QTest::addColumn<int>("algorithm");
        QTest::newRow("ES256") << int(SigningAlgorithm::Es256);
        QTest::newRow("RS256") << int(SigningAlgorithm::Rs256);
        QTest::newRow("EdDSA") << int(SigningAlgorithm::EdDsa);
    }

    void tokensAreBoundToTheKey()
    {
        QFETCH(const int, algorithm);
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const auto key = SigningKey::generate(SigningAlgorithm(algorithm));
        VERIFY_RESULT(key);
        const qint64 now = house.clock.now().toSecsSinceEpoch();
        const Form form = ProtocolHouse::codeForm("app", house.code("app"));

        const auto response =
            house.post("/oauth/token", form, {{"DPoP", dpopProof(*key, "POST", tokenUrl, now)}});

        const QJsonObject reply = response.object();
        QCOMPARE(textOf(reply, "token_type"), "DPoP");
        const QByteArray access = textOf(reply, "access_token");
        QCOMPARE(house.claims(QString::fromLatin1(access))
                     .value(u"cnf")
                     .toObject()
                     .value(u"jkt")
                     .toString()
                     .toLatin1(),
                 crypto::thumbprint(key->publicKey()));

        const auto show = [&](const QByteArray &scheme, const QByteArray &proof) {
            Form headers{{"Authorization", scheme + ' ' + access}};
            if (!proof.isEmpty())
                headers += {"DPoP", proof};
            return house.get("/oauth/userinfo", {}, headers);
        };
        const QByteArray proof = dpopProof(*key, "GET", userinfoUrl, now, access);
        QCOMPARE(outcome(show("DPoP", proof)), "200");
        const auto replayed = show("DPoP", proof);
        QCOMPARE(outcome(replayed), "401 invalid_dpop_proof");
        QVERIFY(replayed.header("WWW-Authenticate").startsWith("DPoP "));
        QCOMPARE(outcome(show("Bearer", {})), "401 invalid_token");
        QCOMPARE(outcome(show("DPoP", {})), "401 invalid_token");
        QCOMPARE(outcome(show("DPoP", dpopProof(*key, "GET", userinfoUrl, now, "other"))),
                 "401 invalid_dpop_proof");
        const auto other = SigningKey::generate(SigningAlgorithm::Es256);
        QCOMPARE(outcome(show("DPoP", dpopProof(*other, "GET", userinfoUrl, now, access))),
                 "401 invalid_token");
    }

    void aPublicClientsRefreshTokenIsBound()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const auto key = SigningKey::generate(SigningAlgorithm::Es256);
        const auto other = SigningKey::generate(SigningAlgorithm::Es256);
        const qint64 now = house.clock.now().toSecsSinceEpoch();
        const auto proof = [&](const SigningKey &with) -> Form {
            return {{"DPoP", dpopProof(with, "POST", tokenUrl, now)}};
        };
        const QJsonObject reply = house
                                      .post("/oauth/token",
                                            ProtocolHouse::codeForm("app", house.code("app")),
                                            proof(*key))
                                      .object();
        const Form refresh{{"grant_type", "refresh_token"},
                           {"client_id", "app"},
                           {"refresh_token", textOf(reply, "refresh_token")}};

        QCOMPARE(outcome(house.post("/oauth/token", refresh)), "400 invalid_grant");
        QCOMPARE(outcome(house.post("/oauth/token", refresh, proof(*other))), "400 invalid_grant");
        QCOMPARE(outcome(house.post("/oauth/token", refresh, proof(*key))), "200");
    }

    void aCodeCanBeBoundBeforehand()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const auto key = SigningKey::generate(SigningAlgorithm::Es256);
        const auto other = SigningKey::generate(SigningAlgorithm::Es256);
        const qint64 now = house.clock.now().toSecsSinceEpoch();
        const QByteArray code =
            house.code(ProtocolHouse::authorization("app")
                       + Form{{"dpop_jkt", crypto::thumbprint(key->publicKey())}});
        const Form form = ProtocolHouse::codeForm("app", code);

        QCOMPARE(outcome(house.post("/oauth/token", form)), "400 invalid_dpop_proof");
        QCOMPARE(outcome(house.post(
                     "/oauth/token", form, {{"DPoP", dpopProof(*other, "POST", tokenUrl, now)}})),
                 "400 invalid_dpop_proof");
        QCOMPARE(outcome(house.post(
                     "/oauth/token", form, {{"DPoP", dpopProof(*key, "POST", tokenUrl, now)}})),
                 "200");
    }

    void badProofs_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<int>("late");
        QTest::addColumn<bool>("fits");
        const auto add = [](const char *row, const char *method, QByteArray url, int late, bool f) {
            QTest::newRow(row) << QByteArray(method) << std::move(url) << late << f;
        };
        add("good", "POST", tokenUrl, 0, true);
        add("query and fragment do not count", "POST", tokenUrl + "?x=1#y", 0, true);
        add("the scheme and host in capitals",
            "POST",
            "HTTP://127.0.0.1:7420/oauth/token",
            0,
            true);
        add("a minute late", "POST", tokenUrl, 60, true);
        add("later", "POST", tokenUrl, 61, false);
        add("a minute early", "POST", tokenUrl, -60, true);
        add("earlier", "POST", tokenUrl, -61, false);
        add("another method", "GET", tokenUrl, 0, false);
        add("another address", "POST", "http://127.0.0.1:7420/oauth/userinfo", 0, false);
        add("another host", "POST", "http://evil.example/oauth/token", 0, false);
        add("no address", "POST", "", 0, false);
    }

    void badProofs()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, url);
        QFETCH(const int, late);
        QFETCH(const bool, fits);
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const auto key = SigningKey::generate(SigningAlgorithm::Es256);
        const qint64 now = house.clock.now().toSecsSinceEpoch();
        const QByteArray proof = dpopProof(*key, method, url, now - late);
        const Form form = ProtocolHouse::codeForm("app", house.code("app"));
        QCOMPARE(outcome(house.post("/oauth/token", form, {{"DPoP", proof}})),
                 fits ? "200" : "400 invalid_dpop_proof");
    }

    void aProofWithAPrivateKeyOrTwoProofsAreRefused()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const auto key = SigningKey::generate(SigningAlgorithm::Es256);
        const qint64 now = house.clock.now().toSecsSinceEpoch();
        QJsonObject jwk = key->publicKey().json;
        jwk.insert(QStringLiteral("d"), QStringLiteral("AAAA"));
        const QByteArray payload =
            QJsonDocument(QJsonObject{{QStringLiteral("jti"), QStringLiteral("1")},
                                      {QStringLiteral("htm"), QStringLiteral("POST")},
                                      {QStringLiteral("htu"), QString::fromLatin1(tokenUrl)},
                                      {QStringLiteral("iat"), now}})
                .toJson();
        const auto shown = key->signWith(
            {{QStringLiteral("typ"), QStringLiteral("dpop+jwt")}, {QStringLiteral("jwk"), jwk}},
            payload);
        const auto untyped =
            key->signWith({{QStringLiteral("jwk"), key->publicKey().json}}, payload);
        const Form form = ProtocolHouse::codeForm("app", house.code("app"));
        QCOMPARE(outcome(house.post("/oauth/token", form, {{"DPoP", *shown}})),
                 "400 invalid_dpop_proof");
        QCOMPARE(outcome(house.post("/oauth/token", form, {{"DPoP", *untyped}})),
                 "400 invalid_dpop_proof");
        const Form two{{"DPoP", dpopProof(*key, "POST", tokenUrl, now)},
                       {"DPoP", dpopProof(*key, "POST", tokenUrl, now)}};
        QCOMPARE(outcome(house.post("/oauth/token", form, two)), "400 invalid_dpop_proof");
    }

    void aClientThatHasToProveItCannotDoWithout()
    {
        ProtocolHouse house;
        auto client = ProtocolHouse::webClient(QStringLiteral("app"));
        client.isDpopBound = true;
        house.add(client);
        QCOMPARE(
            outcome(house.post("/oauth/token", ProtocolHouse::codeForm("app", house.code("app")))),
            "400 invalid_dpop_proof");
    }

    void anAssertionProvesTheClientOnce_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *name, const char *claim, const QJsonValue &value, bool f) {
            QTest::newRow(name) << QString::fromLatin1(claim) << value << f;
        };
        const QString issuer = QString::fromLatin1(ProtocolHouse::issuer);
        row("good", "x", 1, true);
        row("oidcc-ensure-client-assertion-with-iss-aud-succeeds", "aud", issuer, true);
        row("the token endpoint", "aud", QString::fromLatin1(tokenUrl), true);
        row("a list", "aud", QJsonArray{QStringLiteral("https://x"), issuer}, true);
        row("for somebody else", "aud", QStringLiteral("https://op.example"), false);
        row("no audience", "aud", QJsonValue::Null, false);
        row("another issuer", "iss", QStringLiteral("other"), false);
        row("another subject", "sub", QStringLiteral("other"), false);
        row("no jti", "jti", QJsonValue::Null, false);
        row("no exp", "exp", QJsonValue::Null, false);
        row("past", "exp", 1, false);
        row("in a year", "exp", 4102444800.0, false);
        row("not yet", "nbf", 4102444800.0, false);
    }

    void anAssertionProvesTheClientOnce()
    {
        QFETCH(const QString, claim);
        QFETCH(const QJsonValue, value);
        QFETCH(const bool, fits);
        ProtocolHouse house;
        const auto key = SigningKey::generate(SigningAlgorithm::Es256);
        auto client = ProtocolHouse::webClient(QStringLiteral("robot"));
        client.authMethod = QStringLiteral("private_key_jwt");
        client.grants += QStringLiteral("client_credentials");
        client.jwks = QString::fromUtf8(
            QJsonDocument(QJsonObject{{QStringLiteral("keys"), QJsonArray{key->publicKey().json}}})
                .toJson());
        house.add(client);
        QJsonObject claims{{QStringLiteral("iss"), QStringLiteral("robot")},
                           {QStringLiteral("sub"), QStringLiteral("robot")},
                           {QStringLiteral("aud"), QString::fromLatin1(ProtocolHouse::issuer)},
                           {QStringLiteral("jti"), QStringLiteral("j-1")},
                           {QStringLiteral("exp"), house.clock.now().toSecsSinceEpoch() + 60}};
        claims.insert(claim, value);
        const QByteArray assertion = key->sign("JWT", QJsonDocument(claims).toJson()).value();
        const Form form{
            {"grant_type", "client_credentials"},
            {"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
            {"client_assertion", assertion}};

        QCOMPARE(outcome(house.post("/oauth/token", form)), fits ? "200" : "401 invalid_client");
        QCOMPARE(outcome(house.post("/oauth/token", form)), "401 invalid_client"); // once
    }

    void anAssertionOfAnotherKeyIsRefused()
    {
        ProtocolHouse house;
        const auto key = SigningKey::generate(SigningAlgorithm::Es256);
        const auto other = SigningKey::generate(SigningAlgorithm::Es256);
        auto client = ProtocolHouse::webClient(QStringLiteral("robot"));
        client.authMethod = QStringLiteral("private_key_jwt");
        client.jwks = QString::fromUtf8(
            QJsonDocument(QJsonObject{{QStringLiteral("keys"), QJsonArray{key->publicKey().json}}})
                .toJson());
        house.add(client);
        const QByteArray claims =
            QJsonDocument(
                QJsonObject{{QStringLiteral("iss"), QStringLiteral("robot")},
                            {QStringLiteral("sub"), QStringLiteral("robot")},
                            {QStringLiteral("aud"), QString::fromLatin1(ProtocolHouse::issuer)},
                            {QStringLiteral("jti"), QStringLiteral("j-1")},
                            {QStringLiteral("exp"), house.clock.now().toSecsSinceEpoch() + 60}})
                .toJson();
        const QByteArray unsignedOne =
            crypto::toBase64Url(R"({"alg":"none"})") + '.' + crypto::toBase64Url(claims) + '.';
        for (const QByteArray &assertion : {other->sign("JWT", claims).value(), unsignedOne}) {
            const auto response =
                house.post("/oauth/token",
                           {{"grant_type", "refresh_token"},
                            {"refresh_token", "x"},
                            {"client_assertion_type",
                             "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
                            {"client_assertion", assertion}});
            QCOMPARE(outcome(response), "401 invalid_client");
        }
    }
};

QTEST_GUILESS_MAIN(BoundTokensTest)
#include "tst_boundtokens.moc"
