// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "support/fakeclock.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;

class ClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsUtc()
    {
        const base::SystemClock clock;

        QCOMPARE(clock.now().timeSpec(), Qt::UTC);
        QVERIFY(std::abs(clock.now().secsTo(QDateTime::currentDateTime())) < 5);
    }

    void aShortSleepEnds_data()
    {
        QTest::addColumn<int>("milliseconds");
        QTest::newRow("past") << -1000;
        QTest::newRow("now") << 0;
        QTest::newRow("soon") << 5;
    }
    void aShortSleepEnds()
    {
        QFETCH(const int, milliseconds);
        base::SystemClock clock;
        const QDateTime before = clock.now();

        VERIFY_RESULT(QCoro::waitFor(clock.sleep(std::chrono::milliseconds(milliseconds), {})));

        QVERIFY(before.msecsTo(clock.now()) >= milliseconds);
    }

    void aSleepCanBeStopped()
    {
        base::SystemClock clock;
        std::stop_source stop;
        QTimer::singleShot(0, this, [&stop] { stop.request_stop(); });

        VERIFY_ERROR(QCoro::waitFor(clock.sleep(24h, stop.get_token())),
                     base::ErrorCode::Cancelled);
        VERIFY_ERROR(QCoro::waitFor(clock.sleep(24h, stop.get_token())),
                     base::ErrorCode::Cancelled);
    }

    void theFakeWakesSleepersInTime()
    {
        FakeClock clock;
        const QDateTime start = clock.now();
        QStringList woken;
        const auto sleeper = [&](QString name, std::chrono::milliseconds span) -> base::Task<> {
            const std::stop_token never;
            const auto slept = co_await clock.sleep(span, never);
            woken.append(name);
            co_return slept;
        };
        auto second = sleeper(QStringLiteral("second"), 2min);
        auto first = sleeper(QStringLiteral("first"), 1min);
        QCOMPARE(clock.sleepers(), std::size_t(2));

        clock.advance(90s);
        VERIFY_RESULT(QCoro::waitFor(first));
        QCOMPARE(woken, QStringList{QStringLiteral("first")});

        clock.setNow(start.addSecs(120));
        VERIFY_RESULT(QCoro::waitFor(second));
        QCOMPARE(clock.now(), start.addSecs(120));
        QCOMPARE(clock.sleepers(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(ClockTest)
#include "tst_clock.moc"
