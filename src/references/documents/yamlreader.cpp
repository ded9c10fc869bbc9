// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/scalars.h"
#include "references/documents/yaml.h"
#include "references/documents/yamlscalars.h"
#include "references/words.h"

#include <QCoreApplication>
#include <QSet>

#include <optional>

namespace references {

namespace {

//! Recursive descent over the lines. Indents are columns; -1 is outside of everything.
class YamlReader
{
public:
    explicit YamlReader(QByteArrayView text)
        : m_at(text)
        , m_scalars(m_at)
    {}

    base::Result<Documents> documents()
    {
        Documents result;
        bool isOpen = true; // the first document needs no marker
        while (true) {
            TRY(const bool found, peek());
            if (!found && !m_at.atEnd() && m_at.isMarker("---") && isOpen && result.empty()
                && !m_hasMarker) {
                m_hasMarker = true;
                TRY_VOID(passMarker());
                continue;
            }
            if (found || m_hasMarker || !m_comments.isEmpty() || result.empty()) {
                Node document;
                if (found) {
                    TRY(document, block(-1, m_at.column()));
                    TRY(const bool more, peek());
                    if (more)
                        return m_scalars.bad(Words::tr("this line stands at a place of its own."));
                }
                finish(document);
                result.push_back(std::move(document));
            }
            m_hasMarker = false;
            isOpen = false;
            if (m_at.atEnd())
                return result;
            if (m_at.isMarker("...")) {
                m_at.move(3);
                TRY_VOID(endLine(-1));
                if (!m_at.atEnd())
                    m_at.nextLine();
                TRY(const bool bare, peek());
                if (bare)
                    return m_scalars.bad(Words::tr("a document begins with three hyphens."));
                if (m_at.atEnd())
                    return result;
                continue;
            }
            m_hasMarker = true;
            TRY_VOID(passMarker());
        }
    }

private:
    base::Result<> passMarker()
    {
        m_at.move(3);
        m_at.skipSpaces();
        if (m_at.letter() != '\n' && m_at.letter() != '#')
            return m_scalars.bad(Words::tr("nothing may stand behind three hyphens."));
        if (m_at.letter() == '#')
            m_comments.append({0, m_at.rest().sliced(1)});
        m_at.move(m_at.rest().size());
        return {};
    }

    //! Comments that no collection has taken.
    void finish(Node &document)
    {
        if (document.kind == Kind::Null && !m_comments.isEmpty())
            document = Node::map();
        if (!document.isScalar())
            give(document, m_comments.size());
        m_comments.clear();
    }

    void give(Node &collection, qsizetype count)
    {
        for (qsizetype i = 0; i < count; ++i)
            collection.addComment(m_comments[i].text);
        m_comments.remove(0, count);
    }

    //! Goes to the next text, over blank lines and comments. False at a document's end.
    base::Result<bool> peek()
    {
        while (!m_at.atEnd()) {
            if (m_at.column() == 0) {
                if (m_at.isAnyMarker())
                    return false;
                if (m_at.letter() == '%')
                    return m_scalars.refused(Words::tr("directives"));
            }
            const qsizetype before = m_at.column();
            while (m_at.letter() == ' ')
                m_at.move(1);
            if (m_at.letter() == '\t') {
                YamlCursor ahead = m_at;
                ahead.skipSpaces();
                if (ahead.letter() != '\n' && ahead.letter() != '#' && before == 0)
                    return m_scalars.bad(Words::tr("a tab indents this line; YAML wants spaces."));
                m_at.skipSpaces();
            }
            if (m_at.letter() == '#') {
                if (before > 0 && m_at.column() == before)
                    return m_scalars.bad(Words::tr("a space is missing before a comment."));
                m_comments.append({m_at.column(), m_at.rest().sliced(1)});
            } else if (m_at.letter() != '\n') {
                return true;
            }
            m_at.nextLine();
        }
        return false;
    }

    //! Behind a value only a comment may stand; it goes before the entry, as sops puts it.
    base::Result<> endLine(qsizetype column)
    {
        const qsizetype before = m_at.column();
        m_at.skipSpaces();
        if (m_at.letter() == '\n')
            return {};
        if (m_at.letter() == '#' && m_at.column() > before) {
            m_lineComments.append({column, m_at.rest().sliced(1)});
            m_at.move(m_at.rest().size());
            return {};
        }
        return m_scalars.bad(Words::tr("there is something behind a value."));
    }

    bool isItem() const { return m_at.letter() == '-' && YamlScalars::endsWord(m_at.letter(1)); }

    //! Go writes keys of several lines as `? |` with the value behind a colon of its own.
    bool isLongKey() const { return m_at.letter() == '?' && YamlScalars::endsWord(m_at.letter(1)); }

    //! Whether a key begins here, all on this line.
    bool isKey() const
    {
        if (isLongKey())
            return true;
        YamlCursor ahead = m_at;
        if (ahead.letter() == '"' || ahead.letter() == '\'') {
            YamlScalars scalars(ahead);
            const qsizetype line = ahead.line();
            if (!scalars.quoted() || ahead.line() != line)
                return false;
            ahead.skipSpaces();
        } else {
            if (QByteArrayView("[]{},#&*!|>%@`").contains(ahead.letter()))
                return false;
            ahead.move(m_scalars.plainLength(ahead.rest(), false));
            while (ahead.letter() == ' ' || ahead.letter() == '\t')
                ahead.move(1);
        }
        return ahead.letter() == ':' && YamlScalars::endsWord(ahead.letter(1));
    }

    //! The value that begins here, whose parent stands at \a parent.
    base::Result<Node> block(qsizetype parent, qsizetype column)
    {
        if (++m_depth > greatestDepth)
            return m_scalars.bad(Words::tr("it is nested too deeply."));
        base::Result<Node> result = isItem()  ? list(column, column)
                                    : isKey() ? map(column)
                                              : inlineValue(parent);
        --m_depth;
        return result;
    }

    //! A value that begins on this line and is no block collection.
    base::Result<Node> inlineValue(qsizetype parent)
    {
        std::optional<Kind> tag;
        if (m_at.letter() == '!') {
            TRY(tag, scalarTag());
        }
        switch (m_at.letter()) {
        case '&':
            return m_scalars.refused(Words::tr("an anchor"));
        case '*':
            return m_scalars.refused(Words::tr("an alias"));
        case '!':
            return m_scalars.refused(Words::tr("a tag"));
        case '?':
            if (YamlScalars::endsWord(m_at.letter(1)))
                return m_scalars.refused(Words::tr("a complex key"));
            break;
        case '%':
        case '@':
        case '`':
        case ',':
        case ']':
        case '}':
            return m_scalars.bad(Words::tr("a value cannot begin with this sign."));
        default:
            break;
        }
        Node node;
        if (m_at.letter() == '|' || m_at.letter() == '>') {
            TRY(base::Secret text, m_scalars.block(parent, m_lineComments));
            node = Node(Kind::Text, std::move(text));
            return tagged(std::move(node), tag);
        }
        if (m_at.letter() == '[' || m_at.letter() == '{') {
            YamlFlow flow(m_at, m_scalars, m_lineComments, m_depth);
            TRY(node, flow.collection());
        } else if (m_at.letter() == '"' || m_at.letter() == '\'') {
            TRY(base::Secret text, m_scalars.quoted());
            node = Node(Kind::Text, std::move(text));
        } else {
            TRY(const base::Secret text, m_scalars.plain(parent, false));
            node = tag == Kind::Text ? Node::text(text.expose()) : plainScalar(text.expose());
        }
        TRY_VOID(endLine(parent));
        return tagged(std::move(node), tag);
    }

    //! !!str and its like, which sops writes before a float that looks like an integer.
    base::Result<std::optional<Kind>> scalarTag()
    {
        static constexpr std::pair<QByteArrayView, Kind> known[] = {{"!!str", Kind::Text},
                                                                    {"!!int", Kind::Integer},
                                                                    {"!!float", Kind::Float},
                                                                    {"!!bool", Kind::Boolean}};
        for (const auto &[name, kind] : known) {
            if (m_at.rest().startsWith(name) && m_at.letter(name.size()) == ' ') {
                m_at.move(name.size());
                m_at.skipSpaces();
                if (m_at.letter() == '[' || m_at.letter() == '{' || m_at.letter() == '\n')
                    break;
                return kind;
            }
        }
        return m_scalars.refused(Words::tr("a tag"));
    }

    base::Result<Node> tagged(Node node, std::optional<Kind> tag)
    {
        if (!tag || node.kind == *tag)
            return node;
        if (*tag == Kind::Float && node.kind == Kind::Integer) {
            if (const auto number = canonicalFloat(node.view()))
                return Node(Kind::Float, base::Secret(*number));
        }
        return m_scalars.bad(Words::tr("a value is not what its tag says."));
    }

    base::Result<Node> map(qsizetype column)
    {
        Node result = Node::map();
        QSet<QByteArray> seen;
        while (true) {
            TRY(const bool found, peek());
            if (!found || m_at.column() < column)
                break;
            if (m_at.column() > column)
                return m_scalars.bad(Words::tr("this line stands too far right."));
            if (isItem())
                break;
            if (!isKey()) {
                if (QByteArrayView("&*!?").contains(m_at.letter())) {
                    TRY_VOID(inlineValue(column));
                }
                return m_scalars.bad(Words::tr("a key and a colon are missing."));
            }
            give(result, m_comments.size());
            Entry entry;
            if (isLongKey()) {
                TRY(entry, longKey(column, seen));
                TRY(entry.node, entryValue(column, false));
            } else {
                TRY(entry, m_scalars.key(seen, false));
                m_at.skipSpaces();
                m_at.move(1); // the colon
                TRY(entry.node, entryValue(column, true));
            }
            takeLineComments(result);
            result.entries.push_back(std::move(entry));
        }
        giveTrailing(result, column);
        return result;
    }

    //! A scalar behind a question mark, up to the colon on a line below.
    base::Result<Entry> longKey(qsizetype column, QSet<QByteArray> &seen)
    {
        Entry entry;
        m_at.move(1);
        m_at.skipSpaces();
        const char first = m_at.letter();
        if (first == '\n' || QByteArrayView("[{&*!#?").contains(first) || isItem() || isKey())
            return m_scalars.refused(Words::tr("a complex key"));
        if (first == '|' || first == '>') {
            TRY(const base::Secret text, m_scalars.block(column, m_lineComments));
            entry.key = text.expose().toByteArray();
        } else if (first == '"' || first == '\'') {
            TRY(const base::Secret text, m_scalars.quoted());
            entry.key = text.expose().toByteArray();
            TRY_VOID(endLine(column));
        } else {
            TRY(const base::Secret text, m_scalars.plain(column, false));
            entry.key = text.expose().toByteArray();
            entry.keyKind = plainScalar(text.expose()).kind;
            TRY_VOID(endLine(column));
        }
        TRY(const bool found, peek());
        if (!found || m_at.column() != column || m_at.letter() != ':'
            || !YamlScalars::endsWord(m_at.letter(1)))
            return m_scalars.refused(Words::tr("a key without a value"));
        if (seen.contains(entry.key))
            return m_scalars.bad(Words::tr("the key ‘%1’ is there twice.")
                                     .arg(QString::fromUtf8(entry.key.left(80))));
        seen.insert(entry.key);
        m_at.move(1);
        return entry;
    }

    //! What stands behind `key:` or `-`, on its line or on the following ones.
    base::Result<Node> entryValue(qsizetype column, bool inMap)
    {
        YamlCursor ahead = m_at;
        ahead.skipSpaces();
        const bool isComment = ahead.letter() == '#' && ahead.column() > m_at.column();
        if (ahead.letter() != '\n' && !isComment) {
            m_at = ahead;
            if (inMap || (!isItem() && !isKey()))
                return inlineValue(column);
            return block(column, m_at.column());
        }
        TRY_VOID(endLine(column));
        TRY(const bool found, peek());
        if (found && m_at.column() > column)
            return block(column, m_at.column());
        // A list may stand at the column of its key.
        if (found && inMap && m_at.column() == column && isItem())
            return list(column, column + 1);
        return Node();
    }

    //! \a commentColumn: comments behind the last item belong to the list from this column on.
    base::Result<Node> list(qsizetype column, qsizetype commentColumn)
    {
        if (++m_depth > greatestDepth)
            return m_scalars.bad(Words::tr("it is nested too deeply."));
        Node result = Node::list();
        while (true) {
            TRY(const bool found, peek());
            if (!found || m_at.column() < column || (m_at.column() == column && !isItem()))
                break;
            if (m_at.column() > column)
                return m_scalars.bad(Words::tr("this line stands too far right."));
            give(result, m_comments.size());
            m_at.move(1); // the hyphen
            TRY(Node node, entryValue(column, false));
            takeLineComments(result);
            result.append(std::move(node));
        }
        giveTrailing(result, commentColumn);
        --m_depth;
        return result;
    }

    //! A comment on the line of a scalar goes before its entry.
    void takeLineComments(Node &collection)
    {
        for (const PendingComment &comment : std::as_const(m_lineComments))
            collection.addComment(comment.text);
        m_lineComments.clear();
    }

    void giveTrailing(Node &collection, qsizetype column)
    {
        qsizetype count = 0;
        while (count < m_comments.size() && m_comments[count].column >= column)
            ++count;
        // At the end of everything the outermost takes what is left (see finish()).
        give(collection, count);
    }

    YamlCursor m_at;
    YamlScalars m_scalars;
    QList<PendingComment> m_comments;
    QList<PendingComment> m_lineComments;
    int m_depth = 0;
    bool m_hasMarker = false;
};

} // namespace

base::Result<Documents> readYaml(QByteArrayView text)
{
    if (text.size() > greatestDocument)
        return badDocument(QStringLiteral("YAML"), 1, Words::tr("it is larger than 8 MB."));
    if (text.startsWith("\xEF\xBB\xBF"))
        text = text.sliced(3);
    if (!YamlCursor::isReadable(text))
        return badDocument(QStringLiteral("YAML"), 1, Words::tr("it is not UTF-8 text."));
    return YamlReader(text).documents();
}

} // namespace references
