// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>

namespace crypto {

//! NaCl's box (X25519, XSalsa20, Poly1305) between two that made a key for this one talk: what
//! oidc-agent speaks with its clients. Nobody is authenticated by it.
class NaclBox
{
public:
    static constexpr qsizetype keySize = 32;
    static constexpr qsizetype nonceSize = 24;
    static constexpr qsizetype tagSize = 16;

    struct Sealed
    {
        QByteArray nonce;
        QByteArray cipher; //!< with its tag
    };

    //! Makes a key of our own and agrees with \a peerKey. InvalidInput: it is no good key.
    [[nodiscard]] static base::Result<NaclBox> with(QByteArrayView peerKey);

    [[nodiscard]] QByteArray publicKey() const { return m_publicKey; }
    [[nodiscard]] base::Result<Sealed> seal(QByteArrayView plain) const;
    //! Corrupt: not sealed with this key.
    [[nodiscard]] base::Result<base::Secret> open(QByteArrayView nonce,
                                                  QByteArrayView cipher) const;

private:
    QByteArray m_publicKey;
    base::Secret m_key;
};

} // namespace crypto
