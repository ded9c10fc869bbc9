// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/faultpoint.h"

#ifdef LATCHKEY_FAULT_POINTS
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unistd.h>

namespace base {

namespace {

struct Chosen
{
    std::string name;
    int pass = 1;
};

Chosen chosenPoint()
{
    const char *text = std::getenv("LATCHKEY_FAULT_POINT");
    if (!text)
        return {};
    Chosen chosen{text, 1};
    if (const auto mark = chosen.name.rfind('#'); mark != std::string::npos) {
        chosen.pass = std::atoi(chosen.name.c_str() + mark + 1);
        chosen.name.resize(mark);
    }
    return chosen;
}

} // namespace

void faultPoint(const char *name) noexcept
{
    static std::atomic<int> passes = 0;
    // Read each time: a test's forked child chooses after its parent has passed here.
    const Chosen chosen = chosenPoint();
    // Listing comes first: a kill test learns from it which points there are.
    if (std::getenv("LATCHKEY_LIST_FAULT_POINTS")) {
        const std::string line = std::string(name) + '\n';
        [[maybe_unused]] const auto written = write(STDOUT_FILENO, line.data(), line.size());
    }
    if (!chosen.name.empty() && chosen.name == name && ++passes == chosen.pass) {
        kill(getpid(), SIGKILL);
        // The signal is on its way; nothing after this line may happen.
        for (;;)
            pause();
    }
}

} // namespace base
#endif
