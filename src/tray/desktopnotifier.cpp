// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/desktopnotifier.h"

#include "base/logging.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

namespace tray {

namespace {

const auto service = QStringLiteral("org.freedesktop.Notifications");
const auto path = QStringLiteral("/org/freedesktop/Notifications");
constexpr int answerWithin = 5000;

QDBusMessage call(const char *method)
{
    return QDBusMessage::createMethodCall(service, path, service, QString::fromLatin1(method));
}

} // namespace

DesktopNotifier::DesktopNotifier(QDBusConnection bus, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
{
    m_bus.connect(service,
                  path,
                  service,
                  QStringLiteral("ActionInvoked"),
                  this,
                  SLOT(takeAction(uint, QString)));
    m_bus.connect(service,
                  path,
                  service,
                  QStringLiteral("NotificationClosed"),
                  this,
                  SLOT(takeClosed(uint, uint)));
    auto *watcher =
        new QDBusServiceWatcher(service, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher,
            &QDBusServiceWatcher::serviceOwnerChanged,
            this,
            [this](const QString &, const QString &before, const QString &) {
                if (!before.isEmpty())
                    forgetServer();
            });
}

void DesktopNotifier::show(const core::Notification &notification)
{
    const auto known = m_shown.find(notification.matter);
    if (known != m_shown.end() && known->id == 0) {
        // The server has yet to give the first one's id; the newest follows then, in its place.
        known->withdrawn = false;
        known->next = notification;
        return;
    }
    if (known != m_shown.end())
        known->notification = notification;
    else
        m_shown.insert(notification.matter, {notification, 0, {}, false});
    if (m_known) {
        send(notification.matter);
    } else {
        m_waiting.append(notification.matter);
        askCapabilities();
    }
}

void DesktopNotifier::withdraw(const QString &matter)
{
    const auto known = m_shown.find(matter);
    if (known == m_shown.end())
        return;
    if (known->id == 0) {
        known->withdrawn = true;
        known->next.reset();
        return;
    }
    const uint id = known->id;
    m_shown.erase(known);
    close(id);
}

void DesktopNotifier::askCapabilities()
{
    if (m_asked)
        return;
    m_asked = true;
    auto *watcher =
        new QDBusPendingCallWatcher(m_bus.asyncCall(call("GetCapabilities"), answerWithin), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QStringList> reply = *watcher;
        m_capabilities = reply.isError() ? QStringList() : reply.value();
        m_known = !reply.isError();
        m_asked = false;
        const QStringList waiting = std::exchange(m_waiting, {});
        for (const QString &matter : waiting)
            send(matter);
        watcher->deleteLater();
    });
}

void DesktopNotifier::send(const QString &matter)
{
    const auto shown = m_shown.find(matter);
    if (shown == m_shown.end())
        return;
    if (shown->withdrawn && shown->id == 0) {
        m_shown.erase(shown);
        return;
    }
    const core::Notification &notification = shown->notification;
    QStringList actions;
    if (can("actions")) {
        actions << QStringLiteral("default") << tr("Open Latchkey");
        for (const core::NotificationAction &action : notification.actions)
            actions << action.key << action.label;
    }
    const QString body = can("body-markup") ? notification.body.toHtmlEscaped() : notification.body;
    const QVariantMap hints{
        {QStringLiteral("urgency"),
         QVariant::fromValue(static_cast<uchar>(static_cast<int>(notification.urgency)))},
        {QStringLiteral("desktop-entry"), QStringLiteral("latchkey")}};
    QDBusMessage message = call("Notify");
    message << QStringLiteral("Latchkey") << shown->id << QStringLiteral("latchkey")
            << notification.title << body << actions << hints << -1;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message, answerWithin), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, matter, watcher] {
        takeReply(matter, *watcher);
        watcher->deleteLater();
    });
}

void DesktopNotifier::takeReply(const QString &matter, const QDBusPendingCallWatcher &watcher)
{
    const QDBusPendingReply<uint> reply = watcher;
    const auto shown = m_shown.find(matter);
    if (shown == m_shown.end()) {
        // Withdrawn while its replacement was on the way.
        if (!reply.isError())
            close(reply.value());
        return;
    }
    if (reply.isError()) {
        qCInfo(lcDesktop,
               "No notification server answered: %ls.",
               qUtf16Printable(reply.error().name()));
        const core::Notification notification = shown->next.value_or(shown->notification);
        const bool withdrawn = shown->withdrawn;
        m_shown.erase(shown);
        m_known = false;
        if (m_fallback && !withdrawn)
            m_fallback(notification);
        return;
    }
    shown->id = reply.value();
    if (shown->withdrawn) {
        withdraw(matter);
    } else if (shown->next) {
        shown->notification = *std::exchange(shown->next, {});
        send(matter);
    }
}

void DesktopNotifier::takeAction(uint id, const QString &key)
{
    for (const Shown &shown : std::as_const(m_shown)) {
        if (shown.id == id) {
            const core::Notification notification = shown.notification;
            actionInvoked.announce(notification, key);
            return;
        }
    }
}

void DesktopNotifier::takeClosed(uint id, uint)
{
    m_shown.removeIf([id](const auto &entry) { return entry.value().id == id; });
}

void DesktopNotifier::close(uint id)
{
    QDBusMessage message = call("CloseNotification");
    message << id;
    m_bus.asyncCall(message, answerWithin);
}

void DesktopNotifier::forgetServer()
{
    // The next server knows none of the ids, and may be able to do other things.
    m_known = false;
    m_capabilities.clear();
    m_shown.removeIf([](const auto &entry) { return entry.value().id != 0; });
}

bool DesktopNotifier::can(const char *capability) const
{
    return m_capabilities.contains(QLatin1String(capability));
}

} // namespace tray
