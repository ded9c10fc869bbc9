// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/pages/page.h"
#include "pagevisit.h"
#include "support/settle.h"

using authority::Interaction;
using namespace std::chrono_literals;

//! From a waiting request to its answer.
class ConsentPagesTest : public QObject, protected PageVisit
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
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

    //! RFC 8707: what was allowed for one address is not allowed for another.
    void aYesForOneResourceIsNoneForAnother()
    {
        signIn();
        m_house->request().resources = QStringList{QStringLiteral("https://api.example/a")};
        arrive();
        m_browser->submit({{"do", "allow"}, {"remember", "yes"}});
        QVERIFY(m_browser->location.contains("code=abc"));

        m_house->request().resources = QStringList{QStringLiteral("https://api.example/b")};
        arrive();
        QCOMPARE(m_browser->title(), QStringLiteral("Allow Ledger of Ada?"));

        m_house->request().resources = QStringList{QStringLiteral("https://api.example/a")};
        arrive();
        QVERIFY(m_browser->location.contains("code=abc"));
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
    void theWayToAnotherPortTakesTheCookiesBack_data()
    {
        QTest::addColumn<QByteArray>("site");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("yes") << QByteArray("http://localhost:7420") << QByteArray("allow") << true;
        QTest::newRow("no") << QByteArray("http://localhost:7420") << QByteArray("deny") << true;
        QTest::newRow("port 80") << QByteArray("http://localhost") << QByteArray("allow") << true;
        QTest::newRow("our own") << QByteArray("http://localhost:3000") << QByteArray("allow")
                                 << false;
        QTest::newRow("another host")
            << QByteArray("http://127.0.0.1:7420") << QByteArray("allow") << false;
    }
    void theWayToAnotherPortTakesTheCookiesBack()
    {
        QFETCH(const QByteArray, site);
        QFETCH(const QByteArray, answer);
        QFETCH(const bool, isTaken);
        m_browser->base = site;
        signIn();
        m_house->request();
        arrive();

        m_browser->submit({{"do", answer}});

        QVERIFY(m_browser->location.startsWith("http://localhost:3000/"));
        QCOMPARE(m_browser->cookies.isEmpty(), isTaken);
    }

    void signingOutTakesTheCookiesBackToo()
    {
        signIn();
        web::RequestParts parts;
        parts.base = m_browser->base;

        const auto response =
            QCoro::waitFor(m_house->door->signOut(web::Request(std::move(parts)),
                                                  QStringLiteral("http://127.0.0.1:3000/bye"),
                                                  QString()));

        QCOMPARE(response.header("Location"), "http://127.0.0.1:3000/bye");
        QCOMPARE(response.cookies().size(), 2);
        for (const web::Cookie &cookie : response.cookies())
            QCOMPARE(cookie.maxAge.count(), 0);
    }

    //! Whatever a page sends: only what the page may offer is remembered.
    void onlyWhatMayBeRememberedIs_data()
    {
        QTest::addColumn<QString>("who");
        for (const char *who : {"device", "our own", "anybody's", "self-registered"})
            QTest::newRow(who) << QString::fromLatin1(who);
    }
    void onlyWhatMayBeRememberedIs()
    {
        QFETCH(const QString, who);
        signIn();
        const auto make = [&]() -> Interaction & {
            auto &request = m_house->request();
            if (who == QLatin1String("device"))
                request.kind = Interaction::Kind::Device;
            request.isImpersonable = who == QLatin1String("anybody's");
            request.isSelfRegistered = who == QLatin1String("self-registered");
            if (who == QLatin1String("our own")) {
                request.isFirstParty = true;
                request.prompt = {QStringLiteral("consent")};
            }
            return request;
        };
        QVERIFY(!authority::mayRemember(make()));
        arrive();
        QCOMPARE(m_browser->html.contains(QStringLiteral("name=\"remember\"")), false);

        m_browser->submit({{"do", "allow"}, {"remember", "yes"}});

        QVERIFY(answer() && answer()->error.isEmpty());
        const auto kept =
            m_house->database->rows(QStringLiteral("SELECT COUNT(*) FROM authority_consents"));
        VERIFY_RESULT(kept);
        QCOMPARE(kept->first().first().toInt(), 0);
    }

    //! It may have been remembered when it was still another kind of client.
    void whatWasRememberedIsNoYesForASelfRegisteredOne()
    {
        signIn();
        m_house->request();
        arrive();
        m_browser->submit({{"do", "allow"}, {"remember", "yes"}});
        m_house->request().isSelfRegistered = true;

        arrive();

        QCOMPARE(m_browser->title(), QStringLiteral("Allow Ledger of Ada?"));
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

    //! Anybody can have a code that is right: a device of their own.
    void aRightDeviceCodeGivesNoGuessesBack()
    {
        m_house->request(QStringLiteral("d.1")).kind = Interaction::Kind::Device;
        m_house->interactions.deviceCodes.insert(QStringLiteral("WDJBMJHT"), QStringLiteral("d.1"));
        m_browser->go("/device");
        for (int i = 0; i < 4; ++i)
            QCOMPARE(m_browser->submit({{"user_code", "AAAA-AAAA"}}), 404);
        QCOMPARE(m_browser->submit({{"user_code", "WDJB-MJHT"}}), 303);
        m_browser->go("/device");

        QCOMPARE(m_browser->submit({{"user_code", "AAAA-AAAA"}}), 429);
    }

    void theFormTargetIsNoPlaceForDirectives_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("loopback") << QByteArray("http://127.0.0.1:3000") << true;
        QTest::newRow("ipv6") << QByteArray("http://[::1]:3000") << false; // browsers know none
        QTest::newRow("any of a scheme") << QByteArray("http:") << true;
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
