// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

namespace apps {

//! A walk through Latchkey without a screen, in a folder of its own that is gone afterwards: keeps
//! a key, gives it out, locks, unlocks, shows the record and proves it whole. Prints each step. The
//! error is the step that did not hold.
[[nodiscard]] base::Task<> tour();

} // namespace apps
