// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/signindesk.h"
#include "support/agenthouse.h"
#include "support/verifyresult.h"

#include <QCoroFuture>

using Step = core::SignInProgress::Step;

namespace {

//! A keyring that takes its time to write.
class SlowStore final : public core::SecretStore
{
public:
    FakeSecretStore entries;
    QList<std::shared_ptr<QPromise<void>>> writing;

    [[nodiscard]] base::Task<base::Secret> read(QString entry) override
    {
        return entries.read(entry);
    }
    [[nodiscard]] base::Task<> write(QString entry, base::Secret secret) override
    {
        const auto gate = std::make_shared<QPromise<void>>();
        gate->start();
        writing += gate;
        const QFuture<void> open = gate->future();
        co_await open;
        co_return co_await entries.write(entry, std::move(secret));
    }
    [[nodiscard]] base::Task<> remove(QString entry) override { return entries.remove(entry); }
    [[nodiscard]] core::StoreState state() const override { return core::StoreState::Ready; }
    [[nodiscard]] base::Task<> unlock(base::Secret) override { co_return {}; }
    void lock() override {}

    //! The write that has waited longest goes on.
    void goOn() { writing.takeFirst()->finish(); }
};

struct NamesHouse : AgentHouse
{
    SlowStore slow;
    agent::AccountBook slowBook{
        {accounts, states, slow, tokens, providers, audit, clock, settings}};
    std::shared_ptr<FakeFlow::Script> script = std::make_shared<FakeFlow::Script>();
    agent::SignInDesk desk{
        {providers, secrets, tokens, accounts, audit, clock, [this](core::SignInMethod) {
             return std::make_unique<FakeFlow>(script);
         }}};
    QList<core::SignInProgress> steps;
    base::Subscription onProgress = desk.progress.subscribe(
        [this](const core::SignInProgress &progress) { steps += progress; });
    const core::AccountId work = id("github/work");

    NamesHouse()
    {
        Q_UNUSED(book.load())
        Q_UNUSED(slowBook.load())
        secrets.put(core::clientIdEntry(QStringLiteral("github")), "client-1");
    }

    [[nodiscard]] base::Result<QString> begin(bool mayReplace)
    {
        core::SignInRequest request;
        request.account = work;
        request.provider = QStringLiteral("github");
        request.actor = QStringLiteral("a program");
        request.mayReplace = mayReplace;
        return desk.begin(request);
    }

    [[nodiscard]] bool reached(Step step) const
    {
        return !steps.isEmpty() && steps.last().step == step;
    }

    [[nodiscard]] base::Task<> addKey(const char *key)
    {
        return slowBook.addApiKey(work, {}, {}, base::Secret(key), {}, QStringLiteral("program"));
    }

    [[nodiscard]] QByteArray kept() const
    {
        const auto found = slow.entries.entries.find(core::apiKeyEntry(work));
        return found == slow.entries.entries.end() ? QByteArray()
                                                   : found->second.expose().toByteArray();
    }
};

} // namespace

//! Whoever adds an account under a new name was not asked about replacing one: what takes that name
//! meanwhile stays as it is.
class NewNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSignInLeavesWhatAppearedMeanwhile()
    {
        NamesHouse house;
        VERIFY_RESULT(house.begin(false));
        QTRY_VERIFY(house.reached(Step::WaitingForBrowser));
        const auto there = house.oauth("github/work", std::chrono::hours(1), true);
        const core::Account before = *house.accounts.find(there);

        house.script->finish.finish();

        QTRY_VERIFY(house.reached(Step::Failed));
        QCOMPARE(house.steps.last().error->code, base::ErrorCode::Conflict);
        QVERIFY(!house.steps.last().error->remedy.isEmpty());
        QVERIFY(house.tokens.sets.at(there).accessToken.equals("at"));
        QVERIFY(*house.accounts.find(there) == before);
        QCOMPARE(house.audit.words().last(), QStringLiteral("sign_in_failed failed"));
    }

    void whoWasAskedMayReplaceIt()
    {
        NamesHouse house;
        VERIFY_RESULT(house.begin(true));
        QTRY_VERIFY(house.reached(Step::WaitingForBrowser));
        const auto there = house.oauth("github/work", std::chrono::hours(1), true);
        house.script->finish.finish();
        QTRY_VERIFY(house.reached(Step::Done));
        QVERIFY(house.tokens.sets.at(there).accessToken.equals("at-1"));
    }

    void aSignInNeverReplacesAKeyThatAppearedMeanwhile_data()
    {
        QTest::addColumn<bool>("mayReplace");
        QTest::newRow("asked") << true;
        QTest::newRow("not asked") << false;
    }
    void aSignInNeverReplacesAKeyThatAppearedMeanwhile()
    {
        QFETCH(const bool, mayReplace);
        NamesHouse house;
        VERIFY_RESULT(house.begin(mayReplace));
        QTRY_VERIFY(house.reached(Step::WaitingForBrowser));
        VERIFY_RESULT(QCoro::waitFor(house.book.addApiKey(
            house.work, {}, {}, base::Secret("ghp"), {}, QStringLiteral("window"))));
        house.script->finish.finish();
        QTRY_VERIFY(house.reached(Step::Failed));
        QCOMPARE(house.steps.last().error->code, base::ErrorCode::Conflict);
        QCOMPARE(house.accounts.find(house.work)->kind, core::AccountKind::ApiKey);
        QVERIFY(house.tokens.sets.empty());
    }

    void whatAppearsWhileTheTokensAreStoredIsLeftAsWell()
    {
        NamesHouse house;
        VERIFY_RESULT(house.begin(false));
        QTRY_VERIFY(house.reached(Step::WaitingForBrowser));
        house.secrets.put(core::tokenEntry(house.work), "what was stored");
        const auto storing = house.tokens.changed.subscribe([&](const core::TokenChange &) {
            core::Account key;
            key.id = house.work;
            key.kind = core::AccountKind::ApiKey;
            house.accounts.list += key;
        });
        house.script->finish.finish();
        QTRY_VERIFY(house.reached(Step::Failed));
        QCOMPARE(house.steps.last().error->code, base::ErrorCode::Conflict);
        QCOMPARE(house.accounts.find(house.work)->kind, core::AccountKind::ApiKey);
        QVERIFY(!house.secrets.entries.contains(core::tokenEntry(house.work)));
    }

    void ofTwoKeysForOneNewNameTheFirstStays()
    {
        NamesHouse house;
        QList<base::Result<>> ends;
        const auto add = [&](const char *key) -> QCoro::Task<> {
            const auto done = co_await house.addKey(key);
            ends += done;
        };
        add("first");
        QCOMPARE(house.slow.writing.size(), 1);

        add("second");

        QCOMPARE(ends.size(), 1); // refused before anything was written
        VERIFY_ERROR(ends[0], base::ErrorCode::Conflict);
        QCOMPARE(house.slow.writing.size(), 1);
        house.slow.goOn();
        QTRY_COMPARE(ends.size(), 2);
        VERIFY_RESULT(ends[1]);
        QCOMPARE(house.kept(), QByteArray("first"));
        // Once it is there, whoever may replace it does.
        add("third");
        house.slow.goOn();
        QTRY_COMPARE(ends.size(), 3);
        QCOMPARE(house.kept(), QByteArray("third"));
    }

    void aKeyThatCouldNotBeWrittenKeepsNoNameTaken()
    {
        NamesHouse house;
        house.slow.entries.now = core::StoreState::Locked;
        QList<base::Result<>> ends;
        const auto add = [&]() -> QCoro::Task<> {
            const auto done = co_await house.addKey("sk");
            ends += done;
        };
        add();
        house.slow.goOn();
        QTRY_COMPARE(ends.size(), 1);
        VERIFY_ERROR(ends[0], base::ErrorCode::Locked);
        house.slow.entries.now = core::StoreState::Ready;
        add();
        house.slow.goOn();
        QTRY_COMPARE(ends.size(), 2);
        VERIFY_RESULT(ends[1]);
    }

    void aKeyLeavesTheSignInThatWasQuicker()
    {
        NamesHouse house;
        QList<base::Result<>> ends;
        const auto add = [&]() -> QCoro::Task<> {
            const auto done = co_await house.addKey("sk");
            ends += done;
        };
        add();
        house.oauth("github/work", std::chrono::hours(1), true);
        house.slow.goOn();
        QTRY_COMPARE(ends.size(), 1);
        VERIFY_ERROR(ends[0], base::ErrorCode::Conflict);
        QCOMPARE(house.accounts.find(house.work)->kind, core::AccountKind::OAuth);
        QCOMPARE(house.kept(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(NewNamesTest)
#include "tst_newnames.moc"
