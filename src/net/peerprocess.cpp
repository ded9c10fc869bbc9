// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/peerprocess.h"

#ifdef Q_OS_LINUX
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace net {

#ifdef Q_OS_LINUX

namespace {

// Debian 12's headers are older than the option, and its C library than the call.
#ifdef SO_PEERPIDFD
constexpr int peerHandleOption = SO_PEERPIDFD;
#elif defined(__hppa__) || defined(__sparc__)
constexpr int peerHandleOption = -1; // these count their own way
#else
constexpr int peerHandleOption = 77;
#endif

//! The system or what confines us does not know the call, which is nobody's fault.
bool isUnknown(int error)
{
    return error == ENOPROTOOPT || error == EOPNOTSUPP || error == ENOSYS || error == EPERM
           || error == EACCES;
}

} // namespace

std::shared_ptr<const PeerProcess> PeerProcess::of(int socket, qint64 pid)
{
    int handle = -1;
    socklen_t size = sizeof handle;
    if (::getsockopt(socket, SOL_SOCKET, peerHandleOption, &handle, &size) == 0)
        return std::make_shared<PeerProcess>(handle);
    // Whatever else goes wrong (it has ended, no descriptors are left): nobody can vouch for it.
    if (!isUnknown(errno))
        return std::make_shared<PeerProcess>(-1);
    if (pid <= 0)
        return {};
    handle = int(::syscall(SYS_pidfd_open, pid_t(pid), 0));
    if (handle < 0 && isUnknown(errno))
        return {};
    return std::make_shared<PeerProcess>(handle);
}

PeerProcess::~PeerProcess()
{
    if (m_handle >= 0)
        ::close(m_handle);
}

bool PeerProcess::hasEnded() const
{
    if (m_handle < 0)
        return true;
    pollfd asked{m_handle, POLLIN, 0};
    int told = 0;
    do {
        told = ::poll(&asked, 1, 0);
    } while (told < 0 && errno == EINTR);
    return told != 0;
}

#else

std::shared_ptr<const PeerProcess> PeerProcess::of(int, qint64)
{
    return {};
}

PeerProcess::~PeerProcess() = default;

bool PeerProcess::hasEnded() const
{
    return m_handle < 0;
}

#endif

} // namespace net
