// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTimer>

namespace apps {

//! Tells systemd how the program does (sd_notify(3)): one datagram to NOTIFY_SOCKET. Where nobody
//! wants to know, nothing happens.
class ServiceNotice
{
public:
    //! Reads the environment and clears it, so that programs we start do not speak in our name.
    ServiceNotice();

    //! It serves from now on; also after reloading(). \a status is what `systemctl status` shows.
    void ready(const QString &status);
    void reloading();
    void stopping(const QString &status);

private:
    void send(const QByteArray &text) const;

    QByteArray m_address;
    QTimer m_watchdog;
};

} // namespace apps
