// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/digest.h"
#include "crypto/openssl.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/rsa.h>

//! A provider's signing key: RS256, PS256, ES256 or EdDSA. Made new for every test.
class JwsSigner
{
public:
    explicit JwsSigner(QString algorithm, QString keyId = QStringLiteral("key-1"))
        : m_algorithm(std::move(algorithm))
        , m_keyId(std::move(keyId))
        , m_key(m_algorithm == u"ES256"   ? EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")
                : m_algorithm == u"EdDSA" ? EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")
                                          : EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", rsaBits))
    {}

    [[nodiscard]] QString algorithm() const { return m_algorithm; }
    [[nodiscard]] EVP_PKEY *key() const { return m_key.get(); }

    [[nodiscard]] QJsonObject publicJwk() const
    {
        QJsonObject jwk{{QStringLiteral("kid"), m_keyId},
                        {QStringLiteral("alg"), m_algorithm},
                        {QStringLiteral("use"), QStringLiteral("sig")}};
        if (m_algorithm == u"EdDSA") {
            QByteArray x(32, '\0');
            std::size_t size = 32;
            EVP_PKEY_get_raw_public_key(
                m_key.get(), reinterpret_cast<unsigned char *>(x.data()), &size);
            jwk.insert(QStringLiteral("kty"), QStringLiteral("OKP"));
            jwk.insert(QStringLiteral("crv"), QStringLiteral("Ed25519"));
            jwk.insert(QStringLiteral("x"), text(x));
        } else if (m_algorithm == u"ES256") {
            jwk.insert(QStringLiteral("kty"), QStringLiteral("EC"));
            jwk.insert(QStringLiteral("crv"), QStringLiteral("P-256"));
            jwk.insert(QStringLiteral("x"), text(number(OSSL_PKEY_PARAM_EC_PUB_X, 32)));
            jwk.insert(QStringLiteral("y"), text(number(OSSL_PKEY_PARAM_EC_PUB_Y, 32)));
        } else {
            jwk.insert(QStringLiteral("kty"), QStringLiteral("RSA"));
            jwk.insert(QStringLiteral("n"), text(number(OSSL_PKEY_PARAM_RSA_N, rsaBits / 8)));
            jwk.insert(QStringLiteral("e"), text(number(OSSL_PKEY_PARAM_RSA_E, 3)));
        }
        return jwk;
    }

    [[nodiscard]] QJsonObject header() const
    {
        return {{QStringLiteral("alg"), m_algorithm}, {QStringLiteral("kid"), m_keyId}};
    }

    //! A compact JWS under the usual header.
    [[nodiscard]] QByteArray sign(const QByteArray &payload) const
    {
        return sign(header(), payload);
    }

    //! The same under any header, which need not tell the truth.
    [[nodiscard]] QByteArray sign(const QJsonObject &header, const QByteArray &payload) const
    {
        const QByteArray input = signingInput(header, payload);
        return input + '.' + crypto::toBase64Url(signatureOf(input));
    }

    [[nodiscard]] static QByteArray signingInput(const QJsonObject &header,
                                                 const QByteArray &payload)
    {
        return crypto::toBase64Url(QJsonDocument(header).toJson(QJsonDocument::Compact)) + '.'
               + crypto::toBase64Url(payload);
    }

    //! The signature alone, as JOSE writes it.
    [[nodiscard]] QByteArray signatureOf(const QByteArray &input,
                                         int pssSalt = RSA_PSS_SALTLEN_DIGEST) const
    {
        const crypto::openssl::DigestContext context(EVP_MD_CTX_new());
        EVP_PKEY_CTX *settings = nullptr;
        EVP_DigestSignInit_ex(context.get(),
                              &settings,
                              m_algorithm == u"EdDSA" ? nullptr : "SHA256",
                              nullptr,
                              nullptr,
                              m_key.get(),
                              nullptr);
        if (m_algorithm == u"PS256") {
            EVP_PKEY_CTX_set_rsa_padding(settings, RSA_PKCS1_PSS_PADDING);
            EVP_PKEY_CTX_set_rsa_pss_saltlen(settings, pssSalt);
        }
        QByteArray signature(1024, '\0');
        std::size_t size = 1024;
        EVP_DigestSign(context.get(),
                       reinterpret_cast<unsigned char *>(signature.data()),
                       &size,
                       crypto::openssl::bytesOf(input),
                       crypto::openssl::sizeOf(input));
        signature.truncate(static_cast<qsizetype>(size));
        return m_algorithm == u"ES256" ? plainFromDer(signature) : signature;
    }

private:
    static constexpr std::size_t rsaBits = 2048;

    static QString text(const QByteArray &bytes)
    {
        return QString::fromLatin1(crypto::toBase64Url(bytes));
    }

    [[nodiscard]] QByteArray number(const char *name, std::size_t size) const
    {
        BIGNUM *value = nullptr;
        EVP_PKEY_get_bn_param(m_key.get(), name, &value);
        const crypto::openssl::Number owner(value);
        return padded(value, static_cast<int>(size));
    }

    static QByteArray padded(const BIGNUM *value, int size)
    {
        QByteArray bytes(size, '\0');
        BN_bn2binpad(value, reinterpret_cast<unsigned char *>(bytes.data()), size);
        return bytes;
    }

    static QByteArray plainFromDer(const QByteArray &der)
    {
        const unsigned char *in = crypto::openssl::bytesOf(der);
        const crypto::openssl::EcdsaSignature pair(
            d2i_ECDSA_SIG(nullptr, &in, static_cast<long>(der.size())));
        return padded(ECDSA_SIG_get0_r(pair.get()), 32) + padded(ECDSA_SIG_get0_s(pair.get()), 32);
    }

    QString m_algorithm;
    QString m_keyId;
    crypto::openssl::Key m_key;
};
