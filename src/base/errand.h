// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QCoroFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>
#include <optional>

namespace base {

namespace detail {

//! What the far thread holds; when it lets go, finished or not, the waiting ends.
template<typename T>
struct Errand
{
    std::function<Task<T>()> work;
    std::shared_ptr<std::optional<Result<T>>> answer;
    QPromise<void> done;
};

template<typename T>
QCoro::Task<> runErrand(std::shared_ptr<Errand<T>> errand)
{
    auto result = co_await errand->work();
    errand->work = nullptr; // what it holds belongs to this thread
    errand->answer->emplace(std::move(result));
    errand->done.finish();
}

} // namespace detail

//! Runs \a work on the thread of \a where and brings its result back to the caller's. Cancelled
//! when that thread's event loop ended before the work began; work that has begun must be brought
//! to an end before the loop is (TaskScope::stop()). \a where must live when this is called.
template<typename T>
[[nodiscard]] Task<T> sendErrand(QObject *where, std::function<Task<T>()> work)
{
    const auto answer = std::make_shared<std::optional<Result<T>>>();
    auto errand = std::make_shared<detail::Errand<T>>();
    errand->work = std::move(work);
    errand->answer = answer;
    errand->done.start();
    const QFuture<void> finished = errand->done.future();
    QMetaObject::invokeMethod(
        where, [held = std::move(errand)] { detail::runErrand<T>(held); }, Qt::QueuedConnection);
    co_await finished;
    if (!answer->has_value())
        co_return fail(ErrorCode::Cancelled, QStringLiteral("The other side has ended."));
    Result<T> result = std::move(**answer);
    co_return result;
}

} // namespace base
