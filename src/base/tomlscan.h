// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace base::tomlscan {

//! One part of a key's full path; \a index says which element of a list of tables is meant.
struct Step
{
    QString name;
    qsizetype index = -1;

    friend bool operator==(const Step &, const Step &) = default;
};
using Path = QList<Step>;

struct Entry;

//! A value in the text: [begin, end) and what is in it.
struct Node
{
    enum class Kind { Scalar, List, Table };

    Kind kind = Kind::Scalar;
    qsizetype begin = 0;
    qsizetype end = 0;
    std::vector<Node> items; //!< of a list
    std::vector<Entry> entries; //!< of an inline table
};

//! A key with its value. For those of an inline table the line is of no interest.
struct Entry
{
    QList<QString> key;
    qsizetype begin = 0; //!< where the key begins
    Node value;
    qsizetype lineBegin = 0;
    qsizetype lineEnd = 0; //!< behind the line break
};

//! What stands below one [header] or [[header]]; the first section is the root and has none.
struct Section
{
    Path path;
    bool isBlock = false;
    qsizetype lineBegin = 0;
    qsizetype lineEnd = 0;
    std::vector<Entry> entries;

    //! Behind the last key, or behind the header where there is none.
    [[nodiscard]] qsizetype bodyEnd() const
    {
        return entries.empty() ? lineEnd : entries.back().lineEnd;
    }
};

//! The places of everything in a text that parseToml() accepts.
[[nodiscard]] std::vector<Section> sectionsOf(const QByteArray &text);

//! The names in a key as it is written in TOML (`a."b c".d`); nothing when it is not one.
[[nodiscard]] std::optional<QList<QString>> namesOf(const QString &key);

//! The literal's end when \a literal begins with a value; -1 otherwise.
[[nodiscard]] qsizetype valueEnd(const QByteArray &literal);

//! The text of a string literal; nothing when it is another kind of value.
[[nodiscard]] std::optional<QString> stringOf(QByteArrayView literal);

//! Whether \a path begins with \a prefix.
[[nodiscard]] bool startsWith(const Path &path, const Path &prefix);

} // namespace base::tomlscan
