// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

namespace base {

//! A value or the Error that prevented it. To leave one unread is a warning.
//! Becomes std::expected when the compiler has it; callers will not notice.
template<typename T = void>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
    Result() = default;
};

//! return fail(ErrorCode::NotFound, tr("…")) from anything that returns a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code,
                                                QString message,
                                                QString remedy = {},
                                                Retryable retryable = Retryable::No)
{
    return tl::unexpected(Error{code, std::move(message), std::move(remedy), retryable});
}

//! Passes an error on: return fail(std::move(result).error()).
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected(std::move(error));
}

} // namespace base

#define BASE_JOIN_INNER(a, b) a##b
#define BASE_JOIN(a, b) BASE_JOIN_INNER(a, b)
#define BASE_TRY(leave, result, target, expression)      \
    auto result = (expression);                          \
    if (!result) [[unlikely]]                            \
        leave tl::unexpected(std::move(result).error()); \
    target = *std::move(result)
#define BASE_TRY_VOID(leave, result, expression)             \
    do {                                                     \
        auto result = (expression);                          \
        if (!result) [[unlikely]]                            \
            leave tl::unexpected(std::move(result).error()); \
    } while (false)

//! TRY(auto x, f()) binds the value of f(), or returns its error.
//! Two statements, not a statement expression: GCC 12 crashes on co_await inside one.
#define TRY(target, expression) BASE_TRY(return, BASE_JOIN(tried, __COUNTER__), target, expression)
#define TRY_VOID(expression) BASE_TRY_VOID(return, BASE_JOIN(tried, __COUNTER__), expression)

//! The same inside a coroutine: CO_TRY(auto x, co_await f()).
#define CO_TRY(target, expression) \
    BASE_TRY(co_return, BASE_JOIN(tried, __COUNTER__), target, expression)
#define CO_TRY_VOID(expression) BASE_TRY_VOID(co_return, BASE_JOIN(tried, __COUNTER__), expression)
