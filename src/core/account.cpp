// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account.h"

#include <QCoreApplication>

namespace core {

QString nameOf(AccountKind kind)
{
    switch (kind) {
    case AccountKind::OAuth:
        return QStringLiteral("oauth");
    case AccountKind::ApiKey:
        return QStringLiteral("api_key");
    case AccountKind::AwsKeys:
        return QStringLiteral("aws_keys");
    case AccountKind::AwsRole:
        return QStringLiteral("aws_role");
    case AccountKind::AwsSso:
        return QStringLiteral("aws_sso");
    }
    Q_UNREACHABLE();
}

base::Result<AccountKind> accountKindFrom(const QString &name)
{
    for (const AccountKind kind : {AccountKind::OAuth,
                                   AccountKind::ApiKey,
                                   AccountKind::AwsKeys,
                                   AccountKind::AwsRole,
                                   AccountKind::AwsSso}) {
        if (nameOf(kind) == name)
            return kind;
    }
    return base::fail(base::ErrorCode::InvalidInput,
                      QCoreApplication::translate("core", "‘%1’ is no kind of account.").arg(name),
                      QCoreApplication::translate(
                          "core", "Kinds are oauth, api_key, aws_keys, aws_role and aws_sso."));
}

QString nameOf(ConsentPolicy policy)
{
    switch (policy) {
    case ConsentPolicy::Default:
        return QStringLiteral("default");
    case ConsentPolicy::Ask:
        return QStringLiteral("ask");
    case ConsentPolicy::Allow:
        return QStringLiteral("allow");
    case ConsentPolicy::Deny:
        return QStringLiteral("deny");
    }
    Q_UNREACHABLE();
}

base::Result<ConsentPolicy> consentPolicyFrom(const QString &name)
{
    for (const ConsentPolicy policy :
         {ConsentPolicy::Default, ConsentPolicy::Ask, ConsentPolicy::Allow, ConsentPolicy::Deny}) {
        if (nameOf(policy) == name)
            return policy;
    }
    return base::fail(
        base::ErrorCode::InvalidInput,
        QCoreApplication::translate("core", "‘%1’ is no rule for programs.").arg(name),
        QCoreApplication::translate("core", "Say ask, allow or deny."));
}

} // namespace core
