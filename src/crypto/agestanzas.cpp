// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/agestanzas.h"

#include "crypto/aead.h"
#include "crypto/base64.h"
#include "crypto/digest.h"
#include "crypto/scrypt.h"
#include "crypto/x25519.h"

#include <QCoreApplication>

#include <algorithm>

namespace crypto::age::detail {

namespace {

constexpr QByteArrayView x25519Type = "X25519";
constexpr QByteArrayView scryptType = "scrypt";
constexpr QByteArrayView hybridType = "mlkem768x25519";
constexpr QByteArrayView x25519Label = "age-encryption.org/v1/X25519";
constexpr QByteArrayView scryptLabel = "age-encryption.org/v1/scrypt";
constexpr qsizetype wrappedKeySize = fileKeySize + 16;

base::Error malformed()
{
    return {base::ErrorCode::Corrupt,
            QCoreApplication::translate("crypto", "This is not an age file, or it was changed."),
            {},
            {}};
}

//! The wrapping key is used once, so its nonce is zero.
QByteArrayView zeroNonce()
{
    static constexpr char bytes[12] = {};
    return {bytes, 12};
}

base::Result<QByteArray> wrap(const base::Secret &fileKey, const base::Secret &key)
{
    return seal(Aead::ChaCha20Poly1305, key.expose(), zeroNonce(), {}, fileKey.expose());
}

base::Secret x25519WrapKey(const base::Secret &shared,
                           QByteArrayView share,
                           QByteArrayView publicKey)
{
    return hkdf(Hash::Sha256,
                shared.expose(),
                share.toByteArray() + publicKey.toByteArray(),
                x25519Label,
                32);
}

base::Result<base::Secret> scryptWrapKey(const base::Secret &passphrase,
                                         QByteArrayView salt,
                                         int logN)
{
    return scrypt(passphrase, scryptLabel.toByteArray() + salt.toByteArray(), logN, 32);
}

base::Result<> checkX25519(const Stanza &stanza)
{
    if (stanza.arguments.size() != 1 || stanza.body.size() != wrappedKeySize)
        return base::fail(malformed());
    const auto share = decodeBase64(stanza.arguments.constFirst(), unpaddedBase64);
    if (!share || share->size() != x25519KeySize)
        return base::fail(malformed());
    return {};
}

base::Result<> checkScrypt(const Stanza &stanza)
{
    if (stanza.arguments.size() != 2 || stanza.body.size() != wrappedKeySize)
        return base::fail(malformed());
    const auto salt = decodeBase64(stanza.arguments.at(0), unpaddedBase64);
    const QByteArray &factor = stanza.arguments.at(1);
    // As strict as ^[1-9][0-9]*$: a number has one spelling.
    const bool isNumber =
        !factor.startsWith('0') && std::all_of(factor.cbegin(), factor.cend(), [](char digit) {
            return digit >= '0' && digit <= '9';
        });
    if (!salt || salt->size() != scryptSaltSize || !isNumber)
        return base::fail(malformed());
    bool fits = false;
    if (factor.toInt(&fits) > greatestLogN || !fits)
        return base::fail(
            base::ErrorCode::Unsupported,
            QCoreApplication::translate(
                "crypto", "The file's passphrase takes more work to check than is safe here."));
    return {};
}

} // namespace

base::Result<Stanza> wrapForRecipient(const base::Secret &fileKey,
                                      const Recipient &recipient,
                                      const base::Secret &ephemeralKey)
{
    TRY(const QByteArray share, x25519PublicKey(ephemeralKey));
    TRY(const base::Secret shared, x25519(ephemeralKey, recipient.publicKey));
    TRY(QByteArray body, wrap(fileKey, x25519WrapKey(shared, share, recipient.publicKey)));
    return Stanza{x25519Type.toByteArray(), {encodeBase64(share, unpaddedBase64)}, std::move(body)};
}

base::Result<Stanza> wrapWithPassphrase(const base::Secret &fileKey,
                                        const base::Secret &passphrase,
                                        QByteArrayView salt,
                                        int logN)
{
    TRY(const base::Secret key, scryptWrapKey(passphrase, salt, logN));
    TRY(QByteArray body, wrap(fileKey, key));
    return Stanza{scryptType.toByteArray(),
                  {encodeBase64(salt, unpaddedBase64), QByteArray::number(logN)},
                  std::move(body)};
}

base::Result<> checkStanzas(const QList<Stanza> &stanzas)
{
    for (const Stanza &stanza : stanzas) {
        if (stanza.type == x25519Type)
            TRY_VOID(checkX25519(stanza));
        if (stanza.type == scryptType) {
            TRY_VOID(checkScrypt(stanza));
            // Whoever adds a second way in could have chosen the file key.
            if (stanzas.size() != 1)
                return base::fail(malformed());
        }
    }
    return {};
}

base::Result<base::Secret> unwrap(const QList<Stanza> &stanzas,
                                  const QList<std::shared_ptr<Identity>> &identities)
{
    bool hybrid = false;
    for (const Stanza &stanza : stanzas) {
        hybrid = hybrid || stanza.type == hybridType;
        if (stanza.type != x25519Type)
            continue;
        const auto share = decodeBase64(stanza.arguments.constFirst(), unpaddedBase64);
        for (const auto &identity : identities) {
            const auto shared = x25519(identity->privateKey(), *share);
            if (!shared)
                return base::fail(malformed());
            const base::Secret key =
                x25519WrapKey(*shared, *share, identity->recipient().publicKey);
            auto fileKey =
                unseal(Aead::ChaCha20Poly1305, key.expose(), zeroNonce(), {}, stanza.body);
            if (fileKey)
                return fileKey;
        }
    }
    if (hybrid)
        return base::fail(
            base::ErrorCode::Unsupported,
            QCoreApplication::translate(
                "crypto",
                "The file is encrypted to a post-quantum key, which Latchkey cannot "
                "open yet."),
            QCoreApplication::translate("crypto", "Encrypt it to an X25519 key (age1…) as well."));
    return base::fail(base::ErrorCode::Denied,
                      QCoreApplication::translate("crypto", "None of the keys opens this file."));
}

base::Result<base::Secret> unwrap(const QList<Stanza> &stanzas, const base::Secret &passphrase)
{
    for (const Stanza &stanza : stanzas) {
        if (stanza.type != scryptType)
            continue;
        if (passphrase.isEmpty())
            break;
        const auto salt = decodeBase64(stanza.arguments.at(0), unpaddedBase64);
        TRY(const base::Secret key,
            scryptWrapKey(passphrase, *salt, stanza.arguments.at(1).toInt()));
        auto fileKey = unseal(Aead::ChaCha20Poly1305, key.expose(), zeroNonce(), {}, stanza.body);
        if (fileKey)
            return fileKey;
    }
    return base::fail(
        base::ErrorCode::Denied,
        QCoreApplication::translate("crypto", "The passphrase does not open this file."));
}

} // namespace crypto::age::detail
