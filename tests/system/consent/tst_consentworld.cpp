// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../agent/agentworld.h"

#include <QTest>

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

//! The real agent asks a person about real programs; the person answers through the socket.
class ConsentWorldTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<AgentWorld> m_world;
    std::unique_ptr<AgentCaller> m_person;
    std::vector<std::unique_ptr<QProcess>> m_programs;

    void open()
    {
        m_world->startAgent({s("--foreground")});
        m_person = m_world->connect();
        QVERIFY(m_person);
    }
    //! The script that asks, as a file of its own.
    [[nodiscard]] QString script(const QString &name, const QByteArray &more = {}) const
    {
        const QString path = m_world->folder.filePath(name);
        QFile from(s(CONSENT_CLIENT));
        QFile to(path);
        if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly))
            return {};
        to.write(from.readAll() + more);
        to.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        to.close();
        // Only what was there before a process is what that process runs, and clocks go in steps.
        const auto isSettled = [&path] {
            const QDateTime changed = QFileInfo(path).metadataChangeTime();
            return changed.msecsTo(QDateTime::currentDateTime()) > 30;
        };
        return QTest::qWaitFor(isSettled) ? path : QString();
    }
    QProcess *run(const QString &path)
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(m_world->environment);
        process->start(path, {m_world->paths.agentSocket()});
        m_programs.push_back(std::move(process));
        return m_programs.back().get();
    }
    static QString said(QProcess *process)
    {
        if (!QTest::qWaitFor([process] { return process->state() == QProcess::NotRunning; },
                             20'000))
            return s("still waiting");
        return QString::fromUtf8(process->readAllStandardOutput()).trimmed();
    }
    [[nodiscard]] QJsonArray questions(int count)
    {
        QJsonArray waiting;
        const bool are = QTest::qWaitFor(
            [&] {
                waiting = m_person->result(s("approvals.waiting")).value(s("questions")).toArray();
                return waiting.size() == count;
            },
            20'000);
        return are ? waiting : QJsonArray();
    }
    void answer(const QJsonObject &question, bool allow, const char *span = "once")
    {
        const QJsonObject answered = m_person->ask(
            s("approvals.answer"),
            {{s("id"), question.value(s("id"))}, {s("allow"), allow}, {s("span"), s(span)}});
        QVERIFY2(answered.contains(s("result")), QJsonDocument(answered).toJson().constData());
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<AgentWorld>();
        m_world->environment.insert(s("LATCHKEY_CONSENT_POLICY"), s("ask"));
        m_world->environment.insert(s("LATCHKEY_AUTHORITY_ENABLED"), s("false"));
        VERIFY_RESULT(m_world->seed(3600));
        open();
    }
    void cleanup()
    {
        for (const auto &program : m_programs) {
            program->kill();
            program->waitForFinished();
        }
        m_programs.clear();
        m_person.reset();
        m_world.reset();
    }

    void aScriptIsAskedAboutUntilItChanges()
    {
        const QString path = script(s("upload.py"));
        QProcess *first = run(path);
        QJsonArray waiting = questions(1);
        QCOMPARE(waiting.size(), 1);
        const QJsonObject question = waiting.first().toObject();
        const QJsonObject program = question.value(s("program")).toObject();
        QCOMPARE(program.value(s("name")).toString(), s("upload.py"));
        QCOMPARE(program.value(s("script")).toString(), path);
        QVERIFY(program.value(s("executable")).toString().startsWith(s("/usr/bin/python3")));
        QCOMPARE(program.value(s("pid")).toInteger(), first->processId());
        QVERIFY(question.value(s("doubtful")).toBool());
        const QJsonObject always = m_person->ask(
            s("approvals.answer"),
            {{s("id"), question.value(s("id"))}, {s("allow"), true}, {s("span"), s("always")}});
        QVERIFY(always.contains(s("error"))); // nobody vouches for it
        answer(question, true, "session");
        QCOMPARE(said(first), s("at-0"));
        QCOMPARE(said(run(path)), s("at-0"));

        QCOMPARE(script(s("upload.py"), "# changed\n"), path);
        QProcess *changed = run(path);
        waiting = questions(1);
        QCOMPARE(waiting.size(), 1);
        QVERIFY(waiting.first().toObject().value(s("why")).toString().contains(s("changed")));
        answer(waiting.first().toObject(), false);
        QCOMPARE(said(changed), s("denied"));
        QCOMPARE(said(run(path)), s("denied")); // without another question
    }

    void tenProgramsAreTenQuestionsInOneList()
    {
        QList<QProcess *> all;
        for (int i = 0; i < 10; ++i)
            all += run(script(s("p%1.py").arg(i)));
        const QJsonArray waiting = questions(10);
        QCOMPARE(waiting.size(), 10);
        for (const QJsonValue &question : waiting)
            answer(question.toObject(), true);
        for (QProcess *each : all)
            QCOMPARE(said(each), s("at-0"));
    }

    void whoIsKilledTakesTheQuestionAlong()
    {
        QProcess *waiting = run(script(s("gone.py")));
        QCOMPARE(questions(1).size(), 1);
        waiting->kill();
        QVERIFY(waiting->waitForFinished());
        QTRY_VERIFY(
            m_person->result(s("approvals.waiting")).value(s("questions")).toArray().isEmpty());
    }

    void aKilledAgentForgetsTheSessionAndReadsTheRules()
    {
        const QString path = script(s("upload.py"));
        QProcess *first = run(path);
        const QJsonArray waiting = questions(1);
        QCOMPARE(waiting.size(), 1);
        answer(waiting.first().toObject(), true, "session");
        QCOMPARE(said(first), s("at-0"));
        m_world->processes.front()->kill();
        QVERIFY(m_world->processes.front()->waitForFinished());
        open();
        QProcess *again = run(path);
        QCOMPARE(questions(1).size(), 1);
        again->kill();
        QVERIFY(again->waitForFinished());

        QFile config(m_world->paths.configFile());
        QVERIFY(config.open(QIODevice::Append));
        config.write("\n[consent]\nrules = [\"allow " + path.toUtf8() + " fixture/*\"]\n");
        config.close();
        QVERIFY(m_person->ask(s("config.reload")).contains(s("result")));
        QCOMPARE(said(run(path)), s("at-0"));
    }
};

QTEST_GUILESS_MAIN(ConsentWorldTest)
#include "tst_consentworld.moc"
