// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <latchkey/json.h>

using latchkey::Json;

//! The client's own reader and writer of JSON, against RFC 8259 and against Qt's.
class ClientJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatJsonIs_data()
    {
        QTest::addColumn<QByteArray>("text");
        const char *texts[] = {"{}",
                               "[]",
                               "null",
                               " true ",
                               "false",
                               "0",
                               "-0",
                               "9223372036854775807",
                               "-9223372036854775808",
                               "18446744073709551616",
                               "1.5e3",
                               "1E-2",
                               "-0.25",
                               "\"\"",
                               "\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
                               "\"\\u0041\\u00e9\\u20ac\\ud83d\\ude00\"",
                               "\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\"",
                               "{\"a\":[1,{\"b\":null},[[]]],\"c\":\"d\"}",
                               "\t[ 1 ,\r\n 2 ]\n"};
        for (const char *text : texts)
            QTest::newRow(text) << QByteArray(text);
    }

    void readsWhatJsonIs()
    {
        QFETCH(const QByteArray, text);

        const auto value = Json::read(text.toStdString());

        QVERIFY(value.hasValue());
        const auto written = value->written();
        // Qt's reader finds the same in what was read and in what was written.
        const QByteArray again(written.data(), qsizetype(written.size()));
        const auto inList = [](const QByteArray &json) {
            return QJsonDocument::fromJson('[' + json + ']').array();
        };
        QCOMPARE(inList(again), inList(text));
        QVERIFY(!inList(text).isEmpty());
    }

    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const QByteArray &text) {
            QTest::newRow(name) << text;
        };
        row("nothing", "");
        row("space", "  ");
        row("open object", "{");
        row("open list", "[1");
        row("comma at the end", "[1,]");
        row("comma in object", "{\"a\":1,}");
        row("no key", "{1:2}");
        row("no colon", "{\"a\" 1}");
        row("two values", "1 2");
        row("word", "nul");
        row("capital", "True");
        row("leading zero", "012");
        row("plus", "+1");
        row("point first", ".5");
        row("point last", "1.");
        row("empty exponent", "1e");
        row("hexadecimal", "0x10");
        row("not a number", "NaN");
        row("single quotes", "'a'");
        row("open text", "\"abc");
        row("open escape", "\"abc\\");
        row("line end in text", "\"a\nb\"");
        row("zero in text", QByteArray("\"a\0b\"", 5));
        row("unknown escape", "\"\\x41\"");
        row("short escape", "\"\\u12\"");
        row("signed escape", "\"\\u-123\"");
        row("lone high surrogate", "\"\\ud83d\"");
        row("lone low surrogate", "\"\\ude00\"");
        row("two high surrogates", "\"\\ud83d\\ud83d\"");
        row("comment", "[1] // one");
        row("bad UTF-8", "\"\xff\"");
        row("overlong UTF-8", "\"\xc0\xaf\"");
        row("surrogate in UTF-8", "\"\xed\xa0\x80\"");
        row("beyond Unicode", "\"\xf4\x90\x80\x80\"");
        row("cut UTF-8", "\"\xe2\x82\"");
        row("too deep", QByteArray(100'000, '['));
        row("too deep in objects", QByteArray("{\"a\":").repeated(100'000));
    }

    void refusesWhatIsNone()
    {
        QFETCH(const QByteArray, text);

        const auto value = Json::read(text.toStdString());

        QVERIFY(!value.hasValue());
        QCOMPARE(value.error().code, latchkey::ErrorCode::Corrupt);
    }

    void whatIsAbsentIsTheFallback()
    {
        const auto value = Json::read(R"({"text":"a","number":7,"list":["x","y"]})");

        QVERIFY(value.hasValue());
        QCOMPARE((*value)["nothing"].text("f"), std::string_view("f"));
        QCOMPARE((*value)["number"].text("f"), std::string_view("f"));
        QCOMPARE((*value)["text"].integer(3), 3);
        QCOMPARE((*value)["a"]["b"]["c"].flag(true), true);
        QCOMPARE((*value)["list"].texts().size(), std::size_t(2));
        QCOMPARE((*value)["text"].items().size(), std::size_t(0));
    }

    void membersKeepTheirOrder()
    {
        Json value;
        value.set("z", 1).set("a", "two").set("m", Json().append(true).append(Json()));
        value.set("z", 3);

        QCOMPARE(std::string(value.written()), std::string(R"({"z":3,"a":"two","m":[true,null]})"));
        QCOMPARE(std::string(Json::object().written()), std::string("{}"));
        QCOMPARE(std::string(Json::list().laidOut()), std::string("[]"));
        QCOMPARE(std::string(Json().set("a", Json().append(1)).laidOut()),
                 std::string("{\n  \"a\": [\n    1\n  ]\n}"));
    }

    void controlCharactersAreEscaped()
    {
        const Json value(std::string_view("\x1b[31m\x01\x7f\n"));

        QCOMPARE(std::string(value.written()), std::string("\"\\u001b[31m\\u0001\\u007f\\n\""));
    }
};

QTEST_GUILESS_MAIN(ClientJsonTest)
#include "tst_clientjson.moc"
