// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"
#include "secret.h"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace latchkey {

using Milliseconds = std::chrono::milliseconds;

//! A moment at which waiting ends.
class Deadline
{
public:
    //! Waits for ever without one.
    explicit Deadline(std::optional<Milliseconds> in)
    {
        if (in)
            m_at = std::chrono::steady_clock::now() + *in;
    }

    //! For poll(): -1 for ever, 0 when it is over.
    [[nodiscard]] int left() const
    {
        if (!m_at)
            return -1;
        const auto left =
            std::chrono::ceil<Milliseconds>(*m_at - std::chrono::steady_clock::now()).count();
        return left <= 0 ? 0 : static_cast<int>(left < 86'400'000 ? left : 86'400'000);
    }

private:
    std::optional<std::chrono::steady_clock::time_point> m_at;
};

//! Lines over a connected socket: never blocks beyond its deadline, never raises SIGPIPE, and
//! overwrites what went through it.
class Connection
{
public:
    //! Takes a connected stream socket. Readable \a interruptFd (-1: none) ends every wait.
    explicit Connection(int fd, int interruptFd = -1)
        : m_fd(fd)
        , m_interruptFd(interruptFd)
    {
        const int flags = fcntl(m_fd, F_GETFL);
        if (flags >= 0)
            (void)fcntl(m_fd, F_SETFL, flags | O_NONBLOCK);
    }
    Connection(Connection &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
        , m_interruptFd(other.m_interruptFd)
        , m_buffer(std::move(other.m_buffer))
        , m_taken(std::exchange(other.m_taken, 0))
    {}
    Connection &operator=(Connection &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        std::swap(m_interruptFd, other.m_interruptFd);
        std::swap(m_buffer, other.m_buffer);
        std::swap(m_taken, other.m_taken);
        return *this;
    }
    ~Connection()
    {
        wipe(m_buffer.data(), m_buffer.size());
        if (m_fd >= 0)
            ::close(m_fd);
    }

    //! NoAgent: nobody listens there. Denied: it belongs to another user.
    [[nodiscard]] static Result<Connection> to(const std::string &path,
                                               const Deadline &deadline,
                                               int interruptFd = -1)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (path.empty() || path.size() >= sizeof address.sun_path)
            return Error{ErrorCode::InvalidInput,
                         "The path of the agent's socket is too long: " + path,
                         "Set LATCHKEY_SOCKET or XDG_RUNTIME_DIR to something shorter.",
                         false};
        std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
#ifdef SOCK_CLOEXEC
        const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
#else
        const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
        if (fd >= 0)
            (void)fcntl(fd, F_SETFD, FD_CLOEXEC);
#endif
        if (fd < 0)
            return failed("No socket could be made", errno);
        Connection connection(fd, interruptFd);
#ifdef SO_NOSIGPIPE
        const int on = 1;
        (void)setsockopt(fd, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
        const auto *where = reinterpret_cast<const sockaddr *>(&address);
        while (::connect(fd, where, sizeof address) != 0) {
            if (errno == EINTR)
                continue;
            // The queue of a busy agent is full: there is nothing to poll for but time.
            if (errno != EAGAIN)
                return notThere(path, errno);
            if (deadline.left() == 0)
                return timedOut();
            pollfd nothing{-1, 0, 0};
            (void)::poll(&nothing, 1, 5);
        }
        if (!connection.isOfThisUser())
            return Error{ErrorCode::Denied,
                         "The socket " + path + " belongs to another user.",
                         "Check LATCHKEY_SOCKET and XDG_RUNTIME_DIR.",
                         false};
        return connection;
    }

    //! Sends it and the line's end. Whatever went wrong, the connection is of no use afterwards.
    [[nodiscard]] Result<> send(std::string_view text, const Deadline &deadline)
    {
        while (!text.empty()) {
#ifdef MSG_NOSIGNAL
            const ssize_t sent = ::send(m_fd, text.data(), text.size(), MSG_NOSIGNAL);
#else
            const ssize_t sent = ::send(m_fd, text.data(), text.size(), 0);
#endif
            if (sent > 0) {
                text.remove_prefix(static_cast<std::size_t>(sent));
            } else if (sent < 0 && errno == EINTR) {
                continue;
            } else if (sent < 0 && errno == EAGAIN) {
                if (const auto ready = wait(POLLOUT, deadline); !ready)
                    return ready.error();
            } else {
                return ended();
            }
        }
        return {};
    }

    //! The next line without its end, valid until the next call.
    [[nodiscard]] Result<std::string_view> line(const Deadline &deadline)
    {
        // What was given out last is over.
        wipe(m_buffer.data(), m_taken);
        m_buffer.erase(0, std::exchange(m_taken, 0));
        std::size_t seen = 0;
        while (true) {
            const std::size_t end = m_buffer.find('\n', seen);
            if (end != Bytes::npos) {
                m_taken = end + 1;
                return std::string_view(m_buffer).substr(0, end);
            }
            seen = m_buffer.size();
            if (seen > longestLine)
                return Error{ErrorCode::Corrupt,
                             "The agent's answer is longer than 64 MiB.",
                             "Ask for less at a time.",
                             false};
            if (const auto more = readMore(deadline); !more)
                return more.error();
        }
    }

    [[nodiscard]] int descriptor() const
    {
        return m_fd;
    }
    //! Whether a whole line is there already.
    [[nodiscard]] bool hasLine() const
    {
        return m_buffer.find('\n', m_taken) != Bytes::npos;
    }

private:
    static constexpr std::size_t longestLine = std::size_t(64) << 20;

    [[nodiscard]] Result<> readMore(const Deadline &deadline)
    {
        const std::size_t size = m_buffer.size();
        if (m_buffer.capacity() < size + 4096)
            m_buffer.reserve(size < 8192 ? 16384 : size * 2);
        m_buffer.resize(m_buffer.capacity());
        while (true) {
            const ssize_t got = ::recv(m_fd, m_buffer.data() + size, m_buffer.size() - size, 0);
            if (got > 0) {
                m_buffer.resize(size + static_cast<std::size_t>(got));
                return {};
            }
            if (got < 0 && errno == EINTR)
                continue;
            if (got == 0 || errno != EAGAIN) {
                m_buffer.resize(size);
                return ended();
            }
            if (const auto ready = wait(POLLIN, deadline); !ready) {
                m_buffer.resize(size);
                return ready.error();
            }
        }
    }

    [[nodiscard]] Result<> wait(short what, const Deadline &deadline) const
    {
        while (true) {
            pollfd both[] = {{m_fd, what, 0}, {m_interruptFd, POLLIN, 0}};
            const int ready = ::poll(both, m_interruptFd < 0 ? 1 : 2, deadline.left());
            if (ready > 0 && m_interruptFd >= 0 && both[1].revents != 0)
                return Error{ErrorCode::Cancelled, "Stopped.", {}, false};
            if (ready > 0)
                return {};
            if (ready == 0 && deadline.left() == 0)
                return timedOut();
            if (ready < 0 && errno != EINTR)
                return failed("Waiting for the agent did not work", errno);
        }
    }

    [[nodiscard]] bool isOfThisUser() const
    {
#ifdef SO_PEERCRED
        ucred peer{};
        socklen_t size = sizeof peer;
        return getsockopt(m_fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
               && peer.uid == geteuid();
#else
        uid_t user = 0;
        gid_t group = 0;
        return getpeereid(m_fd, &user, &group) == 0 && user == geteuid();
#endif
    }

    static Error failed(const std::string &what, int number)
    {
        return {ErrorCode::Internal, what + ": " + std::strerror(number) + '.', {}, true};
    }
    static Error notThere(const std::string &path, int number)
    {
        if (number == ENOENT || number == ECONNREFUSED || number == ENOTDIR)
            return {ErrorCode::NoAgent,
                    "No agent is running (nobody listens at " + path + ").",
                    "Start it with \"latchkey daemon start\", or start Latchkey's tray icon.",
                    true};
        return {number == EACCES || number == EPERM ? ErrorCode::Denied : ErrorCode::NoAgent,
                "The agent's socket " + path + " cannot be used: " + std::strerror(number) + '.',
                "Check who owns it; \"latchkey doctor\" looks closer.",
                false};
    }
    static Error timedOut()
    {
        return {ErrorCode::TimedOut,
                "The agent did not answer in time.",
                "Try again; \"latchkey daemon status\" says how the agent is.",
                true};
    }
    static Error ended()
    {
        return {ErrorCode::Unreachable,
                "The agent closed the connection.",
                "Try again; \"latchkey daemon logs\" may say why.",
                true};
    }

    int m_fd = -1;
    int m_interruptFd = -1;
    Bytes m_buffer;
    std::size_t m_taken = 0; //!< how much of it the last line() gave out
};

} // namespace latchkey
