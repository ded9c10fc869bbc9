// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "ledger/database.h"

namespace ledger {

//! The states of the accounts, one row each.
class AccountStateTable final : public core::AccountStates
{
public:
    explicit AccountStateTable(Database &database);

    [[nodiscard]] base::Result<QHash<core::AccountId, core::AccountState>> all() const override;
    [[nodiscard]] base::Result<> put(const core::AccountId &id,
                                     const core::AccountState &state) override;
    [[nodiscard]] base::Result<> remove(const core::AccountId &id) override;

private:
    Database &m_database;
};

} // namespace ledger
