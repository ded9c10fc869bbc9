// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/consentsamples.h"
#include "support/fakedesk.h"

#include <QSignalSpy>
#include <QTest>

using namespace desktop;

namespace {

QStringList valuesOf(const ConsentView &view)
{
    QStringList values;
    const auto proof = view.proof();
    for (const QVariant &fact : proof) {
        const QVariantMap map = fact.toMap();
        values << map.value(QStringLiteral("label")).toString() + u'='
                      + map.value(QStringLiteral("value")).toString();
    }
    return values;
}

QString markOf(const ConsentView &view, const QString &label)
{
    const auto proof = view.proof();
    for (const QVariant &fact : proof) {
        if (fact.toMap().value(QStringLiteral("label")) == label)
            return fact.toMap().value(QStringLiteral("mark")).toString();
    }
    return QStringLiteral("no such fact");
}

} // namespace

//! The question of a program, in words; silence denies.
class ConsentViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhoWantsWhat()
    {
        FakeDesk desk;
        const ConsentView *view = desk.app->consent();
        QSignalSpy asked(view, &ConsentView::asked);
        desk.consent.ask(sampleConsent(desk.clock.now()));

        QCOMPARE(asked.size(), 1);
        QCOMPARE(view->title(), QStringLiteral("git wants the token of github/work"));
        QCOMPARE(view->consequence(),
                 QStringLiteral("It can then act as maria@acme.dev on GitHub."));
        QCOMPARE(view->letters(), QStringLiteral("Gh"));
        QCOMPARE(view->icon(), QStringLiteral("git-branch"));
        QCOMPARE(valuesOf(*view),
                 (QStringList{QStringLiteral("Program=/usr/bin/git"),
                              QStringLiteral("Package=git 2.39.5, unchanged"),
                              QStringLiteral("Started by=VS Code › bash › git, process 4821"),
                              QStringLiteral("Works in=/home/maria/src/latchkey"),
                              QStringLiteral("Before=allowed 12 times this week")}));
        QCOMPARE(markOf(*view, QStringLiteral("Package")), QStringLiteral("good"));
        QCOMPARE(view->longest(), ConsentView::Span::Always);
        QCOMPARE(view->timeLeft(), QStringLiteral("Denied in 60 s"));
        QCOMPARE(view->fractionLeft(), 1.0);
    }

    void whatNobodyVouchesForCannotBeRememberedForLong()
    {
        FakeDesk desk;
        const ConsentView *view = desk.app->consent();
        desk.consent.ask(doubtfulConsent(desk.clock.now()));

        QVERIFY(view->isDoubtful());
        QCOMPARE(view->longest(), ConsentView::Span::Session);
        QCOMPARE(view->icon(), QStringLiteral("terminal"));
        QVERIFY(view->warning().startsWith(QStringLiteral("Nobody vouches for this program.")));
        QCOMPARE(markOf(*view, QStringLiteral("Package")), QStringLiteral("doubt"));
        const QStringList values = valuesOf(*view);
        QVERIFY(values.contains(QStringLiteral("Program=/tmp/.cache/upload.sh")));
        QVERIFY(values.contains(QStringLiteral("Run by=/usr/bin/bash")));
        QVERIFY(values.contains(QStringLiteral("Package=none, the file was changed 4 min ago")));
    }

    void aProgramWithoutAHashIsAllowedOnceOnly()
    {
        FakeDesk desk;
        core::ConsentQuestion question = sampleConsent(desk.clock.now());
        core::Program program = *question.program;
        program.hash.clear();
        program.isOpaque = true;
        program.isAtPath = false;
        question.program = std::make_shared<core::Program>(program);
        desk.consent.ask(question);

        QCOMPARE(desk.app->consent()->longest(), ConsentView::Span::Once);
        // Its package vouches for the file, not for what the file runs.
        QVERIFY(desk.app->consent()->warning().isEmpty());
        desk.consent.questions.front().isDoubtful = true;
        desk.consent.waitingChanged.announce();
        QCOMPARE(desk.app->consent()->warning(),
                 QStringLiteral("Nobody can tell what it runs. If you did not start it, deny."));
        QCOMPARE(markOf(*desk.app->consent(), QStringLiteral("Package")), QStringLiteral("good"));
        QCOMPARE(markOf(*desk.app->consent(), QStringLiteral("Runs")), QStringLiteral("doubt"));
        QCOMPARE(markOf(*desk.app->consent(), QStringLiteral("File")), QStringLiteral("doubt"));
    }

    void changingAndRemovingHaveTheirOwnSentences_data()
    {
        QTest::addColumn<core::Wish>("wish");
        QTest::addColumn<QString>("title");
        QTest::addColumn<ConsentView::Span>("longest");
        QTest::addColumn<QString>("allow");
        QTest::newRow("change") << core::Wish::Change
                                << QStringLiteral("git wants to change github/work")
                                << ConsentView::Span::Always << QStringLiteral("Allow once");
        QTest::newRow("remove") << core::Wish::Remove
                                << QStringLiteral("git wants to remove github/work")
                                << ConsentView::Span::Once << QStringLiteral("Allow the removal");
    }
    void changingAndRemovingHaveTheirOwnSentences()
    {
        QFETCH(core::Wish, wish);
        QFETCH(QString, title);
        QFETCH(ConsentView::Span, longest);
        QFETCH(QString, allow);
        FakeDesk desk;
        core::ConsentQuestion question = sampleConsent(desk.clock.now());
        question.wish = wish;
        desk.consent.ask(question);

        QCOMPARE(desk.app->consent()->title(), title);
        QCOMPARE(desk.app->consent()->longest(), longest);
        QCOMPARE(desk.app->consent()->allowWords().constFirst(), allow);
    }

    void whatIsNoAccountSaysWhatItOpens_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("consequence");
        QTest::newRow("sops/default")
            << QStringLiteral("git wants to open a SOPS file")
            << QStringLiteral("It can then read what is encrypted for your age key.");
        QTest::newRow("references/vault")
            << QStringLiteral("git wants values from vault")
            << QStringLiteral("It can then read there what you can read.");
        QTest::newRow("references/env")
            << QStringLiteral("git wants a value of Latchkey’s environment")
            << QStringLiteral("It can then read the variables that Latchkey was started with.");
    }
    void whatIsNoAccountSaysWhatItOpens()
    {
        FakeDesk desk;
        core::ConsentQuestion question = sampleConsent(desk.clock.now());
        question.account = *core::AccountId::parse(QString::fromLatin1(QTest::currentDataTag()));
        desk.consent.ask(question);
        QTEST(desk.app->consent()->title(), "title");
        QTEST(desk.app->consent()->consequence(), "consequence");
    }

    void aNameCannotTurnHideOrBreakTheSentence()
    {
        FakeDesk desk;
        core::ConsentQuestion question = sampleConsent(desk.clock.now());
        core::Program program = *question.program;
        program.name = QStringLiteral("git\nwants\u202Enothing") + QString(400, u'x');
        program.executable = QStringLiteral("/tmp/a\u202Egit");
        question.program = std::make_shared<core::Program>(program);
        desk.consent.ask(question);

        const QString title = desk.app->consent()->title();
        QVERIFY(!title.contains(u'\n'));
        QVERIFY(!title.contains(QChar(0x202E)));
        QVERIFY(title.size() < 100);
        QVERIFY(title.endsWith(QStringLiteral("github/work")));
        QVERIFY(!valuesOf(*desk.app->consent()).join(u' ').contains(QChar(0x202E)));
    }

    void answersOneAfterAnother()
    {
        FakeDesk desk;
        ConsentView *view = desk.app->consent();
        QSignalSpy settled(view, &ConsentView::settled);
        QSignalSpy asked(view, &ConsentView::asked);
        desk.consent.ask(sampleConsent(desk.clock.now()));
        desk.consent.ask(doubtfulConsent(desk.clock.now()));
        QCOMPARE(view->count(), 2);
        QCOMPARE(asked.size(), 1);

        view->allow(ConsentView::Span::Hours);
        QCOMPARE(view->questionId(), QStringLiteral("c-doubt"));
        QCOMPARE(asked.size(), 2);
        view->deny();
        QCOMPARE(settled.size(), 1);
        view->deny();

        QCOMPARE(desk.consent.answers.size(), 2);
        QVERIFY(desk.consent.answers.at(0).answer.allow);
        QCOMPARE(desk.consent.answers.at(0).answer.span, core::ConsentSpan::Hours);
        QCOMPARE(desk.consent.answers.at(0).answer.hours, std::chrono::hours(8));
        QCOMPARE(desk.consent.answers.at(0).actor, QStringLiteral("window"));
        QVERIFY(!desk.consent.answers.at(1).answer.allow);
    }

    void aQuestionThatBecomesAnotherIsAskedAnew()
    {
        FakeDesk desk;
        QSignalSpy asked(desk.app->consent(), &ConsentView::asked);
        desk.consent.ask(sampleConsent(desk.clock.now()));
        desk.consent.questions.front().callers = 3;
        desk.consent.waitingChanged.announce();
        QCOMPARE(asked.size(), 1);
        QVERIFY(valuesOf(*desk.app->consent()).contains(QStringLiteral("At once=asks 3 times")));

        desk.consent.questions.front().isDoubtful = true;
        desk.consent.waitingChanged.announce();
        QCOMPARE(asked.size(), 2);
    }

    void silenceTakesTheQuestionAway()
    {
        FakeDesk desk;
        ConsentView *view = desk.app->consent();
        view->setActive(true);
        QSignalSpy settled(view, &ConsentView::settled);
        desk.consent.ask(sampleConsent(desk.clock.now()));
        desk.clock.advance(std::chrono::seconds(45));
        QTRY_COMPARE_WITH_TIMEOUT(view->secondsLeft(), 15, 3000);
        QCOMPARE(view->fractionLeft(), 0.25);
        desk.clock.advance(std::chrono::seconds(16));
        QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, 3000);
        QVERIFY(view->questionId().isEmpty());
        QVERIFY(desk.consent.answers.isEmpty());
    }
};

QTEST_MAIN(ConsentViewTest)

#include "tst_consentview.moc"
