// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/consent.h"

#include <QMap>

//! Programs that a test made up.
class FakePrograms final : public core::Programs
{
public:
    core::Backing backing = core::Backing::Package;
    core::ProgramPointer asking; //!< whoever it is that connects
    int vouched = 0;

    [[nodiscard]] base::Task<core::ProgramPointer> identify(core::Peer) override
    {
        if (!asking)
            co_return base::fail(base::ErrorCode::NotFound, QStringLiteral("gone"));
        const core::ProgramPointer program = asking;
        co_return program;
    }
    [[nodiscard]] base::Task<core::ProgramPointer> vouch(core::ProgramPointer program) override
    {
        ++vouched;
        const auto filled = std::make_shared<core::Program>(*program);
        filled->backing = backing;
        const core::ProgramPointer result = filled;
        co_return result;
    }
};

//! Approvals that outlive a desk, in memory.
class FakeApprovals final : public core::Approvals
{
public:
    QMap<QString, core::KeptApproval> rows;
    int writes = 0;
    std::optional<base::Error> failure;

    [[nodiscard]] base::Result<QList<core::KeptApproval>> all() const override
    {
        return rows.values();
    }
    [[nodiscard]] base::Result<> put(const core::KeptApproval &kept) override
    {
        if (failure)
            return base::fail(*failure);
        ++writes;
        rows.insert(kept.approval.id, kept);
        return {};
    }
    [[nodiscard]] base::Result<> remove(const QString &id) override
    {
        if (failure)
            return base::fail(*failure);
        rows.remove(id);
        return {};
    }
};
