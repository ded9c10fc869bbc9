// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/desk/desk.h"

namespace apps {

//! What socket activation hands over (sd_listen_fds(3)): LISTEN_FDS sockets from descriptor 3 on,
//! if LISTEN_PID is us. The environment is cleared. InvalidInput: one of them is no listening
//! stream socket of this machine.
[[nodiscard]] base::Result<QList<Door::Handed>> takeHandedSockets();

//! Another one is the agent: whoever waits at these sockets is let in and sent off again, so that
//! he looks for that one and the service manager does not start us for him again and again.
void sendAway(const QList<Door::Handed> &sockets);

} // namespace apps
