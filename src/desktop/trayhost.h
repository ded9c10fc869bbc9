// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace desktop {

//! Whether some panel takes tray icons at this moment. Asks the bus and the X server itself: Qt
//! remembers its first answer for good (6.4), so it may be asked only when that is yes.
[[nodiscard]] bool isTrayThere();

} // namespace desktop
