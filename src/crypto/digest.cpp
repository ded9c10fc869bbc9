// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/digest.h"

#include "crypto/base64.h"
#include "crypto/openssl.h"

#include <QCoreApplication>

namespace crypto {

namespace {

const char *nameOf(Hash hash)
{
    switch (hash) {
    case Hash::Sha1:
        return "SHA1";
    case Hash::Sha256:
        return "SHA256";
    case Hash::Sha384:
        return "SHA384";
    case Hash::Sha512:
        return "SHA512";
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray digest(Hash hash, QByteArrayView data)
{
    const openssl::ErrorMark mark;
    QByteArray value(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    std::size_t size = 0;
    if (EVP_Q_digest(nullptr,
                     nameOf(hash),
                     nullptr,
                     openssl::bytesOf(data),
                     openssl::sizeOf(data),
                     reinterpret_cast<unsigned char *>(value.data()),
                     &size)
        != 1)
        qFatal("OpenSSL has no %s.", nameOf(hash)); // A broken installation, not an input.
    value.truncate(static_cast<qsizetype>(size));
    return value;
}

QByteArray hmac(Hash hash, QByteArrayView key, QByteArrayView data)
{
    const openssl::ErrorMark mark;
    QByteArray value(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    std::size_t size = 0;
    if (!EVP_Q_mac(nullptr,
                   "HMAC",
                   nullptr,
                   nameOf(hash),
                   nullptr,
                   openssl::bytesOf(key),
                   openssl::sizeOf(key),
                   openssl::bytesOf(data),
                   openssl::sizeOf(data),
                   reinterpret_cast<unsigned char *>(value.data()),
                   EVP_MAX_MD_SIZE,
                   &size))
        qFatal("OpenSSL has no HMAC with %s.", nameOf(hash));
    value.truncate(static_cast<qsizetype>(size));
    return value;
}

bool constantTimeEquals(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size()
           && CRYPTO_memcmp(openssl::bytesOf(a), openssl::bytesOf(b), openssl::sizeOf(a)) == 0;
}

QByteArray toBase64Url(QByteArrayView bytes)
{
    return encodeBase64(bytes, unpaddedBase64Url);
}

base::Result<QByteArray> fromBase64Url(QByteArrayView text)
{
    auto bytes = decodeBase64(text, unpaddedBase64Url);
    if (!bytes)
        return base::fail(
            base::ErrorCode::InvalidInput,
            QCoreApplication::translate("crypto", "The text is not valid base64url."));
    return *std::move(bytes);
}

QByteArray pkceChallenge(QByteArrayView verifier)
{
    return toBase64Url(digest(Hash::Sha256, verifier));
}

} // namespace crypto
