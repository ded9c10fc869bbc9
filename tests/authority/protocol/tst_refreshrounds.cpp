// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocolhouse.h"
#include "authority/protocol/refreshtoken.h"
#include "support/verifyresult.h"

#include <QTest>

//! Refresh tokens that come in one turn of the event loop: one commit, and to each its own answer.
class RefreshRoundsTest : public QObject
{
    Q_OBJECT

    static QCoro::Task<web::Response> begin(ProtocolHouse &house, const QByteArray &token)
    {
        web::RequestParts parts;
        parts.method = web::Method::Post;
        parts.target = "/oauth/token";
        parts.base = ProtocolHouse::issuer;
        parts.headers.append("Content-Type", "application/x-www-form-urlencoded");
        parts.body = ProtocolHouse::encoded(
            {{"grant_type", "refresh_token"}, {"client_id", "app"}, {"refresh_token", token}});
        return house.router.answer(web::Request(std::move(parts)));
    }
    static QByteArray tokenOf(ProtocolHouse &house)
    {
        return textOf(house.tokens("app"), "refresh_token");
    }
    static int rotated(ProtocolHouse &house)
    {
        // Another connection sees what is kept, and nothing else.
        const auto database =
            ledger::Database::open(house.folder.filePath(QStringLiteral("latchkey.db")));
        const auto rows = (*database)->rows(
            QStringLiteral("SELECT count(*) FROM authority_grants WHERE refresh_number > 0"));
        return rows->first().first().toInt();
    }

private Q_SLOTS:
    void eachGetsItsOwnAnswer()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray old = tokenOf(house);
        const QByteArray good = tokenOf(house);
        const QByteArray twice = tokenOf(house);
        QCOMPARE(outcome(house.refresh("app", old)), "200");
        house.clock.advance(std::chrono::seconds(11));

        std::vector<QCoro::Task<web::Response>> underWay;
        for (const QByteArray &token : {good, QByteArray("lkr_unknown"), twice, old, twice})
            underWay.push_back(begin(house, token));
        QList<web::Response> answers;
        for (auto &task : underWay)
            answers += QCoro::waitFor(task);

        QByteArrayList outcomes;
        for (const web::Response &answer : std::as_const(answers))
            outcomes += outcome(answer);
        QCOMPARE(outcomes,
                 QByteArrayList({"200", "400 invalid_grant", "200", "401 invalid_grant", "200"}));
        QCOMPARE(textOf(answers[2].object(), "refresh_token"),
                 textOf(answers[4].object(), "refresh_token"));
        QVERIFY(textOf(answers[0].object(), "access_token")
                != textOf(answers[2].object(), "access_token"));
        QCOMPARE(house.events.kinds().count(QStringLiteral("refresh_replayed")), 1);
        QCOMPARE(outcome(house.refresh("app", textOf(answers[4].object(), "refresh_token"))),
                 "200");
    }

    void nobodyIsAnsweredBeforeAllIsKept()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray first = tokenOf(house);
        const QByteArray second = tokenOf(house);

        auto one = begin(house, first);
        auto two = begin(house, second);
        QVERIFY(!one.isReady() && !two.isReady());
        QCOMPARE(rotated(house), 0);

        QCOMPARE(outcome(QCoro::waitFor(one)), "200");
        QCOMPARE(rotated(house), 2);
        QCOMPARE(outcome(QCoro::waitFor(two)), "200");
    }

    void oneThatCannotBeStoredSpoilsNoOther()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray first = tokenOf(house);
        const QByteArray cursed = tokenOf(house);
        const QByteArray last = tokenOf(house);
        const auto token = authority::RefreshToken::read(house.keys, cursed);
        VERIFY_RESULT(token);
        VERIFY_RESULT(house.database->run(
            QStringLiteral("CREATE TRIGGER cursed BEFORE UPDATE ON authority_grants"
                           " WHEN OLD.id = '%1' BEGIN SELECT RAISE(ABORT, 'no'); END")
                .arg(token->grantId())));

        auto one = begin(house, first);
        auto two = begin(house, cursed);
        auto three = begin(house, last);

        QCOMPARE(outcome(QCoro::waitFor(one)), "200");
        QCOMPARE(outcome(QCoro::waitFor(two)), "500 server_error");
        QCOMPARE(outcome(QCoro::waitFor(three)), "200");
        QCOMPARE(rotated(house), 2);
        VERIFY_RESULT(house.database->run(QStringLiteral("DROP TRIGGER cursed")));
        QCOMPARE(outcome(house.refresh("app", cursed)), "200"); // it was not used up
    }

    void manyAreSignedByTheirOwnOrder()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        QByteArrayList tokens;
        for (int i = 0; i < 12; ++i) {
            house.people.subject.session = QStringLiteral("s-%1").arg(i);
            tokens += tokenOf(house);
        }

        std::vector<QCoro::Task<web::Response>> underWay;
        for (const QByteArray &token : std::as_const(tokens))
            underWay.push_back(begin(house, token));
        for (int i = 0; i < tokens.size(); ++i) {
            const QJsonObject reply = QCoro::waitFor(underWay[std::size_t(i)]).object();
            const QJsonObject id = house.claims(reply.value(u"id_token").toString(), "JWT");
            QCOMPARE(id.value(u"sid").toString(), QStringLiteral("s-%1").arg(i));
            QVERIFY(!house.claims(reply.value(u"access_token").toString()).isEmpty());
        }
    }

    void whoWaitsWhenTheHouseClosesIsTold()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QByteArray token = tokenOf(house);

        auto waiting = begin(house, token);
        house.protocol.reset();

        QVERIFY(waiting.isReady());
        QCOMPARE(outcome(QCoro::waitFor(waiting)), "503 temporarily_unavailable");
        QCOMPARE(rotated(house), 0);
    }
};

QTEST_GUILESS_MAIN(RefreshRoundsTest)
#include "tst_refreshrounds.moc"
