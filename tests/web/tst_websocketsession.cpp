// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawclient.h"
#include "web/websocketsession.h"
#include "webhouse.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace web;

class WebSocketSessionTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WebHouse> m_house;
    std::shared_ptr<WebSocketSession> m_session;
    QStringList m_heard;
    int m_ended = 0;

    std::unique_ptr<QWebSocket> connected(const QByteArray &token = "right",
                                          const QByteArray &origin = {})
    {
        auto socket = std::make_unique<QWebSocket>(QString::fromLatin1(origin));
        QNetworkRequest request(
            QUrl(QStringLiteral("ws://127.0.0.1:%1/live?a=1").arg(m_house->port)));
        request.setRawHeader("Authorization", "Bearer " + token);
        socket->open(request);
        static_cast<void>(QTest::qWaitFor(
            [&] {
                return socket->state() == QAbstractSocket::ConnectedState
                       || socket->error() != QAbstractSocket::UnknownSocketError;
            },
            3000));
        return socket;
    }

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<WebHouse>();
        m_heard.clear();
        m_ended = 0;
        m_house->limits.webSocketBacklog = 256 * 1024;
        m_house->router.add(Method::Get, "/", [](const Request &) { return Response::empty(); });
        m_house->router.addWebSocket(
            "/live",
            {[](const Request &request) -> std::optional<Response> {
                 const auto token = request.bearer();
                 if (!token || !token->equals("right"))
                     return Response::refusal(401, "sign_in_required", QStringLiteral("no"));
                 return std::nullopt;
             },
             [this](std::shared_ptr<WebSocketSession> session) {
                 m_session = std::move(session);
                 connect(m_session.get(),
                         &WebSocketSession::received,
                         this,
                         [this](const QString &text) {
                             m_heard += text;
                             m_session->send(QStringLiteral("you said ") + text);
                         });
                 connect(m_session.get(), &WebSocketSession::closed, this, [this] { ++m_ended; });
             }});
        VERIFY_RESULT(m_house->open());
    }
    void cleanup()
    {
        m_session.reset();
        m_house.reset();
        QTest::qWait(5);
    }

    void twoSidesTalk()
    {
        const auto socket = connected();
        QTRY_VERIFY(m_session);
        QSignalSpy heard(socket.get(), &QWebSocket::textMessageReceived);

        socket->sendTextMessage(QStringLiteral("hello"));

        QTRY_COMPARE(heard.size(), 1);
        QCOMPARE(heard.first().first().toString(), QStringLiteral("you said hello"));
        QCOMPARE(m_session->request().rawQuery().toByteArray(), QByteArray("a=1"));
        QCOMPARE(m_house->server->connections(), 1);
    }

    void whoIsNotLetInGetsAnOrdinaryAnswer()
    {
        const auto socket = connected("wrong");
        QVERIFY(socket->state() != QAbstractSocket::ConnectedState);
        QVERIFY(!m_session);

        RawClient client(m_house->port);
        const RawAnswer answer = client.ask(
            client.request("GET /live",
                           "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: "
                           "13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"));
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.header("X-Frame-Options"), QByteArray("DENY"));
    }

    void pagesOfOtherSitesAreNotLetIn()
    {
        const auto foreign = connected("right", "http://evil.example");
        QVERIFY(foreign->state() != QAbstractSocket::ConnectedState);
        QVERIFY(!m_session);

        const auto own =
            connected("right", "http://127.0.0.1:" + QByteArray::number(m_house->port));
        QTRY_VERIFY(m_session);
    }

    void whoDoesNotUpgradeIsToldTo()
    {
        RawClient client(m_house->port);
        QCOMPARE(client.ask(client.request("GET /live")).status, 426);
    }

    void aLivingPeerKeepsItsPlaceAndADeadOneLosesIt()
    {
        {
            const auto socket = connected();
            QTRY_VERIFY(m_session);
            for (int i = 0; i < 3; ++i) {
                m_house->pass(20);
                QTest::qWait(20); // the pong comes from Qt's side of the other end
            }
            QVERIFY(m_session->isOpen());
            m_session->close();
            QTRY_COMPARE(m_ended, 1);
        }
        m_session.reset();

        RawClient dead(m_house->port);
        dead.send(dead.request("GET /live",
                               "Authorization: Bearer right\r\nConnection: Upgrade\r\nUpgrade: "
                               "websocket\r\nSec-WebSocket-Version: 13\r\n"
                               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"));
        QCOMPARE(dead.receive().status, 101);
        QTRY_VERIFY(m_session);
        m_house->pass(41);
        QTRY_COMPARE(m_ended, 2);
        QVERIFY(!m_session->isOpen());
    }

    void aSlowReaderIsDropped()
    {
        RawClient slow(m_house->port);
        slow.socket.setReadBufferSize(1);
        slow.send(slow.request("GET /live",
                               "Authorization: Bearer right\r\nConnection: Upgrade\r\nUpgrade: "
                               "websocket\r\nSec-WebSocket-Version: 13\r\n"
                               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"));
        QTRY_VERIFY(m_session);

        const QString much(100'000, u'x');
        int sent = 0;
        while (sent < 1000 && m_session->send(much)) {
            ++sent;
            QCoreApplication::processEvents();
        }

        QVERIFY(sent < 1000);
        QVERIFY(m_session->backlog() <= 512 * 1024);
        QTRY_COMPARE(m_ended, 1);
    }

    void whoSendsTooMuchAtOnceIsDropped()
    {
        const auto socket = connected();
        QTRY_VERIFY(m_session);
        socket->sendTextMessage(QString(100'000, u'x'));
        QTRY_COMPARE(m_ended, 1);
        QCOMPARE(m_heard, QStringList());
    }

    void lettingTheSessionGoClosesIt()
    {
        const auto socket = connected();
        QTRY_VERIFY(m_session);
        m_session.reset();
        QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(m_house->server->connections(), 0);
    }

    void drainingClosesSessions()
    {
        const auto socket = connected();
        QTRY_VERIFY(m_session);
        bool isDrained = false;
        m_house->server->drain().then([&](const base::Result<> &) { isDrained = true; });
        QTRY_VERIFY(isDrained);
        QTRY_COMPARE(socket->closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
    }
};

QTEST_GUILESS_MAIN(WebSocketSessionTest)
#include "tst_websocketsession.moc"
