// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/aead.h"

#include "crypto/aeadbuffers.h"
#include "crypto/openssl.h"

#include <QCoreApplication>

namespace crypto {

namespace {

// EVP counts in int; longer input is cut by the callers into chunks.
constexpr qsizetype greatestInput = 1 << 30;
constexpr qsizetype keySize = 32;

const EVP_CIPHER *algorithmOf(Aead cipher)
{
    switch (cipher) {
    case Aead::Aes256Gcm:
        return EVP_aes_256_gcm();
    case Aead::ChaCha20Poly1305:
        return EVP_chacha20_poly1305();
    }
    Q_UNREACHABLE();
}

base::Result<> checkSizes(Aead cipher,
                          QByteArrayView key,
                          QByteArrayView nonce,
                          QByteArrayView additional,
                          qsizetype size)
{
    const bool nonceFits =
        cipher == Aead::Aes256Gcm ? nonce.size() >= 1 && nonce.size() <= 128 : nonce.size() == 12;
    if (key.size() != keySize || !nonceFits)
        return base::fail(
            base::ErrorCode::InvalidInput,
            QCoreApplication::translate("crypto", "The key or the nonce has the wrong length."));
    if (size > greatestInput || additional.size() > greatestInput)
        return base::fail(base::ErrorCode::InvalidInput,
                          QCoreApplication::translate(
                              "crypto", "The data is too large to encrypt in one piece."));
    return {};
}

//! Key, nonce and additional data set; the direction is EVP_CipherInit's.
openssl::CipherContext start(
    Aead cipher, int direction, QByteArrayView key, QByteArrayView nonce, QByteArrayView additional)
{
    openssl::CipherContext context(EVP_CIPHER_CTX_new());
    int written = 0;
    const bool ready =
        context
        && EVP_CipherInit_ex(
               context.get(), algorithmOf(cipher), nullptr, nullptr, nullptr, direction)
               == 1
        && EVP_CIPHER_CTX_ctrl(
               context.get(), EVP_CTRL_AEAD_SET_IVLEN, static_cast<int>(nonce.size()), nullptr)
               == 1
        && EVP_CipherInit_ex(context.get(),
                             nullptr,
                             nullptr,
                             openssl::bytesOf(key),
                             openssl::bytesOf(nonce),
                             direction)
               == 1
        && (additional.isEmpty()
            || EVP_CipherUpdate(context.get(),
                                nullptr,
                                &written,
                                openssl::bytesOf(additional),
                                static_cast<int>(additional.size()))
                   == 1);
    if (!ready)
        context.reset();
    return context;
}

base::Error internalError()
{
    return {base::ErrorCode::Internal,
            QCoreApplication::translate("crypto", "OpenSSL could not run the cipher."),
            {},
            {}};
}

} // namespace

base::Result<> sealInto(unsigned char *sealed,
                        Aead cipher,
                        QByteArrayView key,
                        QByteArrayView nonce,
                        QByteArrayView additional,
                        QByteArrayView plain)
{
    const openssl::ErrorMark mark;
    TRY_VOID(checkSizes(cipher, key, nonce, additional, plain.size()));
    const auto context = start(cipher, 1, key, nonce, additional);
    int written = 0;
    int rest = 0;
    const bool sealedWell =
        context
        && (plain.isEmpty()
            || EVP_CipherUpdate(context.get(),
                                sealed,
                                &written,
                                openssl::bytesOf(plain),
                                static_cast<int>(plain.size()))
                   == 1)
        && EVP_CipherFinal_ex(context.get(), sealed + written, &rest) == 1
        && EVP_CIPHER_CTX_ctrl(
               context.get(), EVP_CTRL_AEAD_GET_TAG, aeadTagSize, sealed + plain.size())
               == 1;
    if (!sealedWell)
        return base::fail(internalError());
    return {};
}

base::Result<> unsealInto(unsigned char *plain,
                          Aead cipher,
                          QByteArrayView key,
                          QByteArrayView nonce,
                          QByteArrayView additional,
                          QByteArrayView sealed)
{
    const openssl::ErrorMark mark;
    TRY_VOID(checkSizes(cipher, key, nonce, additional, sealed.size()));
    const auto denied = [] {
        return base::fail(base::ErrorCode::Denied,
                          QCoreApplication::translate(
                              "crypto", "The key does not fit, or the data was changed."));
    };
    if (sealed.size() < aeadTagSize)
        return denied();
    const QByteArrayView body = sealed.chopped(aeadTagSize);
    QByteArray tag = sealed.last(aeadTagSize).toByteArray();
    const auto context = start(cipher, 0, key, nonce, additional);
    int written = 0;
    if (!context
        || (!body.isEmpty()
            && EVP_CipherUpdate(context.get(),
                                plain,
                                &written,
                                openssl::bytesOf(body),
                                static_cast<int>(body.size()))
                   != 1)
        || EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, aeadTagSize, tag.data()) != 1)
        return base::fail(internalError());
    // The tag is judged last, so the buffer holds unproven bytes until here: take them back.
    unsigned char none = 0;
    int rest = 0;
    if (EVP_CipherFinal_ex(context.get(), body.isEmpty() ? &none : plain + written, &rest) != 1) {
        OPENSSL_cleanse(plain, openssl::sizeOf(body));
        return denied();
    }
    return {};
}

base::Result<QByteArray> seal(Aead cipher,
                              QByteArrayView key,
                              QByteArrayView nonce,
                              QByteArrayView additional,
                              QByteArrayView plain)
{
    QByteArray sealed(plain.size() + aeadTagSize, Qt::Uninitialized);
    TRY_VOID(sealInto(
        reinterpret_cast<unsigned char *>(sealed.data()), cipher, key, nonce, additional, plain));
    return sealed;
}

base::Result<base::Secret> unseal(Aead cipher,
                                  QByteArrayView key,
                                  QByteArrayView nonce,
                                  QByteArrayView additional,
                                  QByteArrayView sealed)
{
    const auto size = std::max<qsizetype>(0, sealed.size() - aeadTagSize);
    base::Secret plain = base::Secret::zeroed(static_cast<std::size_t>(size));
    TRY_VOID(unsealInto(plain.data(), cipher, key, nonce, additional, sealed));
    return plain;
}

} // namespace crypto
