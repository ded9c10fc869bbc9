// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/task.h"
#include "core/provider.h"
#include "net/retry.h"
#include "oauth/form.h"
#include "oauth/tokenreply.h"

#include <stop_token>

namespace oauth {

//! Who asks at an endpoint of a provider, and how that is proved there (RFC 6749 2.3.1).
class ClientProof
{
public:
    ClientProof() = default;
    //! As the catalog says, and as the client is: one without a secret is public, one with a secret
    //! proves itself.
    ClientProof(const core::Provider &provider, const core::ClientCredentials &client);
    ClientProof(core::ClientAuth clientAuth, QString id, base::Secret clientSecret);
    [[nodiscard]] ClientProof clone() const;

    core::ClientAuth method = core::ClientAuth::None;
    QString clientId;
    base::Secret secret;
};

//! A request to \a endpoint with \a form and the client's proof, dressed as the provider likes it.
[[nodiscard]] net::Request clientRequest(const QString &endpoint,
                                         Form form,
                                         const ClientProof &proof,
                                         const core::TokenReplyQuirks &quirks);

//! Asks token endpoints (RFC 6749 3.2): code exchange, refresh, device polls. The body of the
//! answer is wiped as soon as it is read.
class TokenEndpoint
{
public:
    //! All outlive it.
    TokenEndpoint(net::Retry &http, base::Clock &clock);

    //! One exchange; nothing is repeated, for codes and device polls. \a form holds the grant only,
    //! not the client. An Error means that there was no answer, or no readable one.
    [[nodiscard]] base::Task<TokenAnswer> ask(QString endpoint,
                                              Form form,
                                              ClientProof proof,
                                              core::TokenReplyQuirks quirks,
                                              std::stop_token stop);
    //! For refreshes: tried again while the trouble is a passing one. \a stop ends only the waits
    //! in between, for a rotated token must not be lost on its way.
    [[nodiscard]] base::Task<TokenAnswer> askPatiently(QString endpoint,
                                                       Form form,
                                                       ClientProof proof,
                                                       core::TokenReplyQuirks quirks,
                                                       std::stop_token stop);

private:
    base::Result<TokenAnswer> read(net::Response response, const core::TokenReplyQuirks &quirks);

    net::Retry &m_http;
    base::Clock &m_clock;
};

} // namespace oauth
