// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <latchkey/error.h>
#include <latchkey/secret.h>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

//! One variable of a .env file. The value may be a reference.
struct Variable
{
    std::string name;
    latchkey::Secret value;
    int line = 0; //!< where its name stands
};

//! A .env file: NAME=VALUE a line, with or without "export" in front; # begins a comment at a
//! line's start or after a space. '…' is taken as it is, in "…" a backslash has its usual meaning
//! (\n, \r, \t, \", \\, \$, and at a line's end nothing); both may go over several lines. Nothing
//! is expanded: a $ is a $. Of two lines with one name the last counts. InvalidInput names the
//! line.
[[nodiscard]] latchkey::Result<std::vector<Variable>> readDotenv(std::string_view text);

//! [A-Za-z_][A-Za-z0-9_]*
[[nodiscard]] bool isVariableName(std::string_view name);

} // namespace cli
