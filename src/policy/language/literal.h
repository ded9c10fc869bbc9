// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace policy {

//! What is between the quotation marks, escapes resolved (\n \r \t \\ \0 \' \" \x41 \u{1F600});
//! nothing where an escape is wrong.
[[nodiscard]] std::optional<std::string> unescaped(std::string_view inner);

//! The same for the right side of `like`: the literal parts between the stars, so "a*" is {"a",
//! ""}.
//! \* is a star that stands for itself.
[[nodiscard]] std::optional<std::vector<std::string>> unescapedPattern(std::string_view inner);

//! A word that may not name anything: true, false, if, then, else, in, is, like, has, __cedar.
[[nodiscard]] bool isReserved(std::string_view identifier);

} // namespace policy
