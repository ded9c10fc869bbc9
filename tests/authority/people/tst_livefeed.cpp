// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/admin/livefeed.h"
#include "peoplehouse.h"
#include "support/settle.h"
#include "web/server.h"

#include <QSignalSpy>
#include <QWebSocket>

using authority::LiveFeed;

//! /admin/live over a real socket.
class LiveFeedTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PeopleHouse> m_house;
    web::Metrics m_metrics;
    web::Router m_router;
    std::unique_ptr<authority::Household> m_household;
    std::unique_ptr<authority::AdminGate> m_gate;
    std::unique_ptr<LiveFeed> m_live;
    std::unique_ptr<web::Server> m_server;
    quint16 m_port = 0;
    QString m_root;

    struct Listener
    {
        QWebSocket socket;
        QSignalSpy messages{&socket, &QWebSocket::textMessageReceived};
        QSignalSpy ended{&socket, &QWebSocket::disconnected};
        QSignalSpy failed{&socket, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error)};

        QJsonObject message(int index) const
        {
            return QJsonDocument::fromJson(messages.at(index).first().toString().toUtf8()).object();
        }
    };
    std::unique_ptr<Listener> listen(const char *token)
    {
        auto listener = std::make_unique<Listener>();
        QNetworkRequest request(QUrl(QStringLiteral("ws://127.0.0.1:%1/admin/live").arg(m_port)));
        request.setRawHeader("Authorization", QByteArray("Bearer ") + token);
        listener->socket.open(request);
        return listener;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_house = std::make_unique<PeopleHouse>();
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("root"), {}));
        m_root = m_house->door->users().owner()->id;
        m_household = std::make_unique<authority::Household>(*m_house->database,
                                                             *m_house->keys,
                                                             m_house->engine,
                                                             m_house->clock,
                                                             m_metrics,
                                                             PeopleHouse::settings());
        m_household->tokens = &m_house->tokens;
        m_gate = std::make_unique<authority::AdminGate>(*m_household);
        m_live = std::make_unique<LiveFeed>(*m_household, *m_gate);
        m_live->addRoutes(m_router);
        m_server = std::make_unique<web::Server>(
            web::Site(), web::Limits(), m_router, m_house->clock, m_metrics);
        const auto port = m_server->start(QHostAddress(QHostAddress::LocalHost), 0);
        VERIFY_RESULT(port);
        m_port = *port;
    }
    void init()
    {
        authority::AccessClaims claims;
        claims.subject = m_root;
        claims.clientId = QStringLiteral("cli");
        claims.scopes = {QStringLiteral("admin")};
        claims.all = QJsonObject{{QStringLiteral("amr"), QJsonArray{QStringLiteral("otp")}}};
        m_house->tokens.known = {{"root", claims}};
        claims.scopes = {QStringLiteral("openid")};
        m_house->tokens.known.insert("narrow", claims);
    }
    void cleanupTestCase()
    {
        m_live->stop();
        m_server.reset();
        settleEverything();
        m_live.reset();
        m_gate.reset();
        m_household.reset();
        m_house.reset();
    }

    void tellsWhatHappens()
    {
        const auto listener = listen("root");
        QTRY_COMPARE(listener->messages.size(), 1);
        QCOMPARE(listener->message(0)[QStringLiteral("type")].toString(),
                 QStringLiteral("counters"));
        QCOMPARE(listener->message(0)[QStringLiteral("users")].toInt(), 1);

        m_household->events.record({QStringLiteral("signed_in"), QStringLiteral("done"), m_root});
        QTRY_COMPARE(listener->messages.size(), 2);
        const QJsonObject event = listener->message(1)[QStringLiteral("event")].toObject();
        QCOMPARE(event[QStringLiteral("kind")].toString(), QStringLiteral("signed_in"));
        QCOMPARE(event[QStringLiteral("user")].toString(), QStringLiteral("root"));

        m_household->users.changed.announce(m_root);
        QTRY_COMPARE(listener->messages.size(), 3);
        QCOMPARE(listener->message(2)[QStringLiteral("user")][QStringLiteral("name")].toString(),
                 QStringLiteral("root"));

        m_live->beat();
        QTRY_COMPARE(listener->messages.size(), 4);
        QVERIFY(listener->socket.isValid());
    }

    void whoMayNotReadTheLogMayNotListen_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("unknown") << QByteArray("nobody");
        QTest::newRow("without the scope") << QByteArray("narrow");
    }

    void whoMayNotReadTheLogMayNotListen()
    {
        QFETCH(const QByteArray, token);

        const auto listener = listen(token.constData());

        QTRY_VERIFY(!listener->failed.isEmpty() || !listener->ended.isEmpty());
        QVERIFY(listener->messages.isEmpty());
    }

    void whoLosesTheRightIsCutOff()
    {
        const auto listener = listen("root");
        QTRY_COMPARE(listener->messages.size(), 1);
        m_house->tokens.known.clear();

        m_live->beat();

        QTRY_COMPARE(listener->ended.size(), 1);
        QCOMPARE(int(listener->socket.closeCode()), 1008);
    }

    void stoppingSaysSo()
    {
        const auto listener = listen("root");
        QTRY_COMPARE(listener->messages.size(), 1);

        m_live->stop();

        QTRY_COMPARE(listener->ended.size(), 1);
        QCOMPARE(int(listener->socket.closeCode()), 1001);
        QCOMPARE(m_live->readers(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(LiveFeedTest)
#include "tst_livefeed.moc"
