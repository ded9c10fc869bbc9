// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doors/dotenv.h"

#include <QTest>

namespace {

QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

std::string_view view(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

} // namespace

//! .env files.
class DotenvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsValues_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        const auto row =
            [](const char *what, const char *text, const char *name, const char *value) {
                QTest::newRow(what) << QByteArray(text) << QByteArray(name) << QByteArray(value);
            };
        row("a bare value", "A=b\n", "A", "b");
        row("without a line end", "A=b", "A", "b");
        row("nothing", "A=\n", "A", "");
        row("blanks around", "  A = b c  \n", "A", "b c");
        row("export", "export A=b\n", "A", "b");
        row("a variable named export", "export=b\n", "export", "b");
        row("export with blanks", "export  \tA=b\n", "A", "b");
        row("carriage returns", "A=b\r\n", "A", "b");
        row("a mark at the beginning",
            "\xef\xbb\xbf"
            "A=b\n",
            "A",
            "b");
        row("a comment behind it", "A=b # c\n", "A", "b");
        row("a sharp inside of a word", "A=b#c\n", "A", "b#c");
        row("only a comment", "A= # c\n", "A", "");
        row("an equals sign in it", "A=b=c==\n", "A", "b=c==");
        row("a reference",
            "A=auth://github/work/token?min_valid=600\n",
            "A",
            "auth://github/work/token?min_valid=600");
        row("a reference with a fragment", "A=ref+file://a.yaml#/b\n", "A", "ref+file://a.yaml#/b");
        row("single quotation marks", "A='b # $c \\n \"d\"'\n", "A", "b # $c \\n \"d\"");
        row("double quotation marks", "A=\"b # 'c'\"\n", "A", "b # 'c'");
        row("escapes", "A=\"a\\nb\\tc\\r\\\"d\\\\e\\$f\"\n", "A", "a\nb\tc\r\"d\\e$f");
        row("an unknown escape stays", "A=\"a\\qb\"\n", "A", "a\\qb");
        row("several lines", "A=\"b\nc\"\n", "A", "b\nc");
        row("several lines, single", "A='b\nc'\n", "A", "b\nc");
        row("a line goes on", "A=\"b\\\nc\"\n", "A", "bc");
        row("a comment behind quotation marks", "A=\"b\" # c\n", "A", "b");
        row("a dollar is a dollar", "A=$HOME\n", "A", "$HOME");
        row("quotation marks inside", "A=b\"c\"\n", "A", "b\"c\"");
        row("UTF-8", "A=schlüssel\n", "A", "schlüssel");
        row("the last one counts", "A=b\nA=c\n", "A", "c");
    }
    void readsValues()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, value);
        const auto read = cli::readDotenv(view(text));
        QVERIFY2(read, read.error().message.c_str());
        QCOMPARE(read->size(), std::size_t(1));
        QCOMPARE(QByteArray::fromStdString(read->front().name), name);
        QCOMPARE(bytes(read->front().value.expose()), value);
    }

    void keepsTheOrderAndTellsTheLine()
    {
        const auto read = cli::readDotenv("# first\n\nB=\"1\n2\"\n  # then\nA=3\n");
        QVERIFY(read);
        QCOMPARE(read->size(), std::size_t(2));
        QCOMPARE(read->at(0).name, std::string("B"));
        QCOMPARE(read->at(0).line, 3);
        QCOMPARE(read->at(1).name, std::string("A"));
        QCOMPARE(read->at(1).line, 6);
    }

    void refusesMistakesByLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("no equals sign") << QByteArray("A=b\nC\n") << 2;
        QTest::newRow("no name") << QByteArray("=b\n") << 1;
        QTest::newRow("a name with a dash") << QByteArray("A=1\n\nA-B=c\n") << 3;
        QTest::newRow("a name that begins with a digit") << QByteArray("1A=c\n") << 1;
        QTest::newRow("an open quotation mark") << QByteArray("A=b\nC=\"d\ne\n") << 2;
        QTest::newRow("something behind one") << QByteArray("A=\"b\" c\n") << 1;
        QTest::newRow("a zero") << QByteArray("A=b\0c\n", 6) << 1;
    }
    void refusesMistakesByLine()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, line);
        const auto read = cli::readDotenv(view(text));
        QVERIFY(!read);
        QCOMPARE(read.error().code, latchkey::ErrorCode::InvalidInput);
        QVERIFY2(read.error().message.find("Line " + std::to_string(line)) == 0,
                 read.error().message.c_str());
    }
};

QTEST_APPLESS_MAIN(DotenvTest)
#include "tst_dotenv.moc"
