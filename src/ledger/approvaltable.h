// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/consent.h"
#include "ledger/database.h"

namespace ledger {

//! The approvals of programs that outlive the agent, one row each.
class ApprovalTable final : public core::Approvals
{
public:
    explicit ApprovalTable(Database &database);

    [[nodiscard]] base::Result<QList<core::KeptApproval>> all() const override;
    [[nodiscard]] base::Result<> put(const core::KeptApproval &kept) override;
    [[nodiscard]] base::Result<> remove(const QString &id) override;

private:
    Database &m_database;
};

} // namespace ledger
