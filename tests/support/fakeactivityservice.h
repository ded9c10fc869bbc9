// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services.h"
#include "support/samples.h"

//! The record in memory, newest first.
class FakeActivityService final : public core::ActivityService
{
public:
    QList<core::AuditEvent> events;
    std::optional<base::Error> findError;
    std::optional<base::Error> sealError;

    FakeActivityService() = default;
    explicit FakeActivityService(QList<core::AuditEvent> lines)
        : events(std::move(lines))
    {}

    [[nodiscard]] base::Result<QList<core::AuditEvent>> find(
        const core::AuditFilter &filter) const override
    {
        if (findError)
            return base::fail(*findError);
        QList<core::AuditEvent> found;
        for (const core::AuditEvent &event : events) {
            const bool searched =
                event.actor.contains(filter.search, Qt::CaseInsensitive)
                || event.account.joined().contains(filter.search, Qt::CaseInsensitive)
                || event.detail.contains(filter.search, Qt::CaseInsensitive);
            if ((filter.kinds.isEmpty() || filter.kinds.contains(event.kind))
                && (filter.outcomes.isEmpty() || filter.outcomes.contains(event.outcome))
                && (filter.account.isEmpty() || filter.account == event.account)
                && (filter.before == 0 || event.sequence < filter.before)
                && (!filter.since.isValid() || event.at >= filter.since) && searched)
                found.append(event);
            if (found.size() == filter.limit)
                break;
        }
        return found;
    }

    [[nodiscard]] base::Task<qint64> verify(std::stop_token) override
    {
        if (sealError)
            co_return base::fail(*sealError);
        co_return events.size();
    }

    //! Something has happened just now.
    void happen(core::AuditEvent event)
    {
        event.sequence = events.isEmpty() ? 1 : events.front().sequence + 1;
        events.prepend(event);
        appended.announce(event);
    }
};
