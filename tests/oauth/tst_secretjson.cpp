// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/secretjson.h"
#include "support/verifyresult.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using oauth::SecretJson;

class SecretJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsNoJsonObject_data();
    void refusesWhatIsNoJsonObject();
    void readsMembersOfEachKind();
    void decodesEscapes_data();
    void decodesEscapes();
    void readsNestedObjectsAndArrays();
    void endsAtDeepNesting();
    void agreesWithQtOnRandomDocuments();
    void survivesRandomDamage();
};

void SecretJsonTest::refusesWhatIsNoJsonObject_data()
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
    QTest::newRow("repeated name, escaped") << QByteArray("{\"a\":\"1\",\"\\u0061\":\"2\"}");
    QTest::newRow("html") << QByteArray("<html></html>");
}

void SecretJsonTest::refusesWhatIsNoJsonObject()
{
    QFETCH(QByteArray, text);

    VERIFY_ERROR(SecretJson::parse(text), base::ErrorCode::Corrupt);
}

void SecretJsonTest::readsMembersOfEachKind()
{
    const QByteArray text(
        " {\"s\" : \"text\", \"n\":-1.5e2,\"t\":true , \"f\":false,\"z\":null,\"q\":\"12\"}\r\n");

    const auto json = SecretJson::parse(text);

    VERIFY_RESULT(json);
    QVERIFY(json->secret("s")->equals("text"));
    QCOMPARE(json->text("s").value(), QStringLiteral("text"));
    QCOMPARE(json->number("n").value(), -150.0);
    QCOMPARE(json->number("q").value(), 12.0);
    QVERIFY(json->kind("t") == SecretJson::Kind::True);
    QVERIFY(json->kind("f") == SecretJson::Kind::False);
    QVERIFY(json->kind("z") == SecretJson::Kind::Null);
    QVERIFY(!json->secret("n"));
    QVERIFY(!json->secret("z"));
    QVERIFY(!json->number("s"));
    QVERIFY(!json->contains("missing"));
    QVERIFY(!json->kind("missing"));
}

void SecretJsonTest::decodesEscapes_data()
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
    QTest::newRow("raw UTF-8") << QByteArray("ä🔑") << QStringLiteral("ä🔑");
}

void SecretJsonTest::decodesEscapes()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, text);
    const QByteArray document = "{\"a\":\"" + raw + "\"}";

    const auto json = SecretJson::parse(document);

    VERIFY_RESULT(json);
    QCOMPARE(json->text("a").value(), text);
}

void SecretJsonTest::readsNestedObjectsAndArrays()
{
    const QByteArray text(
        R"({"user":{"access_token":"t","x":[{}]},"scope":["a", 1, "b\n"],"e":[]})");

    const auto json = SecretJson::parse(text);

    VERIFY_RESULT(json);
    QVERIFY(json->object("user")->secret("access_token")->equals("t"));
    QCOMPARE(json->texts("scope").value(),
             QStringList({QStringLiteral("a"), QStringLiteral("b\n")}));
    QCOMPARE(json->texts("e").value(), QStringList());
    QVERIFY(!json->object("scope"));
    QVERIFY(!json->texts("user"));
}

void SecretJsonTest::endsAtDeepNesting()
{
    const QByteArray fair = "{\"a\":" + QByteArray(31, '[') + QByteArray(31, ']') + "}";
    const QByteArray deep = "{\"a\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}";

    VERIFY_RESULT(SecretJson::parse(fair));
    VERIFY_ERROR(SecretJson::parse(deep), base::ErrorCode::Corrupt);
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

void SecretJsonTest::agreesWithQtOnRandomDocuments()
{
    QRandomGenerator random(20261122);
    for (int round = 0; round < 2000; ++round) {
        QJsonObject object;
        for (int count = random.bounded(6); count > 0; --count)
            object.insert(randomText(random), randomValue(random, 0));
        const auto format = random.bounded(2) ? QJsonDocument::Compact : QJsonDocument::Indented;
        const QByteArray text = QJsonDocument(object).toJson(format);

        const auto json = SecretJson::parse(text);

        VERIFY_RESULT(json);
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QByteArray name = it.key().toUtf8();
            QVERIFY2(json->contains(name), text.constData());
            QCOMPARE(json->text(name).has_value(), it->isString());
            if (it->isString())
                QCOMPARE(json->text(name).value(), it->toString());
            if (it->isDouble())
                QCOMPARE(json->number(name).value(), it->toDouble());
            QCOMPARE(json->object(name).has_value(), it->isObject());
            QCOMPARE(json->texts(name).has_value(), it->isArray());
        }
    }
}

void SecretJsonTest::survivesRandomDamage()
{
    QRandomGenerator random(8628);
    const QByteArray whole(
        R"({"access_token":"a\u00e4\ud83d\udd11","expires_in":3600,"x":{"y":[1,"2",null]},"scope":["a"]})");
    for (int round = 0; round < 20'000; ++round) {
        QByteArray text = whole.left(random.bounded(static_cast<int>(whole.size()) + 1));
        for (int hits = random.bounded(4); hits > 0 && !text.isEmpty(); --hits)
            text[random.bounded(static_cast<int>(text.size()))] =
                static_cast<char>(random.bounded(256));

        const auto json = SecretJson::parse(text);

        // What we read, Qt reads too: we are never the more lenient one (but for invalid UTF-8,
        // which Qt refuses and a token's alphabet excludes anyway).
        if (json && QString::fromUtf8(text).toUtf8() == text)
            QVERIFY2(QJsonDocument::fromJson(text).isObject(), text.constData());
        if (json) {
            [[maybe_unused]] const auto token = json->secret("access_token");
            [[maybe_unused]] const auto scopes = json->texts("scope");
            [[maybe_unused]] const auto inner = json->object("x");
        }
    }
}

QTEST_GUILESS_MAIN(SecretJsonTest)
#include "tst_secretjson.moc"
