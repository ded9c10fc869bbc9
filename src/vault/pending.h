// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QCoroFuture>
#include <QPromise>

#include <memory>
#include <optional>

namespace vault {

//! An answer that somebody else gives, late or never; what a coroutine can wait for with a limit.
template<typename T>
class Pending
{
public:
    Pending() { m_settled.start(); }

    //! Whether nobody waits any more.
    [[nodiscard]] bool isAbandoned() const { return m_abandoned; }
    void answer(T value)
    {
        if (m_abandoned || m_value)
            return;
        m_value.emplace(std::move(value));
        settle();
    }

    //! The answer, or nothing when \a limit passed first; then it is abandoned.
    [[nodiscard]] static QCoro::Task<std::optional<T>> within(std::shared_ptr<Pending> pending,
                                                              base::Clock *clock,
                                                              std::chrono::milliseconds limit)
    {
        if (!pending->m_value) {
            std::stop_source over;
            const auto timer = expire(pending, clock, limit, over.get_token());
            const QFuture<void> settled = pending->m_settled.future();
            co_await settled;
            over.request_stop();
        }
        pending->m_abandoned = true;
        co_return std::move(pending->m_value);
    }

private:
    [[nodiscard]] static base::Task<> expire(std::shared_ptr<Pending> pending,
                                             base::Clock *clock,
                                             std::chrono::milliseconds limit,
                                             std::stop_token stop)
    {
        auto sleep = clock->sleep(limit, stop);
        const base::Result<> slept = co_await sleep;
        if (slept)
            pending->settle();
        co_return slept;
    }

    void settle()
    {
        if (!m_settled.future().isFinished())
            m_settled.finish();
    }

    std::optional<T> m_value;
    QPromise<void> m_settled;
    bool m_abandoned = false;
};

} // namespace vault
