// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/idtoken.h"

#include "crypto/digest.h"
#include "crypto/jws.h"
#include "oauth/authorizationreply.h"
#include "oauth/jwks.h"
#include "oauth/words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>
#include <optional>

namespace oauth {

namespace {

using base::ErrorCode;

constexpr qint64 skewSeconds = 120;
//! An id token is read seconds after it was made; a day leaves room for wrong time zones only.
constexpr qint64 oldestSeconds = 24 * 60 * 60;

const QStringList &defaultAlgorithms()
{
    static const QStringList names{QStringLiteral("RS256"),
                                   QStringLiteral("PS256"),
                                   QStringLiteral("ES256"),
                                   QStringLiteral("EdDSA")};
    return names;
}

tl::unexpected<base::Error> refusal(const QString &why)
{
    return base::fail(ErrorCode::Denied,
                      Words::tr("The provider's proof of identity does not hold: %1").arg(why),
                      Words::tr("Sign in again. If it happens again, tell the provider."));
}

//! A NumericDate (RFC 7519 2); nothing when it is absent or no sensible number.
std::optional<qint64> seconds(const QJsonObject &claims, QLatin1StringView name)
{
    const auto value = claims.value(name);
    const double number = value.toDouble(std::nan(""));
    if (!value.isDouble() || !std::isfinite(number) || std::abs(number) > 253402300799.0)
        return std::nullopt;
    return static_cast<qint64>(number);
}

base::Result<> checkAudience(const QJsonObject &claims, const QString &clientId)
{
    const auto value = claims.value(QLatin1String("aud"));
    QStringList audience;
    if (value.isString())
        audience << value.toString();
    for (const auto &item : value.toArray()) {
        if (!item.isString())
            return refusal(Words::tr("it does not say whom it is for."));
        audience << item.toString();
    }
    if (clientId.isEmpty() || !audience.contains(clientId))
        return refusal(Words::tr("it is meant for another program."));
    const auto party = claims.value(QLatin1String("azp"));
    if ((audience.size() > 1 && party.isUndefined())
        || (!party.isUndefined() && party.toString() != clientId))
        return refusal(Words::tr("it was given to another program."));
    return {};
}

//! Whether \a key could have made a signature of that kind.
bool isFor(const crypto::Jwk &key, const QString &algorithm)
{
    if (!key.algorithm.isEmpty())
        return key.algorithm == algorithm;
    const QString type = key.json.value(QLatin1String("kty")).toString();
    if (algorithm == u"ES256")
        return type == u"EC";
    return algorithm == u"EdDSA" ? type == u"OKP" : type == u"RSA";
}

} // namespace

QByteArray accessTokenHash(QByteArrayView accessToken, const QString &algorithm)
{
    // The hash belongs to the signature's algorithm; for EdDSA with Ed25519 it is SHA-512.
    const auto hash = algorithm == u"EdDSA" ? crypto::Hash::Sha512 : crypto::Hash::Sha256;
    const QByteArray whole = crypto::digest(hash, accessToken);
    return crypto::toBase64Url(QByteArrayView(whole).first(whole.size() / 2));
}

base::Result<IdTokenClaims> checkIdTokenClaims(QByteArrayView payload,
                                               const IdTokenExpectation &expectation,
                                               const QDateTime &now)
{
    const auto document = QJsonDocument::fromJson(payload.toByteArray());
    if (!document.isObject())
        return refusal(Words::tr("it cannot be read."));
    const QJsonObject claims = document.object();
    const auto text = [&claims](QLatin1StringView name) { return claims.value(name).toString(); };

    if (!issuerMatches(
            expectation.issuer, text(QLatin1StringView("iss")), text(QLatin1StringView("tid"))))
        return refusal(Words::tr("it comes from another issuer."));
    TRY_VOID(checkAudience(claims, expectation.clientId));
    const QString subject = text(QLatin1StringView("sub"));
    if (subject.isEmpty() || subject.size() > 255)
        return refusal(Words::tr("it names nobody."));

    const qint64 clock = now.toSecsSinceEpoch();
    const auto expires = seconds(claims, QLatin1StringView("exp"));
    if (!expires)
        return refusal(Words::tr("it does not say when it ends."));
    if (*expires + skewSeconds <= clock)
        return refusal(Words::tr("it has ended. Compare this computer's clock."));
    const auto issued = seconds(claims, QLatin1StringView("iat"));
    if (!issued)
        return refusal(Words::tr("it does not say when it was made."));
    if (*issued > clock + skewSeconds || *issued < clock - oldestSeconds)
        return refusal(Words::tr("it was made at another time. Compare this computer's clock."));
    const auto notBefore = seconds(claims, QLatin1StringView("nbf"));
    if (notBefore && *notBefore > clock + skewSeconds)
        return refusal(Words::tr("it is not valid yet. Compare this computer's clock."));

    if (!expectation.nonce.isEmpty()
        && !crypto::constantTimeEquals(text(QLatin1StringView("nonce")).toUtf8(),
                                       expectation.nonce.toUtf8()))
        return refusal(Words::tr("it belongs to another sign-in."));
    const auto hash = claims.value(QLatin1String("at_hash"));
    if (!hash.isUndefined() && !expectation.accessTokenHash.isEmpty()
        && !crypto::constantTimeEquals(hash.toString().toUtf8(), expectation.accessTokenHash))
        return refusal(Words::tr("it belongs to another token."));
    return IdTokenClaims{subject, claims};
}

IdTokenVerifier::IdTokenVerifier(Jwks &jwks, base::Clock &clock)
    : m_jwks(jwks)
    , m_clock(clock)
{}

base::Task<IdTokenClaims> IdTokenVerifier::verify(base::Secret idToken,
                                                  core::Provider provider,
                                                  QString clientId,
                                                  QString nonce,
                                                  base::Secret accessToken,
                                                  std::stop_token stop)
{
    const auto parsed = crypto::JwsParts::parse(idToken.expose());
    if (!parsed)
        co_return refusal(Words::tr("it cannot be read."));
    const auto &parts = *parsed;
    const QStringList allowed =
        provider.idTokenAlgorithms.isEmpty() ? defaultAlgorithms() : provider.idTokenAlgorithms;
    // Before any key is fetched: `none` and HS256 with the public key as secret end here.
    if (!allowed.contains(parts.algorithm()) || !defaultAlgorithms().contains(parts.algorithm()))
        co_return refusal(Words::tr("its signature is of a kind we do not accept."));
    if (provider.jwksUri.isEmpty())
        co_return refusal(Words::tr("the provider's keys are unknown."));

    const QString address = provider.jwksUri;
    const QString keyId = parts.keyId();
    CO_TRY(const auto keys, co_await m_jwks.keys(address, keyId, stop));
    std::optional<QByteArray> payload;
    int fitting = 0;
    for (const auto &key : keys) {
        auto verified = crypto::verifyJws(parts, key, allowed);
        if (verified)
            payload = *std::move(verified);
        fitting += isFor(key, parts.algorithm()) ? 1 : 0;
    }
    // OIDC Core 10.1: with several keys the token must say which one.
    if (!payload || (keyId.isEmpty() && fitting > 1))
        co_return refusal(Words::tr("its signature is wrong."));

    IdTokenExpectation expectation;
    expectation.issuer = provider.issuer;
    expectation.clientId = clientId;
    if (provider.nonceInIdToken)
        expectation.nonce = nonce;
    if (!accessToken.isEmpty())
        expectation.accessTokenHash = accessTokenHash(accessToken.expose(), parts.algorithm());
    co_return checkIdTokenClaims(*payload, expectation, m_clock.now());
}

} // namespace oauth
