// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QVarLengthArray>

namespace web {

//! The header fields of a message, in their order, in one piece of memory.
class Headers
{
public:
    void append(QByteArrayView name, QByteArrayView value);

    //! The first value of \a name, whose letters' size is of no matter; null when it is not there.
    //! Host, Content-Length, Content-Type, Authorization, Origin, Cookie and the like are there
    //! once at most: the gate refuses a second one.
    [[nodiscard]] QByteArrayView value(QByteArrayView name) const;
    [[nodiscard]] bool contains(QByteArrayView name) const;
    [[nodiscard]] int count(QByteArrayView name) const;

    [[nodiscard]] qsizetype size() const { return m_spans.size(); }
    [[nodiscard]] QByteArrayView nameAt(qsizetype index) const;
    [[nodiscard]] QByteArrayView valueAt(qsizetype index) const;

private:
    friend class HeadReader;

    struct Span
    {
        int name = 0;
        int nameSize = 0;
        int value = 0;
        int valueSize = 0;
    };

    QByteArray m_text;
    QVarLengthArray<Span, 24> m_spans;
};

//! sameWord() of two that are equally long.
[[nodiscard]] bool sameLetters(QByteArrayView left, QByteArrayView right);
//! Whether two ASCII words are the same but for the size of letters.
[[nodiscard]] inline bool sameWord(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() && sameLetters(left, right);
}

} // namespace web
