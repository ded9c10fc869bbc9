// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeservices.h"
#include "support/fakewindow.h"
#include "support/privatebus.h"
#include "tray/systemlook.h"
#include "tray/trayhost.h"
#include "tray/trayicon.h"

#include <QApplication>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using namespace tray;

namespace {

class NoNotifications final : public core::Notifications
{
public:
    void show(const core::Notification &) override {}
    void withdraw(const QString &) override {}
};

const auto watcherName = QStringLiteral("org.kde.StatusNotifierWatcher");

} // namespace

//! Just enough of the settings portal: answers one question and tells of changes.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit FakePortal(QDBusConnection bus)
        : m_bus(std::move(bus))
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"),
                             this,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }

    uint scheme = 1;

    void setScheme(uint now)
    {
        scheme = now;
        Q_EMIT SettingChanged(QStringLiteral("org.freedesktop.appearance"),
                              QStringLiteral("color-scheme"),
                              QDBusVariant(now));
    }

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &)
    {
        // The portal's first version wraps twice.
        if (group == QLatin1String("org.freedesktop.appearance"))
            return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
        return QDBusVariant(false); // org.gnome.desktop.interface enable-animations
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    QDBusConnection m_bus;
};

//! The icon finds its panel whenever that comes; the look follows the desktop. On a bus of its own.
class TrayIconTest : public QObject
{
    Q_OBJECT

public:
    explicit TrayIconTest(PrivateBus &bus)
        : m_bus(bus)
    {}

private Q_SLOTS:
    void saysThatThereIsNoTrayAndUsesOneThatComesLater()
    {
        FakeServices desk;
        NoNotifications notifications;
        FakeWindow window;
        TrayIcon tray({desk.accounts,
                       desk.lock,
                       desk.consent,
                       desk.authority,
                       notifications,
                       desk.settings,
                       desk.clock,
                       desk.verbs,
                       desk.look,
                       window});
        QSignalSpy missing(&tray, &TrayIcon::missing);
        QSignalSpy shown(&tray, &TrayIcon::shown);

        tray.start();
        QVERIFY(!tray.isShown());
        QTRY_COMPARE_WITH_TIMEOUT(missing.size(), 1, 10'000);

        QDBusConnection panel = m_bus.connection();
        QVERIFY(panel.registerService(watcherName));
        QTRY_COMPARE(shown.size(), 1);
        QVERIFY(tray.isShown());
        QVERIFY(panel.unregisterService(watcherName));
    }

    void isThereAtOnceWhereAPanelIs()
    {
        QDBusConnection panel = m_bus.connection();
        QVERIFY(panel.registerService(watcherName));
        FakeServices desk;
        NoNotifications notifications;
        FakeWindow window;
        TrayIcon tray({desk.accounts,
                       desk.lock,
                       desk.consent,
                       desk.authority,
                       notifications,
                       desk.settings,
                       desk.clock,
                       desk.verbs,
                       desk.look,
                       window});
        QSignalSpy missing(&tray, &TrayIcon::missing);

        tray.start();

        QVERIFY(isTrayThere());
        QVERIFY(tray.isShown());
        QCOMPARE(missing.size(), 0);
        QVERIFY(panel.unregisterService(watcherName));
    }

    void followsTheDesktopsLook()
    {
        FakePortal portal(m_bus.connection());
        SystemLook look;
        QSignalSpy changed(&look, &SystemLook::changed);
        QTRY_VERIFY(look.isDark());
        QTRY_VERIFY(look.isMotionReduced());

        portal.setScheme(2);
        QTRY_VERIFY(!look.isDark());
        portal.setScheme(0); // no preference: the palette decides
        QTRY_COMPARE(changed.size(), 4);
        QVERIFY(!look.isDark());
    }

    void knowsDarkBarsOverLightWindows()
    {
        const SystemLook look;
        qputenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME");
        QVERIFY(look.isPanelDark());
        qputenv("XDG_CURRENT_DESKTOP", "LXQt");
        QCOMPARE(look.isPanelDark(), look.isDark());
    }

private:
    PrivateBus &m_bus;
};

int main(int argc, char *argv[])
{
    // Before the application: it would meet the caller's own bus.
    PrivateBus bus;
    if (!bus.isRunning())
        qFatal("dbus-daemon is not installed.");
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address().toLatin1());
    const QApplication app(argc, argv);
    TrayIconTest test(bus);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_trayicon.moc"
