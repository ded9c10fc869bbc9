// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/consenthouse.h"

using namespace agent;
using namespace std::chrono_literals;
using base::ErrorCode;

//! What is remembered of an answer, and for how long.
class ApprovalsTest : public QObject, private ConsentHouse
{
    Q_OBJECT

private Q_SLOTS:
    void init() { ConsentHouse::init(); }
    void cleanup() { ConsentHouse::cleanup(); }

    void aSessionHoursAndAlwaysHoldAsLongAsTheySay_data()
    {
        QTest::addColumn<core::ConsentSpan>("span");
        QTest::addColumn<bool>("holdsForNineHours");
        QTest::addColumn<bool>("holdsForANewAgent");
        QTest::newRow("session") << core::ConsentSpan::Session << true << false;
        QTest::newRow("hours") << core::ConsentSpan::Hours << false << true;
        QTest::newRow("always") << core::ConsentSpan::Always << true << true;
    }
    void aSessionHoursAndAlwaysHoldAsLongAsTheySay()
    {
        QFETCH(const core::ConsentSpan, span);
        QFETCH(const bool, holdsForNineHours);
        QFETCH(const bool, holdsForANewAgent);
        const auto first = ask(program("/usr/bin/git"));
        answer(true, span);
        WAIT_FOR_CALL(first, "allowed");
        const auto second = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(second, "allowed");
        QCOMPARE(m_desk->approvals()->first().uses, 2);
        QCOMPARE(m_house->audit.lines.size(), 1); // each token has its own line anyway
        const int asked = m_programs.vouched;
        m_house->clock.advance(7h);
        const auto later = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(later, "allowed");
        QCOMPARE(m_programs.vouched, asked);

        open();
        const auto anew = ask(program("/usr/bin/git"));
        if (holdsForANewAgent) {
            WAIT_FOR_CALL(anew, "allowed");
            QCOMPARE(m_desk->approvals()->first().uses, 4);
        } else {
            WAIT_FOR_QUESTIONS(1);
            answer(true, span);
        }
        m_house->clock.advance(2h);
        const auto last = ask(program("/usr/bin/git"));
        if (holdsForNineHours) {
            WAIT_FOR_CALL(last, "allowed");
        } else {
            WAIT_FOR_QUESTIONS(1);
            QVERIFY(m_desk->approvals()->isEmpty());
        }
    }

    void theEndOfTheSessionEndsWhatWasForIt()
    {
        ask(program("/usr/bin/git"));
        answer(true, core::ConsentSpan::Session);
        ask(program("/usr/bin/aws"));
        answer(true, core::ConsentSpan::Always);
        QCOMPARE(m_desk->approvals()->size(), 2);
        m_desk->endSession();
        QCOMPARE(m_desk->approvals()->size(), 1);
        ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
    }

    void anApprovalIsForOneWishAndOneAccount()
    {
        ask(program("/usr/bin/git"));
        answer(true, core::ConsentSpan::Always);
        ask(program("/usr/bin/git"), "github/home");
        ask(program("/usr/bin/git"), "github/work", core::Wish::Remove);
        ask(program("/usr/local/bin/git"));
        WAIT_FOR_QUESTIONS(3);
    }

    void aChangedProgramAsksAgainAndSaysWhy_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<bool>("isVouchedFor");
        QTest::addColumn<QString>("says");
        QTest::newRow("upgraded by a package") << s("program") << true << s("program has changed");
        QTest::newRow("changed by anybody") << s("program") << false << s("program has changed");
        QTest::newRow("script") << s("script") << false << s("script has changed");
        QTest::newRow("interpreter") << s("interpreter") << true << s("interpreter");
    }
    void aChangedProgramAsksAgainAndSaysWhy()
    {
        QFETCH(const QString, change);
        QFETCH(const bool, isVouchedFor);
        QFETCH(const QString, says);
        const auto before = program("/usr/bin/tool");
        const auto after = program("/usr/bin/tool", change == s("script") ? "11" : "22");
        if (change != s("program")) {
            before->script = after->script = s("/home/maria/up.sh");
            before->scriptHash = "aa";
            after->scriptHash = change == s("script") ? "bb" : "aa";
        }
        ask(before);
        answer(true, core::ConsentSpan::Always);
        m_programs.backing = isVouchedFor ? core::Backing::Package : core::Backing::Nobody;

        const auto call = ask(after);

        WAIT_FOR_QUESTIONS(1);
        const core::ConsentQuestion question = m_desk->waiting().first();
        QVERIFY2(question.why.contains(says), qPrintable(question.why));
        QCOMPARE(question.isDoubtful, !isVouchedFor);
        // The new one takes the place of the old one.
        answer(true, isVouchedFor ? core::ConsentSpan::Always : core::ConsentSpan::Session);
        WAIT_FOR_CALL(call, "allowed");
        QCOMPARE(m_desk->approvals()->size(), 1);
        const auto again = ask(after);
        WAIT_FOR_CALL(again, "allowed");
        ask(before);
        WAIT_FOR_QUESTIONS(1);
    }

    void doubtfulProgramsGetNothingForLong_data()
    {
        QTest::addColumn<QString>("doubt");
        QTest::addColumn<bool>("evenForTheSession");
        QTest::newRow("nobody vouches") << s("nobody") << true;
        QTest::newRow("changed package") << s("changed") << true;
        QTest::newRow("opaque") << s("opaque") << true;
        QTest::newRow("replaced") << s("replaced") << true;
        QTest::newRow("unreadable") << s("unreadable") << false;
    }
    void doubtfulProgramsGetNothingForLong()
    {
        QFETCH(const QString, doubt);
        QFETCH(const bool, evenForTheSession);
        const auto who = program("/tmp/tool");
        who->fileChanged = m_house->clock.now().addSecs(-60);
        who->isOpaque = doubt == s("opaque");
        who->isAtPath = doubt != s("replaced");
        if (doubt == s("unreadable"))
            who->hash.clear();
        m_programs.backing = doubt == s("changed") ? core::Backing::ChangedPackage
                             : doubt == s("opaque") || doubt == s("replaced")
                                 ? core::Backing::Package
                                 : core::Backing::Nobody;
        const auto call = ask(who);
        WAIT_FOR_QUESTIONS(1);
        const core::ConsentQuestion question = m_desk->waiting().first();
        QVERIFY(question.isDoubtful);
        QVERIFY(!question.why.isEmpty());
        for (const auto span : {core::ConsentSpan::Hours, core::ConsentSpan::Always}) {
            VERIFY_ERROR(m_desk->answer(question.id, {true, span, 8h}, s("window")),
                         ErrorCode::InvalidInput);
            QVERIFY(!call->isOver());
        }
        const auto session =
            m_desk->answer(question.id, {true, core::ConsentSpan::Session, 8h}, s("window"));
        QCOMPARE(session.has_value(), evenForTheSession);
        if (!evenForTheSession) {
            answer(true);
        }
        WAIT_FOR_CALL(call, "allowed");
    }

    void hoursHaveBounds()
    {
        ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        const QString id = m_desk->waiting().first().id;
        for (const auto hours : {0h, -1h, std::chrono::hours(24 * 30 + 1)}) {
            VERIFY_ERROR(m_desk->answer(id, {true, core::ConsentSpan::Hours, hours}, s("window")),
                         ErrorCode::InvalidInput);
        }
        VERIFY_RESULT(m_desk->answer(id, {true, core::ConsentSpan::Hours, 720h}, s("window")));
        QCOMPARE(m_desk->approvals()->first().until, m_house->clock.now().addDays(30));
    }

    void aNoIsNoDoorbell()
    {
        const auto first = ask(program("/usr/bin/git"));
        answer(false, core::ConsentSpan::Always);
        WAIT_FOR_CALL(first, "denied");
        QCOMPARE(last(), s("consent_refused git person; /usr/bin/git; use; by window"));
        // Also with another file.
        for (const char *hash : {"11", "22"}) {
            const auto again = ask(program("/usr/bin/git", hash));
            WAIT_FOR_CALL(again, "denied");
        }
        QVERIFY(last().contains(s("refused_before")));
        const core::Approval no = m_desk->approvals()->first();
        QVERIFY(!no.allowed);
        QCOMPARE(no.until, m_house->clock.now().addSecs(300));
        QVERIFY(m_approvals.rows.isEmpty());

        m_house->clock.advance(5min);
        ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        answer(false);
        VERIFY_RESULT(m_desk->revoke(m_desk->approvals()->first().id, s("window")));
        QCOMPARE(last(), s("consent_revoked git revoked; /usr/bin/git; use; by window"));
        ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
    }

    void aNoThatIsProlongedIsKept()
    {
        ask(program("/usr/bin/git"));
        answer(false);
        VERIFY_RESULT(m_desk->setEnd(m_desk->approvals()->first().id, {}, s("window")));
        open();
        m_house->clock.advance(std::chrono::hours(24 * 400));
        const auto call = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(call, "denied");
    }

    void approvalsAreRevokedAndGivenAnEnd()
    {
        ask(program("/usr/bin/git"));
        answer(true, core::ConsentSpan::Always);
        const QString id = m_desk->approvals()->first().id;
        int announced = 0;
        const auto listening = m_desk->approvalsChanged.subscribe([&announced] { ++announced; });
        VERIFY_ERROR(m_desk->setEnd(id, m_house->clock.now(), s("window")),
                     ErrorCode::InvalidInput);
        VERIFY_RESULT(m_desk->setEnd(id, m_house->clock.now().addDays(1), s("window")));
        QCOMPARE(announced, 1);
        open();
        m_house->clock.advance(23h);
        const auto in = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(in, "allowed");
        VERIFY_RESULT(m_desk->revoke(id, s("cli")));
        VERIFY_ERROR(m_desk->revoke(id, s("cli")), ErrorCode::NotFound);
        QVERIFY(m_approvals.rows.isEmpty());
        ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
    }

    void aRevocationHoldsWhileOthersWait()
    {
        ask(program("/usr/bin/git"));
        answer(true, core::ConsentSpan::Always);
        const auto other = ask(program("/usr/bin/git"), "github/home");
        WAIT_FOR_QUESTIONS(1);
        VERIFY_RESULT(m_desk->revoke(m_desk->approvals()->first().id, s("window")));
        const auto again = ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(2);
        QVERIFY(!other->isOver() && !again->isOver());
    }

    void whatCannotBeKeptIsSaidAndHoldsForNow()
    {
        const auto call = ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        m_approvals.failure = base::Error{ErrorCode::Internal, s("disk full"), {}, {}};
        VERIFY_ERROR(m_desk->answer(m_desk->waiting().first().id,
                                    {true, core::ConsentSpan::Always, 8h},
                                    s("window")),
                     ErrorCode::Internal);
        WAIT_FOR_CALL(call, "allowed");
        const auto again = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(again, "allowed");
        m_approvals.failure.reset();
    }

    void whatIsRememberedIsQuick()
    {
        ask(program("/usr/bin/git"));
        answer(true, core::ConsentSpan::Always);
        core::ConsentRequest request;
        request.program = program("/usr/bin/git");
        request.account = AgentHouse::id("github/work");
        QBENCHMARK
        {
            const auto task = m_desk->permit(request, {});
            QVERIFY(task.isReady()); // without a turn of the event loop
        }
    }

    void aRemovedAccountTakesItsApprovalsAlong()
    {
        ask(program("/usr/bin/git"));
        answer(true, core::ConsentSpan::Always);
        const auto waiting = ask(program("/usr/bin/aws"));
        WAIT_FOR_QUESTIONS(1);
        VERIFY_RESULT(QCoro::waitFor(m_house->book.remove(AgentHouse::id("github/work"), s("t"))));
        WAIT_FOR_CALL(waiting, "not_found");
        QVERIFY(m_desk->approvals()->isEmpty());
        QVERIFY(m_approvals.rows.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ApprovalsTest)
#include "tst_approvals.moc"
