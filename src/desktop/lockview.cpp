// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lockview.h"

namespace desktop {

LockView::LockView(core::LockService &lock, QObject *parent)
    : QObject(parent)
    , m_lock(lock)
{
    m_changed = m_lock.changed.subscribe([this](const core::LockService::State &) {
        m_problem.clear();
        Q_EMIT changed();
    });
}

LockView::State LockView::state() const
{
    if (m_unlocking)
        return State::Unlocking;
    switch (m_lock.state()) {
    case core::LockService::State::Unlocked:
        return State::Unlocked;
    case core::LockService::State::Locked:
        return State::Locked;
    case core::LockService::State::StoreUnavailable:
        return State::StoreUnavailable;
    }
    Q_UNREACHABLE();
}

QString LockView::reason() const
{
    return m_lock.reason();
}

bool LockView::needsPassphrase() const
{
    return m_lock.needsPassphrase();
}

void LockView::lock()
{
    m_lock.lock(QStringLiteral("window"));
}

void LockView::unlock(const QString &passphrase)
{
    QString typed = passphrase;
    auto secret = base::Secret::take(typed.toUtf8());
    base::wipe(typed);
    if (m_unlocking)
        return;
    m_unlocking = true;
    m_problem.clear();
    Q_EMIT changed();
    QCoro::connect(m_lock.unlock(std::move(secret), QStringLiteral("window")),
                   this,
                   [this](const base::Result<> &result) {
                       m_unlocking = false;
                       if (!result && result.error().code != base::ErrorCode::Cancelled)
                           m_problem = result.error().message;
                       Q_EMIT changed();
                       if (result)
                           Q_EMIT unlocked();
                   });
}

void LockView::touch()
{
    m_lock.touch();
}

} // namespace desktop
