// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peoplehouse.h"
#include "support/settle.h"

using namespace std::chrono_literals;

//! The person's own page, and the way out.
class AccountPagesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PeopleHouse> m_house;
    std::unique_ptr<Browser> m_browser;
    core::AuthorityUser m_ada;

    void signIn(Browser &browser, const char *name = "ada")
    {
        browser.go("/account");
        browser.signIn(name);
        QVERIFY(browser.hasSession());
    }

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<PeopleHouse>();
        m_browser = std::make_unique<Browser>(m_house->router);
        m_ada = m_house->person("ada");
        signIn(*m_browser);
    }
    void cleanup()
    {
        m_browser.reset();
        m_house.reset();
    }
    void cleanupTestCase() { settleEverything(); }

    void thePasswordIsChanged()
    {
        Browser other(m_house->router);
        signIn(other);

        m_browser->submit(
            {{"current", PeopleHouse::password}, {"password", "nine-herons-weigh-basalt"}},
            QStringLiteral("/account/password"));

        QCOMPARE(m_browser->status, 200);
        QVERIFY(m_browser->html.contains(QStringLiteral("The password is changed")));
        // Who knew the old one may hold tokens by it.
        QCOMPARE(m_house->interactions.revoked.size(), 1);
        QVERIFY(
            m_house->interactions.revoked.first().endsWith(QStringLiteral("||password_changed")));
        other.get("/account");
        QCOMPARE(other.status, 303); // its session has ended
        m_browser->get("/account");
        QCOMPARE(m_browser->status, 200);
        Browser fresh(m_house->router);
        fresh.go("/account");
        fresh.signIn("ada");
        QVERIFY(!fresh.hasSession());
        fresh.signIn("ada", "nine-herons-weigh-basalt");
        QVERIFY(fresh.hasSession());
    }

    void aWeakPasswordIsExplained()
    {
        m_browser->submit({{"current", PeopleHouse::password}, {"password", "ada"}},
                          QStringLiteral("/account/password"));

        QCOMPARE(m_browser->status, 422);
        QVERIFY(m_browser->html.contains(QStringLiteral("at least 10 letters")));
        QVERIFY(m_browser->html.contains(QStringLiteral("This is your name")));
    }

    void thePresentPasswordIsNeeded()
    {
        for (int i = 0; i < 5; ++i) {
            m_browser->submit({{"current", "guess"}, {"password", "nine-herons-weigh-basalt"}},
                              QStringLiteral("/account/password"));
            QCOMPARE(m_browser->status, 422);
        }
        m_browser->submit(
            {{"current", PeopleHouse::password}, {"password", "nine-herons-weigh-basalt"}},
            QStringLiteral("/account/password"));

        QCOMPARE(m_browser->status, 429);
    }

    void anAppIsSetUpAndRemoved()
    {
        m_browser->get("/auth/enrol?to=account");
        QCOMPARE(m_browser->title(), QStringLiteral("Set up an authenticator app"));
        QCOMPARE(m_browser->submit({{"code", codeFor(*m_browser, m_house->clock.now())}}), 200);
        m_browser->get("/account");
        QVERIFY(m_browser->html.contains(QStringLiteral("The app is on")));
        QVERIFY(m_browser->html.contains(QStringLiteral("10 recovery")));

        m_browser->submit({}, QStringLiteral("/account/totp/remove"));

        QVERIFY(m_browser->html.contains(QStringLiteral("The app is off")));
        QVERIFY(!m_house->door->users().find(m_ada.id)->hasTotp);
    }

    void otherSessionsAreEnded()
    {
        Browser other(m_house->router);
        other.agent = "curl/8.0";
        signIn(other);
        m_browser->get("/account");
        QVERIFY(m_browser->html.contains(QStringLiteral("curl")));
        const auto sessions = m_house->door->sessions().list(m_ada.id);
        QString handle;
        for (const auto &session : *sessions)
            handle = session.agent == QLatin1String("curl") ? session.handle : handle;

        m_browser->submit({{"id", handle.toLatin1()}}, QStringLiteral("/account/sessions/end"));

        QCOMPARE(other.get("/account"), 303);
        QCOMPARE(m_house->interactions.revoked.size(), 1);
    }

    void somebodyElsesSessionIsNot()
    {
        m_house->person("grace");
        Browser grace(m_house->router);
        signIn(grace, "grace");
        const QString handle =
            m_house->door->sessions()
                .list(m_house->door->users().findByName(QStringLiteral("grace"))->id)
                ->first()
                .handle;
        m_browser->get("/account");

        m_browser->submit({{"id", handle.toLatin1()}}, QStringLiteral("/account/sessions/end"));

        QCOMPARE(grace.get("/account"), 200);
    }

    void deedsNeedTheTokenOfThisSession_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"/account/password",
                                 "/account/totp/remove",
                                 "/account/recovery",
                                 "/account/sessions/end",
                                 "/account/consents/remove",
                                 "/auth/sign-out"})
            QTest::newRow(path) << QByteArray(path);
    }

    void deedsNeedTheTokenOfThisSession()
    {
        QFETCH(const QByteArray, path);
        Browser stranger(m_house->router);
        stranger.get("/auth/sign-in?to=account");
        const QByteArray foreign = stranger.csrf().toUtf8();
        for (const QByteArray &token : {QByteArray(), foreign}) {
            m_browser->send(
                web::Method::Post, path, "csrf=" + token, "application/x-www-form-urlencoded");
            QCOMPARE(m_browser->status, 403);
        }
        QCOMPARE(m_browser->get("/account"), 200);
    }

    void aTokenFromBeforeTheSignInIsVoid()
    {
        Browser browser(m_house->router);
        browser.get("/auth/sign-in?to=account");
        const QByteArray before = browser.csrf().toUtf8();
        browser.signIn("ada");

        browser.send(web::Method::Post,
                     "/auth/sign-out",
                     "csrf=" + before,
                     "application/x-www-form-urlencoded");

        QCOMPARE(browser.status, 403);
    }

    void signingInChangesTheId()
    {
        Browser browser(m_house->router);
        browser.cookies["latchkey-session"] = QByteArray(43, 'A'); // planted
        browser.cookies["latchkey-visit"] = QByteArray(43, 'B');
        browser.go("/account");
        browser.signIn("ada");

        QVERIFY(browser.hasSession());
        QVERIFY(browser.cookies.value("latchkey-session") != QByteArray(43, 'A'));
        QVERIFY(browser.cookies.value("latchkey-visit") != QByteArray(43, 'B'));
    }

    void signingOutEndsTheSession()
    {
        m_browser->get("/account");
        const QByteArray id = m_browser->cookies.value("latchkey-session");

        m_browser->submit({}, QStringLiteral("/auth/sign-out"));

        QCOMPARE(m_browser->title(), QStringLiteral("You are signed out"));
        QVERIFY(!m_browser->hasSession());
        m_browser->cookies["latchkey-session"] = id;
        QCOMPARE(m_browser->get("/account"), 303);
    }

    void aClientSignsOutWhomItNames_data()
    {
        QTest::addColumn<bool>("namesTheSession");
        QTest::newRow("by id_token_hint") << true;
        QTest::newRow("without one it is asked") << false;
    }

    void aClientSignsOutWhomItNames()
    {
        QFETCH(const bool, namesTheSession);
        web::RequestParts parts;
        parts.base = m_browser->base;
        parts.headers.append("Cookie",
                             "latchkey-session=" + m_browser->cookies.value("latchkey-session")
                                 + "; latchkey-visit="
                                 + m_browser->cookies.value("latchkey-visit"));
        const QString handle = m_house->door->sessions().list(m_ada.id)->first().handle;
        const QString then = QStringLiteral("https://app.example/bye");
        const QString named = namesTheSession ? handle : QString();

        const auto response =
            QCoro::waitFor(m_house->door->signOut(web::Request(std::move(parts)), then, named));

        QCOMPARE(response.status(), namesTheSession ? 303 : 200);
        QCOMPARE(m_house->door->sessions().list(m_ada.id)->isEmpty(), namesTheSession);
        if (!namesTheSession) {
            QVERIFY(response.header("Content-Security-Policy")
                        .contains("form-action 'self' https://app.example"));
            m_browser->html = QString::fromUtf8(response.body());
            m_browser->submit({{"then", then.toUtf8()}, {"do", "leave"}});
            QCOMPARE(m_browser->location, QByteArray("https://app.example/bye"));
            QVERIFY(m_house->door->sessions().list(m_ada.id)->isEmpty());
        }
    }

    void anEndOfTheSessionByTimeLeadsToSignIn()
    {
        m_house->clock.advance(11min);

        m_browser->go("/account");

        QCOMPARE(m_browser->title(), QStringLiteral("Sign in"));
    }
};

QTEST_GUILESS_MAIN(AccountPagesTest)
#include "tst_accountpages.moc"
