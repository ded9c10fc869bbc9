// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/language/expressionparser.h"
#include "policy/language/functions.h"
#include "policy/language/literal.h"
#include "policy/words.h"

#include <algorithm>
#include <array>
#include <limits>

// The lower half of the grammar: what binds tighter than an operator.
namespace policy {

namespace {

using Kind = Expression::Kind;

Expression of(Kind kind, Position at)
{
    Expression expression;
    expression.kind = kind;
    expression.at = at;
    return expression;
}

struct Method
{
    std::string_view name;
    Kind kind;
    std::size_t arguments;
};

constexpr std::array<Method, 6> methods{{{"contains", Kind::Contains, 1},
                                         {"containsAll", Kind::ContainsAll, 1},
                                         {"containsAny", Kind::ContainsAny, 1},
                                         {"isEmpty", Kind::IsEmpty, 0},
                                         {"hasTag", Kind::HasTag, 1},
                                         {"getTag", Kind::GetTag, 1}}};

const Method *findMethod(std::string_view name)
{
    const auto found = std::find_if(
        methods.begin(), methods.end(), [name](const auto &method) { return method.name == name; });
    return found == methods.end() ? nullptr : &*found;
}

} // namespace

ExpressionParser::Parsed ExpressionParser::member()
{
    TRY(Expression whole, primary());
    for (;;) {
        if (m_reader.took(".")) {
            TRY(whole, attributeOrMethod(std::move(whole)));
        } else if (m_reader.took("[")) {
            TRY(whole, indexed(std::move(whole)));
        } else {
            return whole;
        }
    }
}

ExpressionParser::Parsed ExpressionParser::attributeOrMethod(Expression receiver)
{
    const Position at = m_reader.now().at;
    TRY(std::string name, m_reader.identifier());
    if (!m_reader.took("(")) {
        Expression attribute = of(Kind::Attribute, at);
        attribute.text = std::move(name);
        attribute.children.push_back(std::move(receiver));
        return made(std::move(attribute));
    }
    TRY(std::vector<Expression> given, arguments(")"));
    Expression call = of(Kind::Call, at);
    if (const Method *method = findMethod(name)) {
        if (given.size() != method->arguments)
            return m_reader.complainAt(at,
                                       Words::tr("wrong number of arguments for %1: it takes %2")
                                           .arg(shown(name))
                                           .arg(method->arguments));
        call.kind = method->kind;
    } else if (const auto *function = findFunction(name); !function) {
        return m_reader.complainAt(at, Words::tr("there is no method %1").arg(shown(name)));
    } else if (function->style == CallStyle::Function) {
        return m_reader.complainAt(at,
                                   Words::tr("%1 is a function, not a method").arg(shown(name)));
    } else {
        call.text = std::move(name);
    }
    call.children.push_back(std::move(receiver));
    std::move(given.begin(), given.end(), std::back_inserter(call.children));
    return made(std::move(call));
}

ExpressionParser::Parsed ExpressionParser::indexed(Expression receiver)
{
    Expression attribute = of(Kind::Attribute, m_reader.now().at);
    TRY(attribute.text, m_reader.text());
    TRY_VOID(m_reader.expect("]"));
    attribute.children.push_back(std::move(receiver));
    return made(std::move(attribute));
}

ExpressionParser::Parsed ExpressionParser::primary()
{
    const Token &token = m_reader.now();
    switch (token.kind) {
    case Token::Kind::Number:
        return number(false);
    case Token::Kind::String: {
        Expression literal = of(Kind::Text, token.at);
        TRY(literal.text, m_reader.text());
        return literal;
    }
    case Token::Kind::Identifier:
        return named();
    case Token::Kind::Slot:
        return m_reader.complainHere(
            Words::tr("%1 belongs to a template; write a policy for each entity, or a group")
                .arg(shown(token.text)));
    case Token::Kind::Sign:
    case Token::Kind::End:
        break;
    }
    if (m_reader.took("(")) {
        TRY(Expression inner, expression());
        TRY_VOID(m_reader.expect(")"));
        return inner;
    }
    if (m_reader.sees("["))
        return set();
    if (m_reader.sees("{"))
        return record();
    return m_reader.unexpectedHere(Words::tr("an expression"));
}

ExpressionParser::Parsed ExpressionParser::number(bool isNegative)
{
    const Token token = m_reader.take();
    Expression literal = of(Kind::Long, token.at);
    const quint64 largest = quint64(std::numeric_limits<qint64>::max()) + (isNegative ? 1u : 0u);
    quint64 value = 0;
    for (const char c : token.text) {
        const auto digit = static_cast<quint64>(c - '0');
        if (value > (largest - digit) / 10)
            return m_reader.complainAt(token.at, Words::tr("this number is too large"));
        value = value * 10 + digit;
    }
    literal.number = isNegative ? static_cast<qint64>(0 - value) : static_cast<qint64>(value);
    return literal;
}

//! true, a variable, ip("…"), User::"alice".
ExpressionParser::Parsed ExpressionParser::named()
{
    const Position at = m_reader.now().at;
    if (m_reader.seesWord("true") || m_reader.seesWord("false")) {
        Expression literal = of(Kind::Bool, at);
        literal.number = m_reader.take().text == "true" ? 1 : 0;
        return literal;
    }
    TRY(std::string name, m_reader.typeName());
    if (m_reader.took("::")) {
        Expression entity = of(Kind::Entity, at);
        TRY(entity.text, m_reader.text());
        entity.type = std::move(name);
        return entity;
    }
    if (m_reader.took("(")) {
        const auto *function = findFunction(name);
        if (findMethod(name) || (function && function->style == CallStyle::Method))
            return m_reader.complainAt(
                at, Words::tr("%1 is a method, not a function").arg(shown(name)));
        if (!function)
            return m_reader.complainAt(at, Words::tr("there is no function %1").arg(shown(name)));
        Expression call = of(Kind::Call, at);
        call.text = std::move(name);
        TRY(call.children, arguments(")"));
        return made(std::move(call));
    }
    constexpr std::array<std::pair<std::string_view, Kind>, 4> variables{
        {{"principal", Kind::Principal},
         {"action", Kind::Action},
         {"resource", Kind::Resource},
         {"context", Kind::Context}}};
    for (const auto &[word, kind] : variables) {
        if (name == word)
            return of(kind, at);
    }
    return m_reader.complainAt(
        at,
        Words::tr("\"%1\" is nothing: there are principal, action, resource and context, "
                  "and entities are written Type::\"id\"")
            .arg(shown(name)));
}

base::Result<std::vector<Expression>> ExpressionParser::arguments(std::string_view closing)
{
    std::vector<Expression> given;
    while (!m_reader.took(closing)) {
        TRY(Expression one, expression());
        given.push_back(std::move(one));
        if (!m_reader.took(",") && !m_reader.sees(closing))
            return m_reader.unexpectedHere(QStringLiteral("\",\""));
    }
    return given;
}

ExpressionParser::Parsed ExpressionParser::set()
{
    Expression elements = of(Kind::Set, m_reader.take().at);
    TRY(elements.children, arguments("]"));
    return made(std::move(elements));
}

ExpressionParser::Parsed ExpressionParser::record()
{
    Expression members = of(Kind::Record, m_reader.take().at);
    while (!m_reader.took("}")) {
        const Position at = m_reader.now().at;
        const bool isText = m_reader.now().kind == Token::Kind::String;
        TRY(std::string key, isText ? m_reader.text() : m_reader.identifier());
        if (std::find(members.names.begin(), members.names.end(), key) != members.names.end())
            return m_reader.complainAt(at,
                                       Words::tr("the key \"%1\" is there twice").arg(shown(key)));
        if (members.names.size() == 1000)
            return m_reader.complainAt(at, Words::tr("a record has 1,000 members at most"));
        TRY_VOID(m_reader.expect(":"));
        TRY(Expression value, expression());
        members.names.push_back(std::move(key));
        members.children.push_back(std::move(value));
        if (!m_reader.took(",") && !m_reader.sees("}"))
            return m_reader.unexpectedHere(QStringLiteral("\",\""));
    }
    return made(std::move(members));
}

} // namespace policy
