// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/digest.h"

#include "crypto/base64.h"
#include "crypto/openssl.h"

#include <QCoreApplication>

#include <array>
#include <utility>

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

//! Looking an algorithm up by name costs more than a short text does, so each is looked up once and
//! kept until the program ends.
const EVP_MD *algorithmOf(Hash hash)
{
    const auto found = [](Hash wanted) -> const EVP_MD * {
        const EVP_MD *algorithm = EVP_MD_fetch(nullptr, nameOf(wanted), nullptr);
        if (algorithm == nullptr)
            qFatal("OpenSSL has no %s.", nameOf(wanted)); // A broken installation, not an input.
        return algorithm;
    };
    static const EVP_MD *const sha1 = found(Hash::Sha1);
    static const EVP_MD *const sha256 = found(Hash::Sha256);
    static const EVP_MD *const sha384 = found(Hash::Sha384);
    static const EVP_MD *const sha512 = found(Hash::Sha512);
    switch (hash) {
    case Hash::Sha1:
        return sha1;
    case Hash::Sha256:
        return sha256;
    case Hash::Sha384:
        return sha384;
    case Hash::Sha512:
        return sha512;
    }
    Q_UNREACHABLE();
}

//! A context that knows its hash and no key yet: what is duplicated for each text. Kept, too.
openssl::MacContext keylessHmac(Hash hash)
{
    const openssl::Mac hmac(EVP_MAC_fetch(nullptr, "HMAC", nullptr));
    openssl::MacContext context(hmac ? EVP_MAC_CTX_new(hmac.get()) : nullptr);
    std::array<char, 16> name{};
    qstrncpy(name.data(), nameOf(hash), name.size());
    const std::array parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name.data(), 0),
        OSSL_PARAM_construct_end()};
    if (!context || EVP_MAC_CTX_set_params(context.get(), parameters.data()) != 1)
        qFatal("OpenSSL has no HMAC with %s.", nameOf(hash));
    return context;
}

const EVP_MAC_CTX *hmacOf(Hash hash)
{
    static const EVP_MAC_CTX *const sha1 = keylessHmac(Hash::Sha1).release();
    static const EVP_MAC_CTX *const sha256 = keylessHmac(Hash::Sha256).release();
    static const EVP_MAC_CTX *const sha384 = keylessHmac(Hash::Sha384).release();
    static const EVP_MAC_CTX *const sha512 = keylessHmac(Hash::Sha512).release();
    switch (hash) {
    case Hash::Sha1:
        return sha1;
    case Hash::Sha256:
        return sha256;
    case Hash::Sha384:
        return sha384;
    case Hash::Sha512:
        return sha512;
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray digest(Hash hash, QByteArrayView data)
{
    const openssl::ErrorMark mark;
    QByteArray value(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned int size = 0;
    if (EVP_Digest(openssl::bytesOf(data),
                   openssl::sizeOf(data),
                   reinterpret_cast<unsigned char *>(value.data()),
                   &size,
                   algorithmOf(hash),
                   nullptr)
        != 1)
        qFatal("OpenSSL could not compute %s.", nameOf(hash));
    value.truncate(static_cast<qsizetype>(size));
    return value;
}

struct HmacKey::Context
{
    Hash hash = Hash::Sha256;
    openssl::MacContext mac;
    bool isUsed = false; //!< to be made ready again, with the same key
};

HmacKey::HmacKey(Hash hash, QByteArrayView key)
    : m_context(std::make_unique<Context>())
{
    const openssl::ErrorMark mark;
    m_context->hash = hash;
    m_context->mac.reset(EVP_MAC_CTX_dup(hmacOf(hash)));
    if (!m_context->mac
        || EVP_MAC_init(m_context->mac.get(), openssl::bytesOf(key), openssl::sizeOf(key), nullptr)
               != 1)
        qFatal("OpenSSL could not begin an HMAC with %s.", nameOf(hash));
}

HmacKey::~HmacKey() = default;
HmacKey::HmacKey(HmacKey &&) noexcept = default;
HmacKey &HmacKey::operator=(HmacKey &&) noexcept = default;

QByteArray HmacKey::of(QByteArrayView data) const
{
    const openssl::ErrorMark mark;
    QByteArray value(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    std::size_t size = 0;
    EVP_MAC_CTX *const mac = m_context->mac.get();
    if ((std::exchange(m_context->isUsed, true) && EVP_MAC_init(mac, nullptr, 0, nullptr) != 1)
        || EVP_MAC_update(mac, openssl::bytesOf(data), openssl::sizeOf(data)) != 1
        || EVP_MAC_final(
               mac, reinterpret_cast<unsigned char *>(value.data()), &size, EVP_MAX_MD_SIZE)
               != 1)
        qFatal("OpenSSL could not compute the HMAC with %s.", nameOf(m_context->hash));
    value.truncate(static_cast<qsizetype>(size));
    return value;
}

QByteArray hmac(Hash hash, QByteArrayView key, QByteArrayView data)
{
    return HmacKey(hash, key).of(data);
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
