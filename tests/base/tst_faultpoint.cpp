// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/atomicfile.h"
#include "support/verifyresult.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

//! Writes in a child process that dies at a fault point, and looks at what is left.
class FaultPointTest : public QObject
{
    Q_OBJECT

    //! The child's wait status after it has written "one" and then "two" into \a path.
    static int writeTwiceDyingAt(const QByteArray &point, const QString &path)
    {
        const pid_t child = fork();
        if (child == 0) {
            qputenv("LATCHKEY_FAULT_POINT", point);
            const bool written = base::writeAtomically(path, "one").has_value()
                                 && base::writeAtomically(path, "two").has_value();
            _exit(written ? 0 : 1);
        }
        int status = -1;
        waitpid(child, &status, 0);
        return status;
    }

private Q_SLOTS:
    void aKilledWriteLeavesTheOldOrTheNewFile_data()
    {
        QTest::addColumn<QByteArray>("point");
        QTest::addColumn<bool>("dies");
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("none") << QByteArray() << false << QByteArray("two");
        QTest::newRow("another file")
            << QByteArray("g:atomicfile.written") << false << QByteArray("two");
        QTest::newRow("written") << QByteArray("f:atomicfile.written") << true
                                 << QByteArray("zero");
        QTest::newRow("synced") << QByteArray("f:atomicfile.synced") << true << QByteArray("zero");
        QTest::newRow("renamed") << QByteArray("f:atomicfile.renamed") << true << QByteArray("one");
        QTest::newRow("written#2")
            << QByteArray("f:atomicfile.written#2") << true << QByteArray("one");
        QTest::newRow("renamed#2")
            << QByteArray("f:atomicfile.renamed#2") << true << QByteArray("two");
        QTest::newRow("renamed#3")
            << QByteArray("f:atomicfile.renamed#3") << false << QByteArray("two");
    }
    void aKilledWriteLeavesTheOldOrTheNewFile()
    {
#ifndef LATCHKEY_FAULT_POINTS
        QSKIP("built without FAULT_POINTS");
#endif
        QFETCH(const QByteArray, point);
        QFETCH(const bool, dies);
        QFETCH(const QByteArray, left);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("f"));
        VERIFY_RESULT(base::writeAtomically(path, "zero"));

        const int status = writeTwiceDyingAt(point, path);

        if (dies) {
            QVERIFY(WIFSIGNALED(status));
            QCOMPARE(WTERMSIG(status), SIGKILL);
        } else {
            QVERIFY(WIFEXITED(status));
            QCOMPARE(WEXITSTATUS(status), 0);
        }
        QCOMPARE(*base::readFile(path), left);
    }
};

QTEST_GUILESS_MAIN(FaultPointTest)
#include "tst_faultpoint.moc"
