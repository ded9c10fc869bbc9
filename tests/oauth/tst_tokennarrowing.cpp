// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauthbench.h"

#include <QTest>

using base::ErrorCode;
using What = core::TokenChange::What;
using std::chrono::hours;
using std::chrono::seconds;

namespace {

//! An account with three scopes at a provider that knows audiences.
struct NarrowBench : OauthBench
{
    NarrowBench()
    {
        providers.list.first().audienceParameter = QStringLiteral("resource");
        core::TokenSet set = tokens(hours(1));
        set.scopes = {QStringLiteral("read"), QStringLiteral("write"), QStringLiteral("admin")};
        keep(std::move(set));
    }

    [[nodiscard]] base::Result<core::AccessToken> narrowed(const QStringList &scopes,
                                                           const QString &audience = {},
                                                           seconds minValid = seconds(60))
    {
        auto task = manager.narrowed(id, minValid, {scopes, audience}, {});
        pump(clock, [&task] { return task.isReady(); });
        if (!task.isReady())
            qFatal("narrowed() does not end.");
        return QCoro::waitFor(std::move(task));
    }
};

const QStringList readOnly{QStringLiteral("read")};

} // namespace

class TokenNarrowingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForFewerScopes()
    {
        NarrowBench bench;

        const auto token = bench.narrowed(readOnly);

        VERIFY_RESULT(token);
        QVERIFY(token->value.equals("at-1"));
        QCOMPARE(token->scopes, readOnly);
        QCOMPARE(bench.server.requests.size(), 1);
        QCOMPARE(bench.server.requests.first().field(QStringLiteral("scope")),
                 QStringLiteral("read"));
        QCOMPARE(bench.server.requests.first().field(QStringLiteral("resource")), QString());
    }

    void keepsTheRotatedRefreshTokenAndTheWholeAccessToken()
    {
        NarrowBench bench;

        VERIFY_RESULT(bench.narrowed(readOnly));

        QVERIFY(bench.kept().refreshToken.equals("rt-1"));
        QVERIFY(bench.kept().accessToken.equals("at-0"));
        QCOMPARE(bench.kept().scopes.size(), 3);
        const auto whole = bench.ensure();
        VERIFY_RESULT(whole);
        QVERIFY(whole->value.equals("at-0"));
        VERIFY_RESULT(bench.narrowed({QStringLiteral("write")}));
        QVERIFY(bench.kept().refreshToken.equals("rt-2"));
        QVERIFY(!bench.isEnded);
    }

    void writesNothingWhenNothingRotates()
    {
        NarrowBench bench;
        bench.rotates = false;
        VERIFY_RESULT(bench.narrowed(readOnly));
        QVERIFY(bench.kept().refreshToken.equals("rt-0"));
        QVERIFY(bench.changes.isEmpty());
    }

    void namesTheAudience()
    {
        NarrowBench bench;
        const QString audience = QStringLiteral("https://api.acme.dev/");
        VERIFY_RESULT(bench.narrowed({}, audience));
        QCOMPARE(bench.server.requests.first().field(QStringLiteral("resource")), audience);
        QCOMPARE(bench.server.requests.first().field(QStringLiteral("scope")), QString());
    }

    void anAudienceThatWasNotSignedInForIsNotTried()
    {
        NarrowBench bench;
        bench.providers.list.first().authorizationParameters.insert(
            QStringLiteral("resource"), QStringLiteral("https://api.acme.dev/"));
        VERIFY_ERROR(bench.narrowed({}, QStringLiteral("https://other.dev/")),
                     ErrorCode::InvalidInput);
        QVERIFY(bench.server.requests.isEmpty());
        VERIFY_RESULT(bench.narrowed({}, QStringLiteral("https://api.acme.dev/")));
    }

    void theSameWishIsAskedOnce()
    {
        NarrowBench bench;
        const QStringList both{QStringLiteral("read"), QStringLiteral("write")};
        const QStringList turned{
            QStringLiteral("write"), QStringLiteral("read"), QStringLiteral("read")};
        VERIFY_RESULT(bench.narrowed(both));
        const auto again = bench.narrowed(turned);
        VERIFY_RESULT(again);
        QVERIFY(again->value.equals("at-1"));
        VERIFY_RESULT(bench.narrowed(readOnly));
        QCOMPARE(bench.server.requests.size(), 2);
        bench.clock.advance(hours(1));
        VERIFY_RESULT(bench.narrowed(both));
        QCOMPARE(bench.server.requests.size(), 3);
    }

    void aHundredCallersCauseOneRequest()
    {
        NarrowBench bench;
        std::vector<base::Task<core::AccessToken>> callers;
        for (int i = 0; i < 100; ++i)
            callers.push_back(bench.manager.narrowed(bench.id, seconds(60), {readOnly, {}}, {}));
        for (auto &caller : callers)
            VERIFY_RESULT(QCoro::waitFor(std::move(caller)));
        QCOMPARE(bench.server.requests.size(), 1);
    }

    void allOfTheScopesAreTheOrdinaryToken()
    {
        NarrowBench bench;
        const auto token = bench.narrowed(
            {QStringLiteral("admin"), QStringLiteral("read"), QStringLiteral("write")});
        VERIFY_RESULT(token);
        QVERIFY(token->value.equals("at-0"));
        QVERIFY(bench.server.requests.isEmpty());
    }

    void whatCannotBeHadIsRefusedBeforeAnybodyIsAsked()
    {
        NarrowBench bench;
        VERIFY_ERROR(bench.narrowed({QStringLiteral("delete")}), ErrorCode::InvalidInput);
        bench.providers.list.first().narrowsScopes = false;
        VERIFY_ERROR(bench.narrowed(readOnly), ErrorCode::Unsupported);
        bench.providers.list.first().audienceParameter.clear();
        VERIFY_ERROR(bench.narrowed({}, QStringLiteral("https://api")), ErrorCode::Unsupported);
        QVERIFY(bench.server.requests.isEmpty());
    }

    void moreThanWasAskedForIsNotGivenOn()
    {
        NarrowBench bench;
        bench.script +=
            ScriptedServer::json({{QStringLiteral("access_token"), QStringLiteral("x")},
                                  {QStringLiteral("refresh_token"), QStringLiteral("rt-new")},
                                  {QStringLiteral("scope"), QStringLiteral("read write admin")},
                                  {QStringLiteral("expires_in"), 3600}});
        VERIFY_ERROR(bench.narrowed(readOnly), ErrorCode::Unsupported);
        QVERIFY(bench.kept().refreshToken.equals("rt-new")); // and still nothing is lost
    }

    void aRefusedScopeIsNoLostSignIn()
    {
        NarrowBench bench;
        bench.script += OauthBench::refusal(QStringLiteral("invalid_scope"));
        VERIFY_ERROR(bench.narrowed(readOnly), ErrorCode::InvalidInput);
        bench.script += OauthBench::refusal(QStringLiteral("invalid_target"));
        VERIFY_ERROR(bench.narrowed({}, QStringLiteral("https://api")), ErrorCode::InvalidInput);
        QVERIFY(bench.changes.isEmpty());
        VERIFY_RESULT(bench.ensure());
    }

    void anEndedSignInIsFoundOut()
    {
        NarrowBench bench;
        bench.isEnded = true;
        VERIFY_ERROR(bench.narrowed(readOnly), ErrorCode::SignInRequired);
        QCOMPARE(bench.said(), QList{What::SignInLost});
    }

    void aRefreshAtTheSameTimeWaitsItsTurn()
    {
        NarrowBench bench;
        VERIFY_RESULT(bench.ensure());
        auto narrow = bench.manager.narrowed(bench.id, seconds(60), {readOnly, {}}, {});
        auto refresh = bench.manager.refresh(bench.id, {});
        auto third =
            bench.manager.narrowed(bench.id, seconds(60), {{QStringLiteral("write")}, {}}, {});
        VERIFY_RESULT(QCoro::waitFor(std::move(narrow)));
        const auto fresh = QCoro::waitFor(std::move(refresh));
        VERIFY_RESULT(fresh);
        VERIFY_RESULT(QCoro::waitFor(std::move(third)));
        QVERIFY(!fresh->value.equals("at-0"));
        QVERIFY(!bench.isEnded); // no refresh token was used twice
        QCOMPARE(bench.server.requests.size(), 3);
        QCOMPARE(bench.kept().refreshToken.expose(), QByteArrayView("rt-3"));
    }

    void aLockForgetsThem()
    {
        NarrowBench bench;
        VERIFY_RESULT(bench.narrowed(readOnly));
        bench.manager.forget();
        VERIFY_RESULT(bench.narrowed(readOnly));
        QCOMPARE(bench.server.requests.size(), 2);
    }

    void aStoreThatDoesNotTakeTheRotatedTokenGetsItLater()
    {
        NarrowBench bench;
        VERIFY_RESULT(bench.ensure());
        bench.store.become(core::StoreState::Unavailable);
        QVERIFY(!bench.narrowed(readOnly));
        bench.store.become(core::StoreState::Ready);
        QTRY_VERIFY(bench.kept().refreshToken.equals("rt-1"));
    }
};

QTEST_GUILESS_MAIN(TokenNarrowingTest)
#include "tst_tokennarrowing.moc"
