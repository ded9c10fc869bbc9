// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peoplehouse.h"
#include "support/settle.h"

#include <QJsonArray>

using web::Method;
using namespace std::chrono_literals;

//! The admin API as programs see it: by cookie with a CSRF token, and by access token.
class AdminApiTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PeopleHouse> m_house;
    std::unique_ptr<Browser> m_api;
    QString m_root;

    static QString s(const char *text) { return QString::fromUtf8(text); }
    void tokenFor(const char *token,
                  const QString &userId,
                  const QStringList &scopes,
                  const QJsonArray &amr = {QStringLiteral("otp")})
    {
        authority::AccessClaims claims;
        claims.subject = userId;
        claims.clientId = s("cli");
        claims.scopes = scopes;
        claims.all = {{s("amr"), amr}};
        m_house->tokens.known.insert(token, claims);
    }
    void use(const char *token)
    {
        m_api->extra = {{"Authorization", QByteArray("Bearer ") + token}};
    }

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<PeopleHouse>();
        m_api = std::make_unique<Browser>(m_house->router);
        VERIFY_RESULT(m_house->door->seed(s("root"), s("Root")));
        m_root = m_house->door->users().owner()->id;
        tokenFor("root", m_root, {s("admin")});
        use("root");
    }
    void cleanup()
    {
        m_api.reset();
        m_house.reset();
    }
    void cleanupTestCase() { settleEverything(); }

    void nobodyGetsInWithoutAToken_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        const auto row = [](const char *method, const char *path) {
            QTest::addRow("%s %s", method, path) << QByteArray(method) << QByteArray(path);
        };
        row("GET", "/auth/users");
        row("POST", "/auth/users");
        row("POST", "/auth/users/bulk");
        row("GET", "/auth/users/x");
        row("PATCH", "/auth/users/x");
        row("DELETE", "/auth/users/x");
        row("DELETE", "/auth/users/x/totp");
        row("GET", "/admin/sessions");
        row("DELETE", "/admin/sessions/x");
        row("GET", "/admin/logs");
        row("GET", "/admin/keys");
        row("POST", "/admin/keys/rotate");
        row("DELETE", "/admin/keys/x");
        row("GET", "/metrics");
        row("POST", "/v1/authorize");
    }

    void nobodyGetsInWithoutAToken()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, path);
        const QHash<QByteArray, Method> methods{{"GET", Method::Get},
                                                {"POST", Method::Post},
                                                {"PATCH", Method::Patch},
                                                {"DELETE", Method::Delete}};
        // Nothing, a wrong token, a token without the scope, somebody who is no administrator.
        m_api->extra.clear();
        m_api->json(methods[method], path);
        QCOMPARE(m_api->status, 401);
        QVERIFY(m_api->last.header("WWW-Authenticate").startsWith("Bearer"));
        use("wrong");
        m_api->json(methods[method], path);
        QVERIFY(m_api->status == 401 || m_api->status == 403);
        tokenFor("narrow", m_root, {s("openid")});
        use("narrow");
        m_api->json(methods[method], path);
        QCOMPARE(m_api->status, 403);
        tokenFor("ada", m_house->person("ada").id, {s("admin")});
        use("ada");
        m_api->json(methods[method], path);
        QCOMPARE(m_api->status, 403);
    }

    void usersAreListedInPages()
    {
        for (int i = 0; i < 12; ++i)
            m_house->person(qPrintable(s("user%1").arg(i)));

        const QJsonObject page = m_api->json(Method::Get, "/auth/users?q=user&page=2&page_size=5");

        QCOMPARE(m_api->status, 200);
        QCOMPARE(page[s("users")].toArray().size(), 5);
        const QJsonObject metadata = page[s("metadata")].toObject();
        QCOMPARE(
            metadata,
            (QJsonObject{{s("page"), 2}, {s("page_size"), 5}, {s("total"), 12}, {s("pages"), 3}}));
        QVERIFY(m_api->last.header("X-RateLimit-Limit").toInt() > 0);
        QVERIFY(m_api->last.header("X-RateLimit-Remaining").toInt() > 0);
        QVERIFY(!QString::fromUtf8(m_api->last.body()).contains(s("argon2")));
    }

    void wrongQueriesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("query");
        for (const char *query :
             {"page=0", "page=x", "page_size=1000", "colour=red", "page=1&page=2"})
            QTest::newRow(query) << QByteArray(query);
    }

    void wrongQueriesAreRefused()
    {
        QFETCH(const QByteArray, query);

        m_api->json(Method::Get, "/auth/users?" + query);

        QVERIFY2(m_api->status == 422 || m_api->status == 400,
                 qPrintable(QString::number(m_api->status)));
    }

    void aUserIsMadeChangedAndRemoved()
    {
        const QJsonObject made = m_api->json(Method::Post,
                                             "/auth/users",
                                             {{s("name"), s("Ada")},
                                              {s("display_name"), s("Ada Lovelace")},
                                              {s("email"), s("ada@example.org")},
                                              {s("roles"), QJsonArray{s("developer")}},
                                              {s("password"), s(PeopleHouse::password)}});
        QCOMPARE(m_api->status, 201);
        QCOMPARE(made[s("name")].toString(), s("ada"));
        QCOMPARE(made[s("has_password")].toBool(), true);
        const QByteArray path = "/auth/users/" + made[s("id")].toString().toLatin1();
        QCOMPARE(m_api->last.header("Location"), path);

        const QJsonObject changed = m_api->json(
            Method::Patch, path, {{s("display_name"), s("A. L.")}, {s("active"), false}});
        QCOMPARE(m_api->status, 200);
        QCOMPARE(changed[s("display_name")].toString(), s("A. L."));
        QCOMPARE(changed[s("active")].toBool(), false);
        QCOMPARE(changed[s("email")].toString(), s("ada@example.org"));

        m_api->json(Method::Delete, path);
        QCOMPARE(m_api->status, 204);
        m_api->json(Method::Get, path);
        QCOMPARE(m_api->status, 404);
    }

    void everythingWrongIsSaidAtOnce()
    {
        const QJsonObject refused = m_api->json(
            Method::Post,
            "/auth/users",
            {{s("name"), s("ada")}, {s("email"), s("nowhere")}, {s("password"), s("ada")}});

        QCOMPARE(m_api->status, 422);
        QStringList codes;
        const QJsonArray errors = refused[s("errors")].toArray();
        for (const QJsonValue &error : errors) {
            codes.append(error[s("field")].toString() + u' ' + error[s("code")].toString());
            QVERIFY(!error[s("message")].toString().isEmpty());
        }
        QCOMPARE(codes,
                 (QStringList{
                     s("email not_allowed"), s("password too_short"), s("password same_as_name")}));
    }

    void bulkGivesASummary()
    {
        const QString ada = m_house->person("ada").id;
        const QString grace = m_house->person("grace").id;

        const QJsonObject summary =
            m_api->json(Method::Post,
                        "/auth/users/bulk",
                        {{s("ids"), QJsonArray{ada, grace, m_root, s("nobody")}},
                         {s("action"), s("deactivate")}});

        QCOMPARE(m_api->status, 200);
        QCOMPARE(summary[s("asked")].toInt(), 4);
        QCOMPARE(summary[s("changed")].toInt(), 2);
        QCOMPARE(summary[s("unchanged")].toArray(), QJsonArray{s("nobody")});
        QCOMPARE(summary[s("refused")].toArray().size(), 1);
        m_api->json(Method::Post,
                    "/auth/users/bulk",
                    {{s("ids"), QJsonArray{}}, {s("action"), s("delete")}});
        QCOMPARE(m_api->status, 422);
        m_api->json(Method::Post,
                    "/auth/users/bulk",
                    {{s("ids"), QJsonArray{ada}}, {s("action"), s("eat")}});
        QCOMPARE(m_api->status, 422);
    }

    void bulkAsksThePoliciesForEachPerson()
    {
        const QString ada = m_house->person("ada").id;
        const QString grace = m_house->person("grace").id;
        QVERIFY(QDir(m_house->folder.path()).mkpath(s("policies")));
        QFile file(m_house->folder.filePath(s("policies/grace.cedar")));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("permit (principal, action, resource);\nforbid (principal, action, resource == "
                   "User::\""
                   + grace.toUtf8() + "\");\n");
        file.close();
        VERIFY_RESULT(m_house->policies.reload());
        m_house->engine.use(m_house->policies.policies(), m_house->policies.entities());

        const QJsonObject summary =
            m_api->json(Method::Post,
                        "/auth/users/bulk",
                        {{s("ids"), QJsonArray{ada, grace}}, {s("action"), s("deactivate")}});

        QCOMPARE(m_api->status, 200);
        QCOMPARE(summary[s("changed")].toInt(), 1);
        QVERIFY(summary[s("refused")].toArray().first().toString().startsWith(grace));
        QVERIFY(m_house->door->users().find(grace)->isActive);
        QVERIFY(!m_house->door->users().find(ada)->isActive);
    }

    void theLastAdministratorStays()
    {
        m_api->json(Method::Patch,
                    "/auth/users/" + m_root.toLatin1(),
                    {{s("roles"), QJsonArray{s("user")}}});

        QCOMPARE(m_api->status, 409);
    }

    void everybodyMayChangeThemselvesButNotTheirRights()
    {
        const QString ada = m_house->person("ada").id;
        tokenFor("ada", ada, {s("admin")});
        use("ada");
        const QByteArray path = "/auth/users/" + ada.toLatin1();

        m_api->json(Method::Patch, path, {{s("display_name"), s("Countess")}});
        QCOMPARE(m_api->status, 200);
        m_api->json(Method::Patch, path, {{s("roles"), QJsonArray{s("admin")}}});
        QCOMPARE(m_api->status, 403);
        m_api->json(Method::Patch, path, {{s("password"), s("nine-herons-weigh-basalt")}});
        QCOMPARE(m_api->status, 403);
        m_api->json(
            Method::Patch, "/auth/users/" + m_root.toLatin1(), {{s("display_name"), s("x")}});
        QCOMPARE(m_api->status, 403);
    }

    void whatCannotBeTakenBackNeedsASecondFactor()
    {
        const QByteArray path = "/auth/users/" + m_house->person("ada").id.toLatin1();
        tokenFor("password only", m_root, {s("admin")}, {s("pwd")});
        m_house->tokens.known.insert("weak", m_house->tokens.known.value("password only"));
        use("weak");

        m_api->json(Method::Delete, path);
        QCOMPARE(m_api->status, 401);
        m_api->json(Method::Post, "/admin/keys/rotate");
        QCOMPARE(m_api->status, 401);
        use("root");
        m_api->json(Method::Delete, path);
        QCOMPARE(m_api->status, 204);
    }

    void aCookieNeedsTheCsrfHeader()
    {
        m_house->person("boss", {authority::adminRole});
        Browser browser(m_house->router);
        browser.go("/account");
        browser.signIn("boss");
        browser.submit({{"code", codeFor(browser, m_house->clock.now())}});
        QVERIFY(browser.hasSession());
        QCOMPARE(browser.json(Method::Get, "/auth/users")[s("users")].toArray().size(), 2);

        browser.json(Method::Post, "/auth/users", {{s("name"), s("eve")}});
        QCOMPARE(browser.status, 403);
        const QByteArray token =
            browser.json(Method::Get, "/csrf/token")[s("csrf_token")].toString().toUtf8();
        browser.extra = {{"X-CSRF-Token", token}};
        browser.json(Method::Post, "/auth/users", {{s("name"), s("eve")}});
        QCOMPARE(browser.status, 201);
    }

    void policiesSayWhoMay()
    {
        const QString ada = m_house->person("ada").id;
        tokenFor("ada", ada, {s("admin")});
        use("ada");
        m_api->json(Method::Get, "/admin/logs");
        QCOMPARE(m_api->status, 403);

        // A role is given: the decision in the cache is void.
        auto user = *m_house->door->users().find(ada);
        user.roles.append(authority::adminRole);
        VERIFY_RESULT(QCoro::waitFor(m_house->door->changeUser(user, {})));

        m_api->json(Method::Get, "/admin/logs");
        QCOMPARE(m_api->status, 200);
    }

    void withoutPoliciesNobodyMay()
    {
        m_house->engine.use(policy::PolicySet(), policy::EntityStore());

        m_api->json(Method::Get, "/auth/users");

        QCOMPARE(m_api->status, 403);
    }

    void sessionsAreListedAndEnded()
    {
        m_house->person("ada");
        Browser browser(m_house->router);
        browser.go("/account");
        browser.signIn("ada");
        const QJsonArray sessions =
            m_api->json(Method::Get, "/admin/sessions")[s("sessions")].toArray();
        QCOMPARE(sessions.size(), 1);
        QCOMPARE(sessions.first()[s("user")].toString(), s("ada"));
        QCOMPARE(sessions.first()[s("agent")].toString(), s("Firefox on Linux"));

        m_api->json(Method::Delete,
                    "/admin/sessions/" + sessions.first()[s("id")].toString().toLatin1());

        QCOMPARE(m_api->status, 204);
        QCOMPARE(browser.get("/account"), 303);
    }

    void theLogIsFiltered()
    {
        m_house->person("ada");
        Browser browser(m_house->router);
        browser.go("/account");
        browser.signIn("ada", "wrong");
        browser.signIn("ada");

        const auto kinds = [&](const QByteArray &query) {
            QStringList found;
            const QJsonArray events =
                m_api->json(Method::Get, "/admin/logs?" + query)[s("events")].toArray();
            for (const QJsonValue &event : events)
                found.append(event[s("kind")].toString());
            return found;
        };

        QCOMPARE(kinds("user=ada&limit=2"), (QStringList{s("signed_in"), s("sign_in_failed")}));
        QCOMPARE(kinds("outcome=refused"), QStringList{s("sign_in_failed")});
        QCOMPARE(kinds("kind=signed_in&since=2030-01-01T00:00:00Z"), QStringList());
        m_api->json(Method::Get, "/admin/logs?since=yesterday");
        QCOMPARE(m_api->status, 422);
    }

    void keysAreListedRotatedAndRevoked()
    {
        const QJsonArray before = m_api->json(Method::Get, "/admin/keys")[s("keys")].toArray();
        QVERIFY(!before.isEmpty());

        const QJsonArray after =
            m_api->json(Method::Post, "/admin/keys/rotate")[s("keys")].toArray();
        QCOMPARE(m_api->status, 200);
        QVERIFY(after.size() > before.size());
        QByteArray active;
        for (const QJsonValue &key : after) {
            if (key[s("state")].toString() == s("active"))
                active = key[s("kid")].toString().toLatin1();
        }

        m_api->json(Method::Delete, "/admin/keys/" + active);
        QCOMPARE(m_api->status, 200);
        QVERIFY(!m_house->keys->jwks().contains(active));
    }

    void healthIsPublicAndHonest()
    {
        m_api->extra.clear();
        QCOMPARE(m_api->get("/health/live"), 200);
        QCOMPARE(m_api->get("/health/ready"), 200);

        m_house->keys->close();

        QCOMPARE(m_api->get("/health/live"), 200);
        QCOMPARE(m_api->get("/health/ready"), 503);
        QCOMPARE(m_api->last.object()[s("checks")][s("vault")].toString(), s("failed"));
    }

    void metricsAreForTheirToken()
    {
        const auto token = m_house->door->apiTokens().add(s("metrics"), s("prometheus"));
        VERIFY_RESULT(token);
        use(token->expose().toByteArray().constData());

        QCOMPARE(m_api->get("/metrics"), 200);
        for (const char *name : {"latchkey_users 1",
                                 "latchkey_sessions 0",
                                 "latchkey_auth_failures_total 0",
                                 "latchkey_policy_cache_entries",
                                 "latchkey_limiter_refused",
                                 "latchkey_breakers_open 2"})
            QVERIFY2(m_api->html.contains(s(name)), name);
        // For metrics and nothing else.
        m_api->json(Method::Get, "/auth/users");
        QVERIFY(m_api->status == 401 || m_api->status == 403);
    }

    void decisionsAreGivenToThoseWhoMayAsk()
    {
        tokenFor("asker", m_root, {s("policy")});
        use("asker");
        const QJsonObject question{{s("request_id"), s("q1")},
                                   {s("principal"), s("User::\"ada\"")},
                                   {s("action"), s("Account::read")},
                                   {s("resource"), s("Account::\"github/work\"")},
                                   {s("context"), QJsonObject()}};

        const QJsonObject answer = m_api->json(Method::Post, "/v1/authorize", question);

        QCOMPARE(m_api->status, 200);
        QCOMPARE(answer[s("request_id")].toString(), s("q1"));
        QCOMPARE(answer[s("decision")].toString(), s("Deny"));
        const QJsonObject broken =
            m_api->json(Method::Post, "/v1/authorize", {{s("principal"), 7}});
        QCOMPARE(m_api->status, 400);
        QCOMPARE(broken[s("decision")].toString(), s("Deny"));
    }

    //! The wire says what the window's tester says.
    void ourOwnPeopleAreKnownWithTheirRoles()
    {
        tokenFor("asker", m_root, {s("policy")});
        use("asker");
        const QString ada = m_house->person("ada").id;
        for (const QString &id : {m_root, ada}) {
            const QJsonObject answer = m_api->json(Method::Post,
                                                   "/v1/authorize",
                                                   {{s("principal"), s("User::\"%1\"").arg(id)},
                                                    {s("action"), s("Action::\"Log_read\"")},
                                                    {s("resource"), s("Authority::\"local\"")}});
            core::PolicyQuestion question;
            question.principal = s("User::\"%1\"").arg(id);
            question.action = s("Action::\"Log_read\"");
            question.resource = s("Authority::\"local\"");
            const auto tester = m_house->door->askPolicy(question);

            QCOMPARE(answer[s("decision")].toString(), id == m_root ? s("Allow") : s("Deny"));
            QCOMPARE(tester->isAllowed, id == m_root);
        }
    }

    void aSmallTokenAsksFromThisMachineOnly()
    {
        const auto token = m_house->door->apiTokens().add(s("policy"), s("gateway"));
        const QByteArray text = token->expose().toByteArray();
        const QJsonObject question{{s("principal"), s("User::\"a\"")},
                                   {s("action"), s("Action::\"b\"")},
                                   {s("resource"), s("C::\"d\"")}};
        use(text.constData());
        m_api->json(Method::Post, "/v1/authorize", question);
        QCOMPARE(m_api->status, 200);

        Browser far(m_house->router, "192.168.1.20");
        far.extra = m_api->extra;
        far.json(Method::Post, "/v1/authorize", question);
        QVERIFY(far.status == 401 || far.status == 403);
    }

    void anAddressThatAsksTooMuchWaits()
    {
        int refused = 0;
        for (int i = 0; i < 650; ++i) {
            m_api->get("/admin/keys");
            refused += m_api->status == 429 ? 1 : 0;
        }

        QCOMPARE(refused, 50);
        QVERIFY(m_api->last.header("Retry-After").toInt() > 0);
        QVERIFY(m_api->last.object()[s("retry_after")].toInt() > 0);
        QCOMPARE(m_api->last.header("X-RateLimit-Remaining"), QByteArray("0"));
    }
};

QTEST_GUILESS_MAIN(AdminApiTest)
#include "tst_adminapi.moc"
