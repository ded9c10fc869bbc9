// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace tray {

//! Hears from logind and from the screen saver when the computer is about to sleep and when the
//! screen is locked. Holds sleep back until everybody who listens to suspending() has returned.
//! (Time that was slept through is noticed by the scheduler, which looks at the wall clock.)
class SessionWatch : public QObject
{
    Q_OBJECT

public:
    explicit SessionWatch(QDBusConnection system = QDBusConnection::systemBus(),
                          QDBusConnection session = QDBusConnection::sessionBus(),
                          QObject *parent = nullptr);

    //! Whether a locked screen hides everything at this moment, as far as the desktop tells.
    [[nodiscard]] bool isScreenLocked() const { return m_locked; }

Q_SIGNALS:
    void suspending();
    void resumed();
    void screenLocked();
    void screenUnlocked();

private Q_SLOTS:
    void takeSleep(bool begins);
    void takeLock();
    void takeUnlock();
    void takeScreenSaver(bool active);

private:
    void holdSleep();
    void findSession();

    QDBusConnection m_system;
    QDBusUnixFileDescriptor m_hold;
    bool m_locked = false;
};

} // namespace tray
