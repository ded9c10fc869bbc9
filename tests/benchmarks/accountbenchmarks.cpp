// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/accountsmodel.h"
#include "figures.h"
#include "oauth/oauthbench.h"
#include "support/agenthouse.h"
#include "support/fakeaccountservice.h"
#include "support/fakedesk.h"
#include "tray/accountverbs.h"
#include "tray/clipboardguard.h"

#include <QGuiApplication>

using namespace std::chrono_literals;

namespace {

//! A valid token from the cache: the figure of the issue.
void ensureOfAValidToken(benchmark::State &state)
{
    OauthBench house;
    house.keep(house.tokens(2h));
    if (!house.ensure()) {
        state.SkipWithError("no token");
        return;
    }
    for ([[maybe_unused]] auto _ : state) {
        auto task = house.manager.ensure(house.id, 5min, {});
        benchmark::DoNotOptimize(QCoro::waitFor(std::move(task)));
    }
    allow(state, 5us);
}
BENCHMARK(ensureOfAValidToken);

//! Typing into the search field over ten thousand accounts: one frame.
void filterTenThousandAccounts(benchmark::State &state)
{
    FakeClock clock;
    FakeAccountService accounts(manyAccounts(10'000, clock.now()));
    FakeTokenService tokens;
    tray::ClipboardGuard clipboard{*QGuiApplication::clipboard()};
    tray::AccountVerbs verbs{accounts, tokens, clipboard};
    desktop::AccountsModel model{accounts, clock, verbs};
    const QStringList searches{
        QStringLiteral("g"), QStringLiteral("git"), QStringLiteral("work"), QString()};
    qsizetype round = 0;
    for ([[maybe_unused]] auto _ : state)
        model.setSearch(searches[round++ % searches.size()]);
    allow(state, 16ms);
}
BENCHMARK(filterTenThousandAccounts);

//! Ten thousand accounts in the agent, as they stand in its list.
struct ManyInTheBook
{
    AgentHouse house;
    QList<core::AccountView> samples = manyAccounts(10'000, house.clock.now());

    ManyInTheBook()
    {
        for (const core::AccountView &view : samples) {
            house.accounts.list += view.account;
            house.states.rows.insert(view.account.id, view.state);
        }
        Q_UNUSED(house.book.load())
        QCoreApplication::processEvents();
        benchmark::DoNotOptimize(house.book.list());
    }
};

//! What the window, the tray and the doctor read: at most 8 ms of the thread that draws.
void listOfTenThousandAccounts(benchmark::State &state)
{
    ManyInTheBook many;
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(many.house.book.list());
    allow(state, 8ms);
}
BENCHMARK(listOfTenThousandAccounts);

//! The same a minute later, when every standing may have turned.
void listAMinuteLater(benchmark::State &state)
{
    ManyInTheBook many;
    for ([[maybe_unused]] auto _ : state) {
        many.house.clock.advance(1min);
        benchmark::DoNotOptimize(many.house.book.list());
    }
    allow(state, 8ms);
}
BENCHMARK(listAMinuteLater)->Iterations(50);

//! The same after one account of them was used.
void listAfterOneChange(benchmark::State &state)
{
    ManyInTheBook many;
    const core::AccountId id = many.samples.at(5'000).account.id;
    int round = 0;
    for ([[maybe_unused]] auto _ : state) {
        many.house.book.noteUse(id, QString::number(++round));
        benchmark::DoNotOptimize(many.house.book.list());
    }
    allow(state, 8ms);
}
BENCHMARK(listAfterOneChange);

//! The scheduler's tick.
void tickOverTenThousandAccounts(benchmark::State &state)
{
    ManyInTheBook many;
    for ([[maybe_unused]] auto _ : state) {
        many.house.clock.advance(1min);
        benchmark::DoNotOptimize(many.house.book.watchStandings(many.house.clock.now()));
    }
    allow(state, 8ms);
}
BENCHMARK(tickOverTenThousandAccounts)->Iterations(50);

} // namespace
