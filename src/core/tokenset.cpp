// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokenset.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cstring>

namespace core {

namespace {

constexpr QByteArrayView firstLine("latchkey-token-set 1");

QJsonValue written(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QDateTime readTime(const QJsonValue &value)
{
    return value.isString() ? QDateTime::fromString(value.toString(), Qt::ISODate).toUTC()
                            : QDateTime();
}

base::Result<TokenSet> corrupt()
{
    return base::fail(base::ErrorCode::Corrupt,
                      QCoreApplication::translate("core", "The stored tokens cannot be read."),
                      QCoreApplication::translate("core", "Sign in again to replace them."));
}

} // namespace

QString nameOf(ClientAuth method)
{
    switch (method) {
    case ClientAuth::None:
        return QStringLiteral("none");
    case ClientAuth::Basic:
        return QStringLiteral("client_secret_basic");
    case ClientAuth::Post:
        return QStringLiteral("client_secret_post");
    }
    Q_UNREACHABLE();
}

base::Result<ClientAuth> clientAuthFrom(const QString &name)
{
    for (const ClientAuth method : {ClientAuth::None, ClientAuth::Basic, ClientAuth::Post}) {
        if (nameOf(method) == name)
            return method;
    }
    return base::fail(
        base::ErrorCode::InvalidInput,
        QCoreApplication::translate("core", "‘%1’ is no way of client authentication.").arg(name),
        QStringLiteral("none, client_secret_basic, client_secret_post"));
}

TokenSet TokenSet::clone() const
{
    TokenSet copy;
    copy.accessToken = accessToken.clone();
    copy.refreshToken = refreshToken.clone();
    copy.idToken = idToken.clone();
    copy.tokenType = tokenType;
    copy.issuedAt = issuedAt;
    copy.expiresAt = expiresAt;
    copy.scopes = scopes;
    copy.issuer = issuer;
    copy.subject = subject;
    copy.clientId = clientId;
    copy.tokenEndpoint = tokenEndpoint;
    copy.clientAuth = clientAuth;
    return copy;
}

base::Secret TokenSet::serialized() const
{
    const QJsonObject facts{
        {QStringLiteral("token_type"), tokenType},
        {QStringLiteral("issued_at"), written(issuedAt)},
        {QStringLiteral("expires_at"), written(expiresAt)},
        {QStringLiteral("scopes"), QJsonArray::fromStringList(scopes)},
        {QStringLiteral("issuer"), issuer},
        {QStringLiteral("subject"), subject},
        {QStringLiteral("client_id"), clientId},
        {QStringLiteral("token_endpoint"), tokenEndpoint},
        {QStringLiteral("client_auth"), nameOf(clientAuth)},
    };
    const QByteArray json = QJsonDocument(facts).toJson(QJsonDocument::Compact);
    const std::array<QByteArrayView, 5> lines{
        firstLine, json, accessToken.expose(), refreshToken.expose(), idToken.expose()};
    std::size_t size = 0;
    for (const QByteArrayView line : lines)
        size += static_cast<std::size_t>(line.size()) + 1;
    base::Secret entry = base::Secret::zeroed(size);
    unsigned char *at = entry.data();
    for (const QByteArrayView line : lines) {
        if (!line.isEmpty())
            std::memcpy(at, line.data(), static_cast<std::size_t>(line.size()));
        at += line.size();
        *at++ = '\n';
    }
    return entry;
}

base::Result<TokenSet> TokenSet::parse(const base::Secret &entry)
{
    QByteArrayView rest = entry.expose();
    std::array<QByteArrayView, 5> lines;
    for (QByteArrayView &line : lines) {
        const qsizetype end = rest.indexOf('\n');
        if (end < 0)
            return corrupt();
        line = rest.first(end);
        rest = rest.sliced(end + 1);
    }
    if (lines[0] != firstLine || !rest.isEmpty() || lines[2].isEmpty())
        return corrupt();
    const QJsonDocument json = QJsonDocument::fromJson(lines[1].toByteArray());
    if (!json.isObject())
        return corrupt();

    TokenSet set;
    set.tokenType = json[QLatin1String("token_type")].toString();
    set.issuedAt = readTime(json[QLatin1String("issued_at")]);
    set.expiresAt = readTime(json[QLatin1String("expires_at")]);
    const QJsonArray scopes = json[QLatin1String("scopes")].toArray();
    for (const QJsonValue &scope : scopes)
        set.scopes += scope.toString();
    set.issuer = json[QLatin1String("issuer")].toString();
    set.subject = json[QLatin1String("subject")].toString();
    set.clientId = json[QLatin1String("client_id")].toString();
    set.tokenEndpoint = json[QLatin1String("token_endpoint")].toString();
    const auto clientAuth = clientAuthFrom(json[QLatin1String("client_auth")].toString());
    if (!clientAuth || set.tokenType.isEmpty())
        return corrupt();
    set.clientAuth = *clientAuth;
    set.accessToken = base::Secret(lines[2]);
    set.refreshToken = base::Secret(lines[3]);
    set.idToken = base::Secret(lines[4]);
    return set;
}

} // namespace core
