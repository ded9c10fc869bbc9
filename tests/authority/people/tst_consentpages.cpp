// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/pages/page.h"
#include "peoplehouse.h"
#include "support/settle.h"

using authority::Interaction;
using namespace std::chrono_literals;

//! From a waiting request to its answer.
class ConsentPagesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PeopleHouse> m_house;
    std::unique_ptr<Browser> m_browser;

    //! What protocol does at /oauth/authorize.
    void arrive(const QString &id = QStringLiteral("r1"))
    {
        web::RequestParts parts;
        parts.base = m_browser->base;
        parts.peer.isLocal = isLocal;
        QByteArrayList jar;
        for (auto cookie = m_browser->cookies.cbegin(); cookie != m_browser->cookies.cend();
             ++cookie)
            jar.append(cookie.key() + '=' + cookie.value());
        parts.headers.append("Cookie", jar.join("; "));
        const Interaction interaction = m_house->interactions.waiting.value(id);
        const auto response =
            QCoro::waitFor(m_house->door->present(interaction, web::Request(std::move(parts))));
        m_browser->last = response;
        m_browser->status = response.status();
        m_browser->location = response.header("Location");
        for (const web::Cookie &cookie : response.cookies())
            m_browser->cookies[cookie.name] = cookie.value;
        if (m_browser->location.startsWith('/'))
            m_browser->go(QByteArray(m_browser->location));
    }
    void signIn(const char *name = "ada")
    {
        m_browser->go("/auth/sign-in?to=account");
        m_browser->signIn(name);
        QVERIFY(m_browser->hasSession());
    }
    [[nodiscard]] const FakeInteractions::Answer *answer() const
    {
        return m_house->interactions.answers.isEmpty() ? nullptr
                                                       : &m_house->interactions.answers.last();
    }
    bool isLocal = true;

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<PeopleHouse>();
        m_browser = std::make_unique<Browser>(m_house->router);
        m_house->person("ada");
        isLocal = true;
    }
    void cleanup()
    {
        m_browser.reset();
        m_house.reset();
    }
    void cleanupTestCase() { settleEverything(); }

    void aStrangerSignsInThenAllows()
    {
        m_house->request();
        arrive();
        QCOMPARE(m_browser->title(), QStringLiteral("Sign in"));
        QVERIFY(m_browser->html.contains(QStringLiteral("to go on to Ledger of Ada")));

        m_browser->signIn("ada");
        QCOMPARE(m_browser->title(), QStringLiteral("Allow Ledger of Ada?"));
        QVERIFY(m_browser->html.contains(QStringLiteral("See your name and your roles")));
        QVERIFY(m_browser->last.header("Content-Security-Policy")
                    .contains("form-action 'self' http://localhost:3000;"));
        m_browser->submit({{"do", "allow"}});

        QCOMPARE(m_browser->location, QByteArray("http://localhost:3000/callback?code=abc"));
        QVERIFY(answer());
        QCOMPARE(answer()->subject.userId,
                 m_house->door->users().findByName(QStringLiteral("ada"))->id);
        QCOMPARE(answer()->subject.amr, QStringList{QStringLiteral("pwd")});
        QCOMPARE(answer()->subject.session, m_house->door->sessions().list()->first().handle);
        QCOMPARE(answer()->scopes,
                 (QStringList{QStringLiteral("openid"), QStringLiteral("profile")}));
    }

    void denyingGoesBackToo()
    {
        signIn();
        m_house->request();
        arrive();

        m_browser->submit({{"do", "deny"}});

        QCOMPARE(answer()->error, QStringLiteral("access_denied"));
        QVERIFY(m_browser->location.endsWith("error=access_denied"));
    }

    void aFormWithoutAnAnswerIsANo()
    {
        signIn();
        m_house->request();
        arrive();

        m_browser->submit({});

        QCOMPARE(answer()->error, QStringLiteral("access_denied"));
    }

    void consentIsAskedOnce()
    {
        signIn();
        m_house->request();
        arrive();
        m_browser->submit({{"do", "allow"}, {"remember", "yes"}});
        m_house->request();

        arrive();
        QCOMPARE(m_browser->location, QByteArray("http://localhost:3000/callback?code=abc"));

        auto &wider = m_house->request();
        wider.scopes.append(QStringLiteral("email"));
        arrive();
        QCOMPARE(m_browser->title(), QStringLiteral("Allow Ledger of Ada?"));
    }

    void withoutTheTickItIsAskedAgain()
    {
        signIn();
        m_house->request();
        arrive();
        m_browser->submit({{"do", "allow"}});
        m_house->request();

        arrive();

        QCOMPARE(m_browser->title(), QStringLiteral("Allow Ledger of Ada?"));
    }

    //! RFC 8252 8.6: whoever listens on this computer could say that it is this client.
    void aClientThatAnybodyCouldBeIsAskedForEachTime()
    {
        for (const bool isOurs : {false, true}) {
            signIn();
            auto &first = m_house->request();
            first.isImpersonable = true;
            first.isFirstParty = isOurs;
            arrive();
            QCOMPARE(m_browser->title(), QStringLiteral("Allow Ledger of Ada?"));
            QVERIFY(!m_browser->html.contains(QStringLiteral("name=\"remember\"")));
            m_browser->submit({{"do", "allow"}, {"remember", "yes"}});
            QVERIFY(m_browser->location.contains("code=abc"));
            auto &second = m_house->request();
            second.isImpersonable = true;
            second.isFirstParty = isOurs;
            arrive();
            QCOMPARE(m_browser->title(), QStringLiteral("Allow Ledger of Ada?"));
            second.prompt = QStringList{QStringLiteral("none")};
            arrive();
            QCOMPARE(answer()->error, QStringLiteral("consent_required"));
        }
    }

    //! The page for saying yes is no way round proving who one is.
    void consentCannotBePostedPastASignIn_data()
    {
        QTest::addColumn<QStringList>("prompt");
        QTest::addColumn<int>("maxAge");
        QTest::addColumn<QString>("hintedUser");
        QTest::newRow("prompt=login") << QStringList{QStringLiteral("login")} << -1 << QString();
        QTest::newRow("max_age") << QStringList() << 60 << QString();
        QTest::newRow("id_token_hint") << QStringList() << -1 << QStringLiteral("somebody-else");
    }
    void consentCannotBePostedPastASignIn()
    {
        signIn();
        m_house->request();
        arrive();
        QCOMPARE(m_browser->title(), QStringLiteral("Allow Ledger of Ada?"));
        m_house->clock.advance(std::chrono::minutes(2));
        auto &stricter = m_house->request();
        QFETCH(const QStringList, prompt);
        QFETCH(const int, maxAge);
        QFETCH(const QString, hintedUser);
        stricter.prompt = prompt;
        stricter.maxAge = maxAge;
        stricter.hintedUser = hintedUser;

        m_browser->submit({{"do", "allow"}});

        QVERIFY(!answer());
        QVERIFY(m_browser->location.startsWith("/auth/continue"));
    }

    //! Cookies know no ports: a program on this very host must not be sent ours.
    void theWayToAnotherPortTakesTheCookiesBack()
    {
        m_browser->base = "http://localhost:7420";
        signIn();
        m_house->request();
        arrive();

        m_browser->submit({{"do", "allow"}});

        QVERIFY(m_browser->location.startsWith("http://localhost:3000/"));
        QVERIFY(m_browser->cookies.isEmpty());
    }

    void ourOwnClientIsNotAskedFor()
    {
        signIn();
        m_house->request().isFirstParty = true;

        arrive();

        QVERIFY(m_browser->location.contains("code=abc"));
    }

    void promptsAreObeyed_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<bool>("isSignedIn");
        QTest::addColumn<bool>("isKnown");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *prompt, bool signedIn, bool known, const char *expected) {
            QTest::addRow("%s %s %s", prompt, signedIn ? "in" : "out", known ? "known" : "new")
                << QString::fromLatin1(prompt) << signedIn << known
                << QString::fromLatin1(expected);
        };
        row("none", false, false, "login_required");
        row("none", true, false, "consent_required");
        row("none", true, true, "code");
        row("login", true, true, "Sign in");
        row("select_account", true, true, "Sign in");
        row("consent", true, true, "Allow Ledger of Ada?");
        row("", true, true, "code");
        row("", false, true, "Sign in");
    }

    void promptsAreObeyed()
    {
        QFETCH(const QString, prompt);
        QFETCH(const bool, isSignedIn);
        QFETCH(const bool, isKnown);
        QFETCH(const QString, expected);
        if (isKnown) {
            signIn();
            m_house->request();
            arrive();
            m_browser->submit({{"do", "allow"}, {"remember", "yes"}});
            m_house->interactions.answers.clear();
        } else if (isSignedIn) {
            signIn();
        }
        if (!isSignedIn)
            m_browser->cookies.clear();
        m_house->clock.advance(1min);
        m_house->request().prompt = prompt.split(u' ', Qt::SkipEmptyParts);

        arrive();

        if (answer())
            QCOMPARE(answer()->error.isEmpty() ? QStringLiteral("code") : answer()->error,
                     expected);
        else
            QCOMPARE(m_browser->title(), expected);
    }

    void promptLoginIsSatisfiedByASignInAfterIt()
    {
        signIn();
        m_house->clock.advance(1min);
        auto &request = m_house->request();
        request.prompt = {QStringLiteral("login")};
        request.isFirstParty = true;
        arrive();
        QCOMPARE(m_browser->title(), QStringLiteral("Sign in"));

        m_house->clock.advance(1min);
        m_browser->signIn("ada");

        QVERIFY(m_browser->location.contains("code=abc"));
        QCOMPARE(answer()->subject.authTime, m_house->clock.now());
        QCOMPARE(m_house->door->sessions().list()->size(), 1);
    }

    void maxAgeIsObeyed_data()
    {
        QTest::addColumn<int>("maxAge");
        QTest::addColumn<bool>("asks");
        QTest::newRow("any") << -1 << false;
        QTest::newRow("older") << 60 << true;
        QTest::newRow("just") << 120 << false;
        QTest::newRow("zero") << 0 << true;
    }

    void maxAgeIsObeyed()
    {
        QFETCH(const int, maxAge);
        QFETCH(const bool, asks);
        signIn();
        m_house->clock.advance(2min);
        auto &request = m_house->request();
        request.maxAge = maxAge;
        request.isFirstParty = true;

        arrive();

        QCOMPARE(answer() == nullptr, asks);
    }

    void aHintForSomebodyElseAsksWhoItIs()
    {
        signIn();
        auto &request = m_house->request();
        request.hintedUser = QStringLiteral("somebody-else");
        request.prompt = {QStringLiteral("none")};

        arrive();

        QCOMPARE(answer()->error, QStringLiteral("login_required"));
    }

    void aRequestThatIsOverSaysSo()
    {
        signIn();
        m_house->request();
        arrive();
        m_house->interactions.waiting.clear();

        QCOMPARE(m_browser->submit({{"do", "allow"}}), 410);

        QCOMPARE(m_browser->title(), QStringLiteral("This request has ended"));
    }

    void aDeviceIsLetInByItsCode()
    {
        auto &request = m_house->request(QStringLiteral("d.1"));
        request.kind = Interaction::Kind::Device;
        request.clientName = QStringLiteral("Television");
        m_house->interactions.deviceCodes.insert(QStringLiteral("WDJBMJHT"), QStringLiteral("d.1"));
        m_browser->go("/device?user_code=wdjb-mjht");
        QVERIFY(m_browser->html.contains(QStringLiteral("value=\"wdjb-mjht\"")));

        QCOMPARE(m_browser->submitAndGo({{"user_code", "wdjb-mjht"}}), 200);
        QCOMPARE(m_browser->title(), QStringLiteral("Sign in"));
        m_browser->signIn("ada");
        QCOMPARE(m_browser->title(), QStringLiteral("Sign Television in?"));
        QVERIFY(m_browser->html.contains(QStringLiteral("Whoever sent you the code")));
        m_browser->submit({{"do", "allow"}});

        QCOMPARE(m_browser->title(), QStringLiteral("Television is signed in"));
        QVERIFY(answer()->error.isEmpty());
    }

    void guessingDeviceCodesIsSlow()
    {
        m_browser->go("/device");
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_browser->submit({{"user_code", "AAAA-AAAA"}}), 404);
        m_browser->go("/device");

        QCOMPARE(m_browser->submit({{"user_code", "AAAA-AAAA"}}), 429);
    }

    void theDesktopIsAskedFirst()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("owner"), {}));
        m_house->door->approvals().setApprover(true);
        QList<core::ApprovalQuestion> asked;
        const auto listening = m_house->door->approvals().asked.subscribe(
            [&](const core::ApprovalQuestion &question) { asked.append(question); });
        m_house->request();

        arrive();
        QCOMPARE(m_browser->title(), QStringLiteral("Say yes at the desktop"));
        QVERIFY(m_browser->html.contains(
            QStringLiteral("http-equiv=\"refresh\" content=\"2; url=/auth/desk?to=r1\"")));
        m_browser->get("/auth/desk?to=r1");
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().clientName, QStringLiteral("Ledger of Ada"));
        QCOMPARE(asked.first().user, QStringLiteral("owner"));
        QCOMPARE(asked.first().until, m_house->clock.now().addSecs(120));
        QVERIFY(!asked.first().isKnown);

        VERIFY_RESULT(m_house->door->answerApproval(asked.first().id, true, true));
        m_browser->get("/auth/desk?to=r1");

        QVERIFY(m_browser->location.contains("code=abc"));
        QCOMPARE(answer()->subject.amr, QStringList{QStringLiteral("user")});
        // The yes was for the client: whoever's browser it was has no session by it.
        QVERIFY(!m_browser->hasSession());
        m_house->request();
        arrive();
        QVERIFY(!m_browser->location.contains("code=abc"));
    }

    void aNoAtTheDesktopIsANo()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("owner"), {}));
        m_house->door->approvals().setApprover(true);
        m_house->request();
        arrive();
        const auto waiting = m_house->door->approvals().waiting();
        VERIFY_RESULT(m_house->door->answerApproval(waiting->first().id, false, true));
        VERIFY_ERROR(m_house->door->answerApproval(waiting->first().id, true, true),
                     base::ErrorCode::NotFound);

        m_browser->get("/auth/desk?to=r1");

        QCOMPARE(answer()->error, QStringLiteral("access_denied"));
        QVERIFY(!m_browser->hasSession());
    }

    void silenceAtTheDesktopIsANo()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("owner"), {}));
        m_house->door->approvals().setApprover(true);
        m_house->request();
        arrive();
        const QString id = m_house->door->approvals().waiting()->first().id;
        m_house->clock.advance(121s);

        VERIFY_ERROR(m_house->door->answerApproval(id, true, false), base::ErrorCode::NotFound);
        m_browser->get("/auth/desk?to=r1");

        QCOMPARE(answer()->error, QStringLiteral("access_denied"));
    }

    void aYesIsForTheBrowserThatAsked()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("owner"), {}));
        m_house->door->approvals().setApprover(true);
        m_house->request();
        arrive();
        VERIFY_RESULT(m_house->door->answerApproval(
            m_house->door->approvals().waiting()->first().id, true, false));

        Browser thief(m_house->router);
        thief.get("/auth/sign-in?to=r1");
        thief.get("/auth/desk?to=r1");

        QCOMPARE(thief.title(), QStringLiteral("Say yes at the desktop"));
        QVERIFY(!thief.hasSession());
        QVERIFY(!answer());
    }

    void fromElsewhereTheDesktopIsNotAsked()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("owner"), {}));
        m_house->door->approvals().setApprover(true);
        m_browser = std::make_unique<Browser>(m_house->router, "192.168.1.20");
        isLocal = false;
        m_house->request();

        arrive();

        QCOMPARE(m_browser->title(), QStringLiteral("Sign in"));
        m_browser->go("/auth/desk?to=r1");
        QCOMPARE(m_browser->title(), QStringLiteral("Sign in"));
        QVERIFY(m_house->door->approvals().waiting()->isEmpty());
    }

    void aPasswordInsteadWithdrawsTheQuestion()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("owner"), {}));
        m_house->door->approvals().setApprover(true);
        m_house->request().isFirstParty = true;
        arrive();

        m_browser->submitAndGo({{"do", "password"}});

        QCOMPARE(m_browser->title(), QStringLiteral("Sign in"));
        QVERIFY(m_house->door->approvals().waiting()->isEmpty());
        m_browser->signIn("ada");
        QVERIFY(m_browser->location.contains("code=abc"));
    }

    void aBrowserWithoutCookiesDoesNotAskAgainAndAgain()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("owner"), {}));
        m_house->door->approvals().setApprover(true);
        m_house->request();
        for (int i = 0; i < 5; ++i) {
            Browser forgetful(m_house->router);
            QCOMPARE(forgetful.get("/auth/desk?to=r1"), 400);
        }

        QVERIFY(m_house->door->approvals().waiting()->isEmpty());
    }

    void theFormTargetIsNoPlaceForDirectives_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("loopback") << QByteArray("http://127.0.0.1:3000") << true;
        QTest::newRow("ipv6") << QByteArray("http://[::1]:3000") << true;
        QTest::newRow("scheme") << QByteArray("com.example.app:") << true;
        QTest::newRow("directive") << QByteArray("https://a.example; script-src *") << false;
        QTest::newRow("star") << QByteArray("*") << false;
        QTest::newRow("space") << QByteArray("https://a.example https://b.example") << false;
        QTest::newRow("empty") << QByteArray() << false;
    }

    void theFormTargetIsNoPlaceForDirectives()
    {
        QFETCH(const QByteArray, target);
        QFETCH(const bool, isTaken);

        const QByteArray policy = authority::contentSecurityPolicy(target);

        QCOMPARE(policy.contains("form-action 'self'" + QByteArray(isTaken ? " " + target : "")
                                 + "; base-uri"),
                 true);
        QCOMPARE(policy.count(';'), 4);
    }
};

QTEST_GUILESS_MAIN(ConsentPagesTest)
#include "tst_consentpages.moc"
