// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/agenthouse.h"
#include "support/verifyresult.h"

using core::Standing;

class AccountBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsAccountsWithTheirStanding()
    {
        AgentHouse house;
        const auto fine = house.oauth("github/work", std::chrono::hours(1), true);
        const auto ending = house.oauth("slack/ops", std::chrono::minutes(40), false);
        VERIFY_RESULT(house.book.load());

        const auto views = house.book.list();

        QCOMPARE(views.size(), 2);
        QCOMPARE(views[0].account.id, fine);
        QCOMPARE(views[0].standing, Standing::Valid);
        QCOMPARE(views[0].providerName, QStringLiteral("GitHub"));
        QCOMPARE(views[1].account.id, ending);
        QCOMPARE(views[1].standing, Standing::Expiring);
        QCOMPARE(views[1].providerName, QStringLiteral("Slack"));
    }

    void keepsAnApiKeyInTheStoreAndTheRestInTheList()
    {
        AgentHouse house;
        VERIFY_RESULT(house.book.load());
        const auto id = AgentHouse::id("openai/lab");
        const QDateTime end = house.clock.now().addDays(90);

        VERIFY_RESULT(QCoro::waitFor(house.book.addApiKey(id,
                                                          QStringLiteral("openai"),
                                                          QStringLiteral("project lab"),
                                                          base::Secret("sk-1"),
                                                          end,
                                                          QStringLiteral("window"))));

        QVERIFY(house.secrets.entries.at(core::apiKeyEntry(id)).equals("sk-1"));
        const auto view = house.book.find(id);
        QVERIFY(view.has_value());
        QCOMPARE(view->standing, Standing::Valid);
        QCOMPARE(view->state.expiresAt, end);
        QCOMPARE(house.audit.words(), QStringList{QStringLiteral("account_added done")});
    }

    void keepsWhatAPersonSaidAboutPrograms()
    {
        AgentHouse house;
        VERIFY_RESULT(house.book.load());
        const auto id = AgentHouse::id("openai/lab");
        const auto add = [&house, &id](const char *key) {
            return QCoro::waitFor(
                house.book.addApiKey(id, {}, {}, base::Secret(key), {}, QStringLiteral("window")));
        };
        VERIFY_RESULT(add("sk-1"));
        core::Account account = house.book.find(id)->account;
        account.consent = core::ConsentPolicy::Deny;

        VERIFY_RESULT(QCoro::waitFor(house.book.change(account, QStringLiteral("window"))));
        QCOMPARE(house.accounts.find(id)->consent, core::ConsentPolicy::Deny);

        // Another key opens no door that was shut.
        VERIFY_RESULT(add("sk-2"));
        QCOMPARE(house.accounts.find(id)->consent, core::ConsentPolicy::Deny);
    }

    void aLockedStoreListsNothingNew()
    {
        AgentHouse house;
        VERIFY_RESULT(house.book.load());
        house.secrets.now = core::StoreState::Locked;

        const auto added = QCoro::waitFor(house.book.addApiKey(AgentHouse::id("openai/lab"),
                                                               {},
                                                               {},
                                                               base::Secret("sk-1"),
                                                               {},
                                                               QStringLiteral("window")));

        VERIFY_ERROR(added, base::ErrorCode::Locked);
        QVERIFY(house.accounts.list.isEmpty());
        QVERIFY(house.audit.lines.isEmpty());
    }

    void aKeyDoesNotReplaceASignIn()
    {
        AgentHouse house;
        const auto id = house.oauth("github/work", std::chrono::hours(1), true);
        VERIFY_RESULT(house.book.load());
        VERIFY_ERROR(QCoro::waitFor(house.book.addApiKey(
                         id, {}, {}, base::Secret("ghp"), {}, QStringLiteral("window"))),
                     base::ErrorCode::Conflict);
        QVERIFY(house.secrets.entries.empty());
    }

    void removesEverythingEvenWhenTheProviderIsAway()
    {
        AgentHouse house;
        const auto id = house.oauth("github/work", std::chrono::hours(1), true);
        VERIFY_RESULT(house.book.load());
        house.secrets.put(core::tokenEntry(id), "x");
        house.tokens.revokeFailure = base::Error{
            base::ErrorCode::Unreachable, QStringLiteral("github.com did not answer."), {}};

        const auto removed = QCoro::waitFor(house.book.remove(id, QStringLiteral("window")));

        VERIFY_RESULT(removed);
        QCOMPARE(*removed, QStringLiteral("github.com did not answer."));
        QVERIFY(house.accounts.list.isEmpty());
        QVERIFY(house.states.rows.isEmpty());
        QVERIFY(house.secrets.entries.empty());
        QCOMPARE(house.audit.words(), QStringList{QStringLiteral("account_removed done")});
    }

    void tellsOfARemovalOnceAndKnowsNothingOfItThen()
    {
        AgentHouse house;
        const auto id = house.oauth("github/work", std::chrono::hours(1), true);
        VERIFY_RESULT(house.book.load());
        int told = 0;
        bool isKnown = true;
        const auto subscription = house.book.changed.subscribe([&](const core::AccountId &) {
            ++told;
            isKnown = house.states.rows.contains(id);
        });

        VERIFY_RESULT(QCoro::waitFor(house.book.remove(id, QStringLiteral("window"))));

        QCOMPARE(told, 1);
        QVERIFY(!isKnown);
    }

    void doesNotRemoveHalfWhileLocked()
    {
        AgentHouse house;
        const auto id = house.oauth("github/work", std::chrono::hours(1), true);
        VERIFY_RESULT(house.book.load());
        house.secrets.now = core::StoreState::Locked;
        house.tokens.revokeFailure =
            base::Error{base::ErrorCode::Locked, QStringLiteral("locked"), {}};
        VERIFY_ERROR(QCoro::waitFor(house.book.remove(id, QStringLiteral("window"))),
                     base::ErrorCode::Locked);
        QCOMPARE(house.accounts.list.size(), 1);
    }

    void looksUpAccountsThatTheDatabaseDoesNotKnow()
    {
        AgentHouse house;
        const auto known = house.oauth("github/work", std::chrono::hours(1), true);
        const auto gone = house.oauth("github/old", std::chrono::hours(1), true);
        house.states.rows.clear();
        core::TokenSet kept;
        kept.accessToken = base::Secret("at");
        kept.refreshToken = base::Secret("rt");
        kept.expiresAt = house.clock.now().addSecs(60);
        house.secrets.entries[core::tokenEntry(known)] = kept.serialized();

        VERIFY_RESULT(house.book.load());

        QCOMPARE(house.book.find(known)->standing, Standing::Valid);
        QVERIFY(house.book.find(known)->state.renewable);
        QCOMPARE(house.book.find(gone)->standing, Standing::NeedsSignIn);
    }

    void recordsASeriesOfFailuresOnce()
    {
        AgentHouse house;
        const auto id = house.oauth("github/work", std::chrono::minutes(1), true);
        VERIFY_RESULT(house.book.load());
        core::TokenChange failed;
        failed.account = id;
        failed.what = core::TokenChange::What::RefreshFailed;
        failed.error = base::Error{base::ErrorCode::Unreachable, QStringLiteral("no answer"), {}};

        house.tokens.changed.announce(failed);
        house.tokens.changed.announce(failed);

        QCOMPARE(house.audit.words(), QStringList{QStringLiteral("token_refreshed failed")});
        QCOMPARE(house.states.rows.value(id).trouble, QStringLiteral("no answer"));
        house.clock.advance(std::chrono::minutes(2));
        QCOMPARE(house.book.find(id)->standing, Standing::Expired);
    }

    void announcesEachChangeOnce()
    {
        AgentHouse house;
        const auto id = house.oauth("github/work", std::chrono::hours(1), true);
        VERIFY_RESULT(house.book.load());
        QList<core::AccountId> told;
        const auto subscription =
            house.book.changed.subscribe([&told](const core::AccountId &which) { told += which; });

        house.book.noteUse(id, QStringLiteral("tray"));

        QCOMPARE(told, QList<core::AccountId>{id});
        QCOMPARE(house.states.rows.value(id).lastUsedBy, QStringLiteral("tray"));
    }

    //! The record has every use; here a burst of one program is one write.
    void aBurstOfUsesIsWrittenOnce()
    {
        AgentHouse house;
        const auto id = house.oauth("github/work", std::chrono::hours(1), true);
        VERIFY_RESULT(house.book.load());
        const QDateTime first = house.clock.now();
        house.book.noteUse(id, QStringLiteral("git"));
        house.clock.advance(std::chrono::seconds(2));

        house.book.noteUse(id, QStringLiteral("git"));

        QCOMPARE(house.states.rows.value(id).lastUsed, first);
        QCOMPARE(house.book.find(id)->state.lastUsed, first.addSecs(2));
        house.book.noteUse(id, QStringLiteral("aws"));
        QCOMPARE(house.states.rows.value(id).lastUsedBy, QStringLiteral("aws"));
        house.clock.advance(std::chrono::seconds(1));
        house.book.noteUse(id, QStringLiteral("aws"));
        VERIFY_RESULT(QCoro::waitFor(house.book.stop()));
        QCOMPARE(house.states.rows.value(id).lastUsed, first.addSecs(3));
    }

    void aBurstOfUsesIsAnnouncedOnceASecond()
    {
        AgentHouse house;
        const auto id = house.oauth("github/work", std::chrono::hours(1), true);
        VERIFY_RESULT(house.book.load());
        int told = 0;
        const auto subscription = house.book.changed.subscribe([&told](const auto &) { ++told; });
        const QString git = QStringLiteral("git");

        house.book.noteUse(id, git);
        house.book.noteUse(id, git);
        house.clock.advance(std::chrono::milliseconds(999));
        house.book.noteUse(id, git);

        QCOMPARE(told, 1);
        QCOMPARE(house.book.find(id)->state.lastUsed, house.clock.now());
        house.clock.advance(std::chrono::milliseconds(1));
        house.book.noteUse(id, git);
        QCOMPARE(told, 2);
        house.book.noteUse(id, QStringLiteral("aws"));
        QCOMPARE(told, 3);
    }

    void announcesWhatTimeAloneChanges()
    {
        AgentHouse house;
        const auto id = house.oauth("slack/ops", std::chrono::hours(25), false);
        house.oauth("github/work", std::chrono::hours(25), true);
        VERIFY_RESULT(house.book.load());
        QDateTime next = house.book.watchStandings(house.clock.now());
        QCOMPARE(next, house.clock.now().addSecs(3600)); // 24 h before the end
        QList<core::AccountId> told;
        const auto subscription =
            house.book.changed.subscribe([&told](const core::AccountId &which) { told += which; });

        next = house.book.watchStandings(house.clock.now());
        QVERIFY(told.isEmpty());
        house.clock.setNow(next);
        Q_UNUSED(house.book.watchStandings(house.clock.now()))

        QCOMPARE(told, QList<core::AccountId>{id});
    }

    void tenThousandAccountsAreListedQuickly()
    {
        AgentHouse house;
        for (int i = 0; i < 10'000; ++i) {
            core::Account account;
            account.id = {QStringLiteral("service%1").arg(i % 40), QStringLiteral("a%1").arg(i)};
            account.kind = core::AccountKind::ApiKey;
            account.created = house.clock.now();
            house.accounts.list += account;
            house.states.rows.insert(account.id, {});
        }
        VERIFY_RESULT(house.book.load());
        QElapsedTimer watch;
        watch.start();
        QCOMPARE(house.book.list().size(), 10'000);
        qInfo("list() of 10,000 accounts: %lld ms", watch.elapsed());
        QVERIFY(watch.elapsed() < 500);
    }
};

QTEST_GUILESS_MAIN(AccountBookTest)
#include "tst_accountbook.moc"
