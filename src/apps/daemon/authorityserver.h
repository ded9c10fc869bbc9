// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/desk/authorityhouse.h"
#include "base/settings.h"

namespace apps {

//! Runs a desk whose authority serves, until the system asks it to end (SIGTERM, SIGINT): requests
//! under way are answered first. Gives the exit code.
[[nodiscard]] int serveAuthority(const AuthorityHouse::Options &options, base::Settings &settings);

} // namespace apps
