// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/taskscope.h"
#include "core/ports.h"
#include "oauth/flight.h"
#include "oauth/tokenissuer.h"

#include <QHash>

#include <memory>

namespace oauth {

//! Keeps the tokens of accounts fresh (RFC 6749 6, RFC 9700 4.14). One refresh at a time for an
//! account, whoever asks; what is new is stored before anyone sees it.
//!
//!     ensure: valid long enough --> give it (and refresh behind it in its last 5 minutes)
//!             else refresh --ok--> store --> give the new one
//!                    |--invalid_grant--> read the store again --changed--> go on with that
//!                    |                                        `-same-----> sign-in lost
//!                    `--passing trouble--> give the old one while it is valid
//!
//! Await stop() before it is destroyed.
class TokenManager final : public core::Tokens
{
public:
    //! All outlive it.
    TokenManager(core::SecretStore &store,
                 core::Accounts &accounts,
                 core::Providers &providers,
                 net::Retry &http,
                 base::Clock &clock,
                 IdTokenCheck checkIdToken);
    ~TokenManager() override;

    [[nodiscard]] base::Task<core::AccessToken> ensure(core::AccountId id,
                                                       std::chrono::seconds minValid,
                                                       std::stop_token stop) override;
    [[nodiscard]] base::Task<core::AccessToken> refresh(core::AccountId id,
                                                        std::stop_token stop) override;
    [[nodiscard]] base::Task<core::AccessToken> narrowed(core::AccountId id,
                                                         std::chrono::seconds minValid,
                                                         core::TokenLimits limits,
                                                         std::stop_token stop) override;
    [[nodiscard]] base::Task<> store(core::AccountId id, core::TokenSet tokens) override;
    [[nodiscard]] base::Task<> revoke(core::AccountId id, std::stop_token stop) override;
    [[nodiscard]] base::Task<core::TokenSet> facts(core::AccountId id) override;
    void forget() override;

    //! Lets what is under way come to its end.
    [[nodiscard]] base::Task<> stop();

private:
    using Set = KeptTokens;
    using SetFlight = std::shared_ptr<Flight<Set>>;

    //! What is known of one account while the program runs.
    struct Entry
    {
        Set set; //!< decrypted; empty while locked
        Set unsaved; //!< renewed, but the store did not take it: survives a lock, see saved()
        SetFlight reading;
        SetFlight changing; //!< refresh, narrowing, store or revoke: one at a time
        bool isNarrowing = false; //!< that is what changing does
        //! Tokens for less, by what they are for; in memory only.
        QHash<QString, Set> narrowed;
        QHash<QString, SetFlight> narrowings; //!< those under way
        bool lost = false; //!< the refresh token of the kept set was refused
        bool toldLost = false;
        bool refused = false; //!< the service itself refuses the kept access token
        QDateTime restUntil; //!< no refresh before, after passing trouble
        std::optional<base::Error> restWish; //!< the provider asked for that rest
        QDateTime validated;
        std::chrono::seconds validateEvery{0}; //!< 0: never
    };

    [[nodiscard]] bool isFresh(const Entry &entry, std::chrono::seconds minValid) const;
    [[nodiscard]] bool isDue(const core::TokenSet &set) const;
    [[nodiscard]] bool isShort(const core::TokenSet &set, std::chrono::seconds minValid) const;
    [[nodiscard]] bool isValidationDue(const Entry &entry) const;
    [[nodiscard]] core::Provider providerOf(const core::AccountId &id,
                                            const core::TokenSet &set) const;
    void keep(const core::AccountId &id, const Set &set);
    void tell(const core::AccountId &id,
              core::TokenChange::What what,
              const Set &set,
              std::optional<base::Error> error = {});

    [[nodiscard]] base::Task<core::AccessToken> ensureSlowly(core::AccountId id,
                                                             std::chrono::seconds minValid,
                                                             std::stop_token stop);
    [[nodiscard]] base::Task<Set> current(core::AccountId id, std::stop_token stop);
    [[nodiscard]] base::Task<Set> read(core::AccountId id);
    [[nodiscard]] base::Task<> readInto(core::AccountId id, SetFlight flight);
    [[nodiscard]] base::Task<> settled(core::AccountId id);
    SetFlight beginChange(const core::AccountId &id);
    void endChange(const core::AccountId &id, const SetFlight &flight, base::Result<Set> outcome);

    //! Why \a limits cannot be had.
    [[nodiscard]] base::Result<> canNarrow(const core::AccountId &id,
                                           const core::TokenSet &set,
                                           const core::TokenLimits &limits) const;
    [[nodiscard]] base::Task<> narrowInto(core::AccountId id,
                                          core::TokenLimits limits,
                                          QString key,
                                          SetFlight flight);
    [[nodiscard]] base::Task<Set> narrowOnce(core::AccountId id, core::TokenLimits limits);
    //! Keeps what a narrowing rotated; the access token stays the old one.
    [[nodiscard]] base::Task<> keepRotated(core::AccountId id, Set old, Set fresh);
    [[nodiscard]] base::Task<Set> renewalAfterNarrowing(core::AccountId id, std::stop_token stop);
    [[nodiscard]] base::Task<Set> renewal(core::AccountId id, std::stop_token stop);
    [[nodiscard]] base::Task<> renewInto(core::AccountId id, SetFlight flight);
    [[nodiscard]] base::Task<Set> renewed(core::AccountId id);
    [[nodiscard]] base::Task<Set> saved(core::AccountId id, Set set);
    [[nodiscard]] base::Task<> validate(core::AccountId id, Set set, std::stop_token stop);
    base::Error signInLost(const core::AccountId &id, const Set &set);
    //! Notes and announces what stood in the way.  asked: how long the provider wants to rest.
    base::Error troubled(const core::AccountId &id,
                         const Set &set,
                         base::Error error,
                         std::optional<std::chrono::milliseconds> asked = {});
    [[nodiscard]] static base::Error locked();

    core::SecretStore &m_store;
    core::Accounts &m_accounts;
    core::Providers &m_providers;
    base::Clock &m_clock;
    TokenIssuer m_issuer;
    QHash<core::AccountId, Entry> m_entries;
    int m_epoch = 0; //!< counts forget(): what was decrypted before is not kept after
    base::TaskScope m_scope;
    base::Subscription m_storeWatch;
};

} // namespace oauth
