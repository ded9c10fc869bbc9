// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"

#include <cstddef>
#include <cstdint>

// Compiled once for each target, which FUZZ_TARGET names.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::FUZZ_TARGET({data, static_cast<qsizetype>(size)});
    return 0;
}
