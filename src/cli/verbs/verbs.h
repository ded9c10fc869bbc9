// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/verb.h"

#include <span>

namespace cli {

// One function a file of verbs; verbs.cpp puts them in order.
[[nodiscard]] std::span<const Verb> tokenVerbs();
[[nodiscard]] std::span<const Verb> accountVerbs();
[[nodiscard]] std::span<const Verb> signInVerbs();
[[nodiscard]] std::span<const Verb> consentVerbs();
[[nodiscard]] std::span<const Verb> auditVerbs();
[[nodiscard]] std::span<const Verb> agentVerbs();
[[nodiscard]] std::span<const Verb> vaultVerbs();
[[nodiscard]] std::span<const Verb> daemonVerbs();
[[nodiscard]] std::span<const Verb> configVerbs();
[[nodiscard]] std::span<const Verb> completionVerbs();
[[nodiscard]] std::span<const Verb> otherVerbs();
[[nodiscard]] std::span<const Verb> doorVerbs();

} // namespace cli
