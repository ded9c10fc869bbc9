// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/sessionwatch.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace tray {

namespace {

const auto logind = QStringLiteral("org.freedesktop.login1");
const auto logindPath = QStringLiteral("/org/freedesktop/login1");
const auto logindManager = QStringLiteral("org.freedesktop.login1.Manager");
const auto logindSession = QStringLiteral("org.freedesktop.login1.Session");

QDBusMessage askLogind(const char *method)
{
    return QDBusMessage::createMethodCall(
        logind, logindPath, logindManager, QString::fromLatin1(method));
}

} // namespace

SessionWatch::SessionWatch(QDBusConnection system, QDBusConnection session, QObject *parent)
    : QObject(parent)
    , m_system(std::move(system))
{
    if (m_system.isConnected()) {
        m_system.connect(logind,
                         logindPath,
                         logindManager,
                         QStringLiteral("PrepareForSleep"),
                         this,
                         SLOT(takeSleep(bool)));
        holdSleep();
        findSession();
    }
    if (session.isConnected()) {
        // The same signal under the names that the desktops give it.
        for (const char *name : {"org.freedesktop.ScreenSaver",
                                 "org.gnome.ScreenSaver",
                                 "org.mate.ScreenSaver",
                                 "org.cinnamon.ScreenSaver",
                                 "org.xfce.ScreenSaver"}) {
            session.connect({},
                            {},
                            QString::fromLatin1(name),
                            QStringLiteral("ActiveChanged"),
                            this,
                            SLOT(takeScreenSaver(bool)));
        }
    }
}

void SessionWatch::holdSleep()
{
    QDBusMessage call = askLogind("Inhibit");
    call << QStringLiteral("sleep") << QStringLiteral("Latchkey")
         << tr("Locks before the computer sleeps") << QStringLiteral("delay");
    auto *watcher = new QDBusPendingCallWatcher(m_system.asyncCall(call, 5000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (!reply.isError())
            m_hold = reply.value();
        watcher->deleteLater();
    });
}

void SessionWatch::findSession()
{
    QDBusMessage call = askLogind("GetSessionByPID");
    call << static_cast<uint>(QCoreApplication::applicationPid());
    auto *watcher = new QDBusPendingCallWatcher(m_system.asyncCall(call, 5000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (!reply.isError()) {
            const QString path = reply.value().path();
            m_system.connect(
                logind, path, logindSession, QStringLiteral("Lock"), this, SLOT(takeLock()));
            m_system.connect(
                logind, path, logindSession, QStringLiteral("Unlock"), this, SLOT(takeUnlock()));
        }
        watcher->deleteLater();
    });
}

void SessionWatch::takeSleep(bool begins)
{
    if (!begins) {
        holdSleep();
        Q_EMIT resumed();
        return;
    }
    Q_EMIT suspending();
    m_hold = {}; // closing it lets the computer sleep
}

void SessionWatch::takeLock()
{
    m_locked = true;
    Q_EMIT screenLocked();
}

void SessionWatch::takeUnlock()
{
    if (std::exchange(m_locked, false))
        Q_EMIT screenUnlocked();
}

void SessionWatch::takeScreenSaver(bool active)
{
    if (active)
        takeLock();
    else
        takeUnlock();
}

} // namespace tray
