// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doors/dotenv.h"

#include <algorithm>

namespace cli {

using latchkey::Bytes;
using latchkey::Error;
using latchkey::ErrorCode;
using latchkey::Result;
using latchkey::Secret;

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

//! Goes through the text and counts lines.
class Reader
{
public:
    explicit Reader(std::string_view text)
        : m_rest(text)
    {
        constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
        if (m_rest.starts_with(byteOrderMark))
            m_rest.remove_prefix(byteOrderMark.size());
    }

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    [[nodiscard]] int line() const { return m_line; }
    //! The next character; 0 at the end (a file with a zero in it was refused).
    [[nodiscard]] char peek(std::size_t ahead = 0) const
    {
        return ahead < m_rest.size() ? m_rest[ahead] : '\0';
    }
    char take()
    {
        const char c = m_rest.front();
        m_rest.remove_prefix(1);
        if (c == '\n')
            ++m_line;
        return c;
    }
    void skipBlanks()
    {
        while (isBlank(peek()))
            take();
    }
    [[nodiscard]] bool atLineEnd() const
    {
        return atEnd() || peek() == '\n' || (peek() == '\r' && (peek(1) == '\n' || !peek(1)));
    }
    void skipLine()
    {
        while (!atEnd() && take() != '\n') {}
    }
    [[nodiscard]] std::string_view word() const
    {
        std::size_t size = 0;
        while (size < m_rest.size() && m_rest[size] != '=' && m_rest[size] != '\n'
               && m_rest[size] != '\r' && !isBlank(m_rest[size]))
            ++size;
        return m_rest.substr(0, size);
    }
    void skip(std::size_t count) { m_rest.remove_prefix(count); }

private:
    std::string_view m_rest;
    int m_line = 1;
};

Error wrong(int line, const std::string &why)
{
    return {ErrorCode::InvalidInput,
            "Line " + std::to_string(line) + " of the .env file: " + why,
            "A line is NAME=VALUE; a value with spaces or # stands in quotation marks.",
            false};
}

char unescaped(char c)
{
    switch (c) {
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return c;
    }
}

//! A value in quotation marks, the first of which is next.
Result<> readQuoted(Reader &reader, Bytes &value)
{
    const int begun = reader.line();
    const char quote = reader.take();
    while (!reader.atEnd()) {
        const char c = reader.take();
        if (c == quote)
            return {};
        if (c != '\\' || quote == '\'' || reader.atEnd()) {
            value += c;
            continue;
        }
        const char escaped = reader.take();
        constexpr std::string_view known = "nrt\"\\$";
        if (escaped == '\n')
            continue;
        if (known.find(escaped) == std::string_view::npos)
            value += '\\';
        value += unescaped(escaped);
    }
    return wrong(begun, "a quotation mark is never closed.");
}

//! What stands without quotation marks, up to a comment or the line's end.
void readBare(Reader &reader, Bytes &value)
{
    while (!reader.atLineEnd()) {
        const char c = reader.take();
        if (c == '#' && (value.empty() || isBlank(value.back())))
            break;
        value += c;
    }
    while (!value.empty() && isBlank(value.back()))
        value.pop_back();
    reader.skipLine();
}

Result<> readValue(Reader &reader, Bytes &value)
{
    reader.skipBlanks();
    if (reader.peek() != '"' && reader.peek() != '\'') {
        readBare(reader, value);
        return {};
    }
    const auto quoted = readQuoted(reader, value);
    if (!quoted)
        return quoted;
    const int line = reader.line();
    reader.skipBlanks();
    if (!reader.atLineEnd() && reader.peek() != '#')
        return wrong(line, "something stands behind the closing quotation mark.");
    reader.skipLine();
    return {};
}

} // namespace

bool isVariableName(std::string_view name)
{
    const auto isLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    return !name.empty() && isLetter(name.front())
           && std::all_of(name.begin(), name.end(), [&isLetter](char c) {
                  return isLetter(c) || (c >= '0' && c <= '9');
              });
}

Result<std::vector<Variable>> readDotenv(std::string_view text)
{
    if (text.find('\0') != std::string_view::npos)
        return wrong(1, "it is no text file.");
    std::vector<Variable> variables;
    Reader reader(text);
    while (!reader.atEnd()) {
        reader.skipBlanks();
        if (reader.atLineEnd() || reader.peek() == '#') {
            reader.skipLine();
            continue;
        }
        const int line = reader.line();
        std::string_view name = reader.word();
        if (name == "export" && isBlank(reader.peek(name.size()))) {
            reader.skip(name.size());
            reader.skipBlanks();
            name = reader.word();
        }
        if (!isVariableName(name))
            return wrong(line, "it does not begin with the name of a variable.");
        reader.skip(name.size());
        reader.skipBlanks();
        if (reader.peek() != '=')
            return wrong(line, "the name is followed by no =.");
        reader.take();
        Bytes value;
        const auto read = readValue(reader, value);
        if (!read)
            return read.error();
        std::erase_if(variables, [name](const Variable &known) { return known.name == name; });
        variables.push_back({std::string(name), Secret(std::string_view(value)), line});
    }
    return variables;
}

} // namespace cli
