// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/atomicfile.h"
#include "support/verifyresult.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

class AtomicFileTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] static mode_t modeOf(const QString &path)
    {
        struct stat info = {};
        return stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 07777 : 0;
    }

private Q_SLOTS:
    void init() { m_folder = QTemporaryDir(); }

    void readsWhatItWrote_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("text") << QByteArray("one\ntwo\n");
        QTest::newRow("zero bytes") << QByteArray("a\0b", 3);
        QTest::newRow("large") << QByteArray(3 * 1024 * 1024, 'x');
    }
    void readsWhatItWrote()
    {
        QFETCH(const QByteArray, content);

        VERIFY_RESULT(base::writeAtomically(path("f"), content));

        const auto read = base::readFile(path("f"));
        VERIFY_RESULT(read);
        QCOMPARE(*read, content);
    }

    void aNewFileIsForItsOwnerAlone()
    {
        VERIFY_RESULT(base::writeAtomically(path("private"), "x"));
        VERIFY_RESULT(base::writeAtomically(path("shared"), "x", 0644));

        QCOMPARE(modeOf(path("private")), mode_t(0600));
        QCOMPARE(modeOf(path("shared")), mode_t(0644));
    }

    void keepsTheModeOfTheOldFile()
    {
        VERIFY_RESULT(base::writeAtomically(path("f"), "old", 0640));

        VERIFY_RESULT(base::writeAtomically(path("f"), "new"));

        QCOMPARE(modeOf(path("f")), mode_t(0640));
    }

    void aSymlinkStaysAndItsTargetChanges()
    {
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("dotfiles")));
        VERIFY_RESULT(base::writeAtomically(path("dotfiles/real"), "old"));
        QVERIFY(QFile::link(path("dotfiles/real"), path("second")));
        QVERIFY(QFile::link(path("second"), path("first")));

        VERIFY_RESULT(base::writeAtomically(path("first"), "new"));

        QVERIFY(QFileInfo(path("first")).isSymLink());
        QVERIFY(QFileInfo(path("second")).isSymLink());
        QCOMPARE(*base::readFile(path("dotfiles/real")), QByteArray("new"));
    }

    void aDanglingSymlinkGetsItsTarget()
    {
        QVERIFY(QFile::link(path("missing"), path("link")));

        VERIFY_RESULT(base::writeAtomically(path("link"), "new"));

        QVERIFY(QFileInfo(path("link")).isSymLink());
        QCOMPARE(*base::readFile(path("missing")), QByteArray("new"));
    }

    void leavesNoTemporaryFile()
    {
        VERIFY_RESULT(base::writeAtomically(path("f"), "x"));

        const auto names = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
        QCOMPARE(names, QStringList{QStringLiteral("f")});
    }

    void sweepsOnlyOldLeftoversOfTheSameFile()
    {
        for (const char *name : {".f.abcdef", ".f.ghijkl", ".other.abcdef"}) {
            QFile file(path(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            if (qstrcmp(name, ".f.ghijkl") != 0)
                QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-1),
                                         QFileDevice::FileModificationTime));
        }

        VERIFY_RESULT(base::writeAtomically(path("f"), "x"));

        QVERIFY(!QFile::exists(path(".f.abcdef")));
        QVERIFY(QFile::exists(path(".f.ghijkl")));
        QVERIFY(QFile::exists(path(".other.abcdef")));
    }

    void aFailedWriteLeavesTheOldFile()
    {
        VERIFY_RESULT(base::writeAtomically(path("f"), "old"));
        // As on a full disk, but also for root.
        struct rlimit before = {};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        struct rlimit small = before;
        small.rlim_cur = 1000;
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);

        const auto result = base::writeAtomically(path("f"), QByteArray(5000, 'x'));
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, handler);

        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("f")});
        VERIFY_ERROR(result, base::ErrorCode::Denied);
        QCOMPARE(*base::readFile(path("f")), QByteArray("old"));
    }

    void saysWhichFileCannotBeWritten()
    {
        const auto result = base::writeAtomically(path("no/such/folder"), "x");

        VERIFY_ERROR(result, base::ErrorCode::Denied);
        QVERIFY(result.error().message.contains(path("no/such/folder")));
        QVERIFY(!result.error().remedy.isEmpty());
    }

    void tellsApartWhyAFileCannotBeRead()
    {
        VERIFY_RESULT(base::writeAtomically(path("f"), "12345"));

        VERIFY_ERROR(base::readFile(path("missing")), base::ErrorCode::NotFound);
        VERIFY_ERROR(base::readFile(m_folder.path()), base::ErrorCode::InvalidInput);
        VERIFY_ERROR(base::readFile(path("f"), 4), base::ErrorCode::InvalidInput);
        VERIFY_RESULT(base::readFile(path("f"), 5));
    }

    //! Whoever names a pipe must not stop the program that reads it.
    void aPipeIsNotWaitedFor()
    {
#ifndef Q_OS_UNIX
        QSKIP("There are no named pipes in folders here.");
#else
        QCOMPARE(::mkfifo(QFile::encodeName(path("pipe")).constData(), 0600), 0);

        VERIFY_ERROR(base::readFile(path("pipe")), base::ErrorCode::InvalidInput);
        VERIFY_ERROR(base::readFile(QStringLiteral("/dev/null")), base::ErrorCode::InvalidInput);
#endif
    }
};

QTEST_GUILESS_MAIN(AtomicFileTest)
#include "tst_atomicfile.moc"
