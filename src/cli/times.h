// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <latchkey/error.h>
#include <optional>
#include <string>
#include <string_view>

namespace cli {

//! Seconds since 1970 of a time as the agent writes it (RFC 3339), or of a date alone.
[[nodiscard]] std::optional<std::int64_t> secondsOf(std::string_view time);
//! "2026-11-22T15:04:05Z"
[[nodiscard]] std::string rfc3339(std::int64_t seconds);
[[nodiscard]] std::int64_t now();

//! "in 42 min", "3 h ago", "14 December": for people.
[[nodiscard]] std::string spoken(std::string_view time, std::int64_t now);
//! "42 min", "3 h", "5 days"
[[nodiscard]] std::string span(std::int64_t seconds);

//! What a person means with "2h", "3d", "2026-11-01" or a whole time: as RFC 3339. A span counts
//! back from now, with Ahead forward.
enum class Towards { Back, Ahead };
[[nodiscard]] latchkey::Result<std::string> timeFrom(std::string_view text, Towards towards);

} // namespace cli
