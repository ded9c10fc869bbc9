// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/evaluation/compiler.h"

#include "policy/evaluation/evaluation.h"

#include <algorithm>
#include <memory>

namespace policy {

namespace {

using Kind = Expression::Kind;

template<typename T>
std::span<T> room(Memory &memory, std::size_t count)
{
    if (count == 0)
        return {};
    auto *first = static_cast<T *>(memory.allocate(count * sizeof(T), alignof(T)));
    std::uninitialized_default_construct_n(first, count);
    return {first, count};
}

//! Whether the outcome depends on the children alone, and not on which entities there are.
bool isPure(const Node &node)
{
    switch (node.kind) {
    case Kind::Bool:
    case Kind::Long:
    case Kind::Text:
    case Kind::Entity:
    case Kind::Principal:
    case Kind::Action:
    case Kind::Resource:
    case Kind::Context:
    case Kind::In:
    case Kind::HasTag:
    case Kind::GetTag:
        return false;
    case Kind::Is:
        return node.children.size() == 1;
    case Kind::Has:
    case Kind::Attribute:
        return node.children.front().value.is(Value::Kind::Record);
    default:
        return true;
    }
}

} // namespace

Node Compiler::compiled(const Expression &expression)
{
    Node node;
    node.kind = expression.kind;
    const auto children = room<Node>(m_memory, expression.children.size());
    std::transform(expression.children.begin(),
                   expression.children.end(),
                   children.begin(),
                   [this](const Expression &child) { return compiled(child); });
    node.children = children;
    fillIn(node, expression);
    fold(node);
    return node;
}

void Compiler::fillIn(Node &node, const Expression &expression)
{
    const auto constant = [&node](Value value) {
        node.isConstant = true;
        node.value = value;
    };
    switch (expression.kind) {
    case Kind::Bool:
        constant(Value::boolean(expression.number != 0));
        break;
    case Kind::Long:
        constant(Value::integer(expression.number));
        break;
    case Kind::Text:
        constant(Value::text(copyText(m_memory, expression.text)));
        break;
    case Kind::Entity:
        constant(Value::entity(m_universe.entity(expression.type, expression.text)));
        break;
    case Kind::Attribute:
        node.name = m_universe.symbol(expression.text);
        break;
    case Kind::Is:
        node.name = m_universe.symbol(expression.type);
        break;
    case Kind::Sum:
        node.signs = copyText(m_memory, expression.text);
        break;
    case Kind::Call:
        node.function = findFunction(expression.text)->function; // the parser knows no other
        break;
    case Kind::Has:
    case Kind::Record: {
        const auto names = room<quint32>(m_memory, expression.names.size());
        std::transform(expression.names.begin(),
                       expression.names.end(),
                       names.begin(),
                       [this](const std::string &name) { return m_universe.symbol(name); });
        node.names = names;
        break;
    }
    case Kind::Like: {
        const auto parts = room<std::string_view>(m_memory, expression.names.size());
        std::transform(expression.names.begin(),
                       expression.names.end(),
                       parts.begin(),
                       [this](const std::string &part) { return copyText(m_memory, part); });
        node.parts = parts;
        break;
    }
    default:
        break;
    }
}

void Compiler::fold(Node &node)
{
    const bool areConstant = std::all_of(node.children.begin(),
                                         node.children.end(),
                                         [](const Node &child) { return child.isConstant; });
    if (node.isConstant || !areConstant || !isPure(node))
        return;
    const EntityTable nobody;
    const Scene nothing{m_universe, nobody, {}, {}, {}, {}};
    Deadline never;
    // What fails stays as it is: it has to fail each time it is asked.
    if (const Value value = Evaluation(nothing, m_memory, never).value(node)) {
        node.isConstant = true;
        node.value = value;
    }
}

} // namespace policy
