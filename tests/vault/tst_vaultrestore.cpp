// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/atomicfile.h"
#include "support/settle.h"
#include "support/verifyresult.h"
#include "vault/agefilestore.h"

#include <QCoroTask>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace vault;

namespace {

const QString entry = QStringLiteral("latchkey/github/work/token");

base::Secret secret(const QByteArray &bytes)
{
    return base::Secret(bytes);
}

Revision revision(quint64 number, char vault = 'v')
{
    return {QByteArray(Revision::vaultSize, vault),
            number,
            QDateTime::fromSecsSinceEpoch(1'700'000'000 + qint64(number), Qt::UTC)};
}

} // namespace

//! The key that opens the vault without us, and older copies of the vault.
class VaultRestoreTest : public QObject
{
    Q_OBJECT

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    AgeFiles files() const
    {
        return {path("vault.age"), path("vault.key"), false, path("vault.seen")};
    }
    std::unique_ptr<AgeFileStore> store() const
    {
        return std::make_unique<AgeFileStore>(files(), crypto::Argon2Cost{1, 64, 1});
    }
    std::unique_ptr<AgeFileStore> filled(const QByteArray &passphrase = {}) const
    {
        auto made = store();
        if (!QCoro::waitFor(made->create(secret(passphrase))) || !write(*made, "one"))
            return {};
        return made;
    }
    static bool write(AgeFileStore &store, const QByteArray &text)
    {
        return QCoro::waitFor(store.write(entry, secret(text))).has_value();
    }
    static QByteArray content(const QString &path)
    {
        return base::readFile(path).value_or(QByteArray("missing"));
    }
    static void put(const QString &path, const QByteArray &bytes)
    {
        QVERIFY(base::writeAtomically(path, bytes));
    }
    static QByteArray read(AgeFileStore &store)
    {
        const auto found = QCoro::waitFor(store.read(entry));
        return found ? found->expose().toByteArray() : QByteArray("error");
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void cleanupTestCase() { settleEverything(); }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theRecoveryKeyOpensTheVaultWithTheAgeProgram()
    {
        const QString age = QStandardPaths::findExecutable(QStringLiteral("age"));
        if (age.isEmpty())
            QSKIP("The age program is not installed.");
        const auto open = filled("correct horse");
        QVERIFY(open);

        const auto key = QCoro::waitFor(open->recoveryKey(secret("correct horse")));

        VERIFY_RESULT(key);
        QVERIFY(key->expose().startsWith("AGE-SECRET-KEY-1"));
        put(path("key.txt"), key->expose().toByteArray() + '\n');
        QProcess process;
        process.start(age,
                      {QStringLiteral("-d"), QStringLiteral("-i"), path("key.txt"), files().vault});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        const QByteArray plain = process.readAllStandardOutput();
        QVERIFY(plain.contains(entry.toUtf8()) && plain.contains("one"));
    }

    void theRecoveryKeyIsForWhoKnowsThePassphrase()
    {
        const auto open = filled("right");
        for (const QByteArray &wrong : {QByteArray("wrong"), QByteArray()}) {
            const auto denied = QCoro::waitFor(open->recoveryKey(secret(wrong)));
            VERIFY_ERROR(denied, base::ErrorCode::Denied);
            QVERIFY(!denied.error().remedy.isEmpty());
        }
        // Locked or not: it is the passphrase that counts, and the store stays as it is.
        open->lock();
        VERIFY_RESULT(QCoro::waitFor(open->recoveryKey(secret("right"))));
        QCOMPARE(open->state(), core::StoreState::Locked);
    }

    void aKeyFileIsTheRecoveryKey()
    {
        const auto open = filled();
        const auto key = QCoro::waitFor(open->recoveryKey({}));
        VERIFY_ERROR(key, base::ErrorCode::Unsupported);
        QVERIFY(key.error().message.contains(files().key));
    }

    void anOlderCopyIsNoticed_data()
    {
        QTest::addColumn<bool>("running");
        QTest::newRow("while Latchkey runs") << true;
        QTest::newRow("at the next start") << false;
    }
    void anOlderCopyIsNoticed()
    {
        QFETCH(bool, running);
        auto open = filled();
        const QByteArray older = content(files().vault);
        QVERIFY(write(*open, "two") && write(*open, "three"));
        QVERIFY(!open->olderCopy().isValid());
        if (!running)
            open = store();
        int found = 0;
        const auto subscription =
            open->olderCopyFound.subscribe([&](const QDateTime &) { ++found; });

        put(files().vault, older);

        QCOMPARE(read(*open), QByteArray("one"));
        QVERIFY(open->olderCopy().isValid());
        QCOMPARE(found, 1);

        // Nothing that happens by itself makes it unsaid: a refresh would soon write to the copy.
        QVERIFY(write(*open, "four"));
        QVERIFY(open->olderCopy().isValid());
        const auto again = store();
        const auto once = again->olderCopyFound.subscribe([&](const QDateTime &) { ++found; });
        QCOMPARE(read(*again), QByteArray("four"));
        QCOMPARE(again->olderCopy(), open->olderCopy());
        QCOMPARE(found, 1);
    }

    void whoWantedTheOlderCopySaysSo_data()
    {
        QTest::addColumn<bool>("writtenTo");
        QTest::newRow("untouched") << false;
        QTest::newRow("written to") << true;
    }
    void whoWantedTheOlderCopySaysSo()
    {
        QFETCH(bool, writtenTo);
        const auto open = filled();
        const QByteArray older = content(files().vault);
        QVERIFY(write(*open, "two"));
        const QByteArray newer = content(files().vault);
        put(files().vault, older);
        QCOMPARE(read(*open), QByteArray("one"));
        QVERIFY(!writtenTo || write(*open, "three"));

        VERIFY_RESULT(QCoro::waitFor(open->acceptOlderCopy()));

        QVERIFY(!open->olderCopy().isValid());
        const auto again = store();
        QCOMPARE(read(*again), QByteArray(writtenTo ? "three" : "one"));
        QVERIFY(!again->olderCopy().isValid());
        // The way back is one, too, and goes without a word where the copy is older no more.
        put(files().vault, newer);
        QCOMPARE(read(*again), QByteArray("two"));
        QCOMPARE(again->olderCopy().isValid(), writtenTo);
    }

    void theNewestPutBackIsAllRightAgain()
    {
        const auto open = filled();
        const QByteArray older = content(files().vault);
        QVERIFY(write(*open, "two"));
        const QByteArray newest = content(files().vault);
        put(files().vault, older);
        QCOMPARE(read(*open), QByteArray("one"));
        QVERIFY(open->olderCopy().isValid());

        put(files().vault, newest);

        QCOMPARE(read(*open), QByteArray("two"));
        QVERIFY(!open->olderCopy().isValid());
        QCOMPARE(read(*store()), QByteArray("two"));
    }

    void theBackupInItsPlaceIsAnOlderCopy()
    {
        const auto open = filled();
        QVERIFY(write(*open, "two"));
        put(files().vault, content(files().backup()));
        QCOMPARE(read(*open), QByteArray("one"));
        QVERIFY(open->olderCopy().isValid());
    }

    void aNewPassphraseDoesNotHideAnOlderCopy()
    {
        const auto open = filled("old");
        const QByteArray olderVault = content(files().vault);
        const QByteArray olderKey = content(files().key);
        VERIFY_RESULT(QCoro::waitFor(open->protect(secret("new"))));
        put(files().vault, olderVault);
        put(files().key, olderKey);

        const auto again = store();
        VERIFY_RESULT(QCoro::waitFor(again->unlock(secret("old"))));
        QVERIFY(again->olderCopy().isValid());
    }

    void aVaultOfTheFirstFormOpensAsBefore()
    {
        const auto identity = crypto::age::Identity::generate();
        const auto key = plainKey(identity);
        put(files().key, key.expose().toByteArray());
        const auto n = [](int number) { return QByteArray(3, '\0') + char(number); };
        const QByteArray plain =
            "latchkey-vault 1\n" + n(1) + n(int(entry.size())) + entry.toUtf8() + n(4) + "zero";
        const auto first = crypto::age::encrypt(plain, {identity.recipient()});
        VERIFY_RESULT(first);
        put(files().vault, *first);

        const auto open = store();
        QCOMPARE(read(*open), QByteArray("zero"));
        QVERIFY(!open->olderCopy().isValid());
        QVERIFY(!QFileInfo::exists(files().seen));

        // Written once it has a revision, and the first form in its place is older.
        QVERIFY(write(*open, "one"));
        QCOMPARE(read(*store()), QByteArray("one"));
        put(files().vault, *first);
        QCOMPARE(read(*open), QByteArray("zero"));
        QVERIFY(open->olderCopy().isValid());
        VERIFY_RESULT(QCoro::waitFor(open->acceptOlderCopy()));
        const auto again = store();
        QCOMPARE(read(*again), QByteArray("zero"));
        QVERIFY(!again->olderCopy().isValid());
    }

    void theNoteIsNeverInTheWay_data()
    {
        QTest::addColumn<QByteArray>("note");
        QTest::newRow("gone") << QByteArray();
        QTest::newRow("damaged") << QByteArray("latchkey-vault-seen 1\nvault !\n");
        QTest::newRow("of another vault")
            << QByteArray("latchkey-vault-seen 1\nvault AAAAAAAAAAAAAAAAAAAAAA\nrevision 99\n"
                          "written 2026-01-01T00:00:00Z\n");
    }
    void theNoteIsNeverInTheWay()
    {
        QFETCH(QByteArray, note);
        QVERIFY(filled());
        if (note.isEmpty())
            QVERIFY(QFile::remove(files().seen));
        else
            put(files().seen, note);

        const auto open = store();
        QCOMPARE(read(*open), QByteArray("one"));
        QVERIFY(!open->olderCopy().isValid());
        QVERIFY(write(*open, "two"));
        const auto kept = readSeen(files().seen);
        QVERIFY(kept);
        QCOMPARE(kept->last.number, quint64(3));
    }

    void aNoteThatCannotBeKeptDoesNotStopAWrite()
    {
        AgeFiles nowhere = files();
        nowhere.seen = path("no/such/folder/vault.seen");
        AgeFileStore open(nowhere, crypto::Argon2Cost{1, 64, 1});
        VERIFY_RESULT(QCoro::waitFor(open.create({})));
        QVERIFY(write(open, "one"));
        QCOMPARE(read(open), QByteArray("one"));
    }

    void destroyedItLeavesNoNote()
    {
        const auto open = filled();
        QVERIFY(QFileInfo::exists(files().seen));
        VERIFY_RESULT(QCoro::waitFor(open->destroy()));
        QVERIFY(!QFileInfo::exists(files().seen));
    }

    void aWriteThatWasCutOffBeforeTheNoteAccusesNobody()
    {
        const VaultSeen before{revision(7), {}, 0};
        const VaultSeen now = judged(before, revision(8), {});
        QVERIFY(!now.olderCopy.isValid());
        QCOMPARE(now.last, revision(8));
    }

    void noRevisionIsUsedTwice()
    {
        const VaultSeen seen{revision(9), {}, 0};
        QCOMPARE(nextRevision(seen, revision(5), QDateTime::currentDateTime()).number, quint64(10));
        QCOMPARE(nextRevision(seen, revision(11), QDateTime::currentDateTime()).number,
                 quint64(12));
        QCOMPARE(nextRevision(seen, revision(5, 'w'), QDateTime::currentDateTime()).number,
                 quint64(6));
    }

    void theNoteIsReadAsItWasWritten()
    {
        const VaultSeen plain{revision(7), {}, 0};
        const VaultSeen pending{revision(10), revision(5).written, 9};
        for (const VaultSeen &seen : {plain, pending}) {
            VERIFY_RESULT(writeSeen(files().seen, seen));
            QCOMPARE(readSeen(files().seen), std::optional(seen));
        }
    }
};

QTEST_GUILESS_MAIN(VaultRestoreTest)
#include "tst_vaultrestore.moc"
