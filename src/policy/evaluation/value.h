// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <compare>
#include <memory_resource>
#include <span>
#include <string_view>

namespace policy {

struct Member;

//! An IPv4 or IPv6 address with its prefix length. IPv4 is in the first four bytes.
struct IpRange
{
    std::array<quint8, 16> address{};
    quint8 prefix = 0;
    bool isV4 = false;

    friend auto operator<=>(const IpRange &, const IpRange &) = default;
};

//! A value of the language, 16 bytes and trivially copied. It owns nothing: texts, sets and records
//! live in the memory of the program, the request or the evaluation that made it.
class Value
{
public:
    enum class Kind : quint8 {
        Nothing, //!< no value: the evaluation has failed
        Bool,
        Long,
        Text,
        Entity,
        Set,
        Record,
        Decimal,
        Ip,
        DateTime,
        Duration
    };

    Value() = default;
    [[nodiscard]] static Value boolean(bool value) { return {Kind::Bool, value ? 1 : 0}; }
    [[nodiscard]] static Value integer(qint64 value) { return {Kind::Long, value}; }
    [[nodiscard]] static Value entity(quint32 uid) { return {Kind::Entity, uid}; }
    //! decimal (ten-thousandths), datetime or duration (milliseconds).
    [[nodiscard]] static Value extension(Kind kind, qint64 value) { return {kind, value}; }
    [[nodiscard]] static Value text(std::string_view text);
    [[nodiscard]] static Value ip(const IpRange *range);
    //! Sorted by operator<, nothing twice: setOf() makes it so.
    [[nodiscard]] static Value sortedSet(std::span<const Value> elements);
    //! Sorted by name, no name twice: recordOf() makes it so.
    [[nodiscard]] static Value sortedRecord(std::span<const Member> members);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool is(Kind kind) const { return m_kind == kind; }
    explicit operator bool() const { return m_kind != Kind::Nothing; }
    [[nodiscard]] bool isTrue() const { return m_kind == Kind::Bool && m_number != 0; }

    [[nodiscard]] qint64 number() const { return m_number; }
    [[nodiscard]] quint32 uid() const { return static_cast<quint32>(m_number); }
    [[nodiscard]] std::string_view text() const { return {m_text, m_size}; }
    [[nodiscard]] const IpRange &ip() const { return *m_ip; }
    [[nodiscard]] std::span<const Value> elements() const { return {m_elements, m_size}; }
    [[nodiscard]] std::span<const Member> members() const;
    //! The member of that name, or Nothing.
    [[nodiscard]] Value member(quint32 name) const;
    //! Whether this set has it.
    [[nodiscard]] bool contains(const Value &element) const;

    //! A total order, the same within one evaluation; values of different kinds are never equal.
    friend std::strong_ordering operator<=>(const Value &left, const Value &right);
    friend bool operator==(const Value &left, const Value &right)
    {
        return (left <=> right) == std::strong_ordering::equal;
    }

private:
    Value(Kind kind, qint64 number)
        : m_kind(kind)
        , m_number(number)
    {}

    Kind m_kind = Kind::Nothing;
    quint32 m_size = 0;
    union {
        qint64 m_number = 0;
        const char *m_text;
        const IpRange *m_ip;
        const Value *m_elements;
        const Member *m_members;
    };
};

//! One member of a record; its name is a symbol.
struct Member
{
    quint32 name = 0;
    Value value;
};

using Memory = std::pmr::memory_resource;

[[nodiscard]] std::string_view copyText(Memory &memory, std::string_view text);
[[nodiscard]] Value ipOf(Memory &memory, const IpRange &range);
//! Sorts \a elements in place and keeps them in \a memory.
[[nodiscard]] Value setOf(Memory &memory, std::span<Value> elements);
//! The same for members, whose names are all different.
[[nodiscard]] Value recordOf(Memory &memory, std::span<Member> members);

//! What people call the kind: "long", "set", …
[[nodiscard]] std::string_view nameOf(Value::Kind kind);

} // namespace policy
