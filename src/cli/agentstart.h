// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <latchkey/client.h>
#include <string>

namespace cli {

//! The agent's program: latchkeyd beside this one, else the one in PATH.
[[nodiscard]] std::string agentProgram();

//! Starts an agent that outlives this program and waits until it listens, at most 5 s.
[[nodiscard]] latchkey::Result<latchkey::Client> startAgent(const latchkey::Options &options);

//! An agent for this one command, at the other end of a socketpair. Conflict: one is running.
[[nodiscard]] latchkey::Result<latchkey::Client> ownAgent(const latchkey::Options &options);

} // namespace cli
