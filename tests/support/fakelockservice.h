// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services.h"

//! A lock with the passphrase "open sesame".
class FakeLockService final : public core::LockService
{
public:
    State now = State::Unlocked;
    QString why;
    bool passphraseNeeded = false;
    int touches = 0;
    QStringList lockedBy;

    [[nodiscard]] State state() const override { return now; }
    [[nodiscard]] QString reason() const override { return why; }
    [[nodiscard]] bool needsPassphrase() const override { return passphraseNeeded; }

    void lock(const QString &actor) override
    {
        lockedBy << actor;
        put(State::Locked);
    }

    [[nodiscard]] base::Task<> unlock(base::Secret passphrase, QString) override
    {
        if (passphraseNeeded && !passphrase.equals("open sesame"))
            co_return base::fail(base::ErrorCode::Denied,
                                 QStringLiteral("That passphrase does not open the store."));
        put(State::Unlocked);
        co_return {};
    }

    void touch() override { ++touches; }

    void put(State state)
    {
        now = state;
        changed.announce(state);
    }
};
