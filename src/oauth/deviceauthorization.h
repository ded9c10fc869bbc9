// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QDateTime>
#include <QUrl>

#include <chrono>

namespace oauth {

//! What a person needs to sign in on another device (RFC 8628 3.2).
struct DeviceAuthorization
{
    base::Secret deviceCode;
    QString userCode;
    QUrl verificationUri;
    QUrl verificationUriComplete; //!< may be empty
    QDateTime until; //!< UTC
    std::chrono::seconds interval{5};
};

//! Reads the answer of a device authorization endpoint. Pure. Addresses that a browser should not
//! be sent to (no https) are refused.
[[nodiscard]] base::Result<DeviceAuthorization> parseDeviceAuthorization(QByteArrayView body,
                                                                         const QDateTime &now);

} // namespace oauth
