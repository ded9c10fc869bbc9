// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window/windowplugin.h"

#include "apps/window/quickwindow.h"

namespace apps {

std::unique_ptr<tray::Window> WindowPlugin::make(tray::WindowNeeds needs)
{
    return std::make_unique<QuickWindow>(std::move(needs));
}

} // namespace apps
