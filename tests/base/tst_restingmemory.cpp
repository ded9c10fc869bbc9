// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/restingmemory.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

namespace {

//! Kilobytes of files in this process's memory, unchanged since they were read.
int kilobytesOfFiles()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    static const QRegularExpression line(QStringLiteral("RssFile:\\s+([0-9]+) kB"));
    return line.match(QString::fromLatin1(file.readAll())).captured(1).toInt();
}

const char *const written = "written before";
QString grown = QStringLiteral("at the start ");

} // namespace

class RestingMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeIsGivenBackAndComesAgain()
    {
#ifndef Q_OS_LINUX
        QSKIP("The system has no such call.");
#endif
        grown += QLocale(QLocale::German).toString(QDate(2026, 11, 22), QLocale::LongFormat);
        const QString before = grown;
        const int first = kilobytesOfFiles();

        base::giveBackMemory();

        QVERIFY2(kilobytesOfFiles() < first / 2, "it is still there");
        QCOMPARE(grown, before);
        QCOMPARE(QByteArray(written), QByteArray("written before"));
        QCOMPARE(QLocale(QLocale::German).toString(QDate(2026, 11, 22), QLocale::LongFormat),
                 before.mid(QStringLiteral("at the start ").size()));
    }

    void itMayBeDoneWhileOthersWork()
    {
        std::atomic<bool> isOver = false;
        std::atomic<int> rounds = 0;
        std::vector<std::thread> workers;
        for (int i = 0; i < 3; ++i) {
            workers.emplace_back([&] {
                while (!isOver) {
                    if (QString::number(rounds).toUtf8().toBase64().isEmpty())
                        return;
                    ++rounds;
                }
            });
        }
        for (int i = 0; i < 200; ++i)
            base::giveBackMemory();
        isOver = true;
        for (std::thread &worker : workers)
            worker.join();
        QVERIFY(rounds > 0);
    }
};

QTEST_GUILESS_MAIN(RestingMemoryTest)
#include "tst_restingmemory.moc"
