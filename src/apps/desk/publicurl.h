// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QUrl>

namespace apps {

//! The authority's public URL as somebody wrote it, on the command line or in the settings; it is
//! the issuer of all tokens. Scheme, host and perhaps a port: pages and endpoints hang from the
//! root. http only for this machine, as passwords travel by it. Empty: there is none.
[[nodiscard]] base::Result<QUrl> publicUrlFrom(const QString &text);

} // namespace apps
