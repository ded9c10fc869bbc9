// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accountid.h"

namespace core {

//! auth://service/account/type. The type is `token` (alias `access_token`), `refresh_token`,
//! `api_key` (alias `apikey`), `client_id`, `client_secret`, `aws` or a custom name
//! [a-z0-9][a-z0-9._-]*. (Parameters come with the references room.)
struct CredentialRef
{
    AccountId account;
    QString type;

    [[nodiscard]] static base::Result<CredentialRef> parse(const QString &text);
    [[nodiscard]] QString toString() const;

    //! Name of the entry in a SecretStore: latchkey/{service}/{account}/{type}.
    [[nodiscard]] QString entryName() const;

    friend bool operator==(const CredentialRef &, const CredentialRef &) = default;
};

//! Entry names that the product uses itself.
[[nodiscard]] QString tokenEntry(const AccountId &id);
[[nodiscard]] QString apiKeyEntry(const AccountId &id);
//! A provider's client id and secret are kept under the account `_provider`.
[[nodiscard]] QString clientIdEntry(const QString &provider);
[[nodiscard]] QString clientSecretEntry(const QString &provider);

} // namespace core
