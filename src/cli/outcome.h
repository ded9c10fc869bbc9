// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <latchkey/error.h>
#include <string_view>

namespace cli {

//! What a verb ends with: the exit code, or an error that the frame prints and turns into one.
using Outcome = latchkey::Result<int>;

//! One exit code, what it is called and when it comes; help and the man page print these.
struct ExitCode
{
    int code;
    std::string_view name;
    std::string_view meaning;
};

inline constexpr std::array<ExitCode, 17> exitCodes{
    {{0, "ok", "it worked"},
     {1, "internal", "a fault of Latchkey's own, or the output could not be written"},
     {2, "usage", "the command line, or a value in it, is wrong"},
     {3, "not_found", "no such account, file or reference"},
     {4, "locked", "the store is locked: latchkey unlock"},
     {5, "denied", "you, a rule or the system denied it"},
     {6, "sign_in_required", "the account has to be signed in again"},
     {7, "expired", "what was asked for has run out"},
     {8, "unreachable", "the provider or the agent did not answer"},
     {9, "timed_out", "it took too long"},
     {10, "tool_failed", "a program that Latchkey runs has failed"},
     {11, "conflict", "it is there already, or somebody else changes it"},
     {12, "corrupt", "a file or an answer makes no sense"},
     {13, "unsupported", "this provider, system or agent cannot do it"},
     {14, "cancelled", "stopped with Ctrl-C, or answered with no"},
     {15, "no_agent", "no agent is running, and none was started"},
     {141, "no_reader", "whoever read the output has gone, as with SIGPIPE"}}};

[[nodiscard]] int exitCodeOf(latchkey::ErrorCode code);

//! A wrong command line.
[[nodiscard]] inline latchkey::Error usageError(std::string message, std::string remedy = {})
{
    return {latchkey::ErrorCode::InvalidInput, std::move(message), std::move(remedy), false};
}

} // namespace cli
