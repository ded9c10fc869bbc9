// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/totp.h"

#include <QUrl>

namespace crypto {

namespace {

QByteArray nameOf(Hash hash)
{
    switch (hash) {
    case Hash::Sha256:
        return QByteArrayLiteral("SHA256");
    case Hash::Sha512:
        return QByteArrayLiteral("SHA512");
    default:
        return QByteArrayLiteral("SHA1");
    }
}

} // namespace

base::Secret otpauthUri(const QString &issuer,
                        const QString &name,
                        const base::Secret &key,
                        const TotpSettings &settings)
{
    const auto encoded = [](const QString &text) { return QUrl::toPercentEncoding(text); };
    const base::Secret letters = toBase32(key);
    const QByteArray before =
        "otpauth://totp/" + encoded(issuer) + ':' + encoded(name) + "?secret=";
    const QByteArray after = "&issuer=" + encoded(issuer) + "&algorithm=" + nameOf(settings.hash)
                             + "&digits=" + QByteArray::number(settings.digits)
                             + "&period=" + QByteArray::number(settings.period);
    QByteArray uri;
    // Once: what it outgrows would be left behind with the key in it.
    uri.reserve(before.size() + static_cast<qsizetype>(letters.size()) + after.size());
    uri.append(before).append(letters.expose()).append(after);
    return base::Secret::take(std::move(uri));
}

} // namespace crypto
