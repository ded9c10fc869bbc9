// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocolhouse.h"
#include "crypto/digest.h"
#include "support/verifyresult.h"

#include <QFile>
#include <QTest>

//! Rotation, RFC 9700 4.14: the rows of refresh_rotation_table in tests/data/oauth, and the grace.
class RefreshTokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenGivesASuccessorAndIsUsedUp()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray first = textOf(house.tokens("app"), "refresh_token");

        const QJsonObject reply = house.refresh("app", first).object();

        const QByteArray second = textOf(reply, "refresh_token");
        QVERIFY(!second.isEmpty());
        QVERIFY(second != first);
        QCOMPARE(house.claims(reply.value(u"access_token").toString()).value(u"sub").toString(),
                 QStringLiteral("u-ada"));
        QCOMPARE(outcome(house.refresh("app", second)), "200");
    }

    void aLostReplyGetsTheSameSuccessorAgain()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray first = textOf(house.tokens("app"), "refresh_token");
        const QByteArray second = textOf(house.refresh("app", first).object(), "refresh_token");

        house.clock.advance(std::chrono::seconds(10));
        const auto again = house.refresh("app", first);

        QCOMPARE(outcome(again), "200");
        QCOMPARE(textOf(again.object(), "refresh_token"), second);
        QCOMPARE(outcome(house.refresh("app", second)), "200"); // it did not cost the good one
    }

    //! One of several programs that share a sign-in is slow, and the others go on meanwhile.
    void whoIsAFewRotationsBehindCatchesUp()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        QByteArrayList tokens{textOf(house.tokens("app"), "refresh_token")};
        for (int i = 0; i < 5; ++i) {
            tokens += textOf(house.refresh("app", tokens.last()).object(), "refresh_token");
            house.clock.advance(std::chrono::seconds(2));
        }

        // 5 is the last; 4 to 1 were rotated 2 to 8 s ago.
        for (int i = 4; i > 0; --i) {
            const auto again = house.refresh("app", tokens.at(i));
            QCOMPARE(outcome(again), "200");
            QCOMPARE(textOf(again.object(), "refresh_token"), tokens.at(i + 1));
        }
        house.clock.advance(std::chrono::seconds(3));
        QCOMPARE(outcome(house.refresh("app", tokens.at(1))), "401 invalid_grant");
        QCOMPARE(outcome(house.refresh("app", tokens.last())), "400 invalid_grant");
    }

    void manyRotationsInOneSecondLeaveNobodyBehind()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        QByteArrayList tokens{textOf(house.tokens("app"), "refresh_token")};
        for (int i = 0; i < 20; ++i) {
            tokens += textOf(house.refresh("app", tokens.last()).object(), "refresh_token");
            house.clock.advance(std::chrono::milliseconds(50));
        }

        house.clock.advance(std::chrono::milliseconds(9000)); // the first: 10 s ago
        for (const int i : {0, 1, 7, 19}) {
            const auto again = house.refresh("app", tokens.at(i));
            QCOMPARE(outcome(again), "200");
            QCOMPARE(textOf(again.object(), "refresh_token"), tokens.at(i + 1));
        }
        house.clock.advance(std::chrono::milliseconds(501));
        QCOMPARE(outcome(house.refresh("app", tokens.at(0))), "401 invalid_grant");
    }

    void aClockThatWasPutBackMakesNothingGoodForLonger()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray first = textOf(house.tokens("app"), "refresh_token");
        const QByteArray second = textOf(house.refresh("app", first).object(), "refresh_token");
        const auto third = [&] {
            house.clock.advance(-std::chrono::hours(1));
            return textOf(house.refresh("app", second).object(), "refresh_token");
        }();

        // What is rotated by the new clock has its grace, and what was before it has none.
        QCOMPARE(textOf(house.refresh("app", second).object(), "refresh_token"), third);
        QCOMPARE(outcome(house.refresh("app", first)), "401 invalid_grant");
    }

    void aFamilyIsOneRowHoweverOftenItIsRotated()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray first = textOf(house.tokens("app"), "refresh_token");
        QByteArray token = first;
        for (int i = 0; i < 300; ++i)
            token = textOf(house.refresh("app", token).object(), "refresh_token");

        const auto rows = house.database->rows(
            QStringLiteral("SELECT count(*), max(length(refresh_rotations)), max(refresh_number)"
                           " FROM authority_grants"));
        QCOMPARE(rows->first().at(0).toInt(), 1);
        QCOMPARE_LE(rows->first().at(1).toInt(), 20);
        QCOMPARE(rows->first().at(2).toInt(), 300);
        house.clock.advance(std::chrono::seconds(11));
        QCOMPARE(outcome(house.refresh("app", first)), "401 invalid_grant");
    }

    void whatIsMadeUpIsUnknownAndCostsNothing_data()
    {
        QTest::addColumn<std::function<QByteArray(QByteArray)>>("change");
        using Change = std::function<QByteArray(QByteArray)>;
        const auto at = [](qsizetype byte) -> Change {
            return [byte](const QByteArray &token) {
                QByteArray bytes = *crypto::fromBase64Url(token.sliced(4));
                bytes[byte] = char(bytes.at(byte) ^ 1);
                return "lkr_" + crypto::toBase64Url(bytes);
            };
        };
        QTest::newRow("another family") << at(0);
        QTest::newRow("another secret") << at(20);
        QTest::newRow("another number") << at(35);
        QTest::newRow("a number far ahead") << at(32);
        QTest::newRow("another tag") << at(51);
        QTest::newRow("shorter") << Change(
            [](const QByteArray &token) { return token.chopped(4); });
        QTest::newRow("longer") << Change([](const QByteArray &token) { return token + "AAAA"; });
        QTest::newRow("no base64url")
            << Change([](QByteArray token) { return token.replace(token.size() - 3, 1, "+"); });
        QTest::newRow("without its prefix")
            << Change([](const QByteArray &token) { return token.sliced(4); });
        QTest::newRow("the prefix alone") << Change([](const QByteArray &) { return "lkr_"; });
    }
    void whatIsMadeUpIsUnknownAndCostsNothing()
    {
        QFETCH(const std::function<QByteArray(QByteArray)>, change);
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray token = textOf(house.tokens("app"), "refresh_token");

        QCOMPARE(outcome(house.refresh("app", change(token))), "400 invalid_grant");

        QCOMPARE(outcome(house.refresh("app", token)), "200");
    }

    void theTagIsOfThisAuthority()
    {
        ProtocolHouse house;
        ProtocolHouse other;
        other.add(ProtocolHouse::webClient(QStringLiteral("app")));
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray theirs = textOf(other.tokens("app"), "refresh_token");

        QCOMPARE(outcome(house.refresh("app", theirs)), "400 invalid_grant");
    }

    void laterReuseIs401AndEndsTheFamily()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray first = textOf(house.tokens("app"), "refresh_token");
        const QJsonObject reply = house.refresh("app", first).object();

        house.clock.advance(std::chrono::milliseconds(10'001));

        const auto reuse = house.refresh("app", first);
        QCOMPARE(outcome(reuse), "401 invalid_grant");
        QCOMPARE(reuse.header("Cache-Control"), "no-store");
        QCOMPARE(outcome(house.refresh("app", textOf(reply, "refresh_token"))),
                 "400 invalid_grant");
        const auto userinfo = house.get(
            "/oauth/userinfo", {}, {{"Authorization", "Bearer " + textOf(reply, "access_token")}});
        QCOMPARE(outcome(userinfo), "401 invalid_token");
        QVERIFY(house.events.kinds().contains(QStringLiteral("refresh_replayed")));
    }

    void anotherClientGetsNothing()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        house.add(ProtocolHouse::webClient(QStringLiteral("thief")));
        const QByteArray token = textOf(house.tokens("app"), "refresh_token");

        QCOMPARE(outcome(house.refresh("thief", token)), "400 invalid_grant");
        QCOMPARE(outcome(house.refresh("app", token)), "200");
    }

    void fewerScopesAreGivenAndTheTokenKeepsAll()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray code = house.code(
            ProtocolHouse::authorization("app", "openid offline_access profile api:read"));
        const QByteArray first =
            textOf(house.post("/oauth/token", ProtocolHouse::codeForm("app", code)).object(),
                   "refresh_token");

        const QJsonObject narrow =
            house.refresh("app", first, {{"scope", "openid api:read"}}).object();
        QCOMPARE(textOf(narrow, "scope"), "openid api:read");
        const QJsonObject whole = house.refresh("app", textOf(narrow, "refresh_token")).object();
        QCOMPARE(textOf(whole, "scope"), "openid offline_access profile api:read");
    }

    void moreScopesAreRefusedAndCostNothing()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray token = textOf(house.tokens("app"), "refresh_token");

        QCOMPARE(outcome(house.refresh("app", token, {{"scope", "openid api:write"}})),
                 "400 invalid_scope");
        QCOMPARE(outcome(house.refresh("app", token, {{"resource", "https://api.example/a"}})),
                 "400 invalid_target");
        house.clock.advance(std::chrono::minutes(1));
        QCOMPARE(outcome(house.refresh("app", token)), "200");
    }

    void anUnusedTokenEndsAfterFourteenDays()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray token = textOf(house.tokens("app"), "refresh_token");

        house.clock.advance(std::chrono::hours(14 * 24));

        QCOMPARE(outcome(house.refresh("app", token)), "400 invalid_grant");
    }

    void aFamilyEndsAfterNinetyDays()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        QByteArray token = textOf(house.tokens("app"), "refresh_token");
        for (int day = 0; day < 88; day += 8) {
            house.clock.advance(std::chrono::hours(8 * 24));
            VERIFY_RESULT(QCoro::waitFor(house.keys.turn()));
            token = textOf(house.refresh("app", token).object(), "refresh_token");
            QVERIFY(!token.isEmpty());
        }

        house.clock.advance(std::chrono::hours(3 * 24));

        QCOMPARE(outcome(house.refresh("app", token)), "400 invalid_grant");
    }

    void aPersonWhoIsGoneEndsTheFamily()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray token = textOf(house.tokens("app"), "refresh_token");
        house.people.users[QStringLiteral("u-ada")].isActive = false;

        QCOMPARE(outcome(house.refresh("app", token)), "400 invalid_grant");
        house.people.users[QStringLiteral("u-ada")].isActive = true;
        QCOMPARE(outcome(house.refresh("app", token)), "400 invalid_grant");
    }

    void revokingASessionEndsItsGrantsAlone()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray one = textOf(house.tokens("app"), "refresh_token");
        house.people.subject.session = QStringLiteral("s-2");
        const QByteArray two = textOf(house.tokens("app"), "refresh_token");

        VERIFY_RESULT(house.protocol->revokeGrants(
            QStringLiteral("u-ada"), QStringLiteral("s-1"), QStringLiteral("signed_out")));

        QCOMPARE(outcome(house.refresh("app", one)), "400 invalid_grant");
        QCOMPARE(outcome(house.refresh("app", two)), "200");
    }

    void whileLockedNothingIsUsedUp()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray token = textOf(house.tokens("app"), "refresh_token");

        house.keys.close();
        QCOMPARE(outcome(house.refresh("app", token)), "503 temporarily_unavailable");
        VERIFY_RESULT(QCoro::waitFor(house.keys.open()));
        house.clock.advance(std::chrono::minutes(1));

        QCOMPARE(outcome(house.refresh("app", token)), "200");
    }

    void whileLockedATokenCanBeRevoked()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray token = textOf(house.tokens("app"), "refresh_token");

        house.keys.close();
        QCOMPARE(house.post("/oauth/revoke", {{"client_id", "app"}, {"token", token}}).status(),
                 200);
        VERIFY_RESULT(QCoro::waitFor(house.keys.open()));

        QCOMPARE(outcome(house.refresh("app", token)), "400 invalid_grant");
    }

    void whileLockedACodeIsNotUsedUp_data()
    {
        QTest::addColumn<QByteArray>("scope");
        QTest::newRow("with refresh tokens") << QByteArray("openid offline_access");
        QTest::newRow("without") << QByteArray("openid");
    }
    void whileLockedACodeIsNotUsedUp()
    {
        QFETCH(const QByteArray, scope);
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const Form form =
            ProtocolHouse::codeForm("app", house.code(ProtocolHouse::authorization("app", scope)));

        house.keys.close();
        QCOMPARE(outcome(house.post("/oauth/token", form)), "503 temporarily_unavailable");
        VERIFY_RESULT(QCoro::waitFor(house.keys.open()));

        QCOMPARE(outcome(house.post("/oauth/token", form)), "200");
    }

    void noTokenIsInTheDatabase()
    {
        ProtocolHouse house;
        const QByteArray secret = [&house] {
            auto client = ProtocolHouse::webClient(QStringLiteral("app"));
            client.authMethod = QStringLiteral("client_secret_post");
            return house.add(client);
        }();
        const QByteArray code = house.code(QByteArray("app"));
        const QJsonObject reply =
            house
                .post("/oauth/token",
                      ProtocolHouse::codeForm("app", code) + Form{{"client_secret", secret}})
                .object();
        QVERIFY(reply.contains(u"refresh_token"));

        QFile file(house.database->name() + QStringLiteral("-wal"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();

        for (const QByteArray &value : {secret,
                                        code,
                                        textOf(reply, "refresh_token"),
                                        textOf(reply, "access_token"),
                                        ProtocolHouse::verifier()})
            QVERIFY(!value.isEmpty() && !bytes.contains(value));
    }

    void whatHasEndedIsCleanedUp()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        for (int i = 0; i < 5; ++i)
            QVERIFY(house.tokens("app").contains(u"refresh_token"));
        house.clock.advance(std::chrono::hours(91 * 24));

        int rounds = 0;
        while (house.protocol->cleanUp(2).value() > 0 && rounds < 50)
            ++rounds;

        QVERIFY(rounds > 2);
        for (const char *table : {"authority_grants", "authority_codes", "authority_requests"}) {
            const auto rows = house.database->rows(
                QStringLiteral("SELECT count(*) FROM %1").arg(QString::fromLatin1(table)));
            QCOMPARE(rows->first().first().toInt(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(RefreshTokensTest)
#include "tst_refreshtokens.moc"
