// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace references {

//! What a value is. Text stands for every string; Time is a YAML timestamp that nobody quoted.
enum class Kind { Null, Text, Integer, Float, Boolean, Bytes, Time, Map, List };

struct Entry;

//! One value of a document: a scalar, or a map or list with its entries in the file's order,
//! comments among them. A scalar's text is in the one spelling that SOPS authenticates: integers in
//! decimal, floats without an exponent, True and False, times by RFC 3339.
class Node
{
public:
    Node() = default;
    Node(Kind nodeKind, base::Secret nodeText);
    [[nodiscard]] static Node text(QByteArrayView value);
    [[nodiscard]] static Node integer(qint64 value);
    [[nodiscard]] static Node boolean(bool value);
    [[nodiscard]] static Node map();
    [[nodiscard]] static Node list();

    [[nodiscard]] bool isMap() const { return kind == Kind::Map; }
    [[nodiscard]] bool isList() const { return kind == Kind::List; }
    [[nodiscard]] bool isScalar() const { return !isMap() && !isList(); }
    [[nodiscard]] QByteArrayView view() const { return value.expose(); }

    //! The value under \a key of a map; null when there is none.
    [[nodiscard]] const Node *find(QByteArrayView key) const;
    [[nodiscard]] Node *find(QByteArrayView key);
    //! Replaces the value under \a key of a map, or adds it at the end.
    void set(QByteArrayView key, Node node);
    //! Whether there was one.
    bool remove(QByteArrayView key);
    //! Adds a comment, without its `#`.
    void addComment(QByteArrayView comment);
    void append(Node node);
    //! Without comments.
    [[nodiscard]] qsizetype size() const;
    [[nodiscard]] Node clone() const;

    Kind kind = Kind::Null;
    base::Secret value;
    std::vector<Entry> entries;
};

//! One line of a map or list: a key with its value, an item, or a comment between them.
struct Entry
{
    Entry() = default;
    Entry(QByteArray entryKey, Node entryNode);
    [[nodiscard]] Entry clone() const;

    bool isComment = false;
    Kind keyKind = Kind::Text; //!< YAML knows keys that are numbers; SOPS does not
    QByteArray key;
    Node node; //!< of a comment: its text
};

//! Equal values, in the same order; comments count.
[[nodiscard]] bool operator==(const Node &a, const Node &b);

//! What a file holds: YAML files may have several documents, the others have one.
using Documents = std::vector<Node>;

[[nodiscard]] Documents clone(const Documents &documents);

//! The limits of every reader.
inline constexpr qsizetype greatestDocument = 8 * 1024 * 1024;
inline constexpr int greatestDepth = 64;

//! The error of a reader: "line 3: …".
[[nodiscard]] tl::unexpected<base::Error> badDocument(const QString &format,
                                                      qsizetype line,
                                                      const QString &why);

} // namespace references
