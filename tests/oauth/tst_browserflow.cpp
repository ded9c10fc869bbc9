// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "browserscene.h"
#include "support/verifyresult.h"

using base::ErrorCode;
using Step = core::SignInProgress::Step;
using namespace std::chrono_literals;

class BrowserFlowTest : public QObject
{
    Q_OBJECT

    using Scene = BrowserScene;

private Q_SLOTS:
    void signsIn();
    void theCodeGoesWithItsProof();
    void strayHitsAreIgnored();
    void aSecondHitIsGone();
    void aRefusalIsPassedOnAndEscaped();
    void anotherIssuerEndsIt();
    void aPastedAddressIsAsGood();
    void aBareHostComesBackWithASlash();
    void aPastedAddressIsHeldToTheSameRules_data();
    void aPastedAddressIsHeldToTheSameRules();
    void opensAgain();
    void goesOnWithoutABrowser();
    void endsAfterFiveMinutes();
    void canBeCancelled();
    void canBeCancelledBeforeItBegins();
    void oneAtATime();
    void afterTheEndNothingIsTaken();
    void withoutAClientItDoesNotBegin();
    void aTakenPortIsNamed();
    void theTokenEndpointsRefusalIsPassedOn();
    void troubleAtTheTokenEndpointIsRetryable();
    void anIdTokenOfAnotherSignInIsRefused();
    void aMissingIdTokenIsRefused();
    void userinfoOfAnotherPersonIsRefused();
    void theNameComesFromUserinfo();
    void aSilentUserinfoIsNoObstacle();
};

void BrowserFlowTest::signsIn()
{
    Scene scene;
    scene.begin();
    QCOMPARE(scene.browser.opened.size(), 1);
    const auto waiting = scene.told.last();
    QCOMPARE(waiting.step, Step::WaitingForBrowser);
    QCOMPARE(waiting.authorizationUrl, scene.browser.opened.first());
    QCOMPARE(waiting.redirectUri, scene.asked("redirect_uri"));
    QCOMPARE(waiting.host, QStringLiteral("127.0.0.1"));
    QCOMPARE(waiting.until, scene.desk.clock.now().addSecs(300));

    const auto [status, page] = scene.visit(scene.answer());

    QCOMPARE(status, 200);
    QVERIFY(page.contains("Acme"));
    QVERIFY(scene.finish());
    VERIFY_RESULT(*scene.result);
    const auto &done = **scene.result;
    QVERIFY(done.tokens.accessToken.equals("access-1"));
    QVERIFY(done.tokens.refreshToken.equals("refresh-1"));
    QCOMPARE(done.tokens.subject, QStringLiteral("maria"));
    QCOMPARE(done.tokens.issuer, scene.acme.provider.issuer);
    QCOMPARE(done.tokens.clientId, QStringLiteral("client-1"));
    QCOMPARE(done.tokens.clientAuth, core::ClientAuth::None);
    QCOMPARE(done.tokens.tokenEndpoint, scene.acme.provider.tokenEndpoint);
    QCOMPARE(done.tokens.scopes, scene.acme.provider.scopes);
    QCOMPARE(done.tokens.expiresAt, scene.desk.clock.now().addSecs(3600));
    QCOMPARE(done.identity, QStringLiteral("maria@acme.dev"));
    QCOMPARE(scene.steps(),
             (QList<Step>{Step::Preparing, Step::WaitingForBrowser, Step::Finishing}));
    QCOMPARE(scene.desk.clock.sleepers(), std::size_t{0});
}

void BrowserFlowTest::theCodeGoesWithItsProof()
{
    Scene scene;
    scene.acme.provider.clientAuth = core::ClientAuth::Basic;
    scene.begin({QStringLiteral("client-1"), base::Secret("s3cret")});
    (void)scene.visit(scene.answer(QStringLiteral("code=a%2Fb%2Bc")));
    QVERIFY(scene.finish());
    VERIFY_RESULT(*scene.result);

    const auto &requests = scene.acme.server.requests;
    const auto exchange = std::find_if(requests.cbegin(), requests.cend(), [](const auto &request) {
        return request.path == u"/token";
    });
    QVERIFY(exchange != requests.cend());
    QCOMPARE(exchange->method, QByteArray("POST"));
    QCOMPARE(exchange->field(QStringLiteral("grant_type")), QStringLiteral("authorization_code"));
    QCOMPARE(exchange->field(QStringLiteral("code")), QStringLiteral("a/b+c"));
    QCOMPARE(exchange->field(QStringLiteral("redirect_uri")), scene.asked("redirect_uri"));
    QCOMPARE(crypto::pkceChallenge(exchange->field(QStringLiteral("code_verifier")).toLatin1()),
             scene.asked("code_challenge").toLatin1());
    QCOMPARE(exchange->headers.value("authorization"),
             "Basic " + QByteArray("client-1:s3cret").toBase64());
    QCOMPARE((*scene.result)->tokens.clientAuth, core::ClientAuth::Basic);
}

void BrowserFlowTest::strayHitsAreIgnored()
{
    Scene scene;
    scene.begin();
    const QString place = scene.asked("redirect_uri");

    QCOMPARE(
        scene.visit(QUrl(place).resolved(QUrl(QStringLiteral("/favicon.ico"))).toString()).first,
        404);
    QCOMPARE(scene.visit(place).first, 400);
    QCOMPARE(scene.visit(place + QStringLiteral("?code=evil")).first, 400);
    QCOMPARE(scene.visit(place + QStringLiteral("?code=evil&state=guess")).first, 400);
    QCOMPARE(scene.visit(place + QStringLiteral("?error=access_denied&state=guess")).first, 400);
    QVERIFY(!scene.result);
    QCOMPARE(scene.acme.count(QStringLiteral("/token")), 0);

    QCOMPARE(scene.visit(scene.answer()).first, 200);
    QVERIFY(scene.finish());
    VERIFY_RESULT(*scene.result);
}

void BrowserFlowTest::aSecondHitIsGone()
{
    Scene scene;
    scene.begin();
    const QString address = scene.answer();
    // The exchange waits, so the listener is still there.
    scene.acme.server.setHandler(
        [](const auto &) { return ScriptedServer::badly(ScriptedServer::Manner::Hang); });

    QCOMPARE(scene.visit(address).first, 200);
    QCOMPARE(scene.visit(address).first, 410);
    QCOMPARE(scene.visit(address).first, 410);
    QTRY_COMPARE(scene.acme.count(QStringLiteral("/token")), 1);

    scene.stop.request_stop();
    QVERIFY(scene.finish());
    VERIFY_ERROR(*scene.result, ErrorCode::Cancelled);
    // And now nobody listens there any more.
    QCOMPARE(scene.visit(address).first, 0);
}

void BrowserFlowTest::aRefusalIsPassedOnAndEscaped()
{
    Scene scene;
    scene.begin();

    const auto [status, page] = scene.visit(scene.answer(
        QStringLiteral("error=access_denied&error_description=Not%20%3Cb%3Eyou%3C%2Fb%3E")));

    QCOMPARE(status, 200);
    QVERIFY(page.contains("Not &lt;b&gt;you&lt;/b&gt;"));
    QVERIFY(!page.contains("<b>"));
    QVERIFY(scene.finish());
    VERIFY_ERROR(*scene.result, ErrorCode::Denied);
    QVERIFY(scene.result->error().message.contains(QStringLiteral("Not <b>you</b>")));
    QCOMPARE(scene.acme.count(QStringLiteral("/token")), 0);
}

void BrowserFlowTest::anotherIssuerEndsIt()
{
    Scene scene;
    scene.acme.provider.issuerInReply = true;
    scene.begin();

    (void)scene.visit(scene.answer(QStringLiteral("code=code-1&iss=https%3A%2F%2Fevil.dev")));

    QVERIFY(scene.finish());
    VERIFY_ERROR(*scene.result, ErrorCode::Denied);
    QCOMPARE(scene.acme.count(QStringLiteral("/token")), 0);
}

void BrowserFlowTest::aPastedAddressIsAsGood()
{
    Scene scene;
    scene.begin();

    VERIFY_RESULT(scene.flow.useRedirect(QStringLiteral("  %1#_=_\n").arg(scene.answer())));

    QVERIFY(scene.finish());
    VERIFY_RESULT(*scene.result);
    QCOMPARE((*scene.result)->identity, QStringLiteral("maria@acme.dev"));
}

void BrowserFlowTest::aBareHostComesBackWithASlash()
{
    // Microsoft: http://localhost is registered, and every browser puts a slash behind the port.
    for (const auto *between : {"/?", "?"}) {
        Scene scene;
        scene.acme.provider.redirectHost = QStringLiteral("localhost");
        scene.acme.provider.redirectPath.clear();
        scene.begin();
        QVERIFY(QUrl(scene.asked("redirect_uri")).path().isEmpty());
        QString address = scene.answer();
        address.replace(u'?', QLatin1StringView(between));

        VERIFY_RESULT(scene.flow.useRedirect(address));

        QVERIFY(scene.finish());
        VERIFY_RESULT(*scene.result);
    }
}

void BrowserFlowTest::aPastedAddressIsHeldToTheSameRules_data()
{
    QTest::addColumn<QString>("address");

    QTest::newRow("nothing") << QString();
    QTest::newRow("only the code") << QStringLiteral("code-1");
    QTest::newRow("the redirect address alone") << QStringLiteral("PLACE");
    QTest::newRow("no state") << QStringLiteral("PLACE?code=a");
    QTest::newRow("another state") << QStringLiteral("PLACE?code=a&state=guess");
    QTest::newRow("another place")
        << QStringLiteral("https://evil.dev/callback?code=a&state=STATE");
    QTest::newRow("a longer path") << QStringLiteral("PLACE/x?code=a&state=STATE");
    QTest::newRow("code twice") << QStringLiteral("PLACE?code=a&code=b&state=STATE");
    QTest::newRow("damaged") << QStringLiteral("PLACE?code=%zz&state=STATE");
}

void BrowserFlowTest::aPastedAddressIsHeldToTheSameRules()
{
    QFETCH(QString, address);
    Scene scene;
    scene.begin();
    address.replace(QStringLiteral("PLACE"), scene.asked("redirect_uri"));
    address.replace(QStringLiteral("STATE"), scene.asked("state"));

    VERIFY_ERROR(scene.flow.useRedirect(address), ErrorCode::InvalidInput);

    QVERIFY(!scene.result);
    scene.stop.request_stop();
    QVERIFY(scene.finish());
}

void BrowserFlowTest::opensAgain()
{
    Scene scene;
    scene.begin();

    VERIFY_RESULT(scene.flow.openAgain());

    QCOMPARE(scene.browser.opened.size(), 2);
    QCOMPARE(scene.browser.opened.at(0), scene.browser.opened.at(1));
    scene.stop.request_stop();
    QVERIFY(scene.finish());
}

void BrowserFlowTest::goesOnWithoutABrowser()
{
    Scene scene;
    scene.browser.outcome = base::fail(ErrorCode::ToolFailed, QStringLiteral("no browser"));
    scene.begin();
    QCOMPARE(scene.told.last().step, Step::WaitingForBrowser);

    (void)scene.visit(scene.answer());

    QVERIFY(scene.finish());
    VERIFY_RESULT(*scene.result);
}

void BrowserFlowTest::endsAfterFiveMinutes()
{
    Scene scene;
    scene.begin();
    scene.desk.clock.advance(5min - 1s);
    QCoreApplication::processEvents();
    QVERIFY(!scene.result);

    scene.desk.clock.advance(1s);

    QVERIFY(scene.finish());
    VERIFY_ERROR(*scene.result, ErrorCode::TimedOut);
}

void BrowserFlowTest::canBeCancelled()
{
    Scene scene;
    scene.begin();
    const QString address = scene.answer();

    scene.stop.request_stop();

    QVERIFY(scene.finish());
    VERIFY_ERROR(*scene.result, ErrorCode::Cancelled);
    QCOMPARE(scene.visit(address).first, 0);
    QCOMPARE(scene.desk.clock.sleepers(), std::size_t{0});
}

void BrowserFlowTest::canBeCancelledBeforeItBegins()
{
    Scene scene;
    scene.stop.request_stop();
    scene.begin();

    QVERIFY(scene.finish());
    VERIFY_ERROR(*scene.result, ErrorCode::Cancelled);
    QVERIFY(scene.browser.opened.isEmpty());
}

void BrowserFlowTest::oneAtATime()
{
    Scene scene;
    scene.begin();
    scene.begin();

    QVERIFY(scene.finish());
    VERIFY_ERROR(*scene.result, ErrorCode::Conflict);
    QCOMPARE(scene.browser.opened.size(), 1);

    scene.result.reset();
    (void)scene.visit(scene.answer());
    QVERIFY(scene.finish());
    VERIFY_RESULT(*scene.result);
}

void BrowserFlowTest::afterTheEndNothingIsTaken()
{
    Scene scene;
    VERIFY_ERROR(scene.flow.openAgain(), ErrorCode::Conflict);
    scene.begin();
    const QString address = scene.answer();
    (void)scene.visit(address);
    QVERIFY(scene.finish());

    VERIFY_ERROR(scene.flow.useRedirect(address), ErrorCode::Conflict);
    VERIFY_ERROR(scene.flow.openAgain(), ErrorCode::Conflict);

    // The same object signs in again.
    scene.result.reset();
    scene.browser.opened.clear();
    scene.begin();
    (void)scene.visit(scene.answer());
    QVERIFY(scene.finish());
    VERIFY_RESULT(*scene.result);
}

void BrowserFlowTest::withoutAClientItDoesNotBegin()
{
    Scene scene;
    scene.begin({});
    QVERIFY(scene.finish());
    VERIFY_ERROR(*scene.result, ErrorCode::InvalidInput);

    scene.acme.provider.clientSecretNeeded = true;
    scene.result.reset();
    scene.begin();
    QVERIFY(scene.finish());
    VERIFY_ERROR(*scene.result, ErrorCode::InvalidInput);
    QVERIFY(scene.browser.opened.isEmpty());
}

void BrowserFlowTest::aTakenPortIsNamed()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    Scene scene;
    scene.acme.provider.redirectPorts = {taken.serverPort()};
    scene.begin();

    QVERIFY(scene.finish());
    VERIFY_ERROR(*scene.result, ErrorCode::Conflict);
    QVERIFY(scene.result->error().message.contains(QString::number(taken.serverPort())));
    QVERIFY(scene.browser.opened.isEmpty());
}

void BrowserFlowTest::theTokenEndpointsRefusalIsPassedOn()
{
    Scene scene;
    scene.acme.tokenStatus = 400;
    scene.acme.tokenReply = {
        {QStringLiteral("error"), QStringLiteral("invalid_client")},
        {QStringLiteral("error_description"), QStringLiteral("Unknown client")}};
    scene.begin();
    (void)scene.visit(scene.answer());

    QVERIFY(scene.finish());
    QVERIFY(!*scene.result);
    QVERIFY2(scene.result->error().message.contains(QStringLiteral("Unknown client")),
             qPrintable(scene.result->error().message));
    QCOMPARE(scene.acme.count(QStringLiteral("/token")), 1);
}

void BrowserFlowTest::troubleAtTheTokenEndpointIsRetryable()
{
    Scene scene;
    scene.acme.tokenStatus = 503;
    scene.acme.tokenReply = {{QStringLiteral("x"), 1}};
    scene.begin();
    (void)scene.visit(scene.answer());

    QVERIFY(scene.finish());
    VERIFY_ERROR(*scene.result, ErrorCode::Unreachable);
    QCOMPARE(scene.acme.count(QStringLiteral("/token")), 1); // a code is never sent twice
}

void BrowserFlowTest::anIdTokenOfAnotherSignInIsRefused()
{
    Scene scene;
    scene.begin();
    const QString address = scene.answer();
    scene.acme.claims.insert(QStringLiteral("nonce"), QStringLiteral("another"));
    (void)scene.visit(address);

    QVERIFY(scene.finish());
    VERIFY_ERROR(*scene.result, ErrorCode::Denied);
}

void BrowserFlowTest::aMissingIdTokenIsRefused()
{
    Scene scene;
    scene.acme.withIdToken = false;
    scene.begin();
    (void)scene.visit(scene.answer());

    QVERIFY(scene.finish());
    VERIFY_ERROR(*scene.result, ErrorCode::Denied);
}

void BrowserFlowTest::userinfoOfAnotherPersonIsRefused()
{
    Scene scene;
    scene.acme.userinfo.insert(QStringLiteral("sub"), QStringLiteral("mallory"));
    scene.begin();
    (void)scene.visit(scene.answer());

    QVERIFY(scene.finish());
    VERIFY_ERROR(*scene.result, ErrorCode::Denied);
}

void BrowserFlowTest::theNameComesFromUserinfo()
{
    Scene scene;
    scene.acme.provider.scopes = {QStringLiteral("read")};
    scene.acme.provider.identityFields = {QStringLiteral("data.username")};
    scene.acme.withIdToken = false;
    scene.acme.userinfo = {{QStringLiteral("data"),
                            QJsonObject{{QStringLiteral("username"), QStringLiteral("maria_b")}}}};
    scene.begin();
    (void)scene.visit(scene.answer());

    QVERIFY(scene.finish());
    VERIFY_RESULT(*scene.result);
    QCOMPARE((*scene.result)->identity, QStringLiteral("maria_b"));
    QVERIFY((*scene.result)->tokens.subject.isEmpty());
}

void BrowserFlowTest::aSilentUserinfoIsNoObstacle()
{
    Scene scene;
    scene.acme.userinfoStatus = 500;
    scene.begin();
    (void)scene.visit(scene.answer());

    QVERIFY(scene.finish());
    VERIFY_RESULT(*scene.result);
    QCOMPARE((*scene.result)->identity, QString());
    QCOMPARE((*scene.result)->tokens.subject, QStringLiteral("maria"));
}

QTEST_GUILESS_MAIN(BrowserFlowTest)
#include "tst_browserflow.moc"
