// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/realprocesses.h"

#include <sys/prctl.h>
#include <sys/wait.h>

using namespace agent;

//! Who stands behind our own command line.
class CallersTest : public QObject, private RealProcesses
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { RealProcesses::initTestCase(); }
    void cleanup() { RealProcesses::cleanup(); }
    void cleanupTestCase() { RealProcesses::cleanupTestCase(); }

    void ourOwnToolIsWhoCallsIt()
    {
        const QString script =
            write(s("bin/deploy"), "#!/bin/bash\n" + m_tool.toUtf8() + " 60\ntrue\n");
        const QProcess &process = start(script, {});
        QTRY_VERIFY(running(process, m_tool) > 0);

        IDENTIFY(program, running(process, m_tool));

        QCOMPARE(program.through, s("latchkey"));
        QCOMPARE(program.name, s("deploy"));
        QCOMPARE(program.script, script);
        QCOMPARE(program.peer.pid, running(process, m_tool));
        QCOMPARE(program.parents.last(), s("deploy"));
    }

    void shellsThatHandOnAreLookedThrough()
    {
        const QByteArray inner = "timeout 60 sh -c '" + m_tool.toUtf8() + " 60; true'; true";
        const QString script = write(s("bin/nightly"),
                                     "#!/usr/bin/python3\nimport subprocess\nsubprocess.run(\"\"\""
                                         + inner + "\"\"\", shell=True)\n");
        const QProcess &process = start(script, {});
        QTRY_VERIFY(running(process, m_tool) > 0);

        IDENTIFY(program, running(process, m_tool));

        QCOMPARE(program.name, s("nightly"));
        QCOMPARE(program.through, s("latchkey"));
        QVERIFY(!program.isOpaque);
    }

    void gitAsksForWhatItsHelpersAskFor()
    {
        if (!QFile::exists(s("/usr/bin/git")))
            QSKIP("not installed");
        const QProcess &process =
            start(s("/usr/bin/git"), {s("-c"), s("alias.x=!") + m_tool + s(" 60; true"), s("x")});
        QTRY_VERIFY(running(process, m_tool) > 0);
        IDENTIFY(program, running(process, m_tool));
        QCOMPARE(program.name, s("git"));
        QCOMPARE(program.through, s("latchkey"));
        QVERIFY(!program.isOpaque);
    }

    void gitIsTheSameHoweverItCallsItsHelper_data()
    {
        QTest::addColumn<QString>("helper");
        QTest::newRow("by its path") << m_tool + s(" 60 #");
        QTest::newRow("through a shell") << s("!") + m_tool + s(" 60; true #");
        QTest::newRow("by its name") << s("waiting");
    }
    void gitIsTheSameHoweverItCallsItsHelper()
    {
        if (!QFile::exists(s("/usr/bin/git")))
            QSKIP("not installed");
        QFETCH(const QString, helper);
        // git looks for git-credential-NAME itself, then through its own folder.
        const QString named = write(s("helpers/git-credential-waiting"),
                                    "#!/bin/sh\nexec " + m_tool.toUtf8() + " 60\n");
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(s("PATH"),
                           QFileInfo(named).path() + s(":") + environment.value(s("PATH")));
        QProcess &git = start(s("/usr/bin/env"),
                              {s("PATH=") + environment.value(s("PATH")),
                               s("GIT_CONFIG_NOSYSTEM=1"),
                               s("HOME=/nonexistent"),
                               s("/usr/bin/git"),
                               s("-c"),
                               s("credential.helper=") + helper,
                               s("credential"),
                               s("fill")});
        git.write("protocol=https\nhost=github.com\n\n");
        QTRY_VERIFY(running(git, m_tool) > 0);

        IDENTIFY(program, running(git, m_tool));

        QCOMPARE(program.name, s("git"));
        QCOMPARE(program.executable, QFileInfo(s("/usr/bin/git")).canonicalFilePath());
        QCOMPARE(program.through, s("latchkey"));
        QVERIFY(!program.isOpaque);
    }

    void codeFromAPipeAsksForItself()
    {
        // As in `curl … | sh`: where it came from nobody can tell, so the terminal is not who asks.
        const QString script =
            write(s("bin/piped"),
                  "#!/bin/bash\necho '" + m_tool.toUtf8() + " 60; true' | /bin/sh\ntrue\n");
        const QProcess &process = start(script, {});
        QTRY_VERIFY(running(process, m_tool) > 0);

        IDENTIFY(program, running(process, m_tool));

        QCOMPARE(program.executable, QFileInfo(s("/bin/sh")).canonicalFilePath());
        QCOMPARE(program.through, s("latchkey"));
        QVERIFY(program.isOpaque);
        QVERIFY(!program.isAtTerminal);
    }

    void onlyTheSystemsOwnHandOn_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("timeout") << s("/usr/bin/timeout") << QStringList{s("60")};
        QTest::newRow("bash") << s("/usr/bin/bash") << QStringList{s("-c"), s("\"$0\" 60; true")};
    }
    void onlyTheSystemsOwnHandOn()
    {
        QFETCH(const QString, file);
        QFETCH(const QStringList, options);
        // Anybody may call a file of his own like that.
        const QString copy = m_folder.filePath(QFileInfo(file).fileName());
        QVERIFY(QFile::copy(QFileInfo(file).canonicalFilePath(), copy));
        const QProcess &process = start(copy, options + QStringList{m_tool, s("60")});
        QTRY_VERIFY(running(process, m_tool) > 0);

        IDENTIFY(program, running(process, m_tool));

        QCOMPARE(program.through, s("latchkey"));
        QCOMPARE(program.executable, copy);
        QFile::remove(copy);
    }

    void ourToolWithNobodyBehindIsOpaque_data()
    {
        QTest::addColumn<QStringList>("starter");
        QTest::addColumn<bool>("isAdopted");
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("behind");
        const QString name = s("tst_callers");
        const QString timeout = QFileInfo(s("/usr/bin/timeout")).canonicalFilePath();
        const QStringList session{s("/usr/bin/setsid")};
        const QStringList same{s("/usr/bin/env")};
        QTest::newRow("left to the system") << session << false << name << QString();
        QTest::newRow("taken in by a stranger") << session << true << name << QString();
        QTest::newRow("taken in by systemd --user") << same << true << s("systemd") << QString();
        QTest::newRow("with a starter between") << same << true << s("systemd") << timeout;
    }
    void ourToolWithNobodyBehindIsOpaque()
    {
        QFETCH(const QStringList, starter);
        QFETCH(const bool, isAdopted);
        QFETCH(const QString, by);
        QFETCH(const QString, behind);
        prctl(PR_SET_CHILD_SUBREAPER, isAdopted ? 1UL : 0UL);
        prctl(PR_SET_NAME, qPrintable(by));
        const auto asBefore = qScopeGuard([] {
            prctl(PR_SET_CHILD_SUBREAPER, 0UL);
            prctl(PR_SET_NAME, "tst_callers");
        });
        // Its parent goes at once, as a daemon's does.
        const QString marker = m_folder.filePath(s("pid"));
        const QString line = (behind.isEmpty() ? QString() : behind + s(" 60 ")) + m_tool
                             + s(" 60 </dev/null >/dev/null 2>&1 & echo $! > ") + marker;
        QProcess &process =
            start(starter.first(), starter.mid(1) + QStringList{s("/usr/bin/bash"), s("-c"), line});
        QVERIFY(process.waitForFinished());
        const qint64 left = content(marker).trimmed().toLongLong();
        QVERIFY(left > 0);
        const auto tool = [&] { return behind.isEmpty() ? left : childrenOf(left).value(0); };
        QTRY_COMPARE(exeOf(tool()), m_tool);

        const auto found = QCoro::waitFor(finder()->identify(peer(tool())));
        const qint64 last = tool();
        ::kill(static_cast<pid_t>(last), SIGKILL);
        ::kill(static_cast<pid_t>(left), SIGKILL);
        if (isAdopted)
            waitpid(static_cast<pid_t>(left), nullptr, 0);

        VERIFY_RESULT(found);
        QVERIFY((*found)->isOpaque);
        QCOMPARE((*found)->executable, behind.isEmpty() ? m_tool : behind);
        QCOMPARE((*found)->through, behind.isEmpty() ? QString() : s("latchkey"));
    }

    void aDeepChainHasAnEnd()
    {
        const QString script = write(s("deep.sh"),
                                     "n=$1\nif [ \"$n\" -gt 0 ]; then bash \"$0\" $((n - 1)); else "
                                         + m_sleeper.toUtf8() + " 60; fi\ntrue\n");
        const QProcess &process = start(s("/usr/bin/bash"), {script, s("60")});
        QTRY_VERIFY_WITH_TIMEOUT(running(process, m_sleeper) > 0, 20'000);

        IDENTIFY(program, running(process, m_sleeper));

        QCOMPARE(program.parents.last(), s("sleeper"));
        QCOMPARE(program.parents.at(program.parents.size() - 2), s("bash"));
        QVERIFY(program.parents.size() < 40);
    }
};

QTEST_GUILESS_MAIN(CallersTest)
#include "tst_callers.moc"
