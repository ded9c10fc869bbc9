// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocolhouse.h"
#include "support/verifyresult.h"

#include <QTest>

//! RFC 8628.
class DeviceGrantTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeviceGetsItsTokensWhenThePersonSaysYes()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("television")));
        const QJsonObject codes = ask(house);
        QCOMPARE(textOf(codes, "verification_uri"), "http://127.0.0.1:7420/device");
        QVERIFY(textOf(codes, "verification_uri_complete").endsWith(textOf(codes, "user_code")));
        QCOMPARE(codes.value(u"expires_in").toInt(), 600);
        QCOMPARE(codes.value(u"interval").toInt(), 5);
        QCOMPARE(outcome(poll(house, codes)), "400 authorization_pending");

        const auto found =
            house.protocol->findDevice(codes.value(u"user_code").toString().toLower().remove(u'-'));
        VERIFY_RESULT(found);
        QCOMPARE(found->kind, authority::Interaction::Kind::Device);
        QCOMPARE(found->clientId, QStringLiteral("television"));
        VERIFY_RESULT(house.protocol->find(found->id));
        const auto then = house.protocol->allow(found->id, house.people.subject, found->scopes);
        VERIFY_RESULT(then);
        QVERIFY(then->isEmpty());

        house.clock.advance(std::chrono::seconds(5));
        const auto reply = poll(house, codes);
        QCOMPARE(outcome(reply), "200");
        QCOMPARE(textOf(reply.object(), "scope"), "openid offline_access");
        QVERIFY(reply.object().contains(u"id_token"));
        QCOMPARE(outcome(house.refresh("television", textOf(reply.object(), "refresh_token"))),
                 "200");
        QCOMPARE(outcome(poll(house, codes)), "400 invalid_grant"); // once
    }

    //! Else it could send somebody a link that skips typing the code.
    void theDeviceCannotNameItsOwnRequest()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("television")));
        const QJsonObject codes = ask(house);
        const auto found = house.protocol->findDevice(codes.value(u"user_code").toString());
        VERIFY_RESULT(found);
        for (const char *known : {"device_code", "user_code"}) {
            const QByteArray code = textOf(codes, known);
            const QByteArray hash = crypto::toBase64Url(crypto::digest(crypto::Hash::Sha256, code));
            QVERIFY(!found->id.contains(QString::fromLatin1(code)));
            QVERIFY(!found->id.contains(QString::fromLatin1(hash)));
            VERIFY_ERROR(house.protocol->find(QStringLiteral("d.") + QString::fromLatin1(hash)),
                         base::ErrorCode::NotFound);
        }
    }

    void whoPollsTooFastIsSlowedDownForGood()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("television")));
        const QJsonObject codes = ask(house);
        const auto after = [&](int seconds) {
            house.clock.advance(std::chrono::seconds(seconds));
            return outcome(poll(house, codes));
        };
        QCOMPARE(after(0), "400 authorization_pending");
        QCOMPARE(after(2), "400 slow_down"); // 10 s from here
        QCOMPARE(after(5), "400 slow_down"); // 15 s
        QCOMPARE(after(15), "400 authorization_pending");
        QCOMPARE(after(5), "400 slow_down");
    }

    void noIsSaid()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("television")));
        const QJsonObject codes = ask(house);
        const auto found = house.protocol->findDevice(codes.value(u"user_code").toString());
        VERIFY_RESULT(house.protocol->deny(found->id, QStringLiteral("access_denied")));
        QCOMPARE(outcome(poll(house, codes)), "400 access_denied");
        VERIFY_ERROR(house.protocol->findDevice(codes.value(u"user_code").toString()),
                     base::ErrorCode::NotFound);
    }

    void codesEndAfterTenMinutes()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("television")));
        const QJsonObject codes = ask(house);
        house.clock.advance(std::chrono::minutes(10));
        QCOMPARE(outcome(poll(house, codes)), "400 expired_token");
        VERIFY_ERROR(house.protocol->findDevice(codes.value(u"user_code").toString()),
                     base::ErrorCode::Expired);
    }

    void anotherClientGetsNothing()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("television")));
        house.add(ProtocolHouse::webClient(QStringLiteral("thief")));
        QCOMPARE(outcome(poll(house, ask(house), "thief")), "400 invalid_grant");
    }

    void wrongCodesAreNotFound()
    {
        ProtocolHouse house;
        VERIFY_ERROR(house.protocol->findDevice(QStringLiteral("WDJB-MJHT")),
                     base::ErrorCode::NotFound);
        VERIFY_ERROR(house.protocol->findDevice(QStringLiteral("' OR 1=1 --")),
                     base::ErrorCode::NotFound);
    }

    void aClientWithoutTheGrantIsRefused()
    {
        ProtocolHouse house;
        auto client = ProtocolHouse::webClient(QStringLiteral("app"));
        client.grants = {QStringLiteral("authorization_code")};
        house.add(client);
        QCOMPARE(outcome(house.post("/oauth/device", {{"client_id", "app"}})),
                 "400 unauthorized_client");
    }

private:
    static QJsonObject ask(ProtocolHouse &house)
    {
        return house
            .post("/oauth/device",
                  {{"client_id", "television"}, {"scope", "openid offline_access"}})
            .object();
    }
    static web::Response poll(ProtocolHouse &house,
                              const QJsonObject &codes,
                              const QByteArray &client = "television")
    {
        return house.post("/oauth/token",
                          {{"grant_type", "urn:ietf:params:oauth:grant-type:device_code"},
                           {"client_id", client},
                           {"device_code", textOf(codes, "device_code")}});
    }
};

QTEST_GUILESS_MAIN(DeviceGrantTest)
#include "tst_devicegrant.moc"
