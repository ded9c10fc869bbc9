// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <latchkey/error.h>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

//! A piece of a template: words that stay, or one reference between {{ and }}.
struct TemplatePiece
{
    std::string_view text; //!< the words, or the reference without its braces and spaces
    bool isReference = false;
    int line = 1; //!< where the piece begins
    int column = 1; //!< in characters (UTF-8), from 1
};

//! Takes a template apart. What stands in braces and is no reference of ours stays as it is, as
//! other templates use the same braces. InvalidInput names line and column of a reference whose
//! braces are not closed on its line. The pieces view into \a text.
[[nodiscard]] latchkey::Result<std::vector<TemplatePiece>> splitTemplate(std::string_view text);

//! auth://…, or a text with ref+…://… or secretref+…://… in it, as the agent would resolve it.
[[nodiscard]] bool looksLikeReference(std::string_view text);

} // namespace cli
