// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawclient.h"
#include "webhouse.h"

#include <QCoroFuture>
#include <QPromise>
#include <QTest>

using namespace web;

//! Every limit of the gate, on a clock that the test moves.
class ServerLimitsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WebHouse> m_house;
    std::unique_ptr<QPromise<void>> m_gate;
    int m_handled = 0;

    QCoro::Task<Response> slow(Request)
    {
        const QFuture<void> opened = m_gate->future();
        co_await opened;
        ++m_handled;
        co_return Response::text(QStringLiteral("late"));
    }

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<WebHouse>();
        m_gate = std::make_unique<QPromise<void>>();
        m_gate->start();
        m_handled = 0;
        m_house->limits.connections = 8;
        const auto answer = [this](const Request &request) {
            ++m_handled;
            return Response::text(QString::number(request.body().size()));
        };
        Router &router = m_house->router;
        router.add(Method::Get, "/", answer);
        router.add(Method::Post, "/small", answer);
        router.add(Method::Post, "/admin", RouteOptions{.bodyLimit = 128 * 1024}, answer);
        router.add(Method::Post, "/tiny", RouteOptions{.bodyLimit = 10}, answer);
        router.add(
            Method::Get, "/slow", [this](Request request) { return slow(std::move(request)); });
        router.add(Method::Get, "/large", [](const Request &) {
            return Response::bytes(QByteArray(8 * 1024 * 1024, 'x'), "text/plain");
        });
        VERIFY_RESULT(m_house->open());
    }
    void cleanup()
    {
        if (!m_gate->future().isFinished())
            m_gate->finish();
        QTest::qWait(5);
        m_house.reset();
    }

    void headersHaveALimit_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("ends");
        QTest::addColumn<int>("status");
        QTest::newRow("just inside") << 16 * 1024 << true << 200;
        QTest::newRow("just over") << 16 * 1024 + 1 << true << 431;
        QTest::newRow("without an end") << 17 * 1024 << false << 431;
    }
    void headersHaveALimit()
    {
        QFETCH(const int, size);
        QFETCH(const bool, ends);
        RawClient client(m_house->port);
        QByteArray head = client.request("GET /", "X-Long: \r\n");
        head.insert(head.indexOf("X-Long: ") + 8, QByteArray(size - head.size(), 'x'));
        if (!ends)
            head.chop(4);

        const RawAnswer answer = client.ask(head);

        QTEST(answer.status, "status");
    }

    void bodiesHaveALimitOfTheirRoute_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("status");
        QTest::newRow("usual, inside") << QByteArray("/small") << 64 * 1024 << 200;
        QTest::newRow("usual, over") << QByteArray("/small") << 64 * 1024 + 1 << 413;
        QTest::newRow("admin, inside") << QByteArray("/admin") << 128 * 1024 << 200;
        QTest::newRow("admin, over") << QByteArray("/admin") << 128 * 1024 + 1 << 413;
        QTest::newRow("tiny, over") << QByteArray("/tiny") << 11 << 413;
        QTest::newRow("nowhere, over") << QByteArray("/nothing") << 64 * 1024 + 1 << 413;
    }
    void bodiesHaveALimitOfTheirRoute()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const int, size);
        RawClient client(m_house->port);

        const RawAnswer answer =
            client.ask(client.request("POST " + path, {}, QByteArray(size, 'b')));

        QTEST(answer.status, "status");
        QCOMPARE(m_handled, answer.status == 200 ? 1 : 0);
    }

    void aLargeBodyIsRefusedBeforeItComes()
    {
        RawClient client(m_house->port);
        const RawAnswer answer = client.ask(client.request("POST /small",
                                                           "Content-Length: 1000000000\r\n"
                                                           "Expect: 100-continue\r\n"));
        QCOMPARE(answer.status, 413);
    }

    void connectionsHaveALimit()
    {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 8; ++i) {
            clients.push_back(std::make_unique<RawClient>(m_house->port));
            clients.back()->send(clients.back()->request("GET /slow"));
        }
        QTRY_COMPARE(m_house->server->connections(), 8);

        RawClient ninth(m_house->port);

        QCOMPARE(ninth.receive().status, 503);
        QVERIFY(ninth.isClosed());
        QCOMPARE(m_house->server->connections(), 8);
        clients.pop_back();
        QTRY_COMPARE(m_house->server->connections(), 7);
        RawClient tenth(m_house->port);
        QCOMPARE(tenth.ask(tenth.request("GET /")).status, 200);
    }

    void whoOnlyKeepsAPlaceWarmMakesRoom()
    {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 8; ++i) {
            clients.push_back(std::make_unique<RawClient>(m_house->port));
            QCOMPARE(clients.back()->ask(clients.back()->request("GET /")).status, 200);
        }
        m_house->pass(3);

        RawClient ninth(m_house->port);

        QCOMPARE(ninth.ask(ninth.request("GET /")).status, 200);
        QCOMPARE(m_house->server->connections(), 8);
    }

    void aSlowSenderIsTurnedAway_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("drop");
        QTest::addColumn<int>("status"); // 0: closed without a word
        QTest::newRow("nothing at all") << QByteArray() << QByteArray() << 0;
        QTest::newRow("headers in drops")
            << QByteArray("GET / HTTP/1.1\r\nX: ") << QByteArray("x") << 408;
        QTest::newRow("body in drops")
            << QByteArray("POST /small HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n"
                          "Content-Length: 1000\r\n\r\n")
            << QByteArray("b") << 408;
    }
    void aSlowSenderIsTurnedAway()
    {
        QFETCH(QByteArray, first);
        QFETCH(const QByteArray, drop);
        QFETCH(const int, status);
        first.replace("PORT", QByteArray::number(m_house->port));
        RawClient client(m_house->port);
        client.send(first);
        for (int second = 0; second < 14; ++second) {
            m_house->pass(1);
            client.send(drop);
        }
        QVERIFY(client.isQuiet());

        m_house->pass(2);

        if (status != 0)
            QCOMPARE(client.receive().status, status);
        m_house->pass(3);
        QVERIFY(client.isClosed());
        QCOMPARE(m_handled, 0);
        QTRY_COMPARE(m_house->server->connections(), 0);
    }

    void headersAndBodyShareOneSpan()
    {
        RawClient client(m_house->port);
        client.send("POST /small HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_house->port));
        m_house->pass(10);
        client.send("\r\nContent-Length: 5\r\n\r\n");
        m_house->pass(4);
        QVERIFY(client.isQuiet());
        m_house->pass(2);
        QCOMPARE(client.receive().status, 408);
    }

    void anIdleConnectionIsClosed()
    {
        RawClient client(m_house->port);
        QCOMPARE(client.ask(client.request("GET /")).status, 200);
        m_house->pass(59);
        QVERIFY(client.isQuiet());
        m_house->pass(2);
        QVERIFY(client.isClosed());
    }

    void anAnswerThatTakesTooLongIs503()
    {
        RawClient client(m_house->port);
        client.send(client.request("GET /slow") + client.request("GET /"));
        m_house->pass(30);
        QVERIFY(client.isQuiet());

        m_house->pass(2);

        const RawAnswer answer = client.receive();
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.header("Connection"), QByteArray("close"));
        m_gate->finish(); // too late: nobody hears it
        QTRY_COMPARE(m_handled, 1);
        m_house->pass(3);
        QVERIFY(client.isClosed());
        QCOMPARE(client.receive().status, 0);
    }

    void whoDoesNotReadIsCut()
    {
        RawClient client(m_house->port);
        client.socket.setReadBufferSize(1024);
        client.send(client.request("GET /large"));
        QTRY_COMPARE(m_house->server->connections(), 1);
        m_house->pass(32);
        QTRY_COMPARE(m_house->server->connections(), 0);
    }

    void whatIsSentAheadWaitsInTheSystem()
    {
        RawClient client(m_house->port);
        const QByteArray one = client.request("GET /slow");
        client.send(one);
        QVERIFY(client.isQuiet());

        // Far more than the server may hold: it stays with the client.
        client.socket.write(QByteArray(32 * 1024 * 1024, 'x'));
        for (int i = 0; i < 200; ++i)
            QCoreApplication::processEvents();

        QVERIFY(client.socket.bytesToWrite() > 8 * 1024 * 1024);
    }

    void aFloodOfBrokenRequestsLeavesTheServerStanding()
    {
        for (int i = 0; i < 300; ++i) {
            RawClient client(m_house->port);
            client.send(QByteArray(1 + i % 50, char(i)) + "\r\n\r\n");
        }
        QTRY_VERIFY(m_house->server->connections() < 8);
        RawClient client(m_house->port);
        QCOMPARE(client.ask(client.request("GET /")).status, 200);
        QCOMPARE(m_handled, 1);
    }
};

QTEST_GUILESS_MAIN(ServerLimitsTest)
#include "tst_serverlimits.moc"
