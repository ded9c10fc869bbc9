// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/toml.h"
#include "support/verifyresult.h"

#include <QTest>

using namespace base;

class TomlTest : public QObject
{
    Q_OBJECT

    const QString m_file = QStringLiteral("x.toml");

    [[nodiscard]] TomlTable parsed(const QByteArray &text) const
    {
        const auto table = parseToml(text, m_file);
        if (!table)
            QTest::qFail(qPrintable(table.error().message), __FILE__, __LINE__);
        return table.value_or(TomlTable());
    }

private Q_SLOTS:
    void readsEveryKindOfValue()
    {
        const TomlTable table = parsed("text = 'ä€😀'\n"
                                       "whole = -9223372036854775808\n"
                                       "decimal = 1.5\n"
                                       "yes = true\n"
                                       "list = [1, ['a'], {b = 2}]\n"
                                       "[sub.\"quoted key\"]\n"
                                       "x = 0x10\n"
                                       "[[blocks]]\n[[blocks]]\ny = 1\n");

        QCOMPARE(std::get<QString>(table[QStringLiteral("text")].value), QStringLiteral("ä€😀"));
        QCOMPARE(std::get<qint64>(table[QStringLiteral("whole")].value),
                 std::numeric_limits<qint64>::min());
        QCOMPARE(std::get<double>(table[QStringLiteral("decimal")].value), 1.5);
        QCOMPARE(std::get<bool>(table[QStringLiteral("yes")].value), true);
        const auto list = std::get<TomlArray>(table[QStringLiteral("list")].value);
        QCOMPARE(list.size(), 3);
        QVERIFY(list[1].isArray());
        QVERIFY(list[2].isTable());
        const auto sub = std::get<TomlTable>(table[QStringLiteral("sub")].value);
        const auto quoted = std::get<TomlTable>(sub[QStringLiteral("quoted key")].value);
        QCOMPARE(std::get<qint64>(quoted[QStringLiteral("x")].value), 16);
        QCOMPARE(std::get<TomlArray>(table[QStringLiteral("blocks")].value).size(), 2);
    }

    void readsDatesAsUtc_data()
    {
        QTest::addColumn<QByteArray>("literal");
        QTest::addColumn<QString>("utc");
        QTest::newRow("Z") << QByteArray("2026-11-22T12:00:00Z") << "2026-11-22T12:00:00.000Z";
        QTest::newRow("offset") << QByteArray("2026-11-22T12:00:00.5-03:30")
                                << "2026-11-22T15:30:00.500Z";
        QTest::newRow("local") << QByteArray("2026-11-22 12:00:00") << "2026-11-22T12:00:00.000Z";
        QTest::newRow("day") << QByteArray("2026-11-22") << "2026-11-22T00:00:00.000Z";
    }
    void readsDatesAsUtc()
    {
        QFETCH(const QByteArray, literal);
        QFETCH(const QString, utc);

        const TomlTable table = parsed("t = " + literal);

        const auto time = tomlDateTime(table, QStringLiteral("t"), m_file);
        VERIFY_RESULT(time);
        QCOMPARE(time->toString(Qt::ISODateWithMs), utc);
    }

    void saysWhereTheTextIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("where");
        QTest::newRow("no value") << QByteArray("a = 1\nb =\n") << "x.toml:2:";
        QTest::newRow("twice") << QByteArray("a = 1\n\n\na = 2") << "x.toml:4:";
        QTest::newRow("open string") << QByteArray("a = \"x\n") << "x.toml:1:";
        QTest::newRow("not UTF-8") << QByteArray("a = \"\xff\"\n") << "x.toml:1:";
        QTest::newRow("bare word") << QByteArray("\n\nhello") << "x.toml:3:";
        QTest::newRow("deep list") << QByteArray("a = " + QByteArray(100000, '[')) << "x.toml:1:";
    }
    void saysWhereTheTextIsWrong()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, where);

        const auto table = parseToml(text, m_file);

        VERIFY_ERROR(table, ErrorCode::InvalidInput);
        QVERIFY2(table.error().message.startsWith(where), qPrintable(table.error().message));
        QVERIFY(!table.error().remedy.isEmpty());
    }

    void refusesKeysThatNestWithoutEnd_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("bare") << QByteArray("a.").repeated(200000) + "a = 1";
        QTest::newRow("quoted") << QByteArray("\"?!\" .").repeated(200000) + "a = 1";
        QTest::newRow("header") << "[" + QByteArray("a.").repeated(200000) + "a]";
    }
    void refusesKeysThatNestWithoutEnd()
    {
        QFETCH(const QByteArray, text);

        VERIFY_ERROR(parseToml(text, m_file), ErrorCode::InvalidInput);
    }

    void acceptsManyDotsThatAreNoKey()
    {
        VERIFY_RESULT(parseToml("a = [" + QByteArray("1.5, ").repeated(2000) + "]", m_file));
    }

    void typedAccessGivesValueFallbackOrComplaint()
    {
        const TomlTable table =
            parsed("s = 'x'\nn = 3\nb = true\nl = ['a', 'b']\nmixed = ['a',\n 1]\n");
        const auto key = [](const char *name) { return QString::fromLatin1(name); };

        QCOMPARE(*tomlString(table, key("s"), m_file), QStringLiteral("x"));
        QCOMPARE(*tomlString(table, key("none"), m_file, key("f")), QStringLiteral("f"));
        QCOMPARE(*tomlInteger(table, key("n"), m_file), 3);
        QCOMPARE(*tomlInteger(table, key("none"), m_file, 7), 7);
        QCOMPARE(*tomlBool(table, key("b"), m_file), true);
        QCOMPARE(*tomlBool(table, key("none"), m_file, true), true);
        QCOMPARE(*tomlStrings(table, key("l"), m_file), (QStringList{key("a"), key("b")}));
        QCOMPARE(*tomlStrings(table, key("none"), m_file, {key("f")}), QStringList{key("f")});
        QVERIFY(!tomlDateTime(table, key("none"), m_file)->isValid());

        QCOMPARE(tomlString(table, key("n"), m_file).error().message,
                 QStringLiteral("x.toml:2:5: ‘n’ has to be a string; it is a whole number."));
        QCOMPARE(tomlInteger(table, key("s"), m_file).error().message,
                 QStringLiteral("x.toml:1:5: ‘s’ has to be a whole number; it is a string."));
        QCOMPARE(tomlBool(table, key("l"), m_file).error().message,
                 QStringLiteral("x.toml:4:5: ‘l’ has to be true or false; it is a list."));
        QCOMPARE(tomlStrings(table, key("mixed"), m_file).error().message,
                 QStringLiteral(
                     "x.toml:6:2: ‘mixed’ has to be a list of strings; it is a whole number."));
        VERIFY_ERROR(tomlStrings(table, key("s"), m_file), ErrorCode::InvalidInput);
        VERIFY_ERROR(tomlDateTime(table, key("s"), m_file), ErrorCode::InvalidInput);
    }

    void writesLiteralsThatReadBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << "";
        QTest::newRow("plain") << "work";
        QTest::newRow("quotes") << "a \"b\" 'c' \"\"\"d\"\"\" '''";
        QTest::newRow("backslashes") << "C:\\new\\table\\u0041";
        QTest::newRow("lines") << "a\nb\r\nc\td";
        QTest::newRow("controls") << QString::fromUtf8(QByteArray("a\0b\x01\x1f\x7f", 6));
        QTest::newRow("beyond ASCII") << QStringLiteral("äß€漢😀");
        QTest::newRow("comment marks") << "# = [x]";
    }
    void writesLiteralsThatReadBack()
    {
        QFETCH(const QString, text);
        const QString line = QStringLiteral("%1 = %2\n").arg(tomlKey(text), tomlLiteral(text));

        const auto table = parseToml(line.toUtf8(), m_file);

        VERIFY_RESULT(table);
        QCOMPARE(*tomlString(*table, text, m_file), text);
    }

    void writesTheOtherLiterals()
    {
        const QDateTime time({2026, 11, 22}, {12, 0, 1}, Qt::UTC);
        QCOMPARE(tomlLiteral(QStringList{QStringLiteral("a"), QStringLiteral("b\"")}),
                 QStringLiteral("[\"a\", \"b\\\"\"]"));
        QCOMPARE(tomlLiteral(QStringList()), QStringLiteral("[]"));
        QCOMPARE(tomlLiteral(qint64(-5)), QStringLiteral("-5"));
        QCOMPARE(tomlLiteral(true), QStringLiteral("true"));
        QCOMPARE(tomlLiteral(time), QStringLiteral("2026-11-22T12:00:01Z"));
        QCOMPARE(tomlLiteral(time.addMSecs(250)), QStringLiteral("2026-11-22T12:00:01.250Z"));
        QCOMPARE(tomlKey(QStringLiteral("a-b_9")), QStringLiteral("a-b_9"));
        QCOMPARE(tomlKey(QStringLiteral("a.b")), QStringLiteral("\"a.b\""));
    }
};

QTEST_GUILESS_MAIN(TomlTest)
#include "tst_toml.moc"
