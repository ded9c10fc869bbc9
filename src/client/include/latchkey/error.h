// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace latchkey {

//! What went wrong, in one word that code may branch on: the agent's list, and NoAgent.
enum class ErrorCode : std::uint8_t {
    Internal,
    InvalidInput,
    NotFound,
    Locked,
    Denied,
    SignInRequired,
    Expired,
    Unreachable,
    TimedOut,
    ToolFailed,
    Conflict,
    Corrupt,
    Unsupported,
    Cancelled,
    NoAgent, //!< nobody listens at the socket
    Busy //!< one of the agent's limits was reached
};

//! The code's name on the wire: "not_found", "sign_in_required", …
[[nodiscard]] constexpr std::string_view nameOf(ErrorCode code)
{
    constexpr std::array<std::string_view, 16> names{"internal",
                                                     "invalid_input",
                                                     "not_found",
                                                     "locked",
                                                     "denied",
                                                     "sign_in_required",
                                                     "expired",
                                                     "unreachable",
                                                     "timed_out",
                                                     "tool_failed",
                                                     "conflict",
                                                     "corrupt",
                                                     "unsupported",
                                                     "cancelled",
                                                     "no_agent",
                                                     "busy"};
    return names[static_cast<std::size_t>(code)];
}

//! Reads a name as nameOf() writes it; Internal for one that this client does not know.
[[nodiscard]] constexpr ErrorCode errorCodeFrom(std::string_view name)
{
    for (int i = 0; i <= static_cast<int>(ErrorCode::Busy); ++i) {
        if (nameOf(static_cast<ErrorCode>(i)) == name)
            return static_cast<ErrorCode>(i);
    }
    return ErrorCode::Internal;
}

//! From the number of a JSON-RPC error, for answers without a name in `data`.
[[nodiscard]] constexpr ErrorCode errorCodeFrom(std::int64_t number)
{
    switch (number) {
    case -32700:
    case -32600:
    case -32602:
        return ErrorCode::InvalidInput;
    case -32601:
        return ErrorCode::Unsupported;
    case -32001:
        return ErrorCode::NotFound;
    case -32002:
        return ErrorCode::Locked;
    case -32003:
        return ErrorCode::Denied;
    case -32004:
        return ErrorCode::SignInRequired;
    case -32005:
        return ErrorCode::Expired;
    case -32006:
        return ErrorCode::Unreachable;
    case -32007:
        return ErrorCode::TimedOut;
    case -32008:
        return ErrorCode::ToolFailed;
    case -32009:
        return ErrorCode::Conflict;
    case -32010:
        return ErrorCode::Corrupt;
    case -32011:
        return ErrorCode::Unsupported;
    case -32012:
        return ErrorCode::Cancelled;
    case -32013:
        return ErrorCode::Busy;
    default:
        return ErrorCode::Internal;
    }
}

//! A failure: a code for programs, a sentence and a remedy for people. Never holds a secret.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    std::string message;
    std::string remedy;
    bool retryable = false; //!< the same call may succeed a little later
};

//! A value, or the Error that prevented it. To leave one unread is a warning.
template<typename T = void>
class [[nodiscard]] Result
{
public:
    // NOLINTNEXTLINE(google-explicit-constructor): `return value;` and `return error;`
    Result(T value)
        : m_value(std::move(value))
    {}
    Result(Error error)
        : m_error(std::move(error))
    {}

    [[nodiscard]] explicit operator bool() const { return m_value.has_value(); }
    [[nodiscard]] bool hasValue() const { return m_value.has_value(); }
    [[nodiscard]] T &operator*() { return *m_value; }
    [[nodiscard]] const T &operator*() const { return *m_value; }
    [[nodiscard]] T *operator->() { return &*m_value; }
    [[nodiscard]] const T *operator->() const { return &*m_value; }
    //! Only where there is no value.
    [[nodiscard]] const Error &error() const { return m_error; }

private:
    std::optional<T> m_value;
    Error m_error;
};

//! That something was done, or the Error that prevented it.
template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {}

    [[nodiscard]] explicit operator bool() const { return !m_error.has_value(); }
    [[nodiscard]] bool hasValue() const { return !m_error.has_value(); }
    [[nodiscard]] const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace latchkey
