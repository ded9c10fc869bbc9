// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/language/expressionparser.h"

#include "policy/language/literal.h"
#include "policy/words.h"

#include <algorithm>
#include <array>

namespace policy {

namespace {

using Kind = Expression::Kind;

struct Comparison
{
    std::string_view sign;
    Kind kind;
};

constexpr std::array<Comparison, 6> comparisons{{{"==", Kind::Equal},
                                                 {"!=", Kind::NotEqual},
                                                 {"<", Kind::Less},
                                                 {"<=", Kind::LessEqual},
                                                 {">", Kind::Greater},
                                                 {">=", Kind::GreaterEqual}}};

Expression of(Kind kind, Position at)
{
    Expression expression;
    expression.kind = kind;
    expression.at = at;
    return expression;
}

Expression of(Kind kind, Expression left, Expression right)
{
    Expression expression = of(kind, left.at);
    expression.children.push_back(std::move(left));
    expression.children.push_back(std::move(right));
    return expression;
}

Expression of(Kind kind, Expression only)
{
    Expression expression = of(kind, only.at);
    expression.children.push_back(std::move(only));
    return expression;
}

} // namespace

ExpressionParser::Parsed ExpressionParser::made(Expression expression)
{
    for (const Expression &child : expression.children)
        expression.height = std::max(expression.height, child.height + 1);
    if (expression.height > deepestExpression)
        return m_reader.complainAt(expression.at, Words::tr("this expression is nested too deep"));
    return expression;
}

ExpressionParser::Parsed ExpressionParser::expression()
{
    if (++m_depth > deepestBrackets)
        return m_reader.complainHere(Words::tr("this expression is nested too deep"));
    auto parsed = m_reader.seesWord("if") ? condition() : disjunction();
    --m_depth;
    return parsed;
}

ExpressionParser::Parsed ExpressionParser::condition()
{
    Expression choice = of(Kind::If, m_reader.take().at);
    TRY(Expression asked, expression());
    if (!m_reader.tookWord("then"))
        return m_reader.unexpectedHere(QStringLiteral("\"then\""));
    TRY(Expression yes, expression());
    if (!m_reader.tookWord("else"))
        return m_reader.unexpectedHere(QStringLiteral("\"else\""));
    TRY(Expression no, expression());
    choice.children.push_back(std::move(asked));
    choice.children.push_back(std::move(yes));
    choice.children.push_back(std::move(no));
    return made(std::move(choice));
}

ExpressionParser::Parsed ExpressionParser::chain(Kind kind,
                                                 std::string_view sign,
                                                 ExpressionParser::Level next)
{
    TRY(Expression first, (this->*next)());
    if (!m_reader.sees(sign))
        return first;
    Expression whole = of(kind, std::move(first));
    while (m_reader.took(sign)) {
        TRY(Expression term, (this->*next)());
        whole.children.push_back(std::move(term));
    }
    return made(std::move(whole));
}

ExpressionParser::Parsed ExpressionParser::disjunction()
{
    return chain(Kind::Or, "||", &ExpressionParser::conjunction);
}

ExpressionParser::Parsed ExpressionParser::conjunction()
{
    return chain(Kind::And, "&&", &ExpressionParser::relation);
}

ExpressionParser::Parsed ExpressionParser::relation()
{
    TRY(Expression left, sum());
    if (m_reader.tookWord("has"))
        return hasPath(std::move(left));
    if (m_reader.tookWord("like"))
        return likePattern(std::move(left));
    if (m_reader.tookWord("is"))
        return isType(std::move(left));
    if (m_reader.tookWord("in"))
        return comparison(std::move(left), Kind::In);
    for (const auto &[sign, kind] : comparisons) {
        if (m_reader.took(sign))
            return comparison(std::move(left), kind);
    }
    if (m_reader.sees("="))
        return m_reader.complainHere(Words::tr("equality is written =="));
    return left;
}

ExpressionParser::Parsed ExpressionParser::comparison(Expression left, Kind kind)
{
    TRY(Expression right, sum());
    const bool another = m_reader.seesWord("in")
                         || std::any_of(comparisons.begin(), comparisons.end(), [this](auto &each) {
                                return m_reader.sees(each.sign);
                            });
    if (another)
        return m_reader.complainHere(Words::tr("two comparisons in a row need brackets"));
    return made(of(kind, std::move(left), std::move(right)));
}

ExpressionParser::Parsed ExpressionParser::hasPath(Expression left)
{
    Expression has = of(Kind::Has, std::move(left));
    if (m_reader.now().kind == Token::Kind::String) {
        TRY(std::string name, m_reader.text());
        has.names.push_back(std::move(name));
        return made(std::move(has));
    }
    do {
        TRY(std::string name, m_reader.identifier());
        has.names.push_back(std::move(name));
    } while (m_reader.took("."));
    return made(std::move(has));
}

ExpressionParser::Parsed ExpressionParser::likePattern(Expression left)
{
    if (m_reader.now().kind != Token::Kind::String)
        return m_reader.unexpectedHere(Words::tr("a pattern in quotation marks"));
    const std::string_view written = m_reader.now().text;
    auto parts = unescapedPattern(written.substr(1, written.size() - 2));
    if (!parts)
        return m_reader.complainHere(
            Words::tr("%1 has an escape that is none").arg(shown(written)));
    m_reader.take();
    Expression like = of(Kind::Like, std::move(left));
    like.names = *std::move(parts);
    return made(std::move(like));
}

ExpressionParser::Parsed ExpressionParser::isType(Expression left)
{
    Expression is = of(Kind::Is, std::move(left));
    TRY(is.type, m_reader.typeName());
    if (m_reader.sees("::"))
        return m_reader.complainHere(Words::tr("\"is\" takes a type, not an entity"));
    if (m_reader.tookWord("in")) {
        TRY(Expression group, sum());
        is.children.push_back(std::move(group));
    }
    return made(std::move(is));
}

ExpressionParser::Parsed ExpressionParser::sum()
{
    TRY(Expression first, product());
    if (!m_reader.sees("+") && !m_reader.sees("-"))
        return first;
    Expression whole = of(Kind::Sum, std::move(first));
    whole.text = "+";
    while (m_reader.sees("+") || m_reader.sees("-")) {
        whole.text += m_reader.take().text;
        TRY(Expression term, product());
        whole.children.push_back(std::move(term));
    }
    return made(std::move(whole));
}

ExpressionParser::Parsed ExpressionParser::product()
{
    TRY(Expression whole, chain(Kind::Product, "*", &ExpressionParser::unary));
    if (m_reader.sees("/") || m_reader.sees("%"))
        return m_reader.complainHere(Words::tr("the language has no division"));
    return whole;
}

ExpressionParser::Parsed ExpressionParser::unary()
{
    const std::string_view sign = m_reader.sees("!") ? "!" : "-";
    std::vector<Position> signs;
    while (m_reader.sees(sign))
        signs.push_back(m_reader.take().at);
    if (signs.size() > 4)
        return m_reader.complainAt(signs[4],
                                   Words::tr("more than four \"%1\" in a row").arg(shown(sign)));
    if (!signs.empty() && (m_reader.sees("!") || m_reader.sees("-")))
        return m_reader.complainHere(Words::tr("\"!\" and \"-\" do not go together"));
    // -9223372036854775808 is a number, 9223372036854775808 is none: the last minus belongs to it.
    const bool isNegative = sign == "-" && !signs.empty()
                            && m_reader.now().kind == Token::Kind::Number
                            && m_reader.after().text != "." && m_reader.after().text != "[";
    if (isNegative)
        signs.pop_back();
    TRY(Expression whole, isNegative ? number(true) : member());
    for (; !signs.empty(); signs.pop_back()) {
        whole = of(sign == "!" ? Kind::Not : Kind::Negate, std::move(whole));
        whole.at = signs.back();
        TRY(whole, made(std::move(whole)));
    }
    return whole;
}

} // namespace policy
