// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocolhouse.h"
#include "support/verifyresult.h"

#include <QTest>

namespace {

QByteArray bearer(const QByteArray &token)
{
    return "Bearer " + token;
}

//! A house with a public client "app" and a confidential "api" that tokens for api.example/a are
//! for.
struct Scene
{
    ProtocolHouse house;
    QByteArray secret;

    Scene()
    {
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        core::AuthorityClient api;
        api.id = QStringLiteral("api");
        api.name = QStringLiteral("The API");
        api.authMethod = QStringLiteral("client_secret_post");
        api.grants = {QStringLiteral("client_credentials")};
        api.resources = {QStringLiteral("https://api.example/a")};
        secret = house.add(api);
    }

    web::Response introspect(const QByteArray &token)
    {
        return house.post("/oauth/introspect",
                          {{"token", token}, {"client_id", "api"}, {"client_secret", secret}});
    }
    QJsonObject tokens(const QByteArray &resource)
    {
        const QByteArray code =
            house.code(ProtocolHouse::authorization("app") + Form{{"resource", resource}});
        return house.post("/oauth/token", ProtocolHouse::codeForm("app", code)).object();
    }
};

} // namespace

//! Introspection (RFC 7662), revocation (RFC 7009), userinfo (OpenID Connect Core 5.3) and
//! AccessTokens::check().
class TokenFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenIsShownToWhomItIsFor()
    {
        Scene scene;
        const QJsonObject reply = scene.tokens("https://api.example/a");
        const auto response = scene.introspect(textOf(reply, "access_token"));
        QCOMPARE(response.header("Cache-Control"), "no-store");
        const QJsonObject facts = response.object();
        QCOMPARE(facts.value(u"active").toBool(), true);
        QCOMPARE(textOf(facts, "sub"), "u-ada");
        QCOMPARE(textOf(facts, "username"), "ada");
        QCOMPARE(textOf(facts, "client_id"), "app");
        QCOMPARE(textOf(facts, "token_type"), "Bearer");
        QVERIFY(!facts.contains(u"grant"));
    }

    void ofOthersNothingIsSaid()
    {
        Scene scene;
        const QJsonObject nothing{{QStringLiteral("active"), false}};
        const QJsonObject other = scene.tokens("https://api.example/b");
        QCOMPARE(scene.introspect(textOf(other, "access_token")).object(), nothing);
        QCOMPARE(scene.introspect(textOf(other, "refresh_token")).object(), nothing);
        QCOMPARE(scene.introspect("nonsense").object(), nothing);
        QCOMPARE(scene.introspect("a.b.c").object(), nothing);
        QCOMPARE(scene.introspect(textOf(other, "id_token")).object(), nothing);
        const QJsonObject mine = scene.tokens("https://api.example/a");
        scene.house.clock.advance(std::chrono::minutes(15));
        QCOMPARE(scene.introspect(textOf(mine, "access_token")).object(), nothing);
    }

    void whoAsksHasToProveItself()
    {
        Scene scene;
        QCOMPARE(outcome(scene.house.post("/oauth/introspect", {{"token", "x"}})),
                 "401 invalid_client");
        QCOMPARE(
            outcome(scene.house.post("/oauth/introspect", {{"token", "x"}, {"client_id", "app"}})),
            "401 invalid_client");
        QCOMPARE(outcome(scene.introspect({})), "400 invalid_request");
    }

    void aRevokedRefreshTokenTakesItsFamilyAlong()
    {
        Scene scene;
        const QJsonObject reply = scene.tokens("https://api.example/a");
        const auto response = scene.house.post(
            "/oauth/revoke", {{"client_id", "app"}, {"token", textOf(reply, "refresh_token")}});
        QCOMPARE(response.status(), 200);
        QCOMPARE(outcome(scene.house.refresh("app", textOf(reply, "refresh_token"))),
                 "400 invalid_grant");
        QCOMPARE(scene.introspect(textOf(reply, "access_token")).object().value(u"active").toBool(),
                 false);
    }

    void aRevokedAccessTokenEndsAlone()
    {
        Scene scene;
        const QJsonObject reply = scene.tokens("https://api.example/a");
        const Form form{{"client_id", "app"},
                        {"token", textOf(reply, "access_token")},
                        {"token_type_hint", "refresh_token"}}; // a wrong hint is no reason
        QCOMPARE(scene.house.post("/oauth/revoke", form).status(), 200);
        QCOMPARE(scene.house.post("/oauth/revoke", form).status(), 200);
        QCOMPARE(scene.introspect(textOf(reply, "access_token")).object().value(u"active").toBool(),
                 false);
        QCOMPARE(outcome(scene.house.refresh("app", textOf(reply, "refresh_token"))), "200");
    }

    void onlyItsHolderRevokesAToken()
    {
        Scene scene;
        scene.house.add(ProtocolHouse::webClient(QStringLiteral("other")));
        const QByteArray token = textOf(scene.tokens("https://api.example/a"), "refresh_token");
        QCOMPARE(
            outcome(scene.house.post("/oauth/revoke", {{"client_id", "other"}, {"token", token}})),
            "400 invalid_grant");
        QCOMPARE(scene.house.post("/oauth/revoke", {{"client_id", "app"}, {"token", "unknown"}})
                     .status(),
                 200);
        QCOMPARE(outcome(scene.house.refresh("app", token)), "200");
    }

    void userinfoSaysWhatTheScopesAllow_data()
    {
        QTest::addColumn<QByteArray>("scope");
        QTest::addColumn<QStringList>("claims");
        const auto list = [](const char *words) { return QString::fromLatin1(words).split(u' '); };
        QTest::newRow("openid") << QByteArray("openid") << list("sub");
        QTest::newRow("oidcc-scope-profile")
            << QByteArray("openid profile") << list("name preferred_username sub");
        QTest::newRow("oidcc-scope-email")
            << QByteArray("openid email") << list("email email_verified sub");
        QTest::newRow("oidcc-scope-all")
            << QByteArray("openid profile email address phone")
            << list("email email_verified name preferred_username sub");
    }

    void userinfoSaysWhatTheScopesAllow()
    {
        QFETCH(const QByteArray, scope);
        QFETCH(const QStringList, claims);
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray code = house.code(ProtocolHouse::authorization("app", scope));
        const QByteArray token =
            textOf(house.post("/oauth/token", ProtocolHouse::codeForm("app", code)).object(),
                   "access_token");

        const auto get = house.get("/oauth/userinfo", {}, {{"Authorization", bearer(token)}});
        QCOMPARE(get.object().keys(), claims);
        QCOMPARE(textOf(get.object(), "sub"), "u-ada");
        // oidcc-userinfo-post-header, oidcc-userinfo-post-body
        const auto header = house.post("/oauth/userinfo", {}, {{"Authorization", bearer(token)}});
        QCOMPARE(header.object(), get.object());
        const auto body = house.post("/oauth/userinfo", {{"access_token", token}});
        QCOMPARE(body.object(), get.object());
        const auto twice = house.post(
            "/oauth/userinfo", {{"access_token", token}}, {{"Authorization", bearer(token)}});
        QCOMPARE(outcome(twice), "400 invalid_request");
        // RFC 9700: never in a query.
        QCOMPARE(house.get("/oauth/userinfo", {{"access_token", token}}).status(), 401);
    }

    void userinfoChallenges()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const auto bare = house.get("/oauth/userinfo");
        QCOMPARE(outcome(bare), "401");
        QCOMPARE(bare.header("WWW-Authenticate"), "Bearer realm=\"latchkey\"");
        const auto bad = house.get("/oauth/userinfo", {}, {{"Authorization", "Bearer a.b.c"}});
        QCOMPARE(outcome(bad), "401 invalid_token");
        QVERIFY(bad.header("WWW-Authenticate").contains("error=\"invalid_token\""));
        const QByteArray code = house.code(ProtocolHouse::authorization("app", "api:read"));
        const QByteArray token =
            textOf(house.post("/oauth/token", ProtocolHouse::codeForm("app", code)).object(),
                   "access_token");
        // Not for us: its audience is the client.
        QCOMPARE(outcome(house.get("/oauth/userinfo", {}, {{"Authorization", bearer(token)}})),
                 "401 invalid_token");
    }

    void checkLooksAtEverything()
    {
        Scene scene;
        const QByteArray token = textOf(scene.tokens("https://api.example/a"), "access_token");
        const auto check = [&](const QByteArray &shown, const char *audience) {
            web::RequestParts parts;
            parts.headers.append("Authorization", shown);
            const web::Request request(std::move(parts));
            return scene.house.protocol->check(request, QString::fromLatin1(audience));
        };
        const auto good = check(bearer(token), "https://api.example/a");
        VERIFY_RESULT(good);
        QCOMPARE(good->subject, QStringLiteral("u-ada"));
        QCOMPARE(good->clientId, QStringLiteral("app"));
        QCOMPARE(good->roles, QStringList{QStringLiteral("developer")});
        VERIFY_ERROR(check(bearer(token), "https://api.example/b"), base::ErrorCode::Expired);
        VERIFY_ERROR(check(bearer(token + 'x'), "https://api.example/a"), base::ErrorCode::Expired);
        VERIFY_ERROR(check("Basic eDp5", "https://api.example/a"), base::ErrorCode::Expired);
        VERIFY_ERROR(check({}, "https://api.example/a"), base::ErrorCode::Expired);
        scene.house.keys.close(); // what was signed still verifies
        VERIFY_RESULT(check(bearer(token), "https://api.example/a"));
        VERIFY_RESULT(scene.house.protocol->removeClient(QStringLiteral("app")));
        VERIFY_ERROR(check(bearer(token), "https://api.example/a"), base::ErrorCode::Expired);
    }
};

QTEST_GUILESS_MAIN(TokenFactsTest)
#include "tst_tokenfacts.moc"
