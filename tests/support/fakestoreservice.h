// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services.h"
#include "core/storerestores.h"

//! A store that moves 31 entries at once, and whose key is given to who says "right".
class FakeStoreService final : public core::StoreService, public core::StoreRestores
{
public:
    QDateTime older;
    QString lastActor;

    [[nodiscard]] base::Task<base::Secret> recoveryKey(base::Secret typed, QString actor) override
    {
        lastActor = actor;
        if (now.usesKeyFile)
            co_return base::fail(base::ErrorCode::Unsupported, QStringLiteral("~/vault.key is it"));
        if (!typed.equals("right"))
            co_return base::fail(base::ErrorCode::Denied, QStringLiteral("Not this one."));
        base::Secret key("AGE-SECRET-KEY-1FAKE");
        co_return key;
    }
    [[nodiscard]] QDateTime olderCopy() const override { return older; }
    [[nodiscard]] base::Task<> keepOlderCopy(QString actor) override
    {
        lastActor = actor;
        older = {};
        now.remark.clear();
        changed.announce();
        co_return {};
    }

    core::StoreStatus now{core::StoreKind::Keyring,
                          QStringLiteral("GNOME Keyring"),
                          core::StoreState::Ready,
                          {},
                          true,
                          false,
                          {}};
    std::optional<base::Error> moveError;
    QByteArray passphrase;

    [[nodiscard]] core::StoreStatus status() const override { return now; }

    [[nodiscard]] base::Task<> moveTo(core::StoreKind kind,
                                      base::Secret newPassphrase,
                                      std::function<void(int, int)> progress,
                                      std::stop_token) override
    {
        passphrase = newPassphrase.expose().toByteArray();
        progress(1, 31);
        if (moveError)
            co_return base::fail(*moveError);
        progress(31, 31);
        now.kind = kind;
        now.place = kind == core::StoreKind::AgeFile
                        ? QStringLiteral("~/.local/share/latchkey/vault.age")
                        : QStringLiteral("GNOME Keyring");
        now.usesKeyFile = kind == core::StoreKind::AgeFile && passphrase.isEmpty();
        changed.announce();
        co_return {};
    }
};
