// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "crypto/jws.h"

#include <memory>

namespace crypto {

enum class SigningAlgorithm { Es256, Rs256, EdDsa };

[[nodiscard]] QString nameOf(SigningAlgorithm algorithm); //!< "ES256", "RS256", "EdDSA"
[[nodiscard]] base::Result<SigningAlgorithm> signingAlgorithmFrom(const QString &name);

//! A private key that signs compact JWS (RFC 7515, 7518, 8037). Several threads may sign with one
//! at the same time.
class SigningKey
{
public:
    //! RSA (2048 bits) takes a moment: not on the GUI thread.
    [[nodiscard]] static base::Result<SigningKey> generate(SigningAlgorithm algorithm);
    //! From PKCS #8 DER. Corrupt when it is not a key of this algorithm.
    [[nodiscard]] static base::Result<SigningKey> fromPkcs8(SigningAlgorithm algorithm,
                                                            const base::Secret &der);
    ~SigningKey();
    SigningKey(SigningKey &&) noexcept;
    SigningKey &operator=(SigningKey &&) noexcept;

    [[nodiscard]] base::Result<base::Secret> pkcs8() const;
    [[nodiscard]] SigningAlgorithm algorithm() const;
    //! With kid (the RFC 7638 thumbprint), alg and use.
    [[nodiscard]] const Jwk &publicKey() const;
    //! The compact form; the header is {"alg", "kid", "typ": \a type}.
    [[nodiscard]] base::Result<QByteArray> sign(const QByteArray &type,
                                                QByteArrayView payload) const;
    //! The same with further header members (`jwk` of a DPoP proof); alg is set here, kid only if
    //! \a header has none of its own and no jwk.
    [[nodiscard]] base::Result<QByteArray> signWith(QJsonObject header,
                                                    QByteArrayView payload) const;

private:
    struct Parts;
    explicit SigningKey(std::unique_ptr<Parts> parts);
    [[nodiscard]] base::Result<QByteArray> seal(QByteArray input) const;
    [[nodiscard]] base::Result<QByteArray> sealWithPair(QByteArray input) const;

    std::unique_ptr<Parts> m_parts;
};

//! RFC 7638, as unpadded base64url of SHA-256.
[[nodiscard]] QByteArray thumbprint(const Jwk &key);

} // namespace crypto
