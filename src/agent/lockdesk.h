// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/settings.h"
#include "core/services.h"

#include <functional>

namespace agent {

//! Shuts and opens the desk. Locked: no secret is in memory, whoever asks is told so. The store may
//! also be shut from outside (a keyring that locks or goes away); that is its own state.
class LockDesk final : public core::LockService
{
public:
    struct Parts
    {
        core::SecretStore &secrets;
        const core::StoreService &store;
        core::Audit &audit;
        base::Clock &clock;
        const base::Settings &settings;
    };

    explicit LockDesk(Parts parts);

    [[nodiscard]] State state() const override;
    [[nodiscard]] QString reason() const override;
    [[nodiscard]] bool needsPassphrase() const override;
    void lock(const QString &actor) override;
    [[nodiscard]] base::Task<> unlock(base::Secret passphrase, QString actor) override;
    void touch() override;

    //! Locks when nobody has done anything for lock.idle_minutes; when to look again (invalid: not
    //! by time).
    [[nodiscard]] QDateTime checkIdle();

    //! Everybody who keeps decrypted secrets drops them now.
    base::Event<> forget;

private:
    void announceIfMoved();

    Parts m_parts;
    bool m_locked = false;
    State m_told = State::StoreUnavailable;
    QDateTime m_lastTouch;
    base::Subscription m_onStore;
};

} // namespace agent
