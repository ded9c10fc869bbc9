// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doors/checkup.h"

#include "cli/agentstart.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <latchkey/socketpath.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cli {

using latchkey::environmentText;

namespace {

constexpr mode_t othersMask = 077;

std::string linkTarget(const std::string &path)
{
    std::array<char, PATH_MAX> target{};
    const ssize_t size = ::readlink(path.c_str(), target.data(), target.size() - 1);
    return size < 0 ? std::string() : std::string(target.data(), static_cast<std::size_t>(size));
}

bool isSameFile(const std::string &a, const std::string &b)
{
    struct stat one = {};
    struct stat other = {};
    return ::stat(a.c_str(), &one) == 0 && ::stat(b.c_str(), &other) == 0
           && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

std::string inPath(const std::string &name)
{
    std::string_view rest = environmentText("PATH");
    while (!rest.empty()) {
        const std::size_t end = rest.find(':');
        const std::string file = std::string(rest.substr(0, end)) + '/' + name;
        if (::access(file.c_str(), X_OK) == 0)
            return file;
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return {};
}

//! Whether somebody answers; what the system says otherwise.
int connectTo(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        return ENAMETOOLONG;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int result =
        ::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 ? 0
                                                                                         : errno;
    ::close(fd);
    return result;
}

//! The lines that a program prints; nothing when it is not there or fails.
std::vector<std::string> linesOf(const std::vector<const char *> &command)
{
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        return {};
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(STDERR_FILENO);
        ::close(ends[0]);
        std::vector<char *> arguments;
        for (const char *const word : command)
            arguments.push_back(const_cast<char *>(word));
        arguments.push_back(nullptr);
        ::execvp(arguments.front(), arguments.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    std::string text;
    std::array<char, 4096> part{};
    ssize_t count = 0;
    while ((count = ::read(ends[0], part.data(), part.size())) > 0)
        text.append(part.data(), static_cast<std::size_t>(count));
    ::close(ends[0]);
    if (pid > 0)
        ::waitpid(pid, nullptr, 0);
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.erase(0, end == std::string::npos ? text.size() : end + 1);
    }
    return lines;
}

bool isOurHelper(const std::string &helper)
{
    return helper.find("latchkey") != std::string::npos;
}

} // namespace

bool Checkup::hasErrors() const
{
    return std::any_of(m_findings.begin(), m_findings.end(), [](const Finding &finding) {
        return finding.severity == "error";
    });
}

void lookAtSocket(const std::string &socket, Checkup &checkup)
{
    if (environmentText("XDG_RUNTIME_DIR").empty())
        checkup.warning("socket.folder",
                        "XDG_RUNTIME_DIR is not set, so the socket lies in a folder that stays "
                        "after a restart.",
                        "Sign in through systemd-logind, or set it to a private folder (0700).");
    if (!environmentText("LATCHKEY_SOCKET").empty())
        checkup.ok("socket.variable", "LATCHKEY_SOCKET names the socket: " + socket);
    const std::string folder = socket.substr(0, socket.rfind('/'));
    struct stat facts = {};
    const bool isUsual = environmentText("LATCHKEY_SOCKET").empty();
    if (isUsual && ::stat(folder.c_str(), &facts) == 0) {
        if (facts.st_uid != ::geteuid())
            checkup.error("socket.owner",
                          "The socket's folder " + folder + " belongs to somebody else.",
                          "Remove it, or point LATCHKEY_SOCKET elsewhere.");
        else if ((facts.st_mode & othersMask) != 0)
            checkup.error("socket.modes",
                          "The socket's folder " + folder + " is open to others.",
                          "Close it: chmod 700 '" + folder + "'");
    }
    if (::stat(socket.c_str(), &facts) != 0)
        return; // that no agent runs is said elsewhere
    if ((facts.st_mode & othersMask) != 0)
        checkup.error("socket.modes",
                      "The socket " + socket + " is open to others.",
                      "Close it: chmod 600 '" + socket + "'");
    const int trouble = connectTo(socket);
    if (trouble == ECONNREFUSED)
        checkup.warning("socket.stale",
                        "The socket " + socket + " is left over from an agent that has gone.",
                        "The next agent replaces it: latchkey daemon start");
    else if (trouble != 0 && trouble != EAGAIN)
        checkup.error("socket",
                      "The socket " + socket + " cannot be used: " + std::strerror(trouble) + '.',
                      "Remove it and start an agent: latchkey daemon start");
    else
        checkup.ok("socket", "The agent answers at " + socket + '.');
}

void lookAtAgent(const latchkey::Status &status, Checkup &checkup)
{
    if (status.version != LATCHKEY_VERSION)
        checkup.warning("agent.version",
                        "The agent is of version " + status.version + ", this program of "
                            + LATCHKEY_VERSION + '.',
                        "Start it anew: latchkey daemon stop; latchkey daemon start");
    const std::string running = linkTarget("/proc/" + std::to_string(status.pid) + "/exe");
    constexpr std::string_view gone = " (deleted)";
    if (running.ends_with(gone))
        checkup.warning("agent.replaced",
                        "The agent's program was replaced while it ran.",
                        "Start it anew: latchkey daemon stop; latchkey daemon start");
}

void lookAtPrograms(Checkup &checkup)
{
    const std::string own = linkTarget("/proc/self/exe");
    const std::string daemon = agentProgram();
    if (daemon.empty())
        checkup.error("programs.agent",
                      "The agent's program, latchkeyd, is neither beside this one nor in PATH.",
                      "Install Latchkey whole, or add its folder to PATH.");
    const std::string found = inPath("latchkey");
    if (found.empty())
        checkup.warning("programs.path",
                        "PATH does not find latchkey, so git and other programs do not either.",
                        "Add its folder to PATH"
                            + (own.empty() ? std::string() : ": " + own.substr(0, own.rfind('/')))
                            + '.');
    else if (!own.empty() && !isSameFile(found, own))
        checkup.warning("programs.path",
                        "PATH finds another latchkey: " + found + " instead of " + own + '.',
                        "Remove the one that is too much, or change the order in PATH.");
    const std::string other = inPath("latchkeyd");
    if (!daemon.empty() && daemon.find('/') != std::string::npos && !other.empty()
        && !isSameFile(daemon, other))
        checkup.warning("programs.agent",
                        "PATH finds another agent: " + other + " instead of " + daemon + '.',
                        "Remove the one that is too much.");
}

void lookAtEnvironment(Checkup &checkup)
{
    // Names only, never what is in them.
    constexpr std::array<std::string_view, 14> shadows{"AWS_ACCESS_KEY_ID",
                                                       "AWS_SECRET_ACCESS_KEY",
                                                       "AWS_SESSION_TOKEN",
                                                       "GITHUB_TOKEN",
                                                       "GH_TOKEN",
                                                       "GITLAB_TOKEN",
                                                       "BITBUCKET_TOKEN",
                                                       "OPENAI_API_KEY",
                                                       "ANTHROPIC_API_KEY",
                                                       "NPM_TOKEN",
                                                       "HF_TOKEN",
                                                       "GOOGLE_APPLICATION_CREDENTIALS",
                                                       "VAULT_TOKEN",
                                                       "GIT_ASKPASS"};
    std::string names;
    for (const std::string_view name : shadows) {
        if (!environmentText(std::string(name).c_str()).empty())
            names += (names.empty() ? "" : ", ") + std::string(name);
    }
    if (!names.empty())
        checkup.warning(
            "environment",
            "These variables are set; programs take them before they ask Latchkey: " + names + '.',
            "Remove them from your shell's files, and give them to the programs that "
            "need them: latchkey run --env NAME=auth://… -- PROGRAM");
}

void lookAtGit(Checkup &checkup)
{
    if (inPath("git").empty())
        return;
    const std::vector<std::string> helpers =
        linesOf({"git", "config", "--get-all", "credential.helper"});
    // An empty value forgets the ones before it (gitcredentials(7)).
    std::vector<std::string> inForce;
    for (const std::string &helper : helpers) {
        if (helper.empty())
            inForce.clear();
        else
            inForce.push_back(helper);
    }
    const auto ours = std::find_if(inForce.begin(), inForce.end(), &isOurHelper);
    if (ours == inForce.end())
        checkup.ok("git",
                   "git does not ask Latchkey; it would with: git config --global "
                   "credential.helper latchkey");
    else if (ours != inForce.begin())
        checkup.warning("git.order",
                        "git asks \"" + inForce.front() + "\" before Latchkey.",
                        "Put Latchkey first in your ~/.gitconfig, or remove the other helper.");
    else
        checkup.ok("git", "git asks Latchkey first.");
    const std::string stored = latchkey::homeFolder() + "/.git-credentials";
    struct stat facts = {};
    if (::stat(stored.c_str(), &facts) == 0 && facts.st_size > 0)
        checkup.warning("git.stored",
                        "git keeps passwords in the clear in " + stored + '.',
                        "Add those accounts to Latchkey, then remove the file and the helper "
                        "\"store\".");
}

} // namespace cli
