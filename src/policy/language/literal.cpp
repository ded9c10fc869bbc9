// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/language/literal.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace policy {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

void appendUtf8(std::string &out, std::uint32_t c)
{
    const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(value); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xc0 | (c >> 6));
        byte(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        byte(0xe0 | (c >> 12));
        byte(0x80 | ((c >> 6) & 0x3f));
        byte(0x80 | (c & 0x3f));
    } else {
        byte(0xf0 | (c >> 18));
        byte(0x80 | ((c >> 12) & 0x3f));
        byte(0x80 | ((c >> 6) & 0x3f));
        byte(0x80 | (c & 0x3f));
    }
}

//! Reads the inside of "\u{…}" that begins at \a next, up to and with the brace.
std::optional<std::uint32_t> codePoint(std::string_view text, std::size_t &next)
{
    if (next >= text.size() || text[next] != '{')
        return {};
    std::uint32_t value = 0;
    int digits = 0;
    for (++next; next < text.size() && text[next] != '}'; ++next) {
        if (text[next] == '_' && digits > 0)
            continue;
        const int digit = hexDigit(text[next]);
        if (digit < 0 || ++digits > 6)
            return {};
        value = value * 16 + static_cast<std::uint32_t>(digit);
    }
    const bool isSurrogate = value >= 0xd800 && value < 0xe000;
    if (next >= text.size() || digits == 0 || value > 0x10ffff || isSurrogate)
        return {};
    ++next;
    return value;
}

//! Resolves one escape whose letter is at \a next; moves behind it.
bool unescapeOne(std::string_view text, std::size_t &next, std::string &out)
{
    const char letter = text[next++];
    switch (letter) {
    case 'n':
        out += '\n';
        return true;
    case 'r':
        out += '\r';
        return true;
    case 't':
        out += '\t';
        return true;
    case '0':
        out += '\0';
        return true;
    case '\\':
    case '\'':
    case '"':
        out += letter;
        return true;
    case 'x': {
        const int high = next < text.size() ? hexDigit(text[next]) : -1;
        const int low = next + 1 < text.size() ? hexDigit(text[next + 1]) : -1;
        if (high < 0 || high > 7 || low < 0)
            return false;
        out += static_cast<char>(high * 16 + low);
        next += 2;
        return true;
    }
    case 'u': {
        const auto value = codePoint(text, next);
        if (value)
            appendUtf8(out, *value);
        return value.has_value();
    }
    default:
        return false;
    }
}

} // namespace

std::optional<std::vector<std::string>> unescapedPattern(std::string_view inner)
{
    std::vector<std::string> parts(1);
    for (std::size_t next = 0; next < inner.size();) {
        const char c = inner[next++];
        if (c == '\r') // Cedar takes Rust's text literals: a bare carriage return is none of them
            return {};
        if (c == '*') {
            parts.emplace_back();
        } else if (c != '\\') {
            parts.back() += c;
        } else if (next == inner.size()) {
            return {};
        } else if (inner[next] == '*') {
            parts.back() += '*';
            ++next;
        } else if (!unescapeOne(inner, next, parts.back())) {
            return {};
        }
    }
    return parts;
}

std::optional<std::string> unescaped(std::string_view inner)
{
    std::string text;
    text.reserve(inner.size());
    for (std::size_t next = 0; next < inner.size();) {
        const char c = inner[next++];
        if (c == '\r')
            return {};
        if (c != '\\')
            text += c;
        else if (next == inner.size() || !unescapeOne(inner, next, text))
            return {};
    }
    return text;
}

bool isReserved(std::string_view identifier)
{
    constexpr std::array<std::string_view, 10> words{
        "true", "false", "if", "then", "else", "in", "is", "like", "has", "__cedar"};
    return std::find(words.begin(), words.end(), identifier) != words.end();
}

} // namespace policy
