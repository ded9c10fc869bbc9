// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace crypto {

enum class Hash { Sha1, Sha256, Sha384, Sha512 };

[[nodiscard]] QByteArray digest(Hash hash, QByteArrayView data);
[[nodiscard]] QByteArray hmac(Hash hash, QByteArrayView key, QByteArrayView data);
//! HMAC with one key for many texts: the key is worked in once. For one thread at a time.
class HmacKey
{
public:
    HmacKey(Hash hash, QByteArrayView key);
    ~HmacKey();
    HmacKey(HmacKey &&) noexcept;
    HmacKey &operator=(HmacKey &&) noexcept;
    HmacKey(const HmacKey &) = delete;
    HmacKey &operator=(const HmacKey &) = delete;

    [[nodiscard]] QByteArray of(QByteArrayView data) const;

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};
//! HKDF (RFC 5869), extract and expand.
[[nodiscard]] base::Secret hkdf(
    Hash hash, QByteArrayView key, QByteArrayView salt, QByteArrayView info, std::size_t size);
//! Compares in a time that does not depend on where the bytes differ.
[[nodiscard]] bool constantTimeEquals(QByteArrayView a, QByteArrayView b);
//! Unpadded base64url and back; strict: InvalidInput for any other letter, padding or stray bits.
[[nodiscard]] QByteArray toBase64Url(QByteArrayView bytes);
[[nodiscard]] base::Result<QByteArray> fromBase64Url(QByteArrayView text);
//! PKCE S256 (RFC 7636 4.2).
[[nodiscard]] QByteArray pkceChallenge(QByteArrayView verifier);

} // namespace crypto
