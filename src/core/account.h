// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accountid.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <chrono>

namespace core {

//! What sort of credential an account holds.
enum class AccountKind { OAuth, ApiKey, AwsKeys, AwsRole, AwsSso };

//! "oauth", "api_key", "aws_keys", "aws_role", "aws_sso": the words of accounts.toml and the
//! socket.
[[nodiscard]] QString nameOf(AccountKind kind);
[[nodiscard]] base::Result<AccountKind> accountKindFrom(const QString &name);

//! What happens when a program asks for an account.
enum class ConsentPolicy {
    Default, //!< the setting consent.policy
    Ask,
    Allow,
    Deny
};

//! "default", "ask", "allow", "deny".
[[nodiscard]] QString nameOf(ConsentPolicy policy);
[[nodiscard]] base::Result<ConsentPolicy> consentPolicyFrom(const QString &name);

//! One account as accounts.toml has it. Holds no secret, and nothing that changes by itself
//! (see AccountState): a person may keep the file under version control.
struct Account
{
    AccountId id;
    AccountKind kind = AccountKind::ApiKey;
    QString provider; //!< catalog id for OAuth ("github"), else empty
    QString identity; //!< who that is, for people: "maria@acme.dev"
    QStringList scopes;
    QStringList labels;
    QDateTime created; //!< UTC
    QDateTime expires; //!< UTC; the date a person gave to an API key, else invalid
    //! How long before the end a person is warned, longest first; empty: the setting's.
    QList<std::chrono::seconds> warnBefore;
    ConsentPolicy consent = ConsentPolicy::Default;

    friend bool operator==(const Account &, const Account &) = default;
};

} // namespace core
