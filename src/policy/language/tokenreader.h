// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/language/ast.h"

namespace policy {

//! A place in a token list, and what every part of the parser asks of it.
class TokenReader
{
public:
    //! \a name is for complaints; both outlive the reader.
    TokenReader(const std::vector<Token> &tokens, const QString &name)
        : m_tokens(tokens)
        , m_name(name)
    {}

    [[nodiscard]] const Token &now() const { return m_tokens[m_next]; }
    [[nodiscard]] const Token &after() const;
    [[nodiscard]] bool atEnd() const { return now().kind == Token::Kind::End; }
    [[nodiscard]] bool sees(std::string_view sign) const;
    [[nodiscard]] bool seesWord(std::string_view word) const;

    Token take();
    //! Takes it if it is there.
    bool took(std::string_view sign);
    bool tookWord(std::string_view word);
    [[nodiscard]] base::Result<> expect(std::string_view sign);

    //! A word that may name something.
    [[nodiscard]] base::Result<std::string> identifier();
    //! Identifiers joined by "::"; stops before a "::" that a text follows.
    [[nodiscard]] base::Result<std::string> typeName();
    //! App::User::"alice".
    [[nodiscard]] base::Result<Uid> uid();
    //! A text in quotation marks.
    [[nodiscard]] base::Result<std::string> text();

    [[nodiscard]] tl::unexpected<base::Error> complainAt(Position at,
                                                         const QString &sentence) const;
    [[nodiscard]] tl::unexpected<base::Error> complainHere(const QString &sentence) const
    {
        return complainAt(now().at, sentence);
    }
    //! What stands here is not what has to be here.
    [[nodiscard]] tl::unexpected<base::Error> unexpectedHere(const QString &wanted) const;

private:
    const std::vector<Token> &m_tokens;
    const QString &m_name;
    std::size_t m_next = 0;
};

} // namespace policy
