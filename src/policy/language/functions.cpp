// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/language/functions.h"

#include <algorithm>
#include <array>

namespace policy {

namespace {

constexpr std::array<FunctionEntry, 22> entries{{
    {"ip", Function::Ip, CallStyle::Function, 1},
    {"isIpv4", Function::IsIpv4, CallStyle::Method, 1},
    {"isIpv6", Function::IsIpv6, CallStyle::Method, 1},
    {"isLoopback", Function::IsLoopback, CallStyle::Method, 1},
    {"isMulticast", Function::IsMulticast, CallStyle::Method, 1},
    {"isInRange", Function::IsInRange, CallStyle::Method, 2},
    {"decimal", Function::Decimal, CallStyle::Function, 1},
    {"lessThan", Function::LessThan, CallStyle::Method, 2},
    {"lessThanOrEqual", Function::LessThanOrEqual, CallStyle::Method, 2},
    {"greaterThan", Function::GreaterThan, CallStyle::Method, 2},
    {"greaterThanOrEqual", Function::GreaterThanOrEqual, CallStyle::Method, 2},
    {"datetime", Function::DateTime, CallStyle::Function, 1},
    {"offset", Function::Offset, CallStyle::Method, 2},
    {"durationSince", Function::DurationSince, CallStyle::Method, 2},
    {"toDate", Function::ToDate, CallStyle::Method, 1},
    {"toTime", Function::ToTime, CallStyle::Method, 1},
    {"duration", Function::Duration, CallStyle::Function, 1},
    {"toMilliseconds", Function::ToMilliseconds, CallStyle::Method, 1},
    {"toSeconds", Function::ToSeconds, CallStyle::Method, 1},
    {"toMinutes", Function::ToMinutes, CallStyle::Method, 1},
    {"toHours", Function::ToHours, CallStyle::Method, 1},
    {"toDays", Function::ToDays, CallStyle::Method, 1},
}};

} // namespace

const FunctionEntry *findFunction(std::string_view name)
{
    const auto found = std::find_if(
        entries.begin(), entries.end(), [name](const auto &entry) { return entry.name == name; });
    return found == entries.end() ? nullptr : &*found;
}

std::string_view nameOf(Function function)
{
    // In the order of the enumeration, which the tests hold it to.
    return entries[static_cast<std::size_t>(function)].name;
}

} // namespace policy
