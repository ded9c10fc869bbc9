// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace base {

//! What went wrong, in one word that code may branch on. One list for the whole product.
enum class ErrorCode {
    NotFound,
    Locked,
    Denied,
    SignInRequired,
    Expired,
    InvalidInput,
    Unreachable,
    TimedOut,
    ToolFailed,
    Conflict,
    Corrupt,
    Unsupported,
    Cancelled,
    Internal
};

//! Whether the same call may succeed a little later without anybody doing anything.
enum class Retryable { No, Yes };

//! A failure on its way up: a code for machines, a sentence and a remedy for people.
//! The sentence is translated where it is made; it never holds a secret.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString remedy;
    Retryable retryable = Retryable::No;

    //! Puts \a context in front of the message, as in "GitHub work: the sign-in has ended."
    [[nodiscard]] Error within(const QString &context) &&;

    friend bool operator==(const Error &, const Error &) = default;
};

//! The code's name on the wire and in the audit log: "not_found", "sign_in_required", …
[[nodiscard]] QString nameOf(ErrorCode code);

} // namespace base
