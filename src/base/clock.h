// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QDateTime>

#include <chrono>
#include <stop_token>

namespace base {

//! Port: what time it is, and waiting for a later one. Always wall-clock time in UTC, so that a
//! suspended computer does not fool it.
class Clock
{
public:
    virtual ~Clock();
    [[nodiscard]] virtual QDateTime now() const = 0;
    //! Ends when the wall clock has moved on by \a span, or with Cancelled when \a stop is asked.
    [[nodiscard]] virtual Task<> sleep(std::chrono::milliseconds span, std::stop_token stop) = 0;
};

//! The computer's own clock. Looks at least every 30 seconds, so a resume is noticed.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] Task<> sleep(std::chrono::milliseconds span, std::stop_token stop) override;
};

} // namespace base
