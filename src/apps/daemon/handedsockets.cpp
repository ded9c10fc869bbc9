// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/handedsockets.h"

#include <QCoreApplication>
#include <QStringList>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace apps {

#ifdef Q_OS_UNIX

namespace {

constexpr int firstHanded = 3; // SD_LISTEN_FDS_START
constexpr int mostHanded = 16;

int option(int file, int name)
{
    int value = -1;
    socklen_t size = sizeof value;
    return getsockopt(file, SOL_SOCKET, name, &value, &size) == 0 ? value : -1;
}

bool isListening(int file)
{
    sockaddr address = {};
    socklen_t size = sizeof address;
    return option(file, SO_TYPE) == SOCK_STREAM && option(file, SO_ACCEPTCONN) == 1
           && getsockname(file, &address, &size) == 0 && address.sa_family == AF_UNIX;
}

} // namespace

base::Result<QList<Door::Handed>> takeHandedSockets()
{
    const QString pid = qEnvironmentVariable("LISTEN_PID");
    const int count = qEnvironmentVariableIntValue("LISTEN_FDS");
    const QStringList names = qEnvironmentVariable("LISTEN_FDNAMES").split(u':');
    for (const char *name : {"LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"})
        qunsetenv(name);
    if (pid != QString::number(getpid()) || count <= 0)
        return QList<Door::Handed>();
    QList<Door::Handed> sockets;
    for (int i = 0; i < std::min(count, mostHanded); ++i) {
        const int file = firstHanded + i;
        fcntl(file, F_SETFD, FD_CLOEXEC);
        if (!isListening(file))
            return base::fail(base::ErrorCode::InvalidInput,
                              QCoreApplication::translate(
                                  "latchkeyd",
                                  "Descriptor %1 that the service manager handed over is no "
                                  "listening socket of this machine.")
                                  .arg(file),
                              QCoreApplication::translate(
                                  "latchkeyd", "The unit needs ListenStream= with a path."));
        sockets += {file, names.value(i)};
    }
    return sockets;
}

void sendAway(const QList<Door::Handed> &sockets)
{
    for (const Door::Handed &socket : sockets) {
        for (;;) {
            pollfd waiting{socket.file, POLLIN, 0};
            if (poll(&waiting, 1, 0) != 1)
                break;
            const int guest = accept(socket.file, nullptr, nullptr);
            if (guest < 0)
                break;
            close(guest);
        }
        close(socket.file);
    }
}

#else

base::Result<QList<Door::Handed>> takeHandedSockets()
{
    return QList<Door::Handed>();
}

void sendAway(const QList<Door::Handed> &) {}

#endif

} // namespace apps
