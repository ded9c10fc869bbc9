// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/sops/sopsfile.h"
#include "references/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace references {

namespace {

bool isEqual(const Node *a, const Node *b)
{
    return a == nullptr || b == nullptr ? a == b : *a == *b;
}

void addKeys(const Node *map, QList<QByteArray> &keys)
{
    if (map == nullptr)
        return;
    for (const Entry &entry : map->entries) {
        if (!entry.isComment && !keys.contains(entry.key))
            keys.append(entry.key);
    }
}

//! Keeps an alphabetical map alphabetical; in any other a new key is the last one.
void insert(Node &map, const QByteArray &key, Node node)
{
    if (Node *const found = map.find(key)) {
        *found = std::move(node);
        return;
    }
    const bool isSorted =
        std::is_sorted(map.entries.begin(), map.entries.end(), [](const Entry &a, const Entry &b) {
            return !a.isComment && !b.isComment && a.key < b.key;
        });
    auto at = map.entries.end();
    if (isSorted)
        at = std::find_if(map.entries.begin(), at, [&key](const Entry &entry) {
            return !entry.isComment && entry.key > key;
        });
    map.entries.insert(at, Entry(key, std::move(node)));
}

//! Puts into \a ours what \a theirs has changed since \a before; collects the paths that both have.
void mergeMaps(Node &ours,
               const Node *before,
               const Node &theirs,
               const QByteArray &path,
               QStringList &conflicts)
{
    QList<QByteArray> keys;
    addKeys(&theirs, keys);
    addKeys(before, keys);
    for (const QByteArray &key : std::as_const(keys)) {
        const Node *const old = before == nullptr ? nullptr : before->find(key);
        const Node *const their = theirs.find(key);
        Node *const our = ours.find(key);
        if (isEqual(old, their) || isEqual(our, their))
            continue;
        if (isEqual(old, our)) {
            if (their == nullptr)
                ours.remove(key);
            else
                insert(ours, key, their->clone());
        } else if (our != nullptr && their != nullptr && our->isMap() && their->isMap()
                   && (old == nullptr || old->isMap())) {
            mergeMaps(*our, old, *their, path + key + '/', conflicts);
        } else {
            conflicts.append(QString::fromUtf8(path + key));
        }
    }
}

} // namespace

base::Result<> SopsFile::merge(const SopsFile &before, const SopsFile &theirs)
{
    if (m_documents.size() != 1 || before.m_documents.size() != 1 || theirs.m_documents.size() != 1)
        return base::fail(base::ErrorCode::Unsupported,
                          Words::tr("Files of several documents are not merged."));
    Documents merged = clone(m_documents);
    QStringList conflicts;
    mergeMaps(
        merged.front(), &before.m_documents.front(), theirs.m_documents.front(), {}, conflicts);
    const bool theyShared = theirs.recipients() != before.recipients();
    if (theyShared && recipients() != before.recipients() && recipients() != theirs.recipients())
        conflicts.append(Words::tr("the recipients"));
    if (theirs.metadata().rule() != metadata().rule())
        conflicts.append(Words::tr("the rule for what is encrypted"));
    if (!conflicts.isEmpty())
        return base::fail(base::ErrorCode::Conflict,
                          Words::tr("Both sides changed %1.")
                              .arg(conflicts.mid(0, 10).join(QStringLiteral(", "))),
                          Words::tr("Decide by hand which one counts."));
    // Whoever changed the recipients has the say over the data key, too.
    if (theyShared && recipients() == before.recipients()) {
        m_metadata = theirs.m_metadata.clone();
        m_dataKey = theirs.m_dataKey.clone();
    }
    m_nonces.add(theirs.m_nonces);
    take(std::move(merged));
    return {};
}

} // namespace references
