// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/evaluation/evaluation.h"

#include "policy/words.h"

#include <algorithm>

namespace policy {

namespace {

using Kind = Expression::Kind;

//! How much work lies between two looks at the clock: some ten microseconds.
constexpr std::size_t stepsBetweenLooks = 1000;

} // namespace

Deadline::Deadline(std::chrono::milliseconds limit)
    : m_end(std::chrono::steady_clock::now() + limit)
{}

void Deadline::look()
{
    m_nextLook = m_steps + stepsBetweenLooks;
    m_isOver = m_isOver || std::chrono::steady_clock::now() >= m_end;
}

bool Deadline::hasPassed()
{
    look();
    return m_isOver;
}

Value Evaluation::fail(const QString &sentence)
{
    m_trouble = {base::ErrorCode::InvalidInput, sentence, {}, {}};
    return {};
}

Value Evaluation::wrongKind(std::string_view wanted, const Value &given)
{
    return fail(
        Words::tr("%1 is needed here, not %2").arg(shown(wanted), shown(nameOf(given.kind()))));
}

Value Evaluation::expect(Value::Kind kind, const Node &node)
{
    const Value given = value(node);
    if (given && !given.is(kind))
        return wrongKind(nameOf(kind), given);
    return given;
}

bool Evaluation::both(const Node &node, Value &left, Value &right)
{
    left = value(node.children[0]);
    if (left)
        right = value(node.children[1]);
    return bool(left) && bool(right);
}

Value Evaluation::value(const Node &node)
{
    if (node.isConstant)
        return node.value;
    if (m_deadline.hasPassedAfter(1)) {
        m_trouble = {base::ErrorCode::TimedOut, Words::tr("This decision took too long."), {}, {}};
        return {};
    }
    switch (node.kind) {
    case Kind::Bool:
    case Kind::Long:
    case Kind::Text:
    case Kind::Entity:
        return node.value;
    case Kind::Principal:
        return m_scene.principal;
    case Kind::Action:
        return m_scene.action;
    case Kind::Resource:
        return m_scene.resource;
    case Kind::Context:
        return m_scene.context;
    case Kind::If:
        return choice(node);
    case Kind::And:
        return logic(node, false);
    case Kind::Or:
        return logic(node, true);
    case Kind::Not: {
        const Value given = expect(Value::Kind::Bool, node.children[0]);
        return given ? Value::boolean(!given.isTrue()) : given;
    }
    case Kind::Negate:
        return negated(node);
    case Kind::Equal:
    case Kind::NotEqual:
        return equality(node);
    case Kind::Less:
    case Kind::LessEqual:
    case Kind::Greater:
    case Kind::GreaterEqual:
        return comparison(node);
    case Kind::Sum:
        return sum(node);
    case Kind::Product:
        return product(node);
    case Kind::In:
        return membership(node);
    case Kind::Has:
        return presence(node);
    case Kind::Like:
        return matched(node);
    case Kind::Is:
        return typed(node);
    case Kind::Attribute:
        return attribute(node);
    case Kind::Set:
        return literalSet(node);
    case Kind::Record:
        return literalRecord(node);
    case Kind::Contains:
        return contained(node);
    case Kind::ContainsAll:
    case Kind::ContainsAny:
        return overlap(node);
    case Kind::IsEmpty: {
        const Value set = expect(Value::Kind::Set, node.children[0]);
        return set ? Value::boolean(set.elements().empty()) : set;
    }
    case Kind::HasTag:
    case Kind::GetTag:
        return tag(node);
    case Kind::Call:
        return call(node);
    }
    return fail(Words::tr("this is no expression"));
}

Value Evaluation::choice(const Node &node)
{
    const Value asked = expect(Value::Kind::Bool, node.children[0]);
    if (!asked)
        return asked;
    return value(node.children[asked.isTrue() ? 1 : 2]);
}

//! && and ||: the first child that is \a deciding ends it; what stands behind is not looked at.
Value Evaluation::logic(const Node &node, bool deciding)
{
    for (const Node &child : node.children) {
        const Value term = expect(Value::Kind::Bool, child);
        if (!term || term.isTrue() == deciding)
            return term;
    }
    return Value::boolean(!deciding);
}

Value Evaluation::equality(const Node &node)
{
    Value left;
    Value right;
    if (!both(node, left, right))
        return {};
    return Value::boolean((left == right) == (node.kind == Kind::Equal));
}

Value Evaluation::comparison(const Node &node)
{
    Value left;
    Value right;
    if (!both(node, left, right))
        return {};
    const auto isOrdered = [](const Value &each) {
        return each.is(Value::Kind::Long) || each.is(Value::Kind::DateTime)
               || each.is(Value::Kind::Duration);
    };
    if (!isOrdered(left))
        return wrongKind("long, datetime, duration", left);
    if (!right.is(left.kind()))
        return wrongKind(nameOf(left.kind()), right);
    switch (node.kind) {
    case Kind::Less:
        return Value::boolean(left.number() < right.number());
    case Kind::LessEqual:
        return Value::boolean(left.number() <= right.number());
    case Kind::Greater:
        return Value::boolean(left.number() > right.number());
    default:
        return Value::boolean(left.number() >= right.number());
    }
}

Value Evaluation::sum(const Node &node)
{
    qint64 total = 0;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const Value term = expect(Value::Kind::Long, node.children[i]);
        if (!term)
            return term;
        const bool overflows = node.signs[i] == '+'
                                   ? __builtin_add_overflow(total, term.number(), &total)
                                   : __builtin_sub_overflow(total, term.number(), &total);
        if (overflows)
            return fail(Words::tr("the sum is too large for 64 bits"));
    }
    return Value::integer(total);
}

Value Evaluation::product(const Node &node)
{
    qint64 total = 1;
    for (const Node &child : node.children) {
        const Value factor = expect(Value::Kind::Long, child);
        if (!factor)
            return factor;
        if (__builtin_mul_overflow(total, factor.number(), &total))
            return fail(Words::tr("the product is too large for 64 bits"));
    }
    return Value::integer(total);
}

Value Evaluation::negated(const Node &node)
{
    const Value given = expect(Value::Kind::Long, node.children[0]);
    qint64 negative = 0;
    if (!given)
        return given;
    if (__builtin_sub_overflow(qint64(0), given.number(), &negative))
        return fail(Words::tr("the negative is too large for 64 bits"));
    return Value::integer(negative);
}

Value Evaluation::membership(const Node &node)
{
    const Value left = value(node.children[0]);
    if (!left)
        return left;
    return isIn(left, node.children[1]);
}

Value Evaluation::isIn(const Value &entity, const Node &groups)
{
    const Value right = value(groups);
    if (!right)
        return right;
    if (!entity.is(Value::Kind::Entity))
        return wrongKind("entity", entity);
    if (right.is(Value::Kind::Entity))
        return Value::boolean(m_scene.entities.isIn(entity.uid(), right.uid()));
    if (!right.is(Value::Kind::Set))
        return wrongKind("entity, set of entities", right);
    bool isMember = false;
    for (const Value &group : right.elements()) {
        if (!group.is(Value::Kind::Entity))
            return wrongKind("entity", group);
        isMember = isMember || m_scene.entities.isIn(entity.uid(), group.uid());
    }
    return Value::boolean(isMember);
}

Value Evaluation::typed(const Node &node)
{
    const Value entity = expect(Value::Kind::Entity, node.children[0]);
    if (!entity)
        return entity;
    const bool isOfType = m_scene.universe.typeOf(entity.uid()) == node.name;
    if (!isOfType || node.children.size() == 1)
        return Value::boolean(isOfType);
    return isIn(entity, node.children[1]);
}

} // namespace policy
