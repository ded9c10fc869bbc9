// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "references/sops/encryptionrule.h"

#include <QDateTime>

namespace references {

//! The data key, closed to one recipient.
struct WrappedKey
{
    QString recipient; //!< age1…, or the fingerprint of a PGP key
    QByteArray closed; //!< an armored age file or PGP message
};

//! What a SOPS file says about itself under the key `sops`. What Latchkey does not know is kept.
class SopsMetadata
{
public:
    //! \a node: the map under `sops`. Unsupported for key groups (Shamir).
    [[nodiscard]] static base::Result<SopsMetadata> read(const Node &node);
    //! For a new file.
    [[nodiscard]] static SopsMetadata make(const EncryptionRule &rule);

    //! As a tree, for YAML and JSON.
    [[nodiscard]] const Node &node() const { return m_node; }
    [[nodiscard]] SopsMetadata clone() const;

    [[nodiscard]] const EncryptionRule &rule() const { return m_rule; }
    [[nodiscard]] const QList<WrappedKey> &ageKeys() const { return m_ageKeys; }
    [[nodiscard]] const QList<WrappedKey> &pgpKeys() const { return m_pgpKeys; }
    //! Names of the key services that only the program sops can ask: "kms", "gcp_kms".
    [[nodiscard]] const QStringList &services() const { return m_services; }
    //! RFC 3339 without fractions: what authenticates the mac.
    [[nodiscard]] QByteArray lastModified() const;
    [[nodiscard]] QByteArrayView mac() const;

    //! Replaces the age and PGP entries; those of key services stay, as the data key does.
    void setKeys(const QList<WrappedKey> &age, const QList<WrappedKey> &pgp, const QDateTime &now);
    void setMac(const QDateTime &now, const QByteArray &mac);
    [[nodiscard]] static QByteArray timeText(const QDateTime &time);

private:
    base::Result<> readKeys();

    Node m_node = Node::map();
    EncryptionRule m_rule;
    QList<WrappedKey> m_ageKeys;
    QList<WrappedKey> m_pgpKeys;
    QStringList m_services;
};

//! The metadata as dotenv and INI files have them: age__list_0__map_enc and so on, line ends as \n.
[[nodiscard]] Node flattened(const Node &map);
[[nodiscard]] base::Result<Node> unflattened(const Node &flat);

} // namespace references
