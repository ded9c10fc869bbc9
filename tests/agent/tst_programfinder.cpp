// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/programs/programfinder.h"
#include "support/settle.h"
#include "support/verifyresult.h"

#include <QCryptographicHash>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <unistd.h>

using namespace agent;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray sumOf(const QString &path)
{
    return QCryptographicHash::hash(content(path), QCryptographicHash::Sha256).toHex();
}

QString exeOf(qint64 pid)
{
    return QFile::symLinkTarget(QStringLiteral("/proc/%1/exe").arg(pid));
}

QList<qint64> childrenOf(qint64 pid)
{
    QList<qint64> children;
    const QByteArray line = content(QStringLiteral("/proc/%1/task/%1/children").arg(pid));
    for (const QByteArray &word : line.split(' ')) {
        if (const qint64 child = word.toLongLong(); child > 0) {
            children += child;
            children += childrenOf(child);
        }
    }
    return children;
}

} // namespace

//! Looks at real processes.
class ProgramFinderTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_tool; // stands for `latchkey`: a program of its own that stays for a while
    QString m_sleeper; // any other program
    std::vector<std::unique_ptr<QProcess>> m_processes;

    QProcess &start(const QString &program, const QStringList &arguments, const QString &in = {})
    {
        auto &process = m_processes.emplace_back(std::make_unique<QProcess>());
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        if (!in.isEmpty())
            process->setWorkingDirectory(in);
        process->start(program, arguments);
        process->waitForStarted();
        return *process;
    }

    //! The process itself or one below it that runs \a executable by now; 0: none.
    static qint64 running(const QProcess &process, const QString &executable)
    {
        for (const qint64 pid :
             QList<qint64>{process.processId()} + childrenOf(process.processId())) {
            if (exeOf(pid) == executable)
                return pid;
        }
        return 0;
    }

    QString write(const QString &name, const QByteArray &text) const
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

    std::unique_ptr<ProgramFinder> finder() const
    {
        ProgramFinder::Parts parts;
        parts.ownTool = m_tool;
        return std::make_unique<ProgramFinder>(parts);
    }

    static core::Peer peer(qint64 pid) { return {pid, qint64(getuid())}; }

#define IDENTIFY(name, pid)                                                  \
    const auto name##Result = QCoro::waitFor(finder()->identify(peer(pid))); \
    VERIFY_RESULT(name##Result);                                             \
    const core::Program &name = **name##Result

private Q_SLOTS:
    void initTestCase()
    {
        m_tool = m_folder.filePath(s("latchkey"));
        QVERIFY(QFile::copy(QFileInfo(s("/usr/bin/sleep")).canonicalFilePath(), m_tool));
        m_sleeper = m_folder.filePath(s("sleeper"));
        QVERIFY(QFile::copy(QFileInfo(s("/usr/bin/sleep")).canonicalFilePath(), m_sleeper));
    }
    void cleanup()
    {
        for (const auto &process : m_processes) {
            for (const qint64 pid : childrenOf(process->processId()))
                ::kill(static_cast<pid_t>(pid), SIGKILL);
            process->kill();
            process->waitForFinished();
        }
        m_processes.clear();
    }
    void cleanupTestCase()
    {
        settleEverything();
    }

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
        QTest::newRow("perl") << s("/usr/bin/perl") << QStringList{s("-w")}
                              << QByteArray("my $l = <STDIN>;\n");
        QTest::newRow("node") << s("/usr/bin/node") << QStringList{s("--no-warnings")}
                              << QByteArray("process.stdin.resume();\n");
        QTest::newRow("ruby") << s("/usr/bin/ruby") << QStringList{s("-w")}
                              << QByteArray("STDIN.read\n");
    }
    void anInterpreterIsItsScript()
    {
        QFETCH(const QString, interpreter);
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, code);
        if (!QFile::exists(interpreter))
            QSKIP("not installed");
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

    void aPackageVouchesForWhatItBrought()
    {
        if (!QFile::exists(s("/var/lib/dpkg/status")))
            QSKIP("no dpkg here");
        const auto all = finder();
        const QProcess &process = start(s("/usr/bin/sleep"), {s("60")});
        QTRY_VERIFY(running(process, s("/usr/bin/sleep")) > 0);
        const auto program = QCoro::waitFor(all->identify(peer(process.processId())));
        VERIFY_RESULT(program);
        QCOMPARE((*program)->backing, core::Backing::Nobody); // not looked up yet

        const auto vouched = QCoro::waitFor(all->vouch(*program));

        VERIFY_RESULT(vouched);
        QCOMPARE((*vouched)->backing, core::Backing::Package);
        QVERIFY((*vouched)->package.startsWith(s("coreutils ")));
        QVERIFY(!(*vouched)->package.contains(QLatin1Char('-')));
        QCOMPARE((*vouched)->identity(), (*program)->identity());
    }

    void nobodyVouchesForACopy()
    {
        const auto all = finder();
        const QProcess &process = start(m_sleeper, {s("60")});
        QTRY_VERIFY(running(process, m_sleeper) > 0);
        const auto program = QCoro::waitFor(all->identify(peer(process.processId())));
        VERIFY_RESULT(program);
        const auto vouched = QCoro::waitFor(all->vouch(*program));
        VERIFY_RESULT(vouched);
        QCOMPARE((*vouched)->backing, core::Backing::Nobody);
        QCOMPARE((*vouched)->package, QString());
    }

    void aFileThatIsNotAsItsPackageBroughtItIsSaid()
    {
        // A package database of our own, with the old folder's name as before the merge of /usr.
        const QString dpkg = m_folder.filePath(s("dpkg"));
        write(s("dpkg/status"),
              "Package: other\nVersion: 9\n\nPackage: tool\nStatus: install ok installed\n"
              "Version: 2:1.4.0-3+deb12u1\n\n");
        write(s("dpkg/info/tool:amd64.list"), "/.\n/usr\n" + m_sleeper.toUtf8() + "\n");
        write(s("dpkg/info/other.list"), "/.\n" + m_sleeper.toUtf8() + "/below\n");
        const QString sums =
            write(s("dpkg/info/tool:amd64.md5sums"),
                  QByteArray(32, '0') + "  " + m_sleeper.toUtf8().sliced(1) + "\n");
        ProgramFinder::Parts parts;
        parts.ownTool = m_tool;
        parts.packages = dpkg;
        const QProcess &process = start(m_sleeper, {s("60")});
        QTRY_VERIFY(running(process, m_sleeper) > 0);
        {
            ProgramFinder all(parts);
            const auto program = QCoro::waitFor(all.identify(peer(process.processId())));
            VERIFY_RESULT(program);
            const auto vouched = QCoro::waitFor(all.vouch(*program));
            VERIFY_RESULT(vouched);
            QCOMPARE((*vouched)->backing, core::Backing::ChangedPackage);
            QCOMPARE((*vouched)->package, s("tool 1.4.0"));
        }
        const QByteArray sum =
            QCryptographicHash::hash(content(m_sleeper), QCryptographicHash::Md5).toHex();
        write(s("dpkg/info/tool:amd64.md5sums"),
              "00  x\n" + sum + "  " + m_sleeper.toUtf8().sliced(1) + "\n");
        ProgramFinder all(parts);
        const auto program = QCoro::waitFor(all.identify(peer(process.processId())));
        VERIFY_RESULT(program);
        const auto vouched = QCoro::waitFor(all.vouch(*program));
        VERIFY_RESULT(vouched);
        QCOMPARE((*vouched)->backing, core::Backing::Package);
        Q_UNUSED(sums)
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
