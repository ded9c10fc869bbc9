// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/agentstart.h"
#include "cli/context.h"
#include "cli/verbs/verbs.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cli {

using latchkey::ErrorCode;
using latchkey::Json;

namespace {

//! The agent's log: JSON lines, one for each thing it has to say.
class LogFile
{
public:
    explicit LogFile(std::string path)
        : m_path(std::move(path))
    {}
    ~LogFile() { close(); }
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;

    [[nodiscard]] const std::string &path() const { return m_path; }
    [[nodiscard]] bool open()
    {
        m_fd = ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC);
        return m_fd >= 0;
    }
    //! The next read() begins at its end.
    void skip() { (void)lseek(m_fd, 0, SEEK_END); }
    //! The next read() begins so many lines before its end.
    void showLast(std::int64_t lines)
    {
        off_t at = lseek(m_fd, 0, SEEK_END);
        std::array<char, 4096> block{};
        // The end of the last line is none before a line.
        std::int64_t ends = -1;
        while (at > 0) {
            const auto size =
                static_cast<std::size_t>(std::min<off_t>(at, static_cast<off_t>(block.size())));
            at -= static_cast<off_t>(size);
            if (pread(m_fd, block.data(), size, at) != static_cast<ssize_t>(size))
                break;
            for (std::size_t i = size; i-- > 0;) {
                if (block[i] == '\n' && ++ends == lines) {
                    (void)lseek(m_fd, at + static_cast<off_t>(i) + 1, SEEK_SET);
                    return;
                }
            }
        }
        (void)lseek(m_fd, 0, SEEK_SET);
    }
    //! Everything that is there now. Opens the new file when the agent has begun one.
    void printRest(Output &out)
    {
        struct stat here = {};
        struct stat there = {};
        if (m_fd < 0 && !open())
            return;
        printAll(out);
        if (fstat(m_fd, &here) == 0 && stat(m_path.c_str(), &there) == 0
            && (here.st_ino != there.st_ino || there.st_size < lseek(m_fd, 0, SEEK_CUR))) {
            close();
            if (open())
                printAll(out);
        }
    }

private:
    void printAll(Output &out)
    {
        std::array<char, 16'384> block{};
        ssize_t got = 0;
        while ((got = ::read(m_fd, block.data(), block.size())) > 0)
            out.write({block.data(), static_cast<std::size_t>(got)});
        out.flush();
    }
    void close()
    {
        if (m_fd >= 0)
            ::close(m_fd);
        m_fd = -1;
    }

    std::string m_path;
    int m_fd = -1;
};

//! Prints what the agent writes, until Ctrl-C or until nobody reads.
Outcome followLog(Context &context, LogFile &log)
{
    context.catchInterrupt();
    while (context.out.trouble() == 0) {
        log.printRest(context.out);
        pollfd interrupt{context.interruptFd(), POLLIN, 0};
        if (poll(&interrupt, 1, 250) > 0)
            break;
    }
    return 0;
}

std::string logPath(const Context &context)
{
    return latchkey::stateFolder(context.reach().profile) + "/latchkey.log";
}

Outcome start(Context &context, const Arguments &arguments)
{
    LogFile log(logPath(context));
    if (arguments.has("--tail") && log.open())
        log.skip();
    bool started = false;
    auto client = context.runningAgent();
    if (!client && client.error().code == ErrorCode::NoAgent) {
        started = true;
        client = context.agent();
    }
    if (!client)
        return client.error();
    const auto facts = (*client)->call("status");
    if (!facts)
        return facts.error();
    if (context.out.isJson())
        context.out.json(Json()
                             .set("running", true)
                             .set("started", started)
                             .set("pid", (*facts)["pid"])
                             .set("socket", context.socket()));
    else
        context.out.remark(
            (started ? "The agent runs: process " : "An agent runs already: process ")
            + std::to_string((*facts)["pid"].integer()) + '.');
    context.out.flush();
    return arguments.has("--tail") ? followLog(context, log) : Outcome(0);
}

Outcome stop(Context &context, const Arguments &)
{
    const auto client = context.runningAgent();
    if (!client && client.error().code == ErrorCode::NoAgent) {
        if (context.out.isJson())
            context.out.json(Json().set("running", false).set("stopped", false));
        else
            context.out.remark("No agent is running.");
        return 0;
    }
    if (!client)
        return client.error();
    const auto facts = (*client)->call("status");
    if (!facts)
        return facts.error();
    const auto answer = (*client)->call("shutdown", Json::object());
    // One that goes may close before its answer is read.
    if (!answer && answer.error().code != ErrorCode::Unreachable)
        return answer.error();
    // Its lock goes with the process, a moment after the socket: whoever comes next wants both.
    const auto process = static_cast<pid_t>((*facts)["pid"].integer());
    const latchkey::Deadline deadline(std::chrono::seconds(15));
    while (process > 0 && kill(process, 0) == 0) {
        if (deadline.left() == 0)
            return latchkey::Error{ErrorCode::TimedOut,
                                   "The agent is still there after 15 s.",
                                   "It may be finishing something; try again.",
                                   true};
        (void)poll(nullptr, 0, 10);
    }
    if (context.out.isJson())
        context.out.json(Json().set("running", false).set("stopped", true));
    else
        context.out.remark("The agent has stopped.");
    return 0;
}

Outcome daemonStatus(Context &context, const Arguments &arguments)
{
    return findVerb("status")->run(context, arguments);
}

Outcome logs(Context &context, const Arguments &arguments)
{
    const auto lines = arguments.number("--lines", 0, 1'000'000);
    if (!lines)
        return lines.error();
    LogFile log(logPath(context));
    if (!log.open()) {
        if (!arguments.has("--follow"))
            return latchkey::Error{ErrorCode::NotFound,
                                   "There is no log at " + log.path() + '.',
                                   "It begins when the agent first starts.",
                                   false};
    } else {
        log.showLast(lines->value_or(100));
        log.printRest(context.out);
    }
    return arguments.has("--follow") ? followLog(context, log) : Outcome(0);
}

constexpr Option startOptions[]{{"--tail", "", "go on printing its log, until Ctrl-C", ""}};
constexpr Option logOptions[]{{"--follow", "", "go on printing, until Ctrl-C", ""},
                              {"--lines", "NUMBER", "so many lines of the past (100)", ""}};

constexpr Verb verbs[]{
    {"daemon start", "start the agent, if none runs", {}, startOptions, "", &start, {}},
    {"daemon stop", "have the agent finish what it does and end", {}, {}, "", &stop, {}},
    {"daemon status", "the same as status", {}, {}, "", &daemonStatus, {}},
    {"daemon logs",
     "print the end of the agent's log",
     {},
     logOptions,
     "The log has one JSON object a line, and no secret.",
     &logs,
     {}}};

} // namespace

std::span<const Verb> daemonVerbs()
{
    return verbs;
}

} // namespace cli
