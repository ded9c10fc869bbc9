// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/vaultkey.h"

#include "crypto/aead.h"
#include "crypto/digest.h"
#include "crypto/random.h"
#include "vault/words.h"

#include <QDateTime>
#include <QRegularExpression>

namespace vault {

namespace {

constexpr QByteArrayView sealedFirstLine("latchkey-vault-key 1\n");
constexpr QByteArrayView plainKeyMark("AGE-SECRET-KEY-1");

base::Error damagedKey()
{
    return {base::ErrorCode::Corrupt,
            Words::tr("The store's key file is damaged."),
            Words::tr("Put a copy of the key file back in its place."),
            {}};
}

//! What the sealed form says, taken apart.
struct SealedKey
{
    crypto::Argon2Cost cost;
    QByteArray salt;
    QByteArray nonce;
    QByteArray key;
    QByteArray authenticated; //!< the lines above "key"
};

QByteArray openLines(const crypto::Argon2Cost &cost,
                     const QByteArray &salt,
                     const QByteArray &nonce)
{
    return sealedFirstLine.toByteArray() + "kdf argon2id passes=" + QByteArray::number(cost.passes)
           + " kibibytes=" + QByteArray::number(cost.kibibytes)
           + " lanes=" + QByteArray::number(cost.lanes) + "\nsalt " + crypto::toBase64Url(salt)
           + "\nnonce " + crypto::toBase64Url(nonce) + '\n';
}

base::Result<SealedKey> parseSealed(QByteArrayView file)
{
    static const QRegularExpression shape(
        QStringLiteral("\\Alatchkey-vault-key 1\\r?\\n"
                       "kdf argon2id passes=([0-9]{1,2}) kibibytes=([0-9]{1,7}) lanes=([0-9]{1,2})"
                       "\\r?\\nsalt ([\\w-]{1,100})\\r?\\nnonce ([\\w-]{1,100})\\r?\\n"
                       "key ([\\w-]{1,4000})\\s*\\z"));
    const auto match = shape.match(QString::fromLatin1(file));
    if (!match.hasMatch())
        return base::fail(damagedKey());

    SealedKey sealed;
    sealed.cost.passes = match.captured(1).toUInt();
    sealed.cost.kibibytes = match.captured(2).toUInt();
    sealed.cost.lanes = match.captured(3).toUInt();
    const auto &cost = sealed.cost;
    // A changed file may not make us compute for an hour or eat all memory.
    constexpr unsigned int gibibyte = 1024 * 1024;
    if (cost.passes < 1 || cost.passes > 32 || cost.lanes < 1 || cost.lanes > 16
        || cost.kibibytes < 8 * cost.lanes || cost.kibibytes > gibibyte) {
        return base::fail(damagedKey());
    }
    const auto salt = crypto::fromBase64Url(match.captured(4).toLatin1());
    const auto nonce = crypto::fromBase64Url(match.captured(5).toLatin1());
    const auto key = crypto::fromBase64Url(match.captured(6).toLatin1());
    if (!salt || salt->size() != 16 || !nonce || nonce->size() != 12 || !key)
        return base::fail(damagedKey());
    sealed.salt = *salt;
    sealed.nonce = *nonce;
    sealed.key = *key;
    sealed.authenticated = openLines(sealed.cost, sealed.salt, sealed.nonce);
    return sealed;
}

base::Result<base::Secret> unsealed(QByteArrayView file, const base::Secret &passphrase)
{
    TRY(const SealedKey sealed, parseSealed(file));
    TRY(const auto key, crypto::argon2id(passphrase, sealed.salt, sealed.cost));
    auto plain = crypto::unseal(crypto::Aead::ChaCha20Poly1305,
                                key.expose(),
                                sealed.nonce,
                                sealed.authenticated,
                                sealed.key);
    if (!plain && plain.error().code == base::ErrorCode::Denied) {
        return base::fail(base::ErrorCode::Denied,
                          Words::tr("This passphrase does not open the store."),
                          Words::tr("Type it again; look at Caps Lock and the keyboard layout."));
    }
    return plain;
}

} // namespace

base::Result<KeyForm> keyFormOf(QByteArrayView file)
{
    if (file.startsWith(sealedFirstLine.chopped(1)))
        return KeyForm::Sealed;
    if (file.contains(plainKeyMark))
        return KeyForm::Plain;
    return base::fail(damagedKey());
}

base::Secret plainKey(const crypto::age::Identity &identity)
{
    const QString created = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    const base::Secret key = identity.toString();
    QByteArray text;
    text.reserve(400); // no reallocation may leave a copy of the key behind
    text += "# created: " + created.toLatin1() + '\n';
    text += "# public key: " + identity.recipient().toString().toLatin1() + '\n';
    text += key.expose();
    text += '\n';
    return base::Secret::take(std::move(text));
}

base::Result<QByteArray> sealedKey(const crypto::age::Identity &identity,
                                   const base::Secret &passphrase,
                                   const crypto::Argon2Cost &cost)
{
    const QByteArray salt = crypto::randomBytes(16);
    const QByteArray nonce = crypto::randomBytes(12);
    const QByteArray head = openLines(cost, salt, nonce);
    const base::Secret text = plainKey(identity);
    TRY(const auto key, crypto::argon2id(passphrase, salt, cost));
    TRY(const QByteArray sealed,
        crypto::seal(crypto::Aead::ChaCha20Poly1305, key.expose(), nonce, head, text.expose()));
    return QByteArray(head + "key " + crypto::toBase64Url(sealed) + '\n');
}

base::Result<Identities> openKey(const base::Secret &file, const base::Secret &passphrase)
{
    TRY(const KeyForm form, keyFormOf(file.expose()));
    base::Result<Identities> identities = Identities();
    if (form == KeyForm::Plain) {
        identities = crypto::age::Identity::parseKeyFile(file);
    } else {
        TRY(const base::Secret text, unsealed(file.expose(), passphrase));
        identities = crypto::age::Identity::parseKeyFile(text);
    }
    if (!identities || identities->isEmpty())
        return base::fail(damagedKey());
    return identities;
}

} // namespace vault
