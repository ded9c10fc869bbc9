// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

namespace tray {

//! The person's own browser. Starts it and does not wait for it.
class SystemBrowser final : public core::Browser
{
public:
    [[nodiscard]] base::Result<> open(const QUrl &page) override;
};

} // namespace tray
