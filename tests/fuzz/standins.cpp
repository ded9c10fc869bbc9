// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retry.h"

// clang 14 cannot assemble coroutines under AddressSanitizer, so the fuzzers are linked with the
// pure parsers alone. This is the one function that those want from a file with coroutines.
bool net::isPassing(int status)
{
    return status == 408 || status == 429 || status == 500 || (status >= 502 && status <= 504);
}
