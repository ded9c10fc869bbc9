// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/keys/keyring.h"

namespace authority {

//! What a refresh token says, once its tag has been found good: "lkr_" and, in base64url, the id
//! of the grant (16 bytes), a secret of that family (16), the token's place in it (4, big endian)
//! and a tag over all that with KeyRing::mac("refresh") (16). So one row tells for any token of a
//! family whether it is the last one, one of those before it, or made up; and a token can be
//! written again for a reply that was lost, though only the secret's hash is kept.
struct RefreshToken
{
    QString grantId;
    QByteArray secret; //!< wiped by the destructor
    quint32 number = 0; //!< 0: the first

    RefreshToken() = default;
    //! The first token of a grant, with a new secret.
    explicit RefreshToken(QString ofGrant);
    ~RefreshToken();
    RefreshToken(RefreshToken &&) = default;
    RefreshToken &operator=(RefreshToken &&) = default;
    RefreshToken(const RefreshToken &) = delete;
    RefreshToken &operator=(const RefreshToken &) = delete;

    //! InvalidInput: not written by this authority. Locked before KeyRing::open().
    [[nodiscard]] static base::Result<RefreshToken> read(const KeyRing &keys, QByteArrayView text);
    [[nodiscard]] base::Result<QByteArray> write(const KeyRing &keys) const
    {
        return write(keys, number);
    }
    //! The next one of the family.
    [[nodiscard]] base::Result<QByteArray> writeSuccessor(const KeyRing &keys) const
    {
        return write(keys, number + 1);
    }
    //! How the database knows the family's secret.
    [[nodiscard]] QString secretHash() const;

private:
    [[nodiscard]] base::Result<QByteArray> write(const KeyRing &keys, quint32 place) const;
};

} // namespace authority
