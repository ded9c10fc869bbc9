// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/agentstart.h"

#include <climits>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

namespace cli {

using latchkey::Client;
using latchkey::Error;
using latchkey::ErrorCode;
using latchkey::Result;

namespace {

std::string ownFile()
{
    char path[PATH_MAX];
#ifdef __APPLE__
    uint32_t size = sizeof path;
    return _NSGetExecutablePath(path, &size) == 0 ? std::string(path) : std::string();
#else
    const ssize_t length = readlink("/proc/self/exe", path, sizeof path);
    return length > 0 ? std::string(path, static_cast<std::size_t>(length)) : std::string();
#endif
}

//! What the agent is to know of the way it is reached by.
void passOn(const latchkey::Options &options)
{
    if (!options.profile.empty())
        setenv("LATCHKEY_PROFILE", options.profile.c_str(), 1);
}

//! Only what is allowed between fork and exec. Never returns.
[[noreturn]] void become(const char *program, const char *const *arguments)
{
    execvp(program, const_cast<char *const *>(arguments));
    _exit(127);
}

Error notStarted(const std::string &what)
{
    return {
        ErrorCode::NoAgent,
        what,
        "Start \"latchkeyd --foreground\" by hand to see why; \"latchkey doctor\" looks closer.",
        true};
}

//! Several callers may have started an agent at once, and one of them won. Ours would end by
//! itself; unless the winner is told to stop before it has looked.
void endSurplus(pid_t child, Client &client)
{
#ifdef SO_PEERCRED
    ucred winner{};
    socklen_t size = sizeof winner;
    const int socket = client.connection().descriptor();
    if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &winner, &size) == 0 && winner.pid > 0
        && winner.pid != child)
        (void)kill(child, SIGTERM);
#else
    (void)child;
    (void)client;
#endif
}

//! A file without a name for what the agent complains of while it starts; it lets go of it once it
//! serves. -1: then its log is all there is.
int complaintsFile()
{
#ifdef MFD_CLOEXEC
    return memfd_create("latchkeyd complaints", MFD_CLOEXEC);
#else
    return -1;
#endif
}

//! Closes it on every way out.
struct Complaints
{
    explicit Complaints(int opened)
        : file(opened)
    {}
    ~Complaints()
    {
        if (file >= 0)
            close(file);
    }
    Complaints(const Complaints &) = delete;
    Complaints &operator=(const Complaints &) = delete;
    int file;
};

//! What the agent has said of why it does not start: message and remedy, a line each.
Error inItsWords(int complaints, Error otherwise)
{
    char text[4096];
    const ssize_t size = complaints < 0 ? 0 : pread(complaints, text, sizeof text, 0);
    if (size <= 0)
        return otherwise;
    const std::string_view said(text, static_cast<std::size_t>(size));
    const std::size_t end = said.find('\n');
    const std::string_view rest = said.substr(end == said.npos ? said.size() : end + 1);
    const std::string_view first = said.substr(0, end);
    if (first.empty())
        return otherwise;
    otherwise.message = "The agent cannot start: " + std::string(first);
    if (const std::string_view second = rest.substr(0, rest.find('\n')); !second.empty())
        otherwise.remedy = second;
    return otherwise;
}

Error endedWith(int status)
{
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
        return {ErrorCode::NoAgent,
                "The agent's program latchkeyd was not found.",
                "Install it beside latchkey, or start Latchkey's tray icon.",
                false};
    if (WIFEXITED(status))
        return notStarted("The agent ended at once with exit code "
                          + std::to_string(WEXITSTATUS(status)) + '.');
    return notStarted("The agent was ended at once by signal " + std::to_string(WTERMSIG(status))
                      + '.');
}

} // namespace

std::string agentProgram()
{
    const std::string own = ownFile();
    const std::string beside = own.substr(0, own.rfind('/') + 1) + "latchkeyd";
    if (!own.empty() && access(beside.c_str(), X_OK) == 0)
        return beside;
    return "latchkeyd";
}

Result<Client> startAgent(const latchkey::Options &options)
{
    const std::string program = agentProgram();
    const std::string usual = latchkey::runtimeFolder(options.profile) + "/agent.sock";
    std::vector<const char *> arguments{program.c_str()};
    if (options.socket != usual) {
        arguments.push_back("--socket");
        arguments.push_back(options.socket.c_str());
    }
    arguments.push_back(nullptr);

    const Complaints complaints{complaintsFile()};
    const pid_t child = fork();
    if (child < 0)
        return notStarted("The agent could not be started.");
    if (child == 0) {
        passOn(options);
        setsid();
        const int nothing = open("/dev/null", O_RDWR);
        dup2(nothing, STDIN_FILENO);
        dup2(nothing, STDOUT_FILENO);
        dup2(complaints.file < 0 ? nothing : complaints.file, STDERR_FILENO);
        // It must hold neither pipes nor the folder of whoever asked first.
        for (int fd = 3; fd < 256; ++fd)
            close(fd);
        (void)!chdir("/");
        become(program.c_str(), arguments.data());
    }

    const latchkey::Deadline deadline(std::chrono::seconds(5));
    bool lives = true;
    while (true) {
        auto client = Client::connect(options);
        if (client || client.error().code != ErrorCode::NoAgent) {
            if (client && lives)
                endSurplus(child, *client);
            return client;
        }
        int status = 0;
        // One that ends well has found another, which is about to listen.
        if (lives && waitpid(child, &status, WNOHANG) == child) {
            lives = false;
            if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
                return inItsWords(complaints.file, endedWith(status));
        }
        if (deadline.left() == 0)
            return inItsWords(
                complaints.file,
                notStarted("The agent was started but does not listen at " + options.socket + '.'));
        (void)poll(nullptr, 0, 10);
    }
}

Result<OwnAgent> ownAgent(const latchkey::Options &options)
{
    if (const auto running = Client::connect(options))
        return Error{ErrorCode::Conflict, "An agent is running.", "Leave out --direct.", false};
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return notStarted("No socket could be made for an agent.");
    for (const int fd : ends)
        (void)fcntl(fd, F_SETFD, FD_CLOEXEC);
    const std::string program = agentProgram();
    const char *const arguments[] = {program.c_str(), "--once", nullptr};
    const pid_t child = fork();
    if (child < 0) {
        close(ends[0]);
        close(ends[1]);
        return notStarted("The agent could not be started.");
    }
    if (child == 0) {
        passOn(options);
        dup2(ends[1], STDIN_FILENO);
        dup2(ends[1], STDOUT_FILENO);
        become(program.c_str(), arguments);
    }
    close(ends[1]);
    return OwnAgent{Client(latchkey::Connection(ends[0], options.interruptFd), options), child};
}

void awaitEnd(pid_t process)
{
    const latchkey::Deadline deadline(std::chrono::seconds(10));
    while (waitpid(process, nullptr, WNOHANG) == 0 && deadline.left() > 0)
        (void)poll(nullptr, 0, 5);
}

} // namespace cli
