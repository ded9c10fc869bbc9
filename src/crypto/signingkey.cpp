// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/signingkey.h"

#include "crypto/digest.h"
#include "crypto/openssl.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <array>
#include <map>
#include <mutex>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <vector>

namespace crypto {

namespace {

constexpr int coordinateSize = 32;
constexpr int rsaBits = 2048;

base::Error failed()
{
    return {base::ErrorCode::Internal,
            QCoreApplication::translate("crypto", "The signature key could not be used."),
            {},
            {}};
}

base::Error corrupt()
{
    return {base::ErrorCode::Corrupt,
            QCoreApplication::translate("crypto", "The stored signature key is damaged."),
            {},
            {}};
}

QString textOf(QByteArrayView bytes)
{
    return QString::fromLatin1(toBase64Url(bytes));
}

//! A number of the key as big-endian bytes; \a size 0: as many as it needs.
QByteArray numberOf(EVP_PKEY *key, const char *name, int size)
{
    BIGNUM *found = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &found) != 1)
        return {};
    const openssl::Number number(found);
    const int wanted = size > 0 ? size : BN_num_bytes(number.get());
    QByteArray bytes(wanted, '\0');
    if (BN_bn2binpad(number.get(), reinterpret_cast<unsigned char *>(bytes.data()), wanted)
        != wanted)
        return {};
    return bytes;
}

//! The public members, by the type of key (RFC 7518 6, RFC 8037 2).
QJsonObject publicMembers(SigningAlgorithm algorithm, EVP_PKEY *key)
{
    switch (algorithm) {
    case SigningAlgorithm::Es256:
        return {
            {QStringLiteral("kty"), QStringLiteral("EC")},
            {QStringLiteral("crv"), QStringLiteral("P-256")},
            {QStringLiteral("x"), textOf(numberOf(key, OSSL_PKEY_PARAM_EC_PUB_X, coordinateSize))},
            {QStringLiteral("y"), textOf(numberOf(key, OSSL_PKEY_PARAM_EC_PUB_Y, coordinateSize))}};
    case SigningAlgorithm::Rs256:
        return {{QStringLiteral("kty"), QStringLiteral("RSA")},
                {QStringLiteral("n"), textOf(numberOf(key, OSSL_PKEY_PARAM_RSA_N, 0))},
                {QStringLiteral("e"), textOf(numberOf(key, OSSL_PKEY_PARAM_RSA_E, 0))}};
    case SigningAlgorithm::EdDsa: {
        QByteArray x(coordinateSize, '\0');
        std::size_t size = coordinateSize;
        EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char *>(x.data()), &size);
        return {{QStringLiteral("kty"), QStringLiteral("OKP")},
                {QStringLiteral("crv"), QStringLiteral("Ed25519")},
                {QStringLiteral("x"), textOf(x)}};
    }
    }
    return {};
}

bool isOf(SigningAlgorithm algorithm, EVP_PKEY *key)
{
    switch (algorithm) {
    case SigningAlgorithm::Es256: {
        std::array<char, 32> group{};
        std::size_t size = 0;
        return EVP_PKEY_is_a(key, "EC") == 1
               && EVP_PKEY_get_utf8_string_param(
                      key, OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size(), &size)
                      == 1
               && QByteArrayView(group.data()) == "prime256v1";
    }
    case SigningAlgorithm::Rs256:
        return EVP_PKEY_is_a(key, "RSA") == 1 && EVP_PKEY_get_bits(key) >= rsaBits;
    case SigningAlgorithm::EdDsa:
        return EVP_PKEY_is_a(key, "ED25519") == 1;
    }
    return false;
}

//! OpenSSL's DER pair as JOSE's r || s (RFC 7518 3.4).
QByteArray pairFrom(QByteArrayView der)
{
    const unsigned char *in = openssl::bytesOf(der);
    const openssl::EcdsaSignature pair(d2i_ECDSA_SIG(nullptr, &in, static_cast<long>(der.size())));
    if (!pair)
        return {};
    QByteArray bytes(2 * coordinateSize, '\0');
    auto *out = reinterpret_cast<unsigned char *>(bytes.data());
    if (BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), out, coordinateSize) != coordinateSize
        || BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), out + coordinateSize, coordinateSize)
               != coordinateSize)
        return {};
    return bytes;
}

} // namespace

QString nameOf(SigningAlgorithm algorithm)
{
    switch (algorithm) {
    case SigningAlgorithm::Es256:
        return QStringLiteral("ES256");
    case SigningAlgorithm::Rs256:
        return QStringLiteral("RS256");
    case SigningAlgorithm::EdDsa:
        return QStringLiteral("EdDSA");
    }
    return {};
}

base::Result<SigningAlgorithm> signingAlgorithmFrom(const QString &name)
{
    for (const auto algorithm :
         {SigningAlgorithm::Es256, SigningAlgorithm::Rs256, SigningAlgorithm::EdDsa}) {
        if (nameOf(algorithm) == name)
            return algorithm;
    }
    return base::fail(
        base::ErrorCode::InvalidInput,
        QCoreApplication::translate("crypto", "“%1” is no signature algorithm.").arg(name),
        QCoreApplication::translate("crypto", "Use ES256, RS256 or EdDSA."));
}

namespace {

//! Contexts of one key that are ready to sign ES256: many thousand times a second, in several
//! threads, each with one of its own meanwhile.
class Signers
{
public:
    explicit Signers(EVP_PKEY *key)
        : m_first(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr))
    {
        if (m_first && EVP_PKEY_sign_init(m_first.get()) != 1)
            m_first.reset();
    }

    //! Null: OpenSSL cannot sign with this key.
    [[nodiscard]] openssl::KeyContext take()
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_idle.empty()) {
                openssl::KeyContext signer = std::move(m_idle.back());
                m_idle.pop_back();
                return signer;
            }
        }
        return openssl::KeyContext(m_first ? EVP_PKEY_CTX_dup(m_first.get()) : nullptr);
    }
    void giveBack(openssl::KeyContext signer)
    {
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(signer));
    }

private:
    openssl::KeyContext m_first; //!< what the others are copies of
    std::mutex m_mutex;
    std::vector<openssl::KeyContext> m_idle;
};

//! The headers of one key's signatures, encoded: there are few types, and many signatures.
class Openings
{
public:
    [[nodiscard]] QByteArray of(const QByteArray &type, const Jwk &key)
    {
        const std::lock_guard lock(m_mutex);
        QByteArray &opening = m_byType[type];
        if (opening.isEmpty()) {
            // By hand: a kid is base64url, and types are words of ours.
            opening = toBase64Url("{\"alg\":\"" + key.algorithm.toLatin1() + "\",\"kid\":\""
                                  + key.id.toLatin1() + "\",\"typ\":\"" + type + "\"}")
                      + '.';
        }
        return opening;
    }

private:
    std::mutex m_mutex;
    std::map<QByteArray, QByteArray> m_byType;
};

} // namespace

struct SigningKey::Parts
{
    SigningAlgorithm algorithm = SigningAlgorithm::Es256;
    openssl::Key key;
    std::unique_ptr<Signers> signers; //!< of `key`, for ES256
    Jwk jwk;
    Openings openings;

    [[nodiscard]] static std::unique_ptr<Parts> of(SigningAlgorithm algorithm, openssl::Key key)
    {
        auto parts = std::make_unique<Parts>();
        parts->algorithm = algorithm;
        parts->jwk.json = publicMembers(algorithm, key.get());
        parts->jwk.algorithm = nameOf(algorithm);
        parts->jwk.id = QString::fromLatin1(thumbprint(parts->jwk));
        parts->jwk.json.insert(QStringLiteral("kid"), parts->jwk.id);
        parts->jwk.json.insert(QStringLiteral("alg"), parts->jwk.algorithm);
        parts->jwk.json.insert(QStringLiteral("use"), QStringLiteral("sig"));
        parts->key = std::move(key);
        if (algorithm == SigningAlgorithm::Es256)
            parts->signers = std::make_unique<Signers>(parts->key.get());
        return parts;
    }
};

SigningKey::SigningKey(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}

SigningKey::~SigningKey() = default;
SigningKey::SigningKey(SigningKey &&) noexcept = default;
SigningKey &SigningKey::operator=(SigningKey &&) noexcept = default;

base::Result<SigningKey> SigningKey::generate(SigningAlgorithm algorithm)
{
    const openssl::ErrorMark mark;
    openssl::Key key;
    switch (algorithm) {
    case SigningAlgorithm::Es256:
        key.reset(EVP_EC_gen("P-256"));
        break;
    case SigningAlgorithm::Rs256:
        key.reset(EVP_RSA_gen(rsaBits));
        break;
    case SigningAlgorithm::EdDsa:
        key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
        break;
    }
    if (!key)
        return base::fail(failed());
    return SigningKey(Parts::of(algorithm, std::move(key)));
}

base::Result<SigningKey> SigningKey::fromPkcs8(SigningAlgorithm algorithm, const base::Secret &der)
{
    const openssl::ErrorMark mark;
    const unsigned char *in = openssl::bytesOf(der.expose());
    openssl::Key key(d2i_AutoPrivateKey(nullptr, &in, static_cast<long>(der.size())));
    if (!key || !isOf(algorithm, key.get()))
        return base::fail(corrupt());
    return SigningKey(Parts::of(algorithm, std::move(key)));
}

base::Result<base::Secret> SigningKey::pkcs8() const
{
    const openssl::ErrorMark mark;
    using Info = std::unique_ptr<PKCS8_PRIV_KEY_INFO, openssl::Release<PKCS8_PRIV_KEY_INFO_free>>;
    const Info info(EVP_PKEY2PKCS8(m_parts->key.get()));
    const int size = info ? i2d_PKCS8_PRIV_KEY_INFO(info.get(), nullptr) : 0;
    if (size <= 0)
        return base::fail(failed());
    base::Secret der = base::Secret::zeroed(static_cast<std::size_t>(size));
    unsigned char *out = der.data();
    if (i2d_PKCS8_PRIV_KEY_INFO(info.get(), &out) != size)
        return base::fail(failed());
    return der;
}

SigningAlgorithm SigningKey::algorithm() const
{
    return m_parts->algorithm;
}

const Jwk &SigningKey::publicKey() const
{
    return m_parts->jwk;
}

base::Result<QByteArray> SigningKey::sign(const QByteArray &type, QByteArrayView payload) const
{
    const QByteArray opening = m_parts->openings.of(type, m_parts->jwk);
    QByteArray input;
    input.reserve(opening.size() + payload.size() * 4 / 3 + 128); // the signature as well
    input += opening;
    input += toBase64Url(payload);
    return seal(std::move(input));
}

base::Result<QByteArray> SigningKey::signWith(QJsonObject header, QByteArrayView payload) const
{
    header.insert(QStringLiteral("alg"), m_parts->jwk.algorithm);
    if (!header.contains(u"kid") && !header.contains(u"jwk"))
        header.insert(QStringLiteral("kid"), m_parts->jwk.id);
    return seal(toBase64Url(QJsonDocument(header).toJson(QJsonDocument::Compact)) + '.'
                + toBase64Url(payload));
}

base::Result<QByteArray> SigningKey::seal(QByteArray input) const
{
    const openssl::ErrorMark mark;
    if (m_parts->algorithm == SigningAlgorithm::Es256)
        return sealWithPair(std::move(input));
    const openssl::DigestContext context(EVP_MD_CTX_new());
    const char *hash = m_parts->algorithm == SigningAlgorithm::EdDsa ? nullptr : "SHA256";
    QByteArray signature(EVP_PKEY_get_size(m_parts->key.get()), Qt::Uninitialized);
    std::size_t size = openssl::sizeOf(signature);
    // EVP_DigestSign hashes and signs in one go, which Ed25519 insists on.
    if (!context
        || EVP_DigestSignInit_ex(
               context.get(), nullptr, hash, nullptr, nullptr, m_parts->key.get(), nullptr)
               != 1
        || EVP_DigestSign(context.get(),
                          reinterpret_cast<unsigned char *>(signature.data()),
                          &size,
                          openssl::bytesOf(input),
                          openssl::sizeOf(input))
               != 1)
        return base::fail(failed());
    signature.resize(static_cast<qsizetype>(size));
    return input + '.' + toBase64Url(signature);
}

base::Result<QByteArray> SigningKey::sealWithPair(QByteArray input) const
{
    openssl::KeyContext signer = m_parts->signers->take();
    const QByteArray hash = digest(Hash::Sha256, input);
    std::array<unsigned char, 80> der{}; // two numbers of 33 bytes at most, and their headers
    std::size_t size = der.size();
    if (!signer
        || EVP_PKEY_sign(
               signer.get(), der.data(), &size, openssl::bytesOf(hash), openssl::sizeOf(hash))
               != 1)
        return base::fail(failed());
    m_parts->signers->giveBack(std::move(signer));
    const QByteArray pair =
        pairFrom(QByteArrayView(reinterpret_cast<const char *>(der.data()), qsizetype(size)));
    if (pair.isEmpty())
        return base::fail(failed());
    input += '.';
    input += toBase64Url(pair);
    return input;
}

QByteArray thumbprint(const Jwk &key)
{
    // RFC 7638 3: the required members alone, in the order of their names, without white space.
    const QString type = key.json.value(u"kty").toString();
    const char *const rsa[] = {"e", "kty", "n"};
    const char *const ec[] = {"crv", "kty", "x", "y"};
    const char *const okp[] = {"crv", "kty", "x"};
    QJsonObject required;
    const auto take = [&](const auto &names) {
        for (const char *name : names)
            required.insert(QLatin1String(name), key.json.value(QLatin1String(name)));
    };
    if (type == u"RSA")
        take(rsa);
    else if (type == u"EC")
        take(ec);
    else
        take(okp);
    // QJsonObject writes its members in the order of their names.
    return toBase64Url(
        digest(Hash::Sha256, QJsonDocument(required).toJson(QJsonDocument::Compact)));
}

} // namespace crypto
