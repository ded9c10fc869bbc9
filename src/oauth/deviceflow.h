// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/ports.h"
#include "oauth/deviceauthorization.h"
#include "oauth/tokenendpoint.h"

namespace oauth {

class Completion;

//! Signs in with a code that is typed on any device (RFC 8628).
//!
//!     Preparing --code--> WaitingForCode --approved--> Finishing --> the tokens
//!                            |  ^  |
//!                            |  `--´ authorization_pending; slow_down (5 s slower for good);
//!                            |       no answer (twice as slow until there is one)
//!                            `-> Denied, Expired (the code ran out), Cancelled
class DeviceFlow final : public core::SignInFlow
{
public:
    //! All outlive it and its tasks.
    DeviceFlow(core::Providers &providers,
               net::Retry &http,
               TokenEndpoint &tokens,
               Completion &completion,
               base::Clock &clock);

    [[nodiscard]] base::Task<core::SignedIn> run(core::Provider provider,
                                                 core::ClientCredentials client,
                                                 QStringList scopes,
                                                 core::SignInReport report,
                                                 std::stop_token stop) override;
    [[nodiscard]] base::Result<> useRedirect(const QString &address) override;
    [[nodiscard]] base::Result<> openAgain() override;

private:
    [[nodiscard]] base::Task<DeviceAuthorization> authorize(core::Provider provider,
                                                            ClientProof proof,
                                                            QStringList scopes,
                                                            std::stop_token stop);
    [[nodiscard]] base::Task<TokenReply> poll(core::Provider provider,
                                              ClientProof proof,
                                              DeviceAuthorization authorization,
                                              QStringList scopes,
                                              std::stop_token stop);

    core::Providers &m_providers;
    net::Retry &m_http;
    TokenEndpoint &m_tokens;
    Completion &m_completion;
    base::Clock &m_clock;
};

} // namespace oauth
