// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/recorder.h"

#include "base/logging.h"

namespace agent {

void record(core::Audit &audit,
            core::AuditKind kind,
            const core::AccountId &account,
            const QString &actor,
            core::AuditOutcome outcome,
            const QString &detail)
{
    core::AuditEvent event;
    event.kind = kind;
    event.account = account;
    event.actor = actor;
    event.outcome = outcome;
    event.detail = detail;
    event.traceId = base::TraceScope::current();
    if (const auto appended = audit.append(std::move(event)); !appended)
        qCCritical(lcAgent) << "The record could not be written:" << appended.error().message;
}

} // namespace agent
