// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/digest.h"
#include "crypto/jwkkey.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace crypto {

namespace {

constexpr qsizetype coordinateSize = 32;
constexpr int smallestModulus = 2048;
// Larger moduli and exponents only serve to keep the processor busy.
constexpr int greatestModulus = 16384;
constexpr int greatestExponent = 64;

base::Error unusable()
{
    return {base::ErrorCode::Corrupt,
            QCoreApplication::translate("crypto", "The provider's signature key cannot be used."),
            {},
            {}};
}

base::Result<QByteArray> bytesOf(const QJsonObject &json, QLatin1String member)
{
    const QJsonValue value = json.value(member);
    auto bytes = fromBase64Url(value.toString().toLatin1());
    if (!value.isString() || !bytes || bytes->isEmpty())
        return base::fail(unusable());
    return bytes;
}

openssl::Key assemble(const char *type, OSSL_PARAM_BLD *members)
{
    const openssl::Parameters parameters(OSSL_PARAM_BLD_to_param(members));
    const openssl::KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    return openssl::Key(key);
}

bool isSound(EVP_PKEY *key)
{
    const openssl::KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    return context && EVP_PKEY_public_check(context.get()) == 1;
}

base::Result<openssl::Key> rsaKey(const QJsonObject &json)
{
    TRY(const QByteArray modulus, bytesOf(json, QLatin1String("n")));
    TRY(const QByteArray exponent, bytesOf(json, QLatin1String("e")));
    const auto number = [](const QByteArray &bytes) {
        return openssl::Number(
            BN_bin2bn(openssl::bytesOf(bytes), static_cast<int>(bytes.size()), nullptr));
    };
    const openssl::Number n = number(modulus);
    const openssl::Number e = number(exponent);
    if (!n || !e || BN_num_bits(n.get()) < smallestModulus || BN_num_bits(n.get()) > greatestModulus
        || !BN_is_odd(n.get()) || !BN_is_odd(e.get()) || BN_is_one(e.get())
        || BN_num_bits(e.get()) > greatestExponent)
        return base::fail(unusable());
    const openssl::ParameterBuilder members(OSSL_PARAM_BLD_new());
    if (!members || OSSL_PARAM_BLD_push_BN(members.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1
        || OSSL_PARAM_BLD_push_BN(members.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return base::fail(unusable());
    openssl::Key key = assemble("RSA", members.get());
    if (!key)
        return base::fail(unusable());
    return key;
}

base::Result<openssl::Key> ecKey(const QJsonObject &json)
{
    TRY(const QByteArray x, bytesOf(json, QLatin1String("x")));
    TRY(const QByteArray y, bytesOf(json, QLatin1String("y")));
    if (json.value(u"crv").toString() != u"P-256" || x.size() != coordinateSize
        || y.size() != coordinateSize)
        return base::fail(unusable());
    const QByteArray point = '\x04' + x + y;
    const openssl::ParameterBuilder members(OSSL_PARAM_BLD_new());
    if (!members
        || OSSL_PARAM_BLD_push_utf8_string(
               members.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0)
               != 1
        || OSSL_PARAM_BLD_push_octet_string(
               members.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(), openssl::sizeOf(point))
               != 1)
        return base::fail(unusable());
    openssl::Key key = assemble("EC", members.get());
    if (!key || !isSound(key.get()))
        return base::fail(unusable());
    return key;
}

base::Result<openssl::Key> edwardsKey(const QJsonObject &json)
{
    TRY(const QByteArray x, bytesOf(json, QLatin1String("x")));
    if (json.value(u"crv").toString() != u"Ed25519" || x.size() != coordinateSize)
        return base::fail(unusable());
    openssl::Key key(EVP_PKEY_new_raw_public_key_ex(
        nullptr, "ED25519", nullptr, openssl::bytesOf(x), openssl::sizeOf(x)));
    if (!key)
        return base::fail(unusable());
    return key;
}

//! RFC 7517 4.2, 4.3: a key that says what it is for must say this.
bool isForSignatures(const QJsonObject &json)
{
    const QJsonValue use = json.value(u"use");
    const QJsonValue operations = json.value(u"key_ops");
    return (use.isUndefined() || use.toString() == u"sig")
           && (operations.isUndefined() || operations.toArray().contains(QStringLiteral("verify")));
}

} // namespace

base::Result<openssl::Key> keyFrom(const Jwk &jwk)
{
    const openssl::ErrorMark mark;
    const QString type = jwk.json.value(u"kty").toString();
    if (type == u"RSA")
        return rsaKey(jwk.json);
    if (type == u"EC")
        return ecKey(jwk.json);
    if (type == u"OKP")
        return edwardsKey(jwk.json);
    return base::fail(unusable());
}

QStringList algorithmsFor(const Jwk &jwk)
{
    const QString type = jwk.json.value(u"kty").toString();
    if (type == u"RSA")
        return {QStringLiteral("RS256"), QStringLiteral("PS256")};
    if (type == u"EC")
        return {QStringLiteral("ES256")};
    if (type == u"OKP")
        return {QStringLiteral("EdDSA")};
    return {};
}

base::Result<Jwk> Jwk::parse(const QJsonObject &json)
{
    const QJsonValue id = json.value(u"kid");
    const QJsonValue algorithm = json.value(u"alg");
    const auto textOrNothing = [](const QJsonValue &value) {
        return value.isUndefined() || value.isString();
    };
    if (!textOrNothing(id) || !textOrNothing(algorithm) || !isForSignatures(json))
        return base::fail(unusable());
    Jwk jwk{id.toString(), algorithm.toString(), {}};
    // Private members have no business here, and are not kept should one arrive.
    for (const auto member : {"kty", "kid", "alg", "use", "key_ops", "n", "e", "crv", "x", "y"}) {
        const QLatin1String name(member);
        if (json.contains(name))
            jwk.json.insert(name, json.value(name));
    }
    if (!jwk.algorithm.isEmpty() && !algorithmsFor(jwk).contains(jwk.algorithm))
        return base::fail(unusable());
    TRY_VOID(keyFrom(jwk));
    return jwk;
}

base::Result<QList<Jwk>> parseJwkSet(QByteArrayView json)
{
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()));
    const QJsonValue keys = document.object().value(u"keys");
    if (!keys.isArray())
        return base::fail(base::ErrorCode::Corrupt,
                          QCoreApplication::translate(
                              "crypto", "The provider's list of signature keys cannot be read."));
    QList<Jwk> usable;
    for (const QJsonValue &entry : keys.toArray()) {
        if (auto key = Jwk::parse(entry.toObject()))
            usable.append(*std::move(key));
    }
    return usable;
}

} // namespace crypto
