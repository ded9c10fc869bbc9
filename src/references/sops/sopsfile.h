// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "references/documents/format.h"
#include "references/sops/metadata.h"
#include "references/sops/sopskeys.h"
#include "references/sops/sopstree.h"

#include <optional>

namespace references {

//! One step into a tree: a key, or the number of a list's item.
struct TreeStep
{
    QByteArray key;
    int index = -1; //!< from 0 on: an item

    friend bool operator==(const TreeStep &, const TreeStep &) = default;
};
using TreePath = QList<TreeStep>;

//! sops' own writing: ["database"]["users"][0].
[[nodiscard]] base::Result<TreePath> parseTreePath(const QString &text);

enum class MacCheck { Demand, Ignore };

//! Where a key that is new goes.
enum class KeyOrder { Last, Sorted };

//! A SOPS file, opened: its plain tree, and what is needed to close it again. The layout and
//! algorithm are those of getsops/sops; every value is encrypted by itself under the file's data
//! key, the data key is closed to each recipient, and a MAC covers all values.
class SopsFile
{
public:
    //! Whether the text has SOPS's part in it.
    [[nodiscard]] static bool isEncrypted(QByteArrayView text, Format format);
    //! What the file says of itself, unopened; nothing when it is a plain one.
    [[nodiscard]] static base::Result<std::optional<SopsMetadata>> factsOf(QByteArrayView text,
                                                                           Format format);
    //! Reads, gets the data key and opens. Denied in one sentence: none of the keys fits. Corrupt:
    //! a value or the MAC does not fit. Unsupported: key services and key groups are the program
    //! sops' matter (see SopsProgram).
    [[nodiscard]] static base::Task<SopsFile> open(
        QByteArray text, Format format, SopsKeys *keys, MacCheck check, std::stop_token stop);
    //! A new file of plain text, with a new data key. Conflict when it is encrypted already.
    [[nodiscard]] static base::Task<SopsFile> create(base::Secret plain,
                                                     Format format,
                                                     EncryptionRule rule,
                                                     Recipients recipients,
                                                     SopsKeys *keys,
                                                     std::stop_token stop);

    [[nodiscard]] Format format() const { return m_format; }
    [[nodiscard]] const Documents &documents() const { return m_documents; }
    [[nodiscard]] const SopsMetadata &metadata() const { return m_metadata; }
    [[nodiscard]] Recipients recipients() const;

    //! The whole plain text, in the file's format or another one.
    [[nodiscard]] base::Result<base::Secret> plainText(std::optional<Format> format = {}) const;
    //! Sets one value of the first document; maps on the way are made. A list grows by one.
    [[nodiscard]] base::Result<> set(const TreePath &path,
                                     Node value,
                                     KeyOrder order = KeyOrder::Last);
    //! NotFound when there is none.
    [[nodiscard]] base::Result<> remove(const TreePath &path);
    //! Takes the whole from an editor.
    [[nodiscard]] base::Result<> replace(base::Secret plain);
    //! Puts in what \a theirs has changed since \a before, both opened: for git, where the check
    //! and the time differ on every line of development. Conflict names what both sides changed.
    [[nodiscard]] base::Result<> merge(const SopsFile &before, const SopsFile &theirs);
    //! The same file for others: the data key is closed to \a recipients anew.
    [[nodiscard]] base::Task<> share(Recipients recipients, SopsKeys *keys, std::stop_token stop);

    //! The encrypted file. Values that have not changed keep their bytes; where nothing changed at
    //! all, the whole text is as it was.
    [[nodiscard]] base::Result<QByteArray> encrypted(const QDateTime &now) const;

private:
    base::Result<> openWith(base::Secret dataKey, MacCheck check);
    void take(Documents documents);

    Format m_format = Format::Yaml;
    Documents m_documents;
    SopsMetadata m_metadata;
    base::Secret m_dataKey;
    mutable NonceBook m_nonces; //!< what is sealed twice gets the same bytes
    QByteArray m_text; //!< as it was read
    bool m_isChanged = false;
};

} // namespace references
