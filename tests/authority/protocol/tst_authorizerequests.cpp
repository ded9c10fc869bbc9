// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocolhouse.h"
#include "support/verifyresult.h"

#include <QTest>

namespace {

Form with(Form form, const QByteArray &name, const QByteArray &value)
{
    for (auto &[key, text] : form) {
        if (key == name) {
            text = value;
            return form;
        }
    }
    return form + Form{{name, value}};
}

Form without(const Form &form, const QByteArray &name)
{
    Form rest;
    for (const auto &pair : form) {
        if (pair.first != name)
            rest += pair;
    }
    return rest;
}

} // namespace

//! /oauth/authorize and /oauth/par: who is asked, who is sent back, and who is sent nowhere.
class AuthorizeRequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! Any page on the web can make a browser send them, and each is a row for ten minutes.
    void anAddressHasSoManyTurns()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        house.throttle.left.insert(QStringLiteral("authorize/127.0.0.1"), 2);
        const Form form = ProtocolHouse::authorization("app", "openid");
        QCOMPARE(house.get("/oauth/authorize", form).status(), 200);
        QCOMPARE(house.post("/oauth/par", form).status(), 201);
        const auto page = house.get("/oauth/authorize", form);
        QCOMPARE(page.status(), 429);
        QCOMPARE(page.header("Retry-After"), "7");
        const auto pushed = house.post("/oauth/par", form);
        QCOMPARE(outcome(pushed), "429 temporarily_unavailable");
        QCOMPARE(pushed.header("Retry-After"), "7");
        QCOMPARE(house.people.asked.size(), 1);
    }

    void aConfidentialClientPushesOnItsOwnLimit()
    {
        ProtocolHouse house;
        auto client = ProtocolHouse::webClient(QStringLiteral("desk"));
        client.authMethod = QStringLiteral("client_secret_post");
        const QByteArray secret = house.add(client);
        const Form form =
            ProtocolHouse::authorization("desk", "openid") + Form{{"client_secret", secret}};
        house.throttle.left.insert(QStringLiteral("authorize/127.0.0.1"), 0);
        house.throttle.left.insert(QStringLiteral("client/desk"), 1);
        QCOMPARE(house.post("/oauth/par", form).status(), 201);
        QCOMPARE(outcome(house.post("/oauth/par", form)), "429 temporarily_unavailable");
    }

    //! The people half knows which cookies must not come along.
    void anErrorGoesBackByThePeoplesWay()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        Form form = ProtocolHouse::authorization("app", "openid");
        form.removeIf([](const auto &each) { return each.first == "code_challenge"; });
        const auto response = house.get("/oauth/authorize", form);
        QCOMPARE(house.people.redirects.size(), 1);
        QCOMPARE(response.header("Location"), house.people.redirects.first().toLatin1());
        QCOMPARE(ProtocolHouse::parameter(response, "error"), "invalid_request");
    }

    //! RFC 8252 8.6.
    void whoCouldBeAnybodyIsSaid_data()
    {
        QTest::addColumn<QString>("authMethod");
        QTest::addColumn<QByteArray>("redirect");
        QTest::addColumn<bool>("isImpersonable");
        const QString none = QStringLiteral("none");
        const QString secret = QStringLiteral("client_secret_basic");
        QTest::newRow("public, loopback")
            << none << QByteArray("http://127.0.0.1/callback") << true;
        QTest::newRow("public, https") << none << QByteArray("https://rp.example/cb") << false;
        QTest::newRow("secret, loopback")
            << secret << QByteArray("http://127.0.0.1/callback") << false;
    }
    void whoCouldBeAnybodyIsSaid()
    {
        QFETCH(const QString, authMethod);
        QFETCH(const QByteArray, redirect);
        ProtocolHouse house;
        auto client = ProtocolHouse::webClient(QStringLiteral("app"));
        client.authMethod = authMethod;
        house.add(client);

        QCOMPARE(
            house
                .get("/oauth/authorize",
                     with(ProtocolHouse::authorization("app", "openid"), "redirect_uri", redirect))
                .status(),
            200);

        QTEST(house.people.asked.first().isImpersonable, "isImpersonable");
    }

    void aGoodRequestReachesThePerson()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const Form form = ProtocolHouse::authorization("app", "openid profile api:none")
                          + Form{{"max_age", "30"},
                                 {"login_hint", "ada"},
                                 {"prompt", "login consent"},
                                 {"ui_locales", "de en"},
                                 {"acr_values", "gold"},
                                 {"claims", "{}"},
                                 {"display", "popup"},
                                 {"extra", "foobar"}};

        const auto response = house.get("/oauth/authorize", form);

        QCOMPARE(response.status(), 200);
        QCOMPARE(response.header("Cache-Control"), "no-store");
        QCOMPARE(house.people.asked.size(), 1);
        const authority::Interaction &asked = house.people.asked.first();
        QCOMPARE(asked.clientId, QStringLiteral("app"));
        QCOMPARE(asked.createdAt, house.clock.now());
        QCOMPARE(asked.scopes, (QStringList{QStringLiteral("openid"), QStringLiteral("profile")}));
        QCOMPARE(asked.returnsTo, QStringLiteral("127.0.0.1"));
        QCOMPARE(asked.formTarget, "http://127.0.0.1:51004");
        QCOMPARE(asked.prompt, (QStringList{QStringLiteral("login"), QStringLiteral("consent")}));
        QCOMPARE(asked.maxAge, 30);
        QCOMPARE(asked.loginHint, QStringLiteral("ada"));
        QCOMPARE(house.clock.now().secsTo(asked.expiresAt), 600);
        VERIFY_RESULT(house.protocol->find(asked.id));
    }

    void aPostIsAsGood()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        QCOMPARE(house.post("/oauth/authorize", ProtocolHouse::authorization("app")).status(), 200);
        QCOMPARE(house.people.asked.size(), 1);
    }

    void yesGoesBackWithCodeStateAndIss()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        house.people.answer = FakePeople::Answer::Allow;
        const auto response = house.get("/oauth/authorize", ProtocolHouse::authorization("app"));
        QCOMPARE(response.status(), 303);
        QVERIFY(response.header("Location").startsWith("http://127.0.0.1:51004/callback?code="));
        QCOMPARE(ProtocolHouse::parameter(response, "state"), "st 1");
        QCOMPARE(ProtocolHouse::parameter(response, "iss"), ProtocolHouse::issuer);
    }

    void noGoesBackWithErrorStateAndIss()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        house.people.answer = FakePeople::Answer::Deny;
        const auto response = house.get("/oauth/authorize", ProtocolHouse::authorization("app"));
        QCOMPARE(ProtocolHouse::parameter(response, "error"), "access_denied");
        QCOMPARE(ProtocolHouse::parameter(response, "state"), "st 1");
        QCOMPARE(ProtocolHouse::parameter(response, "iss"), ProtocolHouse::issuer);
    }

    void aRequestIsAnsweredOnce()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        house.get("/oauth/authorize", ProtocolHouse::authorization("app"));
        const QString id = house.people.asked.first().id;
        const QStringList scopes = house.people.asked.first().scopes;
        VERIFY_RESULT(house.protocol->allow(id, house.people.subject, scopes));
        VERIFY_ERROR(house.protocol->allow(id, house.people.subject, scopes),
                     base::ErrorCode::NotFound);
        VERIFY_ERROR(house.protocol->deny(id, QStringLiteral("access_denied")),
                     base::ErrorCode::NotFound);
    }

    void aPersonNeverGivesMoreThanWasAsked()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        house.get("/oauth/authorize", ProtocolHouse::authorization("app", "openid profile"));
        const auto then =
            house.protocol->allow(house.people.asked.first().id,
                                  house.people.subject,
                                  {QStringLiteral("openid"), QStringLiteral("api:write")});
        VERIFY_RESULT(then);
        const QByteArray code =
            QUrlQuery(QUrl(then->url)).queryItemValue(QStringLiteral("code")).toLatin1();
        const auto reply = house.post("/oauth/token", ProtocolHouse::codeForm("app", code));
        QCOMPARE(textOf(reply.object(), "scope"), "openid");
    }

    void aSlowPersonIsTooLate()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        house.get("/oauth/authorize", ProtocolHouse::authorization("app"));
        house.clock.advance(std::chrono::minutes(10));
        VERIFY_ERROR(house.protocol->find(house.people.asked.first().id), base::ErrorCode::Expired);
    }

    void errorsThatGoBack_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value"); // null: left out
        QTest::addColumn<QByteArray>("error");
        const auto add = [](const char *row, const char *name, QByteArray value, const char *out) {
            QTest::newRow(row) << QByteArray(name) << std::move(value) << QByteArray(out);
        };
        add("oidcc-response-type-missing", "response_type", {}, "invalid_request");
        add("implicit", "response_type", "id_token token", "unsupported_response_type");
        add("no PKCE", "code_challenge", {}, "invalid_request");
        add("PKCE plain", "code_challenge_method", "plain", "invalid_request");
        add("PKCE without method", "code_challenge_method", {}, "invalid_request");
        add("challenge too short", "code_challenge", "abc", "invalid_request");
        add("no scope", "scope", {}, "invalid_scope");
        add("scope not allowed, plain OAuth", "scope", "api:admin", "invalid_scope");
        add("malformed scope", "scope", "openid  profile", "invalid_scope");
        add("prompt none with login", "prompt", "none login", "invalid_request");
        add("unknown prompt", "prompt", "dance", "invalid_request");
        add("max_age", "max_age", "-1", "invalid_request");
        add("fragment", "response_mode", "fragment", "invalid_request");
        add("oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported",
            "request",
            "e30.e30.",
            "request_not_supported");
        add("oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported",
            "request_uri",
            "https://rp.example/r",
            "request_uri_not_supported");
        add("registration", "registration", "{}", "registration_not_supported");
        add("id_token_hint", "id_token_hint", "a.b.c", "invalid_request");
        add("resource", "resource", "https://evil.example", "invalid_target");
        add("dpop_jkt", "dpop_jkt", "x", "invalid_request");
    }

    void errorsThatGoBack()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, error);
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const Form good = ProtocolHouse::authorization("app");

        const auto response = house.get(
            "/oauth/authorize", value.isNull() ? without(good, name) : with(good, name, value));

        QCOMPARE(response.status(), 303);
        QVERIFY(response.header("Location").startsWith("http://127.0.0.1:51004/callback?error="));
        QCOMPARE(ProtocolHouse::parameter(response, "error"), error);
        QCOMPARE(ProtocolHouse::parameter(response, "state"), "st 1");
        QCOMPARE(ProtocolHouse::parameter(response, "iss"), ProtocolHouse::issuer);
        QVERIFY(house.people.asked.isEmpty());
    }

    void errorsThatGoNowhere_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        const auto add = [](const char *row, const char *name, QByteArray value) {
            QTest::newRow(row) << QByteArray(name) << std::move(value);
        };
        add("unknown client", "client_id", "nobody");
        add("client_id is missing", "client_id", {});
        add("oidcc-ensure-redirect-uri-in-authorization-request", "redirect_uri", {});
        add("oidcc-ensure-registered-redirect-uri", "redirect_uri", "https://evil.example/cb");
        add("oidcc-redirect-uri-query-added", "redirect_uri", "https://rp.example/cb?foo=bar");
        add("a path added", "redirect_uri", "https://rp.example/cb/more");
        add("user info", "redirect_uri", "http://127.0.0.1:80@evil.example/callback");
        add("script", "redirect_uri", "javascript:alert(1)");
        add("unknown request_uri", "request_uri", "urn:ietf:params:oauth:request_uri:nothing");
    }

    void errorsThatGoNowhere()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, value);
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const Form good = ProtocolHouse::authorization("app");

        const auto response = house.get(
            "/oauth/authorize", value.isNull() ? without(good, name) : with(good, name, value));

        QVERIFY(response.status() >= 400);
        QVERIFY(response.header("Location").isEmpty());
        QCOMPARE(house.people.troubles.size(), 1);
    }

    void aParameterTwiceGoesNowhere()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const auto response = house.get("/oauth/authorize",
                                        ProtocolHouse::authorization("app")
                                            + Form{{"redirect_uri", "https://evil.example"}});
        QCOMPARE(response.status(), 400);
        QVERIFY(response.header("Location").isEmpty());
    }

    //! oidcc-redirect-uri-query-OK
    void theQueryOfARegisteredRedirectIsKept()
    {
        ProtocolHouse house;
        auto client = ProtocolHouse::webClient(QStringLiteral("app"));
        client.redirectUris = {QStringLiteral("https://rp.example/cb?tenant=1")};
        house.add(client);
        house.people.answer = FakePeople::Answer::Allow;
        const auto response = house.get("/oauth/authorize",
                                        with(ProtocolHouse::authorization("app"),
                                             "redirect_uri",
                                             "https://rp.example/cb?tenant=1"));
        QVERIFY(response.header("Location").startsWith("https://rp.example/cb?tenant=1&code="));
    }

    void aHintNamesThePerson()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray idToken = textOf(house.tokens("app"), "id_token");
        house.people.asked.clear();
        house.people.answer = FakePeople::Answer::Wait;
        house.clock.advance(std::chrono::minutes(40)); // an expired one will do
        house.get("/oauth/authorize",
                  ProtocolHouse::authorization("app")
                      + Form{{"prompt", "none"}, {"id_token_hint", idToken}});
        QCOMPARE(house.people.asked.first().hintedUser, QStringLiteral("u-ada"));
    }

    void aPushedRequestIsUsedOnceByItsClient()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        house.add(ProtocolHouse::webClient(QStringLiteral("other")));
        house.people.answer = FakePeople::Answer::Allow;
        const auto pushed = house.post("/oauth/par", ProtocolHouse::authorization("app"));
        QCOMPARE(pushed.status(), 201);
        QCOMPARE(pushed.object().value(u"expires_in").toInt(), 60);
        const QByteArray uri = textOf(pushed.object(), "request_uri");
        QVERIFY(uri.startsWith("urn:ietf:params:oauth:request_uri:"));

        const auto stolen =
            house.get("/oauth/authorize", {{"client_id", "other"}, {"request_uri", uri}});
        QCOMPARE(stolen.status(), 400);
        const auto used =
            house.get("/oauth/authorize", {{"client_id", "app"}, {"request_uri", uri}});
        QVERIFY(!ProtocolHouse::parameter(used, "code").isEmpty());
        QCOMPARE(ProtocolHouse::parameter(used, "state"), "st 1");
        const auto again =
            house.get("/oauth/authorize", {{"client_id", "app"}, {"request_uri", uri}});
        QCOMPARE(again.status(), 400);
    }

    void aPushedRequestIsCheckedAndEnds()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const Form good = ProtocolHouse::authorization("app");
        QCOMPARE(outcome(house.post("/oauth/par", without(good, "code_challenge"))),
                 "400 invalid_request");
        QCOMPARE(outcome(house.post("/oauth/par", with(good, "redirect_uri", "https://evil.e/"))),
                 "400 invalid_request");
        QCOMPARE(outcome(house.post("/oauth/par", with(good, "client_id", "nobody"))),
                 "401 invalid_client");
        QCOMPARE(
            outcome(house.post("/oauth/par",
                               with(good, "request_uri", "urn:ietf:params:oauth:request_uri:x"))),
            "400 request_uri_not_supported");
        const QByteArray uri = textOf(house.post("/oauth/par", good).object(), "request_uri");
        house.clock.advance(std::chrono::seconds(60));
        QCOMPARE(
            house.get("/oauth/authorize", {{"client_id", "app"}, {"request_uri", uri}}).status(),
            400);
    }
};

QTEST_GUILESS_MAIN(AuthorizeRequestsTest)
#include "tst_authorizerequests.moc"
