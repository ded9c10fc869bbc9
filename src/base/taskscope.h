// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>
#include <stop_token>

namespace base {

//! Counts what a service has started and not awaited, and can stop it all. A service that launches
//! tasks holds one; `apps` awaits the service's stop() before the service is destroyed, so `this`
//! is valid after every co_await.
class TaskScope
{
public:
    TaskScope();
    ~TaskScope();
    TaskScope(const TaskScope &) = delete;
    TaskScope &operator=(const TaskScope &) = delete;

    //! Asks every task to end; hand it to what you launch.
    [[nodiscard]] std::stop_token stopToken() const { return m_stop.get_token(); }

    //! Keeps \a task until it has ended. \a report receives its error, if it had one and was not
    //! cancelled.
    template<typename T>
    void launch(Task<T> task, std::function<void(const Error &)> report = {})
    {
        ++m_running;
        // The wrapper runs by itself; the scope outlives it because stop() waits for the count.
        watch(this, std::move(task), std::move(report));
    }

    [[nodiscard]] int running() const { return m_running; }

    //! Requests the stop and ends when the last task has ended.
    [[nodiscard]] Task<> stop();

private:
    template<typename T>
    static QCoro::Task<> watch(TaskScope *scope,
                               Task<T> task,
                               std::function<void(const Error &)> report)
    {
        const auto result = co_await task;
        if (!result && report && result.error().code != ErrorCode::Cancelled)
            report(result.error());
        scope->finishOne();
    }

    void finishOne();

    std::stop_source m_stop;
    int m_running = 0;
    std::unique_ptr<QPromise<void>> m_idle;
};

} // namespace base
