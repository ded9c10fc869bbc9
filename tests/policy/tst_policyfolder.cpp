// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyfolder.h"
#include "support/verifyresult.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace policy;

namespace {

const QByteArray permitAll = "@id(\"all\") permit (principal, action, resource);";

} // namespace

//! Policies in files: read in order, read again when they change, refused whole.
class PolicyFolderTest : public QObject
{
    Q_OBJECT

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void readsAllFilesInOrder()
    {
        write(QStringLiteral("20-b.cedar"), "forbid (principal, action, resource);");
        write(QStringLiteral("10-a.cedar"), permitAll);
        write(QStringLiteral("notes.txt"), "no policy");
        write(QStringLiteral("entities.json"), "[{\"uid\": \"Group::\\\"g\\\"\"}]");
        PolicyFolder folder(m_folder->path());
        int changes = 0;
        const auto listening = folder.changed.subscribe([&changes] { ++changes; });

        VERIFY_RESULT(folder.reload());

        QCOMPARE(changes, 1);
        QCOMPARE(folder.policies().ids(),
                 QStringList({QStringLiteral("all"), QStringLiteral("20-b.cedar:policy0")}));
        QCOMPARE(folder.entities().entities().size(), 1);
        QVERIFY(!folder.trouble());
    }

    void aBadFileLeavesTheOldSet_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("complaint");
        QTest::newRow("a policy") << QStringLiteral("b.cedar")
                                  << QByteArray("permit (principal, action, resource)\nwhen { x };")
                                  << QStringLiteral("b.cedar:2:8: \"x\" is nothing");
        QTest::newRow("the same id twice")
            << QStringLiteral("b.cedar") << permitAll << QStringLiteral("b.cedar:1:12: ");
        QTest::newRow("entities") << QStringLiteral("entities.json") << QByteArray("[\n{]")
                                  << QStringLiteral("entities.json:2:2: ");
        QTest::newRow("a large file") << QStringLiteral("b.cedar") << QByteArray(2'000'000, ' ')
                                      << QStringLiteral("b.cedar is larger than 1 MiB");
    }
    void aBadFileLeavesTheOldSet()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, text);
        QFETCH(const QString, complaint);
        write(QStringLiteral("a.cedar"), permitAll);
        PolicyFolder folder(m_folder->path());
        VERIFY_RESULT(folder.reload());
        int troubles = 0;
        int changes = 0;
        const auto listening = folder.troubleChanged.subscribe([&troubles] { ++troubles; });
        const auto alsoListening = folder.changed.subscribe([&changes] { ++changes; });

        write(name, text);
        const auto refused = folder.reload();

        VERIFY_ERROR(refused, base::ErrorCode::InvalidInput);
        QVERIFY2(refused.error().message.startsWith(complaint),
                 qPrintable(refused.error().message));
        QCOMPARE(folder.trouble(), std::optional(refused.error()));
        QCOMPARE(folder.policies().ids(), QStringList(QStringLiteral("all")));
        QCOMPARE(troubles, 1);
        QCOMPARE(changes, 0);

        QVERIFY(QFile::remove(m_folder->filePath(name)));
        VERIFY_RESULT(folder.reload());
        QVERIFY(!folder.trouble());
        QCOMPARE(troubles, 2);
        QCOMPARE(changes, 1);
    }

    void theBuiltInSetStandsInForNone()
    {
        PolicyFolder folder(m_folder->filePath(QStringLiteral("not there")), defaultPolicies());
        VERIFY_RESULT(folder.reload());
        QVERIFY(folder.policies().ids().contains(QStringLiteral("administrators")));

        QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("not there"))));
        write(QStringLiteral("not there/own.cedar"), permitAll);
        VERIFY_RESULT(folder.reload());
        QCOMPARE(folder.policies().ids(), QStringList(QStringLiteral("all")));
    }

    void aPlaceThatIsNoFolderIsRefused()
    {
        write(QStringLiteral("file"), "");
        PolicyFolder folder(m_folder->filePath(QStringLiteral("file")), defaultPolicies());
        VERIFY_ERROR(folder.reload(), base::ErrorCode::NotFound);
        QCOMPARE(folder.policies().size(), 0);
    }

    void aFileThatEverybodyMayChangeIsRefused()
    {
        write(QStringLiteral("a.cedar"), permitAll);
        QFile file(m_folder->filePath(QStringLiteral("a.cedar")));
        const auto usual = file.permissions();
        QVERIFY(file.setPermissions(usual | QFile::WriteOther));
        PolicyFolder folder(m_folder->path());

        VERIFY_ERROR(folder.reload(), base::ErrorCode::Denied);
        QCOMPARE(folder.policies().size(), 0);

        QVERIFY(file.setPermissions(usual));
        VERIFY_RESULT(folder.reload());
    }

    void changesAreReadByThemselves()
    {
        write(QStringLiteral("a.cedar"), permitAll);
        PolicyFolder folder(m_folder->path());
        VERIFY_RESULT(folder.reload());

        write(QStringLiteral("b.cedar"), "@id(\"b\") permit (principal, action, resource);");
        QTRY_COMPARE(folder.policies().size(), 2);

        write(QStringLiteral("b.cedar"), "permit (");
        QTRY_VERIFY(folder.trouble());
        QCOMPARE(folder.policies().size(), 2);

        // As editors do it: another file in its place.
        write(QStringLiteral("c.tmp"), "@id(\"c\") permit (principal, action, resource);");
        QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("b.cedar"))));
        QVERIFY(QFile::rename(m_folder->filePath(QStringLiteral("c.tmp")),
                              m_folder->filePath(QStringLiteral("b.cedar"))));
        QTRY_VERIFY(folder.policies().ids().contains(QStringLiteral("c")));
        QVERIFY(!folder.trouble());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(PolicyFolderTest)
#include "tst_policyfolder.moc"
