// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "latchkeyrun.h"
#include "support/scriptedagent.h"

#include <QDir>
#include <QFile>
#include <QTest>

//! What a shell can do to a program: closed and full outputs, closed inputs, pipes in place of
//! files, words without end and in no encoding. Each is one sentence and the right exit code.
class HostileUserTest : public QObject
{
    Q_OBJECT

private:
    ScriptedAgent m_agent{[](const QJsonObject &request) -> ScriptedAgent::Answer {
        const QString method = request.value(QStringLiteral("method")).toString();
        if (method == QLatin1String("get_account"))
            return {ScriptedAgent::error(request, -32001, "not_found", "There is none.")};
        if (method == QLatin1String("add_account"))
            return {ScriptedAgent::result(
                request,
                ScriptedAgent::json(
                    R"({"added":true,"account":{"service":"openai","account":"x-y"}})"))};
        return {ScriptedAgent::result(
            request, ScriptedAgent::json(R"({"token":"s3cret","type":"value","value":"s3cret",
                "accounts":[],"state":"unlocked"})"))};
    }};
    LatchkeyProgram m_program{m_agent.path()};

    //! Runs a line of the shell, in which `latchkey` is the program.
    [[nodiscard]] LatchkeyRun shell(const QByteArray &line)
    {
        QProcess process;
        process.setProcessEnvironment(m_program.environment());
        process.setWorkingDirectory(m_program.home());
        process.start(QStringLiteral("bash"),
                      {QStringLiteral("-c"),
                       QStringLiteral("latchkey() { %1 \"$@\"; }; ").arg(QLatin1String(LATCHKEY))
                           + QString::fromUtf8(line)});
        process.closeWriteChannel();
        LatchkeyRun run;
        if (process.waitForFinished(30'000) && process.exitStatus() == QProcess::NormalExit)
            run.code = process.exitCode();
        run.out = process.readAllStandardOutput();
        run.err = process.readAllStandardError();
        return run;
    }

private Q_SLOTS:
    void whatIsClosedIsSaidAndNobodyElseGetsTheWords_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *line, int code, const char *said) {
            QTest::newRow(line) << QByteArray(line) << code << QByteArray(said);
        };
        const char *const unwritten = "The output could not be written: Bad file descriptor.";
        row("latchkey get-token github work >&-", 1, unwritten);
        row("latchkey status >&-", 1, unwritten);
        row("latchkey help >&-", 1, unwritten);
        row("latchkey get-token github work >&- 2>&-", 1, "");
        row("latchkey get-token github work <&- >&- 2>&-", 1, "");
        row("latchkey show github work 2>&-", 3, "");
        row("latchkey show github work <&- 2>&-", 3, "");
        row("latchkey add-account a b --api-key-stdin <&-",
            1,
            "Standard input could not be read: Bad file descriptor.");
        row("latchkey inject <&-", 1, "Standard input: Bad file descriptor.");
        row("latchkey git-credential get <&-", 1, "Standard input: Bad file descriptor.");
        row("latchkey get-token github work >/dev/full",
            1,
            "The output could not be written: No space left on device.");
        row("latchkey run --mask --env A=auth://github/work/token -- sh -c 'echo $A' >/dev/full",
            1,
            "What the program printed could not be written: No space left on device.");
    }
    void whatIsClosedIsSaidAndNobodyElseGetsTheWords()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const int, code);
        QFETCH(const QByteArray, said);
        const qsizetype before = m_agent.requests().size();

        const LatchkeyRun run = shell(line);

        QCOMPARE(run.code, code);
        QCOMPARE(run.out, QByteArray());
        QCOMPARE(run.err, said.isEmpty() ? QByteArray() : "latchkey: " + said + '\n');
        // The socket has not taken the number of what was closed.
        const QList<QJsonObject> requests = m_agent.requests().mid(before);
        QVERIFY(requests.size() <= 1);
        for (const QJsonObject &request : requests)
            QVERIFY(request.contains(QLatin1String("method")));
    }

    void aPipeIsWrittenIntoNotReplaced()
    {
        const LatchkeyRun run =
            shell("mkfifo pipe && { cat pipe & } && echo 'a {{ auth://github/work/token }}' "
                  "| latchkey inject -o pipe; code=$?; wait; test -p pipe && exit $code");
        QCOMPARE(run.err, QByteArray());
        QCOMPARE(run.out, QByteArray("a s3cret\n"));
        QCOMPARE(run.code, 0);
    }

    void wordsWithoutEndAreNotGivenBackWhole()
    {
        const LatchkeyRun run = shell("latchkey $(printf 'ä%.0s' {1..50000})");
        QCOMPARE(run.code, 2);
        QVERIFY(run.err.size() < 1200);
        QVERIFY(run.err.startsWith("latchkey: There is no verb \"ää"));
        QVERIFY(run.err.contains("ä … ä"));
        QVERIFY(QString::fromUtf8(run.err).toUtf8() == run.err); // no letter was cut in two
    }

    void whatIsNoUtf8IsSaidAndNotSent_data()
    {
        QTest::addColumn<QByteArray>("line");
        const auto row = [](const char *line) { QTest::newRow(line) << QByteArray(line); };
        row("latchkey get-token github $'wo\\xffrk'");
        row("latchkey get-token github $'wo\\xed\\xa0\\x80rk'"); // half a surrogate
        row("latchkey get-token github $'wo\\xc0\\xafrk'"); // longer than it has to be
        row("latchkey get-token github $'wo\\xe2\\x82'"); // cut off
        row("printf 'sk-\\xfe12345678' | latchkey add-account openai lab --api-key-stdin");
    }
    void whatIsNoUtf8IsSaidAndNotSent()
    {
        QFETCH(const QByteArray, line);
        const qsizetype before = m_agent.requests().size();
        const LatchkeyRun run = shell(line);
        QCOMPARE(run.code, 2);
        QCOMPARE(run.err,
                 QByteArray("latchkey: A name or a value is not UTF-8, which is all that the agent "
                            "reads.\n  Look for letters of another encoding.\n"));
        QCOMPARE(m_agent.requests().size(), before);
    }

    void anAccountIsNamedAsItIsKept()
    {
        const LatchkeyRun run =
            shell("echo sk-12345678 | latchkey add-account OpenAI 'x y' --api-key-stdin");
        QCOMPARE(run.code, 0);
        QCOMPARE(run.err, QByteArray("Added openai/x-y.\n"));
    }

    void anAgentThatCannotStartSaysWhyItself()
    {
        LatchkeyProgram program;
        const QString folder = program.home() + QStringLiteral("/bin");
        QVERIFY(QDir().mkpath(folder));
        QFile agent(folder + QStringLiteral("/latchkeyd"));
        QVERIFY(agent.open(QIODevice::WriteOnly));
        agent.write("#!/bin/sh\n"
                    "echo 'The folder /srv/x cannot be written.' >&2\n"
                    "echo 'Look at who owns it.' >&2\nexit 1\n");
        agent.close();
        QVERIFY(agent.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        program.set("PATH", folder + QStringLiteral(":/usr/bin:/bin"));
        const LatchkeyRun run = program.run({QStringLiteral("list")});
        QCOMPARE(run.code, 15);
        QCOMPARE(run.err,
                 QByteArray("latchkey: The agent cannot start: The folder /srv/x cannot be "
                            "written.\n  Look at who owns it.\n"));
    }
};

QTEST_GUILESS_MAIN(HostileUserTest)
#include "tst_hostileuser.moc"
