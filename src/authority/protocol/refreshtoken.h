// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/keys/keyring.h"

#include <optional>

namespace authority {

//! What a refresh token says, once its tag has been found good: "lkr_" and, in base64url, the id
//! of the grant (16 bytes), a secret of that family (16), the token's place in it (4, big endian)
//! and a tag over all that with KeyRing::mac("refresh") (16). So one row tells for any token of a
//! family whether it is the last one, one of those before it, or made up; and a token can be
//! written again for a reply that was lost, though only the secret's hash is kept.
class RefreshToken
{
public:
    RefreshToken() = default;
    ~RefreshToken();
    RefreshToken(RefreshToken &&) = default;
    RefreshToken &operator=(RefreshToken &&) = default;
    RefreshToken(const RefreshToken &) = delete;
    RefreshToken &operator=(const RefreshToken &) = delete;

    //! The first token of a grant, with a new secret. Internal: an id that is no grant's.
    [[nodiscard]] static base::Result<RefreshToken> first(const QString &grantId);
    //! InvalidInput: not written by this authority. Locked before KeyRing::open().
    [[nodiscard]] static base::Result<RefreshToken> read(const KeyRing &keys, QByteArrayView text);
    //! The same without a look at the tag, and so without the key: the family's secret may be
    //! right, the number is whatever somebody wrote.
    [[nodiscard]] static std::optional<RefreshToken> readUnproven(QByteArrayView text);

    [[nodiscard]] bool isNull() const { return m_family.isEmpty(); }
    [[nodiscard]] QString grantId() const;
    [[nodiscard]] quint32 number() const { return m_number; } //!< 0: the first
    [[nodiscard]] base::Result<QByteArray> write(const KeyRing &keys) const
    {
        return write(keys, m_number);
    }
    //! The next one of the family. Internal: there were four thousand million.
    [[nodiscard]] base::Result<QByteArray> writeSuccessor(const KeyRing &keys) const;
    //! How the database knows the family's secret.
    [[nodiscard]] QString secretHash() const;

private:
    [[nodiscard]] static std::optional<QByteArray> bytesOf(QByteArrayView text);
    [[nodiscard]] static RefreshToken of(QByteArrayView bytes);
    [[nodiscard]] base::Result<QByteArray> write(const KeyRing &keys, quint32 number) const;

    QByteArray m_family; //!< the bytes of the grant's id and of the secret; wiped at the end
    quint32 m_number = 0;
};

} // namespace authority
