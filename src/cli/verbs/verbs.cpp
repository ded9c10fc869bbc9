// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verbs/verbs.h"

#include <array>

namespace cli {

std::span<const VerbGroup> verbGroups()
{
    static const std::array<VerbGroup, 5> groups{{{"Accounts", accountVerbs()},
                                                  {"Tokens", tokenVerbs()},
                                                  {"Doors for other programs", doorVerbs()},
                                                  {"The agent", agentVerbs()},
                                                  {"Everything else", otherVerbs()}}};
    return groups;
}

} // namespace cli
