// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services.h"

#include <QCoroFuture>
#include <QPromise>

#include <memory>

//! Gives "token-of-<account>" for every account; can be told to fail, or to wait until release().
class FakeTokenService final : public core::TokenService
{
public:
    QHash<core::AccountId, base::Error> errors;
    QStringList taken; //!< "account by actor as kind"
    QStringList refreshed; //!< "account by actor"
    bool holds = false; //!< calls wait until release()
    int waiting = 0;
    int mostWaiting = 0;

    [[nodiscard]] base::Task<core::AccessToken> take(core::AccountId id,
                                                     std::chrono::seconds,
                                                     QString actor,
                                                     core::AuditKind kind,
                                                     std::stop_token) override
    {
        co_await pass();
        taken << QStringLiteral("%1 by %2 as %3").arg(id.joined(), actor, nameOf(kind));
        if (errors.contains(id))
            co_return base::fail(errors.value(id));
        core::AccessToken token;
        token.value = base::Secret(QByteArray("token-of-" + id.joined().toUtf8()));
        co_return token;
    }

    [[nodiscard]] base::Task<> refresh(core::AccountId id, QString actor, std::stop_token) override
    {
        co_await pass();
        refreshed << QStringLiteral("%1 by %2").arg(id.joined(), actor);
        if (errors.contains(id))
            co_return base::fail(errors.value(id));
        co_return {};
    }

    [[nodiscard]] base::Task<core::TokenSet> facts(core::AccountId id) override
    {
        if (errors.contains(id))
            co_return base::fail(errors.value(id));
        core::TokenSet facts;
        facts.issuer = QStringLiteral("https://%1.com").arg(id.service);
        facts.clientId = QStringLiteral("Iv1.8a61f9b3a7aba766");
        co_return facts;
    }

    void release()
    {
        holds = false;
        if (const auto gate = std::exchange(m_gate, nullptr))
            gate->finish();
    }

private:
    QCoro::Task<> pass()
    {
        if (!holds)
            co_return;
        if (!m_gate) {
            m_gate = std::make_shared<QPromise<void>>();
            m_gate->start();
        }
        mostWaiting = std::max(mostWaiting, ++waiting);
        const QFuture<void> opened = m_gate->future();
        co_await opened;
        --waiting;
    }

    std::shared_ptr<QPromise<void>> m_gate;
};
