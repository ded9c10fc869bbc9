// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doors/template.h"

namespace cli {

using latchkey::Error;
using latchkey::ErrorCode;
using latchkey::Result;

namespace {

std::string_view withoutBlanks(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    return text;
}

std::string_view trimmed(std::string_view text)
{
    text = withoutBlanks(text);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

//! Where one stands in a text.
struct Place
{
    int line = 1;
    int column = 1;

    void pass(std::string_view text)
    {
        for (const char c : text) {
            if (c == '\n') {
                ++line;
                column = 1;
            } else if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U) {
                ++column;
            }
        }
    }
};

//! "auth://…" or "ref+…": what stands in braces is a reference from its first word on.
bool beginsReference(std::string_view text)
{
    for (const std::string_view start : {"auth://", "ref+", "secretref+", "vals:"}) {
        if (text.starts_with(start))
            return true;
    }
    return false;
}

} // namespace

bool looksLikeReference(std::string_view text)
{
    if (text.starts_with("auth://"))
        return true;
    // "secretref+" ends in "ref+", too.
    for (std::size_t at = text.find("ref+"); at != std::string_view::npos;
         at = text.find("ref+", at + 1)) {
        std::size_t end = at + 4;
        while (end < text.size() && text[end] != ':' && text[end] != '+')
            ++end;
        if (text.substr(end).starts_with("://"))
            return true;
    }
    return false;
}

Result<std::vector<TemplatePiece>> splitTemplate(std::string_view text)
{
    std::vector<TemplatePiece> pieces;
    std::size_t words = 0; //!< where the words that are not yet a piece begin
    Place wordsPlace;
    std::size_t at = 0;
    Place seen; //!< the place of `at`
    const auto addWords = [&](std::size_t end) {
        if (end > words)
            pieces.push_back(
                {text.substr(words, end - words), false, wordsPlace.line, wordsPlace.column});
    };
    for (std::size_t open = text.find("{{"); open != std::string_view::npos;
         open = text.find("{{", at)) {
        seen.pass(text.substr(at, open - at));
        at = open;
        const std::string_view inside = text.substr(open + 2);
        if (!beginsReference(withoutBlanks(inside))) {
            // One brace on, so that {{{ auth://… }} is found.
            seen.pass(text.substr(at, 1));
            ++at;
            continue;
        }
        const std::string_view line = inside.substr(0, inside.find('\n'));
        const std::size_t close = line.find("}}");
        if (close == std::string_view::npos)
            return Error{ErrorCode::InvalidInput,
                         "Line " + std::to_string(seen.line) + ", column "
                             + std::to_string(seen.column)
                             + ": the braces of a reference are not closed.",
                         "Write {{ auth://service/account/token }} on one line.",
                         false};
        addWords(open);
        pieces.push_back({trimmed(line.substr(0, close)), true, seen.line, seen.column});
        const std::size_t end = open + 2 + close + 2;
        seen.pass(text.substr(at, end - at));
        at = end;
        words = end;
        wordsPlace = seen;
    }
    addWords(text.size());
    return pieces;
}

} // namespace cli
