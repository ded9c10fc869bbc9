// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/times.h"

#include <array>
#include <charconv>
#include <ctime>

namespace cli {

namespace {

constexpr std::int64_t minute = 60;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

//! Days since 1970 of a date of the Gregorian calendar (Howard Hinnant, days_from_civil).
std::int64_t daysOf(std::int64_t year, std::int64_t month, std::int64_t dayOfMonth)
{
    year -= month <= 2 ? 1 : 0;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t ofEra = year - era * 400;
    const std::int64_t ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + dayOfMonth - 1;
    return era * 146097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719468;
}

//! The number at the front of \a text, exactly \a digits long.
std::optional<std::int64_t> takeNumber(std::string_view &text, std::size_t digits)
{
    std::int64_t number = 0;
    const std::string_view front = text.substr(0, digits);
    for (const char c : front) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + (c - '0');
    }
    if (front.size() < digits)
        return std::nullopt;
    text.remove_prefix(digits);
    return number;
}

bool take(std::string_view &text, std::string_view any)
{
    if (text.empty() || any.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

//! "Z", "+02:00"; seconds east of Greenwich.
std::optional<std::int64_t> takeZone(std::string_view &text)
{
    if (take(text, "Zz"))
        return 0;
    const std::int64_t sign = !text.empty() && text.front() == '-' ? -1 : 1;
    if (!take(text, "+-"))
        return std::nullopt;
    const auto hours = takeNumber(text, 2);
    (void)take(text, ":");
    const auto minutes = takeNumber(text, 2);
    if (!hours || !minutes)
        return std::nullopt;
    return sign * (*hours * hour + *minutes * minute);
}

} // namespace

std::optional<std::int64_t> secondsOf(std::string_view time)
{
    const auto year = takeNumber(time, 4);
    const bool firstDash = take(time, "-");
    const auto month = takeNumber(time, 2);
    const bool secondDash = take(time, "-");
    const auto dayOfMonth = takeNumber(time, 2);
    if (!year || !month || !dayOfMonth || !firstDash || !secondDash || *month < 1 || *month > 12
        || *dayOfMonth < 1 || *dayOfMonth > 31)
        return std::nullopt;
    std::int64_t seconds = daysOf(*year, *month, *dayOfMonth) * day;
    if (time.empty())
        return seconds;
    if (!take(time, "Tt "))
        return std::nullopt;
    const auto hours = takeNumber(time, 2);
    const bool colon = take(time, ":");
    const auto minutes = takeNumber(time, 2);
    if (!hours || !minutes || !colon || *hours > 23 || *minutes > 59)
        return std::nullopt;
    seconds += *hours * hour + *minutes * minute;
    if (take(time, ":")) {
        const auto second = takeNumber(time, 2);
        if (!second || *second > 60)
            return std::nullopt;
        seconds += *second;
    }
    if (take(time, ".")) {
        while (take(time, "0123456789"))
            continue;
    }
    const auto zone = time.empty() ? std::optional<std::int64_t>(0) : takeZone(time);
    if (!zone || !time.empty())
        return std::nullopt;
    return seconds - *zone;
}

std::string rfc3339(std::int64_t seconds)
{
    const auto time = static_cast<std::time_t>(seconds);
    std::tm parts{};
    (void)gmtime_r(&time, &parts);
    std::array<char, 32> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), size};
}

std::int64_t now()
{
    return std::time(nullptr);
}

std::string span(std::int64_t seconds)
{
    if (seconds < minute)
        return std::to_string(seconds) + " s";
    if (seconds < hour)
        return std::to_string(seconds / minute) + " min";
    if (seconds < 2 * day)
        return std::to_string(seconds / hour) + " h";
    return std::to_string(seconds / day) + " days";
}

std::string spoken(std::string_view time, std::int64_t now)
{
    const auto at = secondsOf(time);
    if (!at)
        return std::string(time);
    const std::int64_t ahead = *at - now;
    if (ahead > -60 * day && ahead < 60 * day)
        return ahead >= 0 ? "in " + span(ahead) : span(-ahead) + " ago";
    return std::string(time.substr(0, 10));
}

latchkey::Result<std::string> timeFrom(std::string_view text, Towards towards)
{
    if (const auto at = secondsOf(text))
        return rfc3339(*at);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto unit = text.substr(static_cast<std::size_t>(end - text.data()));
    const std::int64_t factor = unit == "s"   ? 1
                                : unit == "m" ? minute
                                : unit == "h" ? hour
                                : unit == "d" ? day
                                : unit == "w" ? 7 * day
                                              : 0;
    if (error != std::errc() || factor == 0 || number < 0 || number > 100'000'000)
        return latchkey::Error{latchkey::ErrorCode::InvalidInput,
                               '"' + std::string(text) + "\" is no time.",
                               "Write a span such as 30m, 2h, 3d, or a time such as 2026-11-22 or "
                               "2026-11-22T15:00:00Z.",
                               false};
    const std::int64_t seconds = number * factor;
    return rfc3339(towards == Towards::Ahead ? now() + seconds : now() - seconds);
}

} // namespace cli
