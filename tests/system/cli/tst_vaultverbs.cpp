// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/atomicfile.h"
#include "support/settle.h"
#include "support/verifyresult.h"
#include "vault/agefilestore.h"

#include <QCoroTask>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

namespace {

const QByteArray passphrase = "correct horse battery";
const QString entry = QStringLiteral("latchkey/openai/work/api_key");

struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ');
}

} // namespace

//! The real latchkey and latchkeyd, on a vault that a passphrase closes.
class VaultVerbsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *built : {LATCHKEYD, LATCHKEY}) {
            const QFileInfo program(QString::fromUtf8(built));
            if (!program.isExecutable())
                QSKIP("The programs are not built.");
            // The agent knows its own command line by the folder that both are in.
            std::error_code error;
            const auto from = program.canonicalFilePath().toStdString();
            const auto to = m_programs.filePath(program.fileName()).toStdString();
            std::filesystem::create_hard_link(from, to, error);
            if (error)
                std::filesystem::copy_file(from, to, error);
            QVERIFY2(!error, error.message().c_str());
        }
    }
    void cleanupTestCase() { settleEverything(); }

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_environment = QProcessEnvironment();
        const auto set = [this](const char *name, const QString &value) {
            m_environment.insert(QString::fromUtf8(name), value);
        };
        set("HOME", m_home->path());
        set("XDG_RUNTIME_DIR", m_home->path());
        set("PATH", QStringLiteral("/usr/bin:/bin"));
        set("LC_ALL", QStringLiteral("C.UTF-8"));
        set("LATCHKEY_STORE_KIND", QStringLiteral("age_file"));
        set("LATCHKEY_AUTHORITY_ENABLED", QStringLiteral("false"));
        for (const char *folder : {".local/share/latchkey", ".local/state/latchkey"})
            QVERIFY(QDir().mkpath(path(folder)));
    }
    void cleanup()
    {
        // Whatever a test has left must not outlive it.
        (void)run(words("daemon stop"));
    }

    void whoKnowsThePassphraseTakesTheKeyAlong()
    {
        makeVault(passphrase);
        const QStringList print = words("vault recovery-key --passphrase-stdin");

        const Run denied = run(print, "wrong");
        QCOMPARE(denied.code, 5);
        QVERIFY(denied.out.isEmpty());

        const Run given = run(print, passphrase);
        QCOMPARE(given.code, 0);
        QVERIFY(given.out.startsWith("AGE-SECRET-KEY-1"));
        QVERIFY(!given.err.contains("AGE-SECRET"));

        const QString file = path("key.txt");
        const QStringList save = print + QStringList{QStringLiteral("--out"), file};
        QCOMPARE(run(save, passphrase).code, 0);
        QCOMPARE(base::readFile(file).value_or(QByteArray()), given.out);
        QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QCOMPARE(run(save, passphrase).code, 11);

        const QByteArray record = run(words("audit --json")).out;
        QCOMPARE(record.count("key_exported"), 3);
        QCOMPARE(record.count("refused"), 1);
        QVERIFY(!record.contains("AGE-SECRET"));

        const QString age = QStandardPaths::findExecutable(QStringLiteral("age"));
        if (age.isEmpty())
            QSKIP("The age program is not installed.");
        QProcess opening;
        opening.start(age, {QStringLiteral("-d"), QStringLiteral("-i"), file, vaultFile()});
        QVERIFY(opening.waitForFinished());
        QCOMPARE(opening.exitCode(), 0);
        QVERIFY(opening.readAllStandardOutput().contains("sk-one"));
    }

    void aKeyFileIsNamedAsTheKey()
    {
        makeVault({});
        const Run run = this->run(words("vault recovery-key"));
        QCOMPARE(run.code, 13);
        QVERIFY2(run.err.contains("vault.key"), run.err.constData());
    }

    void anOlderCopyIsSaidUntilItWasWanted()
    {
        makeVault({});
        const QByteArray older = base::readFile(vaultFile()).value_or(QByteArray());
        {
            vault::AgeFileStore store(files());
            VERIFY_RESULT(QCoro::waitFor(store.write(entry, base::Secret("sk-two"))));
        }
        VERIFY_RESULT(base::writeAtomically(vaultFile(), older));
        // The agent looks into the vault when somebody needs it.
        const Run added =
            run(words("add-account openai other --api-key-stdin"), "sk-other-account");
        QCOMPARE(added.code, 0);

        const QByteArray said = run(words("doctor")).out;
        QVERIFY2(said.contains("older copy"), said.constData());
        QVERIFY(run(words("audit --json")).out.contains("An older copy of the vault"));
        QVERIFY(run(words("vault keep")).err.contains("counts from now on"));
        QVERIFY(!run(words("doctor")).out.contains("older copy"));
        QVERIFY(run(words("vault keep")).err.contains("newest"));
    }

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_home->filePath(QString::fromUtf8(name));
    }
    [[nodiscard]] QString vaultFile() const { return path(".local/share/latchkey/vault.age"); }
    [[nodiscard]] vault::AgeFiles files() const
    {
        return {vaultFile(),
                path(".local/share/latchkey/vault.key"),
                false,
                path(".local/state/latchkey/vault.seen")};
    }
    void makeVault(const QByteArray &closedWith) const
    {
        vault::AgeFileStore store(files(), crypto::Argon2Cost{1, 64, 1});
        VERIFY_RESULT(QCoro::waitFor(store.create(base::Secret(closedWith))));
        VERIFY_RESULT(QCoro::waitFor(store.write(entry, base::Secret("sk-one"))));
    }
    [[nodiscard]] Run run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(m_programs.filePath(QStringLiteral("latchkey")), arguments);
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

QTEST_GUILESS_MAIN(VaultVerbsTest)
#include "tst_vaultverbs.moc"
