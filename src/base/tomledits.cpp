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

//! Whether \a entry and \a path agree as far as both go.
bool agree(const Entry &entry, const Path &path)
{
    for (qsizetype i = 0; i < std::min(entry.key.size(), path.size()); ++i) {
        const bool isLast = i == entry.key.size() - 1;
        if (entry.key[i] != path[i].name || (!isLast && path[i].index >= 0))
            return false;
    }
    return true;
}

//! The entry's key as a path that begins at its section's.
Path pathOf(const Section &section, const Entry &entry)
{
    Path path = section.path;
    for (const QString &name : entry.key)
        path.append(Step{name});
    return path;
}

//! The node that \a step selects of an entry's value: the value itself or a list's item.
const Node *selected(const Node &value, const Step &step)
{
    if (step.index < 0)
        return &value;
    const bool isThere =
        value.kind == Node::Kind::List && step.index < static_cast<qsizetype>(value.items.size());
    return isThere ? &value.items[static_cast<std::size_t>(step.index)] : nullptr;
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

bool Draft::isAmbiguous(const Path &path) const
{
    for (qsizetype length = 1; length <= path.size(); ++length) {
        if (path[length - 1].index < 0 && blocks(path.first(length)) > 0)
            return true;
    }
    return false;
}

qsizetype Draft::blocks(const Path &array) const
{
    const auto isBlock = [&array](const Section &section) {
        if (!section.isBlock || section.path.size() != array.size())
            return false;
        Path path = section.path;
        path.back().index = -1;
        return path == array;
    };
    const auto count = std::count_if(m_sections.cbegin(), m_sections.cend(), isBlock);
    if (count > 0)
        return count;
    const Node *list = nodeAt(array);
    const bool holdsTables =
        list && list->kind == Node::Kind::List
        && std::all_of(list->items.cbegin(), list->items.cend(), [](const Node &item) {
               return item.kind == Node::Kind::Table;
           });
    return holdsTables ? static_cast<qsizetype>(list->items.size()) : 0;
}

bool Draft::holds(const std::optional<Found> &found, const QString &text) const
{
    if (!found)
        return false;
    const Node &value = found->entry->value;
    return stringOf(QByteArrayView(m_text).sliced(value.begin, value.end - value.begin)) == text;
}

qsizetype Draft::findBlock(const Path &array, const QList<std::pair<Path, QString>> &texts) const
{
    // Straight through the sections: find() looks at all of them, for each of ten thousand blocks.
    Path block = array;
    for (const Section &section : m_sections) {
        if (!section.isBlock || section.path.size() != array.size())
            continue;
        block.back().index = section.path.back().index;
        const bool matches =
            section.path == block
            && std::all_of(texts.cbegin(), texts.cend(), [&](const auto &pair) {
                   auto found = findIn(section, nullptr, pair.first);
                   return holds(found ? found : find(block + pair.first), pair.second);
               });
        if (matches)
            return block.back().index;
    }
    block.back().index = -1;
    const Node *list = nodeAt(block);
    const std::size_t items = list && list->kind == Node::Kind::List ? list->items.size() : 0;
    for (std::size_t i = 0; i < items; ++i) {
        const Node &item = list->items[i];
        if (std::all_of(texts.cbegin(), texts.cend(), [&](const auto &pair) {
                return holds(findIn(m_sections.front(), &item, pair.first), pair.second);
            }))
            return static_cast<qsizetype>(i);
    }
    return -1;
}

std::optional<Draft::Found> Draft::find(const Path &path, Match match) const
{
    for (const Section &section : m_sections) {
        if (!startsWith(path, section.path) || path.size() == section.path.size())
            continue;
        if (auto found = findIn(section, nullptr, path.sliced(section.path.size()), match))
            return found;
    }
    return {};
}

std::optional<Draft::Found> Draft::findIn(const Section &section,
                                          const Node *table,
                                          const Path &path,
                                          Match match) const
{
    const std::vector<Entry> &entries = table ? table->entries : section.entries;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry &entry = entries[i];
        if (!agree(entry, path))
            continue;
        if (entry.key.size() >= path.size()) {
            const bool isExact = entry.key.size() == path.size();
            if ((isExact || match == Match::Below) && path.back().index < 0)
                return Found{&section, table, i, &entry};
            continue;
        }
        const Node *inner = selected(entry.value, path[entry.key.size() - 1]);
        if (!inner || inner->kind != Node::Kind::Table)
            continue;
        if (auto found = findIn(section, inner, path.sliced(entry.key.size()), match))
            return found;
    }
    return {};
}

const Node *Draft::nodeAt(const Path &path) const
{
    Path plain = path;
    const Step last = plain.back();
    plain.back().index = -1;
    const auto found = find(plain);
    return found ? selected(found->entry->value, last) : nullptr;
}

const Section *Draft::sectionAt(const Path &path) const
{
    const auto found =
        std::find_if(m_sections.cbegin(), m_sections.cend(), [&path](const Section &section) {
            return section.path == path;
        });
    return found == m_sections.cend() ? nullptr : &*found;
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
