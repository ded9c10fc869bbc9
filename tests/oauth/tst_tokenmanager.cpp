// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauthbench.h"

#include <QTest>

using base::ErrorCode;
using What = core::TokenChange::What;
using Manner = ScriptedServer::Manner;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class TokenManagerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesAValidTokenWithoutAskingAnybody();
    void readsTheStoreOnceForManyCallers();
    void renewsBeforeItGives_data();
    void renewsBeforeItGives();
    void whoeverNeedsLittleDoesNotWaitForTheRefresh();
    void shortLivedTokensAreNotRenewedWithEveryCall();
    void aHundredCallersCauseOneRefresh();
    void storesBeforeItGives();
    void keepsTheOldRefreshTokenWhenNoneComes();
    void refreshesWithWhatTheTokensWereMadeWith();
    void aChangedClientNeedsASignIn();
    void secretsOfTheClientComeFromTheStore();
    void refreshRenewsWhateverIsLeft();
    void withoutARefreshTokenItLastsAsLongAsItLasts();
    void withoutTokensASignInIsNeeded();
    void aDamagedEntryIsCorrupt();
    void aLockedStoreSaysSo();
    void newSignInReplacesTheSetWhole();
    void newSignInWaitsForARefreshUnderWay();
    void forgetDropsWhatWasDecrypted();
    void aLockDuringARefreshLosesNothing();
    void factsHoldNoSecret();
    void oneCallerLeavingDisturbsNobody();
    void stopLetsTheRefreshFinish();
};

void TokenManagerTest::givesAValidTokenWithoutAskingAnybody()
{
    OauthBench bench;
    bench.keep(bench.tokens(hours(1)));

    for (int i = 0; i < 3; ++i) {
        const auto token = bench.ensure();
        VERIFY_RESULT(token);
        QVERIFY(token->value.equals("at-0"));
        QCOMPARE(token->expiresAt, bench.clock.now().addSecs(3600));
        QCOMPARE(token->tokenType, QStringLiteral("Bearer"));
    }

    QCOMPARE(bench.store.reads, 1);
    QVERIFY(bench.server.requests.isEmpty());
}

void TokenManagerTest::readsTheStoreOnceForManyCallers()
{
    OauthBench bench;
    bench.keep(bench.tokens(hours(1)));
    std::vector<base::Task<core::AccessToken>> callers;
    for (int i = 0; i < 100; ++i)
        callers.push_back(bench.manager.ensure(bench.id, minutes(5), {}));

    for (auto &caller : callers)
        VERIFY_RESULT(QCoro::waitFor(std::move(caller)));

    QCOMPARE(bench.store.reads, 1);
}

void TokenManagerTest::renewsBeforeItGives_data()
{
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("minValid");
    QTest::addColumn<bool>("renews");

    QTest::newRow("fresh") << 3600 << 300 << false;
    QTest::newRow("just above the margin") << 301 << 300 << false;
    QTest::newRow("at the margin") << 300 << 300 << true;
    QTest::newRow("run out, undemanding") << 0 << 0 << true;
    QTest::newRow("more is wanted") << 1800 << 1800 << true;
    QTest::newRow("more is there") << 1801 << 1800 << false;
    QTest::newRow("run out") << 0 << 300 << true;
    QTest::newRow("long gone") << -86400 << 0 << true;
    QTest::newRow("more than there can be, fresh") << 3600 << 7200 << false;
    QTest::newRow("more than there can be, older") << 3500 << 7200 << true;
}

void TokenManagerTest::renewsBeforeItGives()
{
    QFETCH(int, left);
    QFETCH(int, minValid);
    QFETCH(bool, renews);
    OauthBench bench;
    bench.keep(bench.tokens(seconds(left)));

    const auto token = bench.ensure(seconds(minValid));

    VERIFY_RESULT(token);
    QVERIFY(token->value.equals(renews ? "at-1" : "at-0"));
    QCOMPARE(bench.server.requests.size(), renews ? 1 : 0);
}

void TokenManagerTest::whoeverNeedsLittleDoesNotWaitForTheRefresh()
{
    OauthBench bench;
    bench.keep(bench.tokens(seconds(200)));

    const auto token = bench.ensure(seconds(10));

    VERIFY_RESULT(token);
    QVERIFY(token->value.equals("at-0"));
    QTRY_VERIFY(bench.kept().accessToken.equals("at-1"));
    QCOMPARE(bench.server.requests.size(), 1);
}

void TokenManagerTest::shortLivedTokensAreNotRenewedWithEveryCall()
{
    OauthBench bench;
    bench.lifetime = 60;
    core::TokenSet set = bench.tokens(seconds(60));
    set.issuedAt = bench.clock.now();
    bench.keep(std::move(set));

    for (int second = 0; second < 60; ++second) {
        VERIFY_RESULT(bench.ensure(minutes(5)));
        bench.clock.advance(seconds(1));
    }

    QVERIFY(bench.server.requests.size() <= 4);
}

void TokenManagerTest::aHundredCallersCauseOneRefresh()
{
    OauthBench bench;
    bench.keep(bench.tokens(seconds(10)));
    std::vector<base::Task<core::AccessToken>> callers;
    for (int i = 0; i < 100; ++i)
        callers.push_back(bench.manager.ensure(bench.id, minutes(5), {}));

    for (auto &caller : callers) {
        const auto token = QCoro::waitFor(std::move(caller));
        VERIFY_RESULT(token);
        QVERIFY(token->value.equals("at-1"));
    }

    QCOMPARE(bench.server.requests.size(), 1);
    QCOMPARE(bench.said(), QList<What>({What::Refreshed}));
}

void TokenManagerTest::storesBeforeItGives()
{
    OauthBench bench;
    bench.keep(bench.tokens(seconds(10)));
    bench.whenAsked = [&bench] { bench.store.now = core::StoreState::Unavailable; };

    const auto token = bench.ensure();

    // The old one is still good for 10 s; the new one is nobody's until it is stored.
    VERIFY_ERROR(token, ErrorCode::Unreachable);
    QVERIFY(bench.kept().accessToken.equals("at-0"));

    bench.store.become(core::StoreState::Ready);
    QTRY_VERIFY(bench.kept().accessToken.equals("at-1"));
    const auto later = bench.ensure();
    VERIFY_RESULT(later);
    QVERIFY(later->value.equals("at-1"));
    QCOMPARE(bench.server.requests.size(), 1);
}

void TokenManagerTest::keepsTheOldRefreshTokenWhenNoneComes()
{
    OauthBench bench;
    bench.rotates = false;
    bench.keep(bench.tokens(seconds(10)));

    VERIFY_RESULT(bench.ensure());

    QVERIFY(bench.kept().accessToken.equals("at-1"));
    QVERIFY(bench.kept().refreshToken.equals("rt-0"));
}

void TokenManagerTest::refreshesWithWhatTheTokensWereMadeWith()
{
    OauthBench bench;
    core::TokenSet set = bench.tokens(seconds(10));
    set.tokenEndpoint = bench.server.address(QStringLiteral("/older/token"));
    set.clientId = QStringLiteral("older-client");
    bench.keep(std::move(set));

    VERIFY_RESULT(bench.ensure());

    const auto &request = bench.server.requests.first();
    QCOMPARE(request.path, QStringLiteral("/older/token"));
    QCOMPARE(request.field(QStringLiteral("client_id")), QStringLiteral("older-client"));
    QCOMPARE(request.field(QStringLiteral("grant_type")), QStringLiteral("refresh_token"));
    QCOMPARE(request.field(QStringLiteral("refresh_token")), QStringLiteral("rt-0"));
    QCOMPARE(bench.kept().clientId, QStringLiteral("older-client"));
}

void TokenManagerTest::aChangedClientNeedsASignIn()
{
    OauthBench bench;
    core::TokenSet set = bench.tokens(seconds(10));
    set.clientAuth = core::ClientAuth::Basic;
    bench.keep(std::move(set));
    bench.store.put(core::clientIdEntry(QStringLiteral("acme")), "another-client");
    bench.store.put(core::clientSecretEntry(QStringLiteral("acme")), "secret");

    VERIFY_ERROR(bench.ensure(), ErrorCode::SignInRequired);
    VERIFY_ERROR(bench.ensure(), ErrorCode::SignInRequired);

    QVERIFY(bench.server.requests.isEmpty());
    QCOMPARE(bench.said(), QList<What>({What::SignInLost}));
}

void TokenManagerTest::secretsOfTheClientComeFromTheStore()
{
    OauthBench bench;
    core::TokenSet set = bench.tokens(seconds(10));
    set.clientAuth = core::ClientAuth::Post;
    bench.keep(std::move(set));
    VERIFY_ERROR(bench.ensure(), ErrorCode::Denied);
    bench.store.put(core::clientIdEntry(QStringLiteral("acme")), "me");
    bench.store.put(core::clientSecretEntry(QStringLiteral("acme")), "s3cret");

    VERIFY_RESULT(bench.ensure());

    QCOMPARE(bench.server.requests.first().field(QStringLiteral("client_secret")),
             QStringLiteral("s3cret"));
}

void TokenManagerTest::refreshRenewsWhateverIsLeft()
{
    OauthBench bench;
    bench.keep(bench.tokens(hours(1)));

    const auto token = QCoro::waitFor(bench.manager.refresh(bench.id, {}));

    VERIFY_RESULT(token);
    QVERIFY(token->value.equals("at-1"));
    QCOMPARE(bench.changes.first().expiresAt, bench.clock.now().addSecs(3600));
    QVERIFY(bench.changes.first().renewable);
}

void TokenManagerTest::withoutARefreshTokenItLastsAsLongAsItLasts()
{
    OauthBench bench;
    core::TokenSet set = bench.tokens(minutes(10));
    set.refreshToken.clear();
    bench.keep(std::move(set));
    bench.clock.advance(minutes(9));

    VERIFY_RESULT(bench.ensure());
    VERIFY_ERROR(QCoro::waitFor(bench.manager.refresh(bench.id, {})), ErrorCode::Unsupported);
    bench.clock.advance(minutes(1));
    VERIFY_ERROR(bench.ensure(), ErrorCode::SignInRequired);
}

void TokenManagerTest::withoutTokensASignInIsNeeded()
{
    OauthBench bench;

    VERIFY_ERROR(bench.ensure(), ErrorCode::SignInRequired);
}

void TokenManagerTest::aDamagedEntryIsCorrupt()
{
    OauthBench bench;
    bench.store.put(core::tokenEntry(bench.id), "latchkey-token-set 1\n{");

    VERIFY_ERROR(bench.ensure(), ErrorCode::Corrupt);
}

void TokenManagerTest::aLockedStoreSaysSo()
{
    OauthBench bench;
    bench.keep(bench.tokens(hours(1)));
    bench.store.become(core::StoreState::Locked);

    VERIFY_ERROR(bench.ensure(), ErrorCode::Locked);

    bench.store.become(core::StoreState::Ready);
    VERIFY_RESULT(bench.ensure());
}

void TokenManagerTest::newSignInReplacesTheSetWhole()
{
    OauthBench bench;
    bench.keep(bench.tokens(seconds(10)));
    core::TokenSet set = bench.tokens(hours(2));
    set.accessToken = base::Secret("at-new");
    set.refreshToken.clear();

    VERIFY_RESULT(QCoro::waitFor(bench.manager.store(bench.id, std::move(set))));

    const auto token = bench.ensure();
    VERIFY_RESULT(token);
    QVERIFY(token->value.equals("at-new"));
    QVERIFY(bench.kept().refreshToken.isEmpty());
    QCOMPARE(bench.said(), QList<What>({What::Stored}));
    QVERIFY(!bench.changes.first().renewable);
}

void TokenManagerTest::newSignInWaitsForARefreshUnderWay()
{
    OauthBench bench;
    bench.keep(bench.tokens(seconds(10)));
    auto refresh = bench.manager.ensure(bench.id, minutes(5), {});
    core::TokenSet set = bench.tokens(hours(2));
    set.accessToken = base::Secret("at-new");

    auto store = bench.manager.store(bench.id, std::move(set));
    VERIFY_RESULT(QCoro::waitFor(std::move(store)));
    VERIFY_RESULT(QCoro::waitFor(std::move(refresh)));

    QVERIFY(bench.kept().accessToken.equals("at-new"));
    QCOMPARE(bench.said(), QList<What>({What::Refreshed, What::Stored}));
}

void TokenManagerTest::forgetDropsWhatWasDecrypted()
{
    OauthBench bench;
    bench.keep(bench.tokens(hours(1)));
    VERIFY_RESULT(bench.ensure());

    bench.manager.forget();
    bench.store.become(core::StoreState::Locked);

    VERIFY_ERROR(bench.ensure(), ErrorCode::Locked);
}

void TokenManagerTest::aLockDuringARefreshLosesNothing()
{
    OauthBench bench;
    bench.keep(bench.tokens(seconds(10)));
    bench.whenAsked = [&bench] {
        bench.manager.forget();
        bench.store.become(core::StoreState::Locked);
    };

    VERIFY_ERROR(bench.ensure(), ErrorCode::Locked);

    QVERIFY(bench.said().isEmpty());
    bench.store.become(core::StoreState::Ready);
    QTRY_VERIFY(bench.kept().refreshToken.equals("rt-1"));
    VERIFY_RESULT(bench.ensure());
    QCOMPARE(bench.server.requests.size(), 1);
}

void TokenManagerTest::factsHoldNoSecret()
{
    OauthBench bench;
    bench.keep(bench.tokens(hours(1)));

    const auto facts = QCoro::waitFor(bench.manager.facts(bench.id));

    VERIFY_RESULT(facts);
    QVERIFY(facts->accessToken.isEmpty() && facts->refreshToken.isEmpty()
            && facts->idToken.isEmpty());
    QCOMPARE(facts->clientId, QStringLiteral("me"));
    QCOMPARE(facts->expiresAt, bench.clock.now().addSecs(3600));
}

void TokenManagerTest::oneCallerLeavingDisturbsNobody()
{
    OauthBench bench;
    bench.keep(bench.tokens(seconds(10)));
    std::stop_source leaving;
    auto first = bench.manager.ensure(bench.id, minutes(5), leaving.get_token());
    auto second = bench.manager.ensure(bench.id, minutes(5), {});

    QCoreApplication::processEvents();
    leaving.request_stop();

    VERIFY_ERROR(QCoro::waitFor(std::move(first)), ErrorCode::Cancelled);
    const auto token = QCoro::waitFor(std::move(second));
    VERIFY_RESULT(token);
    QVERIFY(token->value.equals("at-1"));
    QCOMPARE(bench.server.requests.size(), 1);
}

void TokenManagerTest::stopLetsTheRefreshFinish()
{
    OauthBench bench;
    bench.keep(bench.tokens(seconds(10)));
    auto task = bench.manager.ensure(bench.id, minutes(5), {});
    QTRY_VERIFY(!bench.server.requests.isEmpty());

    VERIFY_RESULT(QCoro::waitFor(bench.manager.stop()));

    QVERIFY(bench.kept().refreshToken.equals("rt-1"));
    VERIFY_RESULT(QCoro::waitFor(std::move(task)));
}

QTEST_GUILESS_MAIN(TokenManagerTest)
#include "tst_tokenmanager.moc"
