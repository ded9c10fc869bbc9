// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"

#include "cli/agentstart.h"
#include "cli/help.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

namespace cli {

using latchkey::Client;
using latchkey::ErrorCode;
using latchkey::Json;
using latchkey::Result;

namespace {

//! The writing end of the pipe that says "Ctrl-C": a handler may touch nothing else.
int interruptWriter = -1;

void noteInterrupt(int)
{
    const int before = errno;
    (void)!write(interruptWriter, "", 1);
    errno = before;
}

//! Says after two seconds that one waits, and for what that may be: a question to the owner.
class PatienceNote
{
public:
    explicit PatienceNote(bool wanted)
        : m_wanted(wanted)
    {
        if (!m_wanted)
            return;
        struct sigaction action = {};
        action.sa_handler = &say;
        (void)sigaction(SIGALRM, &action, &m_before);
        alarm(2);
    }
    ~PatienceNote()
    {
        if (!m_wanted)
            return;
        // An alarm that is left would outlive an exec.
        alarm(0);
        (void)sigaction(SIGALRM, &m_before, nullptr);
    }
    PatienceNote(const PatienceNote &) = delete;
    PatienceNote &operator=(const PatienceNote &) = delete;

private:
    static void say(int)
    {
        constexpr std::string_view note =
            "Waiting for the agent. If it asks you something: answer in Latchkey's window, or with "
            "\"latchkey approve\" in another terminal.\n";
        const int before = errno;
        (void)!write(STDERR_FILENO, note.data(), note.size());
        errno = before;
    }

    struct sigaction m_before = {};
    bool m_wanted;
};

} // namespace

latchkey::Options Context::options() const
{
    latchkey::Options options;
    options.socket = socket();
    options.profile = m_reach.profile;
    options.timeout = m_reach.timeout;
    options.interruptFd = m_interruptFd;
    return options;
}

std::string Context::socket() const
{
    return m_reach.socket.empty() ? latchkey::socketPath(m_reach.profile) : m_reach.socket;
}

Context::~Context()
{
    m_client.reset();
    if (m_ownAgent > 0)
        awaitEnd(m_ownAgent);
}

Result<Client *> Context::runningAgent()
{
    if (m_client)
        return &*m_client;
    if (m_reach.direct) {
        auto own = ownAgent(options());
        if (!own)
            return own.error();
        m_ownAgent = own->process;
        m_client.emplace(std::move(own->client));
    } else {
        auto client = Client::connect(options());
        if (!client)
            return client.error();
        m_client.emplace(std::move(*client));
    }
    return &*m_client;
}

Result<Client *> Context::agent()
{
    if (auto running = runningAgent(); running || running.error().code != ErrorCode::NoAgent)
        return running;
    auto client = startAgent(options());
    if (!client)
        return client.error();
    m_client.emplace(std::move(*client));
    return &*m_client;
}

Result<Json> Context::call(std::string_view method, const Json &params)
{
    const auto client = agent();
    if (!client)
        return client.error();
    const PatienceNote note(out.errorIsTerminal() && !out.isQuiet() && !out.isJson());
    return (*client)->call(method, params);
}

void Context::catchInterrupt()
{
    int ends[2];
    if (m_interruptFd >= 0 || pipe(ends) != 0)
        return;
    for (const int fd : ends) {
        (void)fcntl(fd, F_SETFD, FD_CLOEXEC);
        (void)fcntl(fd, F_SETFL, O_NONBLOCK);
    }
    m_interruptFd = ends[0];
    interruptWriter = ends[1];
    struct sigaction action = {};
    action.sa_handler = noteInterrupt;
    // A second Ctrl-C ends the program, whatever it does.
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    (void)sigaction(SIGINT, &action, nullptr);
    (void)sigaction(SIGTERM, &action, nullptr);
}

int runProgram(int argc, char **argv)
{
    std::vector<std::string_view> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    // git finds its helpers by their file's name.
    const std::string_view own = argc > 0 ? argv[0] : "";
    if (own.substr(own.rfind('/') + 1) == "git-credential-latchkey")
        words.insert(words.begin(), "git-credential");
    auto line = CommandLine::read(words);
    if (!line) {
        Context context{Reach()};
        context.out.setJson(std::find(words.begin(), words.end(), "--json") != words.end());
        context.out.complain(line.error());
        return exitCodeOf(line.error().code);
    }
    const Arguments &globals = line->globals();
    Reach reach;
    reach.socket = globals.value("--socket");
    reach.profile = globals.value("--profile");
    reach.direct = globals.has("--direct");
    const auto timeout = globals.number("--timeout", 0, 86'400);
    if (timeout && timeout->has_value()) {
        reach.timeout = std::chrono::seconds(**timeout);
        if (**timeout == 0)
            reach.timeout.reset();
    }
    Context context(std::move(reach));
    context.out.setJson(globals.has("--json"));
    context.out.setQuiet(globals.has("--quiet"));

    Outcome outcome = 0;
    if (!timeout)
        outcome = timeout.error();
    else if (globals.has("--version"))
        printVersion(context);
    else if (!line->verb())
        printOverview(context);
    else if (globals.has("--help"))
        printHelp(context, *line->verb());
    else
        outcome = line->verb()->run(context, line->arguments());

    if (!outcome)
        context.out.complain(outcome.error());
    context.out.flush();
    if (context.out.trouble() != 0)
        return context.out.trouble();
    return outcome ? *outcome : exitCodeOf(outcome.error().code);
}

} // namespace cli
