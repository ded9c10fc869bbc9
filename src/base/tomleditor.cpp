// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/tomleditor.h"

#include "base/toml.h"
#include "base/tomledits.h"

#include <QCoreApplication>

namespace base {

namespace {

using tomlscan::Draft;
using tomlscan::Path;
using tomlscan::Step;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(base)
};

//! A table or key as TOML writes it; the empty one is the root.
Result<Path> pathOf(const QString &key)
{
    Path path;
    if (key.isEmpty())
        return path;
    const auto names = tomlscan::namesOf(key);
    if (!names)
        return fail(ErrorCode::InvalidInput, Tr::tr("‘%1’ is not a key in TOML.").arg(key));
    for (const QString &name : *names)
        path.append(Step{name});
    return path;
}

Result<Path> keyBelow(const Path &table, const QString &key)
{
    TRY(const Path names, pathOf(key));
    if (names.isEmpty())
        return fail(ErrorCode::InvalidInput, Tr::tr("‘%1’ is not a key in TOML.").arg(key));
    return table + names;
}

//! Lets through what is one value and nothing else.
Result<QByteArray> checkedLiteral(const QString &literal)
{
    QByteArray text = literal.toUtf8();
    if (!parseToml("x = " + text, QString()) || tomlscan::valueEnd(text) != text.size())
        return fail(ErrorCode::InvalidInput, Tr::tr("This is not a value in TOML."));
    return text;
}

Error ambiguousTable(const QString &table, const QString &fileName)
{
    return {ErrorCode::InvalidInput,
            Tr::tr("‘%1’ is, or is in, a list of tables in %2.").arg(table, fileName),
            {}};
}

Error missingBlock(const QString &array, qsizetype index)
{
    return {ErrorCode::NotFound, Tr::tr("There is no block %1 in ‘%2’.").arg(index).arg(array), {}};
}

//! The path of the \a index-th block, which has to be there.
Result<Path> blockPath(const Draft &draft, const QString &array, qsizetype index)
{
    TRY(Path path, pathOf(array));
    if (path.isEmpty() || index < 0 || index >= draft.blocks(path))
        return fail(missingBlock(array, index));
    path.back().index = index;
    return path;
}

} // namespace

TomlEditor::TomlEditor(QByteArray text, QString fileName)
    : m_text(std::move(text))
    , m_fileName(std::move(fileName))
{}

Result<TomlEditor> TomlEditor::open(QByteArray text, const QString &fileName)
{
    TRY_VOID(parseToml(text, fileName));
    return TomlEditor(std::move(text), fileName);
}

Result<> TomlEditor::keep(const QByteArray &changed)
{
    TRY_VOID(parseToml(changed, m_fileName));
    m_text = changed;
    return {};
}

Result<> TomlEditor::set(const QString &table, const QString &key, const QString &literal)
{
    Draft draft(m_text);
    TRY(const Path tablePath, pathOf(table));
    TRY(const Path path, keyBelow(tablePath, key));
    TRY(const QByteArray value, checkedLiteral(literal));
    if (draft.isAmbiguous(tablePath))
        return fail(ambiguousTable(table, m_fileName));
    draft.set(tablePath, path, value);
    return keep(draft.text());
}

Result<> TomlEditor::remove(const QString &table, const QString &key)
{
    Draft draft(m_text);
    TRY(const Path tablePath, pathOf(table));
    TRY(const Path path, keyBelow(tablePath, key));
    draft.remove(path);
    return keep(draft.text());
}

qsizetype TomlEditor::blocks(const QString &array) const
{
    const auto path = pathOf(array);
    return path && !path->isEmpty() ? Draft(m_text).blocks(*path) : 0;
}

qsizetype TomlEditor::findBlock(const QString &array,
                                const QList<QPair<QString, QString>> &stringKeys) const
{
    const auto path = pathOf(array);
    if (!path || path->isEmpty())
        return -1;
    QList<std::pair<Path, QString>> texts;
    for (const auto &[key, text] : stringKeys) {
        const auto name = keyBelow({}, key);
        if (!name)
            return -1;
        texts.append({*name, text});
    }
    return Draft(m_text).findBlock(*path, texts);
}

Result<> TomlEditor::setIn(const QString &array,
                           qsizetype index,
                           const QString &key,
                           const QString &literal)
{
    Draft draft(m_text);
    TRY(const Path block, blockPath(draft, array, index));
    TRY(const Path path, keyBelow(block, key));
    TRY(const QByteArray value, checkedLiteral(literal));
    draft.set(block, path, value);
    return keep(draft.text());
}

Result<> TomlEditor::removeIn(const QString &array, qsizetype index, const QString &key)
{
    Draft draft(m_text);
    TRY(const Path block, blockPath(draft, array, index));
    TRY(const Path path, keyBelow(block, key));
    draft.remove(path);
    return keep(draft.text());
}

Result<> TomlEditor::appendBlock(const QString &array,
                                 const QList<QPair<QString, QString>> &keyLiterals)
{
    Draft draft(m_text);
    TRY(const Path path, pathOf(array));
    if (path.isEmpty())
        return fail(ErrorCode::InvalidInput, Tr::tr("‘%1’ is not a key in TOML.").arg(array));
    if (draft.isAmbiguous(path.first(path.size() - 1)))
        return fail(ambiguousTable(array, m_fileName));
    QList<std::pair<Path, QByteArray>> entries;
    for (const auto &[key, literal] : keyLiterals) {
        TRY(const Path name, keyBelow({}, key));
        TRY(const QByteArray value, checkedLiteral(literal));
        entries.append({name, value});
    }
    if (!draft.appendBlock(path, entries)) {
        return fail(ErrorCode::InvalidInput,
                    Tr::tr("‘%1’ is not a list of tables in %2.").arg(array, m_fileName));
    }
    return keep(draft.text());
}

Result<> TomlEditor::removeBlock(const QString &array, qsizetype index)
{
    Draft draft(m_text);
    TRY(const Path block, blockPath(draft, array, index));
    draft.remove(block);
    return keep(draft.text());
}

} // namespace base
