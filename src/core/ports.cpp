// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ports.h"

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
Browser::~Browser() = default;
Notifications::~Notifications() = default;

} // namespace core
