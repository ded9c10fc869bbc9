// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <benchmark/benchmark.h>
#include <chrono>

//! What the thing measured may take. The outcome is printed as a ratio of it: below 1 is within.
inline void allow(benchmark::State &state, std::chrono::nanoseconds figure)
{
    state.counters["allowed_ns"] = static_cast<double>(figure.count());
}
