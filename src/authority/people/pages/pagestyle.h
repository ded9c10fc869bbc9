// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace authority {

//! The one style sheet; its colours are those of the window's theme.
[[nodiscard]] const QByteArray &pageStyle();

} // namespace authority
