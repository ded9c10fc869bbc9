// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"
#include "secret.h"

#include <charconv>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace latchkey {

//! Whether \a text is UTF-8 (RFC 3629): no form that is longer than it has to be, no surrogates.
[[nodiscard]] inline bool isUtf8(std::string_view text)
{
    const auto byte = [text](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    for (std::size_t i = 0; i < text.size();) {
        const unsigned first = byte(i);
        if (first < 0x80U) {
            ++i;
            continue;
        }
        const std::size_t length = first >= 0xf0U ? 4 : first >= 0xe0U ? 3 : 2;
        if (first < 0xc2U || first > 0xf4U)
            return false;
        for (std::size_t k = 1; k < length; ++k) {
            if ((byte(i + k) & 0xc0U) != 0x80U)
                return false;
        }
        const unsigned second = byte(i + 1);
        if ((first == 0xe0U && second < 0xa0U) || (first == 0xedU && second >= 0xa0U)
            || (first == 0xf0U && second < 0x90U) || (first == 0xf4U && second >= 0x90U))
            return false;
        i += length;
    }
    return true;
}

//! A JSON value (RFC 8259). Reading one never fails: what is absent, or of another kind, is the
//! fallback. Members keep their order. Text is overwritten when it goes, since it may be a secret.
class Json
{
public:
    using Items = std::vector<Json>;
    using Members = std::vector<std::pair<std::string, Json>>;

    Json() = default;
    Json(std::nullptr_t) {}
    Json(bool flag)
        : m_value(flag)
    {}
    template<std::integral T>
    Json(T number)
        : m_value(static_cast<std::int64_t>(number))
    {}
    Json(double number)
        : m_value(number)
    {}
    Json(std::string text)
        : m_value(std::move(text))
    {}
    Json(std::string_view text)
        : m_value(std::string(text))
    {}
    Json(const char *text)
        : m_value(std::string(text))
    {}
    Json(const Json &) = default;
    Json(Json &&) noexcept = default;
    Json &operator=(Json other) noexcept
    {
        m_value.swap(other.m_value);
        return *this;
    }
    ~Json()
    {
        if (auto *text = std::get_if<std::string>(&m_value))
            wipe(*text);
    }

    [[nodiscard]] static Json list()
    {
        Json json;
        json.m_value = Items();
        return json;
    }
    [[nodiscard]] static Json object()
    {
        Json json;
        json.m_value = Members();
        return json;
    }
    template<typename Texts>
    [[nodiscard]] static Json listOf(const Texts &texts)
    {
        Json json = list();
        for (const auto &text : texts)
            json.append(Json(std::string_view(text)));
        return json;
    }

    [[nodiscard]] bool isNull() const { return holds<std::monostate>(); }
    [[nodiscard]] bool isBool() const { return holds<bool>(); }
    [[nodiscard]] bool isInteger() const { return holds<std::int64_t>(); }
    [[nodiscard]] bool isNumber() const { return isInteger() || holds<double>(); }
    [[nodiscard]] bool isText() const { return holds<std::string>(); }
    [[nodiscard]] bool isList() const { return holds<Items>(); }
    [[nodiscard]] bool isObject() const { return holds<Members>(); }

    [[nodiscard]] bool flag(bool fallback = false) const
    {
        const bool *flag = std::get_if<bool>(&m_value);
        return flag ? *flag : fallback;
    }
    [[nodiscard]] std::int64_t integer(std::int64_t fallback = 0) const
    {
        const auto *number = std::get_if<std::int64_t>(&m_value);
        return number ? *number : fallback;
    }
    [[nodiscard]] double number(double fallback = 0) const
    {
        if (isInteger())
            return static_cast<double>(integer());
        const double *number = std::get_if<double>(&m_value);
        return number ? *number : fallback;
    }
    //! Valid as long as this value.
    [[nodiscard]] std::string_view text(std::string_view fallback = {}) const
    {
        const auto *text = std::get_if<std::string>(&m_value);
        return text ? std::string_view(*text) : fallback;
    }
    [[nodiscard]] std::string string() const { return std::string(text()); }
    [[nodiscard]] const Items &items() const
    {
        static const Items none;
        const auto *items = std::get_if<Items>(&m_value);
        return items ? *items : none;
    }
    [[nodiscard]] const Members &members() const
    {
        static const Members none;
        const auto *members = std::get_if<Members>(&m_value);
        return members ? *members : none;
    }
    [[nodiscard]] bool contains(std::string_view key) const { return find(key) != nullptr; }
    //! The member of this name; null where there is none.
    [[nodiscard]] const Json &operator[](std::string_view key) const
    {
        static const Json nothing;
        const Json *found = find(key);
        return found ? *found : nothing;
    }
    [[nodiscard]] std::vector<std::string> texts() const
    {
        std::vector<std::string> texts;
        for (const Json &item : items())
            texts.push_back(item.string());
        return texts;
    }

    //! Adds or replaces a member; makes an object of whatever this was.
    Json &set(std::string_view key, Json value)
    {
        if (!isObject())
            m_value = Members();
        for (auto &member : std::get<Members>(m_value)) {
            if (member.first == key) {
                member.second = std::move(value);
                return *this;
            }
        }
        std::get<Members>(m_value).emplace_back(std::string(key), std::move(value));
        return *this;
    }
    //! The same, unless there is nothing to say: an optional parameter.
    Json &setIfAny(std::string_view key, std::string_view text)
    {
        return text.empty() ? *this : set(key, text);
    }
    Json &append(Json value)
    {
        if (!isList())
            m_value = Items();
        std::get<Items>(m_value).push_back(std::move(value));
        return *this;
    }
    //! Takes a member out, to move it elsewhere.
    [[nodiscard]] Json taken(std::string_view key)
    {
        const Json *found = find(key);
        return found ? std::move(*const_cast<Json *>(found)) : Json();
    }

    //! On one line, as the socket wants it.
    void writeTo(Bytes &out) const { write(out, 0, -1); }
    [[nodiscard]] Bytes written() const
    {
        Bytes out;
        write(out, 0, -1);
        return out;
    }
    //! For people: two spaces a level.
    [[nodiscard]] Bytes laidOut() const
    {
        Bytes out;
        write(out, 0, 0);
        return out;
    }
    //! Reads exactly one value; anything else is Corrupt. Defined in jsonreader.h.
    [[nodiscard]] static Result<Json> read(std::string_view text);

    static void writeText(Bytes &out, std::string_view text)
    {
        out += '"';
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if (c == '"' || c == '\\') {
                out += '\\';
                out += c;
            } else if (c == '\n') {
                out += "\\n";
            } else if (c == '\t') {
                out += "\\t";
            } else if (c == '\r') {
                out += "\\r";
            } else if (byte < 0x20 || byte == 0x7f) {
                constexpr char digits[] = "0123456789abcdef";
                out += "\\u00";
                out += digits[byte >> 4];
                out += digits[byte & 15];
            } else {
                out += c;
            }
        }
        out += '"';
    }

private:
    template<typename T>
    [[nodiscard]] bool holds() const
    {
        return std::holds_alternative<T>(m_value);
    }
    [[nodiscard]] const Json *find(std::string_view key) const
    {
        for (const auto &member : members()) {
            if (member.first == key)
                return &member.second;
        }
        return nullptr;
    }

    static void breakLine(Bytes &out, int level)
    {
        if (level >= 0) {
            out += '\n';
            out.append(static_cast<std::size_t>(level) * 2, ' ');
        }
    }

    //! A negative \a level writes everything on one line.
    void write(Bytes &out, int depth, int level) const
    {
        const int inner = level < 0 ? level : level + 1;
        if (isNull()) {
            out += "null";
        } else if (isBool()) {
            out += flag() ? "true" : "false";
        } else if (isText()) {
            writeText(out, text());
        } else if (isNumber()) {
            char digits[32];
            const auto end = isInteger() ? std::to_chars(digits, digits + sizeof digits, integer())
                                         : std::to_chars(digits, digits + sizeof digits, number());
            out.append(digits, static_cast<std::size_t>(end.ptr - digits));
        } else if (isList()) {
            out += '[';
            bool first = true;
            for (const Json &item : items()) {
                if (!std::exchange(first, false))
                    out += ',';
                breakLine(out, inner);
                item.write(out, depth + 1, inner);
            }
            if (!first)
                breakLine(out, level);
            out += ']';
        } else {
            out += '{';
            bool first = true;
            for (const auto &[key, value] : members()) {
                if (!std::exchange(first, false))
                    out += ',';
                breakLine(out, inner);
                writeText(out, key);
                out += level < 0 ? ":" : ": ";
                value.write(out, depth + 1, inner);
            }
            if (!first)
                breakLine(out, level);
            out += '}';
        }
    }

    std::variant<std::monostate, bool, std::int64_t, double, std::string, Items, Members> m_value;
};

} // namespace latchkey

#include "jsonreader.h"
