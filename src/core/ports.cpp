// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ports.h"

#include <QCoreApplication>

namespace core {

SecretStore::~SecretStore() = default;
Accounts::~Accounts() = default;
AccountStates::~AccountStates() = default;
Audit::~Audit() = default;
SignInFlow::~SignInFlow() = default;
Providers::~Providers() = default;

base::Task<QList<AuditEvent>> Audit::search(AuditFilter filter)
{
    co_return find(filter);
}

base::Result<> Providers::keep(const Provider &)
{
    return {};
}

Tokens::~Tokens() = default;

base::Task<AccessToken> Tokens::narrowed(AccountId id,
                                         std::chrono::seconds minValid,
                                         TokenLimits limits,
                                         std::stop_token stop)
{
    if (!limits.isNothing())
        co_return base::fail(
            base::ErrorCode::Unsupported,
            QCoreApplication::translate("core",
                                        "%1 gives no tokens for some scopes or one audience only.")
                .arg(id.joined()),
            QCoreApplication::translate("core", "Ask without scopes and audience."));
    co_return co_await ensure(std::move(id), minValid, std::move(stop));
}

Browser::~Browser() = default;
Notifications::~Notifications() = default;

} // namespace core
