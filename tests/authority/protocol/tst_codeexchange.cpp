// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocolhouse.h"
#include "support/verifyresult.h"

#include <QTest>

namespace {

core::AuthorityClient confidential(const QByteArray &method)
{
    auto client = ProtocolHouse::webClient(QStringLiteral("desk"));
    client.authMethod = QString::fromLatin1(method);
    client.grants += QStringLiteral("client_credentials");
    return client;
}

QByteArray basic(const QByteArray &id, const QByteArray &secret)
{
    return "Basic " + (web::formEncoded(id) + ':' + web::formEncoded(secret)).toBase64();
}

} // namespace

//! The token endpoint: codes, clients and the rows of token_error_matrix in tests/data/oauth.
class CodeExchangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCodeGivesTheTokensThatTheStandardsDescribe()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const auto response =
            house.post("/oauth/token", ProtocolHouse::codeForm("app", house.code("app")));

        QCOMPARE(response.status(), 200);
        QCOMPARE(response.header("Cache-Control"), "no-store");
        QVERIFY(!response.header("X-RateLimit-Limit").isEmpty());
        const QJsonObject reply = response.object();
        QCOMPARE(textOf(reply, "token_type"), "Bearer");
        QCOMPARE(reply.value(u"expires_in").toInt(), 900);

        // RFC 9068 2.2
        const QJsonObject access = house.claims(reply.value(u"access_token").toString());
        const qint64 now = house.clock.now().toSecsSinceEpoch();
        QCOMPARE(textOf(access, "iss"), ProtocolHouse::issuer);
        QCOMPARE(textOf(access, "sub"), "u-ada");
        QCOMPARE(textOf(access, "client_id"), "app");
        QCOMPARE(access.value(u"exp").toInteger(), now + 900);
        QCOMPARE(access.value(u"iat").toInteger(), now);
        QCOMPARE(access.value(u"auth_time").toInteger(), now);
        QCOMPARE(textOf(access, "scope"), "openid offline_access");
        QCOMPARE(access.value(u"roles").toArray().first().toString(), QStringLiteral("developer"));
        QVERIFY(!textOf(access, "jti").isEmpty());

        // OpenID Connect Core 2, 3.1.3.6
        const QJsonObject id = house.claims(reply.value(u"id_token").toString(), "JWT");
        QCOMPARE(textOf(id, "iss"), ProtocolHouse::issuer);
        QCOMPARE(textOf(id, "aud"), "app");
        QCOMPARE(textOf(id, "nonce"), "n-1");
        QCOMPARE(textOf(id, "sid"), "s-1");
        QCOMPARE(id.value(u"amr").toArray().first().toString(), QStringLiteral("pwd"));
        const QByteArray hash =
            crypto::digest(crypto::Hash::Sha256, textOf(reply, "access_token")).left(16);
        QCOMPARE(textOf(id, "at_hash"), crypto::toBase64Url(hash));
        QVERIFY(house.claims(reply.value(u"id_token").toString(), "at+jwt").isEmpty());
    }

    void aRefreshedIdTokenHasNoNonce()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QJsonObject first = house.tokens("app");
        const QJsonObject second = house.refresh("app", textOf(first, "refresh_token")).object();
        const QJsonObject id = house.claims(second.value(u"id_token").toString(), "JWT");
        QCOMPARE(textOf(id, "sub"), "u-ada");
        QVERIFY(!id.contains(u"nonce"));
    }

    void withoutOfflineAccessThereIsNoRefreshToken()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray code = house.code(ProtocolHouse::authorization("app", "openid"));
        const auto reply = house.post("/oauth/token", ProtocolHouse::codeForm("app", code));
        QCOMPARE(reply.status(), 200);
        QVERIFY(!reply.object().contains(u"refresh_token"));
    }

    void aReplayedCodeRevokesWhatItGave()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const Form form = ProtocolHouse::codeForm("app", house.code("app"));
        const QJsonObject reply = house.post("/oauth/token", form).object();

        QCOMPARE(outcome(house.post("/oauth/token", form)), "400 invalid_grant");

        QCOMPARE(outcome(house.refresh("app", textOf(reply, "refresh_token"))),
                 "400 invalid_grant");
        const auto userinfo = house.get(
            "/oauth/userinfo", {}, {{"Authorization", "Bearer " + textOf(reply, "access_token")}});
        QCOMPARE(outcome(userinfo), "401 invalid_token");
    }

    void errors_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("expected");
        const auto add = [](const char *row, const char *name, QByteArray value, const char *out) {
            QTest::newRow(row) << QByteArray(name) << std::move(value) << QByteArray(out);
        };
        add("unknown client", "client_id", "nobody", "401 invalid_client");
        add("wrong code_verifier", "code_verifier", QByteArray(43, 'x'), "400 invalid_grant");
        add("code_verifier too short", "code_verifier", "v", "400 invalid_grant");
        add("code of another client", "client_id", "other", "400 invalid_grant");
        add("redirect_uri differs",
            "redirect_uri",
            "http://127.0.0.1:51005/callback",
            "400 invalid_grant");
        add("redirect_uri is missing", "redirect_uri", "", "400 invalid_request");
        add("code is missing", "code", "", "400 invalid_request");
        add("code_verifier is missing", "code_verifier", "", "400 invalid_request");
        add("code is not known", "code", "lkc_nothing", "400 invalid_grant");
        add("grant_type is missing", "grant_type", "", "400 unsupported_grant_type");
        add("unknown grant_type", "grant_type", "password", "400 unsupported_grant_type");
        add("grant not allowed for client",
            "grant_type",
            "client_credentials",
            "400 unauthorized_client");
    }

    void errors()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, expected);
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        house.add(ProtocolHouse::webClient(QStringLiteral("other")));
        const Form good = ProtocolHouse::codeForm("app", house.code("app"));
        Form bad = good;
        for (auto &[key, text] : bad) {
            if (key == name)
                text = value;
        }

        const auto response = house.post("/oauth/token", bad);

        QCOMPARE(outcome(response), expected);
        QCOMPARE(response.header("Cache-Control"), "no-store");
        QCOMPARE(response.header("WWW-Authenticate").isEmpty(), response.status() != 401);
        QCOMPARE(outcome(house.post("/oauth/token", good)), "200"); // nothing was used up
    }

    void anExpiredCodeIsRefused()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const Form form = ProtocolHouse::codeForm("app", house.code("app"));
        house.clock.advance(std::chrono::seconds(60));
        QCOMPARE(outcome(house.post("/oauth/token", form)), "400 invalid_grant");
    }

    void aRepeatedParameterIsRefused()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const Form form = ProtocolHouse::codeForm("app", house.code("app"));
        QCOMPARE(outcome(house.post("/oauth/token", form + Form{{"code", "again"}})),
                 "400 invalid_request");
    }

    void jsonAndGetAreRefused()
    {
        ProtocolHouse house;
        QCOMPARE(house.get("/oauth/token").status(), 405);
        QCOMPARE(outcome(house.sendJson(web::Method::Post, "/oauth/token", {})),
                 "400 invalid_request");
    }

    void aClientProvesItselfOnlyAsRegistered_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("basic") << QByteArray("client_secret_basic");
        QTest::newRow("post") << QByteArray("client_secret_post");
    }

    void aClientProvesItselfOnlyAsRegistered()
    {
        QFETCH(const QByteArray, method);
        ProtocolHouse house;
        const QByteArray secret = house.add(confidential(method));
        const bool isBasic = method == "client_secret_basic";
        const Form grant{{"grant_type", "client_credentials"}, {"scope", "api:read"}};
        const Form body{{"client_id", "desk"}, {"client_secret", secret}};
        const Form header{{"Authorization", basic("desk", secret)}};

        QCOMPARE(outcome(house.post("/oauth/token", grant, header)),
                 isBasic ? "200" : "401 invalid_client");
        QCOMPARE(outcome(house.post("/oauth/token", grant + body)),
                 isBasic ? "401 invalid_client" : "200");
        QCOMPARE(outcome(house.post("/oauth/token", grant + body, header)), "400 invalid_request");
        QCOMPARE(outcome(house.post("/oauth/token", grant + Form{{"client_id", "desk"}})),
                 "401 invalid_client");
        const auto wrong =
            house.post("/oauth/token", grant, {{"Authorization", basic("desk", secret + "x")}});
        QCOMPARE(outcome(wrong), "401 invalid_client");
        QVERIFY(wrong.header("WWW-Authenticate").startsWith("Basic "));
        QCOMPARE(
            outcome(house.post("/oauth/token", grant, {{"Authorization", "Basic not base64!"}})),
            "400 invalid_request");
    }

    void clientCredentialsAreTheClientsOwn()
    {
        ProtocolHouse house;
        const QByteArray secret = house.add(confidential("client_secret_basic"));
        const Form header{{"Authorization", basic("desk", secret)}};
        const Form form{{"grant_type", "client_credentials"}};

        const auto response =
            house.post("/oauth/token",
                       form + Form{{"scope", "api:read"}, {"resource", "https://api.example/a"}},
                       header);

        const QJsonObject reply = response.object();
        QVERIFY(!reply.contains(u"refresh_token"));
        QVERIFY(!reply.contains(u"id_token"));
        const QJsonObject access = house.claims(reply.value(u"access_token").toString());
        QCOMPARE(textOf(access, "sub"), "desk");
        QCOMPARE(textOf(access, "aud"), "https://api.example/a");
        QCOMPARE(textOf(access, "scope"), "api:read");
        QCOMPARE(outcome(house.post("/oauth/token", form + Form{{"scope", "openid"}}, header)),
                 "400 invalid_scope");
        QCOMPARE(outcome(house.post("/oauth/token", form + Form{{"scope", "api:admin"}}, header)),
                 "400 invalid_scope");
        QCOMPARE(outcome(house.post(
                     "/oauth/token", form + Form{{"resource", "https://evil.example"}}, header)),
                 "400 invalid_target");
    }

    void resourcesNarrowTheAudience()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const Form ask =
            ProtocolHouse::authorization("app")
            + Form{{"resource", "https://api.example/a"}, {"resource", "https://api.example/b"}};
        const Form form = ProtocolHouse::codeForm("app", house.code(ask));

        const QJsonObject reply =
            house.post("/oauth/token", form + Form{{"resource", "https://api.example/b"}}).object();

        const QJsonArray audience =
            house.claims(reply.value(u"access_token").toString()).value(u"aud").toArray();
        QCOMPARE(audience,
                 (QJsonArray{QStringLiteral("https://api.example/b"),
                             QStringLiteral("http://127.0.0.1:7420/oauth/userinfo")}));
        const auto other = house.refresh(
            "app", textOf(reply, "refresh_token"), {{"resource", "https://api.example/a"}});
        QCOMPARE(outcome(other), "200");
    }

    void aSwitchedOffClientGetsNothing()
    {
        ProtocolHouse house;
        auto client = ProtocolHouse::webClient(QStringLiteral("app"));
        house.add(client);
        const QByteArray token = textOf(house.tokens("app"), "refresh_token");
        client.isActive = false;
        VERIFY_RESULT(house.protocol->changeClient(client));
        QCOMPARE(outcome(house.refresh("app", token)), "401 invalid_client");
    }

    void tooMuchIs429WithTheTimeToWait()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray token = textOf(house.tokens("app"), "refresh_token");
        house.throttle.left.insert(QStringLiteral("client/app/127.0.0.1"), 0);

        const auto response = house.refresh("app", token);

        QCOMPARE(response.status(), 429);
        QCOMPARE(response.header("Retry-After"), "7");
        QCOMPARE(response.object().value(u"retry_after").toInt(), 7);
        QCOMPARE(response.header("X-RateLimit-Remaining"), "0");
    }

    //! Anybody can name a public client; nobody else can be a confidential one.
    void aPublicClientsLimitIsForEachAddress()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray secret = house.add(confidential("client_secret_post"));
        house.throttle.left.insert(QStringLiteral("client/app/127.0.0.1"), 0);
        const auto from = [&](const char *address, const Form &form) {
            web::RequestParts parts;
            parts.method = web::Method::Post;
            parts.target = "/oauth/token";
            parts.headers.append("Content-Type", "application/x-www-form-urlencoded");
            parts.body = ProtocolHouse::encoded(form);
            parts.peer.address = QHostAddress(QString::fromLatin1(address));
            return outcome(house.send(std::move(parts)));
        };
        const Form lost = ProtocolHouse::codeForm("app", "lkc_nothing");
        QCOMPARE(from("127.0.0.1", lost), "429 temporarily_unavailable");
        QCOMPARE(from("192.0.2.7", lost), "400 invalid_grant");

        house.throttle.left.insert(QStringLiteral("client/desk"), 0);
        const Form own{
            {"grant_type", "client_credentials"}, {"client_id", "desk"}, {"client_secret", secret}};
        QCOMPARE(from("127.0.0.1", own), "429 temporarily_unavailable");
        QCOMPARE(from("192.0.2.7", own), "429 temporarily_unavailable");
    }

    void guessingSecretsIsSlowedDownByAddress()
    {
        ProtocolHouse house;
        house.add(confidential("client_secret_post"));
        house.throttle.left.insert(QStringLiteral("client-auth/127.0.0.1"), 1);
        const Form form{{"grant_type", "client_credentials"},
                        {"client_id", "desk"},
                        {"client_secret", "guess"}};
        QCOMPARE(outcome(house.post("/oauth/token", form)), "401 invalid_client");
        QCOMPARE(house.post("/oauth/token", form).status(), 429);
        QVERIFY(house.events.kinds().contains(QStringLiteral("client_refused")));
    }
};

QTEST_GUILESS_MAIN(CodeExchangeTest)
#include "tst_codeexchange.moc"
