// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/paths.h"
#include "support/verifyresult.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

class PathsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        qputenv("XDG_CONFIG_HOME", "/x/config");
        qputenv("XDG_DATA_HOME", "/x/data");
        qputenv("XDG_STATE_HOME", "/x/state");
        qputenv("XDG_RUNTIME_DIR", "/x/run");
        qunsetenv("LATCHKEY_PROFILE");
    }

    void followsTheXdgVariables()
    {
        const base::Paths paths = base::Paths::ofUser();

        QCOMPARE(paths.configFile(), QStringLiteral("/x/config/latchkey/config.toml"));
        QCOMPARE(paths.accountsFile(), QStringLiteral("/x/config/latchkey/accounts.toml"));
        QCOMPARE(paths.providersFolder(), QStringLiteral("/x/config/latchkey/providers"));
        QCOMPARE(paths.databaseFile(), QStringLiteral("/x/data/latchkey/latchkey.db"));
        QCOMPARE(paths.vaultFile(), QStringLiteral("/x/data/latchkey/vault.age"));
        QCOMPARE(paths.logFile(), QStringLiteral("/x/state/latchkey/latchkey.log"));
        QCOMPARE(paths.runtime, QStringLiteral("/x/run/latchkey"));
    }

    void ignoresRelativeXdgFolders()
    {
        qputenv("XDG_STATE_HOME", "relative");
        qputenv("XDG_RUNTIME_DIR", "relative");

        const base::Paths paths = base::Paths::ofUser();

        QCOMPARE(paths.state, QDir::homePath() + QStringLiteral("/.local/state/latchkey"));
        QCOMPARE(paths.runtime, paths.state + QStringLiteral("/run"));
    }

    void aProfileIsASubfolderOfEverything_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QString>("folder");
        QTest::newRow("plain") << "work"
                               << "work";
        QTest::newRow("allowed marks") << "Work_2.b-c"
                                       << "Work_2.b-c";
        QTest::newRow("upwards") << "../../etc"
                                 << "_._.._etc";
        QTest::newRow("hidden") << ".work"
                                << "_work";
        QTest::newRow("other letters") << QStringLiteral("büro") << "b_ro";
    }
    void aProfileIsASubfolderOfEverything()
    {
        QFETCH(const QString, profile);
        QFETCH(const QString, folder);

        const base::Paths paths = base::Paths::ofUser(profile);

        QCOMPARE(paths.config, QStringLiteral("/x/config/latchkey/") + folder);
        QCOMPARE(paths.data, QStringLiteral("/x/data/latchkey/") + folder);
        QCOMPARE(paths.state, QStringLiteral("/x/state/latchkey/") + folder);
        QCOMPARE(paths.runtime, QStringLiteral("/x/run/latchkey/") + folder);
    }

    void takesTheProfileFromTheEnvironment()
    {
        qputenv("LATCHKEY_PROFILE", "home");

        QCOMPARE(base::Paths::ofUser().config, QStringLiteral("/x/config/latchkey/home"));
        QCOMPARE(base::Paths::ofUser(QStringLiteral("work")).config,
                 QStringLiteral("/x/config/latchkey/work"));
    }

    void createsFoldersThatOnlyTheirOwnerCanOpen()
    {
        const QTemporaryDir folder;
        const base::Paths paths = base::Paths::below(folder.filePath(QStringLiteral("a/b")));

        VERIFY_RESULT(paths.create());
        VERIFY_RESULT(paths.create());

        const auto onlyOwner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                               | QFile::ReadUser | QFile::WriteUser | QFile::ExeUser;
        for (const QString &made : {paths.config,
                                    paths.data,
                                    paths.state,
                                    paths.runtime,
                                    folder.filePath(QStringLiteral("a"))}) {
            QVERIFY(QFileInfo(made).isDir());
            QCOMPARE(QFileInfo(made).permissions(), onlyOwner);
        }
    }

    void tightensAFolderThatIsThereAlready()
    {
        const QTemporaryDir folder;
        const base::Paths paths = base::Paths::below(folder.path());
        QVERIFY(QDir().mkpath(paths.runtime));
        QVERIFY(QFile::setPermissions(paths.runtime, QFile::Permissions(0x7755)));

        VERIFY_RESULT(paths.create());

        QVERIFY(!QFileInfo(paths.runtime).permission(QFile::ReadOther));
    }

    void namesTheFolderThatCannotBeMade()
    {
        const QTemporaryDir folder;
        QFile inTheWay(folder.filePath(QStringLiteral("config")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));

        const auto result = base::Paths::below(folder.path()).create();

        VERIFY_ERROR(result, base::ErrorCode::Denied);
        QVERIFY(result.error().message.contains(inTheWay.fileName()));
    }
};

QTEST_GUILESS_MAIN(PathsTest)
#include "tst_paths.moc"
