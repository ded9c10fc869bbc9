// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>

namespace base {

//! Changes single values of a TOML text that a person wrote: comments, order, blank lines, unknown
//! keys and line endings stay as they are. It finds a key wherever it was written: below a header,
//! as a dotted key, in an inline table, in a list of inline tables. open() refuses what parseToml()
//! refuses, and every change is checked by parsing the outcome before it is kept.
//!
//! Tables, arrays and keys are given as TOML writes them: "a.b" is b in a, tomlKey() quotes a name
//! that has dots or spaces itself.
class TomlEditor
{
public:
    [[nodiscard]] static Result<TomlEditor> open(QByteArray text, const QString &fileName);

    //! The text as it stands now.
    [[nodiscard]] QByteArray text() const { return m_text; }

    //! Sets \a key in [\a table] ("" is the root) to a TOML \a literal; adds the table at the end
    //! and the key after the table's last one where they are missing. A comment behind a changed
    //! value on the same line is kept.
    [[nodiscard]] Result<> set(const QString &table, const QString &key, const QString &literal);
    //! Removes the key with its value (and its sub-tables, if it is a table); a key that is not
    //! there is no error.
    [[nodiscard]] Result<> remove(const QString &table, const QString &key);

    //! How many [[\a array]] blocks there are. (Those of `array = [{…}, {…}]` count as well.)
    [[nodiscard]] qsizetype blocks(const QString &array) const;
    //! The index of the first block whose keys hold these texts (not literals), or -1.
    [[nodiscard]] qsizetype findBlock(const QString &array,
                                      const QList<QPair<QString, QString>> &stringKeys) const;
    //! set()/remove() inside the \a index-th [[\a array]] block.
    [[nodiscard]] Result<> setIn(const QString &array,
                                 qsizetype index,
                                 const QString &key,
                                 const QString &literal);
    [[nodiscard]] Result<> removeIn(const QString &array, qsizetype index, const QString &key);
    //! Appends a block with these key/literal pairs, a blank line before it.
    [[nodiscard]] Result<> appendBlock(const QString &array,
                                       const QList<QPair<QString, QString>> &keyLiterals);
    //! Removes the block, its sub-tables and the comment lines directly above its header.
    [[nodiscard]] Result<> removeBlock(const QString &array, qsizetype index);

private:
    TomlEditor(QByteArray text, QString fileName);

    [[nodiscard]] Result<> keep(const QByteArray &changed);

    QByteArray m_text;
    QString m_fileName;
};

} // namespace base
