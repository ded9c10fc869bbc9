// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "support/scriptedserver.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QTest>

using base::ErrorCode;
using net::Method;
using net::Request;
using Manner = ScriptedServer::Manner;
using namespace std::chrono_literals;

class HttpClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsBackStatusHeadersAndBody();
    void anAnswerWithAnErrorStatusIsAnAnswer_data();
    void anAnswerWithAnErrorStatusIsAnAnswer();
    void sendsBodyAndSecretHeader();
    void aPostWithoutBodySaysSo();
    void endsWithAnErrorWhenTheServerMisbehaves_data();
    void endsWithAnErrorWhenTheServerMisbehaves();
    void aPostIsNotSentTwiceWhenTheConnectionBreaks();
    void namesTheHostThatDidNotAnswer();
    void aLongBodyIsRefusedWhileItComesIn();
    void aBodyAtTheLimitIsTaken();
    void cancelEndsAHangingRequestAtOnce();
    void cancelBeforehandSendsNothing();
    void followsRedirectsOfPlainGets();
    void stopsAtTheSixthRedirect();
    void leavesRedirectsToTheCallerWhenAsked();
    void doesNotCarryCredentialsToAnotherOrigin();
    void carriesCredentialsWithinTheOrigin();
    void doesNotRepeatAPostElsewhere_data();
    void doesNotRepeatAPostElsewhere();
    void seeOtherTurnsAPostIntoAGet();
    void doesNotSpeakUnencryptedToTheWorld();
    void keepsNoCookies();
};

void HttpClientTest::bringsBackStatusHeadersAndBody()
{
    ScriptedServer server(
        [](const auto &) { return ScriptedServer::text("hello").with("X-Word", "yes"); });
    net::HttpClient http;

    const auto response =
        QCoro::waitFor(http.send(Request(Method::Get, server.url(QStringLiteral("/a?b=c"))), {}));

    VERIFY_RESULT(response);
    QCOMPARE(response->status, 200);
    QVERIFY(response->isSuccess());
    QCOMPARE(response->body, QByteArray("hello"));
    QCOMPARE(response->header("x-word"), QByteArray("yes"));
    QCOMPARE(server.requests.first().path, QStringLiteral("/a"));
    QCOMPARE(server.requests.first().query.toString(), QStringLiteral("b=c"));
    QVERIFY(server.requests.first().headers.value("user-agent").startsWith("Latchkey"));
}

void HttpClientTest::anAnswerWithAnErrorStatusIsAnAnswer_data()
{
    QTest::addColumn<int>("status");

    for (const int status :
         {204, 304, 400, 401, 403, 404, 409, 410, 418, 428, 429, 500, 501, 503, 599})
        QTest::addRow("%d", status) << status;
}

void HttpClientTest::anAnswerWithAnErrorStatusIsAnAnswer()
{
    QFETCH(int, status);
    ScriptedServer server([status](const auto &) { return ScriptedServer::text({}, status); });
    net::HttpClient http;

    const auto response =
        QCoro::waitFor(http.send(Request(Method::Get, server.url(QStringLiteral("/"))), {}));

    VERIFY_RESULT(response);
    QCOMPARE(response->status, status);
}

void HttpClientTest::sendsBodyAndSecretHeader()
{
    ScriptedServer server([](const auto &) { return ScriptedServer::text("ok"); });
    net::HttpClient http;
    Request request(Method::Post, server.url(QStringLiteral("/token")));
    request.withBody("application/x-www-form-urlencoded", base::Secret("a=b&c=%C3%A4"))
        .withSecret("Authorization", base::Secret("Basic abc"));

    const auto response = QCoro::waitFor(http.send(std::move(request), {}));

    VERIFY_RESULT(response);
    const auto &seen = server.requests.first();
    QCOMPARE(seen.method, QByteArray("POST"));
    QCOMPARE(seen.body, QByteArray("a=b&c=%C3%A4"));
    QCOMPARE(seen.field(QStringLiteral("c")), QStringLiteral("ä"));
    QCOMPARE(seen.headers.value("authorization"), QByteArray("Basic abc"));
    QCOMPARE(seen.headers.value("content-type"), QByteArray("application/x-www-form-urlencoded"));
}

void HttpClientTest::aPostWithoutBodySaysSo()
{
    ScriptedServer server([](const auto &) { return ScriptedServer::text("ok"); });
    net::HttpClient http;

    const auto response =
        QCoro::waitFor(http.send(Request(Method::Post, server.url(QStringLiteral("/"))), {}));

    VERIFY_RESULT(response);
    QCOMPARE(server.requests.first().headers.value("content-length"), QByteArray("0"));
}

void HttpClientTest::endsWithAnErrorWhenTheServerMisbehaves_data()
{
    QTest::addColumn<Manner>("manner");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<base::Retryable>("retryable");

    QTest::newRow("hangs") << Manner::Hang << ErrorCode::TimedOut << base::Retryable::Yes;
    QTest::newRow("stalls") << Manner::Stall << ErrorCode::TimedOut << base::Retryable::Yes;
    QTest::newRow("drops") << Manner::Drop << ErrorCode::Unreachable << base::Retryable::Yes;
    QTest::newRow("cuts off") << Manner::CutOff << ErrorCode::Unreachable << base::Retryable::Yes;
    QTest::newRow("garbage") << Manner::Garbage << ErrorCode::Unreachable << base::Retryable::Yes;
}

void HttpClientTest::endsWithAnErrorWhenTheServerMisbehaves()
{
    QFETCH(Manner, manner);
    QFETCH(ErrorCode, code);
    QFETCH(base::Retryable, retryable);
    ScriptedServer server([manner](const auto &) { return ScriptedServer::badly(manner); });
    net::HttpClient http;
    Request request(Method::Post, server.url(QStringLiteral("/")));
    request.timeout = 200ms;

    const auto response = QCoro::waitFor(http.send(std::move(request), {}));

    VERIFY_ERROR(response, code);
    QCOMPARE(response.error().retryable, retryable);
}

void HttpClientTest::aPostIsNotSentTwiceWhenTheConnectionBreaks()
{
    ScriptedServer server([](const auto &) { return ScriptedServer::badly(Manner::Drop); });
    net::HttpClient http;
    Request request(Method::Post, server.url(QStringLiteral("/")));
    request.withBody("text/plain", base::Secret("refresh_token=abc"));

    const auto response = QCoro::waitFor(http.send(std::move(request), {}));

    VERIFY_ERROR(response, ErrorCode::Unreachable);
    QCOMPARE(server.requests.size(), 1);
}

void HttpClientTest::namesTheHostThatDidNotAnswer()
{
    ScriptedServer server([](const auto &) { return ScriptedServer::text("ok"); });
    const QUrl url = server.url(QStringLiteral("/"));
    server.close();
    net::HttpClient http;

    const auto response = QCoro::waitFor(http.send(Request(Method::Get, url), {}));

    VERIFY_ERROR(response, ErrorCode::Unreachable);
    QCOMPARE(response.error().message, QStringLiteral("127.0.0.1 did not answer."));
    QVERIFY(!response.error().remedy.isEmpty());
}

void HttpClientTest::aLongBodyIsRefusedWhileItComesIn()
{
    ScriptedServer server([](const auto &) { return ScriptedServer::text(QByteArray(3000, 'x')); });
    net::HttpClient http;
    Request request(Method::Get, server.url(QStringLiteral("/")));
    request.bodyLimit = 2999;

    const auto response = QCoro::waitFor(http.send(std::move(request), {}));

    VERIFY_ERROR(response, ErrorCode::ToolFailed);
}

void HttpClientTest::aBodyAtTheLimitIsTaken()
{
    ScriptedServer server(
        [](const auto &) { return ScriptedServer::text(QByteArray(300'000, 'x')); });
    net::HttpClient http;
    Request request(Method::Get, server.url(QStringLiteral("/")));
    request.bodyLimit = 300'000;

    const auto response = QCoro::waitFor(http.send(std::move(request), {}));

    VERIFY_RESULT(response);
    QCOMPARE(response->body.size(), 300'000);
}

void HttpClientTest::cancelEndsAHangingRequestAtOnce()
{
    ScriptedServer server([](const auto &) { return ScriptedServer::badly(Manner::Hang); });
    net::HttpClient http;
    std::stop_source stop;
    auto task = http.send(Request(Method::Get, server.url(QStringLiteral("/"))), stop.get_token());
    QTRY_COMPARE(server.requests.size(), 1);

    stop.request_stop();

    QVERIFY(task.isReady());
    const auto response = QCoro::waitFor(std::move(task));
    VERIFY_ERROR(response, ErrorCode::Cancelled);
}

void HttpClientTest::cancelBeforehandSendsNothing()
{
    ScriptedServer server([](const auto &) { return ScriptedServer::text("ok"); });
    net::HttpClient http;
    std::stop_source stop;
    stop.request_stop();

    const auto response = QCoro::waitFor(
        http.send(Request(Method::Get, server.url(QStringLiteral("/"))), stop.get_token()));

    VERIFY_ERROR(response, ErrorCode::Cancelled);
    QVERIFY(server.requests.isEmpty());
}

void HttpClientTest::followsRedirectsOfPlainGets()
{
    ScriptedServer target([](const auto &) { return ScriptedServer::text("there"); });
    ScriptedServer server([&target](const auto &request) {
        if (request.path == QLatin1String("/one"))
            return ScriptedServer::text({}, 302).with("Location", "/two");
        return ScriptedServer::text({}, 307).with("Location", target.origin().toUtf8() + "/three");
    });
    net::HttpClient http;

    const auto response =
        QCoro::waitFor(http.send(Request(Method::Get, server.url(QStringLiteral("/one"))), {}));

    VERIFY_RESULT(response);
    QCOMPARE(response->body, QByteArray("there"));
    QCOMPARE(response->url, target.url(QStringLiteral("/three")));
}

void HttpClientTest::stopsAtTheSixthRedirect()
{
    ScriptedServer server(
        [](const auto &) { return ScriptedServer::text({}, 302).with("Location", "/again"); });
    net::HttpClient http;

    const auto response =
        QCoro::waitFor(http.send(Request(Method::Get, server.url(QStringLiteral("/"))), {}));

    VERIFY_ERROR(response, ErrorCode::ToolFailed);
    QCOMPARE(server.requests.size(), 6);
}

void HttpClientTest::leavesRedirectsToTheCallerWhenAsked()
{
    ScriptedServer server(
        [](const auto &) { return ScriptedServer::text({}, 302).with("Location", "/again"); });
    net::HttpClient http;
    Request request(Method::Get, server.url(QStringLiteral("/")));
    request.redirects = net::Redirects::Refuse;

    const auto response = QCoro::waitFor(http.send(std::move(request), {}));

    VERIFY_RESULT(response);
    QCOMPARE(response->status, 302);
    QCOMPARE(response->header("Location"), QByteArray("/again"));
}

void HttpClientTest::doesNotCarryCredentialsToAnotherOrigin()
{
    ScriptedServer target([](const auto &) { return ScriptedServer::text("there"); });
    ScriptedServer server([&target](const auto &) {
        return ScriptedServer::text({}, 302).with("Location", target.origin().toUtf8() + "/");
    });
    net::HttpClient http;
    Request request(Method::Get, server.url(QStringLiteral("/")));
    request.withSecret("Authorization", base::Secret("Bearer abc"));

    const auto response = QCoro::waitFor(http.send(std::move(request), {}));

    VERIFY_ERROR(response, ErrorCode::ToolFailed);
    QVERIFY(target.requests.isEmpty());
}

void HttpClientTest::carriesCredentialsWithinTheOrigin()
{
    ScriptedServer server([](const auto &request) {
        return request.path == QLatin1String("/")
                   ? ScriptedServer::text({}, 302).with("Location", "/there")
                   : ScriptedServer::text("there");
    });
    net::HttpClient http;
    Request request(Method::Get, server.url(QStringLiteral("/")));
    request.withSecret("Authorization", base::Secret("Bearer abc"));

    const auto response = QCoro::waitFor(http.send(std::move(request), {}));

    VERIFY_RESULT(response);
    QCOMPARE(server.requests.last().headers.value("authorization"), QByteArray("Bearer abc"));
}

void HttpClientTest::doesNotRepeatAPostElsewhere_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("elsewhere");
    QTest::addColumn<bool>("followed");

    for (const int status : {301, 302, 307, 308})
        QTest::addRow("%d to another origin", status) << status << true << false;
    for (const int status : {301, 302})
        QTest::addRow("%d within the origin", status) << status << false << false;
    for (const int status : {307, 308})
        QTest::addRow("%d within the origin", status) << status << false << true;
}

void HttpClientTest::doesNotRepeatAPostElsewhere()
{
    QFETCH(int, status);
    QFETCH(bool, elsewhere);
    QFETCH(bool, followed);
    ScriptedServer target([](const auto &) { return ScriptedServer::text("there"); });
    ScriptedServer server([&](const auto &request) {
        if (request.path == QLatin1String("/there"))
            return ScriptedServer::text("there");
        const QByteArray origin = elsewhere ? target.origin().toUtf8() : QByteArray();
        return ScriptedServer::text({}, status).with("Location", origin + "/there");
    });
    net::HttpClient http;
    Request request(Method::Post, server.url(QStringLiteral("/")));
    request.withBody("text/plain", base::Secret("secret"));

    const auto response = QCoro::waitFor(http.send(std::move(request), {}));

    QCOMPARE(response.has_value(), followed);
    QVERIFY(target.requests.isEmpty());
    if (followed)
        QCOMPARE(server.requests.last().body, QByteArray("secret"));
}

void HttpClientTest::seeOtherTurnsAPostIntoAGet()
{
    ScriptedServer server([](const auto &request) {
        return request.path == QLatin1String("/")
                   ? ScriptedServer::text({}, 303).with("Location", "/there")
                   : ScriptedServer::text("there");
    });
    net::HttpClient http;
    Request request(Method::Post, server.url(QStringLiteral("/")));
    request.withBody("text/plain", base::Secret("secret"));

    const auto response = QCoro::waitFor(http.send(std::move(request), {}));

    VERIFY_RESULT(response);
    QCOMPARE(server.requests.last().method, QByteArray("GET"));
    QVERIFY(server.requests.last().body.isEmpty());
}

void HttpClientTest::doesNotSpeakUnencryptedToTheWorld()
{
    net::HttpClient http;
    const QUrl url(QStringLiteral("http://example.com/"));

    const auto response = QCoro::waitFor(http.send(Request(Method::Get, url), {}));

    VERIFY_ERROR(response, ErrorCode::InvalidInput);
}

void HttpClientTest::keepsNoCookies()
{
    ScriptedServer server(
        [](const auto &) { return ScriptedServer::text("ok").with("Set-Cookie", "a=b; Path=/"); });
    net::HttpClient http;

    for (int i = 0; i < 2; ++i) {
        const auto response =
            QCoro::waitFor(http.send(Request(Method::Get, server.url(QStringLiteral("/"))), {}));
        VERIFY_RESULT(response);
    }

    QVERIFY(!server.requests.last().headers.contains("cookie"));
}

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_httpclient.moc"
