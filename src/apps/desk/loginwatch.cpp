// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/loginwatch.h"

#include "base/logging.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace apps {

namespace {

const auto logind = QStringLiteral("org.freedesktop.login1");
const auto logindPath = QStringLiteral("/org/freedesktop/login1");
const auto logindManager = QStringLiteral("org.freedesktop.login1.Manager");
const auto properties = QStringLiteral("org.freedesktop.DBus.Properties");
constexpr int patience = 5000; // ms

} // namespace

LoginWatch::LoginWatch(QDBusConnection system, qint64 uid)
    : m_system(std::move(system))
    , m_uid(uid)
{
    if (!m_system.isConnected()) {
        takeFailure({}, m_system.lastError().message());
        return;
    }
    // A session that is closing while a program in it lives on stays in the list, and nothing is
    // said of its state: that the session is not active any more is.
    for (const char *signal : {"SessionNew", "SessionRemoved", "UserRemoved"})
        m_system.connect(
            logind, logindPath, logindManager, QString::fromLatin1(signal), this, SLOT(look()));
    m_system.connect(
        logind, {}, properties, QStringLiteral("PropertiesChanged"), this, SLOT(lookAt(QString)));
    look();
}

void LoginWatch::lookAt(const QString &changed)
{
    if (changed == QLatin1String("org.freedesktop.login1.Session")
        || changed == QLatin1String("org.freedesktop.login1.User"))
        look();
}

void LoginWatch::look()
{
    if (m_isAsking) {
        m_asksAgain = true;
        return;
    }
    m_isAsking = true;
    m_asksAgain = false;
    QDBusMessage call = QDBusMessage::createMethodCall(
        logind, logindPath, logindManager, QStringLiteral("GetUser"));
    call << static_cast<uint>(m_uid);
    auto *watcher = new QDBusPendingCallWatcher(m_system.asyncCall(call, patience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError())
            takeFailure(reply.error().name(), reply.error().message());
        else
            askState(reply.value().path());
    });
}

void LoginWatch::askState(const QString &user)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(logind, user, properties, QStringLiteral("Get"));
    call << QStringLiteral("org.freedesktop.login1.User") << QStringLiteral("State");
    auto *watcher = new QDBusPendingCallWatcher(m_system.asyncCall(call, patience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError())
            takeFailure(reply.error().name(), reply.error().message());
        else
            take(reply.value().variant().toString());
    });
}

//! As sd_uid_get_state(3) has the words.
void LoginWatch::take(const QString &state)
{
    const bool wasSignedIn = m_isSignedIn;
    m_isSignedIn = state == QLatin1String("online") || state == QLatin1String("active")
                   || (m_isSignedIn && state == QLatin1String("opening"));
    m_isAsking = false;
    if (m_asksAgain)
        look();
    if (wasSignedIn && !m_isSignedIn) {
        qCInfo(lcAgent) << "The login session has ended.";
        ended.announce();
    }
}

void LoginWatch::takeFailure(const QString &name, const QString &message)
{
    // Who has signed out and has nothing left running is not known any more.
    if (name == QLatin1String("org.freedesktop.login1.NoSuchUser"))
        return take(QStringLiteral("offline"));
    m_isAsking = false;
    if (!std::exchange(m_hasComplained, true))
        qCInfo(lcAgent).noquote() << "logind does not tell when the login session ends;"
                                  << "what is allowed for a session holds until the agent ends:"
                                  << message;
    if (m_asksAgain)
        look();
}

} // namespace apps
