// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/jws.h"
#include "support/jwssigner.h"
#include "support/verifyresult.h"

#include <QTest>

using namespace crypto;

namespace {

base::Result<QByteArray> verify(QByteArrayView compact,
                                const QJsonObject &jwk,
                                const QStringList &allowed = {QStringLiteral("RS256"),
                                                              QStringLiteral("PS256"),
                                                              QStringLiteral("ES256")})
{
    TRY(const JwsParts parts, JwsParts::parse(compact));
    TRY(const Jwk key, Jwk::parse(jwk));
    return verifyJws(parts, key, allowed);
}

} // namespace

//! Signatures that other verifiers were once talked into accepting.
class JwsForgery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesThePublicKeyAsASecret()
    {
        const JwsSigner &signer = m_rsa;
        const QByteArray modulus =
            *fromBase64Url(signer.publicJwk().value(u"n").toString().toLatin1());
        const QByteArray input =
            JwsSigner::signingInput({{QStringLiteral("alg"), QStringLiteral("HS256")}}, "x");
        const QByteArray forged = input + '.' + toBase64Url(hmac(Hash::Sha256, modulus, input));

        VERIFY_ERROR(verify(forged, signer.publicJwk(), {QStringLiteral("HS256")}),
                     base::ErrorCode::Denied);
    }

    void refusesAnotherSaltLength()
    {
        const JwsSigner &signer = m_pss;
        const QByteArray input = JwsSigner::signingInput(signer.header(), "x");
        const auto withSalt = [&](int size) {
            return input + '.' + toBase64Url(signer.signatureOf(input, size));
        };

        VERIFY_RESULT(verify(withSalt(32), signer.publicJwk()));
        for (const int size : {0, 20, 31, 33, 64})
            VERIFY_ERROR(verify(withSalt(size), signer.publicJwk()), base::ErrorCode::Denied);
    }

    void refusesForgedPadding()
    {
        const JwsSigner &signer = m_rsa;
        const QByteArray input = JwsSigner::signingInput(signer.header(), "x");
        const QByteArray info = QByteArray::fromHex("3031300d060960864801650304020105000420")
                                + digest(Hash::Sha256, input);
        const auto forge = [&](const QByteArray &block) {
            const openssl::KeyContext context(
                EVP_PKEY_CTX_new_from_pkey(nullptr, signer.key(), nullptr));
            QByteArray signature(256, '\0');
            std::size_t size = 256;
            EVP_PKEY_sign_init(context.get());
            EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING);
            EVP_PKEY_sign(context.get(),
                          reinterpret_cast<unsigned char *>(signature.data()),
                          &size,
                          openssl::bytesOf(block),
                          openssl::sizeOf(block));
            return input + '.' + toBase64Url(signature);
        };
        const auto head = [&](char type, qsizetype fill) {
            return '\0' + QByteArray(1, type) + QByteArray(fill, '\xff') + '\0';
        };

        VERIFY_RESULT(verify(forge(head(1, 202) + info), signer.publicJwk()));
        for (const QByteArray &block : {head(1, 8) + info + QByteArray(194, 'x'),
                                        head(1, 201) + info + 'x',
                                        head(2, 202) + info,
                                        head(1, 205 + 16) + digest(Hash::Sha256, input)})
            VERIFY_ERROR(verify(forge(block), signer.publicJwk()), base::ErrorCode::Denied);
    }

    void refusesOtherFormsOfAnEllipticSignature()
    {
        const JwsSigner &signer = m_elliptic;
        const QByteArray input = JwsSigner::signingInput(signer.header(), "x");
        const QByteArray order =
            QByteArray::fromHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
        const QByteArray good = signer.signatureOf(input);
        const QByteArray zero(32, '\0');

        for (const QByteArray &signature : {zero + zero,
                                            good.first(32) + zero,
                                            zero + good.last(32),
                                            order + order,
                                            good.last(32) + good.first(32),
                                            '\0' + good.first(32) + '\0' + good.last(32),
                                            good.first(63),
                                            QByteArray::fromHex("3006020101020101")})
            VERIFY_ERROR(verify(input + '.' + toBase64Url(signature), signer.publicJwk()),
                         base::ErrorCode::Denied);
    }

private:
    const JwsSigner m_rsa{QStringLiteral("RS256")};
    const JwsSigner m_pss{QStringLiteral("PS256")};
    const JwsSigner m_elliptic{QStringLiteral("ES256")};
};

QTEST_GUILESS_MAIN(JwsForgery)
#include "tst_jwsforgery.moc"
