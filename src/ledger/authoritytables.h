// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/migrations.h"

namespace ledger {

//! The tables of the authority. They may be shared by several instances: whatever a second one
//! needs is in here, and nothing that would let a reader of the file sign in is.
[[nodiscard]] Migration authorityMigration();

} // namespace ledger
