// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakedesk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace desktop;

//! The record on the page: sentences, filters, live lines, paging, the seal.
class ActivityModelTest : public QObject
{
    Q_OBJECT

    static QString at(const ActivityModel *model, int row, ActivityModel::Role role)
    {
        return model->data(model->index(row), role).toString();
    }

private Q_SLOTS:
    void readsAsSentences()
    {
        FakeDesk desk;
        ActivityModel *model = desk.app->activity();
        const QAbstractItemModelTester tester(model);
        model->setActive(true);

        QCOMPARE(model->state(), ActivityModel::State::Ready);
        QCOMPARE(model->count(), 15);
        QCOMPARE(at(model, 0, ActivityModel::TimeRole), QStringLiteral("11:58:00"));
        QCOMPARE(at(model, 0, ActivityModel::WhoRole), QStringLiteral("git"));
        QCOMPARE(at(model, 0, ActivityModel::WhatRole), QStringLiteral("read the token"));
        QCOMPARE(at(model, 0, ActivityModel::AccountNameRole), QStringLiteral("GitHub work"));
        QCOMPARE(at(model, 0, ActivityModel::OutcomeRole), QStringLiteral("ok"));
        QCOMPARE(at(model, 3, ActivityModel::OutcomeRole), QStringLiteral("signin"));
        QCOMPARE(at(model, 3, ActivityModel::DetailRole),
                 QStringLiteral("A new sign-in is needed"));
        QCOMPARE(at(model, 4, ActivityModel::WhoRole), QStringLiteral("You"));
        QCOMPARE(at(model, 0, ActivityModel::DayWordsRole), QStringLiteral("Today"));
        QCOMPARE(at(model, 11, ActivityModel::DayWordsRole), QStringLiteral("Yesterday"));
        QCOMPARE(model->wordsOfDay(QStringLiteral("2026-11-20")), QStringLiteral("20 November"));
    }

    void filters_data()
    {
        QTest::addColumn<ActivityModel::Sort>("sort");
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("rows");
        using enum ActivityModel::Sort;
        QTest::newRow("everything") << Everything << ""
                                    << "" << 0 << 15;
        QTest::newRow("reads") << Reads << ""
                               << "" << 0 << 7;
        QTest::newRow("changes") << Changes << ""
                                 << "" << 0 << 8;
        QTest::newRow("refused") << Refused << ""
                                 << "" << 0 << 2;
        QTest::newRow("failed") << ActivityModel::Sort::Failed << ""
                                << "" << 0 << 1;
        QTest::newRow("one account") << Everything << "github/work"
                                     << "" << 0 << 2;
        QTest::newRow("outcome") << Everything << ""
                                 << "failed" << 0 << 1;
        QTest::newRow("today") << Everything << ""
                               << "" << 1 << 11;
        QTest::newRow("two days") << Everything << ""
                                  << "" << 2 << 14;
    }
    void filters()
    {
        QFETCH(const ActivityModel::Sort, sort);
        QFETCH(const QString, account);
        QFETCH(const QString, outcome);
        QFETCH(const int, days);
        FakeDesk desk;
        ActivityModel *model = desk.app->activity();
        model->setActive(true);
        model->setSort(sort);
        model->setAccount(account);
        model->setOutcome(outcome);
        model->setDays(days);
        QTEST(model->count(), "rows");
        model->clearFilters();
        QCOMPARE(model->count(), 15);
    }

    void searchesAfterAPause()
    {
        FakeDesk desk;
        ActivityModel *model = desk.app->activity();
        model->setActive(true);
        QSignalSpy reset(model, &QAbstractItemModel::modelReset);
        for (const char *typed : {"s", "se", "sen", "sentry"})
            model->setSearch(QString::fromLatin1(typed));
        QTRY_COMPARE(model->count(), 2);
        QCOMPARE(reset.size(), 1);
        model->setSearch(QStringLiteral("nothing like it"));
        QTRY_COMPARE(model->state(), ActivityModel::State::NoMatch);
    }

    void takesLinesLiveOrCountsThem()
    {
        FakeDesk desk;
        ActivityModel *model = desk.app->activity();
        const QAbstractItemModelTester tester(model);
        model->setActive(true);
        core::AuditEvent event;
        event.at = desk.clock.now();
        event.kind = core::AuditKind::Locked;
        event.actor = QStringLiteral("tray");

        desk.activity.happen(event);
        QCOMPARE(at(model, 0, ActivityModel::WhatRole), QStringLiteral("locked the store"));
        model->setLive(false);
        desk.activity.happen(event);
        QCOMPARE(model->count(), 16);
        QCOMPARE(model->waiting(), 1);
        model->setLive(true);
        QCOMPARE(model->count(), 17);
        QCOMPARE(model->waiting(), 0);
        model->setSort(ActivityModel::Sort::Reads);
        desk.activity.happen(event);
        QCOMPARE(model->count(), 7);
    }

    void readsNothingWhileNobodyLooks()
    {
        FakeDesk desk;
        ActivityModel *model = desk.app->activity();
        QCOMPARE(model->count(), 0);
        core::AuditEvent event;
        event.at = desk.clock.now();
        desk.activity.happen(event);
        QCOMPARE(model->count(), 0);
        model->setActive(true);
        QCOMPARE(model->count(), 16);
    }

    void fetchesPageByPage()
    {
        FakeDesk desk;
        desk.activity.events.clear();
        for (qint64 i = 450; i > 0; --i) {
            core::AuditEvent event;
            event.sequence = i;
            event.at = desk.clock.now().addSecs(i - 450);
            desk.activity.events.append(event);
        }
        // Without the model tester, which fetches by itself in the middle of a reset.
        ActivityModel *model = desk.app->activity();
        model->setActive(true);
        QCOMPARE(model->count(), 200);
        while (model->canFetchMore({}))
            model->fetchMore({});
        QCOMPARE(model->count(), 450);
    }

    void tellsWhetherTheRecordIsWhole()
    {
        FakeDesk desk;
        ActivityModel *model = desk.app->activity();
        model->verify();
        QCOMPARE(model->seal(), ActivityModel::Seal::Whole);
        QCOMPARE(model->sealWords(),
                 QStringLiteral("The record is whole: 15 entries, each sealed by the one before."));
        desk.activity.sealError = base::Error{base::ErrorCode::Corrupt,
                                              QStringLiteral("Line 7 was changed."),
                                              {},
                                              base::Retryable::No};
        model->verify();
        QCOMPARE(model->seal(), ActivityModel::Seal::Broken);
        QCOMPARE(model->sealWords(), QStringLiteral("Line 7 was changed."));
        QCOMPARE(model->keptWords(), QStringLiteral("Kept for 365 days"));
    }

    void saysWhyItCannotBeRead()
    {
        FakeDesk desk;
        desk.activity.findError = base::Error{base::ErrorCode::Corrupt,
                                              QStringLiteral("The database is damaged."),
                                              {},
                                              base::Retryable::No};
        desk.app->activity()->setActive(true);
        QCOMPARE(desk.app->activity()->message(), QStringLiteral("The database is damaged."));
        QVERIFY(desk.app->activity()->state() != ActivityModel::State::Empty);
    }
};

QTEST_MAIN(ActivityModelTest)
#include "tst_activitymodel.moc"
