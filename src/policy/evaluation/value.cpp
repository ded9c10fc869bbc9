// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/evaluation/value.h"

#include <algorithm>
#include <cstring>
#include <memory>

namespace policy {

namespace {

template<typename T>
std::span<const T> copied(Memory &memory, std::span<const T> items)
{
    if (items.empty())
        return {};
    auto *kept = static_cast<T *>(memory.allocate(items.size_bytes(), alignof(T)));
    std::uninitialized_copy(items.begin(), items.end(), kept);
    return {kept, items.size()};
}

std::strong_ordering byContent(std::span<const Value> left, std::span<const Value> right)
{
    if (left.size() != right.size())
        return left.size() <=> right.size();
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (const auto order = left[i] <=> right[i]; order != 0)
            return order;
    }
    return std::strong_ordering::equal;
}

std::strong_ordering byContent(std::span<const Member> left, std::span<const Member> right)
{
    if (left.size() != right.size())
        return left.size() <=> right.size();
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (left[i].name != right[i].name)
            return left[i].name <=> right[i].name;
        if (const auto order = left[i].value <=> right[i].value; order != 0)
            return order;
    }
    return std::strong_ordering::equal;
}

} // namespace

Value Value::text(std::string_view text)
{
    Value value(Kind::Text, 0);
    value.m_text = text.data();
    value.m_size = static_cast<quint32>(text.size());
    return value;
}

Value Value::ip(const IpRange *range)
{
    Value value(Kind::Ip, 0);
    value.m_ip = range;
    return value;
}

Value Value::sortedSet(std::span<const Value> elements)
{
    Value value(Kind::Set, 0);
    value.m_elements = elements.data();
    value.m_size = static_cast<quint32>(elements.size());
    return value;
}

Value Value::sortedRecord(std::span<const Member> members)
{
    Value value(Kind::Record, 0);
    value.m_members = members.data();
    value.m_size = static_cast<quint32>(members.size());
    return value;
}

std::span<const Member> Value::members() const
{
    return {m_members, m_size};
}

Value Value::member(quint32 name) const
{
    const auto all = members();
    if (all.size() <= 8) {
        for (const Member &each : all) {
            if (each.name == name)
                return each.value;
        }
        return {};
    }
    const auto found =
        std::lower_bound(all.begin(), all.end(), name, [](const Member &each, quint32 wanted) {
            return each.name < wanted;
        });
    return found != all.end() && found->name == name ? found->value : Value();
}

bool Value::contains(const Value &element) const
{
    const auto all = elements();
    return std::binary_search(all.begin(), all.end(), element);
}

std::strong_ordering operator<=>(const Value &left, const Value &right)
{
    using Kind = Value::Kind;
    if (left.m_kind != right.m_kind)
        return left.m_kind <=> right.m_kind;
    switch (left.m_kind) {
    case Kind::Text: {
        if (left.m_size != right.m_size)
            return left.m_size <=> right.m_size;
        const int order =
            left.m_size == 0 ? 0 : std::memcmp(left.m_text, right.m_text, left.m_size);
        return order <=> 0;
    }
    case Kind::Set:
        return byContent(left.elements(), right.elements());
    case Kind::Record:
        return byContent(left.members(), right.members());
    case Kind::Ip:
        return *left.m_ip <=> *right.m_ip;
    case Kind::Nothing:
    case Kind::Bool:
    case Kind::Long:
    case Kind::Entity:
    case Kind::Decimal:
    case Kind::DateTime:
    case Kind::Duration:
        break;
    }
    return left.m_number <=> right.m_number;
}

std::string_view copyText(Memory &memory, std::string_view text)
{
    const auto kept = copied(memory, std::span<const char>(text.data(), text.size()));
    return {kept.data(), kept.size()};
}

Value ipOf(Memory &memory, const IpRange &range)
{
    return Value::ip(copied(memory, std::span<const IpRange>(&range, 1)).data());
}

Value setOf(Memory &memory, std::span<Value> elements)
{
    std::sort(elements.begin(), elements.end());
    const auto end = std::unique(elements.begin(), elements.end());
    const auto size = static_cast<std::size_t>(end - elements.begin());
    return Value::sortedSet(copied(memory, std::span<const Value>(elements.first(size))));
}

Value recordOf(Memory &memory, std::span<Member> members)
{
    std::sort(members.begin(), members.end(), [](const Member &left, const Member &right) {
        return left.name < right.name;
    });
    return Value::sortedRecord(copied(memory, std::span<const Member>(members)));
}

std::string_view nameOf(Value::Kind kind)
{
    constexpr std::array<std::string_view, 11> names{"nothing",
                                                     "bool",
                                                     "long",
                                                     "string",
                                                     "entity",
                                                     "set",
                                                     "record",
                                                     "decimal",
                                                     "ipaddr",
                                                     "datetime",
                                                     "duration"};
    return names[static_cast<std::size_t>(kind)];
}

} // namespace policy
