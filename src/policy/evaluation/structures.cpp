// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/evaluation/evaluation.h"
#include "policy/words.h"

#include <algorithm>

// Attributes, tags, sets, records and patterns.
namespace policy {

namespace {

using Kind = Expression::Kind;

//! Whether \a text is the parts in this order, with anything between them. A part is found at its
//! first place: a later one would leave less room for the others.
bool matches(std::string_view text, std::span<const std::string_view> parts)
{
    if (parts.size() == 1)
        return text == parts[0];
    const std::string_view first = parts.front();
    const std::string_view last = parts.back();
    if (text.size() < first.size() + last.size() || !text.starts_with(first)
        || !text.ends_with(last))
        return false;
    text = text.substr(first.size(), text.size() - first.size() - last.size());
    for (const std::string_view part : parts.subspan(1, parts.size() - 2)) {
        const std::size_t found = text.find(part);
        if (found == std::string_view::npos)
            return false;
        text.remove_prefix(found + part.size());
    }
    return true;
}

} // namespace

Value Evaluation::presence(const Node &node)
{
    Value holder = value(node.children[0]);
    if (!holder)
        return holder;
    for (std::size_t i = 0; i < node.names.size(); ++i) {
        Value record = holder;
        if (holder.is(Value::Kind::Entity)) {
            const EntityFacts *facts = m_scene.entities.find(holder.uid());
            if (!facts)
                return Value::boolean(false);
            record = facts->attributes;
        } else if (!holder.is(Value::Kind::Record)) {
            return wrongKind("record, entity", holder);
        }
        holder = record.member(node.names[i]);
        if (!holder)
            return Value::boolean(false);
    }
    return Value::boolean(true);
}

Value Evaluation::attribute(const Node &node)
{
    const Value holder = value(node.children[0]);
    if (!holder)
        return holder;
    if (holder.is(Value::Kind::Record)) {
        if (const Value member = holder.member(node.name))
            return member;
        return fail(Words::tr("the record has no attribute \"%1\"")
                        .arg(shown(m_scene.universe.symbolName(node.name))));
    }
    if (!holder.is(Value::Kind::Entity))
        return wrongKind("record, entity", holder);
    const EntityFacts *facts = m_scene.entities.find(holder.uid());
    if (!facts)
        return fail(
            Words::tr("nothing is known of %1").arg(toText(m_scene.universe.uidOf(holder.uid()))));
    if (const Value member = facts->attributes.member(node.name))
        return member;
    return fail(Words::tr("%1 has no attribute \"%2\"")
                    .arg(toText(m_scene.universe.uidOf(holder.uid())),
                         shown(m_scene.universe.symbolName(node.name))));
}

Value Evaluation::tag(const Node &node)
{
    Value holder;
    Value name;
    if (!both(node, holder, name))
        return {};
    if (!holder.is(Value::Kind::Entity))
        return wrongKind("entity", holder);
    if (!name.is(Value::Kind::Text))
        return wrongKind("string", name);
    const EntityFacts *facts = m_scene.entities.find(holder.uid());
    const auto symbol = m_scene.universe.findSymbol(name.text());
    const Value found = facts && symbol ? facts->tags.member(*symbol) : Value();
    if (node.kind == Kind::HasTag)
        return Value::boolean(bool(found));
    if (found)
        return found;
    return fail(Words::tr("%1 has no tag \"%2\"")
                    .arg(toText(m_scene.universe.uidOf(holder.uid())), shown(name.text())));
}

Value Evaluation::matched(const Node &node)
{
    const Value text = expect(Value::Kind::Text, node.children[0]);
    if (!text)
        return text;
    static_cast<void>(m_deadline.hasPassedAfter(text.text().size() * node.parts.size() / 1000));
    return Value::boolean(matches(text.text(), node.parts));
}

Value Evaluation::literalSet(const Node &node)
{
    std::pmr::vector<Value> elements(&m_memory);
    elements.reserve(node.children.size());
    for (const Node &child : node.children) {
        elements.push_back(value(child));
        if (!elements.back())
            return {};
    }
    return setOf(m_memory, elements);
}

Value Evaluation::literalRecord(const Node &node)
{
    std::pmr::vector<Member> members(&m_memory);
    members.reserve(node.children.size());
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        members.push_back({node.names[i], value(node.children[i])});
        if (!members.back().value)
            return {};
    }
    return recordOf(m_memory, members);
}

Value Evaluation::contained(const Node &node)
{
    Value set;
    Value element;
    if (!both(node, set, element))
        return {};
    if (!set.is(Value::Kind::Set))
        return wrongKind("set", set);
    return Value::boolean(set.contains(element));
}

Value Evaluation::overlap(const Node &node)
{
    Value left;
    Value right;
    if (!both(node, left, right))
        return {};
    if (!left.is(Value::Kind::Set))
        return wrongKind("set", left);
    if (!right.is(Value::Kind::Set))
        return wrongKind("set", right);
    const auto has = [&left](const Value &element) { return left.contains(element); };
    const auto wanted = right.elements();
    return Value::boolean(node.kind == Kind::ContainsAll
                              ? std::all_of(wanted.begin(), wanted.end(), has)
                              : std::any_of(wanted.begin(), wanted.end(), has));
}

} // namespace policy
