// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <QCoroTimer>
#include <QTimer>

#include <algorithm>

namespace base {

Clock::~Clock() = default;

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

Task<> SystemClock::sleep(std::chrono::milliseconds span, std::stop_token stop)
{
    constexpr std::chrono::milliseconds longestNap = std::chrono::seconds(30);
    const QDateTime until = now().addMSecs(span.count());
    QTimer nap;
    nap.setSingleShot(true);
    const std::stop_callback wake(stop, [&nap] { nap.start(0); });
    while (!stop.stop_requested()) {
        const std::chrono::milliseconds left(now().msecsTo(until));
        if (left.count() <= 0)
            co_return {};
        nap.start(std::min(left, longestNap));
        // Not by the signal: its private argument is a null reference, which UBSan rightly reports.
        co_await nap;
    }
    co_return fail(ErrorCode::Cancelled, QStringLiteral("Waiting was cancelled."));
}

} // namespace base
