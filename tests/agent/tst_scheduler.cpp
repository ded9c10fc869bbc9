// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/quiethours.h"
#include "agent/refreshahead.h"
#include "agent/scheduler.h"
#include "support/agenthouse.h"
#include "support/verifyresult.h"

using std::chrono::minutes;
using std::chrono::seconds;

class SchedulerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsAJobWhenItSaid()
    {
        FakeClock clock;
        agent::Scheduler scheduler(clock);
        QList<QDateTime> runs;
        scheduler.add(QStringLiteral("job"), [&](const QDateTime &now) {
            runs += now;
            return now.addSecs(10);
        });
        scheduler.start();
        QCOMPARE(runs.size(), 1);
        clock.advance(seconds(9));
        QCoreApplication::processEvents();
        QCOMPARE(runs.size(), 1);
        clock.advance(seconds(1));
        QTRY_COMPARE(runs.size(), 2);
        VERIFY_RESULT(QCoro::waitFor(scheduler.stop()));
    }

    void catchesUpOnceAfterASuspend()
    {
        FakeClock clock;
        agent::Scheduler scheduler(clock);
        int runs = 0;
        scheduler.add(QStringLiteral("job"), [&](const QDateTime &now) {
            ++runs;
            return now.addSecs(10);
        });
        scheduler.start();
        clock.advance(std::chrono::hours(8));
        QTRY_COMPARE(runs, 2);
        VERIFY_RESULT(QCoro::waitFor(scheduler.stop()));
    }

    void aPokeRunsEverythingInTheNextTurn()
    {
        FakeClock clock;
        agent::Scheduler scheduler(clock);
        int runs = 0;
        scheduler.add(QStringLiteral("job"), [&](const QDateTime &) {
            ++runs;
            return QDateTime();
        });
        scheduler.start();
        QCOMPARE(runs, 1);
        scheduler.poke();
        scheduler.poke();
        QTRY_COMPARE(runs, 2);
        VERIFY_RESULT(QCoro::waitFor(scheduler.stop()));
    }

    void renewsAheadAndWaitsLongerAfterEachFailure()
    {
        AgentHouse house;
        const auto due = house.oauth("github/work", minutes(4), true);
        house.oauth("github/fresh", std::chrono::hours(2), true);
        house.oauth("slack/ops", minutes(4), false);
        VERIFY_RESULT(house.book.load());
        agent::RefreshAhead ahead(house.book, house.tokens, house.lock, house.clock);
        house.tokens.failure =
            base::Error{base::ErrorCode::Unreachable, QStringLiteral("away"), {}};

        QDateTime next = ahead.run(house.clock.now());
        QTRY_COMPARE(house.tokens.refreshed, QList<core::AccountId>{due});

        next = ahead.run(house.clock.now());
        const qint64 firstWait = house.clock.now().secsTo(next);
        QVERIFY2(firstWait >= 60 && firstWait <= 67, qPrintable(QString::number(firstWait)));
        house.clock.setNow(next);
        Q_UNUSED(ahead.run(house.clock.now()))
        QTRY_COMPARE(house.tokens.refreshed.size(), 2);
        const qint64 secondWait = house.clock.now().secsTo(ahead.run(house.clock.now()));
        QVERIFY2(secondWait >= 120 && secondWait <= 133, qPrintable(QString::number(secondWait)));
    }

    void renewsNothingWhileLocked()
    {
        AgentHouse house;
        house.oauth("github/work", minutes(1), true);
        VERIFY_RESULT(house.book.load());
        house.lock.now = core::LockService::State::Locked;
        agent::RefreshAhead ahead(house.book, house.tokens, house.lock, house.clock);
        QVERIFY(!ahead.run(house.clock.now()).isValid());
        QVERIFY(house.tokens.refreshed.isEmpty());
    }

    void quietHoursMayCrossMidnight_data()
    {
        QTest::addColumn<QString>("hours");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<int>("minutesOfQuiet"); // 0: not quiet
        QTest::newRow("none") << "" << QTime(3, 0) << 0;
        QTest::newRow("evening") << "20:00-08:00" << QTime(23, 0) << 540;
        QTest::newRow("early") << "20:00-08:00" << QTime(7, 30) << 30;
        QTest::newRow("at the end") << "20:00-08:00" << QTime(8, 0) << 0;
        QTest::newRow("noon") << "20:00-08:00" << QTime(12, 0) << 0;
        QTest::newRow("same day") << "12:00-13:00" << QTime(12, 15) << 45;
    }

    void quietHoursMayCrossMidnight()
    {
        QFETCH(const QString, hours);
        QFETCH(const QTime, time);
        QFETCH(const int, minutesOfQuiet);
        const auto quiet = agent::QuietHours::parse(hours);
        VERIFY_RESULT(quiet);
        const QDateTime now(QDate(2026, 11, 22), time, Qt::LocalTime);
        const QDateTime end = quiet->endAfter(now.toUTC());
        QCOMPARE(end.isValid(), minutesOfQuiet > 0);
        if (end.isValid())
            QCOMPARE(now.secsTo(end), qint64(minutesOfQuiet) * 60);
    }

    void refusesHoursThatAreNone()
    {
        for (const char *text : {"20:00", "20-8", "25:00-08:00", "20:00-20:00", "x"})
            VERIFY_ERROR(agent::QuietHours::parse(QString::fromLatin1(text)),
                         base::ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(SchedulerTest)
#include "tst_scheduler.moc"
