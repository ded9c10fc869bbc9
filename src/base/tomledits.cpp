// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/tomledits.h"

#include "base/toml.h"

#include <algorithm>

namespace base::tomlscan {

namespace {

enum class LineKind { Blank, Comment, Other };

LineKind kindOf(QByteArrayView line)
{
    const QByteArrayView trimmed = line.trimmed();
    if (trimmed.isEmpty())
        return LineKind::Blank;
    return trimmed.front() == '#' ? LineKind::Comment : LineKind::Other;
}

//! The entry's key as a path that begins at its section's.
Path pathOf(const Section &section, const Entry &entry)
{
    Path path = section.path;
    for (const QString &name : entry.key)
        path.append(Step{name});
    return path;
}

} // namespace

QByteArray written(const Path &path)
{
    QByteArrayList parts;
    for (const Step &step : path)
        parts.append(tomlKey(step.name).toUtf8());
    return parts.join('.');
}

Draft::Draft(QByteArray text)
    : m_text(std::move(text))
    , m_sections(sectionsOf(m_text))
{
    const qsizetype lineFeed = m_text.indexOf('\n');
    if (lineFeed > 0 && m_text[lineFeed - 1] == '\r')
        m_lineBreak = "\r\n";
}

void Draft::set(const Path &table, const Path &path, const QByteArray &literal)
{
    if (const auto found = find(path)) {
        splice(found->entry->value.begin, found->entry->value.end, literal);
        return;
    }
    // A table in its own lines gives way to a value.
    remove(path);
    // From the innermost table outwards: where may the key be written?
    for (qsizetype length = path.size() - 1; length > 0; --length) {
        const Path holder = path.first(length);
        const bool mayBeSection = length >= table.size();
        if (mayBeSection || !sectionAt(holder)) {
            if (insertInto(holder, path, literal))
                return;
        }
    }
    if (table.isEmpty())
        insertAtRoot(written(path) + " = " + literal);
    else
        appendSection('[' + written(table) + ']',
                      {written(path.sliced(table.size())) + " = " + literal});
}

bool Draft::insertInto(const Path &holder, const Path &path, const QByteArray &literal)
{
    const auto line = [&](qsizetype from) { return written(path.sliced(from)) + " = " + literal; };
    if (const Section *section = sectionAt(holder)) {
        const qsizetype model =
            section->entries.empty() ? section->lineBegin : section->entries.back().lineBegin;
        insertLine(section->bodyEnd(), model, line(holder.size()));
        return true;
    }
    const Node *node = nodeAt(holder);
    if (node && node->kind == Node::Kind::Table) {
        insertInline(*node, line(holder.size()));
        return true;
    }
    // A table that dotted keys have made can be continued only by dotted keys beside them.
    for (const Section &section : m_sections) {
        for (auto entry = section.entries.crbegin(); entry != section.entries.crend(); ++entry) {
            if (startsWith(pathOf(section, *entry), holder)
                && section.path.size() < holder.size()) {
                insertLine(entry->lineEnd, entry->lineBegin, line(section.path.size()));
                return true;
            }
        }
    }
    return false;
}

void Draft::insertInline(const Node &table, const QByteArray &entry)
{
    if (table.entries.empty())
        splice(table.begin, table.end, "{ " + entry + " }");
    else
        splice(table.entries.back().value.end, table.entries.back().value.end, ", " + entry);
}

void Draft::insertLine(qsizetype at, qsizetype indentedLike, const QByteArray &line)
{
    const QByteArray model = lineAt(indentedLike);
    const auto indent =
        std::find_if(model.cbegin(), model.cend(), [](char c) { return c != ' ' && c != '\t'; });
    QByteArray text = model.first(indent - model.cbegin()) + line + m_lineBreak;
    if (at > 0 && m_text[at - 1] != '\n' && at > m_sections.front().lineBegin)
        text.prepend(m_lineBreak);
    splice(at, at, text);
}

void Draft::insertAtRoot(const QByteArray &line)
{
    const Section &root = m_sections.front();
    if (!root.entries.empty()) {
        insertLine(root.bodyEnd(), root.entries.back().lineBegin, line);
        return;
    }
    // A comment at the top that a blank line ends is about the file; what follows is not ours.
    qsizetype at = root.lineBegin;
    while (at < m_text.size() && kindOf(lineAt(at)) == LineKind::Comment)
        at += lineAt(at).size();
    const bool ended = at == m_text.size() || kindOf(lineAt(at)) == LineKind::Blank;
    if (!ended)
        at = root.lineBegin;
    while (at < m_text.size() && kindOf(lineAt(at)) == LineKind::Blank)
        at += lineAt(at).size();
    const bool apart = at < m_text.size();
    const bool openEnd = at > root.lineBegin && m_text[at - 1] != '\n';
    splice(at,
           at,
           (openEnd ? m_lineBreak : QByteArray()) + line + m_lineBreak
               + (apart ? m_lineBreak : QByteArray()));
}

void Draft::appendSection(const QByteArray &header, const QList<QByteArray> &lines)
{
    const qsizetype begin = m_sections.front().lineBegin;
    QByteArray text;
    if (m_text.size() > begin) {
        if (!m_text.endsWith('\n'))
            text += m_lineBreak;
        if (kindOf(lineAt(lineBefore(m_text.size()))) != LineKind::Blank)
            text += m_lineBreak;
    }
    text += header + m_lineBreak;
    for (const QByteArray &line : lines)
        text += line + m_lineBreak;
    splice(m_text.size(), m_text.size(), text);
}

bool Draft::appendBlock(const Path &array, const QList<std::pair<Path, QByteArray>> &keyLiterals)
{
    QByteArrayList lines;
    for (const auto &[key, literal] : keyLiterals)
        lines.append(written(key) + " = " + literal);
    const Node *list = nodeAt(array);
    if (!list) {
        appendSection("[[" + written(array) + "]]", lines);
        return true;
    }
    if (list->kind != Node::Kind::List || (!list->items.empty() && blocks(array) == 0))
        return false;
    appendItem(*list, lines.isEmpty() ? "{}" : "{ " + lines.join(", ") + " }");
    return true;
}

void Draft::appendItem(const Node &list, const QByteArray &item)
{
    if (list.items.empty()) {
        splice(list.begin + 1, list.begin + 1, item);
        return;
    }
    // As the one before it: on a line of its own, or in the same line.
    const Node &last = list.items.back();
    qsizetype lineBegin = last.begin;
    while (lineBegin > list.begin + 1 && QByteArrayView(" \t").contains(m_text[lineBegin - 1]))
        --lineBegin;
    const bool ownLine = m_text[lineBegin - 1] == '\n';
    const QByteArray gap =
        ownLine ? m_lineBreak + m_text.sliced(lineBegin, last.begin - lineBegin) : QByteArray(" ");
    splice(last.end, last.end, ',' + gap + item);
}

void Draft::splice(qsizetype begin, qsizetype end, const QByteArray &replacement)
{
    m_text.replace(begin, end - begin, replacement);
    m_sections = sectionsOf(m_text);
}

QByteArray Draft::lineAt(qsizetype lineBegin) const
{
    const qsizetype lineFeed = m_text.indexOf('\n', lineBegin);
    return m_text.sliced(lineBegin, (lineFeed < 0 ? m_text.size() : lineFeed + 1) - lineBegin);
}

qsizetype Draft::lineBefore(qsizetype lineBegin) const
{
    return lineBegin < 2 ? 0 : m_text.lastIndexOf('\n', lineBegin - 2) + 1;
}

} // namespace base::tomlscan
