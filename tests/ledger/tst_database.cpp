// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/accountstatetable.h"
#include "ledger/database.h"
#include "ledger/migrations.h"
#include "support/verifyresult.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace ledger;

namespace {

core::AccountState stateOf(int i)
{
    core::AccountState state;
    state.issuedAt = QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC).addSecs(i);
    state.expiresAt = state.issuedAt.addSecs(3600);
    state.renewable = i % 2 == 0;
    state.signInLost = i % 5 == 0;
    state.trouble = i % 3 == 0 ? QStringLiteral("github.com did not answer.") : QString();
    state.lastUsedBy = QStringLiteral("git");
    return state;
}

} // namespace

class DatabaseTest : public QObject
{
    Q_OBJECT

private:
    QString path() const { return m_folder.filePath(QStringLiteral("data/latchkey.db")); }

    QByteArray content(const QString &name) const
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void init()
    {
        QDir(m_folder.filePath(QStringLiteral("data"))).removeRecursively();
        QVERIFY(QDir().mkpath(m_folder.filePath(QStringLiteral("data"))));
    }

#ifdef Q_OS_UNIX
    //! Who believes to be the last one removes the write-ahead log.
    void aSecondConnectionLeavesTheLocksOfTheFirst()
    {
        auto first = Database::open(path());
        VERIFY_RESULT(first);
        auto second = Database::open(path());
        VERIFY_RESULT(second);
        second->reset();

        const QByteArray name = QFile::encodeName(path());
        const pid_t other = fork(); // locks are another process's
        if (other == 0) {
            struct flock lock = {};
            lock.l_type = F_WRLCK;
            lock.l_whence = SEEK_SET;
            lock.l_start = 0x40000000 + 2; // SQLite's shared lock
            lock.l_len = 510;
            const int file = ::open(name.constData(), O_RDWR | O_CLOEXEC);
            _exit(file >= 0 && fcntl(file, F_GETLK, &lock) == 0 && lock.l_type == F_RDLCK ? 0 : 1);
        }
        int status = 0;
        QCOMPARE(waitpid(other, &status, 0), other);
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
#endif

    void aNewFileIsPrivateAndUpToDate()
    {
        auto database = Database::open(path());

        VERIFY_RESULT(database);
        QCOMPARE((*database)->version(), int(migrations().size()));
        const auto mine = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser
                          | QFileDevice::WriteUser;
        QCOMPARE(QFileInfo(path()).permissions(), mine);
        VERIFY_RESULT((*database)->run(QStringLiteral("DELETE FROM account_states")));
        QCOMPARE(QFileInfo(path() + QStringLiteral("-wal")).permissions(), mine);
    }

    void migrationsAreNumberedFromOneAndRecorded()
    {
        auto database = Database::open(path());
        VERIFY_RESULT(database);

        auto rows = (*database)->run(QStringLiteral("SELECT number, name FROM migrations"));

        VERIFY_RESULT(rows);
        for (int i = 0; i < migrations().size(); ++i) {
            QCOMPARE(migrations().at(i).number, i + 1);
            QVERIFY(rows->next());
            QCOMPARE(rows->value(0).toInt(), i + 1);
            QCOMPARE(rows->value(1).toString(), migrations().at(i).name);
        }
        QVERIFY(!rows->next());
    }

    void aSecondOpeningChangesNothing()
    {
        {
            auto database = Database::open(path());
            VERIFY_RESULT(database);
            AccountStateTable table(**database);
            VERIFY_RESULT(
                table.put({QStringLiteral("github"), QStringLiteral("work")}, stateOf(1)));
        }

        auto database = Database::open(path());

        VERIFY_RESULT(database);
        AccountStateTable table(**database);
        const auto all = table.all();
        VERIFY_RESULT(all);
        QCOMPARE(all->size(), 1);
    }

    void aFileOfANewerProgramIsRefusedUntouched()
    {
        {
            auto database = Database::open(path());
            VERIFY_RESULT(database);
            VERIFY_RESULT((*database)->run(QStringLiteral("PRAGMA user_version = 999")));
        }
        const QByteArray before = content(path());

        const auto refused = Database::open(path());

        VERIFY_ERROR(refused, base::ErrorCode::Unsupported);
        QVERIFY(!refused.error().remedy.isEmpty());
        QCOMPARE(content(path()), before);
    }

    void aDamagedFileIsCorruptWithARemedy_data()
    {
        QTest::addColumn<bool>("isGarbage");
        QTest::newRow("not a database at all") << true;
        QTest::newRow("a page overwritten") << false;
    }
    void aDamagedFileIsCorruptWithARemedy()
    {
        QFETCH(bool, isGarbage);
        if (isGarbage) {
            QFile file(path());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(5000, 'x'));
        } else {
            {
                auto database = Database::open(path());
                VERIFY_RESULT(database);
                AccountStateTable table(**database);
                for (int i = 0; i < 300; ++i) {
                    VERIFY_RESULT(
                        table.put({QStringLiteral("s%1").arg(i), QStringLiteral("a")}, stateOf(i)));
                }
            }
            QFile file(path());
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.seek(4096);
            file.write(QByteArray(int(file.size()) - 4096, '\x5a'));
        }

        const auto opened = Database::open(path());

        VERIFY_ERROR(opened, base::ErrorCode::Corrupt);
        QVERIFY(!opened.error().remedy.isEmpty());
    }

    void anotherProgramsDatabaseIsLeftAlone()
    {
        {
            auto database = Database::open(path());
            VERIFY_RESULT(database);
            VERIFY_RESULT((*database)->run(QStringLiteral("PRAGMA application_id = 42")));
        }

        VERIFY_ERROR(Database::open(path()), base::ErrorCode::Unsupported);
    }

    void aFailedTransactionLeavesNothing()
    {
        auto database = Database::open(path());
        VERIFY_RESULT(database);
        AccountStateTable table(**database);

        const auto result = (*database)->transaction([&]() -> base::Result<> {
            TRY_VOID(table.put({QStringLiteral("github"), QStringLiteral("work")}, stateOf(1)));
            return base::fail(base::ErrorCode::Cancelled, QStringLiteral("no"));
        });

        VERIFY_ERROR(result, base::ErrorCode::Cancelled);
        QCOMPARE(table.all()->size(), 0);
    }

    void anErrorInTheMiddleOfAListIsNoShortList()
    {
        auto database = Database::open(path());
        VERIFY_RESULT(database);

        // abs() has no answer for the smallest number: the third row cannot be read.
        const auto rows = (*database)->rows(QStringLiteral(
            "SELECT abs(column1 - 1) FROM (VALUES (1), (2), (-9223372036854775807))"));

        VERIFY_ERROR(rows, base::ErrorCode::Internal);
        VERIFY_RESULT((*database)->ping());
    }

    void aSecondConnectionOnlyConnects()
    {
        auto database = Database::open(path());
        VERIFY_RESULT(database);
        VERIFY_RESULT((*database)->run(QStringLiteral("PRAGMA user_version = 999")));
        AccountStateTable table(**database);
        VERIFY_RESULT(table.put({QStringLiteral("github"), QStringLiteral("work")}, stateOf(1)));
        VERIFY_ERROR(Database::open(path()), base::ErrorCode::Unsupported);

        const auto second = (*database)->beside();

        QVERIFY(second);
        const auto rows = second->rows(QStringLiteral("SELECT account FROM account_states"));
        VERIFY_RESULT(rows);
        QCOMPARE(rows->size(), 1);
        VERIFY_ERROR(second->rows(QStringLiteral("SELECT nothing FROM nowhere")),
                     base::ErrorCode::Internal);
    }

    void statesComeBackAsTheyWere()
    {
        auto database = Database::open(path());
        VERIFY_RESULT(database);
        AccountStateTable table(**database);
        core::AccountState full = stateOf(3);
        full.troubleSince = full.issuedAt.addMSecs(7);
        full.lastRefresh = full.issuedAt.addSecs(8);
        full.lastUsed = full.issuedAt.addSecs(9);
        full.snoozedUntil = full.issuedAt.addSecs(10);
        const core::AccountId id{QStringLiteral("github"), QStringLiteral("work")};
        const core::AccountId other{QStringLiteral("github"), QStringLiteral("home")};

        VERIFY_RESULT(table.put(id, stateOf(1)));
        VERIFY_RESULT(table.put(id, full));
        VERIFY_RESULT(table.put(other, {}));

        auto all = table.all();
        VERIFY_RESULT(all);
        QCOMPARE(all->value(id), full);
        QCOMPARE(all->value(other), core::AccountState());

        VERIFY_RESULT(table.remove(id));
        QCOMPARE(table.all()->size(), 1);
    }

    void tenThousandStatesAreReadAtOnceAndWrittenWithoutWaiting()
    {
        auto database = Database::open(path());
        VERIFY_RESULT(database);
        AccountStateTable table(**database);
        qint64 longest = 0;
        for (int i = 0; i < 10'000; ++i) {
            QElapsedTimer timer;
            timer.start();
            VERIFY_RESULT(
                table.put({QStringLiteral("s%1").arg(i), QStringLiteral("a")}, stateOf(i)));
            longest = qMax(longest, timer.nsecsElapsed());
        }
        QElapsedTimer timer;
        timer.start();
        const auto all = table.all();

        VERIFY_RESULT(all);
        QCOMPARE(all->size(), 10'000);
        qInfo(
            "10,000 states: read in %lld ms, slowest put %lld µs", timer.elapsed(), longest / 1000);
    }
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
