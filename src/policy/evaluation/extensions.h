// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/evaluation/value.h"

#include <optional>

//! Cedar's extension types: how they are written, and what may be asked of them.
namespace policy {

//! "-12.3456": one to four digits behind the point; in ten-thousandths.
[[nodiscard]] std::optional<qint64> parseDecimal(std::string_view text);

//! "10.0.0.0/8", "fe80::1"; no IPv4 inside IPv6.
[[nodiscard]] std::optional<IpRange> parseIp(std::string_view text);
[[nodiscard]] bool isInRange(const IpRange &inner, const IpRange &outer);
[[nodiscard]] bool isLoopback(const IpRange &range);
[[nodiscard]] bool isMulticast(const IpRange &range);

//! "2024-10-15", "2024-10-15T11:35:00Z", "…:00.000+0100"; in milliseconds since 1970.
[[nodiscard]] std::optional<qint64> parseDateTime(std::string_view text);
//! The midnight before; nothing where the calendar ends.
[[nodiscard]] std::optional<qint64> startOfDay(qint64 time);
//! Milliseconds since that midnight.
[[nodiscard]] qint64 timeOfDay(qint64 time);

//! "-1d2h3m4s5ms": units in this order, each at most once.
[[nodiscard]] std::optional<qint64> parseDuration(std::string_view text);

} // namespace policy
