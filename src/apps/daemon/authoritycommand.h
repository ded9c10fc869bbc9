// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace apps {

//! `latchkeyd authority …`: serves the authority without a screen, and makes users, clients and
//! tokens for it. \a arguments are what stands behind "authority". Gives the exit code.
[[nodiscard]] int authorityCommand(const QStringList &arguments);

} // namespace apps
