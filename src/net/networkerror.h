// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QNetworkReply>

#include <optional>

namespace net {

//! What a failure of the network means, in words for people; nothing when the server did answer
//! (with whatever status).
[[nodiscard]] std::optional<base::Error> toError(QNetworkReply::NetworkError error,
                                                 const QString &host);

[[nodiscard]] base::Error unreachable(const QString &host);
[[nodiscard]] base::Error timedOut(const QString &host);
[[nodiscard]] base::Error cancelled();
[[nodiscard]] base::Error tooLarge(const QString &host);

} // namespace net
