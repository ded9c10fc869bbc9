// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/completion.h"
#include "oauth/deviceflow.h"
#include "oauth/idtoken.h"
#include "oauth/jwks.h"
#include "support/fakeclock.h"
#include "support/fakeports.h"
#include "support/pump.h"
#include "support/scriptedserver.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using base::ErrorCode;
using Manner = ScriptedServer::Manner;
using Step = core::SignInProgress::Step;
using std::chrono::seconds;

namespace {

ScriptedServer::Reply refusal(const QString &code, int status = 400)
{
    return ScriptedServer::json({{QStringLiteral("error"), code}}, status);
}

ScriptedServer::Reply tokens()
{
    return ScriptedServer::json({{QStringLiteral("access_token"), QStringLiteral("at")},
                                 {QStringLiteral("refresh_token"), QStringLiteral("rt")},
                                 {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                                 {QStringLiteral("expires_in"), 3600}});
}

//! A provider that answers polls from a list, and the flow that talks to it.
class Bench
{
public:
    Bench()
        : server([this](const ScriptedServer::Request &request) { return answer(request); })
    {
        provider.id = QStringLiteral("acme");
        provider.name = QStringLiteral("Acme");
        provider.deviceEndpoint = server.address(QStringLiteral("/device"));
        provider.tokenEndpoint = server.address(QStringLiteral("/token"));
        device = {{QStringLiteral("device_code"), QStringLiteral("dc-1")},
                  {QStringLiteral("user_code"), QStringLiteral("WDJB-MJHT")},
                  {QStringLiteral("verification_uri"), QStringLiteral("https://acme.dev/device")},
                  {QStringLiteral("verification_uri_complete"),
                   QStringLiteral("https://acme.dev/device?code=WDJB-MJHT")},
                  {QStringLiteral("expires_in"), 900}};
    }

    [[nodiscard]] base::Task<core::SignedIn> start()
    {
        core::ClientCredentials client;
        client.clientId = QStringLiteral("me");
        return flow.run(
            provider,
            std::move(client),
            {QStringLiteral("read"), QStringLiteral("write")},
            [this](const core::SignInProgress &progress) { reports += progress; },
            stop.get_token());
    }

    //! Runs to the end and notes how long it waited before each poll.
    base::Result<core::SignedIn> run()
    {
        auto task = start();
        waits = pump(clock, [&task] { return task.isReady(); });
        if (!task.isReady())
            qFatal("The flow does not end.");
        return QCoro::waitFor(std::move(task));
    }

    [[nodiscard]] QList<int> waitedSeconds() const
    {
        QList<int> result;
        for (const auto wait : waits)
            result += static_cast<int>(wait.count() / 1000);
        return result;
    }

    [[nodiscard]] qsizetype polls() const
    {
        return std::count_if(
            server.requests.begin(), server.requests.end(), [](const auto &request) {
                return request.path == QLatin1String("/token");
            });
    }

    QJsonObject device;
    QList<ScriptedServer::Reply> script;
    QList<core::SignInProgress> reports;
    QList<std::chrono::milliseconds> waits;
    core::Provider provider;
    std::stop_source stop;
    FakeClock clock;
    ScriptedServer server;

private:
    ScriptedServer::Reply answer(const ScriptedServer::Request &request)
    {
        if (request.path == QLatin1String("/device"))
            return ScriptedServer::json(device);
        return script.isEmpty() ? refusal(QStringLiteral("authorization_pending"))
                                : script.takeFirst();
    }

    FakeProviders providers;
    net::HttpClient http{net::HttpLimits{seconds(1), seconds(1), 5}};
    net::CircuitBreaker breaker{{100, seconds(1), seconds(1)}};
    net::Retry retry{http, clock, breaker};
    oauth::Jwks jwks{retry, clock};
    oauth::IdTokenVerifier verifier{jwks, clock};
    oauth::Completion completion{verifier, retry};
    oauth::TokenEndpoint endpoint{retry, clock};
    oauth::DeviceFlow flow{providers, retry, endpoint, completion, clock};
};

} // namespace

class DeviceFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksShowsPollsAndBringsTokens();
    void followsThePollScripts_data();
    void followsThePollScripts();
    void aServerErrorDoesNotEndIt();
    void noAnswerDoublesTheWaitUntilThereIsOne();
    void honoursRetryAfter();
    void understandsProvidersDialects_data();
    void understandsProvidersDialects();
    void stopsWhenTheCodeRunsOut();
    void cancelEndsTheWaitAtOnce();
    void anyOtherErrorStopsPolling_data();
    void anyOtherErrorStopsPolling();
    void refusesUnusableAuthorizations_data();
    void refusesUnusableAuthorizations();
    void readsOlderNamesAndOddNumbers();
    void aProviderWithoutItIsUnsupported();
    void opensNoPages();
    void sendsTwitchsScopes();
};

void DeviceFlowTest::asksShowsPollsAndBringsTokens()
{
    Bench bench;
    bench.script = {refusal(QStringLiteral("authorization_pending")), tokens()};
    const QDateTime start = bench.clock.now();

    const auto done = bench.run();

    VERIFY_RESULT(done);
    QVERIFY(done->tokens.accessToken.equals("at"));
    QVERIFY(done->tokens.refreshToken.equals("rt"));
    QCOMPARE(done->tokens.clientId, QStringLiteral("me"));
    QCOMPARE(done->tokens.tokenEndpoint, bench.provider.tokenEndpoint);
    QCOMPARE(done->tokens.scopes.size(), 2);

    const auto &asked = bench.server.requests.first();
    QCOMPARE(asked.field(QStringLiteral("client_id")), QStringLiteral("me"));
    QCOMPARE(asked.field(QStringLiteral("scope")), QStringLiteral("read write"));
    const auto &polled = bench.server.requests.at(1);
    QCOMPARE(polled.field(QStringLiteral("grant_type")),
             QStringLiteral("urn:ietf:params:oauth:grant-type:device_code"));
    QCOMPARE(polled.field(QStringLiteral("device_code")), QStringLiteral("dc-1"));
    QCOMPARE(polled.field(QStringLiteral("client_id")), QStringLiteral("me"));

    QCOMPARE(bench.reports.size(), 3);
    QCOMPARE(bench.reports[0].step, Step::Preparing);
    const core::SignInProgress &shown = bench.reports[1];
    QCOMPARE(shown.step, Step::WaitingForCode);
    QCOMPARE(shown.userCode, QStringLiteral("WDJB-MJHT"));
    QCOMPARE(shown.verificationUri, QUrl(QStringLiteral("https://acme.dev/device")));
    QCOMPARE(shown.verificationUriComplete,
             QUrl(QStringLiteral("https://acme.dev/device?code=WDJB-MJHT")));
    QCOMPARE(shown.host, QStringLiteral("acme.dev"));
    QCOMPARE(shown.until, start.addSecs(900));
    QCOMPARE(bench.reports[2].step, Step::Finishing);
}

void DeviceFlowTest::followsThePollScripts_data()
{
    QTest::addColumn<QJsonValue>("interval");
    QTest::addColumn<QStringList>("responses");
    QTest::addColumn<QList<int>>("waits");
    QTest::addColumn<bool>("succeeds");

    QFile file(QStringLiteral(TEST_DATA "/oauth/rfc-vectors.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonArray scripts =
        all[QLatin1String("rfc8628")][QLatin1String("poll_scripts")].toArray();
    QVERIFY(!scripts.isEmpty());
    for (const QJsonValue &script : scripts) {
        QStringList responses;
        for (const QJsonValue &response : script[QLatin1String("responses")].toArray())
            responses += response.toString();
        QList<int> waits;
        for (const QJsonValue &wait : script[QLatin1String("expected_waits")].toArray())
            waits += wait.toInt();
        QTest::newRow(qPrintable(script[QLatin1String("name")].toString()))
            << script[QLatin1String("interval")] << responses << waits
            << (responses.last() == QLatin1String("200"));
    }
}

void DeviceFlowTest::followsThePollScripts()
{
    QFETCH(QJsonValue, interval);
    QFETCH(QStringList, responses);
    QFETCH(QList<int>, waits);
    QFETCH(bool, succeeds);
    Bench bench;
    if (!interval.isUndefined())
        bench.device.insert(QStringLiteral("interval"), interval);
    for (const QString &response : responses) {
        if (response == QLatin1String("200"))
            bench.script += tokens();
        else if (response.startsWith(QLatin1String("HTTP ")))
            bench.script += ScriptedServer::text({}, response.mid(5).toInt());
        else if (response.startsWith(u'{'))
            bench.script += ScriptedServer::text(response.toUtf8(), 200);
        else
            bench.script += refusal(response);
    }

    const auto done = bench.run();

    QCOMPARE(done.has_value(), succeeds);
    QVERIFY(bench.script.isEmpty());
    QCOMPARE(bench.polls(), responses.size());
    if (!waits.isEmpty())
        QCOMPARE(bench.waitedSeconds(), waits);
}

void DeviceFlowTest::aServerErrorDoesNotEndIt()
{
    Bench bench;
    bench.script = {ScriptedServer::text({}, 500), ScriptedServer::text("<html>", 503), tokens()};

    const auto done = bench.run();

    VERIFY_RESULT(done);
    QCOMPARE(bench.waitedSeconds(), QList<int>({5, 10, 20}));
}

void DeviceFlowTest::noAnswerDoublesTheWaitUntilThereIsOne()
{
    Bench bench;
    bench.script = {ScriptedServer::badly(Manner::Drop),
                    ScriptedServer::badly(Manner::Drop),
                    refusal(QStringLiteral("authorization_pending")),
                    tokens()};

    const auto done = bench.run();

    VERIFY_RESULT(done);
    QCOMPARE(bench.waitedSeconds(), QList<int>({5, 10, 20, 5}));
}

void DeviceFlowTest::honoursRetryAfter()
{
    Bench bench;
    bench.script = {ScriptedServer::text({}, 429).with("Retry-After", "42"), tokens()};

    const auto done = bench.run();

    VERIFY_RESULT(done);
    QCOMPARE(bench.waitedSeconds(), QList<int>({5, 42}));
}

void DeviceFlowTest::understandsProvidersDialects_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("pending");
    QTest::addColumn<QString>("pendingField");

    QTest::newRow("Google") << 428 << QByteArray(R"({"error":"authorization_pending"})") << "";
    QTest::newRow("GitHub") << 200 << QByteArray(R"({"error":"authorization_pending"})") << "";
    QTest::newRow("Twitch") << 400
                            << QByteArray(R"({"status":400,"message":"authorization_pending"})")
                            << "message";
}

void DeviceFlowTest::understandsProvidersDialects()
{
    QFETCH(int, status);
    QFETCH(QByteArray, pending);
    QFETCH(QString, pendingField);
    Bench bench;
    bench.provider.quirks.pendingField = pendingField;
    bench.script = {ScriptedServer::text(pending, status), tokens()};

    const auto done = bench.run();

    VERIFY_RESULT(done);
    QCOMPARE(bench.waitedSeconds(), QList<int>({5, 5}));
}

void DeviceFlowTest::stopsWhenTheCodeRunsOut()
{
    Bench bench;
    bench.device.insert(QStringLiteral("expires_in"), 12);

    const auto done = bench.run();

    VERIFY_ERROR(done, ErrorCode::Expired);
    QCOMPARE(bench.polls(), 2);
    QCOMPARE(bench.waitedSeconds(), QList<int>({5, 5, 2}));
}

void DeviceFlowTest::cancelEndsTheWaitAtOnce()
{
    Bench bench;
    auto task = bench.start();
    QTRY_COMPARE(bench.clock.sleepers(), std::size_t(1));

    bench.stop.request_stop();

    const auto done = QCoro::waitFor(std::move(task));
    VERIFY_ERROR(done, ErrorCode::Cancelled);
    QCOMPARE(bench.polls(), 0);
}

void DeviceFlowTest::anyOtherErrorStopsPolling_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<ErrorCode>("code");

    QTest::newRow("access_denied") << "access_denied" << ErrorCode::Denied;
    QTest::newRow("expired_token") << "expired_token" << ErrorCode::Expired;
    QTest::newRow("invalid_client") << "invalid_client" << ErrorCode::Denied;
    QTest::newRow("invalid_grant") << "invalid_grant" << ErrorCode::SignInRequired;
    QTest::newRow("invalid_request") << "invalid_request" << ErrorCode::ToolFailed;
    QTest::newRow("unsupported_grant_type") << "unsupported_grant_type" << ErrorCode::Unsupported;
}

void DeviceFlowTest::anyOtherErrorStopsPolling()
{
    QFETCH(QString, word);
    QFETCH(ErrorCode, code);
    Bench bench;
    bench.script = {refusal(word)};

    const auto done = bench.run();

    VERIFY_ERROR(done, code);
    QCOMPARE(bench.polls(), 1);
}

void DeviceFlowTest::refusesUnusableAuthorizations_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");

    QTest::newRow("no device code") << "device_code" << QJsonValue();
    QTest::newRow("empty device code") << "device_code" << QJsonValue(QString());
    QTest::newRow("no user code") << "user_code" << QJsonValue();
    QTest::newRow("endless user code") << "user_code" << QJsonValue(QString(65, u'x'));
    QTest::newRow("no address") << "verification_uri" << QJsonValue();
    QTest::newRow("plain http") << "verification_uri"
                                << QJsonValue(QStringLiteral("http://acme.dev/"));
    QTest::newRow("script") << "verification_uri"
                            << QJsonValue(QStringLiteral("javascript:alert(1)"));
    QTest::newRow("file") << "verification_uri_complete"
                          << QJsonValue(QStringLiteral("file:///etc/passwd"));
}

void DeviceFlowTest::refusesUnusableAuthorizations()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    Bench bench;
    bench.device.insert(name, value);

    const auto done = bench.run();

    VERIFY_ERROR(done, ErrorCode::ToolFailed);
    QCOMPARE(bench.polls(), 0);
}

void DeviceFlowTest::readsOlderNamesAndOddNumbers()
{
    Bench bench;
    bench.device.remove(QStringLiteral("verification_uri"));
    bench.device.remove(QStringLiteral("verification_uri_complete"));
    bench.device.insert(QStringLiteral("verification_url"), QStringLiteral("https://acme.dev/d"));
    bench.device.insert(QStringLiteral("interval"), QStringLiteral("7"));
    bench.device.insert(QStringLiteral("expires_in"), QStringLiteral("600"));
    bench.script = {tokens()};

    const auto done = bench.run();

    VERIFY_RESULT(done);
    QCOMPARE(bench.waitedSeconds(), QList<int>({7}));
    QCOMPARE(bench.reports[1].verificationUri, QUrl(QStringLiteral("https://acme.dev/d")));
    QVERIFY(bench.reports[1].verificationUriComplete.isEmpty());
}

void DeviceFlowTest::aProviderWithoutItIsUnsupported()
{
    Bench bench;
    bench.provider.deviceEndpoint.clear();

    VERIFY_ERROR(bench.run(), ErrorCode::Unsupported);
}

void DeviceFlowTest::opensNoPages()
{
    FakeProviders providers;
    FakeClock clock;
    net::HttpClient http;
    net::CircuitBreaker breaker;
    net::Retry retry(http, clock, breaker);
    oauth::Jwks jwks(retry, clock);
    oauth::IdTokenVerifier verifier(jwks, clock);
    oauth::Completion completion(verifier, retry);
    oauth::TokenEndpoint endpoint(retry, clock);
    oauth::DeviceFlow flow(providers, retry, endpoint, completion, clock);

    VERIFY_ERROR(flow.openAgain(), ErrorCode::Unsupported);
    VERIFY_ERROR(flow.useRedirect(QStringLiteral("http://127.0.0.1/?code=x")),
                 ErrorCode::Unsupported);
}

void DeviceFlowTest::sendsTwitchsScopes()
{
    Bench bench;
    bench.provider.deviceParameters = {{QStringLiteral("scopes"), QStringLiteral("{scopes}")}};
    bench.script = {tokens()};

    VERIFY_RESULT(bench.run());

    for (const auto &request : std::as_const(bench.server.requests))
        QCOMPARE(request.field(QStringLiteral("scopes")), QStringLiteral("read write"));
}

QTEST_GUILESS_MAIN(DeviceFlowTest)
#include "tst_deviceflow.moc"
