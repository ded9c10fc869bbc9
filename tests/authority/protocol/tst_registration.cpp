// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocolhouse.h"
#include "support/verifyresult.h"

#include <QTest>

namespace {

QJsonObject metadata()
{
    return {
        {QStringLiteral("client_name"), QStringLiteral("My app")},
        {QStringLiteral("redirect_uris"), QJsonArray{QStringLiteral("http://127.0.0.1/callback")}},
        {QStringLiteral("token_endpoint_auth_method"), QStringLiteral("none")},
        {QStringLiteral("grant_types"),
         QJsonArray{QStringLiteral("authorization_code"), QStringLiteral("refresh_token")}},
        {QStringLiteral("logo_uri"), QStringLiteral("https://rp.example/logo.png")}};
}

} // namespace

//! RFC 7591 and 7592, and the client table behind them and the window.
class RegistrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProgramOnThisMachineRegistersItself()
    {
        ProtocolHouse house;
        const auto response = house.sendJson(web::Method::Post, "/oauth/register", metadata());
        QCOMPARE(response.status(), 201);
        QCOMPARE(response.header("Cache-Control"), "no-store");
        const QJsonObject made = response.object();
        const QByteArray id = textOf(made, "client_id");
        QVERIFY(!id.isEmpty());
        QVERIFY(!made.contains(u"client_secret"));
        QVERIFY(!house.code(ProtocolHouse::authorization(id)).isEmpty());
        QVERIFY(house.people.asked.first().isSelfRegistered);
    }

    void aConfidentialOneGetsItsSecretOnce()
    {
        ProtocolHouse house;
        QJsonObject ask = metadata();
        ask.remove(QStringLiteral("token_endpoint_auth_method")); // client_secret_basic
        const QJsonObject made = house.sendJson(web::Method::Post, "/oauth/register", ask).object();
        QCOMPARE(textOf(made, "token_endpoint_auth_method"), "client_secret_basic");
        QVERIFY(textOf(made, "client_secret").size() > 40);
        QCOMPARE(made.value(u"client_secret_expires_at").toInt(-1), 0);
        const auto seen = house.get("/oauth/register/" + textOf(made, "client_id"), {}, key(made));
        QCOMPARE(seen.status(), 200);
        QVERIFY(!seen.object().contains(u"client_secret"));
    }

    void whoRegistersAndNeverComesBackIsSwept()
    {
        ProtocolHouse house;
        const auto registered = [&house] {
            return house.sendJson(web::Method::Post, "/oauth/register", metadata()).object();
        };
        const auto isThere = [&house](const QJsonObject &client) {
            return house.get("/oauth/register/" + textOf(client, "client_id"), {}, key(client))
                       .status()
                   == 200;
        };
        const QJsonObject unused = registered();
        const QJsonObject used = registered();
        const QJsonObject lookedAfter = registered();
        auto ours = ProtocolHouse::webClient(QStringLiteral("ours"));
        house.add(ours);
        QVERIFY(!house.code(ProtocolHouse::authorization(textOf(used, "client_id"))).isEmpty());
        QVERIFY(isThere(lookedAfter));

        house.clock.advance(std::chrono::hours(24) - std::chrono::seconds(1));
        const QJsonObject young = registered();
        VERIFY_RESULT(house.protocol->cleanUp());
        QCOMPARE(*house.protocol->clientCount(), 5);
        house.clock.advance(std::chrono::seconds(1));
        VERIFY_RESULT(house.protocol->cleanUp());

        QCOMPARE(*house.protocol->clientCount(), 4);
        QVERIFY(!isThere(unused));
        for (const QJsonObject &client : {used, lookedAfter, young})
            QVERIFY(isThere(client));
        QCOMPARE(house.events.kinds().count(QStringLiteral("client_removed")), 1);
        QCOMPARE(house.events.entries.last().clientId.toLatin1(), textOf(unused, "client_id"));
    }

    void theSweepCanBeTurnedOff()
    {
        ProtocolHouse house([](authority::ProtocolSettings &settings) {
            settings.unusedClientLife = std::chrono::seconds(0);
        });
        house.sendJson(web::Method::Post, "/oauth/register", metadata());
        house.clock.advance(std::chrono::hours(1000));
        VERIFY_RESULT(house.protocol->cleanUp());
        QCOMPARE(*house.protocol->clientCount(), 1);
    }

    void whatCannotBeHadIsRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QByteArray>("error");
        const auto add = [](const char *row,
                            const char *member,
                            const QJsonValue &value,
                            const char *error = "400 invalid_client_metadata") {
            QTest::newRow(row) << QString::fromLatin1(member) << value << QByteArray(error);
        };
        const char *redirect = "400 invalid_redirect_uri";
        add("oidcc-redirect-uri-regfrag",
            "redirect_uris",
            QJsonArray{QStringLiteral("https://rp.example/cb#x")},
            redirect);
        add("plain http",
            "redirect_uris",
            QJsonArray{QStringLiteral("http://rp.example/")},
            redirect);
        add("script", "redirect_uris", QJsonArray{QStringLiteral("javascript:x")}, redirect);
        add("none", "redirect_uris", QJsonArray{}, redirect);
        add("no list", "redirect_uris", QStringLiteral("https://rp.example/cb"), redirect);
        add("numbers", "redirect_uris", QJsonArray{1}, redirect);
        add("unknown grant", "grant_types", QJsonArray{QStringLiteral("password")});
        add("implicit", "response_types", QJsonArray{QStringLiteral("id_token")});
        add("unknown method", "token_endpoint_auth_method", QStringLiteral("client_secret_jwt"));
        add("keys are missing", "token_endpoint_auth_method", QStringLiteral("private_key_jwt"));
        add("jwks_uri", "jwks_uri", QStringLiteral("http://169.254.169.254/"));
        add("oidcc-registration-sector-bad",
            "sector_identifier_uri",
            QStringLiteral("https://rp.example/s"));
        add("pairwise", "subject_type", QStringLiteral("pairwise"));
        add("oidcc-idtoken-unsigned", "id_token_signed_response_alg", QStringLiteral("none"));
        add("oidcc-userinfo-rs256", "userinfo_signed_response_alg", QStringLiteral("RS256"));
        add("a name of control characters", "client_name", QStringLiteral("a\u0007b"));
        add("symmetric key",
            "jwks",
            QJsonObject{{QStringLiteral("keys"),
                         QJsonArray{QJsonObject{{QStringLiteral("kty"), QStringLiteral("oct")},
                                                {QStringLiteral("k"), QStringLiteral("AAAA")}}}}});
    }

    void whatCannotBeHadIsRefused()
    {
        QFETCH(const QString, member);
        QFETCH(const QJsonValue, value);
        QFETCH(const QByteArray, error);
        ProtocolHouse house;
        QJsonObject ask = metadata();
        ask.insert(member, value);
        QCOMPARE(outcome(house.sendJson(web::Method::Post, "/oauth/register", ask)), error);
        QCOMPARE(house.protocol->clientCount().value(), 0);
    }

    void elsewhereATokenIsNeeded()
    {
        ProtocolHouse house;
        const auto from = [&](const QByteArray &authorization, const QByteArray &origin = {}) {
            web::RequestParts parts;
            parts.method = web::Method::Post;
            parts.target = "/oauth/register";
            parts.headers.append("Content-Type", "application/json");
            if (!authorization.isEmpty())
                parts.headers.append("Authorization", authorization);
            if (!origin.isEmpty())
                parts.headers.append("Origin", origin);
            parts.body = QJsonDocument(metadata()).toJson();
            if (origin.isEmpty())
                parts.peer = {QHostAddress(QStringLiteral("192.0.2.7")), false};
            return house.send(std::move(parts)).status();
        };
        QCOMPARE(from({}), 401);
        QCOMPARE(from({}, "http://127.0.0.1:7420"), 401); // a page is not a program
        QCOMPARE(from("Bearer nothing"), 401);
        const auto token = house.protocol->addRegistrationToken(QStringLiteral("for the team"),
                                                                house.clock.now().addDays(1));
        VERIFY_RESULT(token);
        const QByteArray shown = "Bearer " + token->expose().toByteArray();
        QCOMPARE(from(shown), 201);
        house.clock.advance(std::chrono::hours(24));
        QCOMPARE(from(shown), 401);
    }

    void itsTokenReadsChangesAndRemoves()
    {
        ProtocolHouse house;
        const QJsonObject made =
            house.sendJson(web::Method::Post, "/oauth/register", metadata()).object();
        const QByteArray path = "/oauth/register/" + textOf(made, "client_id");
        QCOMPARE(house.get(path, {}, {{"Authorization", "Bearer wrong"}}).status(), 401);
        QCOMPARE(house.get(path).status(), 401);
        QJsonObject change = metadata();
        change.insert(QStringLiteral("client_name"), QStringLiteral("Another name"));
        QCOMPARE(outcome(house.sendJson(web::Method::Put, path, change, key(made))),
                 "400 invalid_client_metadata");
        change.insert(QStringLiteral("client_id"), made.value(u"client_id"));
        QCOMPARE(house.sendJson(web::Method::Put, path, change, key(made)).status(), 200);
        QCOMPARE(textOf(house.get(path, {}, key(made)).object(), "client_name"), "Another name");
        QCOMPARE(house.sendJson(web::Method::Delete, path, {}, key(made)).status(), 204);
        QCOMPARE(house.get(path, {}, key(made)).status(), 401);
    }

    //! RFC 7592 2.3: what was given goes with the client.
    void removingTakesWhatPeopleAllowedAlong()
    {
        ProtocolHouse house;
        const QJsonObject made =
            house.sendJson(web::Method::Post, "/oauth/register", metadata()).object();
        const QString id = made.value(u"client_id").toString();
        VERIFY_RESULT(house.database->change(
            QStringLiteral("INSERT INTO authority_consents (user_id, client_id, scopes, given_at)"
                           " VALUES ('u-ada', ?, 'openid', 1), ('u-ada', 'another', 'openid', 1)"),
            {id}));

        QCOMPARE(
            house.sendJson(web::Method::Delete, "/oauth/register/" + id.toLatin1(), {}, key(made))
                .status(),
            204);

        const auto left =
            house.database->rows(QStringLiteral("SELECT client_id FROM authority_consents"));
        VERIFY_RESULT(left);
        QCOMPARE(left->size(), 1);
        QCOMPARE(left->first().first().toString(), QStringLiteral("another"));
    }

    void theWindowIsToldEverythingThatIsWrong()
    {
        ProtocolHouse house;
        core::AuthorityClient client;
        client.name = QString();
        client.redirectUris = {QStringLiteral("ftp://x")};
        client.authMethod = QStringLiteral("magic");
        const auto made = house.protocol->addClient(client, QStringLiteral("window"));
        VERIFY_ERROR(made, base::ErrorCode::InvalidInput);
        QCOMPARE(made.error().message.count(u'\n'), 2);
    }

    void anIdIsTakenOnceAndIsNoPersons()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const auto again = house.protocol->addClient(
            ProtocolHouse::webClient(QStringLiteral("app")), QStringLiteral("window"));
        VERIFY_ERROR(again, base::ErrorCode::Conflict);
        VERIFY_RESULT(house.database->change(
            QStringLiteral("INSERT INTO authority_users (id, name, created_at, changed_at)"
                           " VALUES ('person-1', 'ada', 0, 0)"),
            {}));
        const auto person = house.protocol->addClient(
            ProtocolHouse::webClient(QStringLiteral("person-1")), QStringLiteral("window"));
        VERIFY_ERROR(person, base::ErrorCode::Conflict);
    }

    void aRenewedSecretEndsTheOldOne()
    {
        ProtocolHouse house;
        auto client = ProtocolHouse::webClient(QStringLiteral("desk"));
        client.authMethod = QStringLiteral("client_secret_post");
        client.grants += QStringLiteral("client_credentials");
        const QByteArray before = house.add(client);
        const auto ask = [&](const QByteArray &secret) {
            return outcome(house.post("/oauth/token",
                                      {{"grant_type", "client_credentials"},
                                       {"client_id", "desk"},
                                       {"client_secret", secret}}));
        };
        QCOMPARE(ask(before), "200");
        const auto after = house.protocol->renewClientSecret(QStringLiteral("desk"));
        VERIFY_RESULT(after);
        QCOMPARE(ask(before), "401 invalid_client");
        QCOMPARE(ask(after->expose().toByteArray()), "200");
    }

    void anotherInstancesChangeIsSeenWithinASecond()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        QByteArray token = textOf(house.tokens("app"), "refresh_token");
        VERIFY_RESULT(house.database->change(
            QStringLiteral("UPDATE authority_clients SET active = 0 WHERE id = 'app'"), {}));
        house.clock.advance(std::chrono::seconds(1));
        QCOMPARE(outcome(house.refresh("app", token)), "401 invalid_client");
    }

    void theListIsWhatWasAdded()
    {
        ProtocolHouse house;
        auto client = ProtocolHouse::webClient(QStringLiteral("app"));
        client.origins = {QStringLiteral("https://spa.example")};
        house.add(client);
        const auto list = house.protocol->clients();
        VERIFY_RESULT(list);
        QCOMPARE(list->size(), 1);
        client.createdAt = house.clock.now();
        client.createdBy = QStringLiteral("test");
        QCOMPARE(list->first(), client);
    }

private:
    static Form key(const QJsonObject &made)
    {
        return {{"Authorization", "Bearer " + textOf(made, "registration_access_token")}};
    }
};

QTEST_GUILESS_MAIN(RegistrationTest)
#include "tst_registration.moc"
