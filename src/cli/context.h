// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/outcome.h"
#include "cli/output.h"
#include "cli/verb.h"

#include <latchkey/client.h>
#include <optional>
#include <string>
#include <string_view>

namespace cli {

//! How the agent is reached when a verb wants it.
struct Reach
{
    std::string socket; //!< empty: the usual one
    std::string profile;
    bool direct = false;
    std::optional<latchkey::Milliseconds> timeout = std::chrono::seconds(120);
};

//! What every verb gets: the outputs, and the way to the agent.
class Context
{
public:
    explicit Context(Reach reach)
        : m_reach(std::move(reach))
    {}
    //! Ends an agent that ran for this command only: the next command finds everything free.
    ~Context();
    Context(const Context &) = delete;
    Context &operator=(const Context &) = delete;

    Output out;

    //! Connects on first use and starts an agent where none runs. Valid as long as this.
    [[nodiscard]] latchkey::Result<latchkey::Client *> agent();
    //! The same, but never starts one: NoAgent.
    [[nodiscard]] latchkey::Result<latchkey::Client *> runningAgent();
    //! One call of agent().
    [[nodiscard]] latchkey::Result<latchkey::Json> call(
        std::string_view method, const latchkey::Json &params = latchkey::Json::object());
    //! Where the agent's socket is, or would be.
    [[nodiscard]] std::string socket() const;
    [[nodiscard]] const Reach &reach() const { return m_reach; }
    //! From then on Ctrl-C ends waiting with Cancelled instead of the program; once.
    void catchInterrupt();
    //! Readable after Ctrl-C; -1 before catchInterrupt().
    [[nodiscard]] int interruptFd() const { return m_interruptFd; }

private:
    [[nodiscard]] latchkey::Options options() const;

    Reach m_reach;
    int m_interruptFd = -1;
    std::optional<latchkey::Client> m_client;
    pid_t m_ownAgent = -1;
};

//! The whole program: reads the command line, runs the verb, prints its error; the exit code.
[[nodiscard]] int runProgram(int argc, char **argv);

} // namespace cli
