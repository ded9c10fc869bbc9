// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocolhouse.h"
#include "support/verifyresult.h"

#include <QTest>

using crypto::SigningAlgorithm;
using crypto::SigningKey;

namespace {

const QByteArray tokenUrl = QByteArray(ProtocolHouse::issuer) + "/oauth/token";
const QByteArray pushUrl = QByteArray(ProtocolHouse::issuer) + "/oauth/par";
const QByteArray userinfoUrl = QByteArray(ProtocolHouse::issuer) + "/oauth/userinfo";

} // namespace

//! DPoP with pushed requests, and nonces (RFC 9449 8 to 10).
class DpopNoncesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! RFC 9449 10.1
    void aProofWithAPushedRequestBindsTheCode()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const auto key = SigningKey::generate(SigningAlgorithm::Es256);
        const auto other = SigningKey::generate(SigningAlgorithm::Es256);
        const qint64 now = house.clock.now().toSecsSinceEpoch();
        const auto push = [&](const Form &more, const QByteArray &proof) {
            return house.post(
                "/oauth/par", ProtocolHouse::authorization("app") + more, {{"DPoP", proof}});
        };
        const QByteArray jkt = crypto::thumbprint(key->publicKey());

        QCOMPARE(outcome(push({{"dpop_jkt", jkt}}, dpopProof(*other, "POST", pushUrl, now))),
                 "400 invalid_dpop_proof");
        QCOMPARE(outcome(push({}, dpopProof(*key, "POST", tokenUrl, now))),
                 "400 invalid_dpop_proof");
        QCOMPARE(outcome(push({{"dpop_jkt", jkt}}, dpopProof(*key, "POST", pushUrl, now))), "201");
        const auto pushed = push({}, dpopProof(*key, "POST", pushUrl, now));
        QCOMPARE(outcome(pushed), "201");

        const QByteArray code = house.code(
            Form{{"client_id", "app"}, {"request_uri", textOf(pushed.object(), "request_uri")}});
        const Form form = ProtocolHouse::codeForm("app", code);
        QCOMPARE(outcome(house.post("/oauth/token", form)), "400 invalid_dpop_proof");
        QCOMPARE(outcome(house.post(
                     "/oauth/token", form, {{"DPoP", dpopProof(*other, "POST", tokenUrl, now)}})),
                 "400 invalid_dpop_proof");
        QCOMPARE(outcome(house.post(
                     "/oauth/token", form, {{"DPoP", dpopProof(*key, "POST", tokenUrl, now)}})),
                 "200");
    }

    void noncesAreOfferedToWhoSendsProofs()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const auto key = SigningKey::generate(SigningAlgorithm::Es256);
        const qint64 now = house.clock.now().toSecsSinceEpoch();

        QVERIFY(house.post("/oauth/token", {}).header("DPoP-Nonce").isEmpty());
        const auto given = house.post("/oauth/token",
                                      ProtocolHouse::codeForm("app", house.code("app")),
                                      {{"DPoP", dpopProof(*key, "POST", tokenUrl, now)}});

        QCOMPARE(outcome(given), "200");
        const QByteArray nonce = given.header("DPoP-Nonce");
        QVERIFY(!nonce.isEmpty());
        const QByteArray access = textOf(given.object(), "access_token");
        const auto shown =
            house.get("/oauth/userinfo",
                      {},
                      {{"Authorization", "DPoP " + access},
                       {"DPoP", dpopProof(*key, "GET", userinfoUrl, now, access, "id-1", nonce)}});
        QCOMPARE(outcome(shown), "200");
        QCOMPARE(shown.header("DPoP-Nonce"), nonce);
    }

    void aNonceThatIsNotOursOrTooOldIsSentBackWithAnother_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("isOurs");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("now") << 0 << true << QByteArray("200");
        QTest::newRow("two minutes ago") << 119 << true << QByteArray("200");
        QTest::newRow("another instance's clock is ahead") << -100 << true << QByteArray("200");
        QTest::newRow("four minutes ago") << 240 << true << QByteArray("400 use_dpop_nonce");
        QTest::newRow("made up") << 0 << false << QByteArray("400 use_dpop_nonce");
    }

    void aNonceThatIsNotOursOrTooOldIsSentBackWithAnother()
    {
        QFETCH(const int, seconds);
        QFETCH(const bool, isOurs);
        QFETCH(const QByteArray, expected);
        ProtocolHouse house;
        auto client = ProtocolHouse::webClient(QStringLiteral("app"));
        client.authMethod = QStringLiteral("client_secret_post");
        client.grants += QStringLiteral("client_credentials");
        const Form form{{"grant_type", "client_credentials"},
                        {"client_id", "app"},
                        {"client_secret", house.add(client)}};
        const auto key = SigningKey::generate(SigningAlgorithm::Es256);
        const auto ask = [&](const QByteArray &nonce) {
            const qint64 now = house.clock.now().toSecsSinceEpoch();
            const QByteArray id = crypto::randomToken(12);
            return house.post("/oauth/token",
                              form,
                              {{"DPoP", dpopProof(*key, "POST", tokenUrl, now, {}, id, nonce)}});
        };
        const QByteArray nonce = ask({}).header("DPoP-Nonce");
        house.clock.advance(std::chrono::seconds(seconds));

        const auto response = ask(isOurs ? nonce : QByteArray("bm90IG91cnMgYXQgYWxsIGhlcmU"));

        QCOMPARE(outcome(response), expected);
        const QByteArray offered = response.header("DPoP-Nonce");
        QCOMPARE(outcome(ask(offered)), "200");
    }

    void aNonceIsRequiredWhereThatIsSet()
    {
        ProtocolHouse house(
            [](authority::ProtocolSettings &settings) { settings.needsDpopNonce = true; });
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const auto key = SigningKey::generate(SigningAlgorithm::Es256);
        const qint64 now = house.clock.now().toSecsSinceEpoch();
        const Form form = ProtocolHouse::codeForm("app", house.code("app"));
        const auto trade = [&](const QByteArray &nonce) {
            return house.post(
                "/oauth/token",
                form,
                {{"DPoP", dpopProof(*key, "POST", tokenUrl, now, {}, "id-" + nonce, nonce)}});
        };

        const auto first = trade({});
        QCOMPARE(outcome(first), "400 use_dpop_nonce");
        const QByteArray nonce = first.header("DPoP-Nonce");
        const auto second = trade(nonce); // the code was not used up
        QCOMPARE(outcome(second), "200");

        const QByteArray access = textOf(second.object(), "access_token");
        const auto show = [&](const QByteArray &with) {
            const QByteArray proof =
                dpopProof(*key, "GET", userinfoUrl, now, access, "ui-" + with, with);
            return house.get(
                "/oauth/userinfo", {}, {{"Authorization", "DPoP " + access}, {"DPoP", proof}});
        };
        const auto refused = show({});
        QCOMPARE(outcome(refused), "401 use_dpop_nonce");
        QVERIFY(refused.header("WWW-Authenticate").contains("error=\"use_dpop_nonce\""));
        QCOMPARE(refused.header("DPoP-Nonce"), nonce);
        QCOMPARE(outcome(show(nonce)), "200");
        QCOMPARE(outcome(house.post("/oauth/par",
                                    ProtocolHouse::authorization("app"),
                                    {{"DPoP", dpopProof(*key, "POST", pushUrl, now)}})),
                 "400 use_dpop_nonce");
        // Who uses no proofs is not asked for one.
        QCOMPARE(outcome(house.post("/oauth/par", ProtocolHouse::authorization("app"))), "201");
    }

    void theAdminApiLooksAtNoNonces()
    {
        ProtocolHouse house(
            [](authority::ProtocolSettings &settings) { settings.needsDpopNonce = true; });
        auto client = ProtocolHouse::webClient(QStringLiteral("app"));
        client.authMethod = QStringLiteral("client_secret_post");
        client.grants += QStringLiteral("client_credentials");
        client.resources += QString::fromLatin1(ProtocolHouse::issuer);
        const Form form{{"grant_type", "client_credentials"},
                        {"client_id", "app"},
                        {"client_secret", house.add(client)},
                        {"resource", ProtocolHouse::issuer}};
        const auto key = SigningKey::generate(SigningAlgorithm::Es256);
        const auto proof = [&](const QByteArray &nonce) {
            const qint64 now = house.clock.now().toSecsSinceEpoch();
            return Form{
                {"DPoP",
                 dpopProof(*key, "POST", tokenUrl, now, {}, crypto::randomToken(12), nonce)}};
        };
        const QByteArray nonce = house.post("/oauth/token", form, proof({})).header("DPoP-Nonce");
        const QByteArray token =
            textOf(house.post("/oauth/token", form, proof(nonce)).object(), "access_token");
        house.clock.advance(std::chrono::minutes(5));

        // Its answers cannot tell a nonce, so a client goes on with the one it had, or without.
        for (const QByteArray &with : {nonce, QByteArray()}) {
            web::RequestParts parts;
            parts.target = "/auth/users";
            parts.base = ProtocolHouse::issuer;
            parts.headers.append("Authorization", "DPoP " + token);
            parts.headers.append("DPoP",
                                 dpopProof(*key,
                                           "GET",
                                           QByteArray(ProtocolHouse::issuer) + "/auth/users",
                                           house.clock.now().toSecsSinceEpoch(),
                                           token,
                                           crypto::randomToken(12),
                                           with));
            const web::Request request(std::move(parts));
            const QString issuer = QString::fromLatin1(ProtocolHouse::issuer);
            VERIFY_RESULT(house.protocol->check(request, issuer));
        }
    }

    void instancesKnowEachOthersNonces()
    {
        QTemporaryDir kept;
        const QString issuer = QString::fromLatin1(ProtocolHouse::issuer);
        const authority::KeyRing::Rule rule{.algorithms = {ProtocolHouse::es256}};
        ProtocolHouse one(kept.path(), issuer, rule);
        ProtocolHouse two(kept.path(), issuer, rule);
        auto client = ProtocolHouse::webClient(QStringLiteral("app"));
        client.authMethod = QStringLiteral("client_secret_post");
        client.grants += QStringLiteral("client_credentials");
        const Form form{{"grant_type", "client_credentials"},
                        {"client_id", "app"},
                        {"client_secret", one.add(client)}};
        const auto key = SigningKey::generate(SigningAlgorithm::Es256);
        const qint64 now = one.clock.now().toSecsSinceEpoch();

        const QByteArray nonce =
            one.post("/oauth/token", form, {{"DPoP", dpopProof(*key, "POST", tokenUrl, now)}})
                .header("DPoP-Nonce");

        QCOMPARE(outcome(two.post(
                     "/oauth/token",
                     form,
                     {{"DPoP", dpopProof(*key, "POST", tokenUrl, now, {}, "other", nonce)}})),
                 "200");
    }
};

QTEST_GUILESS_MAIN(DpopNoncesTest)
#include "tst_dpopnonces.moc"
