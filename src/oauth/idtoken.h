// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "base/task.h"
#include "core/provider.h"

#include <QByteArrayView>
#include <QJsonObject>

#include <stop_token>

namespace oauth {

class Jwks;

//! What an id token must say.
struct IdTokenExpectation
{
    QString issuer;
    QString clientId;
    QString nonce; //!< empty: none was sent (device flow, refresh)
    QByteArray accessTokenHash; //!< what at_hash must be where it is present; empty: not looked at
};

//! Who a verified id token speaks of.
struct IdTokenClaims
{
    QString subject;
    QJsonObject all;
};

//! The rules of OIDC Core 3.1.3.7 for the claims of a token whose signature is right: iss, aud and
//! azp, sub, exp, iat, nonce, at_hash. Clocks may differ by two minutes. Denied otherwise. Pure.
[[nodiscard]] base::Result<IdTokenClaims> checkIdTokenClaims(QByteArrayView payload,
                                                             const IdTokenExpectation &expectation,
                                                             const QDateTime &now);

//! at_hash of \a accessToken (OIDC Core 3.1.3.6) for a token signed with \a algorithm.
[[nodiscard]] QByteArray accessTokenHash(QByteArrayView accessToken, const QString &algorithm);

//! Verifies id tokens: signature by the provider's keys, then the claims.
class IdTokenVerifier
{
public:
    //! Both outlive it.
    IdTokenVerifier(Jwks &jwks, base::Clock &clock);

    //! \a nonce empty: none was sent. \a accessToken empty: at_hash is not looked at.
    [[nodiscard]] base::Task<IdTokenClaims> verify(base::Secret idToken,
                                                   core::Provider provider,
                                                   QString clientId,
                                                   QString nonce,
                                                   base::Secret accessToken,
                                                   std::stop_token stop);

private:
    Jwks &m_jwks;
    base::Clock &m_clock;
};

} // namespace oauth
