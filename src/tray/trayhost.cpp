// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/trayhost.h"

#include <QGuiApplication>
#include <QImage>
#include <QPixmap>
#include <QScreen>
#include <QSystemTrayIcon>

#include <algorithm>
#include <vector>

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include <QDBusConnection>
#include <QDBusConnectionInterface>

#include <cstdlib>
#include <memory>
#include <xcb/xcb.h>
#endif

namespace tray {

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)

namespace {

bool isWatcherThere()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    return bus.isConnected()
           && bus.interface()->isServiceRegistered(QStringLiteral("org.kde.StatusNotifierWatcher"));
}

//! The older way: who owns the selection _NET_SYSTEM_TRAY_S0 embeds icons.
bool isEmbedderThere()
{
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    xcb_connection_t *connection = x11 ? x11->connection() : nullptr;
    if (!connection)
        return false;
    const auto atomCookie = xcb_intern_atom(connection, 1, 19, "_NET_SYSTEM_TRAY_S0");
    const std::unique_ptr<xcb_intern_atom_reply_t, decltype(&std::free)> atom(
        xcb_intern_atom_reply(connection, atomCookie, nullptr), &std::free);
    if (!atom || atom->atom == XCB_ATOM_NONE)
        return false;
    const auto ownerCookie = xcb_get_selection_owner(connection, atom->atom);
    const std::unique_ptr<xcb_get_selection_owner_reply_t, decltype(&std::free)> owner(
        xcb_get_selection_owner_reply(connection, ownerCookie, nullptr), &std::free);
    return owner && owner->owner != XCB_WINDOW_NONE;
}

} // namespace

bool isTrayThere()
{
    return isWatcherThere() || isEmbedderThere();
}

#else

bool isTrayThere()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

#endif

std::optional<bool> isPanelDarkOnScreen()
{
    QScreen *screen = QGuiApplication::primaryScreen();
    if (!screen || QGuiApplication::platformName() != QLatin1String("xcb"))
        return {};
    const QRect whole = screen->geometry();
    const QRect free = screen->availableGeometry();
    // The strip below, above, left or right of what is free, and a line through its middle.
    QRect strip;
    if (free.bottom() < whole.bottom())
        strip = QRect(whole.left(), (free.bottom() + whole.bottom()) / 2, whole.width(), 1);
    else if (free.top() > whole.top())
        strip = QRect(whole.left(), (free.top() + whole.top()) / 2, whole.width(), 1);
    else if (free.right() < whole.right())
        strip = QRect((free.right() + whole.right()) / 2, whole.top(), 1, whole.height());
    else if (free.left() > whole.left())
        strip = QRect((free.left() + whole.left()) / 2, whole.top(), 1, whole.height());
    if (strip.isEmpty())
        return {};
    const QImage line =
        screen->grabWindow(0, strip.x(), strip.y(), strip.width(), strip.height()).toImage();
    std::vector<int> lightness;
    for (int y = 0; y < line.height(); ++y) {
        for (int x = 0; x < line.width(); ++x)
            lightness.push_back(line.pixelColor(x, y).lightness());
    }
    if (lightness.empty())
        return {};
    // The middle one: icons and words on the panel do not count.
    const auto middle = lightness.begin() + static_cast<std::ptrdiff_t>(lightness.size() / 2);
    std::nth_element(lightness.begin(), middle, lightness.end());
    return *middle < 128;
}

} // namespace tray
