// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retry.h"
#include "support/fakeclock.h"
#include "support/scriptedserver.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QTest>

using base::ErrorCode;
using net::Backoff;
using net::Method;
using net::Request;
using Manner = ScriptedServer::Manner;
using namespace std::chrono_literals;

namespace {
constexpr double mostly = 0.999999;
}

class RetryTest : public QObject
{
    Q_OBJECT

private:
    //! Lets \a task run, moving the clock on by 100 ms whenever it sleeps, and tells how long it
    //! slept.
    static std::chrono::milliseconds finish(FakeClock &clock, base::Task<net::Response> &task)
    {
        std::chrono::milliseconds slept = 0ms;
        for (int i = 0; i < 20'000 && !task.isReady(); ++i) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
            if (clock.sleepers() == 0)
                continue;
            clock.advance(100ms);
            slept += 100ms;
            QCoreApplication::processEvents();
        }
        return slept;
    }

private Q_SLOTS:
    void waitsGrowUpToTheCap();
    void waitsAreJitteredDownToNothing();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void triesAgainUntilItGetsThrough();
    void givesTheLastAnswerWhenTriesAreUsedUp();
    void aPostIsRepeatedOnlyWhenMarked_data();
    void aPostIsRepeatedOnlyWhenMarked();
    void doesNotRepeatWhatCannotGetBetter();
    void waitsAsLongAsTheServerAsks();
    void doesNotWaitForAServerThatAsksForTooMuch();
    void cancelEndsTheWait();
    void leavesAHostAloneThatKeepsFailing();
};

void RetryTest::waitsGrowUpToTheCap()
{
    const Backoff backoff{.tries = 9, .first = 500ms, .factor = 2, .cap = 3s};

    QCOMPARE(backoff.delay(1, 1.0), 500ms);
    QCOMPARE(backoff.delay(2, 1.0), 1000ms);
    QCOMPARE(backoff.delay(3, 1.0), 2000ms);
    QCOMPARE(backoff.delay(4, 1.0), 3000ms);
    QCOMPARE(backoff.delay(5000, 1.0), 3000ms);
}

void RetryTest::waitsAreJitteredDownToNothing()
{
    const Backoff backoff;

    QCOMPARE(backoff.delay(3, 0.0), 0ms);
    QCOMPARE(backoff.delay(1, 0.5), 250ms);
}

void RetryTest::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("expected");

    QTest::newRow("seconds") << QByteArray("120") << qint64(120'000);
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("spaces") << QByteArray(" 5 ") << qint64(5'000);
    QTest::newRow("date") << QByteArray("Sun, 22 Nov 2026 12:00:30 GMT") << qint64(30'000);
    QTest::newRow("date in the past") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << qint64(0);
    QTest::newRow("absurd") << QByteArray("99999999999999999999999") << qint64(86'400'000);
    QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
    QTest::newRow("words") << QByteArray("soon") << qint64(-1);
    QTest::newRow("none") << QByteArray() << qint64(-1);
}

void RetryTest::readsRetryAfter()
{
    QFETCH(QByteArray, value);
    QFETCH(qint64, expected);
    const QDateTime now({2026, 11, 22}, {12, 0}, Qt::UTC);

    const auto wait = net::retryAfter(value, now);

    QCOMPARE(wait ? qint64(wait->count()) : qint64(-1), expected);
}

void RetryTest::triesAgainUntilItGetsThrough()
{
    int calls = 0;
    ScriptedServer server([&calls](const auto &) {
        return ++calls < 3 ? ScriptedServer::text("later", 503) : ScriptedServer::text("now");
    });
    net::HttpClient http;
    FakeClock clock;
    net::CircuitBreaker breaker;
    net::Retry retry(http, clock, breaker, Backoff(), [] { return mostly; });

    auto task = retry.send(Request(Method::Get, server.url(QStringLiteral("/"))), {});
    const auto slept = finish(clock, task);

    const auto response = QCoro::waitFor(std::move(task));
    VERIFY_RESULT(response);
    QCOMPARE(response->body, QByteArray("now"));
    QCOMPARE(slept, 1500ms);
}

void RetryTest::givesTheLastAnswerWhenTriesAreUsedUp()
{
    ScriptedServer server([](const auto &) { return ScriptedServer::text("later", 502); });
    net::HttpClient http;
    FakeClock clock;
    net::CircuitBreaker breaker;
    net::Retry retry(http, clock, breaker);

    auto task = retry.send(Request(Method::Get, server.url(QStringLiteral("/"))), {});
    finish(clock, task);

    const auto response = QCoro::waitFor(std::move(task));
    VERIFY_RESULT(response);
    QCOMPARE(response->status, 502);
    QCOMPARE(server.requests.size(), 3);
}

void RetryTest::aPostIsRepeatedOnlyWhenMarked_data()
{
    QTest::addColumn<net::Repeat>("repeat");
    QTest::addColumn<qsizetype>("tries");

    QTest::newRow("not marked") << net::Repeat::WhenIdempotent << qsizetype(1);
    QTest::newRow("marked") << net::Repeat::Allowed << qsizetype(3);
    QTest::newRow("forbidden") << net::Repeat::Never << qsizetype(1);
}

void RetryTest::aPostIsRepeatedOnlyWhenMarked()
{
    QFETCH(net::Repeat, repeat);
    QFETCH(qsizetype, tries);
    ScriptedServer server([](const auto &) { return ScriptedServer::badly(Manner::Drop); });
    net::HttpClient http;
    FakeClock clock;
    net::CircuitBreaker breaker;
    net::Retry retry(http, clock, breaker);
    Request request(Method::Post, server.url(QStringLiteral("/")));
    request.withBody("text/plain", base::Secret("body"));
    request.repeat = repeat;

    auto task = retry.send(std::move(request), {});
    finish(clock, task);

    const auto response = QCoro::waitFor(std::move(task));
    VERIFY_ERROR(response, ErrorCode::Unreachable);
    QCOMPARE(server.requests.size(), tries);
}

void RetryTest::doesNotRepeatWhatCannotGetBetter()
{
    ScriptedServer server([](const auto &) { return ScriptedServer::text("no", 400); });
    net::HttpClient http;
    FakeClock clock;
    net::CircuitBreaker breaker;
    net::Retry retry(http, clock, breaker);

    const auto response =
        QCoro::waitFor(retry.send(Request(Method::Get, server.url(QStringLiteral("/"))), {}));

    VERIFY_RESULT(response);
    QCOMPARE(server.requests.size(), 1);
}

void RetryTest::waitsAsLongAsTheServerAsks()
{
    int calls = 0;
    ScriptedServer server([&calls](const auto &) {
        return ++calls < 2 ? ScriptedServer::text("later", 429).with("Retry-After", "7")
                           : ScriptedServer::text("now");
    });
    net::HttpClient http;
    FakeClock clock;
    net::CircuitBreaker breaker;
    net::Retry retry(http, clock, breaker);

    auto task = retry.send(Request(Method::Get, server.url(QStringLiteral("/"))), {});
    const auto slept = finish(clock, task);

    const auto response = QCoro::waitFor(std::move(task));
    VERIFY_RESULT(response);
    QCOMPARE(response->status, 200);
    QCOMPARE(slept, 7000ms);
}

void RetryTest::doesNotWaitForAServerThatAsksForTooMuch()
{
    ScriptedServer server([](const auto &) {
        return ScriptedServer::text("later", 429).with("Retry-After", "3600");
    });
    net::HttpClient http;
    FakeClock clock;
    net::CircuitBreaker breaker;
    net::Retry retry(http, clock, breaker);

    const auto response =
        QCoro::waitFor(retry.send(Request(Method::Get, server.url(QStringLiteral("/"))), {}));

    VERIFY_RESULT(response);
    QCOMPARE(response->status, 429);
    QCOMPARE(server.requests.size(), 1);
}

void RetryTest::cancelEndsTheWait()
{
    ScriptedServer server([](const auto &) { return ScriptedServer::text("later", 503); });
    net::HttpClient http;
    FakeClock clock;
    net::CircuitBreaker breaker;
    net::Retry retry(http, clock, breaker);
    std::stop_source stop;
    auto task = retry.send(Request(Method::Get, server.url(QStringLiteral("/"))), stop.get_token());
    QTRY_COMPARE(clock.sleepers(), std::size_t(1));

    stop.request_stop();

    const auto response = QCoro::waitFor(std::move(task));
    VERIFY_ERROR(response, ErrorCode::Cancelled);
}

void RetryTest::leavesAHostAloneThatKeepsFailing()
{
    ScriptedServer server([](const auto &) { return ScriptedServer::badly(Manner::Drop); });
    net::HttpClient http;
    FakeClock clock;
    net::CircuitBreaker breaker;
    Backoff once;
    once.tries = 1;
    net::Retry retry(http, clock, breaker, once);
    const auto post = [&] {
        return QCoro::waitFor(
            retry.send(Request(Method::Post, server.url(QStringLiteral("/"))), {}));
    };
    for (int i = 0; i < 5; ++i)
        VERIFY_ERROR(post(), ErrorCode::Unreachable);
    QCOMPARE(server.requests.size(), 5);

    VERIFY_ERROR(post(), ErrorCode::Unreachable);
    QCOMPARE(server.requests.size(), 5);

    clock.advance(30s);
    server.setHandler([](const auto &) { return ScriptedServer::text("back"); });
    const auto response = post();
    VERIFY_RESULT(response);
    QCOMPARE(response->body, QByteArray("back"));
}

QTEST_GUILESS_MAIN(RetryTest)
#include "tst_retry.moc"
