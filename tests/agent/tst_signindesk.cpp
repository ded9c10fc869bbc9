// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/signindesk.h"
#include "support/agenthouse.h"
#include "support/verifyresult.h"

using Step = core::SignInProgress::Step;

namespace {

struct SignInHouse : AgentHouse
{
    std::shared_ptr<FakeFlow::Script> script = std::make_shared<FakeFlow::Script>();
    agent::SignInDesk desk{
        {providers, secrets, tokens, accounts, audit, clock, [this](core::SignInMethod) {
             return std::make_unique<FakeFlow>(script);
         }}};
    QList<core::SignInProgress> steps;
    base::Subscription onProgress = desk.progress.subscribe(
        [this](const core::SignInProgress &progress) { steps += progress; });

    SignInHouse()
    {
        Q_UNUSED(book.load())
        core::ClientCredentials client;
        client.clientId = QStringLiteral("client-1");
        client.clientSecret = base::Secret("shh");
        Q_UNUSED(QCoro::waitFor(desk.setClient(QStringLiteral("github"), std::move(client))))
    }

    core::SignInRequest request(const char *provider = "github")
    {
        core::SignInRequest request;
        request.account = id("github/work");
        request.provider = QString::fromLatin1(provider);
        request.actor = QStringLiteral("window");
        return request;
    }

    [[nodiscard]] bool reached(Step step) const
    {
        return !steps.isEmpty() && steps.last().step == step;
    }
};

} // namespace

class SignInDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTokensThenListsTheAccount()
    {
        SignInHouse house;

        const auto id = house.desk.begin(house.request());
        VERIFY_RESULT(id);
        QVERIFY(house.steps.isEmpty()); // the id comes before the first report
        QTRY_VERIFY(house.reached(Step::WaitingForBrowser));
        QCOMPARE(house.script->client.clientId, QStringLiteral("client-1"));
        QVERIFY(house.script->client.clientSecret.equals("shh"));
        QCOMPARE(house.script->scopes, QStringList{QStringLiteral("repo")});
        house.script->finish.finish();
        QTRY_VERIFY(house.reached(Step::Done));

        const auto view = house.book.find(AgentHouse::id("github/work"));
        QVERIFY(view.has_value());
        QCOMPARE(view->account.identity, QStringLiteral("maria@acme.dev"));
        QVERIFY(view->state.renewable);
        QCOMPARE(house.audit.words(),
                 (QStringList{QStringLiteral("sign_in_started done"),
                              QStringLiteral("account_added done")}));
        for (const core::SignInProgress &step : std::as_const(house.steps))
            QCOMPARE(step.signInId, *id);
    }

    void passesOpenAgainAndPasteToTheFlow()
    {
        SignInHouse house;
        const auto id = house.desk.begin(house.request());
        VERIFY_RESULT(id);
        VERIFY_ERROR(house.desk.openAgain(*id), base::ErrorCode::NotFound); // not yet waiting
        QTRY_VERIFY(house.reached(Step::WaitingForBrowser));

        VERIFY_RESULT(house.desk.openAgain(*id));
        VERIFY_RESULT(house.desk.useRedirect(*id, QStringLiteral("http://127.0.0.1/?code=x")));

        QCOMPARE(house.script->opened, 1);
        QCOMPARE(house.script->pasted, QStringLiteral("http://127.0.0.1/?code=x"));
        VERIFY_RESULT(QCoro::waitFor(house.desk.stop()));
        VERIFY_ERROR(house.desk.openAgain(*id), base::ErrorCode::NotFound);
    }

    void cancelLeavesNothingBehind()
    {
        SignInHouse house;
        const auto id = house.desk.begin(house.request());
        QTRY_VERIFY(house.reached(Step::WaitingForBrowser));

        house.desk.cancel(*id);

        QTRY_VERIFY(house.reached(Step::Cancelled));
        QVERIFY(house.accounts.list.isEmpty());
        QVERIFY(house.tokens.sets.empty());
        QCOMPARE(house.audit.words(), QStringList{QStringLiteral("sign_in_started done")});
    }

    void aFailureIsReportedAndRecorded()
    {
        SignInHouse house;
        VERIFY_RESULT(house.desk.begin(house.request()));
        QTRY_VERIFY(house.reached(Step::WaitingForBrowser));
        house.script->failure =
            base::Error{base::ErrorCode::Denied, QStringLiteral("access_denied"), {}};
        house.script->finish.finish();
        QTRY_VERIFY(house.reached(Step::Failed));
        QCOMPARE(house.steps.last().error->code, base::ErrorCode::Denied);
        QCOMPARE(house.audit.words().last(), QStringLiteral("sign_in_failed failed"));
    }

    void aSecondSignInForTheSameAccountEndsTheFirst()
    {
        SignInHouse house;
        VERIFY_RESULT(house.desk.begin(house.request()));
        QTRY_VERIFY(house.reached(Step::WaitingForBrowser));
        house.script = std::make_shared<FakeFlow::Script>();
        VERIFY_RESULT(house.desk.begin(house.request()));
        QTRY_VERIFY(house.reached(Step::WaitingForBrowser));
        house.script->finish.finish();
        QTRY_VERIFY(house.reached(Step::Done));
        int cancelled = 0;
        for (const core::SignInProgress &step : std::as_const(house.steps))
            cancelled += step.step == Step::Cancelled ? 1 : 0;
        QCOMPARE(cancelled, 1);
    }

    void anUnregisteredServiceSaysSo()
    {
        SignInHouse house;
        house.secrets.entries.clear();
        QVERIFY(!*QCoro::waitFor(house.desk.hasClient(QStringLiteral("github"))));
        VERIFY_RESULT(house.desk.begin(house.request()));
        QTRY_VERIFY(house.reached(Step::Failed));
        QCOMPARE(house.steps.last().error->code, base::ErrorCode::InvalidInput);
    }

    void anyOpenIdProviderIsFoundByItsAddress()
    {
        SignInHouse house;
        core::ClientCredentials client;
        client.clientId = QStringLiteral("client-2");
        VERIFY_RESULT(QCoro::waitFor(
            house.desk.setClient(QStringLiteral("http://127.0.0.1:4000"), std::move(client))));
        VERIFY_RESULT(house.desk.begin(house.request("http://127.0.0.1:4000")));
        QTRY_VERIFY(house.reached(Step::WaitingForBrowser));
        QCOMPARE(house.script->client.clientId, QStringLiteral("client-2"));
        house.script->finish.finish();
        QTRY_VERIFY(house.reached(Step::Done));
        QCOMPARE(house.accounts.list.first().provider, QStringLiteral("127.0.0.1-4000"));
        QVERIFY(house.providers.find(QStringLiteral("127.0.0.1-4000")).has_value());
    }

    void aCatalogServiceNamedByItsAddressIsThatService()
    {
        SignInHouse house;
        QVERIFY(*QCoro::waitFor(house.desk.hasClient(QStringLiteral("https://github.com/"))));
        VERIFY_RESULT(house.desk.begin(house.request("https://github.com")));
        QTRY_VERIFY(house.reached(Step::WaitingForBrowser));
        QCOMPARE(house.script->client.clientId, QStringLiteral("client-1"));
        house.script->finish.finish();
        QTRY_VERIFY(house.reached(Step::Done));
        QCOMPARE(house.accounts.list.first().provider, QStringLiteral("github"));
    }

    void refusesToTurnAKeyIntoASignIn()
    {
        SignInHouse house;
        VERIFY_RESULT(QCoro::waitFor(house.book.addApiKey(AgentHouse::id("github/work"),
                                                          {},
                                                          {},
                                                          base::Secret("ghp"),
                                                          {},
                                                          QStringLiteral("window"))));
        VERIFY_ERROR(house.desk.begin(house.request()), base::ErrorCode::Conflict);
    }
};

QTEST_GUILESS_MAIN(SignInDeskTest)
#include "tst_signindesk.moc"
