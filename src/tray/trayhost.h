// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace tray {

//! Whether some panel takes tray icons at this moment. Asks the bus and the X server itself: Qt
//! remembers its first answer for good (6.4), so it may be asked only when that is yes.
[[nodiscard]] bool isTrayThere();

//! Whether the panel is dark, by what is on the screen in the strip that windows leave free; empty
//! where one cannot look (Wayland) or no such strip is. The windows' theme does not tell.
[[nodiscard]] std::optional<bool> isPanelDarkOnScreen();

} // namespace tray
