// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json.h"

#include <charconv>
#include <cstdint>
#include <string_view>
#include <system_error>

namespace latchkey {

//! A strict reader of JSON (RFC 8259): well-formed UTF-8, no comments, no lone surrogates, no more
//! than 64 levels.
class JsonReader
{
public:
    explicit JsonReader(std::string_view text)
        : m_text(text)
    {}

    [[nodiscard]] bool whole(Json &value)
    {
        if (!isUtf8(m_text))
            return false;
        skipSpace();
        if (!readValue(value, 0))
            return false;
        skipSpace();
        return m_at == m_text.size();
    }

    //! RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
    [[nodiscard]] static bool isUtf8(std::string_view text)
    {
        for (std::size_t i = 0; i < text.size();) {
            const auto lead = static_cast<unsigned char>(text[i++]);
            if (lead < 0x80)
                continue;
            const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
            if (lead < 0xc2 || lead > 0xf4)
                return false;
            char32_t code = lead & (0x3f >> more);
            for (int n = 0; n < more; ++n, ++i) {
                const auto byte = i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
                if ((byte & 0xc0U) != 0x80U)
                    return false;
                code = code << 6 | (byte & 0x3fU);
            }
            constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
            if (code < least[more] || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
                return false;
        }
        return true;
    }

private:
    static constexpr int deepest = 64;

    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    [[nodiscard]] bool take(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    [[nodiscard]] bool takeWord(std::string_view word)
    {
        if (m_text.substr(m_at, word.size()) != word)
            return false;
        m_at += word.size();
        return true;
    }
    void skipSpace()
    {
        while (m_at < m_text.size()
               && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r'
                   || m_text[m_at] == '\t'))
            ++m_at;
    }

    [[nodiscard]] bool readValue(Json &value, int depth)
    {
        switch (peek()) {
        case '{':
            return readObject(value, depth);
        case '[':
            return readList(value, depth);
        case '"': {
            std::string text;
            if (!readText(text)) {
                wipe(text);
                return false;
            }
            value = Json(std::move(text));
            wipe(text);
            return true;
        }
        case 't':
            value = Json(true);
            return takeWord("true");
        case 'f':
            value = Json(false);
            return takeWord("false");
        case 'n':
            value = Json();
            return takeWord("null");
        default:
            return readNumber(value);
        }
    }

    [[nodiscard]] bool readObject(Json &value, int depth)
    {
        value = Json::object();
        ++m_at;
        skipSpace();
        if (take('}'))
            return true;
        while (depth < deepest) {
            std::string key;
            Json member;
            skipSpace();
            if (!readText(key))
                return false;
            skipSpace();
            if (!take(':'))
                return false;
            skipSpace();
            if (!readValue(member, depth + 1))
                return false;
            value.set(key, std::move(member));
            skipSpace();
            if (take('}'))
                return true;
            if (!take(','))
                return false;
        }
        return false;
    }

    [[nodiscard]] bool readList(Json &value, int depth)
    {
        value = Json::list();
        ++m_at;
        skipSpace();
        if (take(']'))
            return true;
        while (depth < deepest) {
            Json item;
            skipSpace();
            if (!readValue(item, depth + 1))
                return false;
            value.append(std::move(item));
            skipSpace();
            if (take(']'))
                return true;
            if (!take(','))
                return false;
        }
        return false;
    }

    [[nodiscard]] bool readText(std::string &text)
    {
        if (!take('"'))
            return false;
        // Once to its end, so that the text grows only once and leaves no copies.
        const std::size_t start = m_at;
        std::size_t end = start;
        while (end < m_text.size() && m_text[end] != '"')
            end += m_text[end] == '\\' ? 2U : 1U;
        if (end >= m_text.size())
            return false;
        text.reserve(end - start);
        while (m_at < end) {
            const char c = m_text[m_at++];
            if (static_cast<unsigned char>(c) < 0x20)
                return false;
            if (c != '\\')
                text += c;
            else if (!readEscape(text))
                return false;
        }
        return take('"');
    }

    [[nodiscard]] bool readEscape(std::string &text)
    {
        const char c = peek();
        ++m_at;
        constexpr std::string_view names = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        if (const auto at = names.find(c); at != std::string_view::npos) {
            text += meanings[at];
            return true;
        }
        char32_t code = 0;
        if (c != 'u' || !readUnit(code) || (code >= 0xdc00 && code < 0xe000))
            return false;
        if (code >= 0xd800 && code < 0xdc00) {
            char32_t low = 0;
            if (!takeWord("\\u") || !readUnit(low) || low < 0xdc00 || low >= 0xe000)
                return false;
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        }
        appendUtf8(text, code);
        return true;
    }

    [[nodiscard]] bool readUnit(char32_t &unit)
    {
        const std::string_view digits = m_text.substr(m_at, 4);
        std::uint32_t number = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
        if (error != std::errc() || end != digits.data() + 4)
            return false;
        unit = number;
        m_at += 4;
        return true;
    }

    static void appendUtf8(std::string &text, char32_t code)
    {
        const auto more = [&text, code](int shift) {
            text += static_cast<char>(0x80U | (code >> shift & 0x3fU));
        };
        if (code < 0x80) {
            text += static_cast<char>(code);
        } else if (code < 0x800) {
            text += static_cast<char>(0xc0U | code >> 6);
            more(0);
        } else if (code < 0x10000) {
            text += static_cast<char>(0xe0U | code >> 12);
            more(6);
            more(0);
        } else {
            text += static_cast<char>(0xf0U | code >> 18);
            more(12);
            more(6);
            more(0);
        }
    }

    [[nodiscard]] bool readDigits()
    {
        const std::size_t start = m_at;
        while (peek() >= '0' && peek() <= '9')
            ++m_at;
        return m_at > start;
    }

    [[nodiscard]] bool readNumber(Json &value)
    {
        const std::size_t start = m_at;
        bool whole = true;
        (void)take('-');
        if (!take('0') && !readDigits())
            return false;
        if (take('.')) {
            whole = false;
            if (!readDigits())
                return false;
        }
        if (take('e') || take('E')) {
            whole = false;
            if (!take('+'))
                (void)take('-');
            if (!readDigits())
                return false;
        }
        const char *first = m_text.data() + start;
        const char *last = m_text.data() + m_at;
        std::int64_t integer = 0;
        if (whole && std::from_chars(first, last, integer).ec == std::errc()) {
            value = Json(integer);
            return true;
        }
        double number = 0;
        if (std::from_chars(first, last, number).ec != std::errc())
            return false;
        value = Json(number);
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

inline Result<Json> Json::read(std::string_view text)
{
    Json value;
    if (!JsonReader(text).whole(value))
        return Error{ErrorCode::Corrupt, "This is not JSON.", {}, false};
    return value;
}

} // namespace latchkey
