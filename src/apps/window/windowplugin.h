// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tray/windowmodule.h"

#include <QObject>

namespace apps {

//! What the tray finds in the window's file.
class WindowPlugin : public QObject, public tray::WindowModule
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "latchkey.WindowModule/1")
    Q_INTERFACES(tray::WindowModule)

public:
    [[nodiscard]] std::unique_ptr<tray::Window> make(tray::WindowNeeds needs) override;
};

} // namespace apps
