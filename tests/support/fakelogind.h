// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QObject>

//! The person as logind shows her: signed in or not.
class FakeLogindUser : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.User")
    Q_PROPERTY(QString State READ read)

public:
    [[nodiscard]] QString read() const
    {
        ++reads;
        return state;
    }
    QString state = QStringLiteral("active");
    mutable int reads = 0;
};

//! Just enough of logind to say who is signed in.
class FakeLogins : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    explicit FakeLogins(QDBusConnection bus)
        : m_bus(std::move(bus))
    {
        const auto all = QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals
                         | QDBusConnection::ExportAllProperties;
        m_bus.registerObject(QStringLiteral("/org/freedesktop/login1"), this, all);
        m_bus.registerObject(userPath, &user, all);
        m_bus.registerService(QStringLiteral("org.freedesktop.login1"));
    }

    //! The session's last process is still there, and nobody is signed in: a property changes.
    void tellOfClosing()
    {
        QDBusMessage told =
            QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/login1/session/_31"),
                                       QStringLiteral("org.freedesktop.DBus.Properties"),
                                       QStringLiteral("PropertiesChanged"));
        told << QStringLiteral("org.freedesktop.login1.Session")
             << QVariantMap{{QStringLiteral("Active"), false}} << QStringList();
        m_bus.send(told);
    }

    const QString userPath = QStringLiteral("/org/freedesktop/login1/user/me");
    FakeLogindUser user;
    bool isKnown = true;
public Q_SLOTS:
    QDBusObjectPath GetUser(uint)
    {
        if (isKnown)
            return QDBusObjectPath(userPath);
        ++user.reads;
        sendErrorReply(QStringLiteral("org.freedesktop.login1.NoSuchUser"),
                       QStringLiteral("User ID is not logged in or lingering"));
        return {};
    }

Q_SIGNALS:
    void SessionNew(const QString &id, const QDBusObjectPath &path);
    void SessionRemoved(const QString &id, const QDBusObjectPath &path);

private:
    QDBusConnection m_bus;
};
