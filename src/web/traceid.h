// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace web {

//! The trace's id in a `traceparent` (W3C Trace Context): 32 hexadecimal digits. A new one when
//! there is none, or none that can be believed.
[[nodiscard]] QString traceIdOf(QByteArrayView traceparent);

} // namespace web
