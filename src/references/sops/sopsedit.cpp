// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/json.h"
#include "references/sops/sopsfile.h"
#include "references/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace references {

namespace {

tl::unexpected<base::Error> noSuchPlace()
{
    return base::fail(base::ErrorCode::NotFound, Words::tr("The file has no value at that path."));
}

//! The value at one step below; null when there is none.
Node *below(Node &node, const TreeStep &step)
{
    if (step.index < 0)
        return node.find(step.key);
    if (!node.isList())
        return nullptr;
    int index = 0;
    for (Entry &entry : node.entries) {
        if (!entry.isComment && index++ == step.index)
            return &entry.node;
    }
    return nullptr;
}

} // namespace

base::Result<TreePath> parseTreePath(const QString &text)
{
    const auto malformed = [&text] {
        return base::fail(base::ErrorCode::InvalidInput,
                          Words::tr("‘%1’ is not a path into a file.").arg(text.left(200)),
                          Words::tr("Write it as [\"database\"][\"users\"][0]."));
    };
    // Each step is a JSON list of one.
    TreePath path;
    QByteArray rest = text.trimmed().toUtf8();
    while (!rest.isEmpty()) {
        qsizetype end = 0;
        bool isQuoted = false;
        for (; end < rest.size() && (isQuoted || rest[end] != ']'); ++end) {
            if (rest[end] == '\\' && isQuoted)
                ++end;
            else if (rest[end] == '"')
                isQuoted = !isQuoted;
        }
        if (end >= rest.size())
            return malformed();
        const auto step = readJson(rest.first(end + 1));
        rest = rest.sliced(end + 1);
        if (!step || !step->isList() || step->size() != 1)
            return malformed();
        const Node &only = step->entries.front().node;
        bool isNumber = false;
        const int index = only.view().toByteArray().toInt(&isNumber);
        if (only.kind == Kind::Text)
            path.append({only.view().toByteArray(), -1});
        else if (only.kind == Kind::Integer && isNumber && index >= 0)
            path.append({{}, index});
        else
            return malformed();
    }
    if (path.isEmpty())
        return malformed();
    return path;
}

base::Result<> SopsFile::set(const TreePath &path, Node value, KeyOrder order)
{
    if (path.isEmpty() || m_documents.empty())
        return noSuchPlace();
    Node *place = &m_documents.front();
    for (qsizetype i = 0; i < path.size(); ++i) {
        const TreeStep &step = path[i];
        if (step.index < 0 && !place->isMap())
            *place = Node::map();
        if (step.index >= 0 && !place->isList())
            *place = Node::list();
        Node *next = below(*place, step);
        if (next == nullptr) {
            if (step.index > place->size())
                return noSuchPlace();
            auto at = place->entries.end();
            if (order == KeyOrder::Sorted && step.index < 0)
                at = std::find_if(place->entries.begin(), at, [&step](const Entry &entry) {
                    return !entry.isComment && entry.key > step.key;
                });
            next = &place->entries.insert(at, Entry(step.key, Node()))->node;
        }
        place = next;
    }
    if (*place == value)
        return {};
    *place = std::move(value);
    m_isChanged = true;
    return {};
}

base::Result<> SopsFile::remove(const TreePath &path)
{
    if (path.isEmpty() || m_documents.empty())
        return noSuchPlace();
    Node *parent = &m_documents.front();
    for (const TreeStep &step : path.first(path.size() - 1)) {
        parent = below(*parent, step);
        if (parent == nullptr)
            return noSuchPlace();
    }
    const Node *const gone = below(*parent, path.constLast());
    const auto found = std::find_if(parent->entries.begin(),
                                    parent->entries.end(),
                                    [gone](const Entry &entry) { return &entry.node == gone; });
    if (gone == nullptr || found == parent->entries.end())
        return noSuchPlace();
    parent->entries.erase(found);
    m_isChanged = true;
    return {};
}

} // namespace references
