// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "latchkeyrun.h"
#include "support/scriptedagent.h"

#include <QJsonArray>
#include <QTest>

#include <csignal>

using Answer = ScriptedAgent::Answer;

namespace {

QString methodOf(const QJsonObject &request)
{
    return request.value(QStringLiteral("method")).toString();
}

QByteArray progress(const char *params)
{
    return ScriptedAgent::notice("sign_in.progress", ScriptedAgent::json(params));
}

const char *const codeShown = R"({"sign_in_id":"s1","step":"waiting_for_code","user_code":"AB-12",
    "verification_uri":"https://github.com/login/device"})";

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ');
}

//! An agent's program for a test: a shell script in a folder of PATH.
void writeAgentProgram(const QString &folder, const QByteArray &script)
{
    QFile file(folder + QStringLiteral("/latchkeyd"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + script);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace

//! What takes longer than one answer: sign-ins, following, Ctrl-C, terminals, agents that break,
//! and none at all.
class LatchkeyTalkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSignInIsToldToItsEnd()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::result(request, ScriptedAgent::json(R"({"sign_in_id":"s1"})"))
                    + progress(R"({"sign_in_id":"other","step":"failed"})") + progress(codeShown)
                    + progress(R"({"sign_in_id":"s1","step":"finishing"})")
                    + progress(R"({"sign_in_id":"s1","step":"done"})")};
        });
        const LatchkeyProgram program(agent.path());

        const LatchkeyRun run = program.run(words("add-account github work --device --scopes a,b"));

        QCOMPARE(run.code, 0);
        QCOMPARE(run.out, QByteArray());
        QCOMPARE(run.err,
                 QByteArray("Open https://github.com/login/device\nand enter the code AB-12\n"
                            "Fetching the tokens.\nSigned in.\n"));
        QCOMPARE(agent.requests().value(0).value(QStringLiteral("params")).toObject(),
                 ScriptedAgent::json(R"({"service":"github","account":"work","scopes":["a","b"],
                     "method":"device"})"));
    }

    void aSignInThatFailsSaysWhy()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::result(request, ScriptedAgent::json(R"({"sign_in_id":"s1"})"))
                    + progress(R"({"sign_in_id":"s1","step":"failed","error":{"code":"denied",
                        "message":"GitHub said no.","remedy":"Ask the owner."}})")};
        });
        const LatchkeyProgram program(agent.path());

        const LatchkeyRun run = program.run(words("add-account github work"));

        QCOMPARE(run.code, 5);
        QCOMPARE(run.err, QByteArray("latchkey: GitHub said no.\n  Ask the owner.\n"));
    }

    void controlCGivesTheSignInUp()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            if (methodOf(request) != QStringLiteral("add_account"))
                return {};
            return {ScriptedAgent::result(request, ScriptedAgent::json(R"({"sign_in_id":"s1"})"))
                    + progress(codeShown)};
        });
        const LatchkeyProgram program(agent.path());
        QProcess process;
        program.start(process, words("add-account github work --quiet"));
        QByteArray told;
        QTRY_VERIFY((told += process.readAllStandardError()).contains("AB-12"));

        ::kill(pid_t(process.processId()), SIGINT);

        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 14);
        QTRY_COMPARE(methodOf(agent.requests().value(1)), QStringLiteral("sign_in.cancel"));
    }

    void watchPrintsUntilControlC()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::result(request, {})
                    + ScriptedAgent::notice(
                        "event", ScriptedAgent::json(R"({"topic":"lock","state":"locked"})"))};
        });
        const LatchkeyProgram program(agent.path());
        QProcess process;
        program.start(process, words("watch --json --topic lock"));
        QByteArray out;
        QTRY_VERIFY((out += process.readAllStandardOutput()).endsWith('\n'));

        ::kill(pid_t(process.processId()), SIGINT);

        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(QJsonDocument::fromJson(out).object(),
                 ScriptedAgent::json(R"({"topic":"lock","state":"locked"})"));
    }

    void theRecordIsFollowedWithoutRepeats()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            const auto event = [](int sequence, const char *account) {
                const QJsonObject inner{{QStringLiteral("sequence"), sequence},
                                        {QStringLiteral("kind"), QStringLiteral("token_issued")},
                                        {QStringLiteral("account"), QString::fromUtf8(account)}};
                return inner;
            };
            const auto announced = [&](int sequence, const char *account) {
                return ScriptedAgent::notice("event",
                                             {{QStringLiteral("topic"), QStringLiteral("audit")},
                                              {QStringLiteral("event"), event(sequence, account)}});
            };
            if (methodOf(request) == QStringLiteral("subscribe"))
                return {ScriptedAgent::result(request, {}) + announced(1, "a/b")};
            return {ScriptedAgent::result(request,
                                          {{QStringLiteral("events"), QJsonArray{event(1, "a/b")}}})
                    + announced(2, "c/d") + announced(3, "a/b")};
        });
        const LatchkeyProgram program(agent.path());
        QProcess process;
        program.start(process, words("audit --follow --account a/b"));
        QByteArray out;
        QTRY_COMPARE((out += process.readAllStandardOutput()).count('\n'), 2);

        ::kill(pid_t(process.processId()), SIGTERM);

        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(!out.contains("c/d"));
    }

    void brokenAgentsEndInWords_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<int>("code");
        QTest::newRow("garbage") << QByteArray("SSH-2.0-OpenSSH\r\n") << false << 12;
        QTest::newRow("half a line") << QByteArray("{\"jsonrpc\"") << true << 8;
        QTest::newRow("closes") << QByteArray() << true << 8;
        QTest::newRow("silent") << QByteArray() << false << 9;
        QTest::newRow("drips") << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{") << false
                               << 9;
    }

    void brokenAgentsEndInWords()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, closes);
        QFETCH(const int, code);
        ScriptedAgent agent([&](const QJsonObject &) -> Answer { return {bytes, closes}; });
        const LatchkeyProgram program(agent.path());

        const LatchkeyRun run = program.run(words("get-token a b --timeout 1"));

        QCOMPARE(run.code, code);
        QCOMPARE(run.out, QByteArray());
        QVERIFY(run.err.startsWith("latchkey: "));
    }

    void withoutAnAgent()
    {
        const LatchkeyProgram program;

        const LatchkeyRun status = program.run(words("status"));
        const LatchkeyRun json = program.run(words("status --json"));
        const LatchkeyRun stop = program.run(words("daemon stop"));
        const LatchkeyRun token = program.run(words("get-token a b"));

        QCOMPARE(status.code, 15);
        QCOMPARE(status.out,
                 QByteArray("No agent is running. It starts by itself when a verb needs it.\n"));
        QCOMPARE(json.code, 15);
        QCOMPARE(QJsonDocument::fromJson(json.out).object().value(QStringLiteral("running")),
                 QJsonValue(false));
        QCOMPARE(stop.code, 0);
        // Nor is its program anywhere.
        QCOMPARE(token.code, 15);
        QVERIFY(token.err.contains("latchkeyd was not found"));
    }

    void anAgentThatDoesNotStartIsToldAtOnce()
    {
        LatchkeyProgram program;
        program.set("PATH", program.home() + QStringLiteral(":/usr/bin:/bin"));
        writeAgentProgram(program.home(), "exit 3\n");

        const LatchkeyRun run = program.run(words("get-token a b"));

        QCOMPARE(run.code, 15);
        QVERIFY(run.err.contains("ended at once with exit code 3"));
    }

    void directSpeaksWithAnAgentOfItsOwn()
    {
        LatchkeyProgram program;
        program.set("PATH", program.home() + QStringLiteral(":/usr/bin:/bin"));
        writeAgentProgram(program.home(),
                          "[ \"$1\" = --once ] || exit 9\nread line\n"
                          "echo '{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"token\":\"t\"}}'\n");

        const LatchkeyRun run = program.run(words("--direct get-token a b"));

        QCOMPARE(run.err, QByteArray());
        QCOMPARE(run.out, QByteArray("t\n"));
        QCOMPARE(run.code, 0);
    }

    void directStandsBackWhereAnAgentRuns()
    {
        ScriptedAgent agent([](const QJsonObject &) -> Answer { return {}; });
        const LatchkeyProgram program(agent.path());

        const LatchkeyRun run = program.run(words("--direct get-token a b"));

        QCOMPARE(run.code, 11);
        QVERIFY(run.err.contains("Leave out --direct."));
    }

    void anOutputThatCannotBeWritten_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::addColumn<QByteArray>("says");
        const QString latchkey = QStringLiteral(LATCHKEY);
        QTest::newRow("full disk")
            << latchkey + QStringLiteral(" list >/dev/full; echo $?") << QByteArray("1\n");
        QTest::newRow("reader gone")
            << QStringLiteral("(%1 list; echo $? >&2) 2>&1 | :").arg(latchkey) << QByteArray();
        QTest::newRow("reader gone, SIGPIPE ignored")
            << QStringLiteral("trap '' PIPE; exec 3>&1; { sleep 0.2; %1 list; echo $? >&3; } | :")
                   .arg(latchkey)
            << QByteArray("141\n");
    }

    void anOutputThatCannotBeWritten()
    {
        QFETCH(const QString, shell);
        QFETCH(const QByteArray, says);
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::result(
                request, ScriptedAgent::json(R"({"accounts":[{"service":"a","account":"b"}]})"))};
        });
        const LatchkeyProgram program(agent.path());
        QProcess process;
        process.setProcessEnvironment(program.environment());

        process.start(QStringLiteral("bash"), {QStringLiteral("-c"), shell});

        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.readAllStandardOutput(), says);
    }

    void coloursAreForTerminals()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::result(
                request,
                ScriptedAgent::json(
                    R"({"accounts":[{"service":"a","account":"b","standing":"valid"}]})"))};
        });
        LatchkeyProgram program(agent.path());

        const LatchkeyRun piped = program.run(words("list"));
        const LatchkeyRun shown = program.runOnTerminal(words("list"));
        program.set("NO_COLOR", QStringLiteral("1"));
        const LatchkeyRun plain = program.runOnTerminal(words("list"));

        QVERIFY(!piped.out.contains('\x1b'));
        QVERIFY(!piped.out.contains("SERVICE"));
        QVERIFY(shown.out.contains("\x1b[32mvalid\x1b[0m"));
        QVERIFY(plain.out.contains("SERVICE"));
        QVERIFY(!plain.out.contains('\x1b'));
    }

    void aLongWaitIsExplained()
    {
        ScriptedAgent agent([](const QJsonObject &) -> Answer { return {}; });
        const LatchkeyProgram program(agent.path());

        const LatchkeyRun shown = program.runOnTerminal(words("get-token a b --timeout 1"));
        const LatchkeyRun quiet = program.runOnTerminal(words("get-token a b --timeout 1 -q"));
        const LatchkeyRun piped = program.run(words("get-token a b --timeout 1"));

        QCOMPARE(shown.code, 9);
        QCOMPARE(shown.out.count("Waiting for a/b. "), 1);
        QVERIFY(!quiet.out.contains("Waiting"));
        QVERIFY(!piped.err.contains("Waiting"));
    }

    void whatOthersNamedDoesNotSteerTheTerminal()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::result(
                request,
                ScriptedAgent::json("{\"removed\":true,\"remark\":\"a\\u001b[2Jb\\u009bc"
                                    "\\u202ed\\u2066e\\u00e9\\u20ac\"}"))};
        });
        const LatchkeyProgram program(agent.path());

        const LatchkeyRun run = program.run(words("remove-account a b --force"));

        QCOMPARE(run.err, QByteArray("Removed a/b.\na [2Jb cdeé€\n"));
    }

    void aPassphraseIsNotShown()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::result(
                request, ScriptedAgent::json(R"({"state":"locked","needs_passphrase":true})"))};
        });
        const LatchkeyProgram program(agent.path());

        const LatchkeyRun run =
            program.runOnTerminal(words("unlock"), "Passphrase: ", "correct horse\n");

        QCOMPARE(run.code, 0);
        QCOMPARE(run.out, QByteArray("Passphrase: \nUnlocked.\n"));
        QCOMPARE(agent.requests().last().value(QStringLiteral("params")).toObject(),
                 ScriptedAgent::json(R"({"passphrase":"correct horse"})"));
    }

    void controlCAtAPassphraseStops()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::result(
                request, ScriptedAgent::json(R"({"state":"locked","needs_passphrase":true})"))};
        });
        const LatchkeyProgram program(agent.path());

        const LatchkeyRun run = program.runOnTerminal(words("unlock"), "Passphrase: ", "abc\x03\n");

        QCOMPARE(run.code, 14);
        QCOMPARE(agent.requests().size(), 1);
    }

    void removingAsksOnATerminal()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::result(request, {})};
        });
        const LatchkeyProgram program(agent.path());

        const LatchkeyRun no = program.runOnTerminal(words("remove-account a b"), "[y/N]", "n\n");
        const LatchkeyRun yes = program.runOnTerminal(words("remove-account a b"), "[y/N]", "y\n");

        QCOMPARE(no.code, 14);
        QCOMPARE(yes.code, 0);
        QCOMPARE(methodOf(agent.requests().last()), QStringLiteral("remove_account"));
        QCOMPARE(agent.requests().size(), 3);
    }

    void completionKnowsVerbsAndAccounts_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("offered");
        const auto row = [](const char *line, const char *offered) {
            QTest::newRow(line) << QString::fromUtf8(line) << QByteArray(offered);
        };
        row("get", "get-token");
        row("daemon ", "start stop status logs");
        row("daemon st", "start stop status");
        row("approvals ", "list revoke end");
        row("get-token ", "github gitlab");
        row("get-token gitl", "gitlab");
        row("get-token github ", "home work");
        row("get-token --format ", "text json header env");
        row("get-token --format json github w", "work");
        row("get-token a b ", "");
        row("audit --account gith", "github/home github/work");
        row("consent github work a", "ask allow");
        row("completion ", "bash zsh fish");
        row("--socket x daemon l", "logs");
        row("remove-account github work --f", "--force");
    }

    void completionKnowsVerbsAndAccounts()
    {
        QFETCH(const QString, line);
        QFETCH(const QByteArray, offered);
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::result(request, ScriptedAgent::json(R"({"accounts":[
                {"service":"github","account":"home"},{"service":"github","account":"work"},
                {"service":"gitlab","account":"x"}]})"))};
        });
        const LatchkeyProgram program(agent.path());

        const LatchkeyRun run = program.run(
            QStringList{QStringLiteral("__complete"), QStringLiteral("--")} + line.split(u' '));

        QByteArrayList found;
        for (const QByteArray &candidate : run.out.split('\n'))
            found += candidate.left(candidate.indexOf('\t'));
        found.removeAll(QByteArray());
        QCOMPARE(found.join(' '), offered);
        QCOMPARE(run.err, QByteArray());
    }

    void completionWithoutAnAgentIsQuiet()
    {
        const LatchkeyProgram program;

        const LatchkeyRun run = program.run({QStringLiteral("__complete"),
                                             QStringLiteral("--"),
                                             QStringLiteral("get-token"),
                                             QString()});

        QCOMPARE(run.code, 0);
        QCOMPARE(run.out + run.err, QByteArray());
    }

    void bashTakesTheScript()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::result(
                request,
                ScriptedAgent::json(R"({"accounts":[{"service":"github","account":"work"}]})"))};
        });
        const LatchkeyProgram program(agent.path());
        QProcess bash;
        bash.setProcessEnvironment(program.environment());
        const QString script = QStringLiteral("source <(%1 completion bash)\n"
                                              "COMP_WORDS=(%1 get-token github '') COMP_CWORD=3\n"
                                              "_latchkey; echo \"${COMPREPLY[*]}\"")
                                   .arg(QStringLiteral(LATCHKEY));

        bash.start(QStringLiteral("bash"), {QStringLiteral("-c"), script});

        QVERIFY(bash.waitForFinished(20'000));
        QCOMPARE(bash.readAllStandardOutput(), QByteArray("work\n"));
        QCOMPARE(bash.readAllStandardError(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(LatchkeyTalkTest)
#include "tst_latchkeytalk.moc"
