// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/flatfiles.h"
#include "references/documents/json.h"
#include "references/sops/metadata.h"
#include "support/verifyresult.h"

#include <QTest>

using namespace references;

namespace {

QByteArray asJson(const Node &node)
{
    const auto text = writeJson(node, JsonStyle::Compact);
    return text ? text->expose().toByteArray() : QByteArray("?");
}

} // namespace

//! dotenv and INI files.
class FlatFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDotenv()
    {
        const auto node = readDotenv("#note\nA=1\n\nB=\"q\" = x\nC=one\\ntwo\nD=\n export E=f\n");

        VERIFY_RESULT(node);
        QCOMPARE(asJson(*node),
                 QByteArray("{\"A\":\"1\",\"B\":\"\\\"q\\\" = "
                            "x\",\"C\":\"one\\ntwo\",\"D\":\"\",\" export E\":\"f\"}"));
    }

    void refusesDotenv_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no equals sign") << QByteArray("A\n");
        QTest::newRow("a name twice") << QByteArray("A=1\nA=2\n");
        QTest::newRow("no UTF-8") << QByteArray("A=\xff\n");
        QTest::newRow("NUL") << QByteArray("A=\0\n", 4);
    }
    void refusesDotenv()
    {
        QFETCH(const QByteArray, text);

        VERIFY_ERROR(readDotenv(text), base::ErrorCode::InvalidInput);
    }

    void readsIni()
    {
        const auto node = readIni("early = x\n[one]\na=1\nb : two words ; note\nc = \"quoted \"\n"
                                  "d = `a;b`\ne = \"\"\"line 1\nline 2\"\"\"\n[two] # n\nf =\n");

        VERIFY_RESULT(node);
        QCOMPARE(
            asJson(*node),
            QByteArray("{\"DEFAULT\":{\"early\":\"x\"},\"one\":{\"a\":\"1\",\"b\":\"two words\","
                       "\"c\":\"quoted \",\"d\":\"a;b\",\"e\":\"line 1\\nline "
                       "2\"},\"two\":{\"f\":\"\"}}"));
    }

    void refusesIni_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("an open section") << QByteArray("[one\n");
        QTest::newRow("a section twice") << QByteArray("[a]\n[a]\n");
        QTest::newRow("a key twice") << QByteArray("[a]\nb=1\nb=2\n");
        QTest::newRow("no value") << QByteArray("[a]\nb\n");
        QTest::newRow("an open quote") << QByteArray("[a]\nb=\"\"\"x\n");
        QTest::newRow("a continued line") << QByteArray("[a]\nb=x\\\ny\n");
    }
    void refusesIni()
    {
        QFETCH(const QByteArray, text);

        VERIFY_ERROR(readIni(text), base::ErrorCode::InvalidInput);
    }

    void iniValuesReadBack_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char *value :
             {"", "x", " x ", "a;b", "a#b", "\"q\"", "'q'", "`q`", "a\nb", "x\\", "a = b"})
            QTest::newRow(value) << QByteArray(value);
    }
    void iniValuesReadBack()
    {
        QFETCH(const QByteArray, value);
        Node section = Node::map();
        section.set("key", Node::text(value));
        Node root = Node::map();
        root.set("section", std::move(section));

        const auto text = writeIni(root);
        VERIFY_RESULT(text);
        const auto again = readIni(text->expose());

        VERIFY_RESULT(again);
        QCOMPARE(again->find("section")->find("key")->view().toByteArray(), value);
    }

    void metadataIsFlattenedAndBack()
    {
        const auto tree = readJson("{\"age\":[{\"recipient\":\"r\",\"enc\":\"a\\nb\\n\"},{"
                                   "\"recipient\":\"s\",\"enc\":\"c\"}],\"mac\":\"m\"}");
        VERIFY_RESULT(tree);
        const Node flat = flattened(*tree);
        QCOMPARE(asJson(flat),
                 QByteArray(
                     "{\"age__list_0__map_recipient\":\"r\",\"age__list_0__map_enc\":\"a\\nb\\n\","
                     "\"age__list_1__map_recipient\":\"s\",\"age__list_1__map_enc\":\"c\",\"mac\":"
                     "\"m\"}"));

        const auto back = unflattened(flat);

        VERIFY_RESULT(back);
        QCOMPARE(asJson(*back), asJson(*tree));
    }

    void damagedMetadataIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("a value and a map") << QByteArray("{\"a\":\"x\",\"a__map_b\":\"y\"}");
        QTest::newRow("a list and a map") << QByteArray("{\"a__list_0\":\"x\",\"a__map_b\":\"y\"}");
        QTest::newRow("no number") << QByteArray("{\"a__list_x\":\"x\"}");
        QTest::newRow("a large number") << QByteArray("{\"a__list_99999999\":\"x\"}");
        QTest::newRow("twice") << QByteArray("{\"a__list_0\":\"x\",\"a__list_00\":\"y\"}");
    }
    void damagedMetadataIsRefused()
    {
        QFETCH(const QByteArray, json);
        const auto flat = readJson(json);
        VERIFY_RESULT(flat);

        VERIFY_ERROR(unflattened(*flat), base::ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(FlatFilesTest)
#include "tst_flatfiles.moc"
