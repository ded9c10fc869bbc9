// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/outcome.h"

namespace cli {

class Arguments;
class Context;

// The verbs of this folder; doors.cpp says what they take.
[[nodiscard]] Outcome resolveReference(Context &context, const Arguments &arguments);
[[nodiscard]] Outcome runCommand(Context &context, const Arguments &arguments);
[[nodiscard]] Outcome injectReferences(Context &context, const Arguments &arguments);
[[nodiscard]] Outcome answerGit(Context &context, const Arguments &arguments);
[[nodiscard]] Outcome decryptSops(Context &context, const Arguments &arguments);
[[nodiscard]] Outcome encryptSops(Context &context, const Arguments &arguments);
[[nodiscard]] Outcome editSops(Context &context, const Arguments &arguments);
[[nodiscard]] Outcome setSops(Context &context, const Arguments &arguments);
[[nodiscard]] Outcome unsetSops(Context &context, const Arguments &arguments);
[[nodiscard]] Outcome describeSops(Context &context, const Arguments &arguments);
[[nodiscard]] Outcome examine(Context &context, const Arguments &arguments);

} // namespace cli
