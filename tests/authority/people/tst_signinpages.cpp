// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peoplehouse.h"
#include "support/settle.h"

using namespace std::chrono_literals;

//! Signing in, as a browser sees it.
class SignInPagesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PeopleHouse> m_house;
    std::unique_ptr<Browser> m_browser;

    //! A person with an authenticator app; gives the key as the page showed it.
    base::Secret enrolled(const char *name, const QStringList &roles)
    {
        m_house->person(name, roles);
        Browser browser(m_house->router);
        browser.go("/auth/sign-in?to=account");
        browser.signIn(name);
        const QString shown = browser.found(QStringLiteral("<p class=\"key\">([A-Z2-7 ]+)</p>"));
        browser.submit({{"code", codeFor(browser, m_house->clock.now())}});
        m_house->clock.advance(90s);
        return *crypto::fromBase32(base::Secret(shown.toLatin1()));
    }
    QByteArray code(const base::Secret &key) const
    {
        const crypto::TotpSettings settings;
        return crypto::hotp(
            key, static_cast<quint64>(crypto::totpStep(m_house->clock.now(), settings)), settings);
    }

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<PeopleHouse>();
        m_browser = std::make_unique<Browser>(m_house->router);
    }
    void cleanup()
    {
        m_browser.reset();
        m_house.reset();
    }
    void cleanupTestCase() { settleEverything(); }

    void aPasswordOpensTheAccountPage()
    {
        m_house->person("ada");
        QCOMPARE(m_browser->go("/account"), 200);
        QCOMPARE(m_browser->title(), QStringLiteral("Sign in"));
        QVERIFY(!m_browser->hasSession());

        QCOMPARE(m_browser->signIn("Ada"), 200);

        QCOMPARE(m_browser->title(), QStringLiteral("ADA"));
        QVERIFY(m_browser->hasSession());
        QVERIFY(m_browser->html.contains(QStringLiteral("Firefox on Linux")));
        QVERIFY(m_house->door->users().findByName(QStringLiteral("ada"))->signedInAt.isValid());
    }

    void everyPageIsStrict()
    {
        m_house->person("ada");
        m_browser->go("/account");

        const QByteArray policy = m_browser->last.header("Content-Security-Policy");
        QVERIFY(policy.startsWith("default-src 'none'; style-src 'sha256-"));
        QVERIFY(policy.contains("form-action 'self'"));
        QVERIFY(policy.contains("frame-ancestors 'none'"));
        QVERIFY(!policy.contains("unsafe"));
        QVERIFY(!m_browser->html.contains(QStringLiteral("<script")));
        QVERIFY(!m_browser->html.contains(QStringLiteral(" style=")));
        QVERIFY(!m_browser->html.contains(QStringLiteral(" onclick")));
        QCOMPARE(m_browser->last.header("Cache-Control"), QByteArray("no-store"));
        // The hash is that of the one style sheet.
        const QString style = m_browser->found(QStringLiteral("<style>([^<]*)</style>"));
        const QByteArray hash = crypto::digest(crypto::Hash::Sha256, style.toUtf8()).toBase64();
        QVERIFY(policy.contains("'sha256-" + hash + "'"));
    }

    void cookiesAreKeptFromScripts_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("http") << QByteArray("http://127.0.0.1:7420")
                              << QByteArray("latchkey-session");
        QTest::newRow("https") << QByteArray("https://id.example.org")
                               << QByteArray("__Host-latchkey-session");
    }

    void cookiesAreKeptFromScripts()
    {
        QFETCH(const QByteArray, base);
        QFETCH(const QByteArray, name);
        m_house->person("ada");
        m_browser->base = base;
        m_browser->go("/account");

        m_browser->submit({{"name", "ada"}, {"password", PeopleHouse::password}});

        bool isThere = false;
        for (const web::Cookie &cookie : m_browser->last.cookies()) {
            QCOMPARE(cookie.path, QByteArray("/"));
            QCOMPARE(cookie.sameSite, web::SameSite::Lax);
            isThere = isThere || cookie.name == name;
        }
        QVERIFY(isThere);
    }

    //! RFC 9700 and the issue: no answer says whether there is such a person.
    void nobodyLearnsWhoIsThere()
    {
        const auto asleep = m_house->person("asleep");
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("owner"), {}));
        VERIFY_RESULT(m_house->door->changeUsers({asleep.id}, core::BulkVerb::Deactivate));
        m_house->person("ada");
        struct Seen
        {
            int status;
            QString page;
            QByteArrayList headers;
        };
        const auto attempt = [&](const QByteArray &name, const QByteArray &password) {
            Browser browser(m_house->router);
            browser.go("/auth/sign-in?to=account");
            browser.submit({{"name", name}, {"password", password}});
            QString page = browser.html;
            page.replace(QString::fromLatin1(name), QStringLiteral("NAME"));
            page.remove(browser.csrf());
            QByteArrayList headers;
            for (const auto &header : browser.last.headers())
                headers.append(header.first);
            return Seen{browser.status, page, headers};
        };

        const Seen wrong = attempt("ada", "not-the-password");
        const Seen nobody = attempt("nobody", "not-the-password");
        const Seen inactive = attempt("asleep", PeopleHouse::password);
        const Seen noPassword = attempt("owner", "anything at all");

        for (const Seen &seen : {nobody, inactive, noPassword}) {
            QCOMPARE(seen.status, wrong.status);
            QCOMPARE(seen.page, wrong.page);
            QCOMPARE(seen.headers, wrong.headers);
        }
        QVERIFY(wrong.page.contains(QStringLiteral("Name or password is not right")));
    }

    void theSixthWrongPasswordInAMinuteWaits_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("somebody") << QByteArray("ada");
        QTest::newRow("nobody") << QByteArray("nobody");
    }

    void theSixthWrongPasswordInAMinuteWaits()
    {
        QFETCH(const QByteArray, name);
        m_house->person("ada");
        m_browser->go("/auth/sign-in?to=account");
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_browser->submit({{"name", name}, {"password", "wrong"}}), 403);

        m_browser->submit({{"name", name}, {"password", PeopleHouse::password}},
                          QStringLiteral("/auth/sign-in?to=account"));

        QCOMPARE(m_browser->status, 429);
        QCOMPARE(m_browser->last.header("Retry-After"), QByteArray("60"));
        QVERIFY(m_browser->html.contains(QStringLiteral("retry_after")));
        QVERIFY(!m_browser->hasSession());
    }

    void programsAreToldInJson()
    {
        m_browser->go("/auth/sign-in?to=account");
        const QString csrf = m_browser->csrf();
        m_browser->extra = {{"Accept", "application/json"}};
        for (int i = 0; i < 6; ++i) {
            m_browser->send(web::Method::Post,
                            "/auth/sign-in?to=account",
                            "name=x&password=y&csrf=" + csrf.toUtf8(),
                            "application/x-www-form-urlencoded");
        }

        QCOMPARE(m_browser->status, 429);
        QCOMPARE(m_browser->last.object()[QStringLiteral("error")].toString(),
                 QStringLiteral("slow_down"));
        QCOMPARE(m_browser->last.object()[QStringLiteral("retry_after")].toInt(), 60);
    }

    void afterAMinuteTheDoorOpensAgain()
    {
        m_house->person("ada");
        m_browser->go("/auth/sign-in?to=account");
        for (int i = 0; i < 5; ++i)
            m_browser->submit({{"name", "ada"}, {"password", "wrong"}});
        m_house->clock.advance(61s);
        m_browser->go("/auth/sign-in?to=account");

        QCOMPARE(m_browser->signIn("ada"), 200);

        QVERIFY(m_browser->hasSession());
    }

    void onePasswordForEverybodyIsNoticed()
    {
        int waited = 0;
        for (int i = 0; i < 40; ++i) {
            Browser browser(m_house->router, "203.0.113.9");
            browser.go("/auth/sign-in?to=account");
            browser.submit({{"name", "user" + QByteArray::number(i)}, {"password", "Summer2026!"}});
            waited += browser.status == 429 ? 1 : 0;
        }

        QCOMPARE(waited, 10);
    }

    void aFormFromElsewhereIsRefused_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"no token", "another browser's token", "no cookies", "made up"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    void aFormFromElsewhereIsRefused()
    {
        QFETCH(const QString, how);
        m_house->person("ada");
        m_browser->go("/auth/sign-in?to=account");
        Browser other(m_house->router);
        other.go("/auth/sign-in?to=account");
        QByteArray token = m_browser->csrf().toUtf8();
        if (how == QLatin1String("no token"))
            token.clear();
        else if (how == QLatin1String("another browser's token"))
            token = other.csrf().toUtf8();
        else if (how == QLatin1String("no cookies"))
            m_browser->cookies.clear();
        else
            token = QByteArray(43, 'A');

        m_browser->send(web::Method::Post,
                        "/auth/sign-in?to=account",
                        "name=ada&password=" + QByteArray(PeopleHouse::password) + "&csrf=" + token,
                        "application/x-www-form-urlencoded");

        QCOMPARE(m_browser->status, 403);
        QVERIFY(!m_browser->hasSession());
    }

    void administratorsSetUpAnAppFirst()
    {
        m_house->person("root", {authority::adminRole});
        m_browser->go("/account");
        QCOMPARE(m_browser->signIn("root"), 200);
        QCOMPARE(m_browser->title(), QStringLiteral("Set up an authenticator app"));
        QVERIFY(m_browser->html.contains(QStringLiteral("<svg class=\"qr\"")));
        QVERIFY(!m_browser->hasSession());

        QCOMPARE(m_browser->submit({{"code", "000000"}}), 403);
        QVERIFY(!m_browser->hasSession());
        QCOMPARE(m_browser->submit({{"code", codeFor(*m_browser, m_house->clock.now())}}), 200);

        QCOMPARE(m_browser->title(), QStringLiteral("Keep these recovery codes"));
        QVERIFY(m_browser->hasSession());
        QCOMPARE(m_browser->go("/account"), 200);
        QCOMPARE(m_browser->title(), QStringLiteral("ROOT"));
    }

    void theAppIsAskedForNextTime()
    {
        const base::Secret key = enrolled("root", {authority::adminRole});
        m_browser->go("/account");
        m_browser->signIn("root");
        QCOMPARE(m_browser->title(), QStringLiteral("One more step"));

        QCOMPARE(m_browser->submit({{"code", "123456"}}), 403);
        QCOMPARE(m_browser->submitAndGo({{"code", code(key)}}), 200);

        QCOMPARE(m_browser->title(), QStringLiteral("ROOT"));
        // The same code in another browser.
        Browser thief(m_house->router);
        thief.go("/account");
        thief.signIn("root");
        QCOMPARE(thief.submit({{"code", code(key)}}), 403);
        QVERIFY(!thief.hasSession());
    }

    void whoHasThePasswordCannotEnrolAnotherApp()
    {
        const base::Secret key = enrolled("root", {authority::adminRole});
        m_browser->go("/account");
        m_browser->signIn("root");

        m_browser->go("/auth/enrol?to=account");

        QCOMPARE(m_browser->title(), QStringLiteral("One more step"));
        QVERIFY(!m_browser->html.contains(QStringLiteral("class=\"key\"")));
    }

    //! Somebody who has the password too must not learn the key that a person will confirm.
    void aKeyThatWasShownElsewhereIsNotShownAgain()
    {
        const QString shape = QStringLiteral("<p class=\"key\">([A-Z2-7 ]+)</p>");
        m_house->person("root", {authority::adminRole});
        Browser thief(m_house->router);
        thief.go("/account");
        thief.signIn("root");
        const QString seen = thief.found(shape);
        QVERIFY(!seen.isEmpty());

        m_browser->go("/account");
        m_browser->signIn("root");
        const QString shown = m_browser->found(shape);
        QVERIFY(!shown.isEmpty());
        QVERIFY(shown != seen);
        QCOMPARE(thief.submit({{"code", codeFor(*m_browser, m_house->clock.now())}}), 403);
        QVERIFY(thief.html.contains(QStringLiteral("is void")));
        const QString theirs = thief.found(shape);
        QVERIFY(theirs != shown && theirs != seen);

        // The thief's page has taken the key away: the person is told and scans another.
        QCOMPARE(m_browser->submit({{"code", codeFor(*m_browser, m_house->clock.now())}}), 403);
        QVERIFY(m_browser->html.contains(QStringLiteral("is void")));
        const QString once = m_browser->found(shape);
        QCOMPARE(m_browser->submit({{"code", "000000"}}), 403);
        QCOMPARE(m_browser->found(shape), once);
        QCOMPARE(m_browser->submit({{"code", codeFor(*m_browser, m_house->clock.now())}}), 200);
        QCOMPARE(m_browser->title(), QStringLiteral("Keep these recovery codes"));
    }

    void guessingCodesIsSlowFromAnyAddress()
    {
        const base::Secret key = enrolled("root", {authority::adminRole});
        int waited = 0;
        for (int i = 0; i < 8; ++i) {
            const QByteArray address = "203.0.113." + QByteArray::number(i);
            Browser browser(m_house->router, address.constData());
            browser.go("/account");
            browser.signIn("root");
            waited += browser.submit({{"code", "123456"}}) == 429 ? 1 : 0;
        }

        QCOMPARE(waited, 3);
    }

    void aRecoveryCodeIsGoodOnce()
    {
        m_house->person("root", {authority::adminRole});
        m_browser->go("/account");
        m_browser->signIn("root");
        m_browser->submit({{"code", codeFor(*m_browser, m_house->clock.now())}});
        const QByteArray recovery =
            m_browser->found(QStringLiteral("<ul class=\"codes\"><li>([^<]+)</li>")).toLatin1();
        QCOMPARE(recovery.size(), 11);

        for (const bool isFirst : {true, false}) {
            Browser browser(m_house->router);
            browser.go("/account");
            browser.signIn("root");
            browser.get("/auth/recovery?to=account");
            QCOMPARE(browser.submitAndGo({{"code", recovery}}), isFirst ? 200 : 403);
            QCOMPARE(browser.hasSession(), isFirst);
        }
    }

    void aHalfWaySignInEndsAfterTenMinutes()
    {
        const base::Secret key = enrolled("root", {authority::adminRole});
        m_browser->go("/account");
        m_browser->signIn("root");
        m_house->clock.advance(11min);

        QCOMPARE(m_browser->submitAndGo({{"code", code(key)}}), 200);

        QCOMPARE(m_browser->title(), QStringLiteral("Sign in"));
        QVERIFY(!m_browser->hasSession());
    }

    void aLockedVaultSaysSo()
    {
        m_house->keys->close();

        QCOMPARE(m_browser->go("/auth/sign-in?to=account"), 503);

        QCOMPARE(m_browser->title(), QStringLiteral("Latchkey is locked"));
    }

    void noWordFromOutsideBecomesMarkup()
    {
        auto &request = m_house->request();
        request.clientName = QStringLiteral("<b>\"'&");
        request.loginHint = QStringLiteral("\"><script>alert(1)</script>");

        m_browser->go("/auth/sign-in?to=r1");

        QVERIFY(m_browser->html.contains(QStringLiteral("&lt;b&gt;&quot;")));
        QVERIFY(!m_browser->html.contains(QStringLiteral("<script")));
        QVERIFY(m_browser->html.contains(QStringLiteral("value=\"&quot;&gt;&lt;script")));
    }

    //! Whatever happens, nothing secret is written down.
    void nothingSecretIsInTheLogOrTheDatabase()
    {
        const base::Secret key = enrolled("root", {authority::adminRole});
        m_browser->go("/account");
        m_browser->submit({{"name", "root"}, {"password", "wrong-but-secret-words"}});
        m_browser->signIn("root");
        const QByteArray shown = code(key);
        m_browser->submitAndGo({{"code", shown}});
        const QByteArray session = m_browser->cookies.value("latchkey-session");
        QVERIFY(!session.isEmpty());

        for (const char *table : {"users",
                                  "sessions",
                                  "visits",
                                  "attempts",
                                  "events",
                                  "totp",
                                  "recovery_codes",
                                  "approvals",
                                  "consents",
                                  "facts"}) {
            const auto rows = m_house->database->rows(
                QStringLiteral("SELECT * FROM authority_%1").arg(QString::fromLatin1(table)));
            VERIFY_RESULT(rows);
            for (const QVariantList &row : *rows) {
                for (const QVariant &value : row) {
                    const QByteArray text = value.toByteArray();
                    QVERIFY2(!text.contains(session), table);
                    QVERIFY2(!text.contains("wrong-but-secret-words"), table);
                    QVERIFY2(!text.contains(PeopleHouse::password), table);
                    QVERIFY2(!text.contains(crypto::toBase32(key).expose().toByteArray()), table);
                }
            }
        }
    }

    void speaksEnglishWhenItCannotDoBetter()
    {
        m_browser->language = "tlh, en;q=0.5";
        m_browser->go("/auth/sign-in?to=account");

        QVERIFY(m_browser->html.contains(QStringLiteral("<html lang=\"en\">")));
    }
};

QTEST_GUILESS_MAIN(SignInPagesTest)
#include "tst_signinpages.moc"
