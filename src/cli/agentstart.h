// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <latchkey/client.h>
#include <string>
#include <sys/types.h>

namespace cli {

//! The agent's program: latchkeyd beside this one, else the one in PATH.
[[nodiscard]] std::string agentProgram();

//! Starts an agent that outlives this program and waits until it listens, at most 5 s.
[[nodiscard]] latchkey::Result<latchkey::Client> startAgent(const latchkey::Options &options);

//! An agent for this one command, at the other end of a socketpair.
struct OwnAgent
{
    latchkey::Client client;
    pid_t process;
};

//! Conflict: an agent is running.
[[nodiscard]] latchkey::Result<OwnAgent> ownAgent(const latchkey::Options &options);

//! Waits until a process of ours has ended, at most 10 s: what it held is free then.
void awaitEnd(pid_t process);

} // namespace cli
