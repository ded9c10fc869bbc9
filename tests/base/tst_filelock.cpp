// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filelock.h"
#include "support/verifyresult.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <atomic>
#include <thread>
#include <vector>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#endif

using base::FileLock;

class FileLockTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    const QString m_name = m_folder.filePath(QStringLiteral("a.lock"));

private Q_SLOTS:
    void cleanup() { QFile::remove(m_name); }

    void oneHasItAtATime()
    {
        std::optional<FileLock> first(std::in_place, m_name);
        VERIFY_RESULT(first->take());
        FileLock second(m_name);
        VERIFY_ERROR(second.take(), base::ErrorCode::Conflict);
        const auto holder = FileLock::holderOf(m_name);
        QVERIFY(holder); // the attempt has not wiped it
        QCOMPARE(holder->pid, QCoreApplication::applicationPid());
        QVERIFY(holder->program.startsWith(QLatin1String("tst_filelock")));
        first.reset();
        QVERIFY(!FileLock::holderOf(m_name));
        VERIFY_RESULT(second.take());
    }

    void whoHasPatienceGetsItLater()
    {
        auto first = std::make_unique<FileLock>(m_name);
        VERIFY_RESULT(first->take());
        base::Result<> taken = base::fail(base::ErrorCode::Internal, {});
        std::thread waiting([&] { taken = FileLock(m_name).take(std::chrono::seconds(30)); });
        first.reset();
        waiting.join();
        VERIFY_RESULT(taken);
    }

    void nothingStaysWhereNothingIsTo()
    {
        using enum FileLock::Afterwards;
        {
            FileLock lock(m_name, Goes);
            VERIFY_RESULT(lock.take());
            QVERIFY(QFile::exists(m_name));
            FileLock second(m_name, Goes);
            VERIFY_ERROR(second.take(), base::ErrorCode::Conflict);
        }
        QVERIFY(!QFile::exists(m_name)); // nor did the one that did not get it take it away
    }

    void oneHasItAtATimeAlsoWhereTheFileGoes()
    {
        using enum FileLock::Afterwards;
        int inside = 0;
        std::atomic<int> most = 0;
        std::atomic<int> turns = 0;
        const auto work = [&] {
            for (int i = 0; i < 200; ++i) {
                FileLock lock(m_name, Goes);
                if (!lock.take(std::chrono::seconds(30)))
                    return;
                ++inside; // no atomic: the lock is what keeps them apart
                most = std::max(most.load(), inside);
                --inside;
                ++turns;
            }
        };
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back(work);
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(most.load(), 1);
        QCOMPARE(turns.load(), 800);
    }

    void whatIsLeftInTheFileIsNoObstacle_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("nothing: killed before it was written") << QByteArray();
        QTest::newRow("a process that lives") << QByteArray("1\nsomebody\n");
        QTest::newRow("garbage") << QByteArray("\0\xff\n\n", 4);
    }
    void whatIsLeftInTheFileIsNoObstacle()
    {
        QFETCH(QByteArray, left);
        QFile file(m_name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(left);
        file.close();
        FileLock lock(m_name);
        VERIFY_RESULT(lock.take());
    }

    void aFileThatCannotBeWrittenIsDenied()
    {
        FileLock lock(m_folder.filePath(QStringLiteral("no/such/folder.lock")));
        VERIFY_ERROR(lock.take(), base::ErrorCode::Denied);
        FileLock folder(m_folder.path());
        VERIFY_ERROR(folder.take(), base::ErrorCode::Denied);
    }

#ifdef Q_OS_UNIX
    void itGoesWithAProcessThatIsKilled()
    {
        int ready[2] = {};
        QVERIFY(pipe(ready) == 0);
        const pid_t child = fork();
        if (child == 0) {
            FileLock lock(m_name);
            const char byte = lock.take() ? 'y' : 'n';
            [[maybe_unused]] const ssize_t told = write(ready[1], &byte, 1);
            pause();
            _exit(0);
        }
        char byte = 0;
        QVERIFY(read(ready[0], &byte, 1) == 1);
        QCOMPARE(byte, 'y');
        FileLock lock(m_name);
        VERIFY_ERROR(lock.take(), base::ErrorCode::Conflict);
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        VERIFY_RESULT(lock.take());
        close(ready[0]);
        close(ready[1]);
    }
#endif
};

QTEST_GUILESS_MAIN(FileLockTest)
#include "tst_filelock.moc"
