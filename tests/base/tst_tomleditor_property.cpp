// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/toml.h"
#include "base/tomleditor.h"

#include <QTest>

#include <rapidcheck.h>

using namespace base;

// Documents are grown from pieces that a person might write, in every spelling of TOML; a piece
// that would make the document invalid is dropped. Then one edit is made, and the outcome has to
// read as the document's own values with that one change, with every other line still there.

namespace {

const QString fileName = QStringLiteral("x.toml");

QByteArray oneOf(const QList<QByteArray> &choices)
{
    return choices[*rc::gen::inRange<qsizetype>(0, choices.size())];
}

QByteArray someKey()
{
    return oneOf({"a", "b", "a", "b", "'f.g'", "a . b", "b.a", "a.b.a", "\"\u0061\"", "b.'f.g'"});
}

QByteArray someScalar()
{
    return oneOf({"1",
                  "-0.5",
                  "true",
                  "\"x # y\"",
                  "'[x]'",
                  "2026-11-22 12:00:00",
                  "2026-11-22T12:00:00+01:00",
                  "22:30:00",
                  "\"\"\"\na = 1\n[b]\n\\\"\"\"\"\"\"",
                  "'''\n# no comment\n'''",
                  "\"ä\\\"\\\\\""});
}

QByteArray someValue()
{
    switch (*rc::gen::inRange(0, 8)) {
    case 0:
        return "[" + someScalar() + ", " + someScalar() + "]";
    case 1:
        return "[ # one ]\n  " + someScalar() + ", # two\n\n  [" + someScalar() + "],\n]";
    case 2:
        return "{" + someKey() + " = " + someScalar() + "}";
    case 3:
        return "{ a = " + someScalar() + ",b.c = { c = " + someScalar() + " } }";
    case 4:
        return "[\n  { a = " + someScalar() + " }, # first\n  {}\n]";
    case 5:
        return oneOf({"{}", "[]", "[{}]", "[ ]", "{ }"});
    default:
        return someScalar();
    }
}

QByteArray somePiece()
{
    switch (*rc::gen::inRange(0, 12)) {
    case 0:
        return "\n";
    case 1:
        return "# about the next line\n";
    case 2:
        return "\n# on its own\n\n";
    case 3:
        return "[" + someKey() + "]\n";
    case 4:
        return "  [ " + someKey() + " ] # header\n";
    case 5:
        return "[[" + someKey() + "]]\n";
    case 6:
        return "\n[[" + someKey() + "]] # block\n";
    case 7:
        return "\t" + someKey() + "=" + someValue() + "\t# tail\n";
    default:
        return someKey() + " = " + someValue() + "\n";
    }
}

QByteArray someDocument()
{
    QByteArray text = oneOf({"", "", "\xEF\xBB\xBF"});
    const int pieces = *rc::gen::inRange(0, 16);
    for (int i = 0; i < pieces; ++i) {
        const QByteArray longer = text + somePiece();
        if (parseToml(longer, fileName))
            text = longer;
    }
    if (*rc::gen::inRange(0, 4) == 0 && text.endsWith('\n'))
        text.chop(1);
    // The line breaks inside strings change with it, so the document is read again afterwards.
    if (*rc::gen::inRange(0, 3) == 0)
        text.replace("\n", "\r\n");
    return text;
}

//! What a value is apart from where it stands. Empty tables and lists count as nothing: to remove
//! the last dotted key of a table is to remove the table.
QByteArray shapeOf(const TomlValue &value)
{
    if (const auto *table = std::get_if<TomlTable>(&value.value)) {
        QByteArray shape;
        for (auto it = table->cbegin(); it != table->cend(); ++it) {
            const QByteArray inner = shapeOf(it.value());
            if (!inner.isEmpty())
                shape += tomlKey(it.key()).toUtf8() + '=' + inner + ';';
        }
        return shape.isEmpty() ? QByteArray() : '{' + shape + '}';
    }
    if (const auto *list = std::get_if<TomlArray>(&value.value)) {
        QByteArray shape;
        for (const TomlValue &item : *list)
            shape += shapeOf(item) + ',';
        return shape.isEmpty() ? QByteArray() : '[' + shape + ']';
    }
    if (const auto *text = std::get_if<QString>(&value.value))
        return tomlLiteral(*text).toUtf8();
    if (const auto *time = std::get_if<QDateTime>(&value.value))
        return time->toString(Qt::ISODateWithMs).toUtf8();
    if (const auto *number = std::get_if<qint64>(&value.value))
        return QByteArray::number(*number);
    if (const auto *number = std::get_if<double>(&value.value))
        return QByteArray::number(*number) + 'f';
    return std::get<bool>(value.value) ? "true" : "false";
}

QByteArray shapeOf(const TomlTable &table)
{
    return shapeOf(TomlValue{table});
}

//! The table at \a path in \a table, made where it is missing; null when something else is there.
TomlTable *tableAt(TomlTable &table, const QStringList &path)
{
    TomlTable *current = &table;
    for (const QString &name : path) {
        if (!current->contains(name))
            current->insert(name, TomlValue{TomlTable()});
        current = std::get_if<TomlTable>(&(*current)[name].value);
        if (!current)
            return nullptr;
    }
    return current;
}

TomlTable tablesOf(const QByteArray &text)
{
    const auto table = parseToml(text, fileName);
    if (!table)
        RC_FAIL(table.error().message.toStdString());
    return *table;
}

TomlValue valueOf(const QByteArray &literal)
{
    return tablesOf("x = " + literal).value(QStringLiteral("x"));
}

//! Whether all of \a lines stand in \a text, in order.
bool keepsLines(const QByteArray &before, const QByteArray &after)
{
    const QByteArray mark("\xEF\xBB\xBF");
    const QByteArrayList lines = QByteArray(after).replace(mark, "").split('\n');
    const QByteArrayList wanted = QByteArray(before).replace(mark, "").split('\n');
    qsizetype at = 0;
    for (const QByteArray &line : wanted) {
        if (line.trimmed().isEmpty())
            continue;
        while (at < lines.size() && lines[at].trimmed() != line.trimmed())
            ++at;
        if (at++ == lines.size())
            return false;
    }
    return true;
}

//! What of \a before is no longer in \a after, seen from both ends.
QByteArray lost(const QByteArray &before, const QByteArray &after)
{
    const auto shorter = std::min(before.size(), after.size());
    qsizetype front = 0;
    while (front < shorter && before[front] == after[front])
        ++front;
    qsizetype back = 0;
    while (back < shorter - front
           && before[before.size() - 1 - back] == after[after.size() - 1 - back])
        ++back;
    return before.sliced(front, before.size() - front - back);
}

struct Edit
{
    QStringList table;
    QStringList key;

    static QString written(const QStringList &names)
    {
        QStringList parts;
        for (const QString &name : names)
            parts.append(tomlKey(name));
        return parts.join(QLatin1Char('.'));
    }
    [[nodiscard]] QString tableKey() const { return written(table); }
    [[nodiscard]] QString keyKey() const { return written(key); }
    //! The tables that lead to the last name.
    [[nodiscard]] QStringList holder() const { return table + key.first(key.size() - 1); }
};

QStringList someNames(int least, int most)
{
    QStringList names;
    for (int left = *rc::gen::inRange(least, most + 1); left > 0; --left)
        names.append(QString::fromUtf8(oneOf({"a", "b", "a", "b", "f.g"})));
    return names;
}

Edit someEdit()
{
    return {someNames(0, 2), someNames(1, 2)};
}

const TomlArray *blocksOf(const TomlTable &table, const QStringList &path)
{
    TomlTable copy = table;
    TomlTable *holder = tableAt(copy, path.first(path.size() - 1));
    if (!holder || !holder->contains(path.last()))
        return nullptr;
    static TomlArray found;
    const auto *list = std::get_if<TomlArray>(&(*holder)[path.last()].value);
    if (!list || !std::all_of(list->cbegin(), list->cend(), [](const TomlValue &item) {
            return item.isTable();
        }))
        return nullptr;
    found = *list;
    return &found;
}

TomlEditor opened(const QByteArray &text)
{
    auto editor = TomlEditor::open(text, fileName);
    if (!editor)
        RC_FAIL(editor.error().message.toStdString());
    return *editor;
}

} // namespace

class TomlEditorPropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setChangesThatValueAndNothingElse()
    {
        QVERIFY(rc::check("set", [] {
            const QByteArray before = someDocument();
            const Edit edit = someEdit();
            const QByteArray literal = someValue();
            TomlTable expected = tablesOf(before);
            TomlTable *holder = tableAt(expected, edit.holder());
            const bool isNew = holder && !holder->contains(edit.key.last());
            const bool isTable =
                holder && !isNew
                && shapeOf((*holder)[edit.key.last()]) != shapeOf(valueOf(literal));
            TomlEditor editor = opened(before);

            const auto done =
                editor.set(edit.tableKey(), edit.keyKey(), QString::fromUtf8(literal));

            RC_LOG() << "BEFORE\n"
                     << before.constData() << "\nSET " << qPrintable(edit.tableKey()) << " / "
                     << qPrintable(edit.keyKey()) << " = " << literal.constData() << "\nAFTER\n"
                     << editor.text().constData();
            RC_ASSERT(done.has_value() == (holder != nullptr));
            if (!holder) {
                RC_ASSERT(editor.text() == before);
                return;
            }
            holder->insert(edit.key.last(), valueOf(literal));
            RC_ASSERT(shapeOf(tablesOf(editor.text())) == shapeOf(expected));
            RC_CLASSIFY(isNew);
            RC_CLASSIFY(isTable);
            // A new key adds and takes nothing away.
            if (isNew)
                RC_ASSERT(lost(before, editor.text()).isEmpty()
                          || keepsLines(before, editor.text()));
        }));
    }

    void removeTakesThatKeyAndNothingElse()
    {
        QVERIFY(rc::check("remove", [] {
            const QByteArray before = someDocument();
            const Edit edit = someEdit();
            TomlTable expected = tablesOf(before);
            TomlTable *holder = tableAt(expected, edit.holder());
            const bool isThere = holder && holder->remove(edit.key.last()) > 0;
            TomlEditor editor = opened(before);

            const auto done = editor.remove(edit.tableKey(), edit.keyKey());

            RC_LOG() << "BEFORE\n"
                     << before.constData() << "\nREMOVE " << qPrintable(edit.tableKey()) << " / "
                     << qPrintable(edit.keyKey()) << "\nAFTER\n"
                     << editor.text().constData();
            RC_ASSERT(done.has_value());
            RC_CLASSIFY(isThere);
            if (!isThere)
                RC_ASSERT(editor.text() == before);
            else
                RC_ASSERT(shapeOf(tablesOf(editor.text())) == shapeOf(expected));
            RC_ASSERT(keepsLines(editor.text(), before) || before.contains('{'));
        }));
    }

    void editsInBlocksStayInTheBlock()
    {
        QVERIFY(rc::check("setIn", [] {
            const QByteArray before = someDocument();
            const QStringList array = someNames(1, 2);
            const QString key = QString::fromUtf8(oneOf({"a", "b", "new"}));
            const QByteArray literal = someValue();
            const TomlArray *list = blocksOf(tablesOf(before), array);
            TomlEditor editor = opened(before);
            const QString name = Edit::written(array);
            RC_LOG() << "BEFORE\n" << before.constData() << "\nARRAY " << qPrintable(name) << "\n";
            RC_ASSERT(editor.blocks(name) == (list ? list->size() : 0));
            RC_CLASSIFY(list && !list->isEmpty());
            if (!list || list->isEmpty())
                return;
            TomlArray blocks = *list;
            const auto index = *rc::gen::inRange<qsizetype>(0, blocks.size());

            const auto done = editor.setIn(name, index, key, QString::fromUtf8(literal));

            RC_LOG() << "SET " << index << " / " << qPrintable(key) << " = " << literal.constData()
                     << "\nAFTER\n"
                     << editor.text().constData();
            RC_ASSERT(done.has_value());
            TomlTable expected = tablesOf(before);
            std::get<TomlTable>(blocks[index].value).insert(key, valueOf(literal));
            tableAt(expected, array.first(array.size() - 1))
                ->insert(array.last(), TomlValue{blocks});
            RC_ASSERT(shapeOf(tablesOf(editor.text())) == shapeOf(expected));
        }));
    }

    void aRemovedBlockTakesNothingElse()
    {
        QVERIFY(rc::check("removeBlock", [] {
            const QByteArray before = someDocument();
            const QStringList array = someNames(1, 2);
            const TomlArray *list = blocksOf(tablesOf(before), array);
            if (!list || list->isEmpty())
                return;
            TomlArray blocks = *list;
            const auto index = *rc::gen::inRange<qsizetype>(0, blocks.size());
            TomlEditor editor = opened(before);

            const auto done = editor.removeBlock(Edit::written(array), index);

            RC_LOG() << "BEFORE\n"
                     << before.constData() << "\nREMOVE " << index << " of "
                     << qPrintable(Edit::written(array)) << "\nAFTER\n"
                     << editor.text().constData();
            RC_ASSERT(done.has_value());
            TomlTable expected = tablesOf(before);
            blocks.removeAt(index);
            tableAt(expected, array.first(array.size() - 1))
                ->insert(array.last(), TomlValue{blocks});
            RC_ASSERT(shapeOf(tablesOf(editor.text())) == shapeOf(expected));
            RC_ASSERT(keepsLines(editor.text(), before) || before.contains('{'));
        }));
    }

    void anAppendedBlockOnlyAdds()
    {
        QVERIFY(rc::check("appendBlock", [] {
            const QByteArray before = someDocument();
            const QStringList array = someNames(1, 2);
            const QByteArray literal = someScalar();
            const TomlArray *list = blocksOf(tablesOf(before), array);
            TomlTable expected = tablesOf(before);
            TomlTable *holder = tableAt(expected, array.first(array.size() - 1));
            const bool isNew = holder && !holder->contains(array.last());
            TomlArray blocks = list ? *list : TomlArray();
            TomlEditor editor = opened(before);

            const auto done = editor.appendBlock(
                Edit::written(array), {{QStringLiteral("k"), QString::fromUtf8(literal)}});

            RC_LOG() << "BEFORE\n"
                     << before.constData() << "\nAPPEND " << qPrintable(Edit::written(array))
                     << "\nAFTER\n"
                     << editor.text().constData();
            RC_CLASSIFY(done.has_value());
            if (!done) {
                RC_ASSERT(editor.text() == before);
                return;
            }
            RC_ASSERT(isNew || list);
            blocks.append(TomlValue{TomlTable{{QStringLiteral("k"), valueOf(literal)}}});
            holder->insert(array.last(), TomlValue{blocks});
            RC_ASSERT(shapeOf(tablesOf(editor.text())) == shapeOf(expected));
            RC_ASSERT(lost(before, editor.text()).isEmpty());
        }));
    }
};

QTEST_GUILESS_MAIN(TomlEditorPropertyTest)
#include "tst_tomleditor_property.moc"
