// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tokenendpoint.h"
#include "support/fakeclock.h"
#include "support/pump.h"
#include "support/scriptedserver.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using base::ErrorCode;
using core::ClientAuth;
using oauth::ClientProof;
using oauth::Form;
using oauth::TokenAnswer;

namespace {

QJsonObject vectors()
{
    QFile file(QStringLiteral(TEST_DATA "/oauth/rfc-vectors.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("No vectors.");
    return QJsonDocument::fromJson(file.readAll()).object();
}

//! An endpoint on a scripted server.
struct Bench
{
    explicit Bench(ScriptedServer::Handler handler)
        : server(std::move(handler))
    {}

    base::Result<TokenAnswer> ask(ClientProof proof, core::TokenReplyQuirks quirks = {})
    {
        Form form;
        form.add("grant_type", QByteArrayView("authorization_code"));
        auto task = endpoint.ask(server.address(QStringLiteral("/token")),
                                 std::move(form),
                                 std::move(proof),
                                 quirks,
                                 {});
        return QCoro::waitFor(std::move(task));
    }

    ScriptedServer server;
    FakeClock clock;
    net::HttpClient http;
    net::CircuitBreaker breaker;
    net::Retry retry{http, clock, breaker};
    oauth::TokenEndpoint endpoint{retry, clock};
};

ScriptedServer::Reply tokens()
{
    return ScriptedServer::json({{QStringLiteral("access_token"), QStringLiteral("at")},
                                 {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                                 {QStringLiteral("expires_in"), 60}});
}

} // namespace

class TokenEndpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void provesTheClientByBasic_data();
    void provesTheClientByBasic();
    void provesTheClientInTheBody();
    void publicClientsNameThemselves();
    void catalogSaysHowToProve_data();
    void catalogSaysHowToProve();
    void dressesAsTheProviderLikesIt();
    void errorsOfTheStandardAreRefusals_data();
    void errorsOfTheStandardAreRefusals();
    void codesAreNeverSentTwice();
    void refreshesAreTriedAgain();
    void redirectsAreNotFollowed();
    void bringsRetryAfter();
};

void TokenEndpointTest::provesTheClientByBasic_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QByteArray>("authorization");

    const QJsonArray rows = vectors()[QLatin1String("rfc6749_basic_auth")].toArray();
    QVERIFY(!rows.isEmpty());
    for (const QJsonValue &row : rows) {
        const QString id = row[QLatin1String("client_id")].toString();
        QTest::newRow(qPrintable(id)) << id << row[QLatin1String("client_secret")].toString()
                                      << row[QLatin1String("authorization")].toString().toUtf8();
    }
}

void TokenEndpointTest::provesTheClientByBasic()
{
    QFETCH(QString, id);
    QFETCH(QString, secret);
    QFETCH(QByteArray, authorization);
    Bench bench([](const auto &) { return tokens(); });

    const auto answer =
        bench.ask(ClientProof(ClientAuth::Basic, id, base::Secret(secret.toUtf8())));

    VERIFY_RESULT(answer);
    QVERIFY(answer->reply);
    const auto &seen = bench.server.requests.first();
    QCOMPARE(seen.headers.value("authorization"), authorization);
    QCOMPARE(seen.body, QByteArray("grant_type=authorization_code"));
}

void TokenEndpointTest::provesTheClientInTheBody()
{
    Bench bench([](const auto &) { return tokens(); });

    const auto answer =
        bench.ask(ClientProof(ClientAuth::Post, QStringLiteral("me"), base::Secret("s&cret")));

    VERIFY_RESULT(answer);
    const auto &seen = bench.server.requests.first();
    QCOMPARE(seen.body,
             QByteArray("grant_type=authorization_code&client_id=me&client_secret=s%26cret"));
    QVERIFY(!seen.headers.contains("authorization"));
    QCOMPARE(seen.headers.value("content-type"), QByteArray("application/x-www-form-urlencoded"));
}

void TokenEndpointTest::publicClientsNameThemselves()
{
    Bench bench([](const auto &) { return tokens(); });

    const auto answer = bench.ask(ClientProof(ClientAuth::None, QStringLiteral("me"), {}));

    VERIFY_RESULT(answer);
    QCOMPARE(bench.server.requests.first().body,
             QByteArray("grant_type=authorization_code&client_id=me"));
}

void TokenEndpointTest::catalogSaysHowToProve_data()
{
    QTest::addColumn<ClientAuth>("catalog");
    QTest::addColumn<bool>("native");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<ClientAuth>("used");

    QTest::newRow("public") << ClientAuth::None << false << QByteArray() << ClientAuth::None;
    QTest::newRow("somebody registered a confidential client")
        << ClientAuth::None << false << QByteArray("s") << ClientAuth::Basic;
    QTest::newRow("native secret")
        << ClientAuth::None << true << QByteArray("s") << ClientAuth::Post;
    QTest::newRow("native without") << ClientAuth::None << true << QByteArray() << ClientAuth::None;
    QTest::newRow("basic") << ClientAuth::Basic << false << QByteArray("s") << ClientAuth::Basic;
    QTest::newRow("Reddit's installed app")
        << ClientAuth::Basic << false << QByteArray() << ClientAuth::Basic;
    QTest::newRow("public client where others have secrets")
        << ClientAuth::Post << false << QByteArray() << ClientAuth::None;
}

void TokenEndpointTest::catalogSaysHowToProve()
{
    QFETCH(ClientAuth, catalog);
    QFETCH(bool, native);
    QFETCH(QByteArray, secret);
    QFETCH(ClientAuth, used);
    core::Provider provider;
    provider.clientAuth = catalog;
    provider.sendSecretWithPkce = native;
    core::ClientCredentials client;
    client.clientId = QStringLiteral("me");
    client.clientSecret = base::Secret(secret);

    QCOMPARE(ClientProof(provider, client).method, used);
}

void TokenEndpointTest::dressesAsTheProviderLikesIt()
{
    Bench bench([](const auto &) { return tokens(); });
    core::TokenReplyQuirks quirks;
    quirks.userAgent = QStringLiteral("linux:latchkey:0.1");

    const auto answer = bench.ask(ClientProof(ClientAuth::None, QStringLiteral("me"), {}), quirks);

    VERIFY_RESULT(answer);
    const auto &seen = bench.server.requests.first();
    QCOMPARE(seen.method, QByteArray("POST"));
    QCOMPARE(seen.headers.value("accept"), QByteArray("application/json"));
    QCOMPARE(seen.headers.value("user-agent"), QByteArray("linux:latchkey:0.1"));
}

void TokenEndpointTest::errorsOfTheStandardAreRefusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");

    const QJsonArray rows = vectors()[QLatin1String("token_error_matrix")].toArray();
    for (const QJsonValue &row : rows) {
        if (row[QLatin1String("http")].toInt() < 400)
            continue;
        QTest::newRow(qPrintable(row[QLatin1String("case")].toString()))
            << row[QLatin1String("http")].toInt() << row[QLatin1String("error")].toString();
    }
}

void TokenEndpointTest::errorsOfTheStandardAreRefusals()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    Bench bench([&](const auto &) {
        return code.isEmpty() ? ScriptedServer::text({}, status)
                              : ScriptedServer::json({{QStringLiteral("error"), code}}, status);
    });

    const auto answer = bench.ask(ClientProof(ClientAuth::None, QStringLiteral("me"), {}));

    VERIFY_RESULT(answer);
    QVERIFY(!answer->reply);
    QCOMPARE(answer->refusal.status, status);
    QCOMPARE(answer->refusal.code, code);
    QVERIFY(!answer->refusal.isPassing());
}

void TokenEndpointTest::codesAreNeverSentTwice()
{
    Bench bench([](const auto &) { return ScriptedServer::text({}, 503); });

    const auto answer = bench.ask(ClientProof(ClientAuth::None, QStringLiteral("me"), {}));

    VERIFY_RESULT(answer);
    QVERIFY(answer->refusal.isPassing());
    QCOMPARE(bench.server.requests.size(), 1);
}

void TokenEndpointTest::refreshesAreTriedAgain()
{
    int calls = 0;
    Bench bench(
        [&calls](const auto &) { return ++calls < 3 ? ScriptedServer::text({}, 503) : tokens(); });
    Form form;
    form.add("grant_type", QByteArrayView("refresh_token"));

    auto task = bench.endpoint.askPatiently(bench.server.address(QStringLiteral("/token")),
                                            std::move(form),
                                            ClientProof(ClientAuth::None, QStringLiteral("me"), {}),
                                            {},
                                            {});
    pump(bench.clock, [&task] { return task.isReady(); });
    const auto answer = QCoro::waitFor(std::move(task));

    VERIFY_RESULT(answer);
    QVERIFY(answer->reply);
    QCOMPARE(bench.server.requests.size(), 3);
}

void TokenEndpointTest::redirectsAreNotFollowed()
{
    Bench bench([](const auto &) {
        return ScriptedServer::text({}, 302).with("Location", "http://127.0.0.1:1/token");
    });

    const auto answer = bench.ask(ClientProof(ClientAuth::None, QStringLiteral("me"), {}));

    VERIFY_ERROR(answer, ErrorCode::ToolFailed);
}

void TokenEndpointTest::bringsRetryAfter()
{
    Bench bench([](const auto &) {
        return ScriptedServer::json({{QStringLiteral("error"), QStringLiteral("slow_down")}}, 429)
            .with("Retry-After", "90");
    });

    const auto answer = bench.ask(ClientProof(ClientAuth::None, QStringLiteral("me"), {}));

    VERIFY_RESULT(answer);
    QVERIFY(answer->refusal.retryAfter == std::chrono::seconds(90));
}

QTEST_GUILESS_MAIN(TokenEndpointTest)
#include "tst_tokenendpoint.moc"
