// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"
#include "rawclient.h"
#include "webhouse.h"

#include <QCoroFuture>
#include <QPromise>
#include <QTest>

using namespace web;

//! The server over real sockets: what gets in, in which order it is answered, and what every answer
//! carries.
class ServerTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WebHouse> m_house;
    std::unique_ptr<QPromise<void>> m_gate; //!< holds /slow back
    QString m_traceInside;
    QStringList m_order;

    QCoro::Task<Response> slow(Request request)
    {
        const QFuture<void> opened = m_gate->future();
        co_await opened;
        m_order += request.path() + QString::fromUtf8(request.rawQuery());
        co_return Response::text(QStringLiteral("slow ") + QString::fromUtf8(request.rawQuery()));
    }

    void addRoutes(Router &router)
    {
        router.add(Method::Get, "/", [this](const Request &request) {
            m_traceInside = base::TraceScope::current();
            m_order += request.path();
            return Response::text(QStringLiteral("hello"));
        });
        router.add(Method::Post, "/echo", [this](const Request &request) {
            m_order += QStringLiteral("/echo ") + QString::fromUtf8(request.body());
            return Response::bytes(request.body(), "text/plain");
        });
        router.add(Method::Get, "/peer", [](const Request &request) {
            return Response::json({{QStringLiteral("address"), request.peerAddress().toString()},
                                   {QStringLiteral("local"), request.isLocal()},
                                   {QStringLiteral("secure"), request.isSecure()},
                                   {QStringLiteral("base"), QString::fromLatin1(request.base())}});
        });
        router.add(Method::Get, "/page", [](const Request &) {
            return Response::html(QStringLiteral("<p>hi"))
                .with("Content-Security-Policy", "default-src 'none'; style-src 'self'")
                .with(Cookie{"sid", "abc", std::chrono::seconds(60), SameSite::Strict, "/auth"});
        });
        router.add(
            Method::Get, "/public", RouteOptions{.origins = Origins::Any}, [](const Request &) {
                return Response::json(QJsonObject())
                    .cached(Caching::Public, std::chrono::seconds(300));
            });
        const auto registered = [](QByteArrayView origin) {
            return origin == "http://app.example";
        };
        router.add(Method::Post,
                   "/token",
                   RouteOptions{.origins = Origins::Registered, .allowsOrigin = registered},
                   [](const Request &) { return Response::json(QJsonObject()); });
        router.add(
            Method::Get, "/slow", [this](Request request) { return slow(std::move(request)); });
        router.add(Method::Get, "/throws", [](const Request &) -> Response {
            throw std::runtime_error("a secret detail");
        });
        router.add(Method::Get, "/quiet", RouteOptions{.noise = Noise::Quiet}, [](const Request &) {
            return Response::empty();
        });
    }

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<WebHouse>();
        m_gate = std::make_unique<QPromise<void>>();
        m_gate->start();
        m_order.clear();
        m_house->site.trustedProxies = {QHostAddress::parseSubnet(QStringLiteral("127.0.0.0/8"))};
        m_house->site.publicUrl = QUrl(QStringLiteral("https://auth.example.org"));
        addRoutes(m_house->router);
        VERIFY_RESULT(m_house->open());
    }
    void cleanup()
    {
        if (!m_gate->future().isFinished())
            m_gate->finish();
        QTest::qWait(5);
        m_house.reset();
    }

    void everyAnswerCarriesTheSecurityHeaders_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("200") << QByteArray("GET /") << 200;
        QTest::newRow("404") << QByteArray("GET /nothing") << 404;
        QTest::newRow("405") << QByteArray("DELETE /echo") << 405;
        QTest::newRow("500") << QByteArray("GET /throws") << 500;
        QTest::newRow("400, at the gate") << QByteArray("GET nothing") << 400;
        QTest::newRow("501, at the gate") << QByteArray("BREW /") << 501;
    }
    void everyAnswerCarriesTheSecurityHeaders()
    {
        QFETCH(const QByteArray, request);
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral(".*")));
        if (!request.endsWith("throws"))
            qCCritical(lcWeb) << "nothing";
        RawClient client(m_house->port);

        const RawAnswer answer = client.ask(client.request(request));

        QTEST(answer.status, "status");
        QCOMPARE(answer.header("X-Content-Type-Options"), QByteArray("nosniff"));
        QCOMPARE(answer.header("X-Frame-Options"), QByteArray("DENY"));
        QCOMPARE(answer.header("Referrer-Policy"), QByteArray("same-origin"));
        QCOMPARE(answer.header("Cache-Control"), QByteArray("no-store"));
        QVERIFY(answer.header("Content-Security-Policy").contains("default-src 'none'"));
        QVERIFY(answer.header("Content-Security-Policy").contains("frame-ancestors 'none'"));
        QVERIFY(answer.header("Permissions-Policy").contains("camera=()"));
        QVERIFY(answer.header("Strict-Transport-Security").contains("max-age=31536000"));
        QCOMPARE(answer.header("X-Trace-Id").size(), 32);
        QCOMPARE(answer.header("Date"), QByteArray("Sun, 22 Nov 2026 12:00:00 GMT"));
        QVERIFY(!answer.head.contains("Access-Control"));
        QVERIFY(!answer.body.contains("secret"));
        QCOMPARE(answer.header("Server"), QByteArray());
    }

    void aPageHasItsOwnPolicyButNoFrames()
    {
        RawClient client(m_house->port);
        const RawAnswer answer = client.ask(client.request("GET /page"));
        QCOMPARE(answer.header("Content-Security-Policy"),
                 QByteArray("default-src 'none'; style-src 'self'; frame-ancestors 'none'"));
        QCOMPARE(answer.header("Set-Cookie"),
                 QByteArray("sid=abc; Path=/auth; HttpOnly; SameSite=Strict; Max-Age=60"));
    }

    void behindTlsCookiesAreSecure()
    {
        RawClient client(m_house->port);
        const RawAnswer answer = client.ask("GET /page HTTP/1.1\r\nHost: auth.example.org\r\n\r\n");
        QVERIFY(answer.header("Set-Cookie").endsWith("; Secure"));
    }

    void withoutTlsThereIsNoStrictTransport()
    {
        WebHouse house;
        addRoutes(house.router);
        VERIFY_RESULT(house.open());
        RawClient client(house.port);
        QCOMPARE(client.ask(client.request("GET /")).header("Strict-Transport-Security"),
                 QByteArray());
    }

    void headIsAnsweredWithoutTheBody()
    {
        RawClient client(m_house->port);

        const RawAnswer head = client.ask(client.request("HEAD /"));
        const RawAnswer next = client.ask(client.request("GET /"));

        QCOMPARE(head.status, 200);
        QCOMPARE(head.header("Content-Length"), QByteArray("5"));
        QCOMPARE(next.body, QByteArray("hello"));
    }

    void manyRequestsUseOneConnection()
    {
        RawClient client(m_house->port);
        for (int i = 0; i < 50; ++i) {
            const QByteArray body = "n" + QByteArray::number(i);
            QCOMPARE(client.ask(client.request("POST /echo", {}, body)).body, body);
        }
        QCOMPARE(m_house->server->connections(), 1);
    }

    void aPipelineIsAnsweredInItsOrder()
    {
        RawClient client(m_house->port);
        client.send(client.request("GET /slow?1") + client.request("POST /echo", {}, "two")
                    + client.request("GET /slow?3") + client.request("GET /"));
        QVERIFY(client.isQuiet());

        m_gate->finish();

        QCOMPARE(client.receive().body, QByteArray("slow 1"));
        QCOMPARE(client.receive().body, QByteArray("two"));
        QCOMPARE(client.receive().body, QByteArray("slow 3"));
        QCOMPARE(client.receive().body, QByteArray("hello"));
        QCOMPARE(m_order,
                 QStringList({QStringLiteral("/slow1"),
                              QStringLiteral("/echo two"),
                              QStringLiteral("/slow3"),
                              QStringLiteral("/")}));
    }

    void aRequestMayComeByteByByte()
    {
        RawClient client(m_house->port);
        const QByteArray bytes = client.request("POST /echo", {}, "slowly");
        for (const char c : bytes)
            client.send(QByteArray(1, c));
        QCOMPARE(client.receive().body, QByteArray("slowly"));
    }

    void theConnectionIsClosedWhereTheClientWantsIt_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("close") << QByteArray("GET / HTTP/1.1\r\nHost: auth.example.org\r\n"
                                             "Connection: close\r\n\r\n");
        QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\nHost: auth.example.org\r\n\r\n");
    }
    void theConnectionIsClosedWhereTheClientWantsIt()
    {
        QFETCH(const QByteArray, request);
        RawClient client(m_house->port);
        const RawAnswer answer = client.ask(request);
        QCOMPARE(answer.body, QByteArray("hello"));
        QCOMPARE(answer.header("Connection"), QByteArray("close"));
        QVERIFY(client.isClosed());
    }

    void aClientThatWaitsIsToldToContinue()
    {
        RawClient client(m_house->port);
        client.send("POST /echo HTTP/1.1\r\nHost: auth.example.org\r\nContent-Length: 2\r\n"
                    "Expect: 100-continue\r\n\r\n");
        QCOMPARE(client.receive().status, 100);
        client.send("ok");
        QCOMPARE(client.receive().body, QByteArray("ok"));
    }

    void smuggledRequestsReachNobody_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("CL.TE") << QByteArray("Content-Length: 6\r\nTransfer-Encoding: chunked");
        QTest::newRow("TE.CL") << QByteArray("Transfer-Encoding: chunked\r\nContent-Length: 6");
        QTest::newRow("TE.TE") << QByteArray("Transfer-Encoding: chunked\r\n"
                                             "Transfer-encoding: x");
        QTest::newRow("CL.CL") << QByteArray("Content-Length: 6\r\nContent-Length: 0");
        QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked");
        QTest::newRow("bare LF") << QByteArray("X: y\nContent-Length: 6");
    }
    void smuggledRequestsReachNobody()
    {
        QFETCH(const QByteArray, headers);
        RawClient client(m_house->port);

        const RawAnswer answer = client.ask(client.request("POST /echo", headers + "\r\n")
                                            + "0\r\n\r\nGET / HTTP/1.1\r\nHost: auth.example.org"
                                              "\r\n\r\n");

        QVERIFY(answer.status == 400 || answer.status == 411);
        QCOMPARE(answer.header("Connection"), QByteArray("close"));
        QCOMPARE(m_order, QStringList());
        QVERIFY(client.isQuiet() || client.isClosed());
        QCOMPARE(m_order, QStringList());
    }

    void aForeignHostIsMisdirected()
    {
        RawClient client(m_house->port);
        const RawAnswer answer = client.ask("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
        QCOMPARE(answer.status, 421);
        QCOMPARE(m_order, QStringList());
    }

    void onlyTheSitesOwnPagesMayChangeThings_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("readableBy");
        const QByteArray post = "POST /echo";
        const QByteArray own =
            "Origin: http://127.0.0.1:" + QByteArray::number(0) + "\r\n"; // replaced below
        const auto add = [](const char *name,
                            const char *request,
                            const char *headers,
                            int status,
                            const char *readableBy = "") {
            QTest::newRow(name) << QByteArray(request) << QByteArray(headers) << status
                                << QByteArray(readableBy);
        };
        add("no page", "POST /echo", "", 200);
        add("own page", "POST /echo", "Origin: OWN\r\n", 200);
        add("own page, other name", "POST /echo", "Origin: http://localhost:PORT\r\n", 403);
        add("own page, other port", "POST /echo", "Origin: http://127.0.0.1:1\r\n", 403);
        add("foreign page", "POST /echo", "Origin: http://evil.example\r\n", 403);
        add("null", "POST /echo", "Origin: null\r\n", 403);
        add("empty", "POST /echo", "Origin:\r\n", 403);
        add("cross-site without Origin", "POST /echo", "Sec-Fetch-Site: cross-site\r\n", 403);
        add("foreign page, reading", "GET /", "Origin: http://evil.example\r\n", 200);
        add("foreign page, public",
            "GET /public",
            "Origin: http://evil.example\r\n",
            200,
            "http://evil.example");
        add("registered",
            "POST /token",
            "Origin: http://app.example\r\n",
            200,
            "http://app.example");
        add("not registered", "POST /token", "Origin: http://evil.example\r\n", 403);
        add("no such path", "POST /nothing", "Origin: http://evil.example\r\n", 403);
        add("preflight, registered",
            "OPTIONS /token",
            "Origin: http://app.example\r\nAccess-Control-Request-Method: POST\r\n",
            204,
            "http://app.example");
        add("preflight, foreign",
            "OPTIONS /token",
            "Origin: http://evil.example\r\nAccess-Control-Request-Method: POST\r\n",
            204);
        add("preflight, own route",
            "OPTIONS /echo",
            "Origin: http://app.example\r\nAccess-Control-Request-Method: POST\r\n",
            204);
    }
    void onlyTheSitesOwnPagesMayChangeThings()
    {
        QFETCH(const QByteArray, request);
        QFETCH(QByteArray, headers);
        const QByteArray port = QByteArray::number(m_house->port);
        headers.replace("OWN", "http://127.0.0.1:" + port).replace("PORT", port);
        RawClient client(m_house->port);

        const RawAnswer answer = client.ask(client.request(request, headers));

        QTEST(answer.status, "status");
        QTEST(answer.header("Access-Control-Allow-Origin"), "readableBy");
        QVERIFY(!answer.head.contains("Access-Control-Allow-Credentials"));
        if (answer.status == 403)
            QCOMPARE(m_order, QStringList());
    }

    void aProxyIsBelievedAboutWhoComes()
    {
        RawClient client(m_house->port);
        const RawAnswer direct = client.ask(client.request("GET /peer"));
        const RawAnswer proxied =
            client.ask(client.request("GET /peer",
                                      "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n"
                                      "X-Forwarded-Host: auth.example.org\r\n"));
        QVERIFY2(direct.body.contains("\"local\":false"), direct.body.constData());
        QVERIFY2(proxied.body.contains("\"address\":\"203.0.113.9\""), proxied.body.constData());
        QVERIFY2(proxied.body.contains("\"local\":false"), proxied.body.constData());
        QVERIFY2(proxied.body.contains("\"secure\":true"), proxied.body.constData());
        QVERIFY2(proxied.body.contains("\"base\":\"https://auth.example.org\""),
                 proxied.body.constData());
    }

    void aTraceGoesThroughToTheLog()
    {
        RawClient client(m_house->port);
        const QByteArray id = "4bf92f3577b34da6a3ce929d0e0e4736";

        const RawAnswer answer = client.ask(
            client.request("GET /", "traceparent: 00-" + id + "-00f067aa0ba902b7-01\r\n"));

        QCOMPARE(m_traceInside, QString::fromLatin1(id));
        QCOMPARE(answer.header("X-Trace-Id"), id);
        const QByteArray ours = answer.header("traceparent"); // with a parent-id of our own
        QVERIFY(ours.startsWith("00-" + id + '-') && !ours.contains("00f067aa0ba902b7"));
        QVERIFY(base::TraceScope::current() != m_traceInside);

        QString told; // what is refused is logged with it, too
        const auto listening = m_house->server->requests().subscribe(
            [&](const RequestSeen &) { told = base::TraceScope::current(); });
        const QByteArray foreign = client.request("POST /echo", "Origin: http://evil.example\r\n");
        QCOMPARE(client.ask(foreign).status, 403);
        QVERIFY(!told.isEmpty());
    }

    void liveRequestsAndNumbersAreTold()
    {
        QList<RequestSeen> seen;
        const base::Subscription listening = m_house->server->requests().subscribe(
            [&](const RequestSeen &request) { seen.append(request); });
        RawClient client(m_house->port);

        static_cast<void>(client.ask(client.request("GET /")));
        static_cast<void>(client.ask(client.request("GET /quiet")));
        static_cast<void>(client.ask(client.request("GET /nothing/here")));

        QCOMPARE(seen.size(), 2);
        QCOMPARE(seen.first().method, QByteArray("GET"));
        QCOMPARE(seen.first().route, QByteArray("/"));
        QCOMPARE(seen.first().status, 200);
        QCOMPARE(seen.first().at, m_house->clock.now());
        QCOMPARE(seen.first().peer, QStringLiteral("127.0.0.1"));
        QCOMPARE(seen.last().route, QByteArray("(none)"));
        const QByteArray text = m_house->metrics.text();
        QVERIFY2(text.contains(R"(latchkey_http_requests_total{route="/quiet",status="204"} 1)"),
                 text.constData());
        QVERIFY2(text.contains("latchkey_http_connections 1"), text.constData());
        QVERIFY2(text.contains("latchkey_http_requests_underway 0"), text.constData());
    }

    void aClientThatLeavesEarlyHarmsNobody()
    {
        {
            RawClient client(m_house->port);
            client.send(client.request("GET /slow?1"));
            QVERIFY(client.isQuiet());
            client.socket.abort();
        }
        QTRY_COMPARE(m_house->server->connections(), 0);

        m_gate->finish();

        QTRY_COMPARE(m_order.size(), 1);
        RawClient next(m_house->port);
        QCOMPARE(next.ask(next.request("GET /")).body, QByteArray("hello"));
    }

    void aServerMayGoWhileSomebodyWaits()
    {
        RawClient client(m_house->port);
        client.send(client.request("GET /slow?1"));
        QVERIFY(client.isQuiet());

        m_house->server.reset();
        m_gate->finish();

        QVERIFY(client.isClosed());
        QTRY_COMPARE(m_order.size(), 1);
    }

    void drainingLetsWhatIsUnderWayFinish()
    {
        RawClient idle(m_house->port);
        QCOMPARE(idle.ask(idle.request("GET /")).status, 200);
        RawClient busy(m_house->port);
        busy.send(busy.request("GET /slow?1"));
        QVERIFY(busy.isQuiet());

        bool isDrained = false;
        m_house->server->drain().then([&](const base::Result<> &) { isDrained = true; });

        QVERIFY(idle.isClosed());
        RawClient late(m_house->port);
        QVERIFY(!late.isConnected || late.isClosed());
        QVERIFY(!isDrained);
        m_gate->finish();
        const RawAnswer answer = busy.receive();
        QCOMPARE(answer.body, QByteArray("slow 1"));
        QCOMPARE(answer.header("Connection"), QByteArray("close"));
        QTRY_VERIFY(isDrained);
        QVERIFY(!m_house->server->isListening());
    }

    void drainingHasAnEnd()
    {
        RawClient busy(m_house->port);
        busy.send(busy.request("GET /slow?1"));
        QVERIFY(busy.isQuiet());
        bool isDrained = false;
        m_house->server->drain().then([&](const base::Result<> &) { isDrained = true; });

        m_house->pass(int(m_house->limits.drain.count()) + 1);

        QTRY_VERIFY(isDrained);
        QVERIFY(busy.isClosed());
    }

    void aStoppedServerStartsAgain()
    {
        m_house->server->stop();
        QVERIFY(!m_house->server->isListening());

        const auto port = m_house->server->start(QHostAddress(QHostAddress::LocalHost), 0);

        VERIFY_RESULT(port);
        RawClient client(*port);
        const RawAnswer answer = client.ask(client.request("GET /"));
        QCOMPARE(answer.body, QByteArray("hello"));
        QCOMPARE(answer.header("Connection"), QByteArray());
    }

    void aTakenPortIsAConflict()
    {
        WebHouse second;
        second.server = std::make_unique<Server>(
            second.site, second.limits, second.router, second.clock, second.metrics);
        VERIFY_ERROR(second.server->start(QHostAddress(QHostAddress::LocalHost), m_house->port),
                     base::ErrorCode::Conflict);
    }
};

QTEST_GUILESS_MAIN(ServerTest)
#include "tst_server.moc"
