// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/atomicfile.h"
#include "base/settings.h"
#include "support/verifyresult.h"

#include <QTemporaryDir>
#include <QTest>

using base::ErrorCode;
using base::Settings;
using base::SettingSpec;

class SettingsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Settings::Sources m_sources;

    static QString s(const char *text) { return QString::fromUtf8(text); }

    static QList<SettingSpec> specs()
    {
        return {{s("lock.idle_minutes"), qint64(5), {}, 0, 60, s("Idle.")},
                {s("lock.on_suspend"), true, {}, 0, 0, s("Suspend.")},
                {s("theme"), s("system"), {s("system"), s("light"), s("dark")}, 0, 0, s("Theme.")},
                {s("free"), QString(), {}, 0, 0, s("Anything.")},
                {s("count"), qint64(0), {}, 0, 0, s("Any number.")},
                {s("warn"), QStringList{s("24h"), s("1h")}, {}, 0, 0, s("Warn.")},
                {s("kinds"), QStringList{}, {s("a"), s("b")}, 0, 0, s("Kinds.")}};
    }

    void write(const QString &file, const QByteArray &text)
    {
        VERIFY_RESULT(base::writeAtomically(file, text));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = QTemporaryDir();
        m_sources = {
            m_folder.filePath(s("system.toml")), m_folder.filePath(s("user.toml")), {}, {}};
    }

    void startsWithTheBuiltInValues()
    {
        Settings settings(specs(), m_sources);

        VERIFY_RESULT(settings.load());

        QCOMPARE(settings.number(s("lock.idle_minutes")), 5);
        QCOMPARE(settings.flag(s("lock.on_suspend")), true);
        QCOMPARE(settings.text(s("theme")), s("system"));
        QCOMPARE(settings.texts(s("warn")), (QStringList{s("24h"), s("1h")}));
        QCOMPARE(settings.layerOf(s("theme")), s("built-in"));
        QVERIFY(settings.warnings().isEmpty());
    }

    void aLaterLayerWins()
    {
        const QString key = s("lock.idle_minutes");
        Settings settings(specs(), m_sources);
        write(m_sources.systemFile, "[lock]\nidle_minutes = 1\n");
        VERIFY_RESULT(settings.load());
        QCOMPARE(settings.number(key), 1);
        QCOMPARE(settings.layerOf(key), s("system"));

        write(m_sources.userFile, "lock.idle_minutes = 2\n");
        VERIFY_RESULT(settings.load());
        QCOMPARE(settings.number(key), 2);
        QCOMPARE(settings.layerOf(key), s("user"));

        m_sources.environment.insert(s("LATCHKEY_LOCK_IDLE_MINUTES"), s("3"));
        Settings withEnvironment(specs(), m_sources);
        VERIFY_RESULT(withEnvironment.load());
        QCOMPARE(withEnvironment.number(key), 3);
        QCOMPARE(withEnvironment.layerOf(key), s("environment"));

        m_sources.commandLine.insert(key, s("4"));
        Settings withCommandLine(specs(), m_sources);
        VERIFY_RESULT(withCommandLine.load());
        QCOMPARE(withCommandLine.number(key), 4);
        QCOMPARE(withCommandLine.layerOf(key), s("command line"));
    }

    void readsTextAsTheSettingsType_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        for (const char *yes : {"true", "YES", " on ", "1"})
            QTest::addRow("yes: %s", yes)
                << "LATCHKEY_LOCK_ON_SUSPEND" << s(yes) << "lock.on_suspend" << QVariant(true);
        for (const char *no : {"false", "No", "off", "0"})
            QTest::addRow("no: %s", no)
                << "LATCHKEY_LOCK_ON_SUSPEND" << s(no) << "lock.on_suspend" << QVariant(false);
        QTest::newRow("number") << "LATCHKEY_COUNT"
                                << " -7"
                                << "count" << QVariant(qint64(-7));
        QTest::newRow("string") << "LATCHKEY_FREE"
                                << " x "
                                << "free" << QVariant(s(" x "));
        QTest::newRow("list") << "LATCHKEY_WARN"
                              << "5m, 1m"
                              << "warn" << QVariant(QStringList{s("5m"), s("1m")});
        QTest::newRow("empty list") << "LATCHKEY_WARN"
                                    << ""
                                    << "warn" << QVariant(QStringList());
    }
    void readsTextAsTheSettingsType()
    {
        QFETCH(const QString, variable);
        QFETCH(const QString, text);
        QFETCH(const QString, key);
        QFETCH(const QVariant, value);
        m_sources.environment.insert(variable, text);
        Settings settings(specs(), m_sources);

        VERIFY_RESULT(settings.load());

        QCOMPARE(settings.value(key), value);
    }

    void aWrongValueNamesFileLineKeyAndWhatWasExpected_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("string for number") << QByteArray("\n[lock]\nidle_minutes = 'x'\n")
                                           << "user.toml:3: ‘lock.idle_minutes’ has to be a whole "
                                              "number from 0 to 60, not a string.";
        QTest::newRow("decimal for number")
            << QByteArray("count = 1.5\n")
            << "user.toml:1: ‘count’ has to be a whole number, not a decimal number.";
        QTest::newRow("too large")
            << QByteArray("lock.idle_minutes = 61\n")
            << "user.toml:1: ‘lock.idle_minutes’ has to be a whole number from 0 to 60, not 61.";
        QTest::newRow("number for bool")
            << QByteArray("lock = {on_suspend = 1}\n")
            << "user.toml:1: ‘lock.on_suspend’ has to be true or false, not a whole number.";
        QTest::newRow("no choice")
            << QByteArray("theme = 'blue'\n")
            << "user.toml:1: ‘theme’ has to be one of system, light, dark, not ‘blue’.";
        QTest::newRow("mixed list")
            << QByteArray("warn = ['a', 1]\n")
            << "user.toml:1: ‘warn’ has to be a list of strings, not a list.";
        QTest::newRow("list with no choice")
            << QByteArray("kinds = ['a', 'c']\n")
            << "user.toml:1: ‘kinds’ has to be a list of some of these: a, b, not [\"a\", \"c\"].";
        QTest::newRow("no TOML") << QByteArray("theme\n") << "user.toml:1:6: ";
    }
    void aWrongValueNamesFileLineKeyAndWhatWasExpected()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, message);
        write(m_sources.userFile, text);
        Settings settings(specs(), m_sources);

        const auto loaded = settings.load();

        VERIFY_ERROR(loaded, ErrorCode::InvalidInput);
        const QString expected = m_folder.path() + QLatin1Char('/') + message;
        QVERIFY2(loaded.error().message.startsWith(expected), qPrintable(loaded.error().message));
        QVERIFY(!loaded.error().remedy.isEmpty());
    }

    void aWrongVariableIsNamed()
    {
        m_sources.environment.insert(s("LATCHKEY_LOCK_IDLE_MINUTES"), s("soon"));
        Settings settings(specs(), m_sources);

        const auto loaded = settings.load();

        VERIFY_ERROR(loaded, ErrorCode::InvalidInput);
        QVERIFY(loaded.error().message.startsWith(s("LATCHKEY_LOCK_IDLE_MINUTES: ")));
    }

    void onErrorTheValuesStay()
    {
        write(m_sources.userFile, "theme = 'dark'\n");
        Settings settings(specs(), m_sources);
        VERIFY_RESULT(settings.load());
        write(m_sources.userFile, "theme = 'light'\ncount = 'x'\n");

        VERIFY_ERROR(settings.load(), ErrorCode::InvalidInput);

        QCOMPARE(settings.text(s("theme")), s("dark"));
    }

    void anUnknownKeyIsAWarning()
    {
        write(m_sources.userFile, "theme = 'dark'\nfuture = 1\n[lock]\nidel_minutes = 3\n");
        Settings settings(specs(), m_sources);

        VERIFY_RESULT(settings.load());

        const QString file = m_sources.userFile;
        QCOMPARE(settings.warnings(),
                 (QStringList{file + s(":2: unknown key ‘future’."),
                              file + s(":4: unknown key ‘lock.idel_minutes’.")}));
    }

    void setWritesTheUsersFileAndKeepsTheRest()
    {
        write(m_sources.userFile, "# mine\n[lock]\nidle_minutes = 3 # short\n\n[future]\nx = 1\n");
        Settings settings(specs(), m_sources);
        VERIFY_RESULT(settings.load());
        QStringList told;
        const auto subscription =
            settings.changed.subscribe([&told](const QString &key) { told += key; });

        VERIFY_RESULT(settings.set(s("lock.idle_minutes"), 10));
        VERIFY_RESULT(settings.set(s("lock.on_suspend"), false));
        VERIFY_RESULT(settings.set(s("theme"), s("dark")));
        VERIFY_RESULT(settings.set(s("warn"), QVariantList{s("5m")}));
        VERIFY_RESULT(settings.set(s("theme"), s("dark")));

        QCOMPARE(*base::readFile(m_sources.userFile),
                 QByteArray("theme = \"dark\"\nwarn = [\"5m\"]\n\n# mine\n[lock]\n"
                            "idle_minutes = 10 # short\non_suspend = false\n\n[future]\nx = 1\n"));
        QCOMPARE(
            told,
            (QStringList{s("lock.idle_minutes"), s("lock.on_suspend"), s("theme"), s("warn")}));
        QCOMPARE(settings.number(s("lock.idle_minutes")), 10);
        QCOMPARE(settings.layerOf(s("theme")), s("user"));
        Settings again(specs(), m_sources);
        VERIFY_RESULT(again.load());
        QCOMPARE(again.texts(s("warn")), QStringList{s("5m")});
        QCOMPARE(again.flag(s("lock.on_suspend")), false);
    }

    void setMakesTheFileWhereThereIsNone()
    {
        Settings settings(specs(), m_sources);

        VERIFY_RESULT(settings.set(s("lock.idle_minutes"), qint64(1)));

        QCOMPARE(*base::readFile(m_sources.userFile), QByteArray("[lock]\nidle_minutes = 1\n"));
    }

    void setRefusesWhatLoadWouldRefuse_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<int>("code");
        const int invalid = int(ErrorCode::InvalidInput);
        QTest::newRow("no such key") << "none" << QVariant(1) << int(ErrorCode::NotFound);
        QTest::newRow("type") << "theme" << QVariant(1) << invalid;
        QTest::newRow("choice") << "theme" << QVariant(s("blue")) << invalid;
        QTest::newRow("range") << "lock.idle_minutes" << QVariant(-1) << invalid;
        QTest::newRow("fraction") << "count" << QVariant(1.5) << invalid;
        QTest::newRow("list") << "warn" << QVariant(QVariantList{1}) << invalid;
        QTest::newRow("from the environment")
            << "free" << QVariant(s("x")) << int(ErrorCode::Conflict);
    }
    void setRefusesWhatLoadWouldRefuse()
    {
        QFETCH(const QString, key);
        QFETCH(const QVariant, value);
        QFETCH(const int, code);
        m_sources.environment.insert(s("LATCHKEY_FREE"), s("fixed"));
        Settings settings(specs(), m_sources);
        VERIFY_RESULT(settings.load());

        const auto done = settings.set(key, value);

        VERIFY_ERROR(done, ErrorCode(code));
        QVERIFY(!QFile::exists(m_sources.userFile));
    }

    void setLeavesABrokenFileAlone()
    {
        write(m_sources.userFile, "broken\n");
        Settings settings(specs(), m_sources);

        VERIFY_ERROR(settings.set(s("free"), s("x")), ErrorCode::InvalidInput);

        QCOMPARE(*base::readFile(m_sources.userFile), QByteArray("broken\n"));
        QCOMPARE(settings.text(s("free")), QString());
    }

    void loadTellsWhatHasChanged()
    {
        Settings settings(specs(), m_sources);
        VERIFY_RESULT(settings.load());
        QStringList told;
        const auto subscription =
            settings.changed.subscribe([&told](const QString &key) { told += key; });
        write(m_sources.userFile, "free = 'x'\ntheme = 'system'\n");

        VERIFY_RESULT(settings.load());

        QCOMPARE(told, QStringList{s("free")});
    }

    void takesItsSourcesFromTheUser()
    {
        qputenv("LATCHKEY_THEME", "dark");

        const Settings::Sources sources = Settings::sourcesOf(base::Paths::below(m_folder.path()));

        QCOMPARE(sources.userFile, m_folder.path() + s("/config/config.toml"));
        QCOMPARE(sources.systemFile, s("/etc/latchkey/config.toml"));
        QCOMPARE(sources.environment.value(s("LATCHKEY_THEME")), s("dark"));
        QVERIFY(!sources.environment.contains(s("PATH")));
    }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
