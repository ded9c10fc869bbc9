// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocolhouse.h"

#include <QTest>

//! X-RateLimit-*: who asks often is told how much is left before there is nothing left.
class RateLimitsTest : public QObject
{
    Q_OBJECT

    QByteArray m_secret;

    void fill(ProtocolHouse &house)
    {
        auto client = ProtocolHouse::webClient(QStringLiteral("app"));
        client.authMethod = QStringLiteral("client_secret_post");
        m_secret = house.add(client);
    }
    [[nodiscard]] Form proven(const Form &form) const
    {
        return form + Form{{"client_id", "app"}, {"client_secret", m_secret}};
    }
    [[nodiscard]] web::Response asked(ProtocolHouse &house, const QByteArray &path) const
    {
        if (path == "/oauth/register") {
            return house.sendJson(web::Method::Post,
                                  path,
                                  {{QStringLiteral("redirect_uris"),
                                    QJsonArray{QStringLiteral("http://127.0.0.1/callback")}}});
        }
        if (path == "/oauth/authorize")
            return house.get(path, ProtocolHouse::authorization("app"));
        if (path == "/oauth/par")
            return house.post(
                path, ProtocolHouse::authorization("app") + Form{{"client_secret", m_secret}});
        if (path == "/oauth/device")
            return house.post(path, proven({{"scope", "openid"}}));
        if (path == "/oauth/token")
            return house.post(path, proven({{"grant_type", "client_credentials"}}));
        return house.post(path, proven({{"token", "lkr_whatever"}}));
    }

private Q_SLOTS:
    void eachEndpointTellsAndEnds_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("bucket");
        QTest::addColumn<int>("limit");
        const auto add = [](const char *path, const char *bucket, int limit) {
            QTest::newRow(path) << QByteArray(path) << QString::fromLatin1(bucket) << limit;
        };
        add("/oauth/token", "client/app", 600);
        add("/oauth/device", "client/app", 600);
        add("/oauth/par", "client/app", 600);
        add("/oauth/introspect", "questions/client/app", 6000);
        add("/oauth/revoke", "questions/client/app", 6000);
        add("/oauth/register", "register/127.0.0.1", 20);
        add("/oauth/authorize", "authorize/127.0.0.1", 120);
    }
    void eachEndpointTellsAndEnds()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QString, bucket);
        QFETCH(const int, limit);
        ProtocolHouse house;
        fill(house);

        house.throttle.left.insert(bucket, 5);
        const auto one = asked(house, path);
        if (path != "/oauth/authorize") { // a page, which is for people
            QCOMPARE(one.header("X-RateLimit-Limit").toInt(), limit);
            QCOMPARE(one.header("X-RateLimit-Remaining"), "4");
        }

        house.throttle.left.insert(bucket, 0);
        const auto over = asked(house, path);
        QCOMPARE(over.status(), 429);
        QCOMPARE(over.header("Retry-After"), "7");
        QCOMPARE(over.header("X-RateLimit-Limit").toInt(), limit);
        QCOMPARE(over.header("X-RateLimit-Remaining"), "0");
    }

    void whoAsksMuchAboutTokensStillGetsSome()
    {
        ProtocolHouse house;
        fill(house);
        house.throttle.left.insert(QStringLiteral("questions/client/app"), 0);

        QCOMPARE(asked(house, "/oauth/introspect").status(), 429);
        QVERIFY(asked(house, "/oauth/token").status() != 429);
    }

    //! A stranger is told nothing about a client's bucket.
    void whoIsNotTheClientTakesNothingOfIt()
    {
        ProtocolHouse house;
        fill(house);
        house.throttle.left.insert(QStringLiteral("questions/client/app"), 1);
        m_secret = "wrong";

        const auto refused = asked(house, "/oauth/introspect");

        QCOMPARE(outcome(refused), "401 invalid_client");
        QVERIFY(refused.header("X-RateLimit-Remaining").isEmpty());
        QCOMPARE(house.throttle.left.value(QStringLiteral("questions/client/app")), 1);
    }
};

QTEST_GUILESS_MAIN(RateLimitsTest)
#include "tst_ratelimits.moc"
