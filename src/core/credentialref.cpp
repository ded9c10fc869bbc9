// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentialref.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace core {

namespace {

const QString scheme = QStringLiteral("auth://");

QString entry(const QString &service, const QString &account, const QString &type)
{
    return QStringLiteral("latchkey/%1/%2/%3").arg(service, account, type);
}

} // namespace

base::Result<CredentialRef> CredentialRef::parse(const QString &text)
{
    const auto refused = [&text] {
        return base::fail(
            base::ErrorCode::InvalidInput,
            QCoreApplication::translate("core", "‘%1’ is not a reference.").arg(text),
            QCoreApplication::translate(
                "core",
                "Write it as auth://service/account/type, such as auth://github/work/token."));
    };
    if (!text.startsWith(scheme))
        return refused();
    const QStringList parts = text.mid(scheme.size()).split(QLatin1Char('/'));
    if (parts.size() != 3)
        return refused();
    TRY(AccountId account, AccountId::parse(parts[0], parts[1]));
    static const QRegularExpression word(QStringLiteral("\\A[a-z0-9][a-z0-9._-]{0,63}\\z"));
    QString type = parts[2];
    if (!word.match(type).hasMatch())
        return refused();
    if (type == QLatin1String("access_token"))
        type = QStringLiteral("token");
    else if (type == QLatin1String("apikey"))
        type = QStringLiteral("api_key");
    return CredentialRef{std::move(account), std::move(type)};
}

QString CredentialRef::toString() const
{
    return scheme + account.joined() + QLatin1Char('/') + type;
}

QString CredentialRef::entryName() const
{
    return entry(account.service, account.account, type);
}

QString tokenEntry(const AccountId &id)
{
    return entry(id.service, id.account, QStringLiteral("token"));
}

QString apiKeyEntry(const AccountId &id)
{
    return entry(id.service, id.account, QStringLiteral("api_key"));
}

QString clientIdEntry(const QString &provider)
{
    return entry(provider, QStringLiteral("_provider"), QStringLiteral("client_id"));
}

QString clientSecretEntry(const QString &provider)
{
    return entry(provider, QStringLiteral("_provider"), QStringLiteral("client_secret"));
}

} // namespace core
