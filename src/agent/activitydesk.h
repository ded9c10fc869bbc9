// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services.h"

namespace agent {

//! The record, as the faces see it.
class ActivityDesk final : public core::ActivityService
{
public:
    explicit ActivityDesk(core::Audit &audit);

    [[nodiscard]] base::Result<QList<core::AuditEvent>> find(
        const core::AuditFilter &filter) const override;
    [[nodiscard]] base::Task<QList<core::AuditEvent>> search(core::AuditFilter filter) override;
    [[nodiscard]] base::Task<qint64> verify(std::stop_token stop) override;

private:
    core::Audit &m_audit;
    base::Subscription m_onAppend;
};

} // namespace agent
