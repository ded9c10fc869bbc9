// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/tomledits.h"

#include <algorithm>

// The half of Draft that finds things, wherever a person has written them.

namespace base::tomlscan {

namespace {

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

} // namespace base::tomlscan
