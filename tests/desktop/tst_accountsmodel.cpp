// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/accountsmodel.h"
#include "support/fakedesk.h"
#include "tray/accountverbs.h"
#include "tray/clipboardguard.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace desktop;

namespace {

//! A list on fakes, watched by Qt's model tester.
struct List
{
    explicit List(QList<core::AccountView> views)
        : accounts(std::move(views))
    {}

    FakeClock clock;
    FakeAccountService accounts;
    FakeTokenService tokens;
    tray::ClipboardGuard clipboard{*QGuiApplication::clipboard()};
    tray::AccountVerbs verbs{accounts, tokens, clipboard};
    AccountsModel model{accounts, clock, verbs};
    std::unique_ptr<QAbstractItemModelTester> tester = std::make_unique<QAbstractItemModelTester>(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);

    [[nodiscard]] QVariant at(int row, AccountsModel::Role role) const
    {
        return model.data(model.index(row), role);
    }
    [[nodiscard]] QStringList keys() const
    {
        QStringList keys;
        for (int row = 0; row < model.count(); ++row)
            keys << model.keyAt(row);
        return keys;
    }
    [[nodiscard]] core::AccountView view(const char *key) const
    {
        return *accounts.find(*core::AccountId::parse(QString::fromLatin1(key)));
    }
};

List samples()
{
    return List(sampleAccounts(FakeClock().now()));
}

} // namespace

//! The list of accounts: order, search, filters, ticks, countdown, verbs.
class AccountsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsWhatNeedsAPersonFirst()
    {
        const List list = samples();

        QCOMPARE(list.keys().first(4),
                 (QStringList{QStringLiteral("slack/ops"),
                              QStringLiteral("google/maria"),
                              QStringLiteral("aws/prod-deploy"),
                              QStringLiteral("npm/publish")}));
        QCOMPARE(list.at(0, AccountsModel::GroupRole).toString(), QStringLiteral("attention"));
        QCOMPARE(list.at(4, AccountsModel::GroupRole).toString(), QStringLiteral("working"));
        QCOMPARE(list.model.needsYouCount(), 4);
    }

    void tellsWhatARowShows()
    {
        const List list = samples();
        const int row = list.model.rowOf(QStringLiteral("github/work"));

        QCOMPARE(list.at(row, AccountsModel::ServiceRole).toString(), QStringLiteral("GitHub"));
        QCOMPARE(list.at(row, AccountsModel::AccountRole).toString(), QStringLiteral("work"));
        QCOMPARE(list.at(row, AccountsModel::KindRole).toString(), QStringLiteral("OAuth"));
        QCOMPARE(list.at(row, AccountsModel::StandingRole).toString(), QStringLiteral("valid"));
        QCOMPARE(list.at(row, AccountsModel::WhenRole).toString(), QStringLiteral("42 min"));
        QCOMPARE(list.at(row, AccountsModel::UsedByRole).toString(), QStringLiteral("git"));
        QCOMPARE(list.at(row, AccountsModel::UsedAtRole).toString(), QStringLiteral("2 min ago"));
        QCOMPARE(list.at(row, AccountsModel::ExactRole).toString(),
                 QStringLiteral("Sunday, 22 November 2026, 12:42:05"));
    }

    void hasANameForEveryRole()
    {
        const List list = samples();
        const auto names = list.model.roleNames();
        const QMetaEnum roles = QMetaEnum::fromType<AccountsModel::Role>();
        QCOMPARE(names.size(), roles.keyCount());
    }

    void filtersAndSearches_data()
    {
        QTest::addColumn<AccountsModel::Filter>("filter");
        QTest::addColumn<QString>("search");
        QTest::addColumn<int>("rows");
        using enum AccountsModel::Filter;
        QTest::newRow("all") << All << "" << 14;
        QTest::newRow("needs you") << NeedsYou << "" << 4;
        QTest::newRow("oauth") << OAuth << "" << 6;
        QTest::newRow("keys") << ApiKeys << "" << 5;
        QTest::newRow("aws") << Aws << "" << 3;
        QTest::newRow("by service, any case") << All << "GITH" << 1;
        QTest::newRow("by who it is") << All << "acme.dev" << 4;
        QTest::newRow("two words, any order") << All << "prod aws" << 2;
        QTest::newRow("within a filter") << NeedsYou << "maria" << 1;
        QTest::newRow("by kind") << All << "api key" << 5;
        QTest::newRow("nothing") << All << "gitlb" << 0;
    }
    void filtersAndSearches()
    {
        QFETCH(const AccountsModel::Filter, filter);
        QFETCH(const QString, search);
        List list = samples();

        list.model.setFilter(filter);
        list.model.setSearch(search);

        QTEST(list.model.count(), "rows");
        QCOMPARE(list.model.total(), 14);
    }

    void knowsEmptyFromNoMatch()
    {
        List list = samples();
        QCOMPARE(list.model.state(), AccountsModel::State::Ready);
        list.model.setSearch(QStringLiteral("gitlb"));
        QCOMPARE(list.model.state(), AccountsModel::State::NoMatch);
        list.accounts.views.clear();
        list.accounts.reset.announce();
        QCOMPARE(list.model.state(), AccountsModel::State::Empty);
    }

    void sorts_data()
    {
        QTest::addColumn<AccountsModel::Order>("order");
        QTest::addColumn<QString>("first");
        using enum AccountsModel::Order;
        QTest::newRow("attention") << AttentionFirst << "slack/ops";
        QTest::newRow("name") << ByName << "anthropic/research";
        QTest::newRow("expiry") << ByExpiry << "slack/ops";
        QTest::newRow("last used") << ByLastUsed << "github/work";
    }
    void sorts()
    {
        QFETCH(const AccountsModel::Order, order);
        List list = samples();
        list.model.setOrder(order);
        QTEST(list.model.keyAt(0), "first");
    }

    void movesOneRowWhenOneAccountChanges()
    {
        List list = samples();
        QSignalSpy reset(&list.model, &QAbstractItemModel::modelReset);
        QSignalSpy moved(&list.model, &QAbstractItemModel::rowsMoved);
        QSignalSpy inserted(&list.model, &QAbstractItemModel::rowsInserted);
        core::AccountView view = list.view("slack/ops");
        view.state.expiresAt = view.state.expiresAt.addYears(1);
        view.standing = core::Standing::Expiring; // still needs somebody, but less
        list.accounts.put(view);
        QCOMPARE(moved.size(), 1);

        // A row does not change its group: the list on the screen asks for that once only.
        view = list.view("github/work");
        view.standing = core::Standing::NeedsSignIn;
        list.accounts.put(view);

        QCOMPARE(reset.size(), 0);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(list.model.keyAt(0), QStringLiteral("github/work"));
        QCOMPARE(list.model.needsYouCount(), 5);
    }

    void insertsAndRemovesSingleRows()
    {
        List list = samples();
        QSignalSpy inserted(&list.model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&list.model, &QAbstractItemModel::rowsRemoved);
        core::AccountView view = list.view("github/work");
        view.account.id.account = QStringLiteral("private");
        list.model.setSelected(QStringLiteral("npm/publish"), true);

        list.accounts.put(view);
        list.accounts.views.removeIf(
            [](const auto &v) { return v.account.id.service == QLatin1String("npm"); });
        list.accounts.changed.announce({QStringLiteral("npm"), QStringLiteral("publish")});

        QCOMPARE(inserted.size(), 1);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(list.model.total(), 14);
        QCOMPARE(list.model.selectedCount(), 0);
        QVERIFY(list.model.rowOf(QStringLiteral("github/private")) >= 0);
    }

    //! Random changes leave the list as it would be, had it been read anew.
    void staysInOrderUnderManyChanges()
    {
        List list(manyAccounts(60, FakeClock().now()));
        std::srand(7);
        for (int i = 0; i < 300; ++i) {
            const auto place = std::rand() % list.accounts.views.size();
            core::AccountView view = list.accounts.views.at(place);
            if (i % 5 == 0 && list.accounts.views.size() > 20) {
                QVERIFY(QCoro::waitFor(list.accounts.remove(view.account.id, QString())));
                continue;
            }
            if (i % 7 == 0)
                view.account.id.account = QStringLiteral("new-%1").arg(i);
            view.standing = static_cast<core::Standing>(std::rand() % 6);
            if (i % 11 == 0)
                list.model.setFilter(static_cast<AccountsModel::Filter>(std::rand() % 5));
            list.accounts.put(view);
        }
        const QStringList kept = list.keys();
        list.accounts.reset.announce();
        QCOMPARE(kept, list.keys());
    }

    void countsDownOnlyTheWordsThatChange()
    {
        List list = samples();
        QSignalSpy changed(&list.model, &QAbstractItemModel::dataChanged);
        list.model.setActive(true);

        list.clock.advance(std::chrono::seconds(21)); // prod-deploy had 42 min 20 s left
        list.model.setActive(false);
        list.model.setActive(true);

        const int row = list.model.rowOf(QStringLiteral("aws/prod-deploy"));
        QCOMPARE(list.at(row, AccountsModel::WhenRole).toString(), QStringLiteral("in 41 min"));
        for (const auto &signal : std::as_const(changed))
            QCOMPARE(signal.at(0).toModelIndex().row(), signal.at(1).toModelIndex().row());
        QVERIFY(changed.size() < 6);
    }

    void movesARowWhenTimeAloneChangesItsStanding()
    {
        List list = samples();
        list.model.setActive(true);
        core::AccountView view = list.view("github/work");
        view.standing = core::Standing::Expired;
        for (core::AccountView &present : list.accounts.views) {
            if (present.account.id == view.account.id)
                present = view; // without a word: the agent's tick is coarser than ours
        }

        list.clock.advance(std::chrono::minutes(43));
        list.model.setActive(false);
        list.model.setActive(true);

        QVERIFY(list.model.rowOf(QStringLiteral("github/work")) < 5);
    }

    void tellsTimesByTheClock()
    {
        List list = samples();
        list.model.setTimeStyle(tray::TimeStyle::Clock);
        const int row = list.model.rowOf(QStringLiteral("github/work"));
        QCOMPARE(list.at(row, AccountsModel::WhenRole).toString(), QStringLiteral("until 12:42"));
        QCOMPARE(list.at(row, AccountsModel::UsedAtRole).toString(), QStringLiteral("11:58"));
    }

    void ticksAndUnticks()
    {
        List list = samples();
        list.model.setSelected(list.model.keyAt(1), true);
        list.model.selectUpTo(list.model.keyAt(4));
        QCOMPARE(list.model.selectedCount(), 4);
        QVERIFY(list.at(3, AccountsModel::SelectedRole).toBool());
        list.model.selectAll();
        QCOMPARE(list.model.selectedCount(), 14);
        list.model.clearSelection();
        QCOMPARE(list.model.selectedCount(), 0);
        QVERIFY(!list.at(3, AccountsModel::SelectedRole).toBool());
    }

    void refreshesOnlyTickedOnesThatCan()
    {
        List list = samples();
        QSignalSpy done(&list.verbs, &tray::AccountVerbs::refreshedSeveral);
        list.model.selectAll();
        QCOMPARE(list.model.selectedRenewable(), 5);

        list.model.refreshSelected();

        QCOMPARE(list.tokens.refreshed.size(), 5);
        QCOMPARE(done.size(), 1);
        QCOMPARE(done.front().at(0).toInt(), 5);
    }

    void worksOnAFewOfManyAtATime()
    {
        List list = samples();
        list.tokens.holds = true;
        list.model.selectAll();

        list.model.refreshSelected();
        QCOMPARE(list.tokens.waiting, 4);
        QVERIFY(list.verbs.isAnyBusy());
        list.tokens.release();

        QTRY_COMPARE(list.tokens.refreshed.size(), 5);
        QTRY_VERIFY(!list.verbs.isAnyBusy());
        QCOMPARE(list.tokens.mostWaiting, 4);
    }

    void removesTheTicked()
    {
        List list = samples();
        list.model.setFilter(AccountsModel::Filter::Aws);
        list.model.selectAll();

        list.model.removeSelected();

        QCOMPARE(list.model.total(), 11);
        QCOMPARE(list.model.selectedCount(), 0);
        QCOMPARE(list.accounts.removedBy.size(), 3);
    }

    void copiesReferencesOfTheTicked()
    {
        List list = samples();
        list.model.setSelected(QStringLiteral("github/work"), true);
        list.model.setSelected(QStringLiteral("npm/publish"), true);

        list.model.copySelectedReferences();

        QCOMPARE(QGuiApplication::clipboard()->text().split(QLatin1Char('\n')),
                 (QStringList{QStringLiteral("auth://npm/publish/api_key"),
                              QStringLiteral("auth://github/work/token")}));
    }

    void showsThatAVerbIsUnderWay()
    {
        List list = samples();
        list.tokens.holds = true;
        const int row = list.model.rowOf(QStringLiteral("github/work"));
        QSignalSpy changed(&list.model, &QAbstractItemModel::dataChanged);

        list.model.refresh(QStringLiteral("github/work"));
        QVERIFY(list.at(row, AccountsModel::BusyRole).toBool());
        list.tokens.release();

        QTRY_VERIFY(!list.at(row, AccountsModel::BusyRole).toBool());
        QCOMPARE(changed.size(), 2);
    }

    //! Prints figures; fails only when something is badly wrong.
    void filtersTenThousandWithinAFrame()
    {
        List list(manyAccounts(10'000, FakeClock().now()));
        list.tester.reset(); // it reads the whole model after each change
        QElapsedTimer timer;
        qint64 worst = 0;
        for (const char *typed : {"g", "gi", "git", "gith", "github 77", "maria", "zzz", ""}) {
            timer.start();
            list.model.setSearch(QString::fromLatin1(typed));
            const qint64 us = timer.nsecsElapsed() / 1000;
            worst = std::max(worst, us);
            qInfo("search ‘%s’: %d rows in %lld µs", typed, list.model.count(), us);
        }
        timer.start();
        list.model.setFilter(AccountsModel::Filter::NeedsYou);
        qInfo("chip: %d rows in %lld µs", list.model.count(), timer.nsecsElapsed() / 1000);
        timer.start();
        list.model.setOrder(AccountsModel::Order::ByLastUsed);
        qInfo("order: %lld µs", timer.nsecsElapsed() / 1000);
        timer.start();
        list.accounts.put(list.accounts.views.at(5000));
        qInfo("one account changed: %lld µs", timer.nsecsElapsed() / 1000);
        timer.start();
        list.model.setActive(true);
        qInfo("tick: %lld µs", timer.nsecsElapsed() / 1000);
        QVERIFY(worst < 500'000);
    }
};

QTEST_MAIN(AccountsModelTest)
#include "tst_accountsmodel.moc"
