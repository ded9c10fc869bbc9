// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/circuitbreaker.h"

#include <QTest>

using net::CircuitBreaker;
using Admission = net::CircuitBreaker::Admission;
using State = net::CircuitBreaker::State;

namespace {
const QString host = QStringLiteral("accounts.example.com");
const QDateTime start({2026, 11, 22}, {12, 0}, Qt::UTC);
} // namespace

class CircuitBreakerTest : public QObject
{
    Q_OBJECT

private:
    static void fail(CircuitBreaker &breaker, int times, const QDateTime &now)
    {
        for (int i = 0; i < times; ++i)
            breaker.failed(host, now);
    }

private Q_SLOTS:
    void staysClosedBelowTheLimit();
    void successForgetsFailures();
    void opensAtTheLimitAndRefuses();
    void letsOneRequestTryAfterThePause();
    void closesWhenTheTryWentWell();
    void pausesTwiceAsLongWhenTheTryFailed();
    void theLongestPauseIsNotExceeded();
    void anAbandonedTryLeavesRoomForTheNext();
    void stragglersDoNotLengthenThePause();
    void hostsDoNotMindEachOther();
    void countsTheHostsThatAreLeftAlone();
};

void CircuitBreakerTest::staysClosedBelowTheLimit()
{
    CircuitBreaker breaker;
    fail(breaker, 4, start);

    QCOMPARE(breaker.state(host, start), State::Closed);
    QCOMPARE(breaker.admit(host, start), Admission::Granted);
}

void CircuitBreakerTest::successForgetsFailures()
{
    CircuitBreaker breaker;
    fail(breaker, 4, start);
    breaker.succeeded(host);
    fail(breaker, 4, start);

    QCOMPARE(breaker.state(host, start), State::Closed);
}

void CircuitBreakerTest::opensAtTheLimitAndRefuses()
{
    CircuitBreaker breaker;
    fail(breaker, 5, start);

    QCOMPARE(breaker.state(host, start), State::Open);
    QCOMPARE(breaker.admit(host, start.addSecs(29)), Admission::Refused);
    QCOMPARE(breaker.closedUntil(host), start.addSecs(30));
}

void CircuitBreakerTest::letsOneRequestTryAfterThePause()
{
    CircuitBreaker breaker;
    fail(breaker, 5, start);
    const QDateTime later = start.addSecs(30);

    QCOMPARE(breaker.state(host, later), State::HalfOpen);
    QCOMPARE(breaker.admit(host, later), Admission::Granted);
    QCOMPARE(breaker.admit(host, later), Admission::Refused);
}

void CircuitBreakerTest::closesWhenTheTryWentWell()
{
    CircuitBreaker breaker;
    fail(breaker, 5, start);
    const QDateTime later = start.addSecs(30);
    QCOMPARE(breaker.admit(host, later), Admission::Granted);

    breaker.succeeded(host);

    QCOMPARE(breaker.state(host, later), State::Closed);
    fail(breaker, 4, later);
    QCOMPARE(breaker.admit(host, later), Admission::Granted);
}

void CircuitBreakerTest::pausesTwiceAsLongWhenTheTryFailed()
{
    CircuitBreaker breaker;
    fail(breaker, 5, start);
    const QDateTime later = start.addSecs(30);
    QCOMPARE(breaker.admit(host, later), Admission::Granted);

    breaker.failed(host, later);

    QCOMPARE(breaker.state(host, later.addSecs(59)), State::Open);
    QCOMPARE(breaker.state(host, later.addSecs(60)), State::HalfOpen);
}

void CircuitBreakerTest::theLongestPauseIsNotExceeded()
{
    CircuitBreaker breaker;
    fail(breaker, 5, start);
    QDateTime now = start;
    for (int i = 0; i < 10; ++i) {
        now = breaker.closedUntil(host);
        QCOMPARE(breaker.admit(host, now), Admission::Granted);
        breaker.failed(host, now);
    }

    QCOMPARE(breaker.closedUntil(host), now.addSecs(300));
}

void CircuitBreakerTest::anAbandonedTryLeavesRoomForTheNext()
{
    CircuitBreaker breaker;
    fail(breaker, 5, start);
    const QDateTime later = start.addSecs(30);
    QCOMPARE(breaker.admit(host, later), Admission::Granted);

    breaker.abandoned(host);

    QCOMPARE(breaker.admit(host, later), Admission::Granted);
}

void CircuitBreakerTest::stragglersDoNotLengthenThePause()
{
    CircuitBreaker breaker;
    fail(breaker, 5, start);
    fail(breaker, 3, start.addSecs(20));

    QCOMPARE(breaker.closedUntil(host), start.addSecs(30));
}

void CircuitBreakerTest::hostsDoNotMindEachOther()
{
    CircuitBreaker breaker;
    fail(breaker, 5, start);

    QCOMPARE(breaker.admit(QStringLiteral("api.example.com"), start), Admission::Granted);
}

void CircuitBreakerTest::countsTheHostsThatAreLeftAlone()
{
    CircuitBreaker breaker;
    const auto count = breaker.openCount();
    fail(breaker, 4, start);
    QCOMPARE(count->load(), 0);
    fail(breaker, 1, start);
    QCOMPARE(count->load(), 1);

    // Its pause is over and it is being tried: not well again yet.
    const QDateTime later = start.addSecs(31);
    QCOMPARE(breaker.admit(host, later), Admission::Granted);
    QCOMPARE(count->load(), 1);
    breaker.succeeded(host);
    QCOMPARE(count->load(), 0);
}

QTEST_GUILESS_MAIN(CircuitBreakerTest)
#include "tst_circuitbreaker.moc"
