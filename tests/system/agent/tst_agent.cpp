// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agentworld.h"

#include <QRegularExpression>

#include <csignal>

//! The agent's day: it comes, serves, reads its files again, goes in order.
class AgentTest : public QObject
{
    Q_OBJECT

private:
    static int numberOf(const QJsonObject &answer)
    {
        return answer.value(QLatin1String("error")).toObject().value(QLatin1String("code")).toInt();
    }
    static bool isLogged(const AgentWorld &world, const char *text)
    {
        return QTest::qWaitFor([&] { return world.log().contains(text); }, 10'000);
    }

private Q_SLOTS:
    void givesATokenToAProgram()
    {
        AgentWorld world;
        VERIFY_RESULT(world.seed(3600));
        world.startAgent();
        const auto caller = world.connect();
        QVERIFY2(caller, "The agent has no socket.");

        const QJsonObject token = caller->result(QStringLiteral("get_token"), AgentWorld::maria());

        QCOMPARE(token.value(QLatin1String("access_token")).toString(), QStringLiteral("at-0"));
        const QJsonObject list = caller->result(QStringLiteral("list_accounts"));
        QCOMPARE(list.value(QLatin1String("accounts")).toArray().size(), 1);
        const auto only = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFile::permissions(world.paths.agentSocket()), only);
    }

    void aLockedAgentSaysSo()
    {
        AgentWorld world;
        VERIFY_RESULT(world.seed(3600));
        world.startAgent();
        const auto caller = world.connect();
        QVERIFY(caller);
        QVERIFY(!caller->ask(QStringLiteral("lock")).contains(QLatin1String("error")));
        QCOMPARE(numberOf(caller->ask(QStringLiteral("get_token"), AgentWorld::maria())), -32002);
        QVERIFY(!caller->ask(QStringLiteral("unlock")).contains(QLatin1String("error")));
        QVERIFY(caller->ask(QStringLiteral("get_token"), AgentWorld::maria())
                    .contains(QLatin1String("result")));
    }

    void manyCallersCauseOneRefresh()
    {
        AgentWorld world;
        VERIFY_RESULT(world.seed(-10));
        world.startAgent();
        QVERIFY(world.connect());
        std::vector<std::unique_ptr<AgentCaller>> callers;
        for (int i = 0; i < 50; ++i)
            callers.push_back(world.connect());
        const int each = 20; // 1,000 calls in all
        for (const auto &caller : callers) {
            for (int i = 0; i < each; ++i)
                caller->send(QStringLiteral("get_token"), AgentWorld::maria());
        }
        for (const auto &caller : callers) {
            QVERIFY(QTest::qWaitFor([&] { return caller->answers.size() == each; }, 60'000));
            for (const QJsonObject &answer : std::as_const(caller->answers)) {
                QCOMPARE(answer.value(QLatin1String("result"))
                             .toObject()
                             .value(QLatin1String("token"))
                             .toString(),
                         QStringLiteral("at-1"));
            }
        }
        QCOMPARE(world.used, QStringList{QStringLiteral("rt-0")});
    }

    void anAgentThatIsAskedToEndFinishesWhatIsUnderWay_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void anAgentThatIsAskedToEndFinishesWhatIsUnderWay()
    {
        QFETCH(int, signal);
        AgentWorld world;
        VERIFY_RESULT(world.seed(-10));
        QProcess *agent = world.startAgent();
        const auto caller = world.connect();
        QVERIFY(caller);
        // It is asked to end while the provider has its question.
        world.whenAsked = [&] { ::kill(pid_t(agent->processId()), signal); };

        const int id = caller->send(QStringLiteral("get_token"), AgentWorld::maria());

        QVERIFY(caller->waitFor(id));
        QCOMPARE(caller->answers.value(id)
                     .value(QLatin1String("result"))
                     .toObject()
                     .value(QLatin1String("token"))
                     .toString(),
                 QStringLiteral("at-1"));
        QTRY_COMPARE_WITH_TIMEOUT(agent->state(), QProcess::NotRunning, 10'000);
        QCOMPARE(agent->exitStatus(), QProcess::NormalExit);
        QCOMPARE(agent->exitCode(), 0);
        QVERIFY(world.log().contains("Ended in order."));
        QVERIFY(!QFile::exists(world.paths.agentSocket()));
        QVERIFY(!base::FileLock::holderOf(world.paths.agentLock()));
        const auto kept = world.kept();
        VERIFY_RESULT(kept);
        QVERIFY(kept->refreshToken.equals("rt-1"));
    }

    void aSecondSignalEndsItAtOnce()
    {
        AgentWorld world;
        VERIFY_RESULT(world.seed(-10));
        world.hangs = true;
        QProcess *agent = world.startAgent();
        const auto caller = world.connect();
        QVERIFY(caller);
        bool isAsked = false;
        world.whenAsked = [&] { isAsked = true; };
        caller->send(QStringLiteral("get_token"), AgentWorld::maria());
        QTRY_VERIFY_WITH_TIMEOUT(isAsked, 10'000);
        ::kill(pid_t(agent->processId()), SIGTERM);
        QVERIFY(isLogged(world, "Asked to end"));
        ::kill(pid_t(agent->processId()), SIGTERM);
        QTRY_COMPARE_WITH_TIMEOUT(agent->state(), QProcess::NotRunning, 5000);
        QCOMPARE(agent->exitCode(), 128 + SIGTERM);
    }

    void shutdownIsAnsweredBeforeItEnds()
    {
        AgentWorld world;
        VERIFY_RESULT(world.seed(3600));
        QProcess *agent = world.startAgent();
        const auto caller = world.connect();
        QVERIFY(caller);
        QVERIFY(caller->ask(QStringLiteral("shutdown")).contains(QLatin1String("result")));
        QTRY_COMPARE_WITH_TIMEOUT(agent->state(), QProcess::NotRunning, 10'000);
        QCOMPARE(agent->exitCode(), 0);
        QTRY_VERIFY(caller->isClosed());
    }

    void hangupReadsTheConfigurationAgain()
    {
        AgentWorld world;
        VERIFY_RESULT(world.seed(3600));
        QProcess *agent = world.startAgent();
        const auto caller = world.connect();
        QVERIFY(caller);
        const auto write = [&](const char *text) {
            QFile file(world.paths.configFile());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write("[consent]\nwait_seconds = 17\n");
        ::kill(pid_t(agent->processId()), SIGHUP);
        QVERIFY(isLogged(world, "The configuration was read again."));
        const QJsonObject key{{QStringLiteral("key"), QStringLiteral("consent.wait_seconds")}};
        const auto value = [&] {
            return QJsonDocument(caller->result(QStringLiteral("config.get"), key)).toJson();
        };
        QVERIFY2(value().contains("17"), value().constData());

        write("[consent]\nwait_seconds = \"soon\"\n");
        ::kill(pid_t(agent->processId()), SIGHUP);
        QVERIFY(isLogged(world, "it has a mistake"));
        QVERIFY(world.log().contains("consent.wait_seconds"));
        QVERIFY(value().contains("17")); // what holds is what held
    }

    void aSocketThatWasLeftBehindIsNoObstacle()
    {
        AgentWorld world;
        VERIFY_RESULT(world.seed(3600));
        QProcess *first = world.startAgent();
        QVERIFY(world.connect());
        first->kill();
        QVERIFY(first->waitForFinished(5000));
        QVERIFY(QFile::exists(world.paths.agentSocket()));
        QVERIFY(QFile::exists(world.paths.agentLock()));
        world.startAgent();
        const auto caller = world.connect();
        QVERIFY(caller);
        QVERIFY(!caller->result(QStringLiteral("status")).isEmpty());
    }

    void whatItCannotUseItSays_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("says");
        QTest::newRow("a path that is too long") << "long"
                                                 << "long";
        QTest::newRow("a file in the way") << "file"
                                           << "agent.sock";
        QTest::newRow("wrong configuration") << "config"
                                             << "config.toml:2";
    }
    void whatItCannotUseItSays()
    {
        QFETCH(QString, what);
        QFETCH(QString, says);
        AgentWorld world;
        VERIFY_RESULT(world.seed(3600));
        QStringList arguments{QStringLiteral("--foreground")};
        if (what == u"long")
            arguments << QStringLiteral("--socket")
                      << world.folder.filePath(QString(120, u'x') + QStringLiteral(".sock"));
        if (what == u"file") {
            QFile file(world.paths.agentSocket());
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        if (what == u"config") {
            QFile file(world.paths.configFile());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("[consent]\nwait_seconds = \"soon\"\n");
        }
        QProcess *agent = world.startAgent(arguments);
        QTRY_COMPARE_WITH_TIMEOUT(agent->state(), QProcess::NotRunning, 15'000);
        QVERIFY(agent->exitCode() != 0);
        const QByteArray said = agent->readAllStandardError();
        QVERIFY2(said.contains(says.toUtf8()), said.constData());
    }

    void foldersOfOthersAreRefusedAndOpenOnesClosed()
    {
        AgentWorld world;
        VERIFY_RESULT(world.seed(3600));
        QFile::setPermissions(world.paths.runtime, QFile::Permissions(0x7777));
        world.startAgent();
        const auto caller = world.connect();
        QVERIFY(caller);
        QCOMPARE(QFile::permissions(world.paths.runtime) & QFile::Permissions(0x77),
                 QFile::Permissions());
        if (::geteuid() != 0)
            QSKIP("Only root can give a folder away.");
        AgentWorld other;
        VERIFY_RESULT(other.seed(3600));
        QVERIFY(::chown(QFile::encodeName(other.paths.runtime).constData(), 65534, 65534) == 0);
        QProcess *agent = other.startAgent();
        QTRY_COMPARE_WITH_TIMEOUT(agent->state(), QProcess::NotRunning, 15'000);
        QVERIFY(agent->exitCode() != 0);
        QVERIFY(agent->readAllStandardError().contains("belongs to somebody else"));
    }

    void everyRequestHasATraceIdInTheLog()
    {
        AgentWorld world;
        VERIFY_RESULT(world.seed(-10));
        world.environment.insert(QStringLiteral("LATCHKEY_LOG_LEVEL"), QStringLiteral("debug"));
        world.startAgent();
        const auto caller = world.connect();
        QVERIFY(caller);
        QVERIFY(!caller->result(QStringLiteral("get_token"), AgentWorld::maria()).isEmpty());
        QVERIFY(isLogged(world, "get_token"));
        bool isTraced = false;
        const QByteArrayList lines = world.log().split('\n');
        for (const QByteArray &line : lines) {
            const QJsonObject entry = QJsonDocument::fromJson(line).object();
            isTraced = isTraced
                       || (entry.value(QLatin1String("message"))
                               .toString()
                               .contains(QLatin1String("get_token"))
                           && !entry.value(QLatin1String("trace_id")).toString().isEmpty());
        }
        QVERIFY(isTraced);
        QVERIFY2(!world.log().contains("at-1") && !world.log().contains("rt-"),
                 "A secret is in the log.");
    }
};

QTEST_GUILESS_MAIN(AgentTest)
#include "tst_agent.moc"
