// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/buckets.h"
#include "authority/people/signinthrottle.h"
#include "peoplehouse.h"
#include "support/settle.h"

using authority::Buckets;
using authority::SignInThrottle;
using authority::Throttle;
using namespace std::chrono_literals;

//! Limits that several instances share: two objects on one database.
class BucketsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<ledger::Database> m_database;
    FakeClock m_clock;
    std::unique_ptr<Buckets> m_one;
    std::unique_ptr<Buckets> m_two;
    int m_files = 0;

    static int takeAll(Buckets &buckets, const QString &name, const Throttle::Rule &rule)
    {
        int taken = 0;
        for (;; ++taken) {
            const auto allowance = buckets.take(name, rule);
            if (!allowance || !allowance->isAllowed || taken > 100'000)
                return taken;
        }
    }

private Q_SLOTS:
    void init()
    {
        m_one.reset();
        m_two.reset();
        auto opened =
            ledger::Database::open(m_folder.filePath(QStringLiteral("%1.db").arg(++m_files)));
        VERIFY_RESULT(opened);
        m_database = std::move(*opened);
        m_one = std::make_unique<Buckets>(*m_database, m_clock);
        m_two = std::make_unique<Buckets>(*m_database, m_clock);
    }
    void cleanupTestCase()
    {
        m_one.reset();
        m_two.reset();
        m_database.reset();
        settleEverything();
    }

    void aBucketHoldsItsBurst_data()
    {
        QTest::addColumn<double>("burst");
        for (const double burst : {1.0, 3.0, 10.0, 95.0, 600.0})
            QTest::addRow("%g", burst) << burst;
    }

    void aBucketHoldsItsBurst()
    {
        QFETCH(const double, burst);

        QCOMPARE(takeAll(*m_one, QStringLiteral("x"), {burst, 60}), int(burst));
    }

    void itFillsWithTime()
    {
        const Throttle::Rule rule{10, 60};
        QCOMPARE(takeAll(*m_one, QStringLiteral("x"), rule), 10);

        m_clock.advance(4s);
        QCOMPARE(takeAll(*m_one, QStringLiteral("x"), rule), 4);
        m_clock.advance(1h);
        QCOMPARE(takeAll(*m_one, QStringLiteral("x"), rule), 10);
    }

    void whoIsRefusedIsToldWhenToComeBack()
    {
        const Throttle::Rule rule{2, 6};
        QCOMPARE(takeAll(*m_one, QStringLiteral("x"), rule), 2);

        const auto refused = m_one->take(QStringLiteral("x"), rule);

        QVERIFY(!refused->isAllowed);
        QCOMPARE(refused->limit, 2);
        QCOMPARE(refused->remaining, 0);
        QCOMPARE(refused->retryAfter, 10);
        m_clock.advance(9s);
        QVERIFY(!m_one->take(QStringLiteral("x"), rule)->isAllowed);
        m_clock.advance(1s);
        QVERIFY(m_one->take(QStringLiteral("x"), rule)->isAllowed);
    }

    void twoInstancesShareOneBucket_data() { aBucketHoldsItsBurst_data(); }

    void twoInstancesShareOneBucket()
    {
        QFETCH(const double, burst);
        const Throttle::Rule rule{burst, 60};
        int taken = 0;
        for (int turn = 0; turn < 5000; ++turn) {
            Buckets &buckets = turn % 2 == 0 ? *m_one : *m_two;
            taken += buckets.take(QStringLiteral("x"), rule)->isAllowed ? 1 : 0;
        }

        QVERIFY2(taken <= int(burst), qPrintable(QString::number(taken)));
        QVERIFY2(taken >= int(burst * 0.85), qPrintable(QString::number(taken)));
    }

    void mostCallsWriteNothing()
    {
        const Throttle::Rule rule{600, 1200};
        QCOMPARE(takeAll(*m_one, QStringLiteral("x"), rule), 600);
        QVERIFY(m_one->counters().leases <= 12);

        // A flood at an empty bucket neither.
        const qint64 before = m_one->counters().leases;
        for (int i = 0; i < 1000; ++i)
            QVERIFY(!m_one->take(QStringLiteral("x"), rule)->isAllowed);
        QCOMPARE(m_one->counters().leases, before);
    }

    void whatIsNotSpentGoesBack()
    {
        const Throttle::Rule rule{100, 0.001};
        QVERIFY(m_one->take(QStringLiteral("x"), rule)->isAllowed);
        m_clock.advance(6s);
        QVERIFY(m_one->take(QStringLiteral("x"), rule)->isAllowed); // gives nine back, leases anew

        QCOMPARE(takeAll(*m_two, QStringLiteral("x"), rule), 89);
    }

    void fiveWrongGuessesAMinute()
    {
        SignInThrottle one(*m_database, m_clock);
        SignInThrottle two(*m_database, m_clock);
        const auto guess = [&](SignInThrottle &throttle, const char *name) {
            return throttle
                .begin(QStringLiteral("password"),
                       QStringLiteral("10.0.0.1"),
                       QString::fromLatin1(name))
                ->retryAfter;
        };
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(guess(i % 2 == 0 ? one : two, "ada"), 0);
            m_clock.advance(8s);
        }

        QCOMPARE(guess(one, " ADA "), 20);
        QCOMPARE(guess(two, "ada"), 20);
        QCOMPARE(guess(two, "grace"), 0);
        m_clock.advance(20s);
        QCOMPARE(guess(two, "ada"), 0); // the first of the five is a minute old
        QCOMPARE(guess(two, "ada"), 8);
    }

    void aRightOneForgivesTheWrongOnes()
    {
        SignInThrottle throttle(*m_database, m_clock);
        SignInThrottle::Attempt attempt;
        for (int i = 0; i < 5; ++i)
            attempt =
                *throttle.begin(QStringLiteral("p"), QStringLiteral("a"), QStringLiteral("n"));

        VERIFY_RESULT(throttle.forgive(attempt));

        for (int i = 0; i < 5; ++i)
            QVERIFY(throttle.begin(QStringLiteral("p"), QStringLiteral("a"), QStringLiteral("n"))
                        ->isAllowed());
        QVERIFY(!throttle.begin(QStringLiteral("p"), QStringLiteral("a"), QStringLiteral("n"))
                     ->isAllowed());
    }

    void whatPeopleTypeAsANameIsNotKept()
    {
        SignInThrottle throttle(*m_database, m_clock);
        VERIFY_RESULT(throttle.begin(
            QStringLiteral("password"), QStringLiteral("a"), QStringLiteral("my secret")));

        const auto rows = m_database->rows(QStringLiteral("SELECT name FROM authority_attempts"));

        QVERIFY(!rows->first().first().toString().contains(QStringLiteral("secret")));
    }
};

QTEST_GUILESS_MAIN(BucketsTest)
#include "tst_buckets.moc"
