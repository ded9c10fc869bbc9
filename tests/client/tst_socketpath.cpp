// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/paths.h"

#include <QDir>
#include <QTest>

#include <latchkey/socketpath.h>

//! The client finds the agent's folders by a rule of its own; the agent's is base::Paths.
class SocketPathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (const char *variable : {"LATCHKEY_SOCKET",
                                     "LATCHKEY_PROFILE",
                                     "XDG_RUNTIME_DIR",
                                     "XDG_STATE_HOME",
                                     "XDG_CONFIG_HOME"})
            qunsetenv(variable);
        qputenv("HOME", "/home/somebody");
    }

    void clientAndAgentMeet_data()
    {
        QTest::addColumn<QByteArray>("runtime");
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QByteArray>("home");
        QTest::addColumn<QString>("profile");
        const auto row = [](const char *name,
                            const char *runtime,
                            const char *state,
                            const char *home,
                            const QString &profile) {
            QTest::newRow(name) << QByteArray(runtime) << QByteArray(state) << QByteArray(home)
                                << profile;
        };
        row("usual", "/run/user/1000", "", "/home/a", {});
        row("no runtime folder", "", "", "/home/a", {});
        row("relative runtime folder", "run", "", "/home/a", {});
        row("state folder", "", "/var/state", "/home/a", {});
        row("untidy", "/run//user/./1000/", "", "/home/a/", {});
        row("dots", "/run/x/../user/1000", "", "/home/b/../a", {});
        row("root's home", "", "", "/", {});
        row("no home", "", "", "", {});
        row("profile", "/run/user/1000", "", "/home/a", QStringLiteral("work"));
        row("profile without runtime folder", "", "", "/home/a", QStringLiteral("work"));
        row("profile that leads elsewhere", "/run/u", "", "/home/a", QStringLiteral("../../etc"));
        row("hidden profile", "/run/u", "", "/home/a", QStringLiteral(".hidden.x"));
        row("profile in other letters", "/run/u", "", "/home/a", QStringLiteral("Größe ☃"));
        row("profile beyond the first plane", "/run/u", "", "/home/a", QStringLiteral("a😀b"));
        row("long profile", "/run/u", "", "/home/a", QString(100, QLatin1Char('x')));
        row("long profile beyond the first plane",
            "/run/u",
            "",
            "/home/a",
            QString(63, QLatin1Char('x')) + QStringLiteral("😀😀"));
    }

    void clientAndAgentMeet()
    {
        QFETCH(const QByteArray, runtime);
        QFETCH(const QByteArray, state);
        QFETCH(const QByteArray, home);
        QFETCH(const QString, profile);
        qputenv("XDG_RUNTIME_DIR", runtime);
        qputenv("XDG_STATE_HOME", state);
        qputenv("HOME", home);

        const base::Paths paths = base::Paths::ofUser(profile);
        const std::string name = profile.toStdString();

        QCOMPARE(QString::fromStdString(latchkey::socketPath(name)), paths.agentSocket());
        QCOMPARE(QString::fromStdString(latchkey::runtimeFolder(name)), paths.runtime);
        QCOMPARE(QString::fromStdString(latchkey::stateFolder(name))
                     + QStringLiteral("/latchkey.log"),
                 paths.logFile());
        QCOMPARE(QString::fromStdString(latchkey::configFolder(name)), paths.config);

        qputenv("LATCHKEY_PROFILE", profile.toUtf8());
        QCOMPARE(QString::fromStdString(latchkey::socketPath()),
                 base::Paths::ofUser().agentSocket());
    }

    void aSocketThatIsNamedIsMeant()
    {
        qputenv("LATCHKEY_SOCKET", "/somewhere/else.sock");

        QCOMPARE(latchkey::socketPath(), std::string("/somewhere/else.sock"));
        // A profile on the command line is nearer than the environment.
        qputenv("XDG_RUNTIME_DIR", "/run/u");
        QCOMPARE(latchkey::socketPath("work"), std::string("/run/u/latchkey/work/agent.sock"));
    }
};

QTEST_GUILESS_MAIN(SocketPathTest)
#include "tst_socketpath.moc"
