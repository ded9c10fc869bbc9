// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/jws.h"

#include "crypto/digest.h"
#include "crypto/jwkkey.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <openssl/rsa.h>

namespace crypto {

namespace {

constexpr qsizetype greatestToken = 256 * 1024;
constexpr qsizetype coordinateSize = 32;

base::Error malformed()
{
    return {base::ErrorCode::Corrupt,
            QCoreApplication::translate("crypto", "The signed token is malformed."),
            {},
            {}};
}

base::Error denied()
{
    return {base::ErrorCode::Denied,
            QCoreApplication::translate("crypto", "The signature of the token is not valid."),
            {},
            {}};
}

//! JOSE's r || s (RFC 7518 3.4) as the DER that OpenSSL reads; empty if it has the wrong size.
QByteArray derFrom(QByteArrayView signature)
{
    if (signature.size() != 2 * coordinateSize)
        return {};
    const auto number = [](QByteArrayView bytes) {
        return openssl::Number(
            BN_bin2bn(openssl::bytesOf(bytes), static_cast<int>(bytes.size()), nullptr));
    };
    openssl::Number r = number(signature.first(coordinateSize));
    openssl::Number s = number(signature.last(coordinateSize));
    const openssl::EcdsaSignature pair(ECDSA_SIG_new());
    if (!r || !s || !pair || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1)
        return {};
    // The pair owns them now.
    static_cast<void>(r.release());
    static_cast<void>(s.release());
    const int size = i2d_ECDSA_SIG(pair.get(), nullptr);
    if (size <= 0)
        return {};
    QByteArray der(size, Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(der.data());
    i2d_ECDSA_SIG(pair.get(), &out);
    return der;
}

bool usePssPadding(EVP_PKEY_CTX *context)
{
    // RFC 7518 3.5: MGF1 with the same hash, a salt as long as the hash.
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
           && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1
           && EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) == 1;
}

bool verifies(EVP_PKEY *key,
              const QString &algorithm,
              QByteArrayView signature,
              QByteArrayView input)
{
    const openssl::DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *settings = nullptr;
    // Ed25519 hashes by itself.
    const char *hash = algorithm == u"EdDSA" ? nullptr : "SHA256";
    return context
           && EVP_DigestVerifyInit_ex(
                  context.get(), &settings, hash, nullptr, nullptr, key, nullptr)
                  == 1
           && (algorithm != u"PS256" || usePssPadding(settings))
           && EVP_DigestVerify(context.get(),
                               openssl::bytesOf(signature),
                               openssl::sizeOf(signature),
                               openssl::bytesOf(input),
                               openssl::sizeOf(input))
                  == 1;
}

} // namespace

QString JwsParts::algorithm() const
{
    return header.value(u"alg").toString();
}

QString JwsParts::keyId() const
{
    return header.value(u"kid").toString();
}

base::Result<JwsParts> JwsParts::parse(QByteArrayView compact)
{
    const qsizetype first = compact.indexOf('.');
    const qsizetype last = compact.lastIndexOf('.');
    if (compact.size() > greatestToken || first < 1 || last == first
        || compact.sliced(first + 1, last - first - 1).contains('.'))
        return base::fail(malformed());
    const auto header = fromBase64Url(compact.first(first));
    auto payload = fromBase64Url(compact.sliced(first + 1, last - first - 1));
    auto signature = fromBase64Url(compact.sliced(last + 1));
    if (!header || !payload || !signature)
        return base::fail(malformed());
    const QJsonDocument document = QJsonDocument::fromJson(*header);
    const QJsonObject members = document.object();
    const QJsonValue keyId = members.value(u"kid");
    // RFC 7515 4.1.11: an extension that must be understood is one that we do not know.
    if (!document.isObject() || !members.value(u"alg").isString() || members.contains(u"crit")
        || !(keyId.isUndefined() || keyId.isString()))
        return base::fail(malformed());
    return JwsParts{
        members, *std::move(payload), compact.first(last).toByteArray(), *std::move(signature)};
}

base::Result<QByteArray> verifyJws(const JwsParts &jws, const Jwk &key, const QStringList &allowed)
{
    const openssl::ErrorMark mark;
    const QString algorithm = jws.algorithm();
    // The key decides what may verify with it, never the token alone: no HS256 with a public key
    // for the secret, no "none". A key set names its algorithm or leaves it to the key's type.
    const bool fits = allowed.contains(algorithm) && algorithmsFor(key).contains(algorithm)
                      && (key.algorithm.isEmpty() || key.algorithm == algorithm);
    if (!fits)
        return base::fail(base::ErrorCode::Denied,
                          QCoreApplication::translate(
                              "crypto", "The token is signed in a way that is not allowed."));
    TRY(const openssl::Key publicKey, keyFrom(key));
    const QByteArray signature = algorithm == u"ES256" ? derFrom(jws.signature) : jws.signature;
    if (signature.isEmpty() || !verifies(publicKey.get(), algorithm, signature, jws.signingInput))
        return base::fail(denied());
    return jws.payload;
}

} // namespace crypto
