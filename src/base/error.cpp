// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

namespace base {

Error Error::within(const QString &context) &&
{
    return {code, context + QStringLiteral(": ") + message, std::move(remedy), retryable};
}

QString nameOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return QStringLiteral("not_found");
    case ErrorCode::Locked:
        return QStringLiteral("locked");
    case ErrorCode::Denied:
        return QStringLiteral("denied");
    case ErrorCode::SignInRequired:
        return QStringLiteral("sign_in_required");
    case ErrorCode::Expired:
        return QStringLiteral("expired");
    case ErrorCode::InvalidInput:
        return QStringLiteral("invalid_input");
    case ErrorCode::Unreachable:
        return QStringLiteral("unreachable");
    case ErrorCode::TimedOut:
        return QStringLiteral("timed_out");
    case ErrorCode::ToolFailed:
        return QStringLiteral("tool_failed");
    case ErrorCode::Conflict:
        return QStringLiteral("conflict");
    case ErrorCode::Corrupt:
        return QStringLiteral("corrupt");
    case ErrorCode::Unsupported:
        return QStringLiteral("unsupported");
    case ErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorCode::Internal:
        return QStringLiteral("internal");
    }
    Q_UNREACHABLE();
}

} // namespace base
