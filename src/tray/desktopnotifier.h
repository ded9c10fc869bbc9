// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <QDBusConnection>
#include <QHash>
#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QDBusPendingCallWatcher;
QT_END_NAMESPACE

namespace tray {

//! Notifications through org.freedesktop.Notifications: one a matter, with buttons where the server
//! has them. Without a server the fallback (the tray's plain messages) is used.
class DesktopNotifier : public QObject, public core::Notifications
{
    Q_OBJECT

public:
    using Fallback = std::function<void(const core::Notification &)>;

    explicit DesktopNotifier(QDBusConnection bus = QDBusConnection::sessionBus(),
                             QObject *parent = nullptr);

    //! What shows a notification when no server answers.
    void setFallback(Fallback fallback) { m_fallback = std::move(fallback); }

    void show(const core::Notification &notification) override;
    void withdraw(const QString &matter) override;

private Q_SLOTS:
    void takeAction(uint id, const QString &key);
    void takeClosed(uint id, uint reason);

private:
    //! A matter that the server knows or is being told of.
    struct Shown
    {
        core::Notification notification;
        uint id = 0; //!< 0: the server has not answered yet
        std::optional<core::Notification> next; //!< came while it had not
        bool withdrawn = false; //!< while it had not
    };

    void askCapabilities();
    void send(const QString &matter);
    void takeReply(const QString &matter, const QDBusPendingCallWatcher &watcher);
    void close(uint id);
    void forgetServer();
    [[nodiscard]] bool can(const char *capability) const;

    QDBusConnection m_bus;
    Fallback m_fallback;
    QHash<QString, Shown> m_shown; //!< by matter
    QStringList m_capabilities;
    bool m_asked = false;
    bool m_known = false; //!< the capabilities have come
    QStringList m_waiting; //!< matters that wait for the capabilities
};

} // namespace tray
