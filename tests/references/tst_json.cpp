// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/json.h"
#include "support/verifyresult.h"

#include <QTest>

using namespace references;

//! JSON that keeps what QJsonDocument does not: order, large integers.
class JsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWrites_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {"null",
                                 "true",
                                 "[]",
                                 "{}",
                                 "\"\"",
                                 "-9223372036854775808",
                                 "0.1",
                                 "1.5e+21",
                                 "{\"z\":1,\"a\":{\"y\":[1,\"x\",null,false]}}",
                                 "\"\\\"\\\\\\n\\r\\t\\u0001é☃😀\""})
            QTest::newRow(json) << QByteArray(json);
    }
    void readsAndWrites()
    {
        QFETCH(const QByteArray, json);
        const auto node = readJson(json);
        VERIFY_RESULT(node);

        const auto written = writeJson(*node, JsonStyle::Compact);

        VERIFY_RESULT(written);
        QCOMPARE(written->expose().toByteArray(), json);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {"",
                                 " ",
                                 "{",
                                 "[1,]",
                                 "[,1]",
                                 "{\"a\":1,}",
                                 "{a:1}",
                                 "{\"a\" 1}",
                                 "{\"a\":1,\"a\":2}",
                                 "01",
                                 "1.",
                                 ".5",
                                 "+1",
                                 "1e",
                                 "1e999",
                                 "nul",
                                 "true false",
                                 "\"\n\"",
                                 "\"\\q\"",
                                 "\"\\u12\"",
                                 "\"\\ud800\"",
                                 "\"\\ud800\\u0041\"",
                                 "\"\xff\"",
                                 "\"open",
                                 "NaN"})
            QTest::newRow(json) << QByteArray(json);
        QTest::newRow("deep") << QByteArray(1000, '[');
    }
    void refuses()
    {
        QFETCH(const QByteArray, json);

        VERIFY_ERROR(readJson(json), base::ErrorCode::InvalidInput);
    }

    void writesAsSopsDoes()
    {
        const auto node = readJson("{\"a\":[1,{\"b\":[]}],\"c\":{}}");
        VERIFY_RESULT(node);

        const auto written = writeJson(*node);

        VERIFY_RESULT(written);
        QCOMPARE(written->expose().toByteArray(),
                 QByteArray("{\n\t\"a\": [\n\t\t1,\n\t\t{\n\t\t\t\"b\": []\n\t\t}\n\t],\n"
                            "\t\"c\": {}\n}\n"));
    }
};

QTEST_GUILESS_MAIN(JsonTest)
#include "tst_json.moc"
