// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/x25519.h"

#include "crypto/openssl.h"

#include <QCoreApplication>

namespace crypto {

namespace {

base::Error badKey()
{
    return {base::ErrorCode::InvalidInput,
            QCoreApplication::translate("crypto", "The X25519 key cannot be used."),
            {},
            {}};
}

openssl::Key privateKeyFrom(const base::Secret &bytes)
{
    return openssl::Key(EVP_PKEY_new_raw_private_key_ex(
        nullptr, "X25519", nullptr, openssl::bytesOf(bytes.expose()), bytes.size()));
}

} // namespace

base::Result<QByteArray> x25519PublicKey(const base::Secret &privateKey)
{
    const openssl::ErrorMark mark;
    const openssl::Key key = privateKeyFrom(privateKey);
    QByteArray publicKey(x25519KeySize, Qt::Uninitialized);
    std::size_t size = openssl::sizeOf(publicKey);
    if (!key
        || EVP_PKEY_get_raw_public_key(
               key.get(), reinterpret_cast<unsigned char *>(publicKey.data()), &size)
               != 1)
        return base::fail(badKey());
    return publicKey;
}

base::Result<base::Secret> x25519(const base::Secret &privateKey, QByteArrayView publicKey)
{
    const openssl::ErrorMark mark;
    const openssl::Key mine = privateKeyFrom(privateKey);
    const openssl::Key theirs(EVP_PKEY_new_raw_public_key_ex(
        nullptr, "X25519", nullptr, openssl::bytesOf(publicKey), openssl::sizeOf(publicKey)));
    if (!mine || !theirs)
        return base::fail(badKey());
    const openssl::KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, mine.get(), nullptr));
    base::Secret shared = base::Secret::zeroed(x25519KeySize);
    std::size_t size = shared.size();
    // OpenSSL refuses an all-zero result itself (RFC 7748 6.1).
    if (!context || EVP_PKEY_derive_init(context.get()) != 1
        || EVP_PKEY_derive_set_peer(context.get(), theirs.get()) != 1
        || EVP_PKEY_derive(context.get(), shared.data(), &size) != 1 || size != shared.size())
        return base::fail(badKey());
    return shared;
}

} // namespace crypto
