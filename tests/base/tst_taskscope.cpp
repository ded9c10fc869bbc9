// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/taskscope.h"
#include "support/fakeclock.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QTest>

using namespace std::chrono_literals;

class TaskScopeTest : public QObject
{
    Q_OBJECT

    static base::Task<> work(FakeClock *clock, std::stop_token stop, int *finished)
    {
        const auto waited = co_await clock->sleep(1min, stop);
        ++*finished;
        co_return waited;
    }
    static base::Task<int> failing()
    {
        co_return base::fail(base::ErrorCode::Unreachable, QStringLiteral("no net"));
    }

private Q_SLOTS:
    void countsWhatRuns()
    {
        FakeClock clock;
        base::TaskScope scope;
        int finished = 0;

        scope.launch(work(&clock, scope.stopToken(), &finished));
        scope.launch(work(&clock, scope.stopToken(), &finished));
        QCOMPARE(scope.running(), 2);

        clock.advance(2min);
        QTRY_COMPARE(scope.running(), 0);
        QCOMPARE(finished, 2);
    }

    void stopEndsAllAndWaitsForThem()
    {
        FakeClock clock;
        base::TaskScope scope;
        int finished = 0;
        bool reported = false;
        const auto report = [&reported](const base::Error &) { reported = true; };
        scope.launch(work(&clock, scope.stopToken(), &finished), report);
        scope.launch(work(&clock, scope.stopToken(), &finished), report);

        const auto stopped = QCoro::waitFor(scope.stop());

        VERIFY_RESULT(stopped);
        QCOMPARE(finished, 2);
        QCOMPARE(scope.running(), 0);
        QVERIFY2(!reported, "to be cancelled is no failure");
    }

    void stopOfAnIdleScopeEndsAtOnce()
    {
        base::TaskScope scope;

        VERIFY_RESULT(QCoro::waitFor(scope.stop()));
        VERIFY_RESULT(QCoro::waitFor(scope.stop()));
    }

    void reportsAnError()
    {
        base::TaskScope scope;
        QList<base::Error> errors;

        scope.launch(failing(), [&errors](const base::Error &error) { errors.append(error); });

        QTRY_COMPARE(scope.running(), 0);
        QCOMPARE(errors.size(), 1);
        QCOMPARE(errors.first().code, base::ErrorCode::Unreachable);
    }

    void anUnreportedErrorIsDropped()
    {
        base::TaskScope scope;

        scope.launch(failing());

        QTRY_COMPARE(scope.running(), 0);
    }
};

QTEST_GUILESS_MAIN(TaskScopeTest)
#include "tst_taskscope.moc"
