// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/ports.h"

#include <chrono>
#include <memory>

namespace oauth {

class Completion;
class TokenEndpoint;

//! How long a person may take in the browser.
inline constexpr std::chrono::milliseconds browserPatience = std::chrono::minutes(5);

//! Signs in through the system's browser: authorization code with PKCE S256 to a loopback address
//! (RFC 6749 4.1, RFC 7636, RFC 8252 7.3, RFC 9207). One sign-in at a time for each object.
//!
//!     Preparing --listener, request--> WaitingForBrowser --valid reply--> Finishing --> the tokens
//!                                        |  ^        |                       |
//!                                        |  `-stray--´                       `-> what went wrong
//!                                        |-> Denied (the provider's words), TimedOut, Cancelled
//!
//! The address of the page comes from Qt Network Auth, whatever comes back is ours: see
//! LoopbackReplyHandler.
class BrowserFlow final : public core::SignInFlow
{
public:
    //! All outlive it and its tasks.
    BrowserFlow(core::Providers &providers,
                TokenEndpoint &tokens,
                Completion &completion,
                core::Browser &browser,
                base::Clock &clock);
    ~BrowserFlow() override;

    [[nodiscard]] base::Task<core::SignedIn> run(core::Provider provider,
                                                 core::ClientCredentials client,
                                                 QStringList scopes,
                                                 core::SignInReport report,
                                                 std::stop_token stop) override;
    [[nodiscard]] base::Result<> useRedirect(const QString &address) override;
    [[nodiscard]] base::Result<> openAgain() override;

private:
    class Attempt;

    [[nodiscard]] base::Task<> timeOut(std::shared_ptr<Attempt> attempt, std::stop_token stop);

    core::Providers &m_providers;
    TokenEndpoint &m_tokens;
    Completion &m_completion;
    core::Browser &m_browser;
    base::Clock &m_clock;
    std::weak_ptr<Attempt> m_attempt;
};

} // namespace oauth
