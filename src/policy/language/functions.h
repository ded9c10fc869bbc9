// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <string_view>

namespace policy {

//! The functions and methods of Cedar's extension types.
enum class Function : quint8 {
    Ip,
    IsIpv4,
    IsIpv6,
    IsLoopback,
    IsMulticast,
    IsInRange,
    Decimal,
    LessThan,
    LessThanOrEqual,
    GreaterThan,
    GreaterThanOrEqual,
    DateTime,
    Offset,
    DurationSince,
    ToDate,
    ToTime,
    Duration,
    ToMilliseconds,
    ToSeconds,
    ToMinutes,
    ToHours,
    ToDays
};

enum class CallStyle { Function, Method };

struct FunctionEntry
{
    std::string_view name;
    Function function;
    CallStyle style;
    std::size_t arguments; //!< a method's receiver counts
};

[[nodiscard]] const FunctionEntry *findFunction(std::string_view name);
[[nodiscard]] std::string_view nameOf(Function function);

} // namespace policy
