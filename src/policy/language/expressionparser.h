// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/language/tokenreader.h"

namespace policy {

//! How deep an expression may be nested: what a person writes has ten levels, and evaluation
//! recurses.
inline constexpr int deepestExpression = 200;
//! How deep brackets may be nested in the text.
inline constexpr int deepestBrackets = 100;

//! Reads conditions, by recursive descent in the order of the language's own grammar.
class ExpressionParser
{
public:
    explicit ExpressionParser(TokenReader &reader)
        : m_reader(reader)
    {}

    //! Anything, from `if` down.
    [[nodiscard]] base::Result<Expression> expression();

private:
    using Parsed = base::Result<Expression>;
    using Level = Parsed (ExpressionParser::*)();

    [[nodiscard]] Parsed made(Expression expression);
    [[nodiscard]] Parsed chain(Expression::Kind kind, std::string_view sign, Level next);
    [[nodiscard]] Parsed condition();
    [[nodiscard]] Parsed disjunction();
    [[nodiscard]] Parsed conjunction();
    [[nodiscard]] Parsed relation();
    [[nodiscard]] Parsed comparison(Expression left, Expression::Kind kind);
    [[nodiscard]] Parsed hasPath(Expression left);
    [[nodiscard]] Parsed likePattern(Expression left);
    [[nodiscard]] Parsed isType(Expression left);
    [[nodiscard]] Parsed sum();
    [[nodiscard]] Parsed product();
    [[nodiscard]] Parsed unary();
    [[nodiscard]] Parsed member();
    [[nodiscard]] Parsed attributeOrMethod(Expression receiver);
    [[nodiscard]] Parsed indexed(Expression receiver);
    [[nodiscard]] Parsed primary();
    [[nodiscard]] Parsed number(bool isNegative);
    [[nodiscard]] Parsed named();
    [[nodiscard]] Parsed set();
    [[nodiscard]] Parsed record();
    [[nodiscard]] base::Result<std::vector<Expression>> arguments(std::string_view closing);

    TokenReader &m_reader;
    int m_depth = 0;
};

} // namespace policy
