// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

#include <csignal>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

//! A connection to a local socket that a process of its own has opened, while we hold its end as
//! well: it stays open when that process ends, as one does that was handed on.
class OtherEnd
{
public:
    explicit OtherEnd(const QString &path)
        : socket(::socket(AF_UNIX, SOCK_STREAM, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(path);
        std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()));
        int told[2] = {-1, -1};
        if (::pipe(told) != 0)
            return;
        pid = ::fork();
        if (pid == 0) {
            // Nothing but system calls: only this thread was copied.
            const void *const where = &address;
            const char done =
                ::connect(socket, static_cast<const sockaddr *>(where), sizeof address) == 0 ? 'y'
                                                                                             : 'n';
            const ssize_t written = ::write(told[1], &done, 1);
            while (written == 1)
                ::pause();
            ::_exit(0);
        }
        char done = 'n';
        isConnected = ::read(told[0], &done, 1) == 1 && done == 'y';
        ::close(told[0]);
        ::close(told[1]);
    }
    ~OtherEnd()
    {
        endProcess();
        ::close(socket);
    }
    OtherEnd(const OtherEnd &) = delete;
    OtherEnd &operator=(const OtherEnd &) = delete;

    //! Its number is free for somebody else afterwards.
    void endProcess()
    {
        if (pid <= 0)
            return;
        ::kill(pid, SIGKILL);
        ::waitpid(pid, nullptr, 0);
        pid = -1;
    }

    int socket;
    pid_t pid = -1;
    bool isConnected = false;
};
