// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace tray {

//! What the tray icon says, worst first as BRAND.md orders it.
enum class TrayState { Locked, Attention, Offline, Expiring, Busy, Ok };

//! The panel under the icon.
enum class PanelGround { Light, Dark };
//! With colour, or in the panel's ink alone.
enum class TrayInk { Colour, Plain };

//! "locked", "attention", …: the word in the picture's file name.
[[nodiscard]] QString nameOf(TrayState state);

//! The icon with a picture fitted to each size that panels ask for.
[[nodiscard]] QIcon trayPicture(TrayState state, PanelGround ground, TrayInk ink);

//! An icon for a line of a menu.
[[nodiscard]] QIcon menuPicture(const QString &name, const QColor &color);

} // namespace tray
