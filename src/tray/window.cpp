// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/window.h"

#include "tray/windowmodule.h"

namespace tray {

Window::~Window() = default;
WindowModule::~WindowModule() = default;

} // namespace tray
