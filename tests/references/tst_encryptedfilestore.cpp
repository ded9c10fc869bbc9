// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filelock.h"
#include "references/encryptedfilestore.h"
#include "references/sops/creationrules.h"
#include "sopsdata.h"
#include "support/fakeclock.h"
#include "support/verifyresult.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace references;

namespace {

base::Secret secret(const char *text)
{
    return base::Secret(QByteArrayView(text));
}

} // namespace

//! Secrets in one file that git can show.
class EncryptedFileStoreTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    FakeClock m_clock;

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("secrets.yaml")); }
    std::unique_ptr<EncryptedFileStore> store(const char *keyFile = "age-test-key.txt")
    {
        return std::make_unique<EncryptedFileStore>(
            path(),
            Recipients{{sopsdata::testRecipient()}, {}},
            sopsdata::placesWith(sopsdata::path(QString::fromLatin1(keyFile))),
            m_clock);
    }
    static base::Result<> write(EncryptedFileStore &store, const char *entry, const char *value)
    {
        base::Secret held = secret(value);
        return QCoro::waitFor(store.write(QString::fromLatin1(entry), std::move(held)));
    }
    static QByteArray read(EncryptedFileStore &store, const char *entry)
    {
        const auto value = QCoro::waitFor(store.read(QString::fromLatin1(entry)));
        return value ? value->expose().toByteArray() : nameOf(value.error().code).toLatin1();
    }

private Q_SLOTS:
    void init() { QFile::remove(path()); }

    void keepsEntries()
    {
        const auto mine = store();
        QCOMPARE(read(*mine, "latchkey/github/work/token"), QByteArray("not_found"));

        VERIFY_RESULT(write(*mine, "latchkey/github/work/token", "{\"a\": 1}"));
        VERIFY_RESULT(write(*mine, "latchkey/github/work/api_key", "k"));
        VERIFY_RESULT(write(*mine, "latchkey/aws/x/odd", "\xff\xfe"));

        const auto again = store();
        QCOMPARE(read(*again, "latchkey/github/work/token"), QByteArray("{\"a\": 1}"));
        QCOMPARE(read(*again, "latchkey/aws/x/odd"), QByteArray("\xff\xfe"));
        QCOMPARE(read(*again, "latchkey/github/work"), QByteArray("not_found"));
        QCOMPARE(*QCoro::waitFor(again->names()),
                 (QStringList{QStringLiteral("latchkey/aws/x/odd"),
                              QStringLiteral("latchkey/github/work/api_key"),
                              QStringLiteral("latchkey/github/work/token")}));
        const QByteArray text = sopsdata::contentOf(path());
        QVERIFY(text.contains("api_key: ENC["));
    }

    void seesWhatOthersWrite()
    {
        const auto mine = store();
        const auto theirs = store();
        VERIFY_RESULT(write(*mine, "a/b", "1"));
        QCOMPARE(read(*theirs, "a/b"), QByteArray("1"));

        VERIFY_RESULT(write(*theirs, "a/c", "22"));

        QCOMPARE(read(*mine, "a/c"), QByteArray("22"));
        VERIFY_RESULT(write(*mine, "a/d", "3"));
        QCOMPARE(read(*theirs, "a/b"), QByteArray("1"));
        QCOMPARE(read(*theirs, "a/d"), QByteArray("3"));
    }

    void removesEntriesWithTheirMaps()
    {
        const auto mine = store();
        const QString gone = QStringLiteral("a/b/c");
        VERIFY_RESULT(QCoro::waitFor(mine->remove(gone)));
        VERIFY_RESULT(write(*mine, "a/b/c", "1"));
        VERIFY_RESULT(write(*mine, "a/d", "2"));

        VERIFY_RESULT(QCoro::waitFor(mine->remove(gone)));
        VERIFY_RESULT(QCoro::waitFor(mine->remove(gone)));

        QCOMPARE(read(*mine, "a/b/c"), QByteArray("not_found"));
        QCOMPARE(read(*mine, "a/d"), QByteArray("2"));
        QVERIFY(!sopsdata::contentOf(path()).contains("    b:"));
    }

    void changesOneLineForOneEntry()
    {
        const auto mine = store();
        for (const char *entry : {"s/a/t", "s/b/t", "s/c/t"})
            VERIFY_RESULT(write(*mine, entry, "same"));
        const QByteArrayList before = sopsdata::contentOf(path()).split('\n');
        m_clock.advance(std::chrono::hours(1));

        VERIFY_RESULT(write(*mine, "s/b/t", "new"));

        const QByteArrayList after = sopsdata::contentOf(path()).split('\n');
        QCOMPARE(after.size(), before.size());
        int changed = 0;
        for (qsizetype i = 0; i < before.size(); ++i)
            changed += before[i] != after[i] ? 1 : 0;
        QCOMPARE(changed, 3); // the value, the time and the check
    }

    void aStrangerGetsOneSentence()
    {
        VERIFY_RESULT(write(*store(), "a/b", "1"));
        const auto stranger = store("age-test-key-2.txt");

        QCOMPARE(read(*stranger, "a/b"), QByteArray("denied"));
        QCOMPARE(stranger->state(), core::StoreState::Unavailable);
        QVERIFY(!stranger->reason().isEmpty());
        QVERIFY(!write(*stranger, "a/b", "2"));
        QCOMPARE(read(*store(), "a/b"), QByteArray("1"));
    }

    void isSharedWithAnother()
    {
        const auto mine = store();
        VERIFY_RESULT(write(*mine, "a/b", "1"));
        const auto identities = crypto::age::Identity::parseKeyFile(base::Secret(
            sopsdata::contentOf(sopsdata::path(QStringLiteral("age-test-key-2.txt")))));
        VERIFY_RESULT(identities);
        const Recipients both{
            {sopsdata::testRecipient(), identities->constFirst()->recipient().toString()}, {}};

        VERIFY_RESULT(QCoro::waitFor(mine->share(both)));

        const auto other = store("age-test-key-2.txt");
        QCOMPARE(read(*other, "a/b"), QByteArray("1"));
        QCOMPARE(*QCoro::waitFor(other->recipients()), both);
    }

    void nothingIsWrittenWhileAnotherProgramWrites()
    {
        const auto mine = store();
        VERIFY_RESULT(write(*mine, "a/b", "1"));
        const QByteArray before = sopsdata::contentOf(path());
        std::optional<base::FileLock> theirs(std::in_place, path() + QStringLiteral(".lock"));
        VERIFY_RESULT(theirs->take());
        m_clock.advance(std::chrono::hours(1));

        VERIFY_ERROR(write(*mine, "a/b", "2"), base::ErrorCode::Conflict);
        const Recipients same{{sopsdata::testRecipient()}, {}};
        VERIFY_ERROR(QCoro::waitFor(mine->share(same)), base::ErrorCode::Conflict);

        QCOMPARE(sopsdata::contentOf(path()), before);
        QCOMPARE(read(*mine, "a/b"), QByteArray("1"));
        theirs.reset();
        VERIFY_RESULT(QCoro::waitFor(mine->share(same)));
        QVERIFY(!QFile::exists(path() + QStringLiteral(".lock"))); // git would show it
    }

#ifdef Q_OS_UNIX
    void whoWasKilledWhileWritingShutsNobodyOut()
    {
        const auto mine = store();
        VERIFY_RESULT(write(*mine, "a/b", "1"));
        int ready[2] = {};
        QVERIFY(::pipe(ready) == 0);
        const QString name = path() + QStringLiteral(".lock");
        const pid_t child = ::fork();
        if (child == 0) {
            base::FileLock lock(name);
            const char byte = lock.take() ? 'y' : 'n';
            [[maybe_unused]] const ssize_t told = ::write(ready[1], &byte, 1);
            ::pause();
            ::_exit(0);
        }
        char byte = 0;
        QVERIFY(::read(ready[0], &byte, 1) == 1);
        QCOMPARE(byte, 'y');
        VERIFY_ERROR(write(*mine, "a/b", "2"), base::ErrorCode::Conflict);

        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);

        QVERIFY(QFile::exists(name)); // with the dead one's number in it
        VERIFY_RESULT(write(*mine, "a/b", "2"));
        QCOMPARE(read(*mine, "a/b"), QByteArray("2"));
        ::close(ready[0]);
        ::close(ready[1]);
    }
#endif

    void lockForgets()
    {
        const auto mine = store();
        VERIFY_RESULT(write(*mine, "a/b", "1"));

        mine->lock();

        QCOMPARE(read(*mine, "a/b"), QByteArray("locked"));
        QVERIFY(!write(*mine, "a/b", "2"));
        QCOMPARE(mine->state(), core::StoreState::Locked);
        base::Secret none;
        VERIFY_RESULT(QCoro::waitFor(mine->unlock(std::move(none))));
        QCOMPARE(read(*mine, "a/b"), QByteArray("1"));
    }

    void aTamperedFileIsNeverWrittenOver()
    {
        const auto mine = store();
        VERIFY_RESULT(write(*mine, "a/b", "1"));
        QByteArray text = sopsdata::contentOf(path());
        text.replace("    mac: ENC", "    mac: CNE");
        QFile file(path());
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(text + "# x\n");
        file.close();

        QVERIFY(!write(*mine, "a/c", "2"));
        QCOMPARE(read(*mine, "a/b"), QByteArray("corrupt"));
        QCOMPARE(sopsdata::contentOf(path()), text + "# x\n");
    }

    void creationRulesAreRead()
    {
        const QByteArray config =
            "creation_rules:\n"
            "    - path_regex: secrets/.*\\.yaml$\n"
            "      encrypted_regex: ^(data|stringData)$\n"
            "      age: age1one, age1two\n"
            "    - path_regex: \\.kms$\n      kms: arn:aws:kms:x\n"
            "    - path_regex: groups\n"
            "      key_groups:\n          - age: [age1a]\n          - pgp: [FF]\n"
            "    - path_regex: one\n"
            "      key_groups:\n          - age:\n              - age1a\n"
            "            pgp:\n              - FF\n"
            "    - path_regex: nobody\n";

        const auto first = creationRuleFor(config, QStringLiteral("x/secrets/a.yaml"));
        VERIFY_RESULT(first);
        QCOMPARE(first->recipients.age,
                 (QStringList{QStringLiteral("age1one"), QStringLiteral("age1two")}));
        QCOMPARE(first->rule.kind, EncryptionRule::Kind::EncryptedRegex);
        const auto one = creationRuleFor(config, QStringLiteral("one"));
        VERIFY_RESULT(one);
        QCOMPARE(one->recipients.pgp, QStringList{QStringLiteral("FF")});
        VERIFY_ERROR(creationRuleFor(config, QStringLiteral("a.kms")),
                     base::ErrorCode::Unsupported);
        VERIFY_ERROR(creationRuleFor(config, QStringLiteral("groups")),
                     base::ErrorCode::Unsupported);
        VERIFY_ERROR(creationRuleFor(config, QStringLiteral("nobody")),
                     base::ErrorCode::InvalidInput);
        VERIFY_ERROR(creationRuleFor(config, QStringLiteral("other")), base::ErrorCode::NotFound);
        VERIFY_ERROR(creationRuleFor("{}", QStringLiteral("x")), base::ErrorCode::NotFound);
    }

    void creationRulesAreFoundAbove()
    {
        QFile file(m_folder.filePath(QStringLiteral(".sops.yaml")));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("creation_rules:\n    - path_regex: ^deep/x\\.yaml$\n      age: age1found\n");
        file.close();
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("deep")));

        const auto rule = findCreationRule(m_folder.filePath(QStringLiteral("deep/x.yaml")));

        VERIFY_RESULT(rule);
        QCOMPARE(rule->recipients.age, QStringList{QStringLiteral("age1found")});
    }
};

QTEST_GUILESS_MAIN(EncryptedFileStoreTest)
#include "tst_encryptedfilestore.moc"
