// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/privatebus.h"
#include "tray/desktopnotifier.h"

#include <QSignalSpy>
#include <QTest>

using namespace tray;

//! A notification server that notes what it is shown; it can press buttons and close.
class FakeServer : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        uint id;
        uint replaces;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };

    explicit FakeServer(QDBusConnection bus)
        : m_bus(std::move(bus))
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"),
                             this,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }
    ~FakeServer() override
    {
        m_bus.unregisterService(QStringLiteral("org.freedesktop.Notifications"));
        m_bus.unregisterObject(QStringLiteral("/org/freedesktop/Notifications"));
    }

    QStringList capabilities{
        QStringLiteral("actions"), QStringLiteral("body"), QStringLiteral("body-markup")};
    QList<Shown> shown;
    QList<uint> closed;

public Q_SLOTS:
    QStringList GetCapabilities() { return capabilities; }
    uint Notify(const QString &,
                uint replaces,
                const QString &,
                const QString &title,
                const QString &body,
                const QStringList &actions,
                const QVariantMap &hints,
                int)
    {
        const uint id = replaces != 0 ? replaces : ++m_last;
        shown.append({id, replaces, title, body, actions, hints});
        return id;
    }
    void CloseNotification(uint id)
    {
        closed.append(id);
        Q_EMIT NotificationClosed(id, 3);
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &key);
    void NotificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    uint m_last = 40;
};

//! Notifications over D-Bus.
class DesktopNotifierTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PrivateBus> bus;

    static core::Notification expiry()
    {
        core::Notification notification;
        notification.matter = QStringLiteral("expiry/aws/prod");
        notification.title = QStringLiteral("AWS prod");
        notification.body = QStringLiteral("Ends in 30 minutes <at> 16:24.");
        notification.urgency = core::Notification::Urgency::Critical;
        notification.actions = {{QStringLiteral("sign_in"), QStringLiteral("Sign in again")},
                                {QStringLiteral("later"), QStringLiteral("Remind me later")}};
        return notification;
    }

private Q_SLOTS:
    void init()
    {
        bus = std::make_unique<PrivateBus>();
        if (!bus->isRunning())
            QSKIP("dbus-daemon is not installed.");
    }

    void showsWithButtonsAndEscapesMarkup()
    {
        FakeServer server(bus->connection());
        DesktopNotifier notifier(bus->connection());

        notifier.show(expiry());

        QTRY_COMPARE(server.shown.size(), 1);
        const FakeServer::Shown &shown = server.shown.front();
        QCOMPARE(shown.title, QStringLiteral("AWS prod"));
        QCOMPARE(shown.body, QStringLiteral("Ends in 30 minutes &lt;at&gt; 16:24."));
        QCOMPARE(shown.actions,
                 (QStringList{QStringLiteral("default"),
                              QStringLiteral("Open Latchkey"),
                              QStringLiteral("sign_in"),
                              QStringLiteral("Sign in again"),
                              QStringLiteral("later"),
                              QStringLiteral("Remind me later")}));
        QCOMPARE(shown.hints.value(QStringLiteral("urgency")).value<uchar>(), uchar(2));
        QCOMPARE(shown.hints.value(QStringLiteral("desktop-entry")).toString(),
                 QStringLiteral("latchkey"));
    }

    void sendsPlainTextWithoutButtonsToASimpleServer()
    {
        FakeServer server(bus->connection());
        server.capabilities = {QStringLiteral("body")};
        DesktopNotifier notifier(bus->connection());
        notifier.show(expiry());
        QTRY_COMPARE(server.shown.size(), 1);
        QVERIFY(server.shown.front().actions.isEmpty());
        QCOMPARE(server.shown.front().body, QStringLiteral("Ends in 30 minutes <at> 16:24."));
    }

    void replacesTheOneOfTheSameMatter()
    {
        FakeServer server(bus->connection());
        DesktopNotifier notifier(bus->connection());
        notifier.show(expiry());
        QTRY_COMPARE(server.shown.size(), 1);
        QTest::qWait(20); // its answer is on the way
        notifier.show(expiry());
        QTRY_COMPARE(server.shown.size(), 2);
        QCOMPARE(server.shown.back().replaces, server.shown.front().id);
    }

    void replacesEvenBeforeTheServerHasAnswered()
    {
        FakeServer server(bus->connection());
        DesktopNotifier notifier(bus->connection());
        core::Notification second = expiry();
        second.title = QStringLiteral("second");
        core::Notification third = expiry();
        third.title = QStringLiteral("third");

        notifier.show(expiry());
        notifier.show(second);
        notifier.show(third);

        QTRY_COMPARE(server.shown.size(), 2);
        QCOMPARE(server.shown.back().title, QStringLiteral("third"));
        QCOMPARE(server.shown.back().replaces, server.shown.front().id);
    }

    void tellsWhichButtonWasPressed()
    {
        FakeServer server(bus->connection());
        DesktopNotifier notifier(bus->connection());
        QStringList pressed;
        const auto listening = notifier.actionInvoked.subscribe(
            [&](const core::Notification &notification, const QString &key) {
                pressed << notification.matter + QLatin1Char(' ') + key;
            });
        notifier.show(expiry());
        QTRY_COMPARE(server.shown.size(), 1);
        QTest::qWait(20);

        Q_EMIT server.ActionInvoked(999, QStringLiteral("sign_in"));
        Q_EMIT server.ActionInvoked(server.shown.front().id, QStringLiteral("sign_in"));

        QTRY_COMPARE(pressed, QStringList{QStringLiteral("expiry/aws/prod sign_in")});
    }

    void withdraws()
    {
        FakeServer server(bus->connection());
        DesktopNotifier notifier(bus->connection());
        notifier.show(expiry());
        notifier.withdraw(QStringLiteral("expiry/aws/prod"));
        QTest::qWait(50);
        QVERIFY(server.shown.size() == server.closed.size());

        notifier.show(expiry());
        QTRY_VERIFY(!server.shown.isEmpty());
        QTest::qWait(20);
        const auto closed = server.closed.size();
        notifier.withdraw(QStringLiteral("expiry/aws/prod"));
        QTRY_COMPARE(server.closed.size(), closed + 1);
    }

    void beginsAnewAfterTheServerRestarts()
    {
        const QDBusConnection serverBus = bus->connection();
        DesktopNotifier notifier(bus->connection());
        auto server = std::make_unique<FakeServer>(serverBus);
        notifier.show(expiry());
        QTRY_COMPARE(server->shown.size(), 1);
        QTest::qWait(20);
        server.reset();
        QTest::qWait(20);
        server = std::make_unique<FakeServer>(serverBus);

        notifier.show(expiry());

        QTRY_COMPARE(server->shown.size(), 1);
        QCOMPARE(server->shown.front().replaces, 0U);
    }

    void fallsBackWithoutAServer()
    {
        DesktopNotifier notifier(bus->connection());
        QStringList plain;
        notifier.setFallback([&](const core::Notification &n) { plain << n.title; });
        notifier.show(expiry());
        QTRY_COMPARE(plain, QStringList{QStringLiteral("AWS prod")});
        notifier.show(expiry());
        QTRY_COMPARE(plain.size(), 2);
    }
};

QTEST_GUILESS_MAIN(DesktopNotifierTest)
#include "tst_desktopnotifier.moc"
