// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/accountsmodel.h"
#include "figures.h"
#include "oauth/oauthbench.h"
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

} // namespace
