// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/daemon/agentoptions.h"
#include "base/settings.h"

namespace apps {

//! `latchkeyd --once`: the agent for one connection, which is standard input and output (`latchkey
//! --direct`). Ends when that closes. Where it cannot serve, it says so in the words of the
//! protocol.
[[nodiscard]] int serveOnce(const AgentOptions &options, base::Settings &settings);

//! One line of JSON-RPC that tells why nothing can be done here.
void answerOnce(const base::Error &error);

} // namespace apps
