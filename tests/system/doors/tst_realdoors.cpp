// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/agent/agentworld.h"

#include <QCoroTask>
#include <QStandardPaths>
#include <QTest>

namespace {

struct Outcome
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

//! The real programs with git set up as docs/doors.md says; the provider is at 127.0.0.1.
class World : public AgentWorld
{
public:
    World()
    {
        const QString tools = folder.filePath(QStringLiteral("bin"));
        QDir().mkpath(tools);
        for (const char *const name : {"latchkey", "git-credential-latchkey"})
            QFile::link(tool(), tools + QLatin1Char('/') + QString::fromLatin1(name));
        QFile::link(agentProgram(), tools + QStringLiteral("/latchkeyd"));
        environment.insert(QStringLiteral("PATH"),
                           tools + QLatin1Char(':') + qEnvironmentVariable("PATH"));
        environment.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
        environment.insert(QStringLiteral("GIT_TERMINAL_PROMPT"), QStringLiteral("0"));
        environment.insert(QStringLiteral("LATCHKEY_AUTHORITY_ENABLED"), QStringLiteral("false"));
        for (const char *const name : {"SOPS_AGE_KEY", "SOPS_AGE_KEY_FILE", "SOPS_AGE_KEY_CMD"})
            environment.remove(QLatin1String(name));
        write(QStringLiteral("home/.gitconfig"), "[credential]\n\thelper = latchkey\n");
    }

    static QString tool() { return qEnvironmentVariable("LATCHKEY", QStringLiteral(LATCHKEY)); }

    //! Waits in the event loop, since the provider answers there.
    Outcome run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder.filePath(QStringLiteral("home")));
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        (void)QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; },
                              60'000);
        return {
            process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    Outcome latchkey(const QStringList &arguments, const QByteArray &input = {})
    {
        return run(folder.filePath(QStringLiteral("bin/latchkey")), arguments, input);
    }
    Outcome git(const QStringList &arguments, const QByteArray &input = {})
    {
        return run(QStringLiteral("git"), arguments, input);
    }
    void write(const QString &name, const QByteArray &content)
    {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
    }
    QByteArray read(const QString &name)
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ');
}

//! The key of tests/data/sops.
QByteArray ageKey()
{
    QFile file(QStringLiteral(TEST_DATA "/sops/age-test-key.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    return lines.constLast().trimmed();
}

const QString recipient =
    QStringLiteral("age1a6zcl9q95zpc69tqkda59v3enhv9nmskw88ej74m95n4vql0w5fscffu2j");

} // namespace

//! Programs that know nothing of Latchkey, with the real agent.
class RealDoorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFileInfo(AgentWorld::agentProgram()).isExecutable()
            || !QFileInfo(World::tool()).isExecutable())
            QSKIP("The programs are not built.");
    }

    void gitFillsAndRejects()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("git")).isEmpty())
            QSKIP("git is not installed.");
        World world;
        VERIFY_RESULT(world.seed(3600));
        world.startAgent();
        QVERIFY(world.connect() != nullptr);
        const QByteArray asked = "url=" + world.provider.origin().toUtf8() + "/acme/app.git\n\n";
        const Outcome filled = world.git(words("credential fill"), asked);
        QVERIFY2(filled.out.contains("password=at-0\n"), (filled.out + filled.err).constData());
        QVERIFY(filled.out.contains("username=oauth2\n"));
        // The server refuses it: the token is renewed, once.
        QCOMPARE(world.git(words("credential reject"), filled.out + '\n').code, 0);
        QCOMPARE(world.generation, 1);
        QCOMPARE(world.git(words("credential reject"), filled.out + '\n').code, 0);
        QCOMPARE(world.generation, 1);
        const Outcome again = world.git(words("credential fill"), asked);
        QVERIFY2(again.out.contains("password=at-1\n"), (again.out + again.err).constData());
    }

    void gitReadsARepositoryThatWantsAToken()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("git")).isEmpty())
            QSKIP("git is not installed.");
        World world;
        const QByteArray commit(40, 'a');
        // A server as git's oldest protocol wants it: files, behind a password.
        QList<QByteArray> proofs;
        ScriptedServer server([&](const ScriptedServer::Request &request) {
            const QByteArray proof = request.headers.value("authorization");
            ScriptedServer::Reply reply;
            reply.type = "text/plain";
            if (proof.isEmpty()) {
                reply.status = 401;
                reply.headers.emplace_back("WWW-Authenticate", "Basic realm=\"git\"");
                return reply;
            }
            proofs += proof;
            if (request.path.endsWith(QLatin1String("/info/refs")))
                reply.body = commit + "\trefs/heads/main\n";
            else if (request.path.endsWith(QLatin1String("/HEAD")))
                reply.body = "ref: refs/heads/main\n";
            else
                reply.status = 404;
            return reply;
        });
        VERIFY_RESULT(world.seed(3600));
        world.startAgent();
        QVERIFY(world.connect() != nullptr);
        const Outcome listed = world.git(
            {QStringLiteral("ls-remote"), server.origin() + QStringLiteral("/acme/app.git")});
        QVERIFY2(listed.out.contains("refs/heads/main"), (listed.out + listed.err).constData());
        QVERIFY(proofs.contains("Basic " + QByteArray("oauth2:at-0").toBase64()));
    }

    void runGivesATokenThatIsFresh()
    {
        World world;
        VERIFY_RESULT(world.seed(-10));
        world.startAgent();
        QVERIFY(world.connect() != nullptr);
        const QStringList command = words("run --env T=auth://fixture/maria/token -- sh -c")
                                    + QStringList{QStringLiteral("echo \"<$T>\"; exit 5")};
        const Outcome ran = world.latchkey(command);
        QCOMPARE(ran.out, QByteArray("<at-1>\n"));
        QCOMPARE(ran.code, 5);
        QStringList masked = command;
        masked.insert(1, QStringLiteral("--mask"));
        QCOMPARE(world.latchkey(masked).out, QByteArray("<***>\n"));
    }

    void sopsWithTheKeyInTheStore()
    {
        World world;
        VERIFY_RESULT(world.seed(3600));
        world.startAgent();
        QVERIFY(world.connect() != nullptr);
        QCOMPARE(world.latchkey(words("add-account sops default --api-key-stdin"), ageKey()).code,
                 0);
        world.write(QStringLiteral("home/s.yaml"), "database:\n    password: hunter2\n");
        const QStringList encrypt =
            words("sops encrypt -i --age") + QStringList{recipient, QStringLiteral("s.yaml")};
        const Outcome encrypted = world.latchkey(encrypt);
        QVERIFY2(encrypted.code == 0, encrypted.err.constData());
        QVERIFY(!world.read(QStringLiteral("home/s.yaml")).contains("hunter2"));
        const QString path = QStringLiteral("[\"database\"][\"password\"]");
        const QStringList extract = words("sops decrypt s.yaml --extract") + QStringList{path};
        QCOMPARE(world.latchkey(extract).out, QByteArray("hunter2"));
        world.environment.insert(QStringLiteral("EDITOR"),
                                 QStringLiteral("sed -i s/hunter2/swordfish/"));
        QCOMPARE(world.latchkey(words("sops edit s.yaml")).code, 0);
        QCOMPARE(world.latchkey(words("resolve ref+sops://s.yaml#/database/password")).out,
                 QByteArray("swordfish\n"));
        // A person who says no keeps the key, and what only it opens.
        QCOMPARE(world.latchkey(words("sops info s.yaml --json")).code, 0);
        world.write(QStringLiteral("home/in"), "p={{ ref+sops://s.yaml#/database/password }}\n");
        QCOMPARE(world.latchkey(words("inject -i in")).out, QByteArray("p=swordfish\n"));
        // As the real sops would ask for the key.
        QVERIFY(
            world.latchkey(words("resolve auth://sops/default/api_key")).out.startsWith(ageKey()));
        QCOMPARE(world.latchkey(words("lock")).code, 0);
        QVERIFY(world.latchkey(extract).code != 0);
    }

    void aDeniedAccountIsDeniedByEveryDoor()
    {
        World world;
        VERIFY_RESULT(world.seed(3600));
        world.environment.insert(QStringLiteral("LATCHKEY_CONSENT_POLICY"), QStringLiteral("deny"));
        world.startAgent();
        QVERIFY(world.connect() != nullptr);
        QCOMPARE(world.latchkey(words("resolve auth://fixture/maria/token")).code, 5);
        QCOMPARE(world.latchkey(words("run --env T=auth://fixture/maria/token -- true")).code, 5);
        QCOMPARE(world.latchkey(words("inject"), "{{ auth://fixture/maria/token }}").code, 5);
        const Outcome git = world.latchkey(
            words("git-credential get"),
            "protocol=http\nhost=" + world.provider.origin().mid(7).toUtf8() + "\n\n");
        QCOMPARE(git.code, 5);
        QCOMPARE(git.out, QByteArray());
    }

    void theDoctorWorksWithoutAnAgent()
    {
        World world;
        VERIFY_RESULT(world.seed(3600));
        const Outcome seen = world.latchkey(words("doctor --json"));
        const QJsonArray findings =
            QJsonDocument::fromJson(seen.out).object().value(QStringLiteral("findings")).toArray();
        QStringList ids;
        for (const auto &finding : findings)
            ids += finding[QStringLiteral("id")].toString();
        QVERIFY2(ids.contains(QStringLiteral("agent")), seen.out.constData());
        // What only the agent can see came from one that ran for this question.
        QVERIFY2(ids.contains(QStringLiteral("store")), seen.out.constData());
        QVERIFY(!QFile::exists(world.paths.agentSocket()));
    }
};

QTEST_GUILESS_MAIN(RealDoorsTest)
#include "tst_realdoors.moc"
