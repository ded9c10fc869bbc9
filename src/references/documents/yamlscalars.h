// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "references/documents/node.h"
#include "references/documents/secrettext.h"

#include <QList>
#include <QSet>

#include <optional>

namespace references {

//! Where a YAML reader is in its text, line by line. Private to this room.
class YamlCursor
{
public:
    explicit YamlCursor(QByteArrayView text);

    //! Whether the text has no NUL, no control characters but tab and line ends, and is UTF-8.
    [[nodiscard]] static bool isReadable(QByteArrayView text);

    [[nodiscard]] bool atEnd() const { return m_line >= m_lines.size(); }
    [[nodiscard]] qsizetype line() const { return m_line; }
    [[nodiscard]] qsizetype column() const { return m_column; }
    [[nodiscard]] QByteArrayView whole() const { return m_lines[m_line]; }
    //! What is left of this line.
    [[nodiscard]] QByteArrayView rest() const { return m_lines[m_line].sliced(m_column); }
    [[nodiscard]] char letter() const { return rest().isEmpty() ? '\n' : rest().front(); }
    [[nodiscard]] char letter(qsizetype ahead) const
    {
        return ahead < rest().size() ? rest()[ahead] : '\n';
    }
    void move(qsizetype count) { m_column += count; }
    void skipSpaces();
    void nextLine();
    //! "---" or "..." at the line's beginning.
    [[nodiscard]] bool isMarker(QByteArrayView marker) const;
    [[nodiscard]] bool isAnyMarker() const { return isMarker("---") || isMarker("..."); }

private:
    QList<QByteArrayView> m_lines;
    qsizetype m_line = 0;
    qsizetype m_column = 0;
};

//! A comment on its way to the map or list that it belongs to.
struct PendingComment
{
    qsizetype column = 0;
    QByteArrayView text;
};

//! The scalars of YAML, one function a style. Private to this room.
class YamlScalars
{
public:
    explicit YamlScalars(YamlCursor &cursor)
        : m_at(cursor)
    {}

    //! Behind the opening quote comes everything up to the closing one, over lines too.
    [[nodiscard]] base::Result<base::Secret> quoted();
    //! A plain scalar; \a indent: continuation lines stand further right than this.
    [[nodiscard]] base::Result<base::Secret> plain(qsizetype indent, bool inFlow);
    //! A literal or folded block behind `|` or `>`; a comment in its header goes to \a comments.
    [[nodiscard]] base::Result<base::Secret> block(qsizetype indent,
                                                   QList<PendingComment> &comments);
    //! The bytes of a plain scalar on the rest of this line.
    [[nodiscard]] qsizetype plainLength(QByteArrayView rest, bool inFlow) const;

    //! A key, plain or quoted, that is not among the \a seen ones.
    [[nodiscard]] base::Result<Entry> key(QSet<QByteArray> &seen, bool inFlow);

    //! Whether a `-`, `?` or `:` before this letter is a sign by itself.
    [[nodiscard]] static bool endsWord(char letter)
    {
        return letter == ' ' || letter == '\t' || letter == '\n';
    }

    [[nodiscard]] tl::unexpected<base::Error> bad(const QString &why) const;
    //! For what YAML has and this reader does not.
    [[nodiscard]] tl::unexpected<base::Error> refused(const QString &what) const;

private:
    [[nodiscard]] base::Result<> escape(SecretText &text);
    [[nodiscard]] base::Result<qsizetype> foldLines(SecretText &text, std::size_t keptSize);

    YamlCursor &m_at;
};

//! Maps and lists in brackets. Private to this room.
class YamlFlow
{
public:
    //! Comments inside of the brackets go to \a comments; \a depth: how deep we are already.
    YamlFlow(YamlCursor &cursor, YamlScalars &scalars, QList<PendingComment> &comments, int depth)
        : m_at(cursor)
        , m_scalars(scalars)
        , m_comments(comments)
        , m_depth(depth)
    {}

    //! The collection whose opening bracket is next.
    [[nodiscard]] base::Result<Node> collection();

private:
    [[nodiscard]] base::Result<> skip();
    [[nodiscard]] base::Result<Entry> pair(QSet<QByteArray> &seen);
    [[nodiscard]] base::Result<Node> value();

    YamlCursor &m_at;
    YamlScalars &m_scalars;
    QList<PendingComment> &m_comments;
    int m_depth;
};

} // namespace references
