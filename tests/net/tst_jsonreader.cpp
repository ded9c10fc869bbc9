// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/jsonreader.h"
#include "net/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using net::JsonDocument;
using net::JsonValue;
using net::JsonWriter;
using Kind = net::JsonValue::Kind;

class JsonReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsRightIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("object") << QByteArray(R"( {"a": [1, 2.5e3, -0], "b": {"c": null}} )");
        QTest::newRow("string") << QByteArray(R"("a\u00e4\ud83d\ude00\n\/")");
        QTest::newRow("number") << QByteArray("-12");
        QTest::newRow("words") << QByteArray("[true,false,null]");
        QTest::newRow("empty ones") << QByteArray(R"({"a":{},"b":[],"":""})");
        QTest::newRow("deep") << QByteArray(32, '[') + QByteArray(32, ']');
    }

    void whatIsRightIsRead()
    {
        QFETCH(QByteArray, text);
        const JsonValue value = JsonDocument::parse(text);
        QVERIFY(!value.isAbsent());
        QCOMPARE(value.raw().toByteArray(), text.trimmed());
    }

    void whatIsWrongIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, QByteArray text) {
            QTest::newRow(name) << std::move(text);
        };
        row("nothing", "");
        row("two values", "1 2");
        row("byte order mark", "\xef\xbb\xbf{}");
        row("open object", "{\"a\":1");
        row("comma at the end", "[1,]");
        row("no quotes", "{a:1}");
        row("single quotes", "{'a':1}");
        row("comment", "[1] // x");
        row("leading zero", "[01]");
        row("plus", "[+1]");
        row("no digits behind the point", "[1.]");
        row("NaN", "[NaN]");
        row("capital", "[True]");
        row("control character", "\"a\nb\"");
        row("unknown escape", "\"\\x41\"");
        row("short escape", "\"\\u12\"");
        row("lone high surrogate", "\"\\ud800\"");
        row("lone low surrogate", "\"\\udc00\"");
        row("two high surrogates", "\"\\ud800\\ud800\"");
        row("no UTF-8", "\"\xff\"");
        row("overlong UTF-8", "\"\xc0\xaf\"");
        row("repeated name", R"({"a":1,"a":2})");
        row("repeated name by escape", R"({"a":1,"\u0061":2})");
        row("too deep", QByteArray(33, '[') + QByteArray(33, ']'));
        row("very deep", QByteArray(500'000, '['));
        QByteArray many = "{";
        for (int i = 0; i < 50; ++i)
            many += "\"k" + QByteArray::number(i % 49) + "\":1,";
        many.chop(1);
        row("repeated among many", many + '}');
    }

    void whatIsWrongIsRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(JsonDocument::parse(text).isAbsent());
    }

    void whatOnlyTheForgivingReaderTakes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("read");
        const auto row = [](const char *name, QByteArray text, const QString &read) {
            QTest::newRow(name) << std::move(text) << read;
        };
        row("byte order mark", "\xef\xbb\xbf\"a\"", QStringLiteral("a"));
        row("lone high surrogate", "\"\\ud800x\"", QStringLiteral("\uFFFDx"));
        row("high surrogate and a letter", "\"\\ud800\\u0041\"", QStringLiteral("\uFFFDA"));
        row("lone low surrogate", "\"\\udc00\"", QStringLiteral("\uFFFD"));
        row("two high surrogates", "\"\\ud800\\ud800\"", QStringLiteral("\uFFFD\uFFFD"));
        row("two highs and a low", "\"\\ud83d\\ud83d\\udd11\"", QStringLiteral("\uFFFD🔑"));
        row("no UTF-8", "\"\xff\"", QStringLiteral("\uFFFD"));
    }

    void whatOnlyTheForgivingReaderTakes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, read);
        const QByteArray copy(text.constData(), text.size()); // what is read is zeroed
        QVERIFY(JsonDocument::parse(text).isAbsent());
        QCOMPARE(JsonDocument::parse(copy, JsonDocument::Manner::Forgiving).text(), read);
    }

    void neitherTakesWhatIsNoJson_data() { whatIsWrongIsRefused_data(); }

    void neitherTakesWhatIsNoJson()
    {
        QFETCH(QByteArray, text);
        static const QStringList forgiven{QStringLiteral("byte order mark"),
                                          QStringLiteral("lone high surrogate"),
                                          QStringLiteral("lone low surrogate"),
                                          QStringLiteral("two high surrogates"),
                                          QStringLiteral("no UTF-8"),
                                          QStringLiteral("overlong UTF-8")};
        const bool isForgiven = forgiven.contains(QString::fromUtf8(QTest::currentDataTag()));
        const JsonValue read = JsonDocument::parse(text, JsonDocument::Manner::Forgiving);
        QCOMPARE(!read.isAbsent(), isForgiven);
    }

    void valuesAreFoundByNameAndPlace()
    {
        const JsonValue value = JsonDocument::parse(
            R"({"a":[10,[20],{"x":1}],"\u0062":"t\u0022e","n":9007199254740993})");
        QCOMPARE(value.size(), 3);
        QCOMPARE(value.member(u"a").element(0).integer(), 10);
        QCOMPARE(value.member(u"a").element(1).element(0).integer(), 20);
        QCOMPARE(value.member(u"a").element(2).member(u"x").integer(), 1);
        QVERIFY(value.member(u"a").element(3).isAbsent());
        QVERIFY(value.member(u"zz").isAbsent());
        QCOMPARE(value.member(u"b").text(), QStringLiteral("t\"e"));
        QCOMPARE(value.nameOf(1), QStringLiteral("b"));
        QCOMPARE(value.member(qsizetype(1)).text(), QStringLiteral("t\"e"));
        QCOMPARE(value.member(u"n").integer(), 9007199254740993);
        QVERIFY(!value.member(u"b").integer());
        QVERIFY(!value.member(u"n").text());
        QStringList raws;
        value.member(u"a").forEach(
            [&raws](const JsonValue &element) { raws += QString::fromUtf8(element.raw()); });
        QCOMPARE(raws,
                 (QStringList{
                     QStringLiteral("10"), QStringLiteral("[20]"), QStringLiteral(R"({"x":1})")}));
    }

    void wholeNumbersOnly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isInteger");
        QTest::newRow("zero") << QByteArray("0") << true;
        QTest::newRow("negative") << QByteArray("-5") << true;
        QTest::newRow("largest") << QByteArray("9223372036854775807") << true;
        QTest::newRow("too large") << QByteArray("9223372036854775808") << false;
        QTest::newRow("fraction") << QByteArray("1.0") << false;
        QTest::newRow("exponent") << QByteArray("1e2") << false;
        QTest::newRow("string") << QByteArray("\"1\"") << false;
    }

    void wholeNumbersOnly()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isInteger);
        QCOMPARE(JsonDocument::parse(text).integer().has_value(), isInteger);
    }

    void secretsAreDecodedAndTheTextIsZeroed()
    {
        QByteArray text = R"({"key":"p\u00e4ss\\word"})";
        const char *const bytes = text.constData();
        JsonValue value = JsonDocument::parse(std::move(text));
        const auto secret = value.member(u"key").secret();
        QVERIFY(secret && secret->equals("p\xc3\xa4ss\\word"));
        QCOMPARE(bytes[2], 'k');
        // The document lives as long as one of its values.
        JsonValue member = value.member(u"key");
        value = {};
        QCOMPARE(member.text(), QStringLiteral("päss\\word"));
    }

    void whatIsWrittenReadsBackAsTheSame()
    {
        JsonWriter writer;
        QString nasty = QStringLiteral("ä\"\\/\b\f\n\r\t\u0001\u007f😀");
        nasty += QChar(0);
        writer.object().text("text", nasty).number("number", -42).flag("flag", true).null("null");
        writer.secret("secret", base::Secret(QByteArrayView("s\"e")))
            .texts("list", {QStringLiteral("a"), QStringLiteral("b")});
        writer.object("inner").end().array("empty").end();
        writer.time("at", QDateTime({2026, 11, 22}, {12, 0, 5}, Qt::UTC)).time("never", {});
        writer.raw("raw", "[1]").end();
        const net::JsonText text = writer.take();
        QVERIFY(!text.view().contains('\n'));
        const QJsonObject read = QJsonDocument::fromJson(text.view().toByteArray()).object();
        QCOMPARE(read[u"text"].toString(), nasty);
        QCOMPARE(read[u"number"].toInt(), -42);
        QCOMPARE(read[u"flag"].toBool(), true);
        QVERIFY(read[u"null"].isNull());
        QCOMPARE(read[u"secret"].toString(), QStringLiteral("s\"e"));
        QCOMPARE(read[u"list"].toArray().size(), 2);
        QCOMPARE(read[u"at"].toString(), QStringLiteral("2026-11-22T12:00:05Z"));
        QVERIFY(read[u"never"].isNull());
        QCOMPARE(read.size(), 11);
        QVERIFY(!JsonDocument::parse(text.view().toByteArray()).isAbsent());
    }

    void longTextsGrowTheBuffer()
    {
        JsonWriter writer(16);
        const QString line(100'000, QLatin1Char('x'));
        writer.array().text(line).text(line).end();
        QCOMPARE(writer.take().view().size(), 200'007);
    }
};

QTEST_GUILESS_MAIN(JsonReaderTest)
#include "tst_jsonreader.moc"
