// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/consentsamples.h"
#include "support/fakedesk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace desktop;

namespace {

struct Desk : FakeDesk
{
    Desk()
    {
        consent.remembered = sampleApprovals(clock.now());
        app->setActive(true);
    }

    [[nodiscard]] ProgramsModel *model() const { return app->programs()->remembered(); }
    [[nodiscard]] QVariant of(int row, ProgramsModel::Role role) const
    {
        return model()->index(row).data(role);
    }
    [[nodiscard]] QStringList programs() const
    {
        QStringList names;
        for (int row = 0; row < model()->rowCount(); ++row)
            names << of(row, ProgramsModel::ProgramRole).toString();
        return names;
    }
};

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

//! What is remembered about programs, who waits, and the pause.
class ProgramsViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheLastUsedFirst()
    {
        Desk desk;
        const QAbstractItemModelTester tester(desk.model());
        QCOMPARE(desk.programs(), words("upload.sh git aws docker code"));
        QCOMPARE(desk.of(1, ProgramsModel::AccountRole), QStringLiteral("github/work"));
        QCOMPARE(desk.of(1, ProgramsModel::TermRole), QStringLiteral("always"));
        QCOMPARE(desk.of(1, ProgramsModel::UsedRole),
                 QStringLiteral("used 241 times, last 2 min ago"));
        QCOMPARE(desk.of(0, ProgramsModel::PathRole), QStringLiteral("/tmp/.cache/upload.sh"));
        QCOMPARE(desk.of(0, ProgramsModel::AllowedRole), false);
        QCOMPARE(desk.of(0, ProgramsModel::UsedRole), QStringLiteral("not used yet"));
        QVERIFY(desk.of(3, ProgramsModel::RuleRole).toBool());
        QCOMPARE(desk.of(4, ProgramsModel::TermRole), QStringLiteral("this session"));
        QCOMPARE(desk.of(4, ProgramsModel::WishRole), QStringLiteral("Change it"));
        QCOMPARE(desk.model()->counts(), (QList<int>{5, 4, 1, 1}));
    }

    void siftsBySortAndSearch_data()
    {
        QTest::addColumn<ProgramsModel::Sort>("sort");
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("left");
        using enum ProgramsModel::Sort;
        QTest::newRow("allowed") << Allowed << QString() << QStringLiteral("git aws docker code");
        QTest::newRow("denied") << Denied << QString() << QStringLiteral("upload.sh");
        QTest::newRow("rules") << Rules << QString() << QStringLiteral("docker");
        QTest::newRow("by account")
            << Everything << QStringLiteral("GITHUB/") << QStringLiteral("upload.sh git");
        QTest::newRow("by path") << Everything << QStringLiteral("local/bin")
                                 << QStringLiteral("aws");
        QTest::newRow("nothing") << Denied << QStringLiteral("docker") << QString();
    }
    void siftsBySortAndSearch()
    {
        QFETCH(ProgramsModel::Sort, sort);
        QFETCH(QString, search);
        QFETCH(QString, left);
        Desk desk;
        const QAbstractItemModelTester tester(desk.model());
        desk.model()->setSort(sort);
        desk.model()->setSearch(search);
        QCOMPARE(desk.programs(), left.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(desk.model()->state(),
                 left.isEmpty() ? ProgramsModel::State::NoMatch : ProgramsModel::State::Ready);
        desk.model()->clearFilters();
        QCOMPARE(desk.programs().size(), 5);
    }

    void takesBackAndSetsAnEnd()
    {
        Desk desk;
        desk.model()->setEnd(QStringLiteral("a-git"), QStringLiteral("2026-12-31"));
        QCOMPARE(desk.of(1, ProgramsModel::UntilRole), QStringLiteral("2026-12-31"));
        QCOMPARE(desk.of(1, ProgramsModel::TermRole), QStringLiteral("until 31 December"));

        QSignalSpy done(desk.model(), &ProgramsModel::done);
        desk.model()->revoke(QStringLiteral("a-git"));
        QCOMPARE(desk.consent.revoked, words("a-git"));
        QCOMPARE(desk.programs(), words("upload.sh aws docker code"));
        QCOMPARE(done.constFirst().constFirst(),
                 QStringLiteral("git has to ask again for github/work."));
    }

    void aDateThatIsNoneIsRefusedInWords()
    {
        Desk desk;
        QSignalSpy failed(desk.model(), &ProgramsModel::failed);
        desk.model()->setEnd(QStringLiteral("a-git"), QStringLiteral("some day"));
        QCOMPARE(failed.size(), 1);
        QVERIFY(desk.app->notice()->text().contains(QStringLiteral("some day")));
    }

    void nothingIsReadBeforeSomebodyLooks()
    {
        FakeDesk desk;
        desk.consent.remembered = sampleApprovals(desk.clock.now());
        desk.consent.approvalsChanged.announce();
        QCOMPARE(desk.app->programs()->remembered()->rowCount(), 0);
        desk.app->setActive(true);
        QCOMPARE(desk.app->programs()->remembered()->rowCount(), 5);
    }

    void thoseWhoWaitAreOnTop()
    {
        Desk desk;
        QSignalSpy wanted(desk.app.get(), &DesktopApp::consentRequested);
        desk.consent.ask(sampleConsent(desk.clock.now()));
        QCOMPARE(desk.app->programs()->waitingCount(), 1);
        const QVariantMap row = desk.app->programs()->waiting().constFirst().toMap();
        QCOMPARE(row.value(QStringLiteral("title")),
                 QStringLiteral("git wants the token of github/work"));
        QCOMPARE(row.value(QStringLiteral("left")), QStringLiteral("denied in 60 s"));
        desk.app->programs()->showQuestions();
        QCOMPARE(wanted.size(), 1);
    }

    void questionsCanBePausedForAnHour()
    {
        Desk desk;
        ProgramsView *view = desk.app->programs();
        QVERIFY(!view->isPaused());
        view->setPaused(true);
        QCOMPARE(desk.consent.paused, desk.clock.now().addSecs(3600));
        QVERIFY(view->isPaused());
        QVERIFY(view->pausedUntil().startsWith(QStringLiteral("until ")));
        desk.clock.advance(std::chrono::hours(2));
        QVERIFY(!view->isPaused());
        view->setPaused(false);
        QVERIFY(!desk.consent.paused.isValid());
    }
};

QTEST_MAIN(ProgramsViewTest)

#include "tst_programsview.moc"
