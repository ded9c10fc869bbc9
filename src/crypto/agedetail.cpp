// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/agedetail.h"

#include "crypto/agearmor.h"
#include "crypto/agestanzas.h"
#include "crypto/agestream.h"
#include "crypto/digest.h"
#include "crypto/random.h"

#include <QCoreApplication>

namespace crypto::age::detail {

namespace {

QByteArray macOf(const base::Secret &fileKey, QByteArrayView header)
{
    const base::Secret key = hkdf(Hash::Sha256, fileKey.expose(), {}, "header", 32);
    return hmac(Hash::Sha256, key.expose(), header);
}

base::Result<QByteArray> writeFile(const QList<Stanza> &stanzas,
                                   QByteArrayView plain,
                                   const Randomness &random)
{
    QByteArray file = writeHeader(stanzas);
    file += writeMac(macOf(random.fileKey, file));
    TRY(const QByteArray payload, encryptPayload(random.fileKey, random.payloadNonce, plain));
    return file + payload;
}

template<typename Key>
Opened openWith(QByteArrayView file, const Key &key)
{
    const auto stopped = [](Stage stage, base::Error error) {
        return Opened{stage, {}, std::move(error)};
    };
    QByteArray bare;
    if (isArmored(file)) {
        auto dearmored = dearmor(file);
        if (!dearmored)
            return stopped(Stage::Armor, std::move(dearmored).error());
        bare = *std::move(dearmored);
        file = bare;
    }
    const auto header = parseHeader(file);
    if (!header)
        return stopped(Stage::Header, header.error());
    if (const auto checked = checkStanzas(header->stanzas); !checked)
        return stopped(Stage::Header, checked.error());
    const auto fileKey = unwrap(header->stanzas, key);
    if (!fileKey) {
        const bool malformed = fileKey.error().code == base::ErrorCode::Corrupt;
        return stopped(malformed ? Stage::Header : Stage::FileKey, fileKey.error());
    }
    const QByteArrayView authenticated = file.first(header->authenticatedBytes);
    if (!constantTimeEquals(macOf(*fileKey, authenticated), header->mac))
        return stopped(
            Stage::Mac,
            {base::ErrorCode::Corrupt,
             QCoreApplication::translate("crypto", "The file's list of recipients was changed."),
             QCoreApplication::translate("crypto", "Restore it from a backup."),
             {}});
    const QByteArrayView payload = file.sliced(header->size);
    if (payload.size() < payloadNonceSize)
        return stopped(Stage::Header, brokenPayload());
    OpenedPayload opened = decryptPayload(*fileKey, payload);
    if (!opened.outcome)
        return {Stage::Payload, std::move(opened.released), std::move(opened.outcome).error()};
    return {Stage::Done, std::move(opened.released), {}};
}

} // namespace

Randomness Randomness::fresh(qsizetype recipients)
{
    Randomness random{
        randomSecret(fileKeySize), randomBytes(payloadNonceSize), {}, randomBytes(scryptSaltSize)};
    for (qsizetype i = 0; i < recipients; ++i)
        random.ephemeralKeys.push_back(randomSecret(32));
    return random;
}

base::Result<QByteArray> encrypt(QByteArrayView plain,
                                 const QList<Recipient> &recipients,
                                 const Randomness &random)
{
    QList<Stanza> stanzas;
    for (qsizetype i = 0; i < recipients.size(); ++i) {
        TRY(Stanza stanza,
            wrapForRecipient(random.fileKey,
                             recipients.at(i),
                             random.ephemeralKeys.at(static_cast<std::size_t>(i))));
        stanzas.append(std::move(stanza));
    }
    return writeFile(stanzas, plain, random);
}

base::Result<QByteArray> encrypt(QByteArrayView plain,
                                 const base::Secret &passphrase,
                                 int logN,
                                 const Randomness &random)
{
    TRY(const Stanza stanza,
        wrapWithPassphrase(random.fileKey, passphrase, random.scryptSalt, logN));
    return writeFile({stanza}, plain, random);
}

Opened open(QByteArrayView file, const QList<std::shared_ptr<Identity>> &identities)
{
    return openWith(file, identities);
}

Opened open(QByteArrayView file, const base::Secret &passphrase)
{
    return openWith(file, passphrase);
}

} // namespace crypto::age::detail
