// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/language/lexer.h"

#include "policy/words.h"

#include <QStringDecoder>

namespace policy {

namespace {

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool beginsWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

class Lexer
{
public:
    Lexer(std::string_view text, const QString &name)
        : m_text(text)
        , m_name(name)
    {}

    base::Result<std::vector<Token>> run()
    {
        std::vector<Token> tokens;
        tokens.reserve(m_text.size() / 4 + 1);
        for (;;) {
            skipBlank();
            const Position at = m_at;
            if (m_next == m_text.size()) {
                tokens.push_back({Token::Kind::End, {}, at});
                return tokens;
            }
            const std::size_t begin = m_next;
            TRY(const Token::Kind kind, one());
            tokens.push_back({kind, m_text.substr(begin, m_next - begin), at});
        }
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const
    {
        return m_next + ahead < m_text.size() ? m_text[m_next + ahead] : '\0';
    }

    void step(std::size_t bytes = 1)
    {
        for (; bytes > 0; --bytes, ++m_next) {
            const auto byte = static_cast<unsigned char>(m_text[m_next]);
            if (byte == '\n')
                m_at = {m_at.line + 1, 1};
            else if ((byte & 0xc0u) != 0x80u) // what continues a UTF-8 character is no new column
                ++m_at.column;
        }
    }

    void skipBlank()
    {
        while (m_next < m_text.size()) {
            if (isSpace(peek()))
                step();
            else if (peek() == '/' && peek(1) == '/')
                step(std::min(m_text.find('\n', m_next), m_text.size()) - m_next);
            else
                return;
        }
    }

    void word()
    {
        while (beginsWord(peek()) || isDigit(peek()))
            step();
    }

    base::Result<Token::Kind> one()
    {
        const char c = peek();
        if (beginsWord(c)) {
            word();
            return Token::Kind::Identifier;
        }
        if (isDigit(c)) {
            while (isDigit(peek()))
                step();
            return Token::Kind::Number;
        }
        if (c == '?' && beginsWord(peek(1))) {
            step();
            word();
            return Token::Kind::Slot;
        }
        if (c == '"')
            return string();
        using namespace std::string_view_literals;
        for (const auto sign : {"::"sv, "=="sv, "!="sv, "<="sv, ">="sv, "&&"sv, "||"sv}) {
            if (m_text.substr(m_next, 2) == sign) {
                step(2);
                return Token::Kind::Sign;
            }
        }
        if ("@(){}[],;:.=<>!+-*/%"sv.find(c) != std::string_view::npos) {
            step();
            return Token::Kind::Sign;
        }
        return complain(m_name, m_at, Words::tr("no policy has this character here"));
    }

    base::Result<Token::Kind> string()
    {
        const Position begin = m_at;
        step();
        while (m_next < m_text.size() && peek() != '"') {
            if (peek() == '\\') {
                if (peek(1) == '\n')
                    return complain(m_name, m_at, Words::tr("a backslash may not end a line"));
                step();
            }
            if (m_next < m_text.size())
                step();
        }
        if (m_next == m_text.size())
            return complain(m_name, begin, Words::tr("this text has no closing quotation mark"));
        step();
        return Token::Kind::String;
    }

    std::string_view m_text;
    const QString &m_name;
    std::size_t m_next = 0;
    Position m_at;
};

} // namespace

tl::unexpected<base::Error> complain(const QString &name, Position at, const QString &sentence)
{
    return base::fail(base::ErrorCode::InvalidInput,
                      QStringLiteral("%1:%2:%3: %4")
                          .arg(name, QString::number(at.line), QString::number(at.column))
                          .arg(sentence));
}

base::Result<std::vector<Token>> tokenize(std::string_view text, const QString &name)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString decoded = utf8(QByteArrayView(text.data(), qsizetype(text.size())));
    if (utf8.hasError() || !decoded.isValidUtf16())
        return complain(name, {}, Words::tr("this file is not UTF-8"));
    return Lexer(text, name).run();
}

} // namespace policy
