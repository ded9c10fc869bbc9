// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>

namespace net {

//! The process at the other end of a local connection, by a handle of the system (pidfd). A
//! process id is given to somebody else once its process has ended; a handle never is.
class PeerProcess
{
public:
    //! Who called connect() on \a socket (SO_PEERPIDFD, Linux 6.5); before that, who has the number
    //! \a pid now. Null: the system has no such handles.
    [[nodiscard]] static std::shared_ptr<const PeerProcess> of(int socket, qint64 pid);
    //! Owns \a handle; -1: of a process that has ended.
    explicit PeerProcess(int handle)
        : m_handle(handle)
    {}
    ~PeerProcess();
    PeerProcess(const PeerProcess &) = delete;
    PeerProcess &operator=(const PeerProcess &) = delete;

    //! Whatever is found below its number from now on may be another process. While this is false,
    //! all that was found so far was of the one that connected.
    [[nodiscard]] bool hasEnded() const;

private:
    int m_handle;
};

} // namespace net
