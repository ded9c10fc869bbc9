// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"

#include "cli/agentstart.h"
#include "cli/help.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/time.h>
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

//! Where standard input, output or error was closed (`latchkey … >&-`), the agent's socket would
//! take its number, and be written into. In its place comes what can be neither read nor written.
void holdStandardFiles()
{
    for (int file = STDIN_FILENO; file <= STDERR_FILENO; ++file) {
        if (fcntl(file, F_GETFD) < 0 && errno == EBADF)
            (void)open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

//! What PatienceNote says, ready before the signal: a handler may only write it.
std::string patienceText;

//! Says on a terminal, when no answer has come for a while, what may be waited for.
class PatienceNote
{
public:
    PatienceNote(const Output &out, const Json &params)
        : m_wanted(out.errorIsTerminal() && !out.isQuiet() && !out.isJson())
    {
        if (!m_wanted)
            return;
        const Json &account = params["account"];
        patienceText = account.isText() ? "Waiting for " + harmless(params["service"].text()) + '/'
                                              + harmless(account.text()) + ". "
                                        : std::string("Waiting for the agent. ");
        patienceText += "If you are asked about it: answer in Latchkey's window, or with "
                        "\"latchkey approve\" in another terminal.\n";
        struct sigaction action = {};
        action.sa_handler = &say;
        (void)sigaction(SIGALRM, &action, &m_before);
        setTimer(700'000);
    }
    ~PatienceNote()
    {
        if (!m_wanted)
            return;
        // A timer that is left would outlive an exec.
        setTimer(0);
        (void)sigaction(SIGALRM, &m_before, nullptr);
    }
    PatienceNote(const PatienceNote &) = delete;
    PatienceNote &operator=(const PatienceNote &) = delete;

private:
    static void say(int)
    {
        const int before = errno;
        (void)!write(STDERR_FILENO, patienceText.data(), patienceText.size());
        errno = before;
    }
    static void setTimer(int microseconds)
    {
        itimerval once{};
        once.it_value.tv_usec = microseconds;
        (void)setitimer(ITIMER_REAL, &once, nullptr);
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
    const PatienceNote note(out, params);
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
    holdStandardFiles();
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
