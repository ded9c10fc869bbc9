// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/loginwatch.h"
#include "support/fakelogind.h"
#include "support/privatebus.h"

#include <QDBusPendingCall>
#include <QTest>

#include <unistd.h>

namespace {

//! logind, and who listens to it.
struct Logins
{
    PrivateBus bus;
    std::unique_ptr<FakeLogins> logind = std::make_unique<FakeLogins>(bus.connection());
    std::unique_ptr<apps::LoginWatch> watch;
    base::Subscription onEnd;
    int ends = 0;

    void listen()
    {
        watch = std::make_unique<apps::LoginWatch>(bus.connection(), getuid());
        onEnd = watch->ended.subscribe([this] { ++ends; });
        QVERIFY(QTest::qWaitFor([this] { return logind->user.reads >= 1; }));
    }
    void beginSession()
    {
        Q_EMIT logind->SessionNew(QStringLiteral("2"),
                                  QDBusObjectPath(QStringLiteral("/org/freedesktop/login1/2")));
    }
    //! A session goes; the person stands as \a state then.
    void endSession(const char *state)
    {
        logind->user.state = QString::fromLatin1(state);
        Q_EMIT logind->SessionRemoved(QStringLiteral("1"),
                                      QDBusObjectPath(QStringLiteral("/org/freedesktop/login1/1")));
    }
    //! All that was said so far has been heard: the next question comes after the last answer.
    [[nodiscard]] bool isHeard()
    {
        for (int i = 0; i < 2; ++i) {
            const int reads = logind->user.reads;
            beginSession();
            if (!QTest::qWaitFor([&] { return logind->user.reads > reads; }))
                return false;
        }
        return true;
    }
};

} // namespace

//! When the login session is over.
class LoginWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const PrivateBus bus; !bus.isRunning())
            QSKIP("dbus-daemon is not installed");
    }

    void theLastSessionIsTheEnd_data()
    {
        QTest::addColumn<QString>("state");
        QTest::newRow("the user manager lingers") << QStringLiteral("lingering");
        QTest::newRow("processes are left behind") << QStringLiteral("closing");
        QTest::newRow("nothing is left") << QStringLiteral("offline");
    }
    void theLastSessionIsTheEnd()
    {
        QFETCH(const QString, state);
        Logins logins;
        logins.listen();
        logins.endSession(state.toLatin1().constData());
        QTRY_COMPARE(logins.ends, 1);
        // Once, however often it is said.
        logins.endSession(state.toLatin1().constData());
        QVERIFY(logins.isHeard());
        QCOMPARE(logins.ends, 1);
    }

    void anotherSessionKeepsItUp_data()
    {
        QTest::addColumn<QString>("state");
        QTest::newRow("on a screen") << QStringLiteral("active");
        QTest::newRow("over SSH") << QStringLiteral("online");
    }
    void anotherSessionKeepsItUp()
    {
        QFETCH(const QString, state);
        Logins logins;
        logins.listen();
        logins.endSession(state.toLatin1().constData());
        QVERIFY(logins.isHeard());
        QCOMPARE(logins.ends, 0);
        logins.endSession("closing");
        QTRY_COMPARE(logins.ends, 1);
    }

    void whoIsNotKnownAnyMoreHasSignedOut()
    {
        Logins logins;
        logins.listen();
        logins.logind->isKnown = false;
        logins.endSession("offline");
        QTRY_COMPARE(logins.ends, 1);
    }

    void aSessionThatStaysBehindIsNoticed()
    {
        Logins logins;
        logins.listen();
        logins.logind->user.state = QStringLiteral("closing");
        logins.logind->tellOfClosing();
        QTRY_COMPARE(logins.ends, 1);
    }

    void eachSessionHasItsEnd()
    {
        Logins logins;
        logins.logind->user.state = QStringLiteral("lingering");
        logins.listen();
        QVERIFY(logins.isHeard());
        QCOMPARE(logins.ends, 0); // nobody has signed in yet
        for (int i = 1; i <= 2; ++i) {
            logins.logind->user.state = QStringLiteral("active");
            QVERIFY(logins.isHeard());
            logins.endSession("lingering");
            QTRY_COMPARE(logins.ends, i);
        }
    }

    void whereThereIsNoLogindNothingHappensAndItIsSaidOnce()
    {
        PrivateBus empty;
        QTest::ignoreMessage(QtInfoMsg,
                             QRegularExpression(QStringLiteral("^logind does not tell .*")));
        apps::LoginWatch watch(empty.connection(), getuid());
        int ends = 0;
        const auto onEnd = watch.ended.subscribe([&] { ++ends; });
        const QDBusPendingCall answered = empty.connection().asyncCall(
            QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"),
                                           QStringLiteral("/org/freedesktop/DBus"),
                                           QStringLiteral("org.freedesktop.DBus"),
                                           QStringLiteral("GetId")));
        QTRY_VERIFY(answered.isFinished());
        QCOMPARE(ends, 0);
    }

    void withoutABusNothingHappens()
    {
        QTest::ignoreMessage(QtInfoMsg,
                             QRegularExpression(QStringLiteral("^logind does not tell .*")));
        const apps::LoginWatch watch(QDBusConnection(QStringLiteral("no such bus")), getuid());
    }
};

QTEST_GUILESS_MAIN(LoginWatchTest)
#include "tst_loginwatch.moc"
