// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/accountbook.h"
#include "core/services.h"

#include <map>

namespace agent {

//! Gives tokens and keys of every kind of account out, and writes down who got which.
class TokenDesk final : public core::TokenService
{
public:
    struct Parts
    {
        AccountBook &book;
        core::Tokens &tokens;
        core::SecretStore &secrets;
        core::Audit &audit;
        const core::LockService &lock;
    };

    explicit TokenDesk(Parts parts);

    [[nodiscard]] base::Task<core::AccessToken> give(core::TokenRequest request,
                                                     std::stop_token stop) override;
    [[nodiscard]] base::Task<core::AccessToken> take(core::AccountId id,
                                                     std::chrono::seconds minValid,
                                                     QString actor,
                                                     core::AuditKind kind,
                                                     std::stop_token stop) override;
    [[nodiscard]] base::Task<> refresh(core::AccountId id,
                                       QString actor,
                                       std::stop_token stop) override;
    [[nodiscard]] base::Task<core::TokenSet> facts(core::AccountId id) override;

    //! Drops the decrypted API keys (lock, or a key that was replaced).
    void forget();

private:
    [[nodiscard]] base::Task<core::AccessToken> find(core::Account account,
                                                     std::chrono::seconds minValid,
                                                     core::TokenLimits limits,
                                                     std::stop_token stop);
    [[nodiscard]] base::Result<core::Account> accountOf(const core::AccountId &id) const;
    [[nodiscard]] base::Result<> unlocked() const;

    Parts m_parts;
    std::map<core::AccountId, base::Secret> m_keys;
    base::Subscription m_onAccount;
};

} // namespace agent
