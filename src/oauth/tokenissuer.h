// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/ports.h"
#include "oauth/idtokencheck.h"
#include "oauth/tokenendpoint.h"

#include <memory>
#include <stop_token>

namespace oauth {

//! A set that is shared and never changed.
using KeptTokens = std::shared_ptr<const core::TokenSet>;

//! What a request for new tokens brought.
struct Renewal
{
    KeptTokens tokens; //!< not stored yet; empty: refused
    Refusal refusal;
};

//! What the provider says of an access token.
enum class Validity { Valid, Refused };

//! Speaks with the provider of an account: renew, validate, revoke. Keeps nothing.
class TokenIssuer
{
public:
    //! All outlive it.
    TokenIssuer(core::SecretStore &store,
                core::Providers &providers,
                net::Retry &http,
                base::Clock &clock,
                IdTokenCheck checkIdToken);

    //! RFC 6749 6, with the client, endpoint and method the tokens were made with. \a stop ends
    //! only waits, so that a rotated token is not lost on its way.
    [[nodiscard]] base::Task<Renewal> renew(core::Provider provider,
                                            KeptTokens old,
                                            core::TokenLimits limits,
                                            std::stop_token stop);
    //! Twitch's rule: asks whether the access token is still good.
    [[nodiscard]] base::Task<Validity> validate(core::Provider provider,
                                                KeptTokens tokens,
                                                std::stop_token stop);
    //! RFC 7009, for the refresh token and then the access token. Unsupported: the provider has no
    //! way to be told.
    [[nodiscard]] base::Task<> revoke(core::Provider provider,
                                      KeptTokens tokens,
                                      std::stop_token stop);

private:
    enum class IdTokenVerdict { Verified, CannotTell };

    [[nodiscard]] base::Task<ClientProof> proofFor(core::Provider provider, KeptTokens tokens);
    [[nodiscard]] base::Task<IdTokenVerdict> judge(core::Provider provider,
                                                   KeptTokens old,
                                                   base::Secret idToken,
                                                   base::Secret accessToken,
                                                   std::stop_token stop);

    core::SecretStore &m_store;
    core::Providers &m_providers;
    net::Retry &m_http;
    base::Clock &m_clock;
    IdTokenCheck m_checkIdToken;
    TokenEndpoint m_endpoint;
};

} // namespace oauth
