// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QCoroFuture>
#include <QPromise>

#include <list>

//! A clock that stands until advance() moves it; sleepers wake in the order of their time.
class FakeClock final : public base::Clock
{
public:
    explicit FakeClock(QDateTime start = QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC))
        : m_now(std::move(start))
    {}

    [[nodiscard]] QDateTime now() const override { return m_now; }

    [[nodiscard]] base::Task<> sleep(std::chrono::milliseconds span, std::stop_token stop) override
    {
        if (stop.stop_requested())
            co_return base::fail(base::ErrorCode::Cancelled, QStringLiteral("cancelled"));
        const auto sleeper = std::make_shared<Sleeper>();
        sleeper->until = m_now.addMSecs(span.count());
        sleeper->wake.start();
        m_sleepers.push_back(sleeper);
        const std::stop_callback cancel(stop, [sleeper] { sleeper->finish(); });
        const QFuture<void> woken = sleeper->wake.future();
        co_await woken;
        m_sleepers.remove(sleeper);
        if (stop.stop_requested())
            co_return base::fail(base::ErrorCode::Cancelled, QStringLiteral("cancelled"));
        co_return {};
    }

    //! Moves the time and wakes who is due. Woken coroutines go on in the event loop.
    void advance(std::chrono::milliseconds span)
    {
        m_now = m_now.addMSecs(span.count());
        const auto sleepers = m_sleepers;
        for (const auto &sleeper : sleepers) {
            if (sleeper->until <= m_now)
                sleeper->finish();
        }
    }

    void setNow(const QDateTime &now) { advance(std::chrono::milliseconds(m_now.msecsTo(now))); }

    [[nodiscard]] std::size_t sleepers() const { return m_sleepers.size(); }

private:
    struct Sleeper
    {
        QDateTime until;
        QPromise<void> wake;
        void finish()
        {
            if (!wake.future().isFinished())
                wake.finish();
        }
    };

    QDateTime m_now;
    std::list<std::shared_ptr<Sleeper>> m_sleepers;
};
