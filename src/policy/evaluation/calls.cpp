// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/evaluation/evaluation.h"
#include "policy/evaluation/extensions.h"
#include "policy/words.h"

#include <algorithm>
#include <array>

// The functions and methods of the extension types.
namespace policy {

Value Evaluation::call(const Node &node)
{
    const std::string_view name = nameOf(node.function);
    const std::size_t wanted = findFunction(name)->arguments;
    if (node.children.size() != wanted)
        return fail(Words::tr("%1 is called with the wrong number of arguments").arg(shown(name)));
    std::array<Value, 2> kept;
    for (std::size_t i = 0; i < wanted; ++i) {
        kept[i] = value(node.children[i]);
        if (!kept[i])
            return {};
    }
    const std::span<const Value> given(kept.data(), wanted);
    switch (node.function) {
    case Function::Ip:
    case Function::Decimal:
    case Function::DateTime:
    case Function::Duration:
        return areOf(Value::Kind::Text, given) ? constructed(node.function, given[0].text())
                                               : Value();
    case Function::IsIpv4:
    case Function::IsIpv6:
    case Function::IsLoopback:
    case Function::IsMulticast:
    case Function::IsInRange:
        return areOf(Value::Kind::Ip, given) ? ipQuestion(node.function, given) : Value();
    case Function::LessThan:
    case Function::LessThanOrEqual:
    case Function::GreaterThan:
    case Function::GreaterThanOrEqual:
        return areOf(Value::Kind::Decimal, given) ? decimalQuestion(node.function, given) : Value();
    case Function::Offset:
    case Function::DurationSince:
    case Function::ToDate:
    case Function::ToTime:
    case Function::ToMilliseconds:
    case Function::ToSeconds:
    case Function::ToMinutes:
    case Function::ToHours:
    case Function::ToDays:
        return timeQuestion(node.function, given);
    }
    return fail(Words::tr("there is no function %1").arg(shown(name)));
}

bool Evaluation::areOf(Value::Kind kind, std::span<const Value> given)
{
    const auto stray = std::find_if(
        given.begin(), given.end(), [kind](const Value &each) { return !each.is(kind); });
    if (stray == given.end())
        return true;
    static_cast<void>(wrongKind(nameOf(kind), *stray));
    return false;
}

Value Evaluation::constructed(Function function, std::string_view text)
{
    std::optional<qint64> number;
    Value::Kind kind = Value::Kind::Decimal;
    if (function == Function::Ip) {
        if (const auto range = parseIp(text))
            return ipOf(m_memory, *range);
    } else if (function == Function::Decimal) {
        number = parseDecimal(text);
    } else if (function == Function::DateTime) {
        kind = Value::Kind::DateTime;
        number = parseDateTime(text);
    } else {
        kind = Value::Kind::Duration;
        number = parseDuration(text);
    }
    if (number)
        return Value::extension(kind, *number);
    return fail(Words::tr("\"%1\" is no %2").arg(shown(text).left(60), shown(nameOf(function))));
}

Value Evaluation::ipQuestion(Function function, std::span<const Value> given)
{
    const IpRange &range = given[0].ip();
    switch (function) {
    case Function::IsIpv4:
        return Value::boolean(range.isV4);
    case Function::IsIpv6:
        return Value::boolean(!range.isV4);
    case Function::IsLoopback:
        return Value::boolean(isLoopback(range));
    case Function::IsMulticast:
        return Value::boolean(isMulticast(range));
    default:
        return Value::boolean(isInRange(range, given[1].ip()));
    }
}

Value Evaluation::decimalQuestion(Function function, std::span<const Value> given)
{
    const qint64 left = given[0].number();
    const qint64 right = given[1].number();
    switch (function) {
    case Function::LessThan:
        return Value::boolean(left < right);
    case Function::LessThanOrEqual:
        return Value::boolean(left <= right);
    case Function::GreaterThan:
        return Value::boolean(left > right);
    default:
        return Value::boolean(left >= right);
    }
}

Value Evaluation::timeQuestion(Function function, std::span<const Value> given)
{
    const auto in = [&given](qint64 unit) { return Value::integer(given[0].number() / unit); };
    const bool isOfSpan = function >= Function::ToMilliseconds;
    if (!areOf(isOfSpan ? Value::Kind::Duration : Value::Kind::DateTime, given.first(1)))
        return {};
    qint64 result = 0;
    switch (function) {
    case Function::Offset:
        if (!areOf(Value::Kind::Duration, given.last(1)))
            return {};
        if (__builtin_add_overflow(given[0].number(), given[1].number(), &result))
            return fail(Words::tr("this time is outside of the calendar"));
        return Value::extension(Value::Kind::DateTime, result);
    case Function::DurationSince:
        if (!areOf(Value::Kind::DateTime, given.last(1)))
            return {};
        if (__builtin_sub_overflow(given[0].number(), given[1].number(), &result))
            return fail(Words::tr("this duration is too long"));
        return Value::extension(Value::Kind::Duration, result);
    case Function::ToDate: {
        const auto day = startOfDay(given[0].number());
        return day ? Value::extension(Value::Kind::DateTime, *day)
                   : fail(Words::tr("this time is outside of the calendar"));
    }
    case Function::ToTime:
        return Value::extension(Value::Kind::Duration, timeOfDay(given[0].number()));
    case Function::ToSeconds:
        return in(1000);
    case Function::ToMinutes:
        return in(60'000);
    case Function::ToHours:
        return in(3'600'000);
    case Function::ToDays:
        return in(86'400'000);
    default:
        return in(1);
    }
}

} // namespace policy
