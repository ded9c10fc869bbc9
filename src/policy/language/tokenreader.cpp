// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/language/tokenreader.h"

#include "policy/language/literal.h"
#include "policy/words.h"

namespace policy {

namespace {

//! The beginning, on one line.
QString excerpt(std::string_view text)
{
    const QString whole = shown(text).simplified();
    return whole.size() > 40 ? whole.left(39) + QChar(0x2026) : whole;
}

} // namespace

const Token &TokenReader::after() const
{
    return m_tokens[std::min(m_next + 1, m_tokens.size() - 1)];
}

bool TokenReader::sees(std::string_view sign) const
{
    return now().kind == Token::Kind::Sign && now().text == sign;
}

bool TokenReader::seesWord(std::string_view word) const
{
    return now().kind == Token::Kind::Identifier && now().text == word;
}

Token TokenReader::take()
{
    const Token token = now();
    if (!atEnd())
        ++m_next;
    return token;
}

bool TokenReader::took(std::string_view sign)
{
    const bool there = sees(sign);
    if (there)
        take();
    return there;
}

bool TokenReader::tookWord(std::string_view word)
{
    const bool there = seesWord(word);
    if (there)
        take();
    return there;
}

base::Result<> TokenReader::expect(std::string_view sign)
{
    if (!took(sign))
        return unexpectedHere(QStringLiteral("\"%1\"").arg(excerpt(sign)));
    return {};
}

base::Result<std::string> TokenReader::identifier()
{
    if (now().kind != Token::Kind::Identifier)
        return unexpectedHere(Words::tr("a name"));
    if (isReserved(now().text))
        return complainHere(Words::tr("\"%1\" is a word of the language and names nothing here")
                                .arg(excerpt(now().text)));
    return std::string(take().text);
}

base::Result<std::string> TokenReader::typeName()
{
    TRY(std::string name, identifier());
    while (sees("::") && after().kind != Token::Kind::String) {
        take();
        TRY(const std::string part, identifier());
        name += "::" + part;
    }
    return name;
}

base::Result<Uid> TokenReader::uid()
{
    Uid uid;
    TRY(uid.type, typeName());
    TRY_VOID(expect("::"));
    TRY(uid.id, text());
    return uid;
}

base::Result<std::string> TokenReader::text()
{
    if (now().kind != Token::Kind::String)
        return unexpectedHere(Words::tr("a text in quotation marks"));
    const std::string_view written = now().text;
    auto value = unescaped(written.substr(1, written.size() - 2));
    if (!value)
        return complainHere(Words::tr("%1 has an escape that is none").arg(excerpt(written)));
    take();
    return *std::move(value);
}

tl::unexpected<base::Error> TokenReader::complainAt(Position at, const QString &sentence) const
{
    return complain(m_name, at, sentence);
}

tl::unexpected<base::Error> TokenReader::unexpectedHere(const QString &wanted) const
{
    if (atEnd())
        return complainHere(Words::tr("the text ends where %1 has to be").arg(wanted));
    return complainHere(
        Words::tr("\"%1\" stands where %2 has to be").arg(excerpt(now().text)).arg(wanted));
}

} // namespace policy
