// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/headers.h"

#include <algorithm>

namespace web {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

} // namespace

bool sameLetters(QByteArrayView left, QByteArrayView right)
{
    return std::equal(left.begin(), left.end(), right.begin(), [](char a, char b) {
        return a == b || lower(a) == lower(b);
    });
}

void Headers::append(QByteArrayView name, QByteArrayView value)
{
    Span span;
    span.name = int(m_text.size());
    span.nameSize = int(name.size());
    m_text.append(name);
    span.value = int(m_text.size());
    span.valueSize = int(value.size());
    m_text.append(value);
    m_spans.append(span);
}

QByteArrayView Headers::nameAt(qsizetype index) const
{
    const Span &span = m_spans.at(index);
    return QByteArrayView(m_text).sliced(span.name, span.nameSize);
}

QByteArrayView Headers::valueAt(qsizetype index) const
{
    const Span &span = m_spans.at(index);
    return QByteArrayView(m_text).sliced(span.value, span.valueSize);
}

QByteArrayView Headers::value(QByteArrayView name) const
{
    for (qsizetype i = 0; i < m_spans.size(); ++i) {
        if (sameWord(nameAt(i), name))
            return valueAt(i);
    }
    return {};
}

bool Headers::contains(QByteArrayView name) const
{
    return count(name) > 0;
}

int Headers::count(QByteArrayView name) const
{
    int found = 0;
    for (qsizetype i = 0; i < m_spans.size(); ++i)
        found += sameWord(nameAt(i), name) ? 1 : 0;
    return found;
}

} // namespace web
