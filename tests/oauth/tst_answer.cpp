// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/answer.h"
#include "support/verifyresult.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using oauth::answerIn;
using oauth::numberIn;
using oauth::textsIn;
using Kind = net::JsonValue::Kind;

//! What services answer, read as forgivingly as they write it.
class AnswerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsNoJsonObject_data();
    void refusesWhatIsNoJsonObject();
    void readsMembersOfEachKind();
    void decodesEscapes_data();
    void decodesEscapes();
    void readsNestedObjectsAndArrays();
    void aByteOrderMarkIsPassedOver();
    void copiesAreZeroed();
    void endsAtDeepNesting();
    void agreesWithQtOnRandomDocuments();
    void survivesRandomDamage();
};

void AnswerTest::refusesWhatIsNoJsonObject_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("empty") << QByteArray();
    QTest::newRow("spaces") << QByteArray("  \n");
    QTest::newRow("array") << QByteArray("[1]");
    QTest::newRow("string") << QByteArray("\"a\"");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("open") << QByteArray("{");
    QTest::newRow("open string") << QByteArray("{\"a\":\"b");
    QTest::newRow("no colon") << QByteArray("{\"a\" \"b\"}");
    QTest::newRow("no value") << QByteArray("{\"a\":}");
    QTest::newRow("trailing comma") << QByteArray("{\"a\":1,}");
    QTest::newRow("trailing words") << QByteArray("{\"a\":1} x");
    QTest::newRow("two objects") << QByteArray("{}{}");
    QTest::newRow("single quotes") << QByteArray("{'a':1}");
    QTest::newRow("line break in string") << QByteArray("{\"a\":\"b\nc\"}");
    QTest::newRow("null byte in string") << QByteArray("{\"a\":\"b\0c\"}", 11);
    QTest::newRow("wrong escape") << QByteArray("{\"a\":\"\\x41\"}");
    QTest::newRow("short unicode escape") << QByteArray("{\"a\":\"\\u12\"}");
    QTest::newRow("leading zero") << QByteArray("{\"a\":01}");
    QTest::newRow("plus") << QByteArray("{\"a\":+1}");
    QTest::newRow("no digits after point") << QByteArray("{\"a\":1.}");
    QTest::newRow("not a number") << QByteArray("{\"a\":NaN}");
    QTest::newRow("wrong word") << QByteArray("{\"a\":nul}");
    QTest::newRow("repeated name") << QByteArray("{\"access_token\":\"a\",\"access_token\":\"b\"}");
    QTest::newRow("repeated name inside") << QByteArray(R"({"user":{"t":1,"t":2}})");
    QTest::newRow("repeated name, escaped") << QByteArray("{\"a\":\"1\",\"\\u0061\":\"2\"}");
    QTest::newRow("html") << QByteArray("<html></html>");
}

void AnswerTest::refusesWhatIsNoJsonObject()
{
    QFETCH(QByteArray, text);

    VERIFY_ERROR(answerIn(text), base::ErrorCode::Corrupt);
}

void AnswerTest::readsMembersOfEachKind()
{
    const QByteArray text(
        " {\"s\" : \"text\", \"n\":-1.5e2,\"t\":true , \"f\":false,\"z\":null,\"q\":\"12\"}\r\n");

    const auto json = answerIn(text);

    VERIFY_RESULT(json);
    QVERIFY(json->member(u"s").secret()->equals("text"));
    QCOMPARE(json->member(u"s").text().value(), QStringLiteral("text"));
    QCOMPARE(numberIn(json->member(u"n")).value(), -150.0);
    QCOMPARE(numberIn(json->member(u"q")).value(), 12.0);
    QVERIFY(json->member(u"t").kind() == Kind::True);
    QVERIFY(json->member(u"f").kind() == Kind::False);
    QVERIFY(json->member(u"z").kind() == Kind::Null);
    QVERIFY(!json->member(u"n").secret());
    QVERIFY(!json->member(u"z").secret());
    QVERIFY(!numberIn(json->member(u"s")));
    QVERIFY(json->member(u"missing").isAbsent());
}

void AnswerTest::decodesEscapes_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("text");

    QTest::newRow("simple") << QByteArray(R"(\"\\\/\b\f\n\r\t)")
                            << QStringLiteral("\"\\/\b\f\n\r\t");
    QTest::newRow("unicode") << QByteArray(R"(\u0041\u00e4\u20AC)") << QStringLiteral("Aä€");
    QTest::newRow("pair") << QByteArray(R"(\ud83d\uDD11)") << QStringLiteral("🔑");
    QTest::newRow("lone high") << QByteArray(R"(\ud83dx)") << QStringLiteral("\uFFFDx");
    QTest::newRow("lone low") << QByteArray(R"(\udd11)") << QStringLiteral("\uFFFD");
    QTest::newRow("two highs") << QByteArray(R"(\ud83d\ud83d)") << QStringLiteral("\uFFFD\uFFFD");
    QTest::newRow("high at the end") << QByteArray(R"(\ud83d)") << QStringLiteral("\uFFFD");
    QTest::newRow("high and another escape")
        << QByteArray(R"(\ud83d\n)") << QStringLiteral("\uFFFD\n");
    QTest::newRow("no UTF-8") << QByteArray("a\xff z") << QStringLiteral("a\uFFFD z");
    QTest::newRow("raw UTF-8") << QByteArray("ä🔑") << QStringLiteral("ä🔑");
}

void AnswerTest::decodesEscapes()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, text);
    const QByteArray document = "{\"a\":\"" + raw + "\"}";

    const auto json = answerIn(document);

    VERIFY_RESULT(json);
    QCOMPARE(json->member(u"a").text().value(), text);
}

void AnswerTest::readsNestedObjectsAndArrays()
{
    const QByteArray text(
        R"({"user":{"access_token":"t","x":[{}]},"scope":["a", 1, "b\n"],"e":[]})");

    const auto json = answerIn(text);

    VERIFY_RESULT(json);
    QVERIFY(json->member(u"user").member(u"access_token").secret()->equals("t"));
    QCOMPARE(textsIn(json->member(u"scope")).value(),
             QStringList({QStringLiteral("a"), QStringLiteral("b\n")}));
    QCOMPARE(textsIn(json->member(u"e")).value(), QStringList());
    QVERIFY(json->member(u"scope").member(u"a").isAbsent());
    QVERIFY(!textsIn(json->member(u"user")));
}

void AnswerTest::aByteOrderMarkIsPassedOver()
{
    const auto json = answerIn("\xef\xbb\xbf {\"a\":1}");
    VERIFY_RESULT(json);
    QCOMPARE(numberIn(json->member(u"a")).value(), 1.0);
}

void AnswerTest::copiesAreZeroed()
{
    // What was read lives as long as a value of it, and holds no memory of the body's.
    QByteArray body = R"({"access_token":"s3cret"})";
    const auto json = answerIn(body);
    VERIFY_RESULT(json);
    base::wipe(body);
    QVERIFY(json->member(u"access_token").secret()->equals("s3cret"));
}

void AnswerTest::endsAtDeepNesting()
{
    const QByteArray fair = "{\"a\":" + QByteArray(31, '[') + QByteArray(31, ']') + "}";
    const QByteArray deep = "{\"a\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}";

    VERIFY_RESULT(answerIn(fair));
    VERIFY_ERROR(answerIn(deep), base::ErrorCode::Corrupt);
}

namespace {

QString randomText(QRandomGenerator &random)
{
    QString text;
    for (int length = random.bounded(12); length > 0; --length) {
        switch (random.bounded(4)) {
        case 0:
            text += QChar(random.bounded(0x20));
            break;
        case 1:
            text += QChar(random.bounded(0xa0, 0xd7ff));
            break;
        case 2:
            text += QStringLiteral("🔑");
            break;
        default:
            text += QChar(random.bounded(0x20, 0x7f));
        }
    }
    return text;
}

QJsonValue randomValue(QRandomGenerator &random, int depth)
{
    switch (random.bounded(depth > 4 ? 5 : 7)) {
    case 0:
        return random.bounded(1000);
    case 1:
        return random.generateDouble() * 1e12;
    case 2:
        return true;
    case 3:
        return QJsonValue();
    case 5: {
        QJsonObject object;
        for (int count = random.bounded(4); count > 0; --count)
            object.insert(randomText(random), randomValue(random, depth + 1));
        return object;
    }
    case 6: {
        QJsonArray array;
        for (int count = random.bounded(4); count > 0; --count)
            array.append(randomValue(random, depth + 1));
        return array;
    }
    default:
        break;
    }
    return randomText(random);
}

} // namespace

void AnswerTest::agreesWithQtOnRandomDocuments()
{
    QRandomGenerator random(20261122);
    for (int round = 0; round < 2000; ++round) {
        QJsonObject object;
        for (int count = random.bounded(6); count > 0; --count)
            object.insert(randomText(random), randomValue(random, 0));
        const auto format = random.bounded(2) ? QJsonDocument::Compact : QJsonDocument::Indented;
        const QByteArray text = QJsonDocument(object).toJson(format);

        const auto json = answerIn(text);

        VERIFY_RESULT(json);
        for (auto it = object.begin(); it != object.end(); ++it) {
            const net::JsonValue member = json->member(it.key());
            QVERIFY2(!member.isAbsent(), text.constData());
            QCOMPARE(member.text().has_value(), it->isString());
            if (it->isString())
                QCOMPARE(member.text().value(), it->toString());
            if (it->isDouble())
                QCOMPARE(numberIn(member).value(), it->toDouble());
            QCOMPARE(member.kind() == Kind::Object, it->isObject());
            QCOMPARE(textsIn(member).has_value(), it->isArray());
        }
    }
}

void AnswerTest::survivesRandomDamage()
{
    QRandomGenerator random(8628);
    const QByteArray whole(
        R"({"access_token":"a\u00e4\ud83d\udd11","expires_in":3600,"x":{"y":[1,"2",null]},"scope":["a"]})");
    for (int round = 0; round < 20'000; ++round) {
        QByteArray text = whole.left(random.bounded(static_cast<int>(whole.size()) + 1));
        for (int hits = random.bounded(4); hits > 0 && !text.isEmpty(); --hits)
            text[random.bounded(static_cast<int>(text.size()))] =
                static_cast<char>(random.bounded(256));

        const auto json = answerIn(text);

        // What we read, Qt reads too: we are never the more lenient one (but for invalid UTF-8,
        // which Qt refuses and a token's alphabet excludes anyway).
        if (json && QString::fromUtf8(text).toUtf8() == text)
            QVERIFY2(QJsonDocument::fromJson(text).isObject(), text.constData());
        if (json) {
            [[maybe_unused]] const auto token = json->member(u"access_token").secret();
            [[maybe_unused]] const auto scopes = textsIn(json->member(u"scope"));
            [[maybe_unused]] const auto inner = json->member(u"x").member(u"y");
        }
    }
}

QTEST_GUILESS_MAIN(AnswerTest)
#include "tst_answer.moc"
