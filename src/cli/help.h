// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/verb.h"

#include <string>

namespace cli {

class Context;

//! A bare `latchkey`: what it is, and what to try first.
void printOverview(Context &context);
//! All verbs, the options of every verb and the exit codes.
void printAllHelp(Context &context);
void printHelp(Context &context, const Verb &verb);
void printVersion(Context &context);

//! "get-token SERVICE ACCOUNT [option…]"
[[nodiscard]] std::string usageOf(const Verb &verb);

} // namespace cli
