// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/authoritysamples.h"
#include "support/fakedesk.h"

#include <QSignalSpy>
#include <QTest>

using namespace desktop;

//! The question in front, in words; silence denies.
class ApprovalViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhoAsksAndWhatItLearns()
    {
        FakeDesk desk;
        ApprovalView *view = desk.app->approval();
        QSignalSpy asked(view, &ApprovalView::asked);
        QVERIFY(view->questionId().isEmpty());
        desk.authority.ask(sampleQuestion(desk.clock.now()));

        QCOMPARE(asked.size(), 1);
        QCOMPARE(view->clientName(), QStringLiteral("Notes for teams"));
        QCOMPARE(view->letters(), QStringLiteral("No"));
        QCOMPARE(view->doubt(), ApprovalView::Doubt::New);
        QStringList grants;
        for (const QVariant &grant : view->grants())
            grants << grant.toMap().value(QStringLiteral("text")).toString();
        QCOMPARE(grants,
                 (QStringList{QStringLiteral("that it is you"),
                              QStringLiteral("your name and picture"),
                              QStringLiteral("your e-mail address"),
                              QStringLiteral("and it stays signed in until you end it"),
                              QStringLiteral("what it calls ‘notes.write’")}));
        QCOMPARE(view->timeLeft(), QStringLiteral("Denied in 2 min"));
        QCOMPARE(view->fractionLeft(), 1.0);
    }

    void whoVouchesDecidesTheDoubt_data()
    {
        QTest::addColumn<bool>("own");
        QTest::addColumn<bool>("known");
        QTest::addColumn<bool>("selfRegistered");
        QTest::addColumn<ApprovalView::Doubt>("doubt");
        QTest::newRow("Latchkey") << true << false << false << ApprovalView::Doubt::None;
        QTest::newRow("known") << false << true << false << ApprovalView::Doubt::None;
        QTest::newRow("new") << false << false << false << ApprovalView::Doubt::New;
        QTest::newRow("stranger") << false << true << true << ApprovalView::Doubt::Stranger;
    }
    void whoVouchesDecidesTheDoubt()
    {
        QFETCH(bool, own);
        QFETCH(bool, known);
        QFETCH(bool, selfRegistered);
        QFETCH(ApprovalView::Doubt, doubt);
        FakeDesk desk;
        core::ApprovalQuestion question = sampleQuestion(desk.clock.now());
        question.isFirstParty = own;
        question.isKnown = known;
        question.isSelfRegistered = selfRegistered;
        desk.authority.ask(question);
        QCOMPARE(desk.app->approval()->doubt(), doubt);
    }

    void answersOneAfterAnother()
    {
        FakeDesk desk;
        ApprovalView *view = desk.app->approval();
        QSignalSpy settled(view, &ApprovalView::settled);
        core::ApprovalQuestion question = sampleQuestion(desk.clock.now());
        desk.authority.ask(question);
        question.id = QStringLiteral("q-2");
        desk.authority.ask(question);
        QCOMPARE(view->count(), 2);

        view->allow();
        QCOMPARE(view->questionId(), QStringLiteral("q-2"));
        QCOMPARE(settled.size(), 0);
        view->deny();
        QCOMPARE(settled.size(), 1);
        QCOMPARE(desk.authority.answers.size(), 2);
        QVERIFY(desk.authority.answers.at(0).allow);
        QVERIFY(!desk.authority.answers.at(1).allow);
        view->deny();
        QCOMPARE(desk.authority.answers.size(), 2);
    }

    void silenceTakesTheQuestionAway()
    {
        FakeDesk desk;
        ApprovalView *view = desk.app->approval();
        view->setActive(true);
        QSignalSpy settled(view, &ApprovalView::settled);
        desk.authority.ask(sampleQuestion(desk.clock.now()));
        desk.clock.advance(std::chrono::seconds(90));
        QTRY_COMPARE_WITH_TIMEOUT(view->secondsLeft(), 30, 3000);
        QCOMPARE(view->fractionLeft(), 0.25);
        desk.clock.advance(std::chrono::seconds(31));
        QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, 3000);
        QVERIFY(view->questionId().isEmpty());
        QVERIFY(desk.authority.answers.isEmpty());
    }

    void aClosedWindowDeniesAll()
    {
        FakeDesk desk;
        core::ApprovalQuestion question = sampleQuestion(desk.clock.now());
        desk.authority.ask(question);
        question.id = QStringLiteral("q-2");
        desk.authority.ask(question);
        desk.app->approval()->denyAll();
        QCOMPARE(desk.authority.answers.size(), 2);
        QVERIFY(desk.authority.waiting.isEmpty());
    }
};

QTEST_MAIN(ApprovalViewTest)

#include "tst_approvalview.moc"
