// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/realprocesses.h"

using namespace agent;

//! Who vouches for a program.
class PackagesTest : public QObject, private RealProcesses
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { RealProcesses::initTestCase(); }
    void cleanup() { RealProcesses::cleanup(); }
    void cleanupTestCase() { RealProcesses::cleanupTestCase(); }

    void aPackageVouchesForWhatItBrought()
    {
        if (!QFile::exists(s("/var/lib/dpkg/status")))
            QSKIP("no dpkg here");
        const auto all = finder();
        const QProcess &process = start(s("/usr/bin/sleep"), {s("60")});
        QTRY_VERIFY(running(process, s("/usr/bin/sleep")) > 0);
        const auto program = QCoro::waitFor(all->identify(peer(process.processId())));
        VERIFY_RESULT(program);
        QCOMPARE((*program)->backing, core::Backing::Nobody); // not looked up yet

        const auto vouched = QCoro::waitFor(all->vouch(*program));

        VERIFY_RESULT(vouched);
        QCOMPARE((*vouched)->backing, core::Backing::Package);
        QVERIFY((*vouched)->package.startsWith(s("coreutils ")));
        QVERIFY(!(*vouched)->package.contains(QLatin1Char('-')));
        QCOMPARE((*vouched)->identity(), (*program)->identity());
    }

    void nobodyVouchesForACopy()
    {
        const auto all = finder();
        const QProcess &process = start(m_sleeper, {s("60")});
        QTRY_VERIFY(running(process, m_sleeper) > 0);
        const auto program = QCoro::waitFor(all->identify(peer(process.processId())));
        VERIFY_RESULT(program);
        const auto vouched = QCoro::waitFor(all->vouch(*program));
        VERIFY_RESULT(vouched);
        QCOMPARE((*vouched)->backing, core::Backing::Nobody);
        QCOMPARE((*vouched)->package, QString());
    }

    void aFileThatIsNotAsItsPackageBroughtItIsSaid()
    {
        // A package database of our own, with the old folder's name as before the merge of /usr.
        const QString dpkg = m_folder.filePath(s("dpkg"));
        write(s("dpkg/status"),
              "Package: other\nVersion: 9\n\nPackage: tool\nStatus: install ok installed\n"
              "Version: 2:1.4.0-3+deb12u1\n\n");
        write(s("dpkg/info/tool:amd64.list"), "/.\n/usr\n" + m_sleeper.toUtf8() + "\n");
        write(s("dpkg/info/other.list"), "/.\n" + m_sleeper.toUtf8() + "/below\n");
        const QString sums =
            write(s("dpkg/info/tool:amd64.md5sums"),
                  QByteArray(32, '0') + "  " + m_sleeper.toUtf8().sliced(1) + "\n");
        ProgramFinder::Parts parts;
        parts.ownTool = m_tool;
        parts.packages = dpkg;
        const QProcess &process = start(m_sleeper, {s("60")});
        QTRY_VERIFY(running(process, m_sleeper) > 0);
        {
            ProgramFinder all(parts);
            const auto program = QCoro::waitFor(all.identify(peer(process.processId())));
            VERIFY_RESULT(program);
            const auto vouched = QCoro::waitFor(all.vouch(*program));
            VERIFY_RESULT(vouched);
            QCOMPARE((*vouched)->backing, core::Backing::ChangedPackage);
            QCOMPARE((*vouched)->package, s("tool 1.4.0"));
        }
        const QByteArray sum =
            QCryptographicHash::hash(content(m_sleeper), QCryptographicHash::Md5).toHex();
        write(s("dpkg/info/tool:amd64.md5sums"),
              "00  x\n" + sum + "  " + m_sleeper.toUtf8().sliced(1) + "\n");
        ProgramFinder all(parts);
        const auto program = QCoro::waitFor(all.identify(peer(process.processId())));
        VERIFY_RESULT(program);
        const auto vouched = QCoro::waitFor(all.vouch(*program));
        VERIFY_RESULT(vouched);
        QCOMPARE((*vouched)->backing, core::Backing::Package);
        Q_UNUSED(sums)
    }
};

QTEST_GUILESS_MAIN(PackagesTest)
#include "tst_packages.moc"
