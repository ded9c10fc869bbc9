// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/tomledits.h"

#include <algorithm>

// The half of Draft that takes things out: what goes with a key, a table or a block, and what
// stays.

namespace base::tomlscan {

namespace {

bool isBlank(QByteArrayView line)
{
    return line.trimmed().isEmpty();
}

bool isComment(QByteArrayView line)
{
    return line.trimmed().startsWith('#');
}

} // namespace

void Draft::remove(const Path &path)
{
    while (removeOne(path)) {}
}

bool Draft::removeOne(const Path &path)
{
    const Step &last = path.back();
    if (last.index < 0) {
        if (const auto found = find(path)) {
            removeEntry(*found);
            return true;
        }
    } else {
        Path listPath = path;
        listPath.back().index = -1;
        if (const Node *list = nodeAt(listPath); list && list->kind == Node::Kind::List) {
            removeItem(*list, static_cast<std::size_t>(last.index));
            return false; // the next item has this one's index now
        }
    }
    // From the end, so that the paths of what stays to be removed do not change.
    bool removed = false;
    for (std::size_t i = m_sections.size(); i-- > 1;) {
        Path whole = m_sections[i].path;
        if (last.index < 0 && whole.size() >= path.size())
            whole[path.size() - 1].index = -1; // all blocks of a list
        if (startsWith(whole, path)) {
            removeSection(i);
            removed = true;
        }
    }
    if (removed)
        return last.index < 0; // the next block has this one's index now
    if (const auto found = find(path, Match::Below)) {
        removeEntry(*found);
        return true;
    }
    return false;
}

void Draft::removeEntry(const Found &found)
{
    if (!found.table) {
        cut(found.entry->lineBegin, found.entry->lineEnd);
        return;
    }
    const std::vector<Entry> &entries = found.table->entries;
    if (entries.size() == 1)
        splice(found.table->begin, found.table->end, "{}");
    else if (found.index > 0)
        cut(entries[found.index - 1].value.end, found.entry->value.end);
    else
        cut(found.entry->begin, entries[1].begin);
}

void Draft::removeItem(const Node &list, std::size_t index)
{
    qsizetype begin = list.items[index].begin;
    qsizetype end = list.items[index].end;
    const auto skipBlanks = [this](qsizetype at) {
        while (at < m_text.size() && (m_text[at] == ' ' || m_text[at] == '\t'))
            ++at;
        return at;
    };
    const auto skipGap = [this](qsizetype at) {
        while (at < m_text.size() && QByteArrayView(" \t\r\n#").contains(m_text[at]))
            at = m_text[at] == '#' ? m_text.indexOf('\n', at) : at + 1;
        return at;
    };
    const auto lineBegin = [this](qsizetype at) { return m_text.lastIndexOf('\n', at - 1) + 1; };
    const bool ownLine =
        isBlank(QByteArrayView(m_text).sliced(lineBegin(begin), begin - lineBegin(begin)));
    const qsizetype comma = skipGap(end);
    if (m_text[comma] == ',' && comma == skipBlanks(end)) {
        end = skipBlanks(comma + 1);
    } else if (m_text[comma] == ',') {
        // Behind a line break or a comment, which stays.
        cut(comma, comma + 1);
    } else if (!ownLine && index > 0) {
        begin = list.items[index - 1].end; // takes the comma before it along
    }
    if (ownLine && (m_text[end] == '\r' || m_text[end] == '\n')) {
        begin = lineBegin(begin);
        end = m_text.indexOf('\n', end) + 1;
    }
    cut(begin, end);
}

void Draft::removeSection(std::size_t index)
{
    // The comment lines directly above a header belong to it.
    const auto withComments = [this](qsizetype lineBegin) {
        const qsizetype first = m_sections.front().bodyEnd();
        while (lineBegin > first && isComment(lineAt(lineBefore(lineBegin))))
            lineBegin = lineBefore(lineBegin);
        return lineBegin;
    };
    const Section &section = m_sections[index];
    const bool isLast = index + 1 == m_sections.size();
    const qsizetype limit = isLast ? m_text.size() : withComments(m_sections[index + 1].lineBegin);
    qsizetype begin = withComments(section.lineBegin);
    qsizetype end = section.bodyEnd();
    // A comment directly below the last key is about that key; one further down is not.
    while (end < limit && isComment(lineAt(end)))
        end += lineAt(end).size();
    // One of the two gaps around it goes too; at the end of the text both do.
    const qsizetype first = m_sections.front().lineBegin;
    const bool gapAbove = begin == first || isBlank(lineAt(lineBefore(begin)));
    while (gapAbove && end < limit && isBlank(lineAt(end)))
        end += lineAt(end).size();
    if (end == m_text.size()) {
        while (begin > first && isBlank(lineAt(lineBefore(begin))))
            begin = lineBefore(begin);
    }
    cut(begin, end);
}

} // namespace base::tomlscan
