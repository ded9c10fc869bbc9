// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <array>

namespace web {

//! The trace's id in a `traceparent` (W3C Trace Context): 32 hexadecimal digits. A new one when
//! there is none, or none that can be believed.
[[nodiscard]] QString traceIdOf(QByteArrayView traceparent);

//! Our own part of a trace (parent-id of what we answer): sixteen hexadecimal digits, not all zero.
[[nodiscard]] std::array<char, 16> newSpanId();

} // namespace web
