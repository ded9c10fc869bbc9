// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/activitydesk.h"

namespace agent {

ActivityDesk::ActivityDesk(core::Audit &audit)
    : m_audit(audit)
{
    m_onAppend = m_audit.appended.subscribe(
        [this](const core::AuditEvent &event) { appended.announce(event); });
}

base::Result<QList<core::AuditEvent>> ActivityDesk::find(const core::AuditFilter &filter) const
{
    return m_audit.find(filter);
}

base::Task<QList<core::AuditEvent>> ActivityDesk::search(core::AuditFilter filter)
{
    return m_audit.search(std::move(filter));
}

base::Task<qint64> ActivityDesk::verify(std::stop_token stop)
{
    return m_audit.verify(stop);
}

} // namespace agent
