// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agentworld.h"

#include <QStandardPaths>

#include <csignal>

//! The agent under a service manager, and the agent for one connection.
class AgentUnitsTest : public QObject
{
    Q_OBJECT

private:
    //! handed.py, with the agent behind it.
    static QProcess *startManager(AgentWorld &world)
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(world.environment);
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QStringLiteral("python3"),
                       {QStringLiteral(AGENT_TESTS "/handed.py"),
                        world.paths.agentSocket(),
                        world.folder.filePath(QStringLiteral("notify")),
                        AgentWorld::agentProgram()});
        world.processes.push_back(std::move(process));
        return world.processes.back().get();
    }
    static bool says(QProcess *process, QByteArray &heard, const char *text)
    {
        return QTest::qWaitFor(
            [&] {
                heard += process->readAllStandardOutput();
                return heard.contains(text);
            },
            15'000);
    }
    static QJsonObject once(AgentWorld &world, const QByteArray &lines, int *exitCode)
    {
        QProcess *agent = nullptr;
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(world.environment);
        world.processes.push_back(std::move(process));
        agent = world.processes.back().get();
        agent->start(AgentWorld::agentProgram(), {QStringLiteral("--once")});
        agent->write(lines);
        QByteArray out;
        if (!QTest::qWaitFor(
                [&] {
                    out += agent->readAllStandardOutput();
                    return out.contains('\n');
                },
                15'000))
            return {};
        agent->closeWriteChannel();
        if (!QTest::qWaitFor([&] { return agent->state() == QProcess::NotRunning; }, 15'000))
            return {};
        *exitCode = agent->exitCode();
        out += agent->readAllStandardOutput();
        return QJsonDocument::fromJson(out.left(out.indexOf('\n'))).object();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty())
            QSKIP("python3 is not installed.");
    }

    void aServiceManagerStartsItWhenSomebodyComes()
    {
        AgentWorld world;
        VERIFY_RESULT(world.seed(-10));
        QProcess *manager = startManager(world);
        QByteArray heard;
        QVERIFY(says(manager, heard, "listening"));
        // The first caller is what starts it, and gets his answer.
        const auto caller = world.connect();
        QVERIFY(caller);
        const QJsonObject token = caller->result(QStringLiteral("get_token"), AgentWorld::maria());
        QCOMPARE(token.value(QLatin1String("token")).toString(), QStringLiteral("at-1"));
        QVERIFY2(says(manager, heard, "READY=1 STATUS="), heard.constData());
        QVERIFY2(says(manager, heard, "WATCHDOG=1"), heard.constData());

        // It reads its files again, and goes; the socket stays the manager's.
        const auto pid =
            pid_t(heard.mid(heard.indexOf("started ") + 8).split('\n').first().toInt());
        QVERIFY(pid > 0);
        ::kill(pid, SIGHUP);
        QVERIFY2(says(manager, heard, "RELOADING=1"), heard.constData());
        ::kill(pid, SIGTERM);
        QVERIFY2(says(manager, heard, "STOPPING=1"), heard.constData());
        QVERIFY2(says(manager, heard, "ended 0"), heard.constData());
        QVERIFY(QFile::exists(world.paths.agentSocket()));
        // And comes again with the next caller.
        const auto next = world.connect();
        QVERIFY(next);
        QVERIFY(!next->result(QStringLiteral("status")).isEmpty());
    }

    void systemdHasNothingToSayAgainstTheUnits()
    {
        const QString analyze = QStandardPaths::findExecutable(QStringLiteral("systemd-analyze"));
        if (analyze.isEmpty())
            QSKIP("systemd is not installed.");
        AgentWorld world;
        QStringList words{QStringLiteral("verify"),
                          QStringLiteral("--user"),
                          QStringLiteral("--man=no")}; // the page is not installed here
        for (const char *name : {"latchkeyd.service", "latchkeyd.socket"}) {
            QFile unit(QStringLiteral(UNITS "/%1.in").arg(QLatin1String(name)));
            QVERIFY(unit.open(QIODevice::ReadOnly));
            QByteArray text = unit.readAll();
            text.replace("@CMAKE_INSTALL_FULL_BINDIR@",
                         QFileInfo(AgentWorld::agentProgram()).path().toUtf8());
            QVERIFY(!text.contains('@'));
            const QString path = world.folder.filePath(QString::fromLatin1(name));
            QFile made(path);
            QVERIFY(made.open(QIODevice::WriteOnly));
            QCOMPARE(made.write(text), text.size());
            words += path;
        }
        QProcess process;
        process.setProcessEnvironment(world.environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(analyze, words);
        QVERIFY(process.waitForFinished(30'000));
        // An unknown key is a remark, with exit code 0.
        QCOMPARE(process.readAll(), QByteArray());
        QCOMPARE(process.exitCode(), 0);
    }

    void systemdsOwnActivationStartsIt()
    {
        const QString activate =
            QStandardPaths::findExecutable(QStringLiteral("systemd-socket-activate"));
        if (activate.isEmpty())
            QSKIP("systemd is not installed.");
        AgentWorld world;
        VERIFY_RESULT(world.seed(3600));
        QStringList words{QStringLiteral("--listen=") + world.paths.agentSocket()};
        const QStringList variables = world.environment.keys();
        for (const QString &name : variables) // else it hands on next to nothing
            words += QStringLiteral("--setenv=%1").arg(name);
        words += {AgentWorld::agentProgram(), QStringLiteral("--foreground")};
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(world.environment);
        process->setProcessChannelMode(QProcess::MergedChannels);
        process->start(activate, words);
        QProcess *const activated = process.get();
        world.processes.push_back(std::move(process));
        QTRY_VERIFY(QFile::exists(world.paths.agentSocket()));
        const auto pid = pid_t(activated->processId());
        const QString running = QStringLiteral("/proc/%1/exe").arg(pid);
        QVERIFY(!QFile::symLinkTarget(running).endsWith(QLatin1String("/latchkeyd")));

        const auto caller = world.connect();
        QVERIFY(caller);
        const QJsonObject token = caller->result(QStringLiteral("get_token"), AgentWorld::maria());

        QCOMPARE(token.value(QLatin1String("service")).toString(), QStringLiteral("fixture"));
        QVERIFY(!token.value(QLatin1String("token")).toString().isEmpty());
        // It has turned into the agent, which holds the lock and leaves the manager's socket alone.
        QVERIFY(QFile::symLinkTarget(running).endsWith(QLatin1String("/latchkeyd")));
        QCOMPARE(caller->result(QStringLiteral("status")).value(QLatin1String("pid")).toInt(), pid);
        ::kill(pid, SIGTERM);
        QTRY_COMPARE_WITH_TIMEOUT(activated->state(), QProcess::NotRunning, 15'000);
        QCOMPARE(activated->exitCode(), 0);
        QVERIFY2(activated->readAll().contains("Ended in order."), "it said so in the log");
        QVERIFY(QFile::exists(world.paths.agentSocket()));
    }

    void whereAnotherServesAlreadyCallersAreSentThere()
    {
        AgentWorld world;
        VERIFY_RESULT(world.seed(3600));
        QProcess *manager = startManager(world);
        QByteArray heard;
        QVERIFY(says(manager, heard, "listening"));
        // One that was started by hand has taken the place, under a path of its own.
        QProcess *other = world.startAgent(
            {QStringLiteral("--socket"), world.folder.filePath(QStringLiteral("own.sock"))});
        AgentCaller waiting(world.folder.filePath(QStringLiteral("own.sock")));
        QVERIFY(QTest::qWaitFor(
            [&] { return QFile::exists(world.folder.filePath(QStringLiteral("own.sock"))); },
            15'000));
        const auto caller = world.connect();
        QVERIFY(caller);
        caller->send(QStringLiteral("status"));
        QVERIFY2(says(manager, heard, "ended 0"), heard.constData());
        QTRY_VERIFY_WITH_TIMEOUT(caller->isClosed(), 10'000);
        QVERIFY(caller->answers.isEmpty());
        QCOMPARE(other->state(), QProcess::Running);
    }

    void onceServesOneConnection()
    {
        AgentWorld world;
        VERIFY_RESULT(world.seed(3600));
        world.environment.insert(QStringLiteral("LATCHKEY_CONSENT_POLICY"), QStringLiteral("ask"));
        int exitCode = -1;
        const QJsonObject answer = once(world,
                                        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"get_token\","
                                        "\"params\":[\"fixture\",\"maria\"]}\n",
                                        &exitCode);
        QCOMPARE(answer.value(QLatin1String("id")).toInt(), 7);
        QCOMPARE(answer.value(QLatin1String("result"))
                     .toObject()
                     .value(QLatin1String("token"))
                     .toString(),
                 QStringLiteral("at-0"));
        QCOMPARE(exitCode, 0);
        QVERIFY(!QFile::exists(world.paths.agentSocket()));
        QVERIFY(!base::FileLock::holderOf(world.paths.agentLock()));
    }

    void onceHoldsToRules()
    {
        AgentWorld world;
        VERIFY_RESULT(world.seed(3600));
        world.environment.insert(QStringLiteral("LATCHKEY_CONSENT_POLICY"), QStringLiteral("deny"));
        int exitCode = -1;
        const QJsonObject answer = once(world,
                                        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"get_token\","
                                        "\"params\":[\"fixture\",\"maria\"]}\n",
                                        &exitCode);
        QCOMPARE(
            answer.value(QLatin1String("error")).toObject().value(QLatin1String("code")).toInt(),
            -32003);
    }

    void onceSaysThatAnAgentRuns()
    {
        AgentWorld world;
        VERIFY_RESULT(world.seed(3600));
        world.startAgent();
        QVERIFY(world.connect());
        int exitCode = -1;
        const QJsonObject answer =
            once(world, "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"status\"}\n", &exitCode);
        const QJsonObject error = answer.value(QLatin1String("error")).toObject();
        QCOMPARE(error.value(QLatin1String("code")).toInt(), -32009);
        QCOMPARE(error.value(QLatin1String("message")).toString(),
                 QStringLiteral("An agent is running; leave out --direct."));
        QVERIFY(exitCode != 0);
    }
};

QTEST_GUILESS_MAIN(AgentUnitsTest)
#include "tst_agentunits.moc"
