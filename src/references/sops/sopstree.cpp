// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/sops/sopstree.h"

#include "crypto/digest.h"
#include "crypto/random.h"
#include "references/documents/secrettext.h"
#include "references/sops/sealedvalue.h"

#include <QCoreApplication>

#include <functional>

namespace references {

void NonceBook::add(const base::Secret &dataKey,
                    QByteArrayView path,
                    QByteArrayView plain,
                    const QByteArray &nonce)
{
    m_nonces[nameOf(dataKey, path, plain)].append(nonce);
}

void NonceBook::add(const NonceBook &other)
{
    for (auto each = other.m_nonces.cbegin(); each != other.m_nonces.cend(); ++each) {
        if (!m_nonces.contains(each.key()))
            m_nonces.insert(each.key(), each.value());
    }
}

QByteArray NonceBook::take(const base::Secret &dataKey, QByteArrayView path, QByteArrayView plain)
{
    const auto found = m_nonces.find(nameOf(dataKey, path, plain));
    if (found != m_nonces.end() && !found->isEmpty())
        return found->takeFirst();
    return crypto::randomBytes(32);
}

QByteArray NonceBook::nameOf(const base::Secret &dataKey, QByteArrayView path, QByteArrayView plain)
{
    const QByteArray place = crypto::digest(crypto::Hash::Sha256, path);
    const QByteArray key = crypto::hmac(crypto::Hash::Sha256, dataKey.expose(), place);
    return crypto::hmac(crypto::Hash::Sha256, key, plain);
}

namespace {

//! SHA-256 of "sops": where the check begins when it covers encrypted values only.
constexpr QByteArrayView encryptedOnlyMark(
    "\x8a\x3f\xd2\xad\x54\xce\x66\x52\x7b\x10\x34\xf3\xd1\x47\xbe\x0b\x0b\x97\x5b\x3b\xf4\x4f\x72"
    "\xc6\xfd\xad\xec\x81\x76\xf2\x7d\x69",
    32);

//! A scalar or a comment on the way through the tree.
struct Leaf
{
    Node &node;
    const QList<QByteArray> &path;
    bool isComment;
    bool isEncrypted;
};

using Visit = std::function<base::Result<>(const Leaf &)>;

//! Goes through the documents in the file's order.
class Walk
{
public:
    Walk(const Selection &selection, Visit visit)
        : m_selection(selection)
        , m_visit(std::move(visit))
    {}

    base::Result<> through(Node &node)
    {
        if (node.isScalar()) {
            // There is nothing to encrypt in null, and the check passes over it.
            return node.kind == Kind::Null ? base::Result<>() : leaf(node, false);
        }
        m_comments.append(QList<QByteArray>());
        for (Entry &entry : node.entries) {
            if (entry.isComment) {
                m_comments.back().append(entry.node.view().toByteArray());
                TRY_VOID(leaf(entry.node, true));
                continue;
            }
            if (node.isMap()) {
                if (entry.keyKind != Kind::Text)
                    return base::fail(
                        base::ErrorCode::Unsupported,
                        QCoreApplication::translate(
                            "references", "The key ‘%1’ is not a text, which SOPS does not allow.")
                            .arg(QString::fromUtf8(entry.key.left(80))),
                        QCoreApplication::translate("references", "Put it in quotation marks."));
                m_path.append(entry.key);
            }
            TRY_VOID(through(entry.node));
            if (node.isMap())
                m_path.removeLast();
            m_comments.back().clear();
        }
        m_comments.removeLast();
        return {};
    }

private:
    base::Result<> leaf(Node &node, bool isComment)
    {
        return m_visit(
            {node, m_path, isComment, m_selection.isEncrypted(m_path, m_comments, isComment)});
    }

    const Selection &m_selection;
    Visit m_visit;
    QList<QByteArray> m_path;
    CommentStack m_comments;
};

//! The additional data of everything below a path. Items of one list share theirs.
QByteArray placeOf(const QList<QByteArray> &path)
{
    return path.join(':') + ':';
}

//! The check over the plain values.
class Mac
{
public:
    explicit Mac(const EncryptionRule &rule)
        : m_onlyEncrypted(rule.macOnlyEncrypted)
    {
        if (m_onlyEncrypted)
            m_text << encryptedOnlyMark;
    }

    void add(const Leaf &leaf)
    {
        if (!leaf.isComment && (leaf.isEncrypted || !m_onlyEncrypted))
            m_text << leaf.node.view();
    }

    QByteArray text() const
    {
        return crypto::digest(crypto::Hash::Sha512, m_text.view()).toHex().toUpper();
    }

private:
    SecretText m_text;
    bool m_onlyEncrypted;
};

//! A comment opens under the path of the map that it is in. Where it was written with another
//! reader's idea of that, a path above may do; where none does it is an old, plain one and stays.
void openComment(const Leaf &leaf, const base::Secret &dataKey, NonceBook &nonces)
{
    if (!isSealedValue(leaf.node.view()))
        return;
    for (QList<QByteArray> path = leaf.path;; path.removeLast()) {
        auto opened = openValue(leaf.node.view(), dataKey, placeOf(path));
        if (opened) {
            nonces.add(dataKey, placeOf(path), opened->view(), nonceOf(leaf.node.view()));
            leaf.node = Node(Kind::Text, std::move(opened->value));
            return;
        }
        if (path.isEmpty())
            return;
    }
}

} // namespace

base::Result<QByteArray> openTree(Documents &documents,
                                  const EncryptionRule &rule,
                                  const base::Secret &dataKey,
                                  NonceBook &nonces)
{
    TRY(const Selection selection, Selection::make(rule));
    Mac mac(rule);
    Walk walk(selection, [&](const Leaf &leaf) -> base::Result<> {
        if (leaf.isEncrypted && leaf.isComment) {
            openComment(leaf, dataKey, nonces);
        } else if (leaf.isEncrypted
                   && (leaf.node.kind != Kind::Text || !leaf.node.view().isEmpty())) {
            const QByteArray place = placeOf(leaf.path);
            TRY(Node opened,
                openValue(leaf.node.kind == Kind::Text ? leaf.node.view() : QByteArrayView(),
                          dataKey,
                          place));
            nonces.add(dataKey, place, opened.view(), nonceOf(leaf.node.view()));
            leaf.node = std::move(opened);
        }
        mac.add(leaf);
        return {};
    });
    for (Node &document : documents)
        TRY_VOID(walk.through(document));
    return mac.text();
}

base::Result<QByteArray> sealTree(Documents &documents,
                                  const EncryptionRule &rule,
                                  const base::Secret &dataKey,
                                  NonceBook &nonces)
{
    TRY(const Selection selection, Selection::make(rule));
    Mac mac(rule);
    NonceBook known = nonces;
    NonceBook used;
    Walk walk(selection, [&](const Leaf &leaf) -> base::Result<> {
        mac.add(leaf);
        if (!leaf.isEncrypted || leaf.node.view().isEmpty())
            return {};
        const QByteArray place = placeOf(leaf.path);
        const QByteArray nonce = known.take(dataKey, place, leaf.node.view());
        used.add(dataKey, place, leaf.node.view(), nonce);
        TRY(const QByteArray sealed,
            leaf.isComment ? sealComment(leaf.node.view(), dataKey, place, nonce)
                           : sealValue(leaf.node, dataKey, place, nonce));
        leaf.node = Node::text(sealed);
        return {};
    });
    for (Node &document : documents)
        TRY_VOID(walk.through(document));
    nonces = std::move(used);
    return mac.text();
}

} // namespace references
