// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verbs/verbs.h"

#include <array>

namespace cli {

std::span<const VerbGroup> verbGroups()
{
    static const std::array<VerbGroup, 12> groups{{{"Tokens", tokenVerbs()},
                                                   {"Accounts", accountVerbs()},
                                                   {"Signing in", signInVerbs()},
                                                   {"Doors for other programs", doorVerbs()},
                                                   {"Consent", consentVerbs()},
                                                   {"The record", auditVerbs()},
                                                   {"The agent", agentVerbs()},
                                                   {"The vault", vaultVerbs()},
                                                   {"The agent's process", daemonVerbs()},
                                                   {"Settings", configVerbs()},
                                                   {"Shells", completionVerbs()},
                                                   {"About", otherVerbs()}}};
    return groups;
}

} // namespace cli
