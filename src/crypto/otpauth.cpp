// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/totp.h"

#include <QCoreApplication>
#include <QUrl>
#include <QUrlQuery>

namespace crypto {

namespace {

constexpr std::size_t leastKey = 1;

base::Error wrong(const QString &what)
{
    return {base::ErrorCode::InvalidInput,
            what,
            QCoreApplication::translate("crypto", "Copy the whole otpauth:// address."),
            {}};
}

QString nameOf(Hash hash)
{
    switch (hash) {
    case Hash::Sha256:
        return QStringLiteral("SHA256");
    case Hash::Sha512:
        return QStringLiteral("SHA512");
    default:
        return QStringLiteral("SHA1");
    }
}

base::Result<Hash> hashOf(const QString &name)
{
    const QString folded = name.toUpper();
    if (folded.isEmpty() || folded == u"SHA1")
        return Hash::Sha1;
    if (folded == u"SHA256")
        return Hash::Sha256;
    if (folded == u"SHA512")
        return Hash::Sha512;
    return base::fail(
        wrong(QCoreApplication::translate("crypto", "The algorithm “%1” is not known.").arg(name)));
}

base::Result<int> numberIn(
    const QUrlQuery &query, const QString &name, int usual, int least, int most)
{
    if (!query.hasQueryItem(name))
        return usual;
    bool isNumber = false;
    const int number = query.queryItemValue(name).toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return base::fail(wrong(QCoreApplication::translate("crypto", "“%1” must be %2 to %3.")
                                    .arg(name)
                                    .arg(least)
                                    .arg(most)));
    return number;
}

} // namespace

base::Secret otpauthUri(const QString &issuer,
                        const QString &name,
                        const base::Secret &key,
                        const TotpSettings &settings)
{
    const auto encoded = [](const QString &text) { return QUrl::toPercentEncoding(text); };
    const base::Secret letters = toBase32(key);
    QByteArray uri = "otpauth://totp/" + encoded(issuer) + ':' + encoded(name) + "?secret=";
    uri += letters.expose();
    uri += "&issuer=" + encoded(issuer) + "&algorithm=" + nameOf(settings.hash).toLatin1()
           + "&digits=" + QByteArray::number(settings.digits)
           + "&period=" + QByteArray::number(settings.period);
    return base::Secret::take(std::move(uri));
}

base::Result<OtpauthFacts> parseOtpauth(const base::Secret &uri)
{
    const QUrl url = QUrl::fromEncoded(uri.expose().toByteArray(), QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != u"otpauth")
        return base::fail(
            wrong(QCoreApplication::translate("crypto", "This is no otpauth:// address.")));
    if (url.host() != u"totp")
        return base::fail(wrong(QCoreApplication::translate(
            "crypto", "Only codes that change with the time (totp) are supported.")));
    const QUrlQuery query(url);
    OtpauthFacts facts;
    const QString label = url.path(QUrl::FullyDecoded).mid(1);
    facts.issuer = query.queryItemValue(QStringLiteral("issuer"), QUrl::FullyDecoded);
    // An issuer with a colon of its own is only told apart by the parameter.
    const bool hasOwn =
        !facts.issuer.isEmpty() && label.startsWith(facts.issuer + QLatin1Char(':'));
    const qsizetype colon = hasOwn ? facts.issuer.size() : label.indexOf(QLatin1Char(':'));
    facts.name = label.mid(colon + 1).trimmed();
    if (facts.issuer.isEmpty() && colon > 0)
        facts.issuer = label.left(colon);
    QByteArray letters = query.queryItemValue(QStringLiteral("secret")).toLatin1();
    const base::Secret text = base::Secret::take(std::move(letters));
    TRY(facts.key, fromBase32(text));
    if (facts.key.size() < leastKey)
        return base::fail(wrong(QCoreApplication::translate("crypto", "The key is missing.")));
    TRY(facts.settings.hash, hashOf(query.queryItemValue(QStringLiteral("algorithm"))));
    TRY(facts.settings.digits, numberIn(query, QStringLiteral("digits"), 6, 6, 8));
    TRY(facts.settings.period, numberIn(query, QStringLiteral("period"), 30, 1, 300));
    return facts;
}

} // namespace crypto
