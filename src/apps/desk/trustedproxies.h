// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "web/site.h"

#include <QStringList>

namespace apps {

//! The proxies whose X-Forwarded-* headers are believed, as somebody wrote them, on the command
//! line or in the settings: addresses and networks.
[[nodiscard]] base::Result<QList<web::Subnet>> trustedProxiesFrom(const QStringList &texts);

} // namespace apps
