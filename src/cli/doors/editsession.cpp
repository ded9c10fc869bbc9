// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doors/editsession.h"

#include "cli/doors/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace cli {

using latchkey::Bytes;
using latchkey::Error;
using latchkey::ErrorCode;
using latchkey::Result;

namespace {

Error failed(const std::string &what)
{
    return {ErrorCode::Internal, what + ": " + std::strerror(errno) + '.', {}, false};
}

void overwrite(const char *path)
{
    const int fd = ::open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    struct stat facts = {};
    if (fd < 0)
        return;
    if (::fstat(fd, &facts) == 0 && S_ISREG(facts.st_mode)) {
        const std::array<char, 4096> zeros{};
        off_t left = facts.st_size;
        while (left > 0) {
            const auto part =
                static_cast<std::size_t>(std::min<off_t>(left, static_cast<off_t>(zeros.size())));
            if (::write(fd, zeros.data(), part) <= 0)
                break;
            left -= static_cast<off_t>(part);
        }
        (void)::fsync(fd);
    }
    ::close(fd);
}

//! Also what the editor has left beside the file (swap files, copies).
void clean(const char *folder)
{
    DIR *const entries = ::opendir(folder);
    if (entries == nullptr)
        return;
    while (const dirent *const entry = ::readdir(entries)) {
        const std::string_view name(entry->d_name);
        if (name == "." || name == "..")
            continue;
        const std::string path = std::string(folder) + '/' + entry->d_name;
        struct stat facts = {};
        if (::lstat(path.c_str(), &facts) == 0 && S_ISDIR(facts.st_mode)) {
            clean(path.c_str()); // an editor's own backup folder
            continue;
        }
        overwrite(path.c_str());
        ::unlink(path.c_str());
    }
    ::closedir(entries);
    ::rmdir(folder);
}

std::string toClean; //!< the folder of the session under way
constexpr std::array<int, 4> fatal{SIGTERM, SIGHUP, SIGINT, SIGQUIT};

extern "C" void cleanAndEnd(int number)
{
    // Not what a handler may do by the book; the alternative is to leave the plain text lying.
    clean(toClean.c_str());
    std::signal(number, SIG_DFL);
    ::raise(number);
}

const char *variable(const char *name)
{
    const char *const value = std::getenv(name);
    return value != nullptr && *value != '\0' ? value : nullptr;
}

//! What is not written to a disk comes first.
std::string madeFolder()
{
    const char *const runtime = variable("XDG_RUNTIME_DIR");
    const char *const temporary = variable("TMPDIR");
    for (const char *const place : {runtime, "/dev/shm", temporary, "/tmp"}) {
        if (place == nullptr)
            continue;
        std::string folder = std::string(place) + "/latchkey-edit-XXXXXX";
        if (::mkdtemp(folder.data()) != nullptr) // 0700
            return folder;
    }
    return {};
}

std::string editor()
{
    for (const char *const name : {"SOPS_EDITOR", "VISUAL", "EDITOR"}) {
        if (const char *const value = variable(name))
            return value;
    }
    for (const char *const path :
         {"/usr/bin/editor", "/usr/bin/nano", "/usr/bin/vim", "/usr/bin/vi"}) {
        if (::access(path, X_OK) == 0)
            return path;
    }
    return {};
}

} // namespace

Result<EditSession> EditSession::begin(std::string_view name, std::string_view text)
{
    EditSession session;
    session.m_folder = madeFolder();
    if (session.m_folder.empty())
        return failed("No private folder can be made");
    toClean = session.m_folder;
    for (const int number : fatal)
        std::signal(number, &cleanAndEnd);
    session.m_path = session.m_folder + '/' + std::string(name.substr(name.rfind('/') + 1));
    const int fd = ::open(session.m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return failed("The plain text cannot be written");
    const bool written = writeOut(fd, text);
    ::close(fd);
    if (!written)
        return failed("The plain text cannot be written");
    return session;
}

EditSession::EditSession(EditSession &&other) noexcept
    : m_folder(std::exchange(other.m_folder, {}))
    , m_path(std::exchange(other.m_path, {}))
{}

EditSession::~EditSession()
{
    if (m_folder.empty())
        return;
    clean(m_folder.c_str());
    for (const int number : fatal)
        std::signal(number, SIG_DFL);
}

Result<> EditSession::edit() const
{
    const std::string program = editor();
    if (program.empty())
        return Error{
            ErrorCode::NotFound, "There is no editor.", "Name one: export EDITOR=nano", false};
    // The editor may be several words; the file is one, whatever its name has in it.
    const std::string command = program + " \"$1\"";
    // While the editor has the terminal, Ctrl-C is its own.
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGQUIT, SIG_IGN);
    const pid_t pid = ::fork();
    if (pid == 0) {
        for (const int number : fatal)
            std::signal(number, SIG_DFL);
        ::execl("/bin/sh", "sh", "-c", command.c_str(), "sh", m_path.c_str(), nullptr);
        ::_exit(127);
    }
    int status = 0;
    while (pid > 0 && ::waitpid(pid, &status, 0) < 0 && errno == EINTR) {}
    std::signal(SIGINT, &cleanAndEnd);
    std::signal(SIGQUIT, &cleanAndEnd);
    if (pid < 0)
        return failed("The editor cannot be started");
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return Error{ErrorCode::ToolFailed,
                     "The editor (" + program + ") ended with an error; nothing was written.",
                     {},
                     false};
    return {};
}

Result<Bytes> EditSession::text() const
{
    return readWhole(m_path);
}

} // namespace cli
