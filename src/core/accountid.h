// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QHashFunctions>
#include <QString>

namespace core {

//! Which account: service and account, both [a-z0-9][a-z0-9._-]* after folding. Made by parse();
//! a default-made one names nothing.
struct AccountId
{
    QString service;
    QString account;

    //! Folds (trim, spaces to '-'; the service also to lower case, the account likewise) and
    //! checks.
    [[nodiscard]] static base::Result<AccountId> parse(const QString &service,
                                                       const QString &account);
    //! "service/account"
    [[nodiscard]] static base::Result<AccountId> parse(const QString &joined);

    [[nodiscard]] QString joined() const { return service + QLatin1Char('/') + account; }
    [[nodiscard]] bool isEmpty() const { return service.isEmpty(); }

    friend bool operator==(const AccountId &, const AccountId &) = default;
    friend auto operator<=>(const AccountId &a, const AccountId &b)
    {
        const int byService = a.service.compare(b.service);
        return byService != 0 ? byService <=> 0 : a.account.compare(b.account) <=> 0;
    }
};

inline size_t qHash(const AccountId &id, size_t seed = 0) noexcept
{
    return qHashMulti(seed, id.service, id.account);
}

} // namespace core
