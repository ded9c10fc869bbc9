// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorhouse.h"

#include <QTest>

#include <csignal>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

QStringList shell(const QStringList &options, const char *script)
{
    return QStringList{QStringLiteral("run")} + options
           + QStringList{QStringLiteral("--"),
                         QStringLiteral("sh"),
                         QStringLiteral("-c"),
                         QString::fromUtf8(script)};
}

const QString token = QStringLiteral("TOKEN=auth://github/work/token");

//! latchkey in a terminal that we have made; what it shows, and how it ended.
struct OnTerminal
{
    QByteArray shown;
    int status = -1;
};

OnTerminal onTerminal(DoorHouse &house,
                      const QStringList &arguments,
                      const std::function<void(int, const QByteArray &)> &onOutput = {})
{
    OnTerminal result;
    winsize size{};
    size.ws_row = 33;
    size.ws_col = 77;
    int terminal = -1;
    QList<QByteArray> words{QByteArray(LATCHKEY)};
    for (const QString &each : arguments)
        words += each.toUtf8();
    QList<char *> pointers;
    for (QByteArray &word : words)
        pointers += word.data();
    pointers += nullptr;
    const QByteArray socket = house.agent.path().toUtf8();
    const pid_t pid = ::forkpty(&terminal, nullptr, nullptr, &size);
    if (pid == 0) {
        ::setenv("LATCHKEY_SOCKET", socket.constData(), 1);
        ::execv(LATCHKEY, pointers.data());
        ::_exit(126);
    }
    char part[4096];
    ssize_t count = 0;
    while ((count = ::read(terminal, part, sizeof part)) > 0) {
        result.shown.append(part, count);
        if (onOutput)
            onOutput(terminal, result.shown);
    }
    ::waitpid(pid, &result.status, 0);
    ::close(terminal);
    return result;
}

} // namespace

//! `latchkey run` with real programs.
class RunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesValuesInTheEnvironmentOnly()
    {
        DoorHouse house;
        const auto ended = house.run(shell({QStringLiteral("--env"), token},
                                           "echo \"$TOKEN\"; tr '\\0' ' ' </proc/$$/cmdline"));
        QCOMPARE(ended.code, 0);
        QVERIFY(ended.out.startsWith("gho_16C7e42F/292c+6912\n"));
        QCOMPARE(ended.out.count("gho_"), 1);
        QCOMPARE(ended.err, QByteArray());
    }

    void becomesTheProgram()
    {
        DoorHouse house;
        QProcess process;
        house.start(process, shell({}, "echo $$"));
        const qint64 pid = process.processId();
        const auto ended = DoorHouse::ended(process);
        QCOMPARE(ended.out.trimmed().toLongLong(), pid);
    }

    void readsEnvironmentFiles()
    {
        DoorHouse house;
        QDir(house.home.path()).mkdir(QStringLiteral("sub"));
        const QString file = house.write(QStringLiteral("sub/.env"),
                                         "export TOKEN=auth://github/work/token # mine\n"
                                         "PLAIN='a b'\n"
                                         "KEY=\"auth://mail/me/api_key\"\n");
        const auto ended =
            house.run(shell({QStringLiteral("--env-file"), file}, "echo \"$TOKEN|$PLAIN|$KEY\""));
        QCOMPARE(ended.out, QByteArray("gho_16C7e42F/292c+6912|a b|key-123456\n"));
        // Relative paths in references begin where the file is.
        QCOMPARE(house.asked("resolve").value(QStringLiteral("folder")).toString(),
                 house.home.filePath(QStringLiteral("sub")));
    }

    void theCommandLineWinsOverFiles()
    {
        DoorHouse house;
        const QString file = house.write(QStringLiteral(".env"), "A=file\nB=file\n");
        const auto ended = house.run(shell(
            {QStringLiteral("--env"), QStringLiteral("A=line"), QStringLiteral("--env-file"), file},
            "echo \"$A $B\""));
        QCOMPARE(ended.out, QByteArray("line file\n"));
    }

    void inheritsNothingWhenTold()
    {
        DoorHouse house;
        house.environment.insert(QStringLiteral("MINE"), QStringLiteral("x"));
        const char *const script = "echo \"${MINE-gone} ${HOME:+home}\"";
        QCOMPARE(house.run(shell({}, script)).out, QByteArray("x home\n"));
        QCOMPARE(house.run(shell({QStringLiteral("--no-inherit")}, script)).out,
                 QByteArray("gone home\n"));
    }

    void passesOnHowTheProgramEnded_data()
    {
        QTest::addColumn<bool>("masked");
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("crashed");
        for (const bool masked : {false, true}) {
            const char *const how = masked ? "masked" : "plain";
            QTest::addRow("%s: well", how) << masked << QByteArray("exit 0") << 0 << false;
            QTest::addRow("%s: one", how) << masked << QByteArray("exit 1") << 1 << false;
            QTest::addRow("%s: large", how) << masked << QByteArray("exit 254") << 254 << false;
            QTest::addRow("%s: terminated", how)
                << masked << QByteArray("kill -TERM $$") << SIGTERM << true;
            QTest::addRow("%s: killed", how)
                << masked << QByteArray("kill -KILL $$") << SIGKILL << true;
            QTest::addRow("%s: aborted", how)
                << masked << QByteArray("ulimit -c 0; kill -ABRT $$") << SIGABRT << true;
        }
    }
    void passesOnHowTheProgramEnded()
    {
        QFETCH(const bool, masked);
        QFETCH(const QByteArray, script);
        QFETCH(const int, code);
        QFETCH(const bool, crashed);
        DoorHouse house;
        const QStringList options = masked ? QStringList{QStringLiteral("--mask")} : QStringList();
        const auto ended = house.run(shell(options, script.constData()));
        QCOMPARE(ended.crashed, crashed);
        QCOMPARE(ended.code, code);
    }

    void aProgramThatIsNotThereIsNotFound_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("plain") << QStringList();
        QTest::newRow("masked") << QStringList{QStringLiteral("--mask")};
    }
    void aProgramThatIsNotThereIsNotFound()
    {
        QFETCH(const QStringList, options);
        DoorHouse house;
        const auto ended =
            house.run(QStringList{QStringLiteral("run")} + options
                      + QStringList{QStringLiteral("--"), QStringLiteral("no-such-program")});
        QCOMPARE(ended.code, 3);
        QVERIFY(ended.err.contains("no-such-program"));
    }

    void runsNothingWhenAReferenceFails()
    {
        DoorHouse house;
        const QString file = house.write(QStringLiteral(".env"), "A=1\nB=auth://no/no/token\n");
        const auto ended =
            house.run(shell({QStringLiteral("--env-file"), file}, "touch \"$HOME/ran\""));
        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.err.contains(".env, line 2: There is no such thing."),
                 ended.err.constData());
        QVERIFY(!QFile::exists(house.home.filePath(QStringLiteral("ran"))));
    }

    void masksBothOutputs()
    {
        DoorHouse house;
        const auto ended = house.run(shell(
            {QStringLiteral("--mask"), QStringLiteral("--env"), token},
            "printf '<%s>\\n' \"$TOKEN\"; printf '%s' \"$TOKEN\" | base64; echo \"$TOKEN\" >&2;"
            "for c in g h o _ 1 6 C 7 e 4 2 F / 2 9 2 c + 6 9 1 2; do printf %s $c; done; echo"));
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.out, QByteArray("<***>\n***\n***\n"));
        QCOMPARE(ended.err, QByteArray("***\n"));
    }

    void passesInputAndLargeOutputOn()
    {
        DoorHouse house;
        const QByteArray much = QByteArray(3 * 1024 * 1024, 'x') + '\n';
        const auto ended = house.run({QStringLiteral("run"),
                                      QStringLiteral("--mask"),
                                      QStringLiteral("--env"),
                                      token,
                                      QStringLiteral("--"),
                                      QStringLiteral("cat")},
                                     much);
        QCOMPARE(ended.out.size(), much.size());
        QVERIFY(ended.out == much);
    }

    void signalsReachTheProgram()
    {
        DoorHouse house;
        QProcess process;
        house.start(
            process,
            shell({QStringLiteral("--mask")},
                  "trap 'echo got; exit 9' TERM; echo ready; while :; do sleep 0.05; done"));
        QTRY_VERIFY_WITH_TIMEOUT(process.bytesAvailable() > 0 || !process.waitForReadyRead(50),
                                 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(process.bytesAvailable() > 0, 20'000);
        ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
        const auto ended = DoorHouse::ended(process);
        QCOMPARE(ended.code, 9);
        QCOMPARE(ended.out, QByteArray("ready\ngot\n"));
    }

    void doesNotWaitForWhatTheProgramLeavesBehind()
    {
        DoorHouse house;
        const auto ended =
            house.run(shell({QStringLiteral("--mask")}, "sleep 20 & echo done; exit 4"));
        QCOMPARE(ended.code, 4);
        QCOMPARE(ended.out, QByteArray("done\n"));
    }

    void theProgramSeesATerminalWhereThereIsOne()
    {
        DoorHouse house;
        const auto ended = onTerminal(
            house,
            shell(
                {QStringLiteral("--mask"), QStringLiteral("--env"), token},
                "test -t 0 && test -t 1 && test -t 2 && echo terminal; stty size; echo \"$TOKEN\";"
                "exit 6"));
        QCOMPARE(ended.shown, QByteArray("terminal\r\n33 77\r\n***\r\n"));
        QVERIFY(WIFEXITED(ended.status));
        QCOMPARE(WEXITSTATUS(ended.status), 6);
    }

    void keysReachTheProgram()
    {
        DoorHouse house;
        bool typed = false;
        const auto ended = onTerminal(
            house,
            shell({QStringLiteral("--mask")}, "printf 'name: '; read name; echo \"hello $name\""),
            [&typed](int terminal, const QByteArray &shown) {
                if (!typed && shown.contains("name: ")) {
                    typed = ::write(terminal, "maria\n", 6) == 6;
                }
            });
        QVERIFY2(ended.shown.contains("hello maria"), ended.shown.constData());
        QCOMPARE(WEXITSTATUS(ended.status), 0);
    }

    void ctrlCReachesTheProgramOnce()
    {
        DoorHouse house;
        bool typed = false;
        const auto ended = onTerminal(
            house,
            shell({QStringLiteral("--mask")},
                  "trap 'echo got; exit 3' INT; echo ready; while :; do sleep 0.05; done"),
            [&typed](int terminal, const QByteArray &shown) {
                if (!typed && shown.contains("ready"))
                    typed = ::write(terminal, "\x03", 1) == 1;
            });
        QCOMPARE(ended.shown.count("got"), 1);
        QVERIFY(WIFEXITED(ended.status));
        QCOMPARE(WEXITSTATUS(ended.status), 3);
    }
};

QTEST_GUILESS_MAIN(RunTest)
#include "tst_run.moc"
