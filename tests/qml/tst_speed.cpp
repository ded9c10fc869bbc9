// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagewindow.h"

#include <QElapsedTimer>

#include <algorithm>
#include <ctime>

//! Ten thousand accounts in the real window. The figures are printed; the limits are wide, so that
//! a busy machine does not fail what a person would not notice.
class SpeedTest : public QObject
{
    Q_OBJECT

    static double milliseconds(const QElapsedTimer &since)
    {
        return double(since.nsecsElapsed()) / 1e6;
    }
    //! What this thread has worked, in milliseconds: a busy machine does not count.
    static double worked()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }
    static void tell(const char *what, double value) { qInfo("%s: %.1f ms", what, value); }
    static void fill(PageWindow &page)
    {
        page.desk.accounts.views = manyAccounts(10000, page.desk.clock.now());
        page.desk.accounts.reset.announce();
        page.settle();
    }

private Q_SLOTS:
    void theWindowIsThereAtOnce()
    {
        QElapsedTimer since;
        since.start();
        const std::clock_t begun = std::clock();
        PageWindow page({1200, 760}, false);
        const QImage picture = page.window->grabWindow();
        const double first = milliseconds(since);

        tell("From nothing to the first frame, fakes and all", first);
        tell("… of which the processor worked",
             double(std::clock() - begun) * 1000.0 / CLOCKS_PER_SEC);
        QVERIFY(!picture.isNull());
        QVERIFY(first < 3000);
    }

    void tenThousandRowsAreFilteredInAFrame()
    {
        PageWindow page({1200, 760}, false);
        fill(page);
        auto *accounts = page.desk.app->accounts();
        QQuickItem *list = page.find("AccountList");
        double worst = 0;
        double work = 0;

        for (const char *search : {"g", "gi", "git", "gitl", "gitla", ""}) {
            QElapsedTimer since;
            since.start();
            const double begun = worked();
            accounts->setSearch(QString::fromLatin1(search));
            QMetaObject::invokeMethod(list, "forceLayout");
            worst = std::max(worst, milliseconds(since));
            work = std::max(work, worked() - begun);
        }

        tell("Worst key of a search in 10,000, rows laid out", worst);
        tell("… of which the processor worked", work);
        QCOMPARE(accounts->count(), 10000);
        QVERIFY(worst < 500);
    }

    void tenThousandRowsAreScrolledWithoutADroppedFrame()
    {
        PageWindow page({1200, 760}, false);
        fill(page);
        QQuickItem *list = page.find("AccountList");
        QList<double> steps;

        for (int step = 1; step <= 300; ++step) {
            QElapsedTimer since;
            since.start();
            list->setProperty("contentY", step * 120);
            QMetaObject::invokeMethod(list, "forceLayout");
            steps += milliseconds(since);
        }
        std::sort(steps.begin(), steps.end());

        tell("A scroll step of 120 pixels, median", steps[steps.size() / 2]);
        tell("A scroll step of 120 pixels, 99th of 100", steps[steps.size() * 99 / 100]);
        QVERIFY(steps[steps.size() / 2] < 100);
    }
};

QTEST_MAIN(SpeedTest)

#include "tst_speed.moc"
