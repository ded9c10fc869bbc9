// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/sops/sopsfile.h"

#include "crypto/digest.h"
#include "crypto/random.h"
#include "references/sops/sealedvalue.h"
#include "references/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace references {

namespace {

constexpr QByteArrayView sopsKey = "sops";
constexpr QByteArrayView flatPrefix = "sops_";

//! Binary files are JSON while they are encrypted.
Format layoutOf(Format format)
{
    return format == Format::Binary ? Format::Json : format;
}

//! Takes SOPS's part out of the documents; nothing when there is none.
base::Result<std::optional<Node>> takeMetadata(Documents &documents, Format format)
{
    std::optional<Node> metadata;
    for (Node &document : documents) {
        if (document.kind == Kind::Null)
            document = Node::map();
        if (!document.isMap())
            return base::fail(base::ErrorCode::Unsupported,
                              Words::tr("A SOPS file’s documents are maps; this one is not."));
        if (format == Format::Dotenv) {
            Node flat = Node::map();
            std::vector<Entry> others;
            for (Entry &entry : document.entries) {
                if (!entry.isComment && entry.key.startsWith(flatPrefix))
                    flat.set(QByteArrayView(entry.key).sliced(flatPrefix.size()),
                             std::move(entry.node));
                else
                    others.push_back(std::move(entry));
            }
            document.entries = std::move(others);
            if (flat.size() > 0)
                metadata = std::move(flat);
            continue;
        }
        Node *const found = document.find(sopsKey);
        if (found == nullptr)
            continue;
        if (!metadata)
            metadata = found->clone();
        document.remove(sopsKey);
    }
    if (metadata && (format == Format::Dotenv || format == Format::Ini)) {
        TRY(metadata, unflattened(*metadata));
    }
    return metadata;
}

void giveMetadata(Documents &documents, const Node &metadata, Format format)
{
    for (Node &document : documents) {
        if (format == Format::Dotenv) {
            Node flat = flattened(metadata);
            for (Entry &entry : flat.entries)
                document.set(flatPrefix.toByteArray() + entry.key, std::move(entry.node));
        } else if (format == Format::Ini) {
            Node flat = flattened(metadata);
            for (Entry &entry : flat.entries) {
                QByteArray text = entry.node.view().toByteArray();
                text.replace("\n", "\\n");
                entry.node = Node::text(text);
            }
            document.set(sopsKey, std::move(flat));
        } else {
            document.set(sopsKey, metadata.clone());
        }
    }
}

//! Comments alone make no map that can be written: they move to before it.
void hoistComments(Node &node)
{
    std::vector<Entry> entries;
    for (Entry &entry : node.entries) {
        if (!entry.isComment && !entry.node.isScalar()) {
            hoistComments(entry.node);
            if (entry.node.size() == 0) {
                for (Entry &comment : entry.node.entries)
                    entries.push_back(std::move(comment));
                entry.node.entries.clear();
            }
        }
        entries.push_back(std::move(entry));
    }
    node.entries = std::move(entries);
}

//! JSON writes a float of 3 like the integer 3. Older files have all their integers as floats: what
//! comes back from an editor unchanged keeps its type, and so its bytes.
void keepFloats(Node &fresh, const Node &old)
{
    if (fresh.kind == Kind::Integer && old.kind == Kind::Float && fresh.view() == old.view()) {
        fresh.kind = Kind::Float;
        return;
    }
    if (fresh.isMap()) {
        for (Entry &entry : fresh.entries) {
            if (const Node *const before = old.find(entry.key))
                keepFloats(entry.node, *before);
        }
    } else if (fresh.isList() && old.isList()) {
        for (std::size_t i = 0; i < std::min(fresh.entries.size(), old.entries.size()); ++i)
            keepFloats(fresh.entries[i].node, old.entries[i].node);
    }
}

} // namespace

bool SopsFile::isEncrypted(QByteArrayView text, Format format)
{
    auto documents = readDocuments(text, layoutOf(format));
    if (!documents)
        return false;
    for (const Node &document : *documents) {
        if (!document.isMap())
            continue;
        if (document.find(format == Format::Dotenv ? QByteArrayView("sops_mac") : sopsKey)
            != nullptr)
            return true;
    }
    return false;
}

base::Result<std::optional<SopsMetadata>> SopsFile::factsOf(QByteArrayView text, Format format)
{
    // Any text is a plain binary file; an encrypted one is JSON.
    if (format == Format::Binary && !isEncrypted(text, format))
        return std::optional<SopsMetadata>();
    TRY(Documents documents, readDocuments(text, layoutOf(format)));
    TRY(const std::optional<Node> metadata, takeMetadata(documents, layoutOf(format)));
    if (!metadata)
        return std::optional<SopsMetadata>();
    TRY(SopsMetadata facts, SopsMetadata::read(*metadata));
    return std::optional<SopsMetadata>(std::move(facts));
}

base::Task<SopsFile> SopsFile::open(
    QByteArray text, Format format, SopsKeys *keys, MacCheck check, std::stop_token stop)
{
    SopsFile file;
    file.m_format = format;
    file.m_text = text;
    CO_TRY(file.m_documents, readDocuments(text, layoutOf(format)));
    CO_TRY(const std::optional<Node> metadata, takeMetadata(file.m_documents, layoutOf(format)));
    if (!metadata)
        co_return base::fail(base::ErrorCode::InvalidInput,
                             Words::tr("The file is not encrypted: it has no SOPS part."),
                             Words::tr("Encrypt it first."));
    CO_TRY(file.m_metadata, SopsMetadata::read(*metadata));
    const QList<WrappedKey> age = file.m_metadata.ageKeys();
    const QList<WrappedKey> pgp = file.m_metadata.pgpKeys();
    const QStringList services = file.m_metadata.services();
    CO_TRY(base::Secret dataKey, co_await keys->unwrap(age, pgp, services, stop));
    CO_TRY_VOID(file.openWith(std::move(dataKey), check));
    co_return std::move(file);
}

base::Result<> SopsFile::openWith(base::Secret dataKey, MacCheck check)
{
    m_dataKey = std::move(dataKey);
    TRY(const QByteArray computed, openTree(m_documents, m_metadata.rule(), m_dataKey, m_nonces));
    if (check == MacCheck::Ignore)
        return {};
    const auto mismatch = [] {
        return base::fail(
            base::ErrorCode::Corrupt,
            Words::tr(
                "The file was changed by somebody without its key: its check (MAC) does not fit."),
            Words::tr("Restore it from where it was written or committed."));
    };
    if (m_metadata.mac().isEmpty())
        return mismatch();
    const auto stored = openValue(m_metadata.mac(), m_dataKey, m_metadata.lastModified());
    if (!stored || stored->kind != Kind::Text || stored->view().isEmpty()
        || !crypto::constantTimeEquals(stored->view(), computed))
        return mismatch();
    return {};
}

base::Task<SopsFile> SopsFile::create(base::Secret plain,
                                      Format format,
                                      EncryptionRule rule,
                                      Recipients recipients,
                                      SopsKeys *keys,
                                      std::stop_token stop)
{
    SopsFile file;
    file.m_format = format;
    if (isEncrypted(plain.expose(), format))
        co_return base::fail(base::ErrorCode::Conflict,
                             Words::tr("The file is encrypted already."));
    CO_TRY(Documents documents, readDocuments(plain.expose(), format));
    CO_TRY(const auto foreign, takeMetadata(documents, layoutOf(format)));
    if (foreign)
        co_return base::fail(base::ErrorCode::Conflict,
                             Words::tr("The file has a part named “sops” already."),
                             Words::tr("Give it another name; SOPS keeps its own facts there."));
    file.m_metadata = SopsMetadata::make(rule);
    file.m_dataKey = crypto::randomSecret(32);
    file.take(std::move(documents));
    CO_TRY_VOID(co_await file.share(recipients, keys, stop));
    co_return std::move(file);
}

Recipients SopsFile::recipients() const
{
    Recipients result;
    for (const WrappedKey &key : m_metadata.ageKeys())
        result.age.append(key.recipient);
    for (const WrappedKey &key : m_metadata.pgpKeys())
        result.pgp.append(key.recipient);
    return result;
}

base::Task<> SopsFile::share(Recipients recipients, SopsKeys *keys, std::stop_token stop)
{
    if (recipients.isEmpty())
        co_return base::fail(base::ErrorCode::InvalidInput,
                             Words::tr("Nobody could open the file: it has no recipients."),
                             Words::tr("Name at least one age key, which begins with “age1”."));
    CO_TRY(const QList<WrappedKey> age, SopsKeys::wrapForAge(recipients.age, m_dataKey));
    const QByteArray fingerprints = recipients.pgp.join(QLatin1Char(',')).toLatin1();
    base::Secret key = m_dataKey.clone();
    CO_TRY(const QList<WrappedKey> pgp,
           co_await keys->wrapForPgp(fingerprints, std::move(key), stop));
    m_metadata.setKeys(age, pgp, QDateTime::currentDateTimeUtc());
    m_isChanged = true;
    co_return {};
}

void SopsFile::take(Documents documents)
{
    for (Node &document : documents) {
        if (document.kind == Kind::Null)
            document = Node::map();
        hoistComments(document);
    }
    m_documents = std::move(documents);
    m_isChanged = true;
}

base::Result<base::Secret> SopsFile::plainText(std::optional<Format> format) const
{
    const Format wanted = format.value_or(m_format);
    return writeDocuments(m_documents, wanted);
}

base::Result<> SopsFile::replace(base::Secret plain)
{
    TRY(Documents documents, readDocuments(plain.expose(), m_format));
    TRY(const auto foreign, takeMetadata(documents, layoutOf(m_format)));
    if (foreign)
        return base::fail(base::ErrorCode::Conflict,
                          Words::tr("The file has a part named “sops” already."),
                          Words::tr("Give it another name; SOPS keeps its own facts there."));
    for (Node &document : documents) {
        if (document.kind == Kind::Null)
            document = Node::map();
        hoistComments(document);
    }
    if (m_format == Format::Json)
        keepFloats(documents.front(), m_documents.front());
    const bool isSame = documents.size() == m_documents.size()
                        && std::equal(documents.begin(), documents.end(), m_documents.begin());
    if (!isSame)
        take(std::move(documents));
    return {};
}

base::Result<QByteArray> SopsFile::encrypted(const QDateTime &now) const
{
    if (!m_isChanged && !m_text.isEmpty())
        return m_text;
    Documents sealed = clone(m_documents);
    TRY(const QByteArray computed, sealTree(sealed, m_metadata.rule(), m_dataKey, m_nonces));
    SopsMetadata metadata = m_metadata.clone();
    const QByteArray time = SopsMetadata::timeText(now);
    TRY(const QByteArray mac,
        sealValue(Node::text(computed), m_dataKey, time, crypto::randomBytes(32)));
    metadata.setMac(now, mac);
    giveMetadata(sealed, metadata.node(), layoutOf(m_format));
    TRY(const base::Secret text, writeDocuments(sealed, layoutOf(m_format)));
    return text.expose().toByteArray();
}

} // namespace references
