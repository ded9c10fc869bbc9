// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/naclbox.h"

#include "crypto/random.h"

#include <QCoreApplication>

#include <sodium.h>

namespace crypto {

namespace {

static_assert(NaclBox::keySize == crypto_box_PUBLICKEYBYTES);
static_assert(NaclBox::nonceSize == crypto_box_NONCEBYTES);
static_assert(NaclBox::tagSize == crypto_box_MACBYTES);

unsigned char *bytesOf(QByteArray &bytes)
{
    return static_cast<unsigned char *>(static_cast<void *>(bytes.data()));
}

const unsigned char *bytesOf(QByteArrayView bytes)
{
    return static_cast<const unsigned char *>(static_cast<const void *>(bytes.data()));
}

const unsigned char *bytesOf(const base::Secret &secret)
{
    return bytesOf(secret.expose());
}

} // namespace

base::Result<NaclBox> NaclBox::with(QByteArrayView peerKey)
{
    const auto refused = [] {
        return base::fail(base::ErrorCode::InvalidInput,
                          QCoreApplication::translate("crypto", "The other side's key is no key."));
    };
    if (peerKey.size() != keySize || sodium_init() < 0)
        return refused();
    NaclBox box;
    box.m_publicKey.resize(keySize);
    base::Secret own = base::Secret::zeroed(crypto_box_SECRETKEYBYTES);
    box.m_key = base::Secret::zeroed(crypto_box_BEFORENMBYTES);
    if (crypto_box_keypair(bytesOf(box.m_publicKey), own.data()) != 0
        || crypto_box_beforenm(box.m_key.data(), bytesOf(peerKey), own.data()) != 0)
        return refused();
    return box;
}

base::Result<NaclBox::Sealed> NaclBox::seal(QByteArrayView plain) const
{
    Sealed sealed{randomBytes(nonceSize), QByteArray(plain.size() + tagSize, '\0')};
    if (crypto_box_easy_afternm(bytesOf(sealed.cipher),
                                bytesOf(plain),
                                static_cast<unsigned long long>(plain.size()),
                                bytesOf(QByteArrayView(sealed.nonce)),
                                bytesOf(m_key))
        != 0) {
        return base::fail(base::ErrorCode::Internal,
                          QCoreApplication::translate("crypto", "The answer cannot be sealed."));
    }
    return sealed;
}

base::Result<base::Secret> NaclBox::open(QByteArrayView nonce, QByteArrayView cipher) const
{
    base::Secret plain;
    bool isOpen = nonce.size() == nonceSize && cipher.size() >= tagSize;
    if (isOpen) {
        plain = base::Secret::zeroed(static_cast<std::size_t>(cipher.size() - tagSize));
        isOpen = crypto_box_open_easy_afternm(plain.data(),
                                              bytesOf(cipher),
                                              static_cast<unsigned long long>(cipher.size()),
                                              bytesOf(nonce),
                                              bytesOf(m_key))
                 == 0;
    }
    if (!isOpen) {
        return base::fail(
            base::ErrorCode::Corrupt,
            QCoreApplication::translate("crypto", "The message was not sealed for us."));
    }
    return plain;
}

} // namespace crypto
