// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string_view>
#include <vector>

namespace policy {

//! Where something stands in a text; both from 1, columns in characters.
struct Position
{
    int line = 1;
    int column = 1;
};

//! One word or sign of a policy text.
struct Token
{
    enum class Kind { Identifier, Number, String, Slot, Sign, End };

    Kind kind = Kind::End;
    std::string_view text; //!< as written; a string with its quotes
    Position at;
};

//! A complaint about a policy text: InvalidInput "NAME:LINE:COLUMN: SENTENCE".
[[nodiscard]] tl::unexpected<base::Error> complain(const QString &name,
                                                   Position at,
                                                   const QString &sentence);

//! Cuts a text into tokens, the last of which is End. The tokens look into \a text.
[[nodiscard]] base::Result<std::vector<Token>> tokenize(std::string_view text, const QString &name);

} // namespace policy
