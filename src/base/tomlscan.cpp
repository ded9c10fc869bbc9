// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/tomlscan.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

// The scanner trusts its text: toml++ has accepted it before. So it needs to know only where things
// end, and any surprise (which would be a bug here) ends in a parse error of the edited text.

namespace base::tomlscan {

namespace {

//! The text that \a body, the inside of a basic string, stands for.
QString unescaped(QByteArrayView body, bool multiLine)
{
    QByteArray out;
    out.reserve(body.size());
    for (qsizetype i = 0; i < body.size(); ++i) {
        if (body[i] != '\\' || i + 1 == body.size()) {
            out += body[i];
            continue;
        }
        const char mark = body[++i];
        if (mark == 'u' || mark == 'U') {
            const qsizetype digits = mark == 'u' ? 4 : 8;
            const char32_t code = body.sliced(i + 1)
                                      .first(std::min(digits, body.size() - i - 1))
                                      .toByteArray()
                                      .toUInt(nullptr, 16);
            out += QString::fromUcs4(&code, 1).toUtf8();
            i += digits;
        } else if (multiLine && QByteArrayView(" \t\r\n").contains(mark)) {
            // A backslash at a line's end swallows the break and all space after it.
            while (i + 1 < body.size() && QByteArrayView(" \t\r\n").contains(body[i + 1]))
                ++i;
        } else {
            static constexpr QByteArrayView marks("btnfre");
            static constexpr QByteArrayView meanings("\b\t\n\f\r\x1b");
            const qsizetype at = marks.indexOf(mark);
            out += at < 0 ? mark : meanings[at];
        }
    }
    return QString::fromUtf8(out);
}

class Scanner
{
public:
    explicit Scanner(const QByteArray &text)
        : m_text(text)
    {}

    [[nodiscard]] std::vector<Section> sections();
    [[nodiscard]] std::optional<QList<QString>> names();
    [[nodiscard]] Node value();
    [[nodiscard]] qsizetype position() const { return m_at; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

private:
    [[nodiscard]] char current() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    [[nodiscard]] bool looksAt(QByteArrayView what) const
    {
        return QByteArrayView(m_text).sliced(m_at).startsWith(what);
    }

    void skipBlanks()
    {
        while (current() == ' ' || current() == '\t')
            ++m_at;
    }
    void skipSpaceAndComments();
    void skipLine();
    void skipString();
    [[nodiscard]] std::optional<QString> name();
    [[nodiscard]] Path resolved(const QList<QString> &names, bool isBlock);

    const QByteArray &m_text;
    qsizetype m_at = 0;
    //! How many blocks a list of tables has so far; by its path, spelt out.
    QHash<QString, qsizetype> m_blocks;
};

void Scanner::skipLine()
{
    const qsizetype lineBreak = m_text.indexOf('\n', m_at);
    m_at = lineBreak < 0 ? m_text.size() : lineBreak + 1;
}

void Scanner::skipSpaceAndComments()
{
    while (!atEnd()) {
        if (current() == '#')
            skipLine();
        else if (QByteArrayView(" \t\r\n").contains(current()))
            ++m_at;
        else
            return;
    }
}

void Scanner::skipString()
{
    const char quote = current();
    const QByteArray triple(3, quote);
    const bool multiLine = looksAt(triple);
    m_at += multiLine ? 3 : 1;
    while (!atEnd()) {
        if (quote == '"' && current() == '\\') {
            m_at += 2;
        } else if (multiLine && looksAt(triple)) {
            m_at += 3;
            // Up to two quotes may stand directly before the closing three.
            for (int more = 0; more < 2 && current() == quote; ++more)
                ++m_at;
            return;
        } else if (!multiLine && current() == quote) {
            ++m_at;
            return;
        } else {
            ++m_at;
        }
    }
}

std::optional<QString> Scanner::name()
{
    const qsizetype begin = m_at;
    if (current() == '"' || current() == '\'') {
        skipString();
        if (m_at > m_text.size() || m_text[begin] != m_text[m_at - 1])
            return {};
        return stringOf(QByteArrayView(m_text).sliced(begin, m_at - begin));
    }
    const auto isBare = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || c == '-' || c == '_';
    };
    while (isBare(current()))
        ++m_at;
    if (m_at == begin)
        return {};
    return QString::fromLatin1(m_text.sliced(begin, m_at - begin));
}

std::optional<QList<QString>> Scanner::names()
{
    QList<QString> names;
    while (true) {
        skipBlanks();
        const auto part = name();
        if (!part)
            return {};
        names.append(*part);
        skipBlanks();
        if (current() != '.')
            return names;
        ++m_at;
    }
}

Node Scanner::value()
{
    Node node;
    node.begin = m_at;
    if (current() == '"' || current() == '\'') {
        skipString();
    } else if (current() == '[') {
        node.kind = Node::Kind::List;
        ++m_at;
        for (skipSpaceAndComments(); !atEnd() && current() != ']'; skipSpaceAndComments()) {
            if (current() == ',')
                ++m_at;
            else
                node.items.push_back(value());
        }
        ++m_at;
    } else if (current() == '{') {
        node.kind = Node::Kind::Table;
        ++m_at;
        for (skipSpaceAndComments(); !atEnd() && current() != '}'; skipSpaceAndComments()) {
            if (current() == ',') {
                ++m_at;
                continue;
            }
            Entry entry;
            entry.begin = m_at;
            entry.key = names().value_or(QList<QString>());
            ++m_at; // the equals sign
            skipBlanks();
            entry.value = value();
            node.entries.push_back(std::move(entry));
        }
        ++m_at;
    } else {
        while (!atEnd() && !QByteArrayView(",]}#\r\n").contains(current()))
            ++m_at;
        // A date may have a space inside, so it is the end that is trimmed.
        while (m_at > node.begin && (m_text[m_at - 1] == ' ' || m_text[m_at - 1] == '\t'))
            --m_at;
        // What is no value at all must not stop the scanner.
        if (m_at == node.begin && !atEnd())
            ++m_at;
    }
    m_at = std::min(m_at, m_text.size());
    node.end = m_at;
    return node;
}

Path Scanner::resolved(const QList<QString> &names, bool isBlock)
{
    Path path;
    QString spelt;
    for (qsizetype i = 0; i < names.size(); ++i) {
        spelt += QChar(u'\0') + names[i];
        if (isBlock && i == names.size() - 1)
            ++m_blocks[spelt];
        const qsizetype index = m_blocks.value(spelt) - 1;
        path.append({names[i], index});
        if (index >= 0)
            spelt += QChar(u'\1') + QString::number(index);
    }
    return path;
}

std::vector<Section> Scanner::sections()
{
    std::vector<Section> sections(1);
    if (looksAt("\xEF\xBB\xBF"))
        m_at += 3;
    sections.front().lineBegin = m_at;
    sections.front().lineEnd = m_at;
    while (!atEnd()) {
        const qsizetype lineBegin = m_at;
        skipBlanks();
        if (current() == '[') {
            Section section;
            section.isBlock = looksAt("[[");
            section.lineBegin = lineBegin;
            m_at += section.isBlock ? 2 : 1;
            section.path = resolved(names().value_or(QList<QString>()), section.isBlock);
            skipLine();
            section.lineEnd = m_at;
            sections.push_back(std::move(section));
        } else if (current() == '#' || current() == '\r' || current() == '\n' || atEnd()) {
            skipLine();
        } else {
            Entry entry;
            entry.lineBegin = lineBegin;
            entry.begin = m_at;
            entry.key = names().value_or(QList<QString>());
            ++m_at; // the equals sign
            skipBlanks();
            entry.value = value();
            skipLine();
            entry.lineEnd = m_at;
            sections.back().entries.push_back(std::move(entry));
        }
    }
    return sections;
}

} // namespace

std::vector<Section> sectionsOf(const QByteArray &text)
{
    return Scanner(text).sections();
}

std::optional<QList<QString>> namesOf(const QString &key)
{
    const QByteArray text = key.toUtf8();
    Scanner scanner(text);
    auto names = scanner.names();
    return scanner.atEnd() ? names : std::nullopt;
}

qsizetype valueEnd(const QByteArray &literal)
{
    Scanner scanner(literal);
    return literal.isEmpty() ? -1 : scanner.value().end;
}

std::optional<QString> stringOf(QByteArrayView literal)
{
    if (literal.size() < 2 || (literal[0] != '"' && literal[0] != '\''))
        return {};
    const char quote = literal[0];
    const bool multiLine = literal.size() >= 6 && literal[1] == quote && literal[2] == quote;
    const qsizetype marks = multiLine ? 3 : 1;
    QByteArrayView body = literal.sliced(marks, literal.size() - 2 * marks);
    if (multiLine && body.startsWith("\r\n"))
        body = body.sliced(2);
    else if (multiLine && body.startsWith('\n'))
        body = body.sliced(1);
    return quote == '"' ? unescaped(body, multiLine) : QString::fromUtf8(body);
}

bool startsWith(const Path &path, const Path &prefix)
{
    return path.size() >= prefix.size()
           && std::equal(prefix.cbegin(), prefix.cend(), path.cbegin());
}

} // namespace base::tomlscan
