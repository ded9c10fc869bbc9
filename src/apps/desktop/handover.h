// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/paths.h"

namespace apps {

//! Asks the headless agent that holds agent.lock to hand over, and waits until it has gone: what it
//! has under way it finishes first. Conflict: the holder is a desktop, which does not hand over.
//! TimedOut: it has not gone after ten seconds.
[[nodiscard]] base::Task<> takeOver(base::Paths paths, base::Clock &clock);

} // namespace apps
