// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/evaluation/extensions.h"

#include <chrono>

namespace policy {

namespace {

constexpr qint64 dayLength = 24 * 60 * 60 * 1000;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

//! Takes a whole number from the front, downwards from 0, so that the smallest qint64 fits.
std::optional<qint64> takeNegated(std::string_view &text)
{
    if (text.empty() || !isDigit(text.front()))
        return {};
    qint64 value = 0;
    while (!text.empty() && isDigit(text.front())) {
        if (__builtin_mul_overflow(value, 10, &value)
            || __builtin_sub_overflow(value, text.front() - '0', &value))
            return {};
        text.remove_prefix(1);
    }
    return value;
}

//! Takes exactly \a digits digits.
std::optional<int> takeFixed(std::string_view &text, std::size_t digits)
{
    if (text.size() < digits)
        return {};
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (!isDigit(text[i]))
            return {};
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view &text, std::string_view front)
{
    if (!text.starts_with(front))
        return false;
    text.remove_prefix(front.size());
    return true;
}

//! "+hhmm" or "-hhmm", in milliseconds.
std::optional<qint64> takeZone(std::string_view &text)
{
    const bool isEast = take(text, "+");
    if (!isEast && !take(text, "-"))
        return {};
    const auto hours = takeFixed(text, 2);
    const auto minutes = takeFixed(text, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59)
        return {};
    const qint64 span = (*hours * 60 + *minutes) * qint64(60'000);
    return isEast ? span : -span;
}

} // namespace

std::optional<qint64> parseDecimal(std::string_view text)
{
    const bool isNegative = take(text, "-");
    const auto whole = takeNegated(text);
    if (!whole || !take(text, ".") || text.empty() || text.size() > 4)
        return {};
    qint64 fraction = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        if (i < text.size() && !isDigit(text[i]))
            return {};
        fraction = fraction * 10 + (i < text.size() ? text[i] - '0' : 0);
    }
    qint64 value = 0;
    if (__builtin_mul_overflow(*whole, 10'000, &value)
        || __builtin_sub_overflow(value, fraction, &value))
        return {};
    if (!isNegative && __builtin_sub_overflow(qint64(0), value, &value))
        return {};
    return value;
}

std::optional<qint64> parseDateTime(std::string_view text)
{
    const auto year = takeFixed(text, 4);
    if (!year || !take(text, "-"))
        return {};
    const auto month = takeFixed(text, 2);
    if (!month || !take(text, "-"))
        return {};
    const auto day = takeFixed(text, 2);
    if (!day)
        return {};
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok())
        return {};
    const qint64 midnight = std::chrono::sys_days(date).time_since_epoch().count() * dayLength;
    if (text.empty())
        return midnight;

    if (!take(text, "T"))
        return {};
    const auto hour = takeFixed(text, 2);
    if (!hour || *hour > 23 || !take(text, ":"))
        return {};
    const auto minute = takeFixed(text, 2);
    if (!minute || *minute > 59 || !take(text, ":"))
        return {};
    const auto second = takeFixed(text, 2);
    if (!second || *second > 59)
        return {};
    qint64 time = midnight + ((*hour * 60 + *minute) * qint64(60) + *second) * 1000;
    if (take(text, ".")) {
        const auto fraction = takeFixed(text, 3);
        if (!fraction)
            return {};
        time += *fraction;
    }
    if (take(text, "Z"))
        return text.empty() ? std::optional(time) : std::nullopt;
    const auto zone = takeZone(text);
    if (!zone || !text.empty())
        return {};
    return time - *zone;
}

std::optional<qint64> startOfDay(qint64 time)
{
    qint64 day = time / dayLength;
    if (time % dayLength < 0)
        --day;
    qint64 start = 0;
    if (__builtin_mul_overflow(day, dayLength, &start))
        return {};
    return start;
}

qint64 timeOfDay(qint64 time)
{
    const qint64 rest = time % dayLength;
    return rest < 0 ? rest + dayLength : rest;
}

std::optional<qint64> parseDuration(std::string_view text)
{
    struct Unit
    {
        std::string_view name;
        qint64 length;
    };
    constexpr std::array<Unit, 5> units{
        {{"d", dayLength}, {"h", 3'600'000}, {"m", 60'000}, {"s", 1000}, {"ms", 1}}};
    const bool isNegative = take(text, "-");
    if (text.empty())
        return {};
    qint64 span = 0;
    std::size_t next = 0;
    while (!text.empty()) {
        const auto count = takeNegated(text);
        if (!count)
            return {};
        // "m" begins "ms" too: the unit is what stands up to the next digit.
        std::size_t length = 0;
        while (length < text.size() && !isDigit(text[length]))
            ++length;
        const std::string_view name = text.substr(0, length);
        while (next < units.size() && units[next].name != name)
            ++next;
        qint64 part = 0;
        if (next == units.size() || __builtin_mul_overflow(*count, units[next].length, &part)
            || __builtin_add_overflow(span, part, &span))
            return {};
        ++next;
        text.remove_prefix(length);
    }
    if (!isNegative && __builtin_sub_overflow(qint64(0), span, &span))
        return {};
    return span;
}

} // namespace policy
