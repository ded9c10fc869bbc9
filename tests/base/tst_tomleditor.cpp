// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/tomleditor.h"
#include "support/verifyresult.h"

#include <QTest>

using base::ErrorCode;
using base::TomlEditor;

using Act = std::function<base::Result<>(TomlEditor &)>;
Q_DECLARE_METATYPE(Act)

namespace {

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

Act setting(const char *table, const char *key, const char *literal)
{
    return [=](TomlEditor &editor) { return editor.set(q(table), q(key), q(literal)); };
}
Act removing(const char *table, const char *key)
{
    return [=](TomlEditor &editor) { return editor.remove(q(table), q(key)); };
}
Act settingIn(const char *array, int index, const char *key, const char *literal)
{
    return [=](TomlEditor &editor) { return editor.setIn(q(array), index, q(key), q(literal)); };
}
Act removingIn(const char *array, int index, const char *key)
{
    return [=](TomlEditor &editor) { return editor.removeIn(q(array), index, q(key)); };
}
Act appending(const char *array, QList<QPair<QString, QString>> pairs)
{
    return [=](TomlEditor &editor) { return editor.appendBlock(q(array), pairs); };
}
Act removingBlock(const char *array, int index)
{
    return [=](TomlEditor &editor) { return editor.removeBlock(q(array), index); };
}

void row(const char *name, const char *before, const Act &act, const char *after)
{
    QTest::newRow(name) << QByteArray(before) << act << QByteArray(after);
}

} // namespace

class TomlEditorTest : public QObject
{
    Q_OBJECT

    static void columns()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<Act>("act");
        QTest::addColumn<QByteArray>("after");
    }
    static void compare()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const Act, act);
        QFETCH(const QByteArray, after);
        auto editor = TomlEditor::open(before, q("x.toml"));
        VERIFY_RESULT(editor);

        const auto done = act(*editor);

        VERIFY_RESULT(done);
        QCOMPARE(editor->text(), after);
    }

private Q_SLOTS:
    void replacesAValue_data()
    {
        columns();
        row("at the root", "a = 1\nb = 2\n", setting("", "a", "3"), "a = 3\nb = 2\n");
        row("below a header", "a = 1\n[t]\na = 2\n", setting("t", "a", "3"), "a = 1\n[t]\na = 3\n");
        row("keeps the comment and the spaces",
            "[t]\n  a   =  \"x # y\"   # why\n",
            setting("t", "a", "'z'"),
            "[t]\n  a   =  'z'   # why\n");
        row("CRLF", "a = 1\r\nb = 2\r\n", setting("", "b", "3"), "a = 1\r\nb = 3\r\n");
        row("no line break at the end", "a = 1", setting("", "a", "2"), "a = 2");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "a = 1\n",
            setting("", "a", "2"),
            "\xEF\xBB\xBF"
            "a = 2\n");
        row("list over many lines",
            "a = [ # one ]\n  \"]\", # two\n  '''\n]''',\n]# three\nb = 1\n",
            setting("", "a", "[]"),
            "a = []# three\nb = 1\n");
        row("string over many lines",
            "a = \"\"\"\nb = 2\n\\\"\"\"\" # no\"\"\"\"\" # yes\nb = 1\n",
            setting("", "b", "3"),
            "a = \"\"\"\nb = 2\n\\\"\"\"\" # no\"\"\"\"\" # yes\nb = 3\n");
        row("literal string over many lines",
            "a = '''\n[t]\na = \\'''\n[t]\na = 1\n",
            setting("t", "a", "2"),
            "a = '''\n[t]\na = \\'''\n[t]\na = 2\n");
        row("dotted key", "t.u.a = 1\n", setting("t.u", "a", "2"), "t.u.a = 2\n");
        row("dotted key below a header",
            "[t]\nu . a = 1\n",
            setting("t.u", "a", "2"),
            "[t]\nu . a = 2\n");
        row("key given dotted", "[t.u]\na = 1\n", setting("", "t.u.a", "2"), "[t.u]\na = 2\n");
        row("inline table",
            "t = {a = 1, b = 2} # c\n",
            setting("t", "b", "3"),
            "t = {a = 1, b = 3} # c\n");
        row("inline table in an inline table",
            "t = {u = {a = 1}}\n",
            setting("t.u", "a", "2"),
            "t = {u = {a = 2}}\n");
        row("quoted key",
            "\"a b\" = 1\n'c.d' = 2\n",
            setting("", "\"c.d\"", "3"),
            "\"a b\" = 1\n'c.d' = 3\n");
        row("quoted differently", "\"\\u0061\" = 1\n", setting("", "a", "3"), "\"\\u0061\" = 3\n");
        row("quoted header",
            "[ t . \"u v\" ] # c\na = 1\n",
            setting("t.'u v'", "a", "2"),
            "[ t . \"u v\" ] # c\na = 2\n");
        row("date with a space",
            "a = 2026-11-22 12:00:00 # c\n",
            setting("", "a", "1"),
            "a = 1 # c\n");
        row("a table in its own lines",
            "[t]\na = 1\n\n[t.u]\nb = 2\n\n[z]\n",
            setting("t", "u", "{ b = 3 }"),
            "[t]\na = 1\nu = { b = 3 }\n\n[z]\n");
        row("same value", "a = 1\n", setting("", "a", "1"), "a = 1\n");
    }
    void replacesAValue() { compare(); }

    void addsAKey_data()
    {
        columns();
        row("to nothing", "", setting("", "a", "1"), "a = 1\n");
        row("a table to nothing", "", setting("t", "a", "1"), "[t]\na = 1\n");
        row("after the last key of the root",
            "a = 1\n\n# about t\n[t]\nx = 1\n",
            setting("", "b", "2"),
            "a = 1\nb = 2\n\n# about t\n[t]\nx = 1\n");
        row("below a comment about the file",
            "# The file.\n# Its author.\n\n# about t\n[t]\n",
            setting("", "a", "1"),
            "# The file.\n# Its author.\n\na = 1\n\n# about t\n[t]\n");
        row("above a comment about a table",
            "# about t\n[t]\n",
            setting("", "a", "1"),
            "a = 1\n\n# about t\n[t]\n");
        row("to comments alone", "# only this", setting("", "a", "1"), "# only this\na = 1\n");
        row("after the table's last key",
            "[t]\na = 1\n# after a\n\n[u]\n",
            setting("t", "b", "2"),
            "[t]\na = 1\nb = 2\n# after a\n\n[u]\n");
        row("to an empty table",
            "[t] # c\n# d\n[u]\n",
            setting("t", "a", "1"),
            "[t] # c\na = 1\n# d\n[u]\n");
        row("with the indentation of the others",
            "[t]\n\ta = 1\n",
            setting("t", "b", "2"),
            "[t]\n\ta = 1\n\tb = 2\n");
        row("without a line break at the end",
            "[t]\na = 1",
            setting("t", "b", "2"),
            "[t]\na = 1\nb = 2\n");
        row("with CRLF", "[t]\r\na = 1\r\n", setting("t", "b", "2"), "[t]\r\na = 1\r\nb = 2\r\n");
        row("a table with CRLF",
            "a = 1\r\n",
            setting("t", "b", "2"),
            "a = 1\r\n\r\n[t]\r\nb = 2\r\n");
        row("a table at the end",
            "[t]\na = 1\n# end",
            setting("u", "b", "2"),
            "[t]\na = 1\n# end\n\n[u]\nb = 2\n");
        row("a table after a blank line",
            "a = 1\n\n",
            setting("u", "b", "2"),
            "a = 1\n\n[u]\nb = 2\n");
        row("beside dotted keys",
            "t.a = 1\nz = 2\n",
            setting("t", "b", "3"),
            "t.a = 1\nt.b = 3\nz = 2\n");
        row("beside dotted keys below a header",
            "[s]\nt.a = 1\nz = 2\n",
            setting("s.t", "b", "3"),
            "[s]\nt.a = 1\nt.b = 3\nz = 2\n");
        row("to an inline table", "t = {a = 1}\n", setting("t", "b", "2"), "t = {a = 1, b = 2}\n");
        row("to an empty inline table",
            "t = {} # c\n",
            setting("t", "b", "2"),
            "t = { b = 2 } # c\n");
        row("a table in an inline table",
            "t = {a = 1}\n",
            setting("t.u", "b", "2"),
            "t = {a = 1, u.b = 2}\n");
        row("a table above its sub-tables",
            "[t.u]\na = 1\n",
            setting("t", "b", "2"),
            "[t.u]\na = 1\n\n[t]\nb = 2\n");
        row("quoted names", "", setting("a.\"b c\"", "'d.e'", "1"), "[a.\"b c\"]\n\"d.e\" = 1\n");
        row("after a list over many lines",
            "[t]\na = [\n  1,\n]\n[u]\n",
            setting("t", "b", "2"),
            "[t]\na = [\n  1,\n]\nb = 2\n[u]\n");
    }
    void addsAKey() { compare(); }

    void removesAKey_data()
    {
        columns();
        row("with its line", "a = 1\nb = 2 # c\nd = 3\n", removing("", "b"), "a = 1\nd = 3\n");
        row("with all of its lines", "a = [\n1,\n]\nb = 2\n", removing("", "a"), "b = 2\n");
        row("not there", "a = 1\n", removing("", "b"), "a = 1\n");
        row("table not there", "a = 1\n", removing("t.u", "b"), "a = 1\n");
        row("the last one of a table", "[t]\na = 1\n", removing("t", "a"), "[t]\n");
        row("dotted", "t.a = 1\nt.b = 2\n", removing("t", "a"), "t.b = 2\n");
        row("first of an inline table",
            "t = {a = 1, b = 2}\n",
            removing("t", "a"),
            "t = {b = 2}\n");
        row("last of an inline table", "t = {a = 1, b = 2}\n", removing("t", "b"), "t = {a = 1}\n");
        row("only one of an inline table", "t = { a = 1 }\n", removing("t", "a"), "t = {}\n");
        row("a whole table",
            "x = 1\n\n# about t\n[t]\na = 1\n\n[t.u]\nb = 2\n\n[z]\n",
            removing("", "t"),
            "x = 1\n\n[z]\n");
        row("a table of dotted keys", "t.a = 1\nx = 1\nt.b.c = 2\n", removing("", "t"), "x = 1\n");
        row("all blocks", "x = 1\n[[t]]\n[[t]]\n[t.u]\n", removing("", "t"), "x = 1\n");
    }
    void removesAKey() { compare(); }

    void editsBlocks_data()
    {
        columns();
        const char *two = "# mine\n[[account]]\nname = 'a' # first\n\n"
                          "[[account]]\nname = 'b'\n\n[account.extra]\nx = 1\n";
        row("replaces in the first",
            two,
            settingIn("account", 0, "name", "\"c\""),
            "# mine\n[[account]]\nname = \"c\" # first\n\n"
            "[[account]]\nname = 'b'\n\n[account.extra]\nx = 1\n");
        row("adds to the second",
            two,
            settingIn("account", 1, "kind", "1"),
            "# mine\n[[account]]\nname = 'a' # first\n\n"
            "[[account]]\nname = 'b'\nkind = 1\n\n[account.extra]\nx = 1\n");
        row("adds to a sub-table",
            two,
            settingIn("account", 1, "extra.y", "2"),
            "# mine\n[[account]]\nname = 'a' # first\n\n"
            "[[account]]\nname = 'b'\n\n[account.extra]\nx = 1\ny = 2\n");
        row("adds a dotted key",
            "[[account]]\nname = 'a'\n",
            settingIn("account", 0, "extra.y", "2"),
            "[[account]]\nname = 'a'\nextra.y = 2\n");
        row("removes a key",
            two,
            removingIn("account", 0, "name"),
            "# mine\n[[account]]\n\n[[account]]\nname = 'b'\n\n[account.extra]\nx = 1\n");
        row("removes a sub-table",
            two,
            removingIn("account", 1, "extra"),
            "# mine\n[[account]]\nname = 'a' # first\n\n[[account]]\nname = 'b'\n");
        row("in a list of inline tables",
            "account = [\n  {name = 'a'}, # first\n  {name = 'b'}\n]\n",
            settingIn("account", 1, "kind", "1"),
            "account = [\n  {name = 'a'}, # first\n  {name = 'b', kind = 1}\n]\n");
        row("below another table",
            "[[a.b]]\nx = 1\n[[a.b]]\nx = 2\n",
            settingIn("a.b", 1, "x", "3"),
            "[[a.b]]\nx = 1\n[[a.b]]\nx = 3\n");
    }
    void editsBlocks() { compare(); }

    void appendsABlock_data()
    {
        columns();
        const QList<QPair<QString, QString>> pairs{{q("service"), q("\"x\"")}, {q("n"), q("1")}};
        row("to nothing", "", appending("account", pairs), "[[account]]\nservice = \"x\"\nn = 1\n");
        row("with a blank line before it",
            "[[account]]\nn = 0",
            appending("account", pairs),
            "[[account]]\nn = 0\n\n[[account]]\nservice = \"x\"\nn = 1\n");
        row("after a trailing comment",
            "a = 1\r\n# end\r\n\r\n",
            appending("account", pairs),
            "a = 1\r\n# end\r\n\r\n[[account]]\r\nservice = \"x\"\r\nn = 1\r\n");
        row("to a list of inline tables",
            "account = [\n  {n = 0}, # first\n]\n",
            appending("account", pairs),
            "account = [\n  {n = 0},\n  { service = \"x\", n = 1 }, # first\n]\n");
        row("to a list in one line",
            "account = [{n = 0}]\n",
            appending("account", pairs),
            "account = [{n = 0}, { service = \"x\", n = 1 }]\n");
        row("to an empty list", "account = []\n", appending("account", {}), "account = [{}]\n");
    }
    void appendsABlock() { compare(); }

    void removesABlock_data()
    {
        columns();
        const char *three =
            "# the file\n\n# about a\n[[account]]\nname = 'a'\n\n"
            "# about b\n# more\n[[account]]\nname = 'b'\n# below b\n[account.extra]\nx = 1\n\n"
            "# ---- others ----\n\n"
            "[[account]]\nname = 'c'\n";
        row("first",
            three,
            removingBlock("account", 0),
            "# the file\n\n"
            "# about b\n# more\n[[account]]\nname = 'b'\n# below b\n[account.extra]\nx = 1\n\n"
            "# ---- others ----\n\n"
            "[[account]]\nname = 'c'\n");
        row("middle, with its sub-tables and comments",
            three,
            removingBlock("account", 1),
            "# the file\n\n# about a\n[[account]]\nname = 'a'\n\n"
            "# ---- others ----\n\n"
            "[[account]]\nname = 'c'\n");
        row("last, with the gap above it",
            three,
            removingBlock("account", 2),
            "# the file\n\n# about a\n[[account]]\nname = 'a'\n\n"
            "# about b\n# more\n[[account]]\nname = 'b'\n# below b\n[account.extra]\nx = 1\n\n"
            "# ---- others ----\n");
        row("only one", "[[account]]\nname = 'a'\n", removingBlock("account", 0), "");
        row("sub-table elsewhere",
            "[[account]]\nname = 'a'\n[z]\ny = 1\n[account.extra]\nx = 1\n",
            removingBlock("account", 0),
            "[z]\ny = 1\n");
        row("of inline tables",
            "account = [\n  {n = 1},\n  {n = 2}, # two\n  {n = 3}\n]\n",
            removingBlock("account", 2),
            "account = [\n  {n = 1},\n  {n = 2}, # two\n]\n");
        row("of inline tables in one line",
            "account = [{n = 1}, {n = 2}, {n = 3}]\n",
            removingBlock("account", 1),
            "account = [{n = 1}, {n = 3}]\n");
        row("with the comma on another line",
            "account = [{n = 1} # one\n, # comma\n{n = 2}]\n",
            removingBlock("account", 0),
            "account = [ # one\n # comma\n{n = 2}]\n");
        row("last of inline tables in one line",
            "account = [{n = 1}, {n = 2}]\n",
            removingBlock("account", 1),
            "account = [{n = 1}]\n");
    }
    void removesABlock() { compare(); }

    void refusesAndChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<Act>("act");
        QTest::addColumn<int>("code");
        const auto refusal =
            [](const char *name, const char *before, const Act &act, ErrorCode code) {
                QTest::newRow(name) << QByteArray(before) << act << int(code);
            };
        const auto invalid = ErrorCode::InvalidInput;
        refusal("no value", "", setting("", "a", "nonsense"), invalid);
        refusal("empty value", "", setting("", "a", ""), invalid);
        refusal("two lines", "", setting("", "a", "1\nb = 2"), invalid);
        refusal("value with a comment", "", setting("", "a", "1 # x"), invalid);
        refusal("no key", "", setting("", "", "1"), invalid);
        refusal("key with a space", "", setting("", "a b", "1"), invalid);
        refusal("open quote", "", setting("", "\"a", "1"), invalid);
        refusal("table that is a number", "a = 1\n", setting("a", "b", "1"), invalid);
        refusal("table that is a list of tables", "[[a]]\n", setting("a", "b", "1"), invalid);
        refusal("table below a list of tables", "[[a]]\n", setting("a.c", "b", "1"), invalid);
        refusal(
            "block that is not there", "[[a]]\n", settingIn("a", 1, "b", "1"), ErrorCode::NotFound);
        refusal("negative block", "[[a]]\n", removingBlock("a", -1), ErrorCode::NotFound);
        refusal("block of nothing", "a = 1\n", removingIn("a", 0, "b"), ErrorCode::NotFound);
        refusal("block in a number", "a = 1\n", appending("a", {}), invalid);
    }
    void refusesAndChangesNothing()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const Act, act);
        QFETCH(const int, code);
        auto editor = TomlEditor::open(before, q("x.toml"));
        VERIFY_RESULT(editor);

        const auto done = act(*editor);

        VERIFY_ERROR(done, ErrorCode(code));
        QCOMPARE(editor->text(), before);
    }

    void opensOnlyWhatIsToml()
    {
        const auto editor = TomlEditor::open("a = \n", q("x.toml"));

        VERIFY_ERROR(editor, ErrorCode::InvalidInput);
        QVERIFY(editor.error().message.startsWith(q("x.toml:1:")));
    }

    void countsAndFindsBlocks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("blocks") << QByteArray(
            "[[a]]\ns = \"x\"\nn = 'one'\n[[a]]\ns = 'x'\n"
            "\"n\" = \"\"\"\ntw\\u006f\"\"\"\n[[a]]\n[a.sub]\nk = 'z'\n");
        QTest::newRow("inline") << QByteArray(
            "a = [{s = 'x', n = 'one'}, {n = \"two\", s = \"x\"}, "
            "{sub = {k = 'z'}}]\n");
    }
    void countsAndFindsBlocks()
    {
        QFETCH(const QByteArray, text);
        const auto editor = TomlEditor::open(text, q("x.toml"));
        VERIFY_RESULT(editor);

        QCOMPARE(editor->blocks(q("a")), 3);
        QCOMPARE(editor->blocks(q("b")), 0);
        QCOMPARE(editor->findBlock(q("a"), {{q("s"), q("x")}}), 0);
        QCOMPARE(editor->findBlock(q("a"), {{q("s"), q("x")}, {q("n"), q("two")}}), 1);
        QCOMPARE(editor->findBlock(q("a"), {{q("sub.k"), q("z")}}), 2);
        QCOMPARE(editor->findBlock(q("a"), {{q("s"), q("y")}}), -1);
        QCOMPARE(editor->findBlock(q("b"), {{q("s"), q("x")}}), -1);
    }

    void isQuickWithManyBlocks()
    {
        QByteArray text;
        for (int i = 0; i < 10000; ++i)
            text += "[[account]]\nservice = \"s\"\naccount = \"" + QByteArray::number(i) + "\"\n\n";
        auto editor = TomlEditor::open(text, q("x.toml"));
        VERIFY_RESULT(editor);

        const qsizetype index =
            editor->findBlock(q("account"), {{q("service"), q("s")}, {q("account"), q("9999")}});

        QCOMPARE(index, 9999);
        VERIFY_RESULT(editor->setIn(q("account"), index, q("label"), q("'x'")));
        QVERIFY(editor->text().endsWith("account = \"9999\"\nlabel = 'x'\n\n"));
    }
};

QTEST_GUILESS_MAIN(TomlEditorTest)
#include "tst_tomleditor.moc"
