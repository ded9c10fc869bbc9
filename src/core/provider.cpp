// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUrl>

namespace core {

QString nameOf(SignInMethod method)
{
    switch (method) {
    case SignInMethod::Browser:
        return QStringLiteral("browser");
    case SignInMethod::Device:
        return QStringLiteral("device");
    case SignInMethod::ApiKey:
        return QStringLiteral("api_key");
    }
    Q_UNREACHABLE();
}

QString providerIdOf(const QString &idOrIssuer)
{
    if (!idOrIssuer.contains(QLatin1String("://")))
        return idOrIssuer;
    constexpr qsizetype longest = 64;
    constexpr qsizetype tailSize = 12;
    static const QRegularExpression wellKnown(
        QStringLiteral("/\\.well-known/openid-configuration/?\\z"));
    const QUrl issuer(QString(idOrIssuer).remove(wellKnown));
    QString path = issuer.path(QUrl::FullyEncoded);
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    const QString host = issuer.host(QUrl::EncodeUnicode);
    QString place = host;
    if (issuer.port() > 0)
        place += QLatin1Char('-') + QString::number(issuer.port());
    place += path;

    static const QRegularExpression strange(QStringLiteral("[^a-z0-9._-]+"));
    static const QRegularExpression atTheEnds(QStringLiteral("\\A[^a-z0-9]+|-+\\z"));
    QString word = place.toLower().replace(strange, QStringLiteral("-")).remove(atTheEnds);
    // A bare host name in a local network must not pass for one of the catalog's ids: under the id
    // lie the client's credentials.
    if (!host.contains(QLatin1Char('.')))
        word.prepend(QLatin1String("host-"));
    // Nor one address for another: what the word cannot tell apart, a digest does.
    static const QRegularExpression plainHost(QStringLiteral("\\A[a-z0-9.-]+\\.[a-z0-9]+\\z"));
    static const QRegularExpression plainPath(QStringLiteral("\\A(/[a-z._][a-z0-9._]*)*\\z"));
    if (word.size() > longest || !plainHost.match(host).hasMatch()
        || !plainPath.match(path).hasMatch()) {
        const QByteArray digest = QCryptographicHash::hash(
            (host + QLatin1Char(':') + place).toUtf8(), QCryptographicHash::Sha256);
        word = word.left(longest - tailSize - 1) + QLatin1Char('-')
               + QString::fromLatin1(digest.toHex().left(tailSize));
    }
    return word;
}

} // namespace core
