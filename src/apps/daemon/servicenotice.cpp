// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/servicenotice.h"

#include <QCoreApplication>

#ifdef Q_OS_LINUX
#include <cstring>
#include <ctime>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

namespace apps {

ServiceNotice::ServiceNotice()
    : m_address(qgetenv("NOTIFY_SOCKET"))
{
    const qint64 microseconds = qEnvironmentVariable("WATCHDOG_USEC").toLongLong();
    const QString whose = qEnvironmentVariable("WATCHDOG_PID");
    for (const char *name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
        qunsetenv(name);
    const bool isOurs =
        whose.isEmpty() || whose == QString::number(QCoreApplication::applicationPid());
    if (microseconds <= 0 || !isOurs)
        return;
    // Half the time is what sd_watchdog_enabled(3) recommends.
    m_watchdog.setInterval(static_cast<int>(std::max<qint64>(microseconds / 2000, 100)));
    QObject::connect(&m_watchdog, &QTimer::timeout, &m_watchdog, [this] { send("WATCHDOG=1"); });
}

void ServiceNotice::ready(const QString &status)
{
    send("READY=1\nSTATUS=" + status.toUtf8());
    if (m_watchdog.interval() > 0)
        m_watchdog.start();
}

void ServiceNotice::reloading()
{
#ifdef Q_OS_LINUX
    timespec now = {};
    clock_gettime(CLOCK_MONOTONIC, &now);
    send("RELOADING=1\nMONOTONIC_USEC="
         + QByteArray::number(qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000));
#endif
}

void ServiceNotice::stopping(const QString &status)
{
    send("STOPPING=1\nSTATUS=" + status.toUtf8());
}

void ServiceNotice::send([[maybe_unused]] const QByteArray &text) const
{
#ifdef Q_OS_LINUX
    sockaddr_un address = {};
    if (m_address.isEmpty() || m_address.size() >= qsizetype(sizeof address.sun_path))
        return;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, m_address.constData(), size_t(m_address.size()));
    if (address.sun_path[0] == '@') // an abstract name
        address.sun_path[0] = '\0';
    const int file = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (file < 0)
        return;
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + size_t(m_address.size()));
    // Whether anybody listens is not ours to care for.
    [[maybe_unused]] const ssize_t sent = sendto(file,
                                                 text.constData(),
                                                 size_t(text.size()),
                                                 MSG_NOSIGNAL,
                                                 reinterpret_cast<const sockaddr *>(&address),
                                                 length);
    close(file);
#endif
}

} // namespace apps
