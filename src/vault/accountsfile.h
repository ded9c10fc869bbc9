// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/toml.h"
#include "core/account.h"

#include <QByteArray>

#include <optional>
#include <vector>

//! The text of accounts.toml.
//!
//!     [[accounts]]
//!     service = "github"
//!     account = "work"               # Sigilforge's `id` is read as well
//!     kind = "oauth"                 # without it: oauth where there are scopes, else api_key
//!     provider = "github"
//!     identity = "maria@acme.dev"
//!     scopes = ["repo", "read:org"]
//!     labels = ["client-a"]
//!     created = 2026-11-22T12:00:00Z # or `created_at`
//!     expires = 2027-01-31
//!     warn_before = ["24h", "1h"]
namespace vault {

//! Reads it all, or says FILE:LINE what is wrong. Pure.
[[nodiscard]] base::Result<QList<core::Account>> parseAccounts(QByteArrayView text,
                                                               const QString &fileName);

//! The text with its accounts, for changing single ones: what a person wrote stays as it is, and a
//! change looks at the lines of one account only, so ten thousand do not make it slow.
class AccountsFile
{
public:
    [[nodiscard]] static base::Result<AccountsFile> open(const QByteArray &text,
                                                         const QString &fileName);

    [[nodiscard]] const QList<core::Account> &accounts() const { return m_accounts; }
    [[nodiscard]] QByteArray text() const;

    [[nodiscard]] base::Result<> append(const core::Account &account);
    //! Replaces the \a index-th account by one with the same id.
    [[nodiscard]] base::Result<> replace(qsizetype index, const core::Account &account);
    [[nodiscard]] base::Result<> remove(qsizetype index);

private:
    //! Lines that can be changed by themselves: an account's block with its sub-tables, or what
    //! stands between.
    struct Part
    {
        QByteArray text;
        bool isAccount = false;
    };

    AccountsFile() = default;
    [[nodiscard]] bool split(const QByteArray &text);
    [[nodiscard]] size_t partOf(qsizetype index) const;

    QString m_fileName;
    QList<core::Account> m_accounts;
    std::vector<Part> m_parts;
    bool m_whole = false; //!< `accounts = [{…}]`: cannot be split, each change reads all of it
};

} // namespace vault
