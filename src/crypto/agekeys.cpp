// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/age.h"
#include "crypto/bech32.h"
#include "crypto/random.h"
#include "crypto/x25519.h"

#include <QCoreApplication>

namespace crypto::age {

namespace {

constexpr QByteArrayView recipientPrefix = "age";
constexpr QByteArrayView identityPrefix = "AGE-SECRET-KEY-";

base::Error otherKind(const QString &message)
{
    return {base::ErrorCode::Unsupported,
            message,
            QCoreApplication::translate("crypto", "Use an X25519 key, as age-keygen makes them."),
            {}};
}

} // namespace

base::Result<Recipient> Recipient::parse(const QString &text)
{
    const QByteArray key = text.trimmed().toUtf8();
    if (key.startsWith("age1pq1"))
        return base::fail(otherKind(QCoreApplication::translate(
            "crypto", "Latchkey cannot encrypt to post-quantum keys yet.")));
    if (key.startsWith("ssh-"))
        return base::fail(otherKind(
            QCoreApplication::translate("crypto", "Latchkey cannot encrypt to SSH keys.")));
    TRY(const bech32::Decoded decoded, bech32::decode(key));
    if (decoded.prefix != recipientPrefix || decoded.data.size() != x25519KeySize)
        return base::fail(base::ErrorCode::InvalidInput,
                          QCoreApplication::translate("crypto", "This is not an age recipient."),
                          QCoreApplication::translate("crypto", "A recipient begins with “age1”."));
    return Recipient{decoded.data.expose().toByteArray()};
}

QString Recipient::toString() const
{
    return QString::fromLatin1(bech32::encode(recipientPrefix, publicKey).expose());
}

Identity::Identity(base::Secret privateKey)
    : m_privateKey(std::move(privateKey))
{
    // Cannot fail for 32 bytes, which both makers below ensure.
    m_recipient.publicKey = x25519PublicKey(m_privateKey).value_or(QByteArray());
}

Identity Identity::generate()
{
    return Identity(randomSecret(x25519KeySize));
}

base::Result<Identity> Identity::parse(const base::Secret &text)
{
    const QByteArrayView key = text.expose().trimmed();
    if (key.startsWith("AGE-SECRET-KEY-PQ-1"))
        return base::fail(otherKind(
            QCoreApplication::translate("crypto", "Latchkey cannot use post-quantum keys yet.")));
    if (key.startsWith("AGE-PLUGIN-"))
        return base::fail(otherKind(QCoreApplication::translate(
            "crypto", "Latchkey cannot use the keys of age plug-ins.")));
    TRY(bech32::Decoded decoded, bech32::decode(key));
    if (decoded.prefix != identityPrefix || decoded.data.size() != x25519KeySize)
        return base::fail(
            base::ErrorCode::InvalidInput,
            QCoreApplication::translate("crypto", "This is not an age identity."),
            QCoreApplication::translate("crypto", "An identity begins with “AGE-SECRET-KEY-1”."));
    return Identity(std::move(decoded.data));
}

base::Result<QList<std::shared_ptr<Identity>>> Identity::parseKeyFile(const base::Secret &text)
{
    QList<std::shared_ptr<Identity>> identities;
    QByteArrayView rest = text.expose();
    for (int number = 1; !rest.isEmpty(); ++number) {
        const qsizetype end = rest.indexOf('\n');
        const QByteArrayView line = (end < 0 ? rest : rest.first(end)).trimmed();
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        auto identity = parse(base::Secret(line));
        if (!identity)
            return base::fail(std::move(identity).error().within(
                QCoreApplication::translate("crypto", "line %1").arg(number)));
        identities.append(std::make_shared<Identity>(*std::move(identity)));
    }
    if (identities.isEmpty())
        return base::fail(base::ErrorCode::InvalidInput,
                          QCoreApplication::translate("crypto", "The key file holds no key."),
                          QCoreApplication::translate("crypto", "Make one with age-keygen."));
    return identities;
}

base::Secret Identity::toString() const
{
    return bech32::encode(identityPrefix, m_privateKey.expose());
}

} // namespace crypto::age
