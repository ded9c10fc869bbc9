// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagevisit.h"
#include "support/settle.h"

using authority::Interaction;
using namespace std::chrono_literals;

//! The question at the desktop: asked, answered, or not.
class DeskPagesTest : public QObject, protected PageVisit
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void cleanupTestCase() { settleEverything(); }

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

        // What tells the person whose browser it is that asks.
        QCOMPARE(asked.first().number.size(), 2);
        QVERIFY(m_browser->html.contains(
            QStringLiteral("<p class=\"number\">%1</p>").arg(asked.first().number)));
        QCOMPARE(m_house->door->approvals().waiting()->first().number, asked.first().number);

        VERIFY_RESULT(m_house->door->answerApproval(asked.first().id, true, false));
        m_browser->get("/auth/desk?to=r1");

        QVERIFY(m_browser->location.contains("code=abc"));
        QCOMPARE(answer()->subject.amr, QStringList{QStringLiteral("user")});
        QCOMPARE(m_house->door->users().owner()->signedInAt, m_house->clock.now());
        QVERIFY(m_house->metrics.text().contains("latchkey_sign_ins_total 1"));
        // The yes was for the client: whoever's browser it was has no session by it.
        QVERIFY(!m_browser->hasSession());
        m_house->request();
        arrive();
        QVERIFY(!m_browser->location.contains("code=abc"));
    }

    //! Another user of this computer cannot make the question appear.
    void anotherUsersBrowserIsAskedForAPassword()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("owner"), {}));
        m_house->door->approvals().setApprover(true);
        m_house->owner = web::PeerOwner::AnotherUser;
        m_house->request();

        arrive();

        QCOMPARE(m_browser->title(), QStringLiteral("Sign in"));
        QVERIFY(!m_browser->html.contains(QStringLiteral("/auth/desk")));
        QCOMPARE(m_browser->get("/auth/desk?to=r1"), 303);
        QVERIFY(m_house->door->approvals().waiting()->isEmpty());
    }

    void whatIsRememberedIsNotAskedAgain_data()
    {
        QTest::addColumn<int>("owner");
        QTest::addColumn<QStringList>("prompt");
        QTest::addColumn<bool>("isAsked");
        const int ours = int(web::PeerOwner::Ourselves);
        QTest::newRow("the owner's browser") << ours << QStringList() << false;
        QTest::newRow("a browser of nobody knows whom")
            << int(web::PeerOwner::Unknown) << QStringList() << true;
        QTest::newRow("prompt=consent") << ours << QStringList{QStringLiteral("consent")} << true;
        QTest::newRow("prompt=login") << ours << QStringList{QStringLiteral("login")} << true;
    }
    void whatIsRememberedIsNotAskedAgain()
    {
        QFETCH(const int, owner);
        QFETCH(const QStringList, prompt);
        QFETCH(const bool, isAsked);
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("owner"), {}));
        m_house->door->approvals().setApprover(true);
        m_house->owner = web::PeerOwner::Ourselves;
        m_house->request();
        arrive();
        const auto waiting = m_house->door->approvals().waiting();
        QVERIFY(waiting->first().isRememberable);
        VERIFY_RESULT(m_house->door->answerApproval(waiting->first().id, true, true));
        m_browser->get("/auth/desk?to=r1");
        QVERIFY(m_browser->location.contains("code=abc"));

        m_house->owner = web::PeerOwner(owner);
        m_house->request(QStringLiteral("r2")).prompt = prompt;
        arrive(QStringLiteral("r2"));

        QCOMPARE(m_browser->location.contains("code=abc"), !isAsked);
        QCOMPARE(m_house->door->approvals().waiting()->size(), isAsked ? 1 : 0);
        QVERIFY(!m_browser->hasSession());
    }

    //! More than was allowed is asked about.
    void aRememberedYesIsForItsScopesOnly()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("owner"), {}));
        m_house->door->approvals().setApprover(true);
        m_house->owner = web::PeerOwner::Ourselves;
        m_house->request();
        arrive();
        const auto waiting = m_house->door->approvals().waiting();
        VERIFY_RESULT(m_house->door->answerApproval(waiting->first().id, true, true));
        m_browser->get("/auth/desk?to=r1");

        m_house->request(QStringLiteral("r2")).scopes.append(QStringLiteral("email"));
        arrive(QStringLiteral("r2"));

        QCOMPARE(m_house->door->approvals().waiting()->size(), 1);
    }

    //! Nobody vouches for these, so a yes is for once.
    void whoCouldBeAnybodyIsNotRemembered()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("owner"), {}));
        m_house->door->approvals().setApprover(true);
        m_house->owner = web::PeerOwner::Ourselves;
        m_house->request().isImpersonable = true;
        arrive();
        const auto waiting = m_house->door->approvals().waiting();
        QVERIFY(!waiting->first().isRememberable);
        VERIFY_RESULT(m_house->door->answerApproval(waiting->first().id, true, true));
        m_browser->get("/auth/desk?to=r1");

        m_house->request(QStringLiteral("r2"));
        arrive(QStringLiteral("r2"));

        QCOMPARE(m_house->door->approvals().waiting()->size(), 1);
    }

    void eachBrowserHasItsOwnNumber()
    {
        QSet<QString> numbers;
        for (int i = 0; i < 200; ++i)
            numbers.insert(
                authority::Approvals::numberOf(QStringLiteral("r1"), QString::number(i)));

        QVERIFY(numbers.size() > 60);
        for (const QString &number : std::as_const(numbers))
            QVERIFY(number.toInt() >= 10 && number.toInt() <= 99);
    }

    void aNoAtTheDesktopIsANo()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("owner"), {}));
        m_house->door->approvals().setApprover(true);
        m_house->request();
        arrive();
        const auto waiting = m_house->door->approvals().waiting();
        VERIFY_RESULT(m_house->door->answerApproval(waiting->first().id, false, false));
        VERIFY_ERROR(m_house->door->answerApproval(waiting->first().id, true, false),
                     base::ErrorCode::NotFound);

        m_browser->get("/auth/desk?to=r1");

        QCOMPARE(answer()->error, QStringLiteral("access_denied"));
        QVERIFY(!m_browser->hasSession());
        const auto noted = m_house->database->rows(
            QStringLiteral("SELECT user_id FROM authority_events WHERE kind = 'denied'"));
        VERIFY_RESULT(noted);
        QCOMPARE(noted->size(), 1);
        QCOMPARE(noted->first().first().toString(), m_house->door->users().owner()->id);
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
};

QTEST_GUILESS_MAIN(DeskPagesTest)
#include "tst_deskpages.moc"
