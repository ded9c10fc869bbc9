// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/lockdesk.h"

#include "agent/recorder.h"
#include "core/settingspecs.h"

namespace agent {

LockDesk::LockDesk(Parts parts)
    : m_parts(parts)
    , m_lastTouch(parts.clock.now())
{
    m_told = state();
    m_onStore = m_parts.secrets.stateChanged.subscribe(
        [this](const core::StoreState &) { announceIfMoved(); });
}

core::LockService::State LockDesk::state() const
{
    if (m_locked)
        return State::Locked;
    switch (m_parts.secrets.state()) {
    case core::StoreState::Ready:
        return State::Unlocked;
    case core::StoreState::Locked:
        return State::Locked;
    case core::StoreState::Unavailable:
        return State::StoreUnavailable;
    }
    Q_UNREACHABLE();
}

QString LockDesk::reason() const
{
    return m_parts.store.status().reason;
}

bool LockDesk::needsPassphrase() const
{
    const core::StoreStatus status = m_parts.store.status();
    return status.kind == core::StoreKind::AgeFile && !status.usesKeyFile;
}

void LockDesk::lock(const QString &actor)
{
    if (m_locked)
        return;
    m_locked = true;
    m_parts.secrets.lock();
    forget.announce();
    record(m_parts.audit, core::AuditKind::Locked, {}, actor);
    announceIfMoved();
}

base::Task<> LockDesk::unlock(base::Secret passphrase, QString actor)
{
    const auto opened = co_await m_parts.secrets.unlock(std::move(passphrase));
    if (!opened) {
        if (opened.error().code == base::ErrorCode::Denied)
            record(
                m_parts.audit, core::AuditKind::Unlocked, {}, actor, core::AuditOutcome::Refused);
        announceIfMoved();
        co_return base::fail(opened.error());
    }
    if (m_locked)
        record(m_parts.audit, core::AuditKind::Unlocked, {}, actor);
    m_locked = false;
    touch();
    announceIfMoved();
    co_return {};
}

void LockDesk::touch()
{
    m_lastTouch = m_parts.clock.now();
}

QDateTime LockDesk::checkIdle()
{
    const qint64 minutes = m_parts.settings.number(core::setting::lockIdleMinutes);
    if (minutes <= 0 || state() != State::Unlocked)
        return {};
    const QDateTime due = m_lastTouch.addSecs(minutes * 60);
    if (due > m_parts.clock.now())
        return due;
    lock(QStringLiteral("idle"));
    return {};
}

void LockDesk::announceIfMoved()
{
    const State now = state();
    if (now == m_told)
        return;
    m_told = now;
    if (now != State::Unlocked)
        forget.announce();
    changed.announce(now);
}

} // namespace agent
