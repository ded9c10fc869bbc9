// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/node.h"

#include <QCoreApplication>

#include <algorithm>

namespace references {

Node::Node(Kind nodeKind, base::Secret nodeText)
    : kind(nodeKind)
    , value(std::move(nodeText))
{}

Node Node::text(QByteArrayView value)
{
    return Node(Kind::Text, base::Secret(value));
}

Node Node::integer(qint64 value)
{
    return Node(Kind::Integer, base::Secret(QByteArray::number(value)));
}

Node Node::boolean(bool value)
{
    return Node(Kind::Boolean, base::Secret(QByteArrayView(value ? "True" : "False")));
}

Node Node::map()
{
    return Node(Kind::Map, base::Secret());
}

Node Node::list()
{
    return Node(Kind::List, base::Secret());
}

const Node *Node::find(QByteArrayView key) const
{
    if (!isMap())
        return nullptr;
    for (const Entry &entry : entries) {
        if (!entry.isComment && entry.key == key)
            return &entry.node;
    }
    return nullptr;
}

Node *Node::find(QByteArrayView key)
{
    return const_cast<Node *>(std::as_const(*this).find(key));
}

void Node::set(QByteArrayView key, Node node)
{
    if (Node *const found = find(key))
        *found = std::move(node);
    else
        entries.emplace_back(key.toByteArray(), std::move(node));
}

bool Node::remove(QByteArrayView key)
{
    return std::erase_if(entries,
                         [key](const Entry &entry) { return !entry.isComment && entry.key == key; })
           > 0;
}

void Node::addComment(QByteArrayView comment)
{
    entries.emplace_back(QByteArray(), text(comment)).isComment = true;
}

void Node::append(Node node)
{
    entries.emplace_back(QByteArray(), std::move(node));
}

qsizetype Node::size() const
{
    return std::count_if(
        entries.begin(), entries.end(), [](const Entry &entry) { return !entry.isComment; });
}

Node Node::clone() const
{
    Node copy(kind, value.clone());
    copy.entries.reserve(entries.size());
    for (const Entry &entry : entries)
        copy.entries.push_back(entry.clone());
    return copy;
}

Entry::Entry(QByteArray entryKey, Node entryNode)
    : key(std::move(entryKey))
    , node(std::move(entryNode))
{}

Entry Entry::clone() const
{
    Entry copy(key, node.clone());
    copy.isComment = isComment;
    copy.keyKind = keyKind;
    return copy;
}

bool operator==(const Node &a, const Node &b)
{
    return a.kind == b.kind && a.view() == b.view()
           && std::equal(a.entries.begin(),
                         a.entries.end(),
                         b.entries.begin(),
                         b.entries.end(),
                         [](const Entry &x, const Entry &y) {
                             return x.isComment == y.isComment && x.keyKind == y.keyKind
                                    && x.key == y.key && x.node == y.node;
                         });
}

Documents clone(const Documents &documents)
{
    Documents copies;
    for (const Node &document : documents)
        copies.push_back(document.clone());
    return copies;
}

tl::unexpected<base::Error> badDocument(const QString &format, qsizetype line, const QString &why)
{
    return base::fail(
        base::ErrorCode::InvalidInput,
        QCoreApplication::translate("references", "This %1 cannot be read, line %2: %3")
            .arg(format)
            .arg(line)
            .arg(why));
}

} // namespace references
