// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/json.h"
#include "references/documents/yaml.h"
#include "support/verifyresult.h"

#include <QTest>

using namespace references;

namespace {

QByteArray asJson(const Documents &documents)
{
    QByteArrayList parts;
    for (const Node &document : documents) {
        const auto text = writeJson(document, JsonStyle::Compact);
        parts.append(text ? text->expose().toByteArray() : QByteArray("?"));
    }
    return parts.join(" | ");
}

QByteArray rewritten(const QByteArray &yaml)
{
    const auto documents = readYaml(yaml);
    return documents ? writeYaml(*documents).expose().toByteArray()
                     : documents.error().message.toUtf8();
}

} // namespace

//! YAML as people and sops write it.
class YamlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryStyle_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *yaml, const char *json) {
            QTest::newRow(name) << QByteArray(yaml) << QByteArray(json);
        };
        row("nothing", "", "null");
        row("a scalar", "hello\n", "\"hello\"");
        row("plain", "a: b c\nd: e:f\ng: h#i\n", "{\"a\":\"b c\",\"d\":\"e:f\",\"g\":\"h#i\"}");
        row("windows line ends", "a: b\r\nc:\r\n  - d\r\n", "{\"a\":\"b\",\"c\":[\"d\"]}");
        row("a mark of byte order",
            "\xEF\xBB\xBF"
            "a: b\n",
            "{\"a\":\"b\"}");
        row("nulls",
            "a:\nb: ~\nc: null\nd:\n  - \n  -\n",
            "{\"a\":null,\"b\":null,\"c\":null,\"d\":[null,null]}");
        row("booleans", "a: true\nb: False\nc: yes\n", "{\"a\":true,\"b\":false,\"c\":\"yes\"}");
        row("numbers",
            "a: 12\nb: -7\nc: 0x1F\nd: 0o17\ne: 017\nf: 1_000\ng: 1.5\nh: 1e3\ni: .5\nj: "
            "9007199254740993\n",
            "{\"a\":12,\"b\":-7,\"c\":31,\"d\":15,\"e\":15,\"f\":1000,\"g\":1.5,\"h\":1000,\"i\":0."
            "5,\"j\":9007199254740993}");
        row("no numbers",
            "a: 1.2.3\nb: 0x\nc: 08\nd: 1e\ne: '5'\nf: \"6\"\n",
            "{\"a\":\"1.2.3\",\"b\":\"0x\",\"c\":8,\"d\":\"1e\",\"e\":\"5\",\"f\":\"6\"}");
        row("times",
            "a: 2026-01-02\nb: 2026-01-02T03:04:05Z\n",
            "{\"a\":\"2026-01-02T00:00:00Z\",\"b\":\"2026-01-02T03:04:05Z\"}");
        row("single quotes", "a: 'it''s'\nb: 'x: #y'\n", "{\"a\":\"it's\",\"b\":\"x: #y\"}");
        row("double quotes",
            "a: \"t\\tn\\n\\\"\\\\\\u263A\\x41\\U0001F600\\/\"",
            "{\"a\":\"t\\tn\\n\\\"\\\\☺A😀/\"}");
        row("a pair of units", "a: \"\\ud83d\\ude00\"", "{\"a\":\"😀\"}");
        row("quotes over lines",
            "a: \"one\n  two\n\n  three\\\n  four\"\nb: 'x\n  y'\n",
            "{\"a\":\"one two\\nthreefour\",\"b\":\"x y\"}");
        row("plain over lines",
            "a: one\n  two\n\n  three\nb: c\n",
            "{\"a\":\"one two\\nthree\",\"b\":\"c\"}");
        row("literal",
            "a: |\n  one\n   two\n\n  three\nb: |-\n  x\nc: |+\n  y\n\nd: |2\n   z\n",
            "{\"a\":\"one\\n two\\n\\nthree\\n\",\"b\":\"x\",\"c\":\"y\\n\\n\",\"d\":\" z\\n\"}");
        row("folded",
            "a: >\n  one\n  two\n\n  three\n    more\n  last\nb: >-\n  x\n  y\n",
            "{\"a\":\"one two\\nthree\\n  more\\nlast\\n\",\"b\":\"x y\"}");
        row("lists",
            "- a\n- - b\n  - c\n- d: e\n  f: g\n-\n  h: i\n",
            "[\"a\",[\"b\",\"c\"],{\"d\":\"e\",\"f\":\"g\"},{\"h\":\"i\"}]");
        row("a list at its key", "a:\n- b\n- c\nd: e\n", "{\"a\":[\"b\",\"c\"],\"d\":\"e\"}");
        row("flow",
            "a: [b, 'c', \"d\", 1, [x], {k: v}]\ne: {f: g, \"h\": [i], j}\nk: []\nl: {}\n",
            "{\"a\":[\"b\",\"c\",\"d\",1,[\"x\"],{\"k\":\"v\"}],\"e\":{\"f\":\"g\",\"h\":[\"i\"],"
            "\"j\":null},\"k\":[],\"l\":{}}");
        row("flow over lines", "a: [\n  b,  # why\n  c\n]\n", "{\"a\":[\"b\",\"c\"]}");
        row("json is yaml",
            "{\"a\": {\"b\": [1, true, null, \"x\"]}}",
            "{\"a\":{\"b\":[1,true,null,\"x\"]}}");
        row("keys",
            "\"a b\": 1\n'c: d': 2\ne f: 3\n-g: 4\n",
            "{\"a b\":1,\"c: d\":2,\"e f\":3,\"-g\":4}");
        row("long keys",
            "? a\n: b\n? |\n  x\n  y\n: - c\n? \"d\"\n:\n  e: f\n",
            "{\"a\":\"b\",\"x\\ny\\n\":[\"c\"],\"d\":{\"e\":\"f\"}}");
        row("documents", "a: 1\n---\nb: 2\n...\n---\nc: 3\n", "{\"a\":1} | {\"b\":2} | {\"c\":3}");
        row("a marked document", "--- \na: 1\n", "{\"a\":1}");
        row("tags", "a: !!str 12\nb: !!float 3\n", "{\"a\":\"12\",\"b\":3}");
        row("deep",
            "a:\n  b:\n     c:\n       - d:\n           e: f\n",
            "{\"a\":{\"b\":{\"c\":[{\"d\":{\"e\":\"f\"}}]}}}");
        row("ENC",
            "a: ENC[AES256_GCM,data:x,iv:y,tag:z==,type:str]\n",
            "{\"a\":\"ENC[AES256_GCM,data:x,iv:y,tag:z==,type:str]\"}");
    }
    void readsEveryStyle()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QByteArray, json);

        const auto documents = readYaml(yaml);

        VERIFY_RESULT(documents);
        QCOMPARE(asJson(*documents), json);
    }

    void refusesWhatItCannotKeep_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<base::ErrorCode>("code");
        const auto row = [](const char *name, const char *yaml, base::ErrorCode code) {
            QTest::newRow(name) << QByteArray(yaml) << code;
        };
        using enum base::ErrorCode;
        row("an anchor", "a: &x b\n", Unsupported);
        row("an alias", "a: *x\n", Unsupported);
        row("a merge key", "a:\n  <<: b\n", Unsupported);
        row("a tag", "a: !!binary aGk=\n", Unsupported);
        row("a local tag", "a: !vault x\n", Unsupported);
        row("a directive", "%YAML 1.2\n---\na: b\n", Unsupported);
        row("a complex key", "? [a]\n: b\n", Unsupported);
        row("a list as key", "[a]: b\n", InvalidInput);
        row("a pair in a list", "[a: b]\n", Unsupported);
        row("a key twice", "a: 1\nb: 2\na: 3\n", InvalidInput);
        row("a key twice in brackets", "{a: 1, a: 2}\n", InvalidInput);
        row("a tab", "a:\n\tb: c\n", InvalidInput);
        row("too far right", "a: b\n  c: d\n", InvalidInput);
        row("too far left", "  a: b\n c: d\n", InvalidInput);
        row("an open quote", "a: \"b\n", InvalidInput);
        row("an open bracket", "a: [b\n", InvalidInput);
        row("no key", "a: b\nc\n", InvalidInput);
        row("two colons", "a: b: c\n", InvalidInput);
        row("words behind quotes", "a: 'b' c\n", InvalidInput);
        row("a reserved sign", "a: @b\n", InvalidInput);
        row("an unknown escape", "a: \"\\q\"\n", InvalidInput);
        row("half a pair of units", "a: \"\\ud83d\"\n", InvalidInput);
        row("a control character", "a: \x01\n", InvalidInput);
        row("no UTF-8", "a: \xff\n", InvalidInput);
        QTest::newRow("a very deep list") << QByteArray(1000, '[') << InvalidInput;
        QTest::newRow("very deep hyphens") << QByteArray("- ").repeated(1000) << InvalidInput;
    }
    void refusesWhatItCannotKeep()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const base::ErrorCode, code);

        VERIFY_ERROR(readYaml(yaml), code);
    }

    void writingKeepsCommentsAndOrder_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::newRow("comments everywhere")
            << QByteArray("# top\n# second\nz: 1\na:\n    # first inside\n    b: c\n"
                          "    # last inside\n# about list\nlist:\n    # one\n    - x\n    # two\n"
                          "    - k: v\n      # in an item\n      l: w\n    # end of list\n# end\n");
        QTest::newRow("styles") << QByteArray(
            "a: |\n    one\n\n    two\nb: |-\n    x\n    y\nc: |+\n    z\n\n"
            "d: \"true\"\ne: \"12\"\nf: \"\"\ng: \" x\"\nh: \"a: b\"\ni: \"#x\"\n"
            "j: 3.0\nk: .inf\nl: \"- x\"\nm: \"x #y\"\nnn: \"yes\"\no: \"1:20\"\n"
            "p: \"\\u0001\"\nq: naïve ☃ 𝄞\nr: \"\\tx\"\ns: \"2026-01-02\"\n"
            "\"true\": t\n\"\": u\n");
        QTest::newRow("empty") << QByteArray("a: {}\nb: []\nc: null\nd:\n    - {}\n    - []\n");
        QTest::newRow("lists of lists") << QByteArray("a:\n    - - x\n      - w\n    - - - z\n");
        QTest::newRow("comment before an item's first key")
            << QByteArray("a:\n    -\n      # c\n      b: 1\n");
        QTest::newRow("nothing") << QByteArray("{}\n");
    }
    void writingKeepsCommentsAndOrder()
    {
        QFETCH(const QByteArray, yaml);

        QCOMPARE(rewritten(yaml), yaml);
    }

    void commentsMoveWhereSopsPutsThem_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("behind a value") << QByteArray("a: 1 # one\nb:\n  - x # two\n")
                                        << QByteArray("# one\na: 1\nb:\n    # two\n    - x\n");
        QTest::newRow("behind a key")
            << QByteArray("a: # one\n  b: 1\n") << QByteArray("a:\n    # one\n    b: 1\n");
        QTest::newRow("a list at its key") << QByteArray("a:\n# x\n- b\n# y\nc: d\n")
                                           << QByteArray("a:\n    # x\n    - b\n# y\nc: d\n");
        QTest::newRow("only comments") << QByteArray("# a\n\n# b\n") << QByteArray("# a\n# b\n");
        QTest::newRow("before a marker") << QByteArray("# a\n---\nb: 1\n# c\n---\nd: 2\n")
                                         << QByteArray("# a\nb: 1\n# c\n---\nd: 2\n");
    }
    void commentsMoveWhereSopsPutsThem()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QByteArray, written);

        QCOMPARE(rewritten(yaml), written);
        QCOMPARE(rewritten(written), written);
    }
};

QTEST_GUILESS_MAIN(YamlTest)
#include "tst_yaml.moc"
