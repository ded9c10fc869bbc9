// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

//! JSON Web Signatures (RFC 7515, 7517, 7518, 8037): verification only.
namespace crypto {

//! One public key of a JWK set, fit for exactly the algorithms its type allows.
struct Jwk
{
    QString id; //!< kid
    QString algorithm; //!< alg; may be empty
    QJsonObject json; //!< the key's public members

    //! Corrupt for keys that cannot be used: unknown kty, missing members, RSA under 2048 bits,
    //! points off the curve, symmetric keys.
    [[nodiscard]] static base::Result<Jwk> parse(const QJsonObject &json);
};

//! The usable signature keys of a {"keys":[…]} document; unusable ones are left out.
[[nodiscard]] base::Result<QList<Jwk>> parseJwkSet(QByteArrayView json);

//! A compact JWS taken apart, nothing verified yet.
struct JwsParts
{
    QJsonObject header;
    QByteArray payload;
    QByteArray signingInput;
    QByteArray signature;

    [[nodiscard]] QString algorithm() const;
    [[nodiscard]] QString keyId() const;
    //! Corrupt unless three base64url parts with a JSON object in front; `crit` is refused.
    [[nodiscard]] static base::Result<JwsParts> parse(QByteArrayView compact);
};

//! Verifies with \a key and gives the payload. \a allowed lists the algorithms that may appear, out
//! of RS256, PS256, ES256, EdDSA; "none", HS* and an algorithm that does not fit the key's type or
//! its own `alg` are refused whatever \a allowed says (key confusion). Denied: does not verify.
[[nodiscard]] base::Result<QByteArray> verifyJws(const JwsParts &jws,
                                                 const Jwk &key,
                                                 const QStringList &allowed);

} // namespace crypto
