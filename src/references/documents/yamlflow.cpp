// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/scalars.h"
#include "references/documents/yamlscalars.h"
#include "references/words.h"

#include <QCoreApplication>

namespace references {

//! Spaces, line ends and comments inside of brackets.
base::Result<> YamlFlow::skip()
{
    while (true) {
        const qsizetype before = m_at.column();
        m_at.skipSpaces();
        if (m_at.letter() == '#' && (m_at.column() > before || before == 0)) {
            m_comments.append({0, m_at.rest().sliced(1)});
            m_at.move(m_at.rest().size());
        }
        if (m_at.letter() != '\n')
            return {};
        m_at.nextLine();
        if (m_at.atEnd() || m_at.isAnyMarker())
            return m_scalars.bad(Words::tr("a bracket is not closed."));
    }
}

base::Result<Node> YamlFlow::collection()
{
    if (++m_depth > greatestDepth)
        return m_scalars.bad(Words::tr("it is nested too deeply."));
    const bool isMap = m_at.letter() == '{';
    const char closing = isMap ? '}' : ']';
    Node result = isMap ? Node::map() : Node::list();
    QSet<QByteArray> seen;
    m_at.move(1);
    for (bool first = true;; first = false) {
        TRY_VOID(skip());
        if (!first && m_at.letter() == ',') {
            m_at.move(1);
            TRY_VOID(skip());
        } else if (!first && m_at.letter() != closing) {
            return m_scalars.bad(Words::tr("a comma is missing."));
        }
        if (m_at.letter() == closing)
            break;
        Entry entry;
        if (isMap) {
            TRY(entry, pair(seen));
        } else {
            TRY(entry.node, value());
            TRY_VOID(skip());
            if (m_at.letter() == ':')
                return m_scalars.refused(Words::tr("a pair in a list"));
        }
        result.entries.push_back(std::move(entry));
    }
    m_at.move(1);
    --m_depth;
    return result;
}

base::Result<Entry> YamlFlow::pair(QSet<QByteArray> &seen)
{
    if (QByteArrayView("[]{},&*!|>%@`").contains(m_at.letter()))
        return m_scalars.refused(Words::tr("a complex key"));
    const bool isQuoted = m_at.letter() == '"' || m_at.letter() == '\'';
    TRY(Entry entry, m_scalars.key(seen, true));
    TRY_VOID(skip());
    if (m_at.letter() != ':')
        return entry; // {a, b}: keys without values
    if (!isQuoted && entry.key.isEmpty())
        return m_scalars.bad(Words::tr("a key is missing."));
    m_at.move(1);
    TRY_VOID(skip());
    if (m_at.letter() != ',' && m_at.letter() != '}') {
        TRY(entry.node, value());
    }
    return entry;
}

base::Result<Node> YamlFlow::value()
{
    const char first = m_at.letter();
    if (first == '[' || first == '{')
        return collection();
    if (first == '&' || first == '*' || first == '!')
        return m_scalars.refused(Words::tr("an anchor, alias or tag"));
    if (QByteArrayView(",]}|>%@`").contains(first))
        return m_scalars.bad(Words::tr("a value cannot begin with this sign."));
    if (first == '"' || first == '\'') {
        TRY(base::Secret text, m_scalars.quoted());
        return Node(Kind::Text, std::move(text));
    }
    if ((first == '-' || first == '?') && YamlScalars::endsWord(m_at.letter(1)))
        return m_scalars.bad(Words::tr("a value cannot begin with this sign."));
    TRY(const base::Secret text, m_scalars.plain(-1, true));
    if (text.isEmpty())
        return m_scalars.bad(Words::tr("a value is missing."));
    return plainScalar(text.expose());
}

} // namespace references
