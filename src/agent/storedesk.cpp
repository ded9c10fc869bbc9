// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/storedesk.h"

#include "agent/recorder.h"
#include "agent/words.h"

namespace agent {

using core::AuditKind;
using core::AuditOutcome;

StoreDesk::StoreDesk(Parts parts)
    : m_parts(parts)
{
    m_onChange = m_parts.store.changed.subscribe([this] { changed.announce(); });
    m_onOlderCopy = m_parts.restores.olderCopyFound.subscribe([this](const QDateTime &written) {
        record(m_parts.audit,
               AuditKind::StoreChanged,
               {},
               QStringLiteral("store"),
               AuditOutcome::Failed,
               Words::tr("An older copy of the vault is in use, of %1")
                   .arg(written.toUTC().toString(Qt::ISODate)));
        olderCopyFound.announce(written);
    });
}

core::StoreStatus StoreDesk::status() const
{
    return m_parts.store.status();
}

base::Task<> StoreDesk::moveTo(core::StoreKind kind,
                               base::Secret passphrase,
                               std::function<void(int, int)> progress,
                               std::stop_token stop)
{
    core::Audit &audit = m_parts.audit;
    const core::StoreService &store = m_parts.store;
    const QString from = store.status().place;
    auto moving =
        m_parts.store.moveTo(kind, std::move(passphrase), std::move(progress), std::move(stop));
    const base::Result<> moved = co_await moving;
    // Only a person in the window moves them.
    const auto actor = QStringLiteral("window");
    if (moved)
        record(audit,
               AuditKind::StoreChanged,
               {},
               actor,
               AuditOutcome::Done,
               Words::tr("From %1 to %2").arg(from, store.status().place));
    else if (moved.error().code != base::ErrorCode::Cancelled)
        record(audit,
               AuditKind::StoreChanged,
               {},
               actor,
               AuditOutcome::Failed,
               base::nameOf(moved.error().code));
    co_return moved;
}

base::Task<base::Secret> StoreDesk::recoveryKey(base::Secret passphrase, QString actor)
{
    core::Audit &audit = m_parts.audit;
    auto asking = m_parts.store.recoveryKey(std::move(passphrase), actor);
    auto key = co_await asking;
    if (key)
        record(audit, AuditKind::KeyExported, {}, actor);
    else if (key.error().code == base::ErrorCode::Denied)
        record(audit, AuditKind::KeyExported, {}, actor, AuditOutcome::Refused);
    co_return key;
}

QDateTime StoreDesk::olderCopy() const
{
    return m_parts.restores.olderCopy();
}

base::Task<> StoreDesk::keepOlderCopy(QString actor)
{
    core::Audit &audit = m_parts.audit;
    const QDateTime written = olderCopy();
    auto keeping = m_parts.restores.keepOlderCopy(actor);
    const base::Result<> kept = co_await keeping;
    if (kept && written.isValid())
        record(audit,
               AuditKind::StoreChanged,
               {},
               actor,
               AuditOutcome::Done,
               Words::tr("The older copy of the vault, of %1, was wanted")
                   .arg(written.toUTC().toString(Qt::ISODate)));
    co_return kept;
}

} // namespace agent
