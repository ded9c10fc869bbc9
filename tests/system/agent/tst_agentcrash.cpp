// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agentworld.h"

#include <csignal>

//! Agents that die, and agents that come at the same time.
class AgentCrashTest : public QObject
{
    Q_OBJECT

private:
#ifdef DESKTOP
    static QString desktopProgram()
    {
        return qEnvironmentVariable("LATCHKEY_DESKTOP", QStringLiteral(DESKTOP));
    }
#endif
    static QList<qint64> running(const AgentWorld &world)
    {
        QList<qint64> pids;
        for (const auto &process : world.processes) {
            if (process->state() != QProcess::NotRunning)
                pids += process->processId();
        }
        return pids;
    }
    static int accountsOf(AgentCaller &caller)
    {
        const QJsonObject list = caller.result(QStringLiteral("list_accounts"));
        return int(list.value(QLatin1String("accounts")).toArray().size());
    }
    static int answersOf(const std::vector<std::unique_ptr<AgentCaller>> &callers)
    {
        int answers = 0;
        for (const auto &caller : callers)
            answers += int(caller->answers.size());
        return answers;
    }
    static qint64 pidOf(AgentCaller &caller)
    {
        return caller.result(QStringLiteral("status")).value(QLatin1String("pid")).toInteger();
    }

private Q_SLOTS:
    //! kill -9 under load, again and again: every token that a program has seen was stored before,
    //! and the next agent goes on from there.
    void aKilledAgentLosesNothing()
    {
        AgentWorld world;
        world.lifetime = 1; // every call renews
        // A reply that dies with whoever waited for it is the provider's to mend.
        world.givesAgain = true;
        VERIFY_RESULT(world.seed(-10));
        for (int round = 0; round < 12; ++round) {
            QProcess *agent = world.startAgent();
            std::vector<std::unique_ptr<AgentCaller>> callers;
            for (int i = 0; i < 4; ++i) {
                callers.push_back(world.connect());
                QVERIFY(callers.back());
            }
            QCOMPARE(accountsOf(*callers.front()), 1);
            for (const auto &caller : callers) {
                for (int i = 0; i < 10; ++i)
                    caller->send(QStringLiteral("get_token"), AgentWorld::maria());
            }
            const int enough = 2 + round * 3; // one is the list
            QVERIFY(QTest::qWaitFor([&] { return answersOf(callers) >= enough; }, 30'000));
            agent->kill();
            QVERIFY(agent->waitForFinished(5000));
            int seen = 0;
            for (const auto &caller : callers) {
                QTRY_VERIFY(caller->isClosed());
                for (const QJsonObject &answer : std::as_const(caller->answers)) {
                    const QJsonObject result = answer.value(QLatin1String("result")).toObject();
                    QVERIFY2(!result.isEmpty(), QJsonDocument(answer).toJson().constData());
                    const QString token = result.value(QLatin1String("token")).toString();
                    seen = std::max(seen, token.mid(3).toInt()); // "at-7"
                }
            }
            QVERIFY(seen > 0);
            const auto kept = world.kept();
            VERIFY_RESULT(kept);
            QVERIFY(kept->refreshToken.expose().sliced(3).toByteArray().toInt() >= seen); // "rt-7"
        }
        QVERIFY2(!world.isEnded, "An old refresh token was used.");
        // The record is whole as well.
        world.startAgent();
        const auto caller = world.connect();
        QVERIFY(caller);
        const QJsonObject record = caller->result(QStringLiteral("audit.verify"));
        QVERIFY(record.value(QLatin1String("lines")).toInteger() > 0);
    }

    void thoseWhoComeAtOnceAgreeOnOne()
    {
        AgentWorld world;
        VERIFY_RESULT(world.seed(-10));
        for (int i = 0; i < 6; ++i)
            world.startAgent();
        const auto caller = world.connect();
        QVERIFY(caller);
        const int id = caller->send(QStringLiteral("get_token"), AgentWorld::maria());
        QVERIFY(caller->waitFor(id));
        QVERIFY(caller->answers.value(id).contains(QLatin1String("result")));

        QTRY_COMPARE_WITH_TIMEOUT(running(world).size(), 1, 20'000);
        QCOMPARE(running(world).constFirst(), pidOf(*caller));
        for (const auto &process : world.processes) {
            if (process->state() == QProcess::NotRunning) {
                QCOMPARE(process->exitCode(), 0);
                QVERIFY(process->readAllStandardError().contains("Latchkey runs for you already"));
            }
        }
    }

    void whoComesWhileOneGoesTakesItsPlace()
    {
        AgentWorld world;
        VERIFY_RESULT(world.seed(3600));
        QProcess *first = world.startAgent();
        const auto caller = world.connect();
        QVERIFY(caller);
        QVERIFY(caller->ask(QStringLiteral("shutdown")).contains(QLatin1String("result")));
        QProcess *second = world.startAgent();
        QTRY_COMPARE_WITH_TIMEOUT(first->state(), QProcess::NotRunning, 10'000);
        const auto next = world.connect();
        QVERIFY(next);
        QCOMPARE(pidOf(*next), second->processId());
    }

    void aDesktopTakesOverFromAnAgent()
    {
#ifdef DESKTOP
        AgentWorld world;
        world.environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        VERIFY_RESULT(world.seed(-10));
        QProcess *agent = world.startAgent();
        const auto caller = world.connect();
        QVERIFY(caller);
        // A call is on its way when the desktop comes.
        world.whenAsked = [&] {
            if (world.processes.size() == 1)
                world.start(desktopProgram(), {QStringLiteral("--background")});
        };
        const int id = caller->send(QStringLiteral("get_token"), AgentWorld::maria());
        QVERIFY(caller->waitFor(id));
        QVERIFY(caller->answers.value(id).contains(QLatin1String("result")));
        QTRY_COMPARE_WITH_TIMEOUT(agent->state(), QProcess::NotRunning, 20'000);
        QCOMPARE(agent->exitCode(), 0);

        const auto next = world.connect();
        QVERIFY(next);
        QCOMPARE(pidOf(*next), world.processes.back()->processId());
        QCOMPARE(next->result(QStringLiteral("get_token"), AgentWorld::maria())
                     .value(QLatin1String("token"))
                     .toString(),
                 QStringLiteral("at-1"));
        QVERIFY(next->ask(QStringLiteral("shutdown")).contains(QLatin1String("result")));
        QTRY_COMPARE_WITH_TIMEOUT(world.processes.back()->state(), QProcess::NotRunning, 15'000);
#else
        QSKIP("The desktop program is not built here.");
#endif
    }

    void twoDesktopsAndAnAgentAtOnceMakeOneAgent()
    {
#ifdef DESKTOP
        AgentWorld world;
        world.environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        VERIFY_RESULT(world.seed(3600));
        for (int i = 0; i < 2; ++i)
            world.start(desktopProgram(), {QStringLiteral("--background")});
        world.startAgent();
        // Whoever calls meanwhile, as a command line does (connect again when the connection closes
        // without an answer), gets an answer.
        int answered = 0;
        QElapsedTimer watch;
        watch.start();
        while (running(world).size() > 1 && watch.elapsed() < 40'000) {
            for (int attempt = 0; attempt < 2; ++attempt) {
                const auto caller = world.connect();
                QVERIFY(caller);
                const int id = caller->send(QStringLiteral("get_token"), AgentWorld::maria());
                if (caller->waitFor(id)) {
                    QVERIFY(caller->answers.value(id).contains(QLatin1String("result")));
                    ++answered;
                    break;
                }
                QVERIFY2(attempt == 0, "A call got no answer twice.");
            }
        }
        QCOMPARE(running(world).size(), 1);
        const auto caller = world.connect();
        QVERIFY(caller);
        QCOMPARE(pidOf(*caller), running(world).constFirst());
        QVERIFY(answered > 0 || watch.elapsed() < 1000);
        QVERIFY(caller->ask(QStringLiteral("shutdown")).contains(QLatin1String("result")));
#else
        QSKIP("The desktop program is not built here.");
#endif
    }
};

QTEST_GUILESS_MAIN(AgentCrashTest)
#include "tst_agentcrash.moc"
