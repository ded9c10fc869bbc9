// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/outcome.h"

namespace cli {

int exitCodeOf(latchkey::ErrorCode code)
{
    using latchkey::ErrorCode;
    switch (code) {
    case ErrorCode::Internal:
        return 1;
    case ErrorCode::InvalidInput:
        return 2;
    case ErrorCode::NotFound:
        return 3;
    case ErrorCode::Locked:
        return 4;
    case ErrorCode::Denied:
        return 5;
    case ErrorCode::SignInRequired:
        return 6;
    case ErrorCode::Expired:
        return 7;
    case ErrorCode::Unreachable:
    case ErrorCode::Busy:
        return 8;
    case ErrorCode::TimedOut:
        return 9;
    case ErrorCode::ToolFailed:
        return 10;
    case ErrorCode::Conflict:
        return 11;
    case ErrorCode::Corrupt:
        return 12;
    case ErrorCode::Unsupported:
        return 13;
    case ErrorCode::Cancelled:
        return 14;
    case ErrorCode::NoAgent:
        return 15;
    }
    return 1;
}

} // namespace cli
