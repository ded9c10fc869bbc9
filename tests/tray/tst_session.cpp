// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/privatebus.h"
#include "support/verifyresult.h"
#include "tray/autostart.h"
#include "tray/sessionwatch.h"
#include "tray/singleinstance.h"

#include <QDBusMessage>
#include <QDBusUnixFileDescriptor>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

#include <fcntl.h>
#include <unistd.h>

using namespace tray;

//! Just enough of logind: hands out inhibitors and says that the computer sleeps.
class FakeLogind : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    explicit FakeLogind(QDBusConnection bus)
    {
        bus.registerObject(QStringLiteral("/org/freedesktop/login1"),
                           this,
                           QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        bus.registerService(QStringLiteral("org.freedesktop.login1"));
    }
    ~FakeLogind() override
    {
        for (const int end : std::as_const(kept))
            ::close(end);
    }

    QStringList inhibited;
    QList<int> kept; //!< our ends of the inhibitors

    //! Whether the other end of the last one is still open.
    [[nodiscard]] bool isHeld() const
    {
        char byte = 0;
        return ::read(kept.back(), &byte, 1) != 0; // 0: nobody writes any more
    }

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString &what,
                                    const QString &who,
                                    const QString &,
                                    const QString &mode)
    {
        inhibited << QStringLiteral("%1 %2 %3").arg(what, who, mode);
        int ends[2];
        if (::pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0)
            return {};
        kept << ends[0];
        QDBusUnixFileDescriptor handle(ends[1]);
        ::close(ends[1]);
        return handle;
    }

Q_SIGNALS:
    void PrepareForSleep(bool begins);
};

//! What ties the program to the session: autostart, one instance, sleep and screen lock.
class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithTheSession()
    {
        const QTemporaryDir home;
        qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
        const Autostart autostart(QStringLiteral("/opt/my apps/latchkey-desktop"),
                                  {QStringLiteral("--tray")});
        QVERIFY(!autostart.isOn());

        VERIFY_RESULT(autostart.set(true));

        QVERIFY(autostart.isOn());
        QCOMPARE(Autostart::place(), home.filePath(QStringLiteral("autostart/latchkey.desktop")));
        QVERIFY(
            autostart.content().contains("Exec=\"/opt/my apps/latchkey-desktop\" \"--tray\"\n"));
        VERIFY_RESULT(autostart.set(false));
        VERIFY_RESULT(autostart.set(false));
        QVERIFY(!autostart.isOn());
    }

    void quotesWhatTheEntryWouldMisread()
    {
        const Autostart autostart(QStringLiteral("/a\"b$c\\d%e"), {});
        QVERIFY(autostart.content().contains("Exec=\"/a\\\\\"b\\\\$c\\\\\\\\d%%e\"\n"));
    }

    void isOffWhenTheDesktopHasSwitchedItOff()
    {
        const QTemporaryDir home;
        qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
        const Autostart autostart(QStringLiteral("/usr/bin/latchkey-desktop"), {});
        VERIFY_RESULT(autostart.set(true));
        QFile file(Autostart::place());
        QVERIFY(file.open(QIODevice::Append));
        file.write("Hidden=true\n");
        file.close();
        QVERIFY(!autostart.isOn());
    }

    void letsOnlyOneRunAndRaisesIt()
    {
        const QTemporaryDir folder;
        SingleInstance first(folder.path());
        QSignalSpy requested(&first, &SingleInstance::requested);
        const auto role = first.claim(QStringLiteral("raise"));
        VERIFY_RESULT(role);
        QCOMPARE(*role, SingleInstance::Role::First);

        // The second start blocks until it has its answer, as it would in its own process.
        std::optional<base::Result<SingleInstance::Role>> second;
        const std::unique_ptr<QThread> thread(QThread::create([&] {
            SingleInstance other(folder.path());
            second = other.claim(QStringLiteral("raise"));
        }));
        thread->start();
        QTRY_VERIFY(thread->isFinished());

        VERIFY_RESULT(*second);
        QCOMPARE(**second, SingleInstance::Role::Second);
        QCOMPARE(requested.front().front().toString(), QStringLiteral("raise"));
    }

    void takesOverFromOneThatDied()
    {
        const QTemporaryDir folder;
        QFile lock(folder.filePath(QStringLiteral("desktop.lock")));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.close();
        QFile socket(folder.filePath(QStringLiteral("desktop.sock")));
        QVERIFY(socket.open(QIODevice::WriteOnly));
        socket.close();

        SingleInstance instance(folder.path());
        const auto role = instance.claim(QStringLiteral("raise"));

        VERIFY_RESULT(role);
        QCOMPARE(*role, SingleInstance::Role::First);
        QVERIFY(!(QFileInfo(socket.fileName()).permissions()
                  & (QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::WriteGroup)));
    }

    void dropsWhoTalksTooLong()
    {
        const QTemporaryDir folder;
        SingleInstance instance(folder.path());
        VERIFY_RESULT(instance.claim(QStringLiteral("raise")));
        QSignalSpy requested(&instance, &SingleInstance::requested);
        QLocalSocket chatter;
        chatter.connectToServer(folder.filePath(QStringLiteral("desktop.sock")));
        QVERIFY(chatter.waitForConnected());
        chatter.write(QByteArray(5000, 'x'));
        QTRY_COMPARE(chatter.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(requested.size(), 0);
    }

    void holdsSleepBackUntilItHasLocked()
    {
        PrivateBus bus;
        if (!bus.isRunning())
            QSKIP("dbus-daemon is not installed.");
        FakeLogind logind(bus.connection());
        SessionWatch watch(bus.connection(), bus.connection());
        QSignalSpy suspending(&watch, &SessionWatch::suspending);
        QSignalSpy resumed(&watch, &SessionWatch::resumed);
        QTRY_COMPARE(logind.inhibited, QStringList{QStringLiteral("sleep Latchkey delay")});
        QTest::qWait(20);
        QVERIFY(logind.isHeld());

        Q_EMIT logind.PrepareForSleep(true);
        QTRY_COMPARE(suspending.size(), 1);
        QTRY_VERIFY(!logind.isHeld());
        Q_EMIT logind.PrepareForSleep(false);
        QTRY_COMPARE(resumed.size(), 1);
        QTRY_COMPARE(logind.inhibited.size(), 2);
    }

    void hearsTheScreenSaver()
    {
        PrivateBus bus;
        if (!bus.isRunning())
            QSKIP("dbus-daemon is not installed.");
        const SessionWatch watch(bus.connection(), bus.connection());
        QSignalSpy locked(&watch, &SessionWatch::screenLocked);
        QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/ScreenSaver"),
                                                         QStringLiteral("org.gnome.ScreenSaver"),
                                                         QStringLiteral("ActiveChanged"));
        QDBusConnection saver = bus.connection();
        signal << true;
        QTest::qWait(20); // the match rule is on the way
        QVERIFY(!watch.isScreenLocked());
        saver.send(signal);
        QTRY_COMPARE(locked.size(), 1);
        QVERIFY(watch.isScreenLocked());

        QSignalSpy unlocked(&watch, &SessionWatch::screenUnlocked);
        signal.setArguments({false});
        saver.send(signal);
        QTRY_COMPARE(unlocked.size(), 1);
        QVERIFY(!watch.isScreenLocked());
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
