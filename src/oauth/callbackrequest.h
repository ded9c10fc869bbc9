// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QMap>
#include <QString>

namespace oauth {

//! One HTTP request to the loopback listener, taken apart. The body is of no interest: a callback
//! is a GET without one.
struct CallbackRequest
{
    QString method; //!< "GET"
    QString path; //!< percent-decoded: "/callback"
    QString host; //!< the Host header, in lower case: "127.0.0.1:8484"
    QMap<QString, QString> parameters;

    friend bool operator==(const CallbackRequest &, const CallbackRequest &) = default;
};

//! A browser's request with a long code and many cookies of other local servers fits easily.
inline constexpr qsizetype largestRequest = 32 * 1024;

//! Whether \a bytes hold the whole head of a request (the blank line is there).
[[nodiscard]] bool isCompleteRequest(QByteArrayView bytes);

//! Reads a request's head, strictly: one request line of three words, HTTP/1.0 or 1.1, an
//! origin-form target, exactly one Host, no control characters, correct percent signs and UTF-8, no
//! parameter twice (RFC 6749 3.1). InvalidInput otherwise. Pure.
[[nodiscard]] base::Result<CallbackRequest> parseCallbackRequest(QByteArrayView bytes);

//! Reads `name=value&…` by the same rules; used for pasted addresses too. Pure.
[[nodiscard]] base::Result<QMap<QString, QString>> parseCallbackQuery(QByteArrayView query);

} // namespace oauth
