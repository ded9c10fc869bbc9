// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The token manager when something goes wrong: at the provider, on the way, or with the sign-in.
#include "oauthbench.h"

#include <QTest>

using base::ErrorCode;
using What = core::TokenChange::What;
using Manner = ScriptedServer::Manner;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class TokenTroubleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passingTroubleGivesTheOldTokenWhileItIsValid_data();
    void passingTroubleGivesTheOldTokenWhileItIsValid();
    void passingTroubleIsAnErrorWhenNothingValidIsLeft();
    void aRestFollowsPassingTrouble();
    void theProvidersWishToRestIsKept();
    void aShortTroubleIsRiddenOut();
    void signInLostIsSaidOnce();
    void anotherProcessMayHaveRenewed();
    void anotherProcessMayHaveSignedInAgain();
    void aTokenThatIsStillGoodIsGivenThoughTheSignInIsLost();
    void aNewSignInEndsTheLoss();
    void lasting_data();
    void lasting();
    void idTokenOfAnotherPersonIsRefused();
    void idTokenOfTheSamePersonIsKept();
    void aForgedIdTokenIsRefused();
    void keysOutOfReachDoNotLoseARotatedToken();
    void revokeTellsTheProviderAndForgets();
    void revokeForgetsThoughTheProviderIsAway();
    void revokeSaysWhenAProviderCannotBeTold();
    void revokeLeavesAllInPlaceWhileLocked();
    void revokeOfNothingIsFine();
    void validatesOnceAPeriod();
    void aRefusedTokenIsRenewed();
    void aRefusedTokenWithoutRefreshIsLost();
    void validationTroubleStopsNobody();
};

void TokenTroubleTest::passingTroubleGivesTheOldTokenWhileItIsValid_data()
{
    QTest::addColumn<ScriptedServer::Reply>("reply");

    QTest::newRow("503") << ScriptedServer::text({}, 503);
    QTest::newRow("500 with HTML") << ScriptedServer::text("<html>", 500);
    QTest::newRow("429") << ScriptedServer::text({}, 429);
    QTest::newRow("temporarily_unavailable")
        << OauthBench::refusal(QStringLiteral("temporarily_unavailable"));
    QTest::newRow("dropped") << ScriptedServer::badly(Manner::Drop);
    QTest::newRow("cut off") << ScriptedServer::badly(Manner::CutOff);
    QTest::newRow("no answer") << ScriptedServer::badly(Manner::Hang);
}

void TokenTroubleTest::passingTroubleGivesTheOldTokenWhileItIsValid()
{
    QFETCH(ScriptedServer::Reply, reply);
    OauthBench bench;
    bench.keep(bench.tokens(seconds(200)));
    bench.script = {reply, reply, reply};

    const auto token = bench.ensure();

    VERIFY_RESULT(token);
    QVERIFY(token->value.equals("at-0"));
    QCOMPARE(bench.said(), QList<What>({What::RefreshFailed}));
    QVERIFY(bench.changes.first().error->retryable == base::Retryable::Yes);
    QVERIFY(bench.kept().refreshToken.equals("rt-0"));
}

void TokenTroubleTest::passingTroubleIsAnErrorWhenNothingValidIsLeft()
{
    OauthBench bench;
    bench.keep(bench.tokens(seconds(0)));
    const auto gone = ScriptedServer::text({}, 503);
    bench.script = {gone, gone, gone};

    const auto token = bench.ensure();

    VERIFY_ERROR(token, ErrorCode::Unreachable);
    QVERIFY(token.error().retryable == base::Retryable::Yes);
    QVERIFY(bench.kept().refreshToken.equals("rt-0"));
    VERIFY_RESULT(bench.ensure());
}

void TokenTroubleTest::aRestFollowsPassingTrouble()
{
    OauthBench bench;
    bench.keep(bench.tokens(seconds(250)));
    const auto gone = ScriptedServer::text({}, 503);
    bench.script = {gone, gone, gone};
    VERIFY_RESULT(bench.ensure());
    QCOMPARE(bench.server.requests.size(), 3);

    VERIFY_RESULT(bench.ensure());
    QCOMPARE(bench.server.requests.size(), 3);

    bench.clock.advance(seconds(31));
    const auto token = bench.ensure();
    VERIFY_RESULT(token);
    QVERIFY(token->value.equals("at-1"));
    QCOMPARE(bench.said(), QList<What>({What::RefreshFailed, What::Refreshed}));
}

void TokenTroubleTest::theProvidersWishToRestIsKept()
{
    OauthBench bench;
    bench.keep(bench.tokens(seconds(0)));
    bench.script = {ScriptedServer::text({}, 429).with("Retry-After", "600")};
    VERIFY_ERROR(bench.ensure(), ErrorCode::Unreachable);
    bench.clock.advance(seconds(599));

    VERIFY_ERROR(bench.ensure(), ErrorCode::Unreachable);
    QCOMPARE(bench.server.requests.size(), 1);

    bench.clock.advance(seconds(1));
    VERIFY_RESULT(bench.ensure());
}

void TokenTroubleTest::aShortTroubleIsRiddenOut()
{
    OauthBench bench;
    bench.keep(bench.tokens(seconds(0)));
    bench.script = {ScriptedServer::text({}, 503).with("Retry-After", "3"),
                    ScriptedServer::text({}, 502)};

    const auto token = bench.ensure();

    VERIFY_RESULT(token);
    QVERIFY(token->value.equals("at-1"));
    QCOMPARE(bench.said(), QList<What>({What::Refreshed}));
}

void TokenTroubleTest::signInLostIsSaidOnce()
{
    OauthBench bench;
    bench.isEnded = true;
    bench.keep(bench.tokens(seconds(0)));

    for (int i = 0; i < 5; ++i) {
        const auto token = bench.ensure();
        VERIFY_ERROR(token, ErrorCode::SignInRequired);
        QCOMPARE(token.error().message, QStringLiteral("Acme has ended this sign-in."));
    }

    QCOMPARE(bench.said(), QList<What>({What::SignInLost}));
    QCOMPARE(bench.server.requests.size(), 1);
}

void TokenTroubleTest::anotherProcessMayHaveRenewed()
{
    OauthBench bench;
    bench.keep(bench.tokens(hours(1)));
    VERIFY_RESULT(bench.ensure());
    bench.generation = 1;
    bench.clock.advance(hours(1));
    core::TokenSet theirs = bench.tokens(hours(1));
    theirs.accessToken = base::Secret("at-1");
    theirs.refreshToken = base::Secret("rt-1");
    bench.keep(std::move(theirs));
    bench.script = {OauthBench::refusal(QStringLiteral("invalid_grant"))};

    const auto token = bench.ensure();

    VERIFY_RESULT(token);
    QVERIFY(token->value.equals("at-1"));
    QCOMPARE(bench.server.requests.size(), 1);
    QCOMPARE(bench.said(), QList<What>({What::Refreshed}));
}

void TokenTroubleTest::anotherProcessMayHaveSignedInAgain()
{
    OauthBench bench;
    bench.keep(bench.tokens(seconds(0)));
    bench.script = {OauthBench::refusal(QStringLiteral("invalid_grant"))};
    VERIFY_ERROR(bench.ensure(), ErrorCode::SignInRequired);
    bench.generation = 7;
    core::TokenSet theirs = bench.tokens(seconds(0));
    theirs.refreshToken = base::Secret("rt-7");
    bench.keep(std::move(theirs));

    const auto token = bench.ensure();

    VERIFY_RESULT(token);
    QVERIFY(token->value.equals("at-8"));
    QVERIFY(bench.kept().refreshToken.equals("rt-8"));
}

void TokenTroubleTest::aTokenThatIsStillGoodIsGivenThoughTheSignInIsLost()
{
    OauthBench bench;
    bench.isEnded = true;
    bench.keep(bench.tokens(hours(1)));
    bench.clock.advance(minutes(57));

    VERIFY_RESULT(bench.ensure(seconds(60)));
    VERIFY_ERROR(bench.ensure(seconds(300)), ErrorCode::SignInRequired);
    VERIFY_RESULT(bench.ensure(seconds(60)));

    QCOMPARE(bench.said(), QList<What>({What::SignInLost}));
}

void TokenTroubleTest::aNewSignInEndsTheLoss()
{
    OauthBench bench;
    bench.isEnded = true;
    bench.keep(bench.tokens(seconds(0)));
    VERIFY_ERROR(bench.ensure(), ErrorCode::SignInRequired);

    VERIFY_RESULT(QCoro::waitFor(bench.manager.store(bench.id, bench.tokens(hours(1)))));

    VERIFY_RESULT(bench.ensure());
    bench.clock.advance(hours(1));
    VERIFY_ERROR(bench.ensure(), ErrorCode::SignInRequired);
    QCOMPARE(bench.said(), QList<What>({What::SignInLost, What::Stored, What::SignInLost}));
}

void TokenTroubleTest::lasting_data()
{
    QTest::addColumn<ScriptedServer::Reply>("reply");
    QTest::addColumn<ErrorCode>("code");

    QTest::newRow("client unknown")
        << OauthBench::refusal(QStringLiteral("invalid_client"), 401) << ErrorCode::Denied;
    QTest::newRow("not allowed") << OauthBench::refusal(QStringLiteral("unauthorized_client"))
                                 << ErrorCode::Unsupported;
    QTest::newRow("scope") << OauthBench::refusal(QStringLiteral("invalid_scope"))
                           << ErrorCode::InvalidInput;
    QTest::newRow("page of a captive portal")
        << ScriptedServer::text("<html>Welcome to the hotel</html>") << ErrorCode::Corrupt;
    QTest::newRow("no token") << ScriptedServer::json({}) << ErrorCode::ToolFailed;
}

void TokenTroubleTest::lasting()
{
    QFETCH(ScriptedServer::Reply, reply);
    QFETCH(ErrorCode, code);
    OauthBench bench;
    bench.keep(bench.tokens(seconds(0)));
    bench.script = {reply};

    VERIFY_ERROR(bench.ensure(), code);

    QCOMPARE(bench.said(), QList<What>({What::RefreshFailed}));
    QVERIFY(bench.kept().refreshToken.equals("rt-0"));
    VERIFY_RESULT(bench.ensure());
}

void TokenTroubleTest::idTokenOfAnotherPersonIsRefused()
{
    OauthBench bench;
    bench.idToken = QStringLiteral("a.b.c");
    core::TokenSet set = bench.tokens(seconds(0));
    set.subject = QStringLiteral("sub-0");
    bench.keep(std::move(set));

    VERIFY_ERROR(bench.ensure(), ErrorCode::Denied);

    QVERIFY(bench.kept().accessToken.equals("at-0"));
}

void TokenTroubleTest::idTokenOfTheSamePersonIsKept()
{
    OauthBench bench;
    bench.idToken = QStringLiteral("a.b.c");
    core::TokenSet set = bench.tokens(seconds(0));
    set.subject = QStringLiteral("sub-1");
    bench.keep(std::move(set));

    VERIFY_RESULT(bench.ensure());

    QVERIFY(bench.kept().idToken.equals("a.b.c"));
}

void TokenTroubleTest::aForgedIdTokenIsRefused()
{
    OauthBench bench;
    bench.idToken = QStringLiteral("a.b.c");
    bench.judgeIdToken = [] { return base::fail(ErrorCode::Denied, QStringLiteral("forged")); };
    bench.keep(bench.tokens(seconds(0)));

    VERIFY_ERROR(bench.ensure(), ErrorCode::Denied);

    QVERIFY(bench.kept().accessToken.equals("at-0"));
}

void TokenTroubleTest::keysOutOfReachDoNotLoseARotatedToken()
{
    OauthBench bench;
    bench.idToken = QStringLiteral("a.b.c");
    bench.judgeIdToken = [] {
        return base::fail(ErrorCode::Unreachable, QStringLiteral("keys"), {}, base::Retryable::Yes);
    };
    bench.keep(bench.tokens(seconds(0)));

    VERIFY_RESULT(bench.ensure());

    QVERIFY(bench.kept().refreshToken.equals("rt-1"));
    QVERIFY(bench.kept().idToken.isEmpty());
}

void TokenTroubleTest::revokeTellsTheProviderAndForgets()
{
    OauthBench bench;
    bench.keep(bench.tokens(hours(1)));

    VERIFY_RESULT(QCoro::waitFor(bench.manager.revoke(bench.id, {})));

    QCOMPARE(bench.server.requests.size(), 2);
    const auto &first = bench.server.requests.at(0);
    QCOMPARE(first.path, QStringLiteral("/revoke"));
    QCOMPARE(first.field(QStringLiteral("token")), QStringLiteral("rt-0"));
    QCOMPARE(first.field(QStringLiteral("token_type_hint")), QStringLiteral("refresh_token"));
    QCOMPARE(first.field(QStringLiteral("client_id")), QStringLiteral("me"));
    QCOMPARE(bench.server.requests.at(1).field(QStringLiteral("token")), QStringLiteral("at-0"));
    QVERIFY(!bench.store.entries.contains(core::tokenEntry(bench.id)));
    QCOMPARE(bench.said(), QList<What>({What::Revoked}));
    VERIFY_ERROR(bench.ensure(), ErrorCode::SignInRequired);
}

void TokenTroubleTest::revokeForgetsThoughTheProviderIsAway()
{
    OauthBench bench;
    bench.keep(bench.tokens(hours(1)));
    bench.server.close();

    auto task = bench.manager.revoke(bench.id, {});
    pump(bench.clock, [&task] { return task.isReady(); });

    VERIFY_ERROR(QCoro::waitFor(std::move(task)), ErrorCode::Unreachable);
    QVERIFY(!bench.store.entries.contains(core::tokenEntry(bench.id)));
}

void TokenTroubleTest::revokeSaysWhenAProviderCannotBeTold()
{
    OauthBench bench;
    bench.providers.list[0].revocationEndpoint.clear();
    bench.keep(bench.tokens(hours(1)));

    const auto revoked = QCoro::waitFor(bench.manager.revoke(bench.id, {}));

    VERIFY_ERROR(revoked, ErrorCode::Unsupported);
    QVERIFY(revoked.error().message.contains(QLatin1String("Acme")));
    QVERIFY(!bench.store.entries.contains(core::tokenEntry(bench.id)));
}

void TokenTroubleTest::revokeLeavesAllInPlaceWhileLocked()
{
    OauthBench bench;
    bench.keep(bench.tokens(hours(1)));
    bench.store.become(core::StoreState::Locked);

    VERIFY_ERROR(QCoro::waitFor(bench.manager.revoke(bench.id, {})), ErrorCode::Locked);

    QVERIFY(bench.store.entries.contains(core::tokenEntry(bench.id)));
    QVERIFY(bench.server.requests.isEmpty());
}

void TokenTroubleTest::revokeOfNothingIsFine()
{
    OauthBench bench;

    VERIFY_RESULT(QCoro::waitFor(bench.manager.revoke(bench.id, {})));

    QVERIFY(bench.server.requests.isEmpty());
}

void TokenTroubleTest::validatesOnceAPeriod()
{
    OauthBench bench;
    bench.providers.list[0].validateEverySeconds = 3600;
    bench.providers.list[0].validationEndpoint = bench.server.address(QStringLiteral("/validate"));
    bench.keep(bench.tokens(hours(4)));
    const auto fine = ScriptedServer::json({});
    bench.script = {fine, fine};

    for (int i = 0; i < 3; ++i)
        VERIFY_RESULT(bench.ensure());
    QCOMPARE(bench.server.requests.size(), 1);
    QCOMPARE(bench.server.requests.first().headers.value("authorization"),
             QByteArray("OAuth at-0"));

    bench.clock.advance(hours(1));
    VERIFY_RESULT(bench.ensure());
    QCOMPARE(bench.server.requests.size(), 2);
}

void TokenTroubleTest::aRefusedTokenIsRenewed()
{
    OauthBench bench;
    bench.providers.list[0].validateEverySeconds = 3600;
    bench.providers.list[0].validationEndpoint = bench.server.address(QStringLiteral("/validate"));
    bench.keep(bench.tokens(hours(4)));
    bench.script = {ScriptedServer::json({}, 401)};

    const auto token = bench.ensure();

    VERIFY_RESULT(token);
    QVERIFY(token->value.equals("at-1"));
}

void TokenTroubleTest::aRefusedTokenWithoutRefreshIsLost()
{
    OauthBench bench;
    bench.providers.list[0].validateEverySeconds = 3600;
    bench.providers.list[0].validationEndpoint = bench.server.address(QStringLiteral("/validate"));
    core::TokenSet set = bench.tokens(hours(4));
    set.refreshToken.clear();
    bench.keep(std::move(set));
    bench.script = {ScriptedServer::json({}, 401)};

    VERIFY_ERROR(bench.ensure(), ErrorCode::SignInRequired);
    VERIFY_ERROR(bench.ensure(), ErrorCode::SignInRequired);

    QCOMPARE(bench.said(), QList<What>({What::SignInLost}));
}

void TokenTroubleTest::validationTroubleStopsNobody()
{
    OauthBench bench;
    bench.providers.list[0].validateEverySeconds = 3600;
    bench.providers.list[0].validationEndpoint = bench.server.address(QStringLiteral("/validate"));
    bench.keep(bench.tokens(hours(4)));
    const auto gone = ScriptedServer::text({}, 503);
    bench.script = {gone, gone, gone};

    VERIFY_RESULT(bench.ensure());
    const qsizetype asked = bench.server.requests.size();
    VERIFY_RESULT(bench.ensure());
    QCOMPARE(bench.server.requests.size(), asked);
}

Q_DECLARE_METATYPE(ScriptedServer::Reply)
QTEST_GUILESS_MAIN(TokenTroubleTest)
#include "tst_tokentrouble.moc"
