// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/consenthouse.h"

using namespace agent;
using namespace std::chrono_literals;
using base::ErrorCode;

//! Who is asked, who waits, and what ends the waiting.
class ConsentDeskTest : public QObject, private ConsentHouse
{
    Q_OBJECT

private Q_SLOTS:
    void init() { ConsentHouse::init(); }
    void cleanup() { ConsentHouse::cleanup(); }

    void whatIsDecidedWithoutAPerson_data()
    {
        QTest::addColumn<core::ConsentPolicy>("own");
        QTest::addColumn<QString>("general");
        QTest::addColumn<QStringList>("rules");
        QTest::addColumn<core::Wish>("wish");
        QTest::addColumn<QString>("result");
        QTest::addColumn<QString>("word");
        using Policy = core::ConsentPolicy;
        using core::Wish;
        const QString git = s("allow /usr/bin/git github/*");
        const auto row = [](const char *name,
                            Policy own,
                            const char *general,
                            const QStringList &rules,
                            Wish wish,
                            const char *result,
                            const char *word) {
            QTest::newRow(name) << own << s(general) << rules << wish << s(result) << s(word);
        };
        row("asks", Policy::Default, "ask", {}, Wish::Use, "waiting", "");
        row("account allows", Policy::Allow, "ask", {}, Wish::Use, "allowed", "policy");
        row("to use, not to change", Policy::Allow, "ask", {}, Wish::Change, "waiting", "");
        row("nor to remove", Policy::Allow, "deny", {}, Wish::Remove, "denied", "policy");
        row("account denies", Policy::Deny, "allow", {git}, Wish::Use, "denied", "policy");
        row("account asks", Policy::Ask, "allow", {}, Wish::Use, "waiting", "");
        row("general allow", Policy::Default, "allow", {}, Wish::Remove, "allowed", "policy");
        row("general deny", Policy::Default, "deny", {}, Wish::Use, "denied", "policy");
        row("rule", Policy::Default, "deny", {git}, Wish::Use, "allowed", "rule");
        row("rule is for use", Policy::Default, "ask", {git}, Wish::Change, "waiting", "");
        row("account's allow before a rule",
            Policy::Allow,
            "ask",
            {s("deny /usr/bin/git */*")},
            Wish::Use,
            "allowed",
            "policy");
        row("deny before allow",
            Policy::Default,
            "allow",
            QStringList{git, s("deny * github/work")},
            Wish::Use,
            "denied",
            "rule");
        row("a mistake has no effect",
            Policy::Default,
            "ask",
            {s("allow git github/*")},
            Wish::Use,
            "waiting",
            "");
    }
    void whatIsDecidedWithoutAPerson()
    {
        QFETCH(const core::ConsentPolicy, own);
        QFETCH(const QString, general);
        QFETCH(const QStringList, rules);
        QFETCH(const core::Wish, wish);
        QFETCH(const QString, result);
        QFETCH(const QString, word);
        policy(own);
        set(core::setting::consentPolicy, general);
        setRules(rules);
        const auto call = ask(program("/usr/bin/git"), "github/work", wish);
        if (result == s("waiting")) {
            WAIT_FOR_QUESTIONS(1);
            QVERIFY(!call->isOver());
            return;
        }
        QTRY_VERIFY(call->isOver());
        QCOMPARE(call->word(), result);
        QCOMPARE(last(),
                 (result == s("allowed") ? s("consent_given") : s("consent_refused")) + s(" git ")
                     + word + s("; /usr/bin/git; ") + core::nameOf(wish));
        QCOMPARE(m_house->audit.lines.last().traceId, s("trace"));
        QCOMPARE(m_programs.vouched, 0); // packages are not looked up for nothing
    }

    void aRuleWithAMistakeIsTold()
    {
        setRules({s("allow * a/b"), s("allow git github/*")});
        QCOMPARE(m_desk->warnings().size(), 1);
        QVERIFY(m_desk->warnings().first().contains(s("rule 2")));
        const auto all = m_desk->approvals();
        VERIFY_RESULT(all);
        QCOMPARE(all->size(), 1);
        QCOMPARE(all->first().source, s("config"));
        VERIFY_ERROR(m_desk->revoke(all->first().id, s("window")), ErrorCode::Unsupported);
        VERIFY_ERROR(m_desk->setEnd(all->first().id, {}, s("window")), ErrorCode::Unsupported);
    }

    void aQuestionSaysWhoAndWhat()
    {
        core::AuditEvent given;
        given.kind = core::AuditKind::TokenIssued;
        given.actor = s("git");
        given.account = AgentHouse::id("github/work");
        VERIFY_RESULT(m_house->audit.append(given));
        int announced = 0;
        const auto listening = m_desk->waitingChanged.subscribe([&announced] { ++announced; });

        const auto call = ask(program("/usr/bin/git"));

        WAIT_FOR_QUESTIONS(1);
        const core::ConsentQuestion question = m_desk->waiting().first();
        QCOMPARE(question.program->name, s("git"));
        QCOMPARE(question.program->backing, core::Backing::Package);
        QCOMPARE(question.account, AgentHouse::id("github/work"));
        QCOMPARE(question.askedAt, m_house->clock.now());
        QCOMPARE(question.until, m_house->clock.now().addSecs(60));
        QCOMPARE(question.callers, 1);
        QCOMPARE(question.allowedThisWeek, 1);
        QCOMPARE(question.why, QString());
        QVERIFY(!question.isDoubtful);
        QVERIFY(announced > 0);
        answer(true);
        WAIT_FOR_CALL(call, "allowed");
        QCOMPARE(last(), s("consent_given git once; /usr/bin/git; use; by window"));
        QVERIFY(m_desk->waiting().isEmpty());
    }

    void onceIsForWhoWaited()
    {
        QList<std::shared_ptr<ConsentCall>> calls;
        for (int i = 0; i < 5; ++i)
            calls += ask(program("/usr/bin/git"));
        QTRY_COMPARE(m_desk->waiting().value(0).callers, 5);
        QCOMPARE(m_desk->waiting().size(), 1);
        answer(true);
        for (const auto &call : calls) {
            WAIT_FOR_CALL(call, "allowed");
        }
        QCOMPARE(m_house->audit.lines.size(), 1);
        const auto later = ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        QVERIFY(!later->isOver());
    }

    void tenProgramsMakeOneList()
    {
        QList<std::shared_ptr<ConsentCall>> calls;
        for (int i = 0; i < 10; ++i) {
            calls += ask(program(qPrintable(s("/usr/bin/p%1").arg(i))));
            WAIT_FOR_QUESTIONS(i + 1);
            m_house->clock.advance(1s);
        }
        QCOMPARE(m_desk->waiting().first().program->name, s("p0"));
        QCOMPARE(m_desk->waiting().last().program->name, s("p9"));
        core::ConsentAnswer yes;
        yes.allow = true;
        VERIFY_RESULT(m_desk->answer(m_desk->waiting().at(3).id, yes, s("cli")));
        WAIT_FOR_CALL(calls.at(3), "allowed");
        QCOMPARE(m_desk->waiting().size(), 9);
        QVERIFY(!calls.at(2)->isOver());
    }

    void anotherWishAccountOrFileIsAnotherQuestion()
    {
        ask(program("/usr/bin/git"));
        ask(program("/usr/bin/git"), "github/home");
        ask(program("/usr/bin/git"), "github/work", core::Wish::Remove);
        ask(program("/usr/bin/git", "22"));
        WAIT_FOR_QUESTIONS(4);
    }

    void silenceDenies()
    {
        const auto first = ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        m_house->clock.advance(30s);
        const auto second = ask(program("/usr/bin/git"));
        QTRY_COMPARE(m_desk->waiting().value(0).callers, 2);
        m_house->clock.advance(29s);
        QTest::qWait(0);
        QVERIFY(!first->isOver());
        m_house->clock.advance(1s);
        WAIT_FOR_CALL(first, "timed_out");
        WAIT_FOR_CALL(second, "timed_out");
        QCOMPARE(last(), s("consent_refused git silence; /usr/bin/git; use"));
        // Nobody said no: it may ask again.
        ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
    }

    void whoGoesAwayTakesTheQuestionAlong()
    {
        const auto one = ask(program("/usr/bin/git"));
        const auto two = ask(program("/usr/bin/git"));
        QTRY_COMPARE(m_desk->waiting().value(0).callers, 2);
        one->stop.request_stop();
        WAIT_FOR_CALL(one, "cancelled");
        QCOMPARE(m_desk->waiting().first().callers, 1);
        const QString id = m_desk->waiting().first().id;
        two->stop.request_stop();
        WAIT_FOR_CALL(two, "cancelled");
        QVERIFY(m_desk->waiting().isEmpty());
        VERIFY_ERROR(m_desk->answer(id, {true, core::ConsentSpan::Once, 8h}, s("window")),
                     ErrorCode::NotFound);
        const auto three = ask(program("/usr/bin/git"));
        three->stop.request_stop(); // before the question is even there
        WAIT_FOR_CALL(three, "cancelled");
        QVERIFY(m_desk->waiting().isEmpty());
        QVERIFY(m_house->audit.lines.isEmpty());
    }

    void lockedSparesTheQuestion()
    {
        m_house->lock.now = core::LockService::State::Locked;
        const auto call = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(call, "locked");
        m_house->lock.now = core::LockService::State::Unlocked;
        const auto waiting = ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        m_house->lock.now = core::LockService::State::Locked;
        m_house->lock.changed.announce(core::LockService::State::Locked);
        WAIT_FOR_CALL(waiting, "locked");
        QVERIFY(m_desk->waiting().isEmpty());
    }

    void whilePausedNobodyIsAsked()
    {
        ask(program("/usr/bin/aws"));
        answer(true, core::ConsentSpan::Session);
        const auto waiting = ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        int announced = 0;
        const auto listening = m_desk->waitingChanged.subscribe([&announced] { ++announced; });

        m_desk->pause(m_house->clock.now().addSecs(3600), s("tray"));

        QVERIFY(announced > 0);
        QCOMPARE(m_desk->pausedUntil(), m_house->clock.now().addSecs(3600));
        WAIT_FOR_CALL(waiting, "denied");
        QVERIFY(last().contains(s("paused")));
        const auto known = ask(program("/usr/bin/aws"));
        WAIT_FOR_CALL(known, "allowed");
        announced = 0;
        m_house->clock.advance(1h);
        QTRY_COMPARE(announced, 1);
        QVERIFY(!m_desk->pausedUntil().isValid());
        ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        m_desk->pause(m_house->clock.now().addSecs(3600), s("tray"));
        m_desk->pause({}, s("tray"));
        QVERIFY(!m_desk->pausedUntil().isValid());
    }

    void aFloodIsDeniedAndRecorded()
    {
        // One interpreter with ever new scripts…
        QList<std::shared_ptr<ConsentCall>> calls;
        for (int i = 0; i < 20; ++i) {
            const auto who = program("/usr/bin/python3");
            who->script = s("/tmp/%1.py").arg(i);
            who->scriptHash = "aa";
            calls += ask(who);
        }
        QTRY_VERIFY(std::count_if(calls.cbegin(),
                                  calls.cend(),
                                  [](const auto &call) { return call->isOver(); })
                    == 10);
        QCOMPARE(m_desk->waiting().size(), 10);
        QVERIFY(last().contains(s("flood")));
        // …and ever new programs.
        for (int i = 0; i < 60; ++i)
            calls += ask(program(qPrintable(s("/tmp/p%1").arg(i))));
        QTRY_COMPARE(std::count_if(calls.cbegin(),
                                   calls.cend(),
                                   [](const auto &call) { return call->isOver(); }),
                     30);
        QCOMPARE(m_desk->waiting().size(), 50);
        QCOMPARE(calls.last()->word(), s("denied"));
    }

    void copiesOfAnUnknownProgramLeaveRoomForTheOthers()
    {
        m_programs.backing = core::Backing::Nobody;
        QList<std::shared_ptr<ConsentCall>> calls;
        for (int i = 0; i < 60; ++i)
            calls += ask(program(qPrintable(s("/tmp/p%1").arg(i))));
        QTRY_COMPARE(std::count_if(calls.cbegin(),
                                   calls.cend(),
                                   [](const auto &call) { return call->isOver(); }),
                     40);
        QCOMPARE(m_desk->waiting().size(), 20);
        QVERIFY(last().contains(s("flood")));
        m_programs.backing = core::Backing::Package;
        const auto git = ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(21);
        QVERIFY(!git->isOver());
    }

    void aRetryLoopDoesNotFillTheRecord()
    {
        policy(core::ConsentPolicy::Deny);
        for (int i = 0; i < 1000; ++i)
            ask(program("/usr/bin/git"));
        QCOMPARE(m_house->audit.lines.size(), 1);
        m_house->clock.advance(61s);
        ask(program("/usr/bin/git"));
        QCOMPARE(m_house->audit.lines.size(), 2);
        QVERIFY(last().endsWith(s("999 more before")));
    }

    void aNewRuleAnswersWhatWaits()
    {
        const auto git = ask(program("/usr/bin/git"));
        const auto aws = ask(program("/usr/bin/aws"));
        WAIT_FOR_QUESTIONS(2);
        setRules({s("allow /usr/bin/git github/*")});
        WAIT_FOR_CALL(git, "allowed");
        policy(core::ConsentPolicy::Deny);
        WAIT_FOR_CALL(aws, "denied");
    }

    void whatIsNoAccountOfTheListIsAskedAbout()
    {
        const auto call = ask(program("/usr/bin/sops"), "sops/default");
        WAIT_FOR_QUESTIONS(1);
        answer(true, core::ConsentSpan::Session);
        WAIT_FOR_CALL(call, "allowed");
    }

    void withNobodyThereNobodyIsAsked()
    {
        open(ConsentDesk::Asking::Nobody);
        auto call = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(call, "denied");
        QVERIFY(last().contains(s("nobody")));
        // No screen, but a command line: that is somebody.
        open(ConsentDesk::Asking::Person, false);
        call = ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        set(core::setting::consentAnswerByCli, s("never"));
        open(ConsentDesk::Asking::Person, false);
        call = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(call, "denied");
    }

    void whoStartedTheAgentForItselfIsNotAsked()
    {
        open(ConsentDesk::Asking::Allow);
        auto call = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(call, "allowed");
        QVERIFY(last().contains(s("direct")));
        set(core::setting::consentAnswerByCli, s("never"));
        call = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(call, "denied");
        QVERIFY(last().contains(s("nobody")));
        set(core::setting::consentAnswerByCli, s("auto"));
        policy(core::ConsentPolicy::Deny);
        call = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(call, "denied");
    }

    void theEndOfTheDeskEndsTheWaiting()
    {
        const auto call = ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        VERIFY_RESULT(QCoro::waitFor(m_desk->stop()));
        WAIT_FOR_CALL(call, "cancelled");
        const auto late = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(late, "cancelled");
    }
};

QTEST_GUILESS_MAIN(ConsentDeskTest)
#include "tst_consentdesk.moc"
