// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "net/networkerror.h"

#include <QCoroFuture>
#include <QPromise>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace oauth {

//! One piece of work that many callers wait for. Each may leave without disturbing the others.
template<typename T>
class Flight
{
public:
    //! Ends with what land() brought, or with Cancelled when \a stop is asked before.
    [[nodiscard]] static base::Task<T> landing(std::shared_ptr<Flight> flight, std::stop_token stop)
    {
        if (!flight->m_outcome) {
            const auto gate = std::make_shared<Gate>();
            flight->m_gates.push_back(gate);
            const std::stop_callback leave(stop, [gate] { gate->open(); });
            const QFuture<void> opened = gate->future();
            co_await opened;
        }
        if (flight->m_outcome) {
            // QCoro 0.8 moves out of what is no const: the others want to read it too.
            const base::Result<T> outcome = *flight->m_outcome;
            co_return outcome;
        }
        co_return base::fail(net::cancelled());
    }

    void land(base::Result<T> outcome)
    {
        m_outcome = std::move(outcome);
        for (const auto &gate : m_gates)
            gate->open();
        m_gates.clear();
    }

private:
    //! Opens once.
    class Gate
    {
    public:
        Gate() { m_promise.start(); }
        [[nodiscard]] QFuture<void> future() const { return m_promise.future(); }
        void open()
        {
            if (!m_promise.future().isFinished())
                m_promise.finish();
        }

    private:
        QPromise<void> m_promise;
    };

    std::optional<base::Result<T>> m_outcome;
    std::vector<std::shared_ptr<Gate>> m_gates;
};

} // namespace oauth
