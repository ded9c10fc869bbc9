// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/settle.h"
#include "support/verifyresult.h"
#include "vault/agefilestore.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace vault;
using core::StoreState;

namespace {

const QString entry = QStringLiteral("latchkey/github/work/token");

base::Secret secret(const QByteArray &bytes)
{
    return base::Secret(bytes);
}

} // namespace

class AgeFileStoreTest : public QObject
{
    Q_OBJECT

private:
    AgeFiles files() const
    {
        return {m_folder->filePath(QStringLiteral("data/vault.age")),
                m_folder->filePath(QStringLiteral("data/vault.key"))};
    }
    static crypto::Argon2Cost cheap() { return {1, 64, 1}; }
    std::unique_ptr<AgeFileStore> store() const
    {
        return std::make_unique<AgeFileStore>(files(), cheap());
    }
    std::unique_ptr<AgeFileStore> filled(const QByteArray &passphrase = {}) const
    {
        auto made = store();
        if (!QCoro::waitFor(made->create(secret(passphrase)))
            || !QCoro::waitFor(made->write(entry, secret("one"))))
            return {};
        return made;
    }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void overwrite(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void cleanupTestCase() { settleEverything(); }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsWrittenIsReadAgainByTheNextStart_data()
    {
        QTest::addColumn<QByteArray>("passphrase");
        QTest::newRow("key file") << QByteArray();
        QTest::newRow("passphrase") << QByteArray("correct horse");
    }
    void whatIsWrittenIsReadAgainByTheNextStart()
    {
        QFETCH(QByteArray, passphrase);
        QVERIFY(filled(passphrase));

        const auto again = store();
        QCOMPARE(again->needsPassphrase(), !passphrase.isEmpty());
        QCOMPARE(again->state(), passphrase.isEmpty() ? StoreState::Ready : StoreState::Locked);
        if (!passphrase.isEmpty()) {
            VERIFY_ERROR(QCoro::waitFor(again->read(entry)), base::ErrorCode::Locked);
            VERIFY_RESULT(QCoro::waitFor(again->unlock(secret(passphrase))));
        }

        const auto read = QCoro::waitFor(again->read(entry));
        VERIFY_RESULT(read);
        QVERIFY(read->equals("one"));
        QCOMPARE(again->state(), StoreState::Ready);
        for (const QString &path : {files().vault, files().key}) {
            QCOMPARE(QFileInfo(path).permissions()
                         & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup),
                     QFile::Permissions());
        }
        QVERIFY(!content(files().vault).contains("github"));
    }

    void aWrongPassphraseIsDeniedAndNothingIsLost()
    {
        QVERIFY(filled("right"));
        const auto again = store();

        const auto denied = QCoro::waitFor(again->unlock(secret("wrong")));

        VERIFY_ERROR(denied, base::ErrorCode::Denied);
        QVERIFY(!denied.error().remedy.isEmpty());
        QCOMPARE(again->state(), StoreState::Locked);
        VERIFY_RESULT(QCoro::waitFor(again->unlock(secret("right"))));
        VERIFY_RESULT(QCoro::waitFor(again->read(entry)));
    }

    void lockForgetsUntilUnlock_data()
    {
        QTest::addColumn<QByteArray>("passphrase");
        QTest::newRow("key file") << QByteArray();
        QTest::newRow("passphrase") << QByteArray("correct horse");
    }
    void lockForgetsUntilUnlock()
    {
        QFETCH(QByteArray, passphrase);
        const auto open = filled(passphrase);
        QList<StoreState> told;
        const auto subscription =
            open->stateChanged.subscribe([&](StoreState state) { told.append(state); });

        open->lock();

        VERIFY_ERROR(QCoro::waitFor(open->read(entry)), base::ErrorCode::Locked);
        VERIFY_ERROR(QCoro::waitFor(open->write(entry, secret("x"))), base::ErrorCode::Locked);
        VERIFY_ERROR(QCoro::waitFor(open->remove(entry)), base::ErrorCode::Locked);
        VERIFY_RESULT(QCoro::waitFor(open->unlock(secret(passphrase))));
        VERIFY_RESULT(QCoro::waitFor(open->read(entry)));
        const QList<StoreState> expected{StoreState::Locked, StoreState::Ready};
        QCOMPARE(told, expected);
    }

    void aWriteThatIsUnderWayWhenItIsLockedIsDoneAndNotKept()
    {
        const auto open = filled();
        auto writing = open->write(entry, secret("two"));
        open->lock();
        VERIFY_RESULT(QCoro::waitFor(writing));

        QCOMPARE(open->state(), StoreState::Locked);
        VERIFY_ERROR(QCoro::waitFor(open->read(entry)), base::ErrorCode::Locked);
        VERIFY_RESULT(QCoro::waitFor(open->unlock({})));
        QVERIFY(QCoro::waitFor(open->read(entry)).value().equals("two"));
    }

    void manyWritesAtOnceAllCount()
    {
        const auto open = filled();
        std::vector<base::Task<>> writing;
        for (int i = 0; i < 20; ++i)
            writing.push_back(open->write(QStringLiteral("e%1").arg(i), secret("x")));
        for (auto &task : writing)
            VERIFY_RESULT(QCoro::waitFor(task));

        const auto names = QCoro::waitFor(store()->names());
        VERIFY_RESULT(names);
        QCOMPARE(names->size(), 21);
    }

    void aDamagedFileIsReportedAndNeverWrittenOver_data()
    {
        QTest::addColumn<int>("cut");
        QTest::addColumn<int>("flip");
        QTest::newRow("cut off") << 200 << -1;
        QTest::newRow("empty") << 0 << -1;
        QTest::newRow("a byte of the header") << -1 << 30;
        QTest::newRow("a byte of the content") << -1 << -5;
    }
    void aDamagedFileIsReportedAndNeverWrittenOver()
    {
        QFETCH(int, cut);
        QFETCH(int, flip);
        QVERIFY(filled());
        QByteArray bytes = content(files().vault);
        if (cut >= 0) {
            bytes.truncate(cut);
        } else {
            const qsizetype at = flip < 0 ? bytes.size() + flip : flip;
            bytes[at] = char(bytes[at] ^ 1);
        }
        overwrite(files().vault, bytes);
        const auto again = store();

        const auto read = QCoro::waitFor(again->read(entry));

        VERIFY_ERROR(read, base::ErrorCode::Corrupt);
        QVERIFY(read.error().remedy.contains(files().backup()));
        QCOMPARE(again->state(), StoreState::Unavailable);
        VERIFY_ERROR(QCoro::waitFor(again->write(entry, secret("x"))), base::ErrorCode::Corrupt);
        VERIFY_ERROR(QCoro::waitFor(again->remove(entry)), base::ErrorCode::Corrupt);
        QCOMPARE(content(files().vault), bytes);
    }

    void theBackupIsTheGenerationBefore()
    {
        const auto open = filled();
        VERIFY_RESULT(QCoro::waitFor(open->write(entry, secret("two"))));
        QVERIFY(QFile::remove(files().vault));
        const auto missing = store();
        QCOMPARE(missing->state(), StoreState::Unavailable);
        VERIFY_ERROR(QCoro::waitFor(missing->read(entry)), base::ErrorCode::Corrupt);

        QVERIFY(QFile::copy(files().backup(), files().vault));

        missing->look();
        const auto read = QCoro::waitFor(missing->read(entry));
        VERIFY_RESULT(read);
        QVERIFY(read->equals("one"));
    }

    void aRemovedSecretIsNotInTheBackupEither()
    {
        const auto open = filled();
        VERIFY_RESULT(QCoro::waitFor(open->write(QStringLiteral("other"), secret("x"))));
        VERIFY_RESULT(QCoro::waitFor(open->remove(entry)));
        overwrite(files().vault, content(files().backup()));

        VERIFY_ERROR(QCoro::waitFor(store()->read(entry)), base::ErrorCode::NotFound);
    }

    void whatAnotherProcessWroteIsKept()
    {
        const auto one = filled();
        const auto other = store();
        VERIFY_RESULT(QCoro::waitFor(other->write(QStringLiteral("a"), secret("from other"))));

        QVERIFY(QCoro::waitFor(one->read(QStringLiteral("a"))).value().equals("from other"));
        VERIFY_RESULT(QCoro::waitFor(other->write(entry, secret("newer"))));
        VERIFY_RESULT(QCoro::waitFor(one->write(QStringLiteral("b"), secret("from one"))));

        const auto names = QCoro::waitFor(other->names());
        VERIFY_RESULT(names);
        QCOMPARE(names->size(), 3);
        QVERIFY(QCoro::waitFor(one->read(entry)).value().equals("newer"));
    }

    void aNewPassphraseReplacesTheOldKey()
    {
        const auto open = filled();
        const QByteArray oldKey = content(files().key);

        VERIFY_RESULT(QCoro::waitFor(open->protect(secret("new"))));

        VERIFY_RESULT(QCoro::waitFor(open->read(entry)));
        const auto again = store();
        QVERIFY(again->needsPassphrase());
        VERIFY_RESULT(QCoro::waitFor(again->unlock(secret("new"))));
        VERIFY_RESULT(QCoro::waitFor(again->protect({})));
        QVERIFY(!again->needsPassphrase());
        QVERIFY(QCoro::waitFor(store()->read(entry)).value().equals("one"));

        overwrite(files().key, oldKey);
        VERIFY_ERROR(QCoro::waitFor(store()->read(entry)), base::ErrorCode::Corrupt);
    }

    void aKeyThatIsThereIsNotReplaced()
    {
        QVERIFY(filled("mine"));
        const QByteArray key = content(files().key);
        QVERIFY(QFile::remove(files().vault));
        QVERIFY(QFile::remove(files().backup()));

        VERIFY_ERROR(QCoro::waitFor(store()->create({})), base::ErrorCode::Conflict);
        VERIFY_ERROR(QCoro::waitFor(store()->create(secret("x"))), base::ErrorCode::Conflict);
        QCOMPARE(content(files().key), key);
    }

    void aStoreThatIsThereIsNotReplaced()
    {
        QVERIFY(filled());
        VERIFY_ERROR(QCoro::waitFor(store()->create({})), base::ErrorCode::Conflict);
        QVERIFY(QCoro::waitFor(store()->read(entry)).value().equals("one"));
    }

    void aDamagedKeyFileIsSaid_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("garbage") << QByteArray("garbage");
        QTest::newRow("a key cut off") << QByteArray("AGE-SECRET-KEY-1QQQ");
        QTest::newRow("sealed, but nothing in it") << QByteArray("latchkey-vault-key 1\n");
        QTest::newRow("sealed at an endless cost")
            << QByteArray("latchkey-vault-key 1\nkdf argon2id passes=99 kibibytes=9999999 lanes=1\n"
                          "salt AAAAAAAAAAAAAAAAAAAAAA\nnonce AAAAAAAAAAAAAAAA\nkey AAAA\n");
    }
    void aDamagedKeyFileIsSaid()
    {
        QFETCH(QByteArray, key);
        QVERIFY(filled());
        overwrite(files().key, key);
        const auto again = store();
        VERIFY_ERROR(QCoro::waitFor(again->unlock(secret("x"))), base::ErrorCode::Corrupt);
    }

    void theAgeProgramOpensIt()
    {
        const QString age = QStandardPaths::findExecutable(QStringLiteral("age"));
        if (age.isEmpty())
            QSKIP("The age program is not installed.");
        QVERIFY(filled());

        QProcess process;
        process.start(age,
                      {QStringLiteral("-d"), QStringLiteral("-i"), files().key, files().vault});
        QVERIFY(process.waitForFinished());

        QCOMPARE(process.exitCode(), 0);
        const QByteArray plain = process.readAllStandardOutput();
        QVERIFY(plain.startsWith("latchkey-vault 2\n"));
        QVERIFY(plain.contains(entry.toUtf8()) && plain.contains("one"));
    }

    void destroyLeavesNothing()
    {
        const auto open = filled();
        VERIFY_RESULT(QCoro::waitFor(open->destroy()));
        QCOMPARE(QDir(m_folder->filePath(QStringLiteral("data"))).entryList(QDir::Files),
                 QStringList());
        QCOMPARE(open->state(), StoreState::Unavailable);
        VERIFY_ERROR(QCoro::waitFor(open->read(entry)), base::ErrorCode::Unreachable);
    }

    void thePersonsOwnKeyFileStays()
    {
        AgeFiles own = files();
        own.key = m_folder->filePath(QStringLiteral("mine.txt"));
        const auto identity = crypto::age::Identity::generate();
        const auto text = plainKey(identity);
        overwrite(own.key, text.expose().toByteArray());
        own.isOwnKey = true;
        AgeFileStore mine(own, cheap());

        VERIFY_RESULT(QCoro::waitFor(mine.create({})));
        VERIFY_RESULT(QCoro::waitFor(mine.write(entry, secret("one"))));
        VERIFY_ERROR(QCoro::waitFor(mine.protect(secret("x"))), base::ErrorCode::Unsupported);
        VERIFY_RESULT(QCoro::waitFor(mine.destroy()));

        QVERIFY(text.equals(content(own.key)));
    }

    void aCopyThatOthersCouldReadIsClosedToThem()
    {
        QVERIFY(filled());
        const auto open =
            QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
        QVERIFY(QFile::setPermissions(files().key, open));
        QVERIFY(QFile::setPermissions(files().vault, open));

        VERIFY_RESULT(QCoro::waitFor(store()->read(entry)));

        for (const QString &path : {files().vault, files().key}) {
            QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                     QFile::Permissions());
        }
    }

    void damagedPayloadsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("payload");
        const auto row = [](const char *name, const QByteArray &payload) {
            QTest::newRow(name) << payload;
        };
        const auto n = [](int number) { return QByteArray(3, '\0') + char(number); };
        const QByteArray head = "latchkey-vault 1\n";
        row("nothing", "");
        row("another version", "latchkey-vault 3\n" + n(0));
        const QByteArray second = "latchkey-vault 2\n" + QByteArray(Revision::vaultSize, 'v');
        const QByteArray zero(8, '\0');
        row("no revision", "latchkey-vault 2\n" + n(0));
        row("revision nought", second + zero + zero + n(0));
        row("no time", second + QByteArray(8, 'r') + n(0));
        row("no count", head);
        row("too few", head + n(1));
        row("a length past the end", head + n(1) + n(9) + "a");
        row("a huge count", head + "\xff\xff\xff\xff");
        row("a huge length", head + n(1) + "\xff\xff\xff\xff" + "a");
        row("something behind", head + n(0) + "x");
        row("not in order", head + n(2) + n(1) + "b" + n(0) + n(1) + "a" + n(0));
        row("twice", head + n(2) + n(1) + "a" + n(0) + n(1) + "a" + n(0));
        row("a name that is not UTF-8", head + n(1) + n(1) + "\xff" + n(0));
    }
    void damagedPayloadsAreRefused()
    {
        QFETCH(QByteArray, payload);
        VERIFY_ERROR(parseContent(base::Secret(payload)), base::ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(AgeFileStoreTest)
#include "tst_agefilestore.moc"
