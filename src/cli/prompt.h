// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <latchkey/error.h>
#include <latchkey/secret.h>
#include <string_view>

namespace cli {

class Output;

//! Whether there is a person to ask: standard input is a terminal.
[[nodiscard]] bool canAsk();

//! A line that is not shown while it is typed, asked for on standard error.
[[nodiscard]] latchkey::Result<latchkey::Secret> askHidden(std::string_view question);

//! All of standard input without the line's end, at most 64 KiB: a secret that a program hands
//! over.
[[nodiscard]] latchkey::Result<latchkey::Secret> secretFromInput(std::string_view what);

//! Asks on standard error; anything but y or yes is a no.
[[nodiscard]] bool askYesOrNo(std::string_view question);

} // namespace cli
