// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/sops/metadata.h"

#include "references/documents/scalars.h"
#include "references/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace references {

namespace {

base::Result<QList<WrappedKey>> keysOf(const Node &metadata,
                                       QByteArrayView kind,
                                       QByteArrayView recipient)
{
    QList<WrappedKey> keys;
    const Node *const list = metadata.find(kind);
    if (list == nullptr || list->kind == Kind::Null)
        return keys;
    for (const Entry &entry : list->entries) {
        if (entry.isComment)
            continue;
        const Node *const name = entry.node.find(recipient);
        const Node *const closed = entry.node.find("enc");
        if (!list->isList() || name == nullptr || closed == nullptr || !name->isScalar()
            || !closed->isScalar())
            return base::fail(
                base::ErrorCode::Corrupt,
                Words::tr("The file’s list of %1 keys is damaged.").arg(QString::fromLatin1(kind)));
        keys.append({QString::fromUtf8(name->view()), closed->view().toByteArray()});
    }
    return keys;
}

Node keyList(const QList<WrappedKey> &keys, QByteArrayView recipient, const QByteArray &created)
{
    Node list = Node::list();
    for (const WrappedKey &key : keys) {
        Node one = Node::map();
        if (!created.isEmpty())
            one.set("created_at", Node::text(created));
        if (recipient == QByteArrayView("recipient"))
            one.set(recipient, Node::text(key.recipient.toUtf8()));
        one.set("enc", Node::text(key.closed));
        if (recipient != QByteArrayView("recipient"))
            one.set(recipient, Node::text(key.recipient.toUtf8()));
        list.append(std::move(one));
    }
    return list;
}

} // namespace

base::Result<SopsMetadata> SopsMetadata::read(const Node &node)
{
    if (!node.isMap())
        return base::fail(base::ErrorCode::Corrupt, Words::tr("The file’s SOPS part is damaged."));
    SopsMetadata metadata;
    metadata.m_node = node.clone();
    TRY(metadata.m_rule, EncryptionRule::read(node));
    TRY_VOID(metadata.readKeys());
    const Node *const groups = node.find("key_groups");
    if (groups != nullptr && groups->size() > 0)
        return base::fail(base::ErrorCode::Unsupported,
                          Words::tr("The file’s key is divided among several groups of keys, which "
                                    "Latchkey does not read."),
                          Words::tr("Use the program sops for this file."));
    return metadata;
}

SopsMetadata SopsMetadata::make(const EncryptionRule &rule)
{
    SopsMetadata metadata;
    metadata.m_rule = rule;
    metadata.m_node.set("age", Node::list());
    metadata.m_node.set("lastmodified", Node::text(""));
    metadata.m_node.set("mac", Node::text(""));
    metadata.m_node.set(EncryptionRule::keyOf(rule.kind), Node::text(rule.pattern.toUtf8()));
    if (rule.macOnlyEncrypted)
        metadata.m_node.set("mac_only_encrypted", Node::boolean(true));
    // The version whose rules this follows: readers of old files look at it.
    metadata.m_node.set("version", Node::text("3.9.2"));
    return metadata;
}

base::Result<> SopsMetadata::readKeys()
{
    TRY(m_ageKeys, keysOf(m_node, "age", "recipient"));
    TRY(m_pgpKeys, keysOf(m_node, "pgp", "fp"));
    m_services.clear();
    for (const char *service : {"kms", "gcp_kms", "hckms", "azure_kv", "hc_vault"}) {
        const Node *const list = m_node.find(service);
        if (list != nullptr && list->size() > 0)
            m_services.append(QString::fromLatin1(service));
    }
    return {};
}

SopsMetadata SopsMetadata::clone() const
{
    SopsMetadata copy;
    copy.m_node = m_node.clone();
    copy.m_rule = m_rule;
    copy.m_ageKeys = m_ageKeys;
    copy.m_pgpKeys = m_pgpKeys;
    copy.m_services = m_services;
    return copy;
}

QByteArray SopsMetadata::lastModified() const
{
    const Node *const node = m_node.find("lastmodified");
    if (node == nullptr)
        return {};
    QByteArray time = canonicalTime(node->view()).value_or(QByteArray());
    const qsizetype point = time.indexOf('.');
    if (point > 0) {
        qsizetype end = point + 1;
        while (end < time.size() && time[end] >= '0' && time[end] <= '9')
            ++end;
        time.remove(point, end - point);
    }
    return time;
}

QByteArrayView SopsMetadata::mac() const
{
    const Node *const node = m_node.find("mac");
    return node == nullptr ? QByteArrayView() : node->view();
}

QByteArray SopsMetadata::timeText(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")).toLatin1();
}

void SopsMetadata::setKeys(const QList<WrappedKey> &age,
                           const QList<WrappedKey> &pgp,
                           const QDateTime &now)
{
    m_ageKeys = age;
    m_pgpKeys = pgp;
    if (!age.isEmpty() || m_node.find("age") != nullptr)
        m_node.set("age", keyList(age, "recipient", {}));
    if (!pgp.isEmpty() || m_node.find("pgp") != nullptr)
        m_node.set("pgp", keyList(pgp, "fp", timeText(now)));
}

void SopsMetadata::setMac(const QDateTime &now, const QByteArray &mac)
{
    m_node.set("lastmodified", Node::text(timeText(now)));
    m_node.set("mac", Node::text(mac));
}

namespace {

constexpr QByteArrayView mapMark = "__map_";
constexpr QByteArrayView listMark = "__list_";

void flattenInto(Node &flat, const QByteArray &name, const Node &node)
{
    if (node.isScalar()) {
        if (node.kind != Kind::Null)
            flat.set(name,
                     node.kind == Kind::Text ? Node::text(node.view())
                                             : Node::text(yamlSpelling(node)));
        return;
    }
    int index = 0;
    for (const Entry &entry : node.entries) {
        if (entry.isComment)
            continue;
        const QByteArray mark = node.isMap() ? mapMark.toByteArray() + entry.key
                                             : listMark.toByteArray() + QByteArray::number(index++);
        flattenInto(flat, name + mark, entry.node);
    }
}

//! The part before the next mark; \a rest begins with that mark afterwards.
QByteArrayView takePart(QByteArrayView &rest)
{
    qsizetype end = rest.size();
    for (const QByteArrayView mark : {mapMark, listMark}) {
        const qsizetype at = rest.indexOf(mark);
        if (at >= 0)
            end = std::min(end, at);
    }
    const QByteArrayView part = rest.first(end);
    rest = rest.sliced(end);
    return part;
}

} // namespace

Node flattened(const Node &map)
{
    Node flat = Node::map();
    for (const Entry &entry : map.entries) {
        if (!entry.isComment)
            flattenInto(flat, entry.key, entry.node);
    }
    return flat;
}

base::Result<Node> unflattened(const Node &flat)
{
    const auto damaged = [] {
        return base::fail(base::ErrorCode::Corrupt, Words::tr("The file’s SOPS part is damaged."));
    };
    Node root = Node::map();
    for (const Entry &entry : flat.entries) {
        if (entry.isComment)
            continue;
        if (!entry.node.isScalar())
            return damaged();
        QByteArrayView rest = entry.key;
        Node *place = &root;
        QByteArray name = takePart(rest).toByteArray();
        int depth = 0;
        while (true) {
            if (!place->isMap() && place->kind == Kind::Null)
                *place = Node::map();
            if (place->isMap() && place->find(name) == nullptr)
                place->set(name, Node());
            place = place->find(name);
            if (place == nullptr || ++depth > greatestDepth)
                return damaged();
            while (rest.startsWith(listMark)) {
                rest = rest.sliced(listMark.size());
                bool ok = false;
                const int index = takePart(rest).toInt(&ok);
                if (place->kind == Kind::Null)
                    *place = Node::list();
                if (!ok || index < 0 || index > 1000 || !place->isList())
                    return damaged();
                while (place->size() <= index)
                    place->append(Node());
                place = &place->entries[static_cast<std::size_t>(index)].node;
            }
            if (!rest.startsWith(mapMark))
                break;
            rest = rest.sliced(mapMark.size());
            name = takePart(rest).toByteArray();
        }
        if (place->kind != Kind::Null)
            return damaged();
        QByteArray text = entry.node.view().toByteArray();
        text.replace("\\n", "\n");
        *place = Node::text(text);
    }
    return root;
}

} // namespace references
