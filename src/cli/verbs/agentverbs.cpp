// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verbs/verbs.h"

namespace cli {

std::span<const Verb> agentVerbs()
{
    return {};
}

} // namespace cli
