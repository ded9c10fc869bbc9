// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "oauth/tokenendpoint.h"
#include "oauth/tokenreply.h"

#include <QJsonObject>

namespace oauth {

class IdTokenVerifier;

//! What was asked for, and by whom, when a token endpoint answered.
struct Asked
{
    QStringList scopes;
    QString nonce; //!< empty: none (device flow)
    QString clientId;
    core::ClientAuth clientAuth = core::ClientAuth::None;
};

//! The last step of every sign-in: proves who that is and makes the token set. A promised id token
//! must be there and hold; userinfo gives the name for people, and its `sub` must be the same
//! (OIDC Core 5.3.2). Without OpenID the name comes from the provider's own "who am I", if it
//! answers.
class Completion
{
public:
    //! Both outlive it.
    Completion(IdTokenVerifier &verifier, net::Retry &http);

    [[nodiscard]] base::Task<core::SignedIn> finish(core::Provider provider,
                                                    Asked asked,
                                                    TokenReply reply,
                                                    std::stop_token stop);

private:
    [[nodiscard]] base::Task<QJsonObject> userinfo(core::Provider provider,
                                                   base::Secret accessToken,
                                                   std::stop_token stop);

    IdTokenVerifier &m_verifier;
    net::Retry &m_http;
};

//! The name for people in \a claims: the first of the provider's fields (or of the usual ones) that
//! is there. Pure.
[[nodiscard]] QString identityIn(const QJsonObject &claims, const QStringList &fields);

} // namespace oauth
