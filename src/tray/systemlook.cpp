// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/systemlook.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QEvent>
#include <QGuiApplication>
#include <QPalette>

namespace tray {

namespace {

const auto portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const auto portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const auto portalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const auto appearance = QStringLiteral("org.freedesktop.appearance");
const auto colorScheme = QStringLiteral("color-scheme");
const auto gnomeInterface = QStringLiteral("org.gnome.desktop.interface");
const auto animations = QStringLiteral("enable-animations");

} // namespace

SystemLook::SystemLook(QObject *parent)
    : QObject(parent)
{
    qGuiApp->installEventFilter(this);
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(portalService,
                portalPath,
                portalSettings,
                QStringLiteral("SettingChanged"),
                this,
                SLOT(followPortal(QString, QString, QDBusVariant)));
    ask(appearance, colorScheme);
    ask(gnomeInterface, animations);
}

bool SystemLook::isDark() const
{
    if (m_portalDark)
        return *m_portalDark;
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness()
           < palette.color(QPalette::WindowText).lightness();
}

bool SystemLook::isPanelDark() const
{
    // These have dark bars out of the box, whatever the windows are.
    const QString desktop = qEnvironmentVariable("XDG_CURRENT_DESKTOP").toLower();
    for (const char *dark : {"gnome", "unity", "xfce", "cinnamon", "budgie", "pantheon"}) {
        if (desktop.contains(QLatin1String(dark)))
            return true;
    }
    return isDark();
}

bool SystemLook::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qGuiApp && event->type() == QEvent::ApplicationPaletteChange && !m_portalDark)
        Q_EMIT changed();
    return QObject::eventFilter(watched, event);
}

void SystemLook::ask(const QString &group, const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        portalService, portalPath, portalSettings, QStringLiteral("Read"));
    call << group << key;
    // A portal that is not there must not be started for this, and must not hold us up.
    call.setAutoStartService(false);
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, group, key, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            take(group, key, reply.value().variant());
        watcher->deleteLater();
    });
}

void SystemLook::followPortal(const QString &group, const QString &key, const QDBusVariant &value)
{
    take(group, key, value.variant());
}

void SystemLook::take(const QString &group, const QString &key, QVariant value)
{
    // Read wraps its value twice (a known slip of the portal's first version).
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    if (group == appearance && key == colorScheme) {
        const uint scheme = value.toUInt();
        m_portalDark = scheme == 1   ? std::optional(true)
                       : scheme == 2 ? std::optional(false)
                                     : std::nullopt;
    } else if (group == gnomeInterface && key == animations) {
        m_motionReduced = !value.toBool();
    } else {
        return;
    }
    Q_EMIT changed();
}

} // namespace tray
