// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/deviceauthorization.h"

#include "net/message.h"
#include "oauth/answer.h"
#include "oauth/authorizationreply.h"
#include "oauth/words.h"

#include <algorithm>
#include <cmath>

namespace oauth {

using base::ErrorCode;
using std::chrono::seconds;

namespace {

constexpr double shortestLife = 1;
constexpr double longestLife = 24.0 * 3600;
constexpr double usualLife = 600;
constexpr double longestInterval = 600;
constexpr qsizetype longestUserCode = 64;

base::Error unreadable()
{
    return {ErrorCode::ToolFailed,
            Words::tr("The service gave no code to sign in with."),
            Words::tr("Sign in with the browser instead."),
            base::Retryable::No};
}

base::Result<QUrl> page(const QString &address)
{
    QUrl url(address, QUrl::StrictMode);
    if (!net::checkAddress(url))
        return base::fail(unreadable());
    return url;
}

} // namespace

base::Result<DeviceAuthorization> parseDeviceAuthorization(QByteArrayView body,
                                                           const QDateTime &now)
{
    TRY(const net::JsonValue json, answerIn(body));
    DeviceAuthorization authorization;
    auto deviceCode = json.member(u"device_code").secret();
    authorization.userCode = tidied(json.member(u"user_code").text().value_or(QString()));
    if (!deviceCode || deviceCode->isEmpty() || authorization.userCode.isEmpty()
        || authorization.userCode.size() > longestUserCode)
        return base::fail(unreadable());
    authorization.deviceCode = *std::move(deviceCode);

    // Google's older name for it is verification_url.
    auto address = json.member(u"verification_uri").text();
    if (!address)
        address = json.member(u"verification_url").text();
    TRY(authorization.verificationUri, page(address.value_or(QString())));
    const QString complete = json.member(u"verification_uri_complete").text().value_or(QString());
    if (!complete.isEmpty()) {
        TRY(authorization.verificationUriComplete, page(complete));
    }

    double life = numberIn(json.member(u"expires_in")).value_or(usualLife);
    if (!std::isfinite(life))
        life = usualLife;
    life = std::clamp(life, shortestLife, longestLife);
    authorization.until = now.addMSecs(static_cast<qint64>(life * 1000));
    double interval = numberIn(json.member(u"interval")).value_or(5);
    if (!std::isfinite(interval) || interval <= 0)
        interval = 5;
    authorization.interval =
        seconds(static_cast<qint64>(std::ceil(std::min(interval, longestInterval))));
    return authorization;
}

} // namespace oauth
