// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider.h"

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
    const QUrl issuer(idOrIssuer);
    QString word = issuer.host();
    if (issuer.port() > 0)
        word += QLatin1Char('-') + QString::number(issuer.port());
    word += issuer.path();
    static const QRegularExpression strange(QStringLiteral("[^a-z0-9._-]+"));
    word = word.toLower().replace(strange, QStringLiteral("-"));
    while (word.endsWith(QLatin1Char('-')))
        word.chop(1);
    return word;
}

} // namespace core
