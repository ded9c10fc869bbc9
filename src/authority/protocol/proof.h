// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/protocol/refusal.h"
#include "authority/protocol/settings.h"
#include "crypto/jws.h"

#include <QDateTime>

namespace authority {

//! What a client assertion (RFC 7523 3) says, once its signature is known to be good.
struct Assertion
{
    QString id; //!< jti
    QDateTime expiresAt;
};

//! Where something signed may be meant for and when it is looked at.
struct ProofScene
{
    QDateTime now;
    std::chrono::seconds skew;
    std::chrono::seconds longest; //!< an assertion's exp lies at most so far ahead
};

//! The client that an assertion names, before anything is verified; empty when it names none.
[[nodiscard]] QString clientNamedBy(QByteArrayView assertion);
//! Checks an assertion of \a clientId against its keys: signature, iss = sub = client, aud one of
//! \a audiences, exp. Says nothing about replays. Pure.
[[nodiscard]] Answer<Assertion> checkAssertion(QByteArrayView assertion,
                                               const QString &clientId,
                                               const QList<crypto::Jwk> &keys,
                                               const QStringList &audiences,
                                               const ProofScene &scene);

//! What a DPoP proof (RFC 9449 4.3) says.
struct DpopProof
{
    QString thumbprint; //!< jkt
    QString id; //!< jti
    QString nonce = {}; //!< empty: none
};

//! Checks a proof for \a method and one of \a targets (without query); \a accessToken is what it
//! has to be bound to, empty at the token endpoint. Says nothing about replays and nonces. Pure.
[[nodiscard]] Answer<DpopProof> checkDpopProof(QByteArrayView proof,
                                               QByteArrayView method,
                                               const QList<QByteArray> &targets,
                                               QByteArrayView accessToken,
                                               const ProofScene &scene);

} // namespace authority
