// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"
#include "qml/pagewindow.h"

#include <ctime>

using namespace std::chrono_literals;

namespace {

constexpr auto frame = 16ms;

//! What this thread has worked: a busy machine does not count.
double worked()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

struct ManyAccounts
{
    PageWindow page{{1200, 760}, false};
    QQuickItem *list = nullptr;

    ManyAccounts()
    {
        page.desk.accounts.views = manyAccounts(10'000, page.desk.clock.now());
        page.desk.accounts.reset.announce();
        page.settle();
        list = page.find("AccountList");
    }

    //! The frame that a person sees next, drawn by the processor alone.
    void draw() { benchmark::DoNotOptimize(page.window->grabWindow()); }
};

//! From a key in the search field to the new frame, over ten thousand accounts.
void keyOfASearchToItsFrame(benchmark::State &state)
{
    ManyAccounts many;
    const QStringList searches{QStringLiteral("g"),
                               QStringLiteral("gi"),
                               QStringLiteral("git"),
                               QStringLiteral("gi"),
                               QStringLiteral("g"),
                               QString()};
    qsizetype round = 0;
    for ([[maybe_unused]] auto _ : state) {
        const double begun = worked();
        many.page.desk.app->accounts()->setSearch(searches[round++ % searches.size()]);
        many.draw();
        state.SetIterationTime(worked() - begun);
    }
    allow(state, frame);
}
BENCHMARK(keyOfASearchToItsFrame)->UseManualTime()->Iterations(60);

//! A notch of the wheel over ten thousand rows.
void scrollStepToItsFrame(benchmark::State &state)
{
    ManyAccounts many;
    double place = 0;
    for ([[maybe_unused]] auto _ : state) {
        const double begun = worked();
        many.list->setProperty("contentY", place += 120);
        many.draw();
        state.SetIterationTime(worked() - begun);
    }
    allow(state, frame);
}
BENCHMARK(scrollStepToItsFrame)->UseManualTime()->Iterations(200);

//! The same frame with nothing new in it: what of the two is drawing.
void frameOfTenThousandAccounts(benchmark::State &state)
{
    ManyAccounts many;
    for ([[maybe_unused]] auto _ : state) {
        const double begun = worked();
        many.draw();
        state.SetIterationTime(worked() - begun);
    }
    allow(state, frame);
}
BENCHMARK(frameOfTenThousandAccounts)->UseManualTime()->Iterations(60);

} // namespace
