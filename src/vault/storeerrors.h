// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace vault {

//! The errors that every store answers with in the same words.
[[nodiscard]] base::Error noSuchEntry();
[[nodiscard]] base::Error storeIsLocked();
//! The store's owner went while the call was under way.
[[nodiscard]] base::Error storeIsGone();

} // namespace vault
