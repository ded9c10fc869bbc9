// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/realprocesses.h"

using namespace agent;

//! Which program a process is.
class ProgramFinderTest : public QObject, private RealProcesses
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { RealProcesses::initTestCase(); }
    void cleanup() { RealProcesses::cleanup(); }
    void cleanupTestCase() { RealProcesses::cleanupTestCase(); }

    void aProgramIsItsFile()
    {
        const QProcess &process = start(m_sleeper, {s("60")}, m_folder.path());
        QTRY_VERIFY(running(process, m_sleeper) > 0);

        IDENTIFY(program, process.processId());

        QCOMPARE(program.name, s("sleeper"));
        QCOMPARE(program.executable, m_sleeper);
        QCOMPARE(program.hash, sumOf(m_sleeper));
        QCOMPARE(program.script, QString());
        QCOMPARE(program.through, QString());
        QCOMPARE(program.folder, m_folder.path());
        QVERIFY(!program.isAtTerminal);
        QVERIFY(!program.isOpaque);
        QVERIFY(program.isAtPath);
        QCOMPARE(program.parents.last(), s("sleeper"));
        QVERIFY(program.parents.contains(s("tst_programfinder")));
        QVERIFY(program.fileChanged.isValid());
    }

    void theSameProgramTwiceIsTheSame()
    {
        const QProcess &one = start(m_sleeper, {s("60")});
        const QProcess &two = start(m_sleeper, {s("61")}, s("/"));
        QTRY_VERIFY(running(one, m_sleeper) > 0 && running(two, m_sleeper) > 0);
        IDENTIFY(first, one.processId());
        IDENTIFY(second, two.processId());
        QCOMPARE(first.identity(), second.identity());
        QCOMPARE(first.hash, second.hash);
    }

    void aDeletedFileKeepsItsNameAndSum()
    {
        const QString path = m_folder.filePath(s("updated"));
        QVERIFY(QFile::copy(m_sleeper, path));
        const QProcess &process = start(path, {s("60")});
        QTRY_VERIFY(running(process, path) > 0);
        const QByteArray sum = sumOf(path);
        QVERIFY(QFile::remove(path));

        IDENTIFY(program, process.processId());

        QCOMPARE(program.executable, path);
        QCOMPARE(program.hash, sum);
        QVERIFY(!program.isAtPath);
        // Another file in its place is not it.
        QVERIFY(QFile::copy(s("/usr/bin/true"), path));
        IDENTIFY(again, process.processId());
        QCOMPARE(again.hash, sum);
        QVERIFY(!again.isAtPath);
        QFile::remove(path);
    }

    void aChangedFileHasAnotherSum()
    {
        const auto all = finder();
        const QString path = m_folder.filePath(s("growing"));
        QVERIFY(QFile::copy(m_sleeper, path));
        const QProcess &process = start(path, {s("60")});
        QTRY_VERIFY(running(process, path) > 0);
        const auto before = QCoro::waitFor(all->identify(peer(process.processId())));
        VERIFY_RESULT(before);
        cleanup();
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("x");
        file.close();
        const QProcess &next = start(path, {s("60")});
        QTRY_VERIFY(running(next, path) > 0);

        const auto after = QCoro::waitFor(all->identify(peer(next.processId())));

        VERIFY_RESULT(after);
        QCOMPARE((*after)->identity(), (*before)->identity());
        QVERIFY((*after)->hash != (*before)->hash);
        QCOMPARE((*after)->hash, sumOf(path));
    }

    void anInterpreterIsItsScript_data()
    {
        QTest::addColumn<QString>("interpreter");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("code");
        const QByteArray shell = "read line\n";
        const QByteArray python = "import sys\nsys.stdin.read()\n";
        QTest::newRow("bash") << s("/usr/bin/bash") << QStringList{} << shell;
        QTest::newRow("bash with options")
            << s("/usr/bin/bash") << QStringList{s("--norc"), s("-eo"), s("pipefail")} << shell;
        QTest::newRow("dash") << s("/usr/bin/dash") << QStringList{s("-e")} << shell;
        QTest::newRow("python") << s("/usr/bin/python3") << QStringList{} << python;
        QTest::newRow("python with options")
            << s("/usr/bin/python3") << QStringList{s("-I"), s("-W"), s("ignore"), s("-u")}
            << python;
        if (QFile::exists(s("/usr/bin/perl")))
            QTest::newRow("perl") << s("/usr/bin/perl") << QStringList{s("-w")}
                                  << QByteArray("my $l = <STDIN>;\n");
        if (QFile::exists(s("/usr/bin/node")))
            QTest::newRow("node") << s("/usr/bin/node") << QStringList{s("--no-warnings")}
                                  << QByteArray("process.stdin.resume();\n");
    }
    void anInterpreterIsItsScript()
    {
        QFETCH(const QString, interpreter);
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, code);
        const QString script = write(s("a folder/Hochladen ü"), code);
        // Relative to where it works.
        const QProcess &process =
            start(interpreter,
                  options + QStringList{s("a folder/../a folder/Hochladen ü"), s("-c"), s("x")},
                  m_folder.path());
        const QString file = QFileInfo(interpreter).canonicalFilePath();
        QTRY_VERIFY(running(process, file) > 0);

        IDENTIFY(program, process.processId());

        QCOMPARE(program.executable, file);
        QCOMPARE(program.script, script);
        QCOMPARE(program.scriptHash, sumOf(script));
        QCOMPARE(program.name, s("Hochladen ü"));
        QVERIFY(!program.isOpaque);
        QVERIFY(!program.isAtTerminal);
        QVERIFY(program.isAtPath);
    }

    void anExecutableScriptIsItsFile()
    {
        const QString script = write(s("bin/upload.sh"), "#!/bin/sh -e\nread line\n");
        const QProcess &process = start(script, {});
        QTRY_VERIFY(running(process, QFileInfo(s("/bin/sh")).canonicalFilePath()) > 0);
        IDENTIFY(program, process.processId());
        QCOMPARE(program.script, script);
        QCOMPARE(program.name, s("upload.sh"));
    }

    void codeThatIsNoFileIsOpaque_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("python -c")
            << QStringList{s("/usr/bin/python3"), s("-c"), s("import sys; sys.stdin.read()")};
        QTest::newRow("bash -c") << QStringList{s("/usr/bin/bash"), s("-c"), s("read a; true")};
        QTest::newRow("dash on a pipe") << QStringList{s("/usr/bin/dash")};
        QTest::newRow("python on a pipe") << QStringList{s("/usr/bin/python3"), s("-")};
        QTest::newRow("perl -e") << QStringList{s("/usr/bin/perl"), s("-we"), s("<STDIN>")};
        QTest::newRow("a script that is not there any more")
            << QStringList{s("/usr/bin/bash"), s("vanishing.sh")};
    }
    void codeThatIsNoFileIsOpaque()
    {
        QFETCH(const QStringList, command);
        const QString vanishing = write(s("vanishing.sh"), "read line\n");
        const QProcess &process = start(command.first(), command.mid(1), m_folder.path());
        QTRY_VERIFY(running(process, QFileInfo(command.first()).canonicalFilePath()) > 0);
        if (command.contains(s("vanishing.sh"))) {
            // Once the shell has it open, it goes on.
            const QString fd = QStringLiteral("/proc/%1/fd/255").arg(process.processId());
            QTRY_VERIFY(QFile::exists(fd));
        }
        QVERIFY(QFile::remove(vanishing));

        IDENTIFY(program, process.processId());

        QVERIFY(program.isOpaque);
        QVERIFY(!program.isAtTerminal);
        QCOMPARE(program.script, QString());
    }

    void aScriptThatChangedSinceIsNotWhatRuns()
    {
        const QString script = write(s("bin/turncoat.sh"), "read line\n");
        const QProcess &process = start(s("/usr/bin/bash"), {script});
        const QString fd = QStringLiteral("/proc/%1/fd/255").arg(process.processId());
        QTRY_VERIFY(QFile::exists(fd)); // it has been read
        IDENTIFY(before, process.processId());
        QCOMPARE(before.script, script);
        QVERIFY(!before.isOpaque);
        // What the owner once allowed takes the place of what runs.
        const QString allowed = write(s("bin/allowed.sh"), "true\n");
        QVERIFY(QFile::remove(script));
        QVERIFY(QFile::rename(allowed, script));

        IDENTIFY(after, process.processId());

        QVERIFY(after.isOpaque);
        QCOMPARE(after.script, QString());
        QVERIFY(after.identity() != before.identity());
    }

    void whoHasGoneIsNotFound()
    {
        QProcess process;
        process.start(s("/usr/bin/true"), {});
        QVERIFY(process.waitForStarted());
        const qint64 pid = process.processId();
        QVERIFY(process.waitForFinished());
        VERIFY_ERROR(QCoro::waitFor(finder()->identify(peer(pid))), base::ErrorCode::NotFound);
    }

    void whereTheSystemDoesNotTellNothingIsMadeUp()
    {
        const auto found = QCoro::waitFor(finder()->identify({0, 1000}));
        VERIFY_RESULT(found);
        QVERIFY((*found)->executable.isEmpty());
        QVERIFY((*found)->hash.isEmpty());
        QVERIFY(!(*found)->name.isEmpty());
    }

    void manyAtOnceAreAllAnswered()
    {
        const auto all = finder();
        const QProcess &process = start(m_sleeper, {s("60")});
        QTRY_VERIFY(running(process, m_sleeper) > 0);
        int answered = 0;
        const auto ask = [&]() -> QCoro::Task<> {
            const auto found = co_await all->identify(peer(process.processId()));
            answered += found && (*found)->executable == m_sleeper ? 1 : 0;
        };
        for (int i = 0; i < 200; ++i)
            ask();
        QTRY_COMPARE(answered, 200);
    }

    void theSecondLookIsQuick()
    {
        const auto all = finder();
        const QProcess &process = start(m_sleeper, {s("60")});
        QTRY_VERIFY(running(process, m_sleeper) > 0);
        VERIFY_RESULT(QCoro::waitFor(all->identify(peer(process.processId()))));
        QBENCHMARK
        {
            VERIFY_RESULT(QCoro::waitFor(all->identify(peer(process.processId()))));
        }
    }
};

QTEST_GUILESS_MAIN(ProgramFinderTest)
#include "tst_programfinder.moc"
