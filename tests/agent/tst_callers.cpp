// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/realprocesses.h"

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

    void ourToolWithNobodyBehindIsOpaque()
    {
        // Its parent goes at once, as a daemon's does.
        const QString marker = m_folder.filePath(s("pid"));
        QProcess &process =
            start(s("/usr/bin/setsid"),
                  {s("/usr/bin/bash"),
                   s("-c"),
                   m_tool + s(" 60 </dev/null >/dev/null 2>&1 & echo $! > ") + marker});
        QVERIFY(process.waitForFinished());
        const qint64 pid = content(marker).trimmed().toLongLong();
        QVERIFY(pid > 0);
        QTRY_COMPARE(exeOf(pid), m_tool);

        const auto found = QCoro::waitFor(finder()->identify(peer(pid)));
        ::kill(static_cast<pid_t>(pid), SIGKILL);

        VERIFY_RESULT(found);
        if ((*found)->through.isEmpty()) {
            QVERIFY((*found)->isOpaque);
            QCOMPARE((*found)->executable, m_tool);
        } else {
            QVERIFY((*found)->executable != m_tool); // a subreaper of this user took it in
        }
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
