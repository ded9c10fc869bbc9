// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/proof.h"

#include "authority/protocol/clientrecord.h"
#include "authority/protocol/grammar.h"
#include "crypto/digest.h"
#include "crypto/signingkey.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace authority {

namespace {

constexpr qsizetype longestProof = 8 * 1024;
constexpr qsizetype longestId = 256;

tl::unexpected<Refusal> badAssertion(QByteArray why)
{
    return refuse("invalid_client", std::move(why), 401);
}

tl::unexpected<Refusal> badProof(QByteArray why)
{
    return refuse("invalid_dpop_proof", std::move(why));
}

std::optional<QJsonObject> objectIn(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return {};
    return document.object();
}

//! NumericDate (RFC 7519 2); nothing when it is no number or out of all reason.
std::optional<QDateTime> timeIn(const QJsonObject &claims, QStringView name)
{
    const QJsonValue value = claims.value(name);
    const double seconds = value.toDouble(-1);
    if (!value.isDouble() || seconds < 0 || seconds > 253402300799.0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(seconds * 1000), Qt::UTC);
}

bool isFor(const QJsonValue &audience, const QStringList &audiences)
{
    if (audience.isString())
        return audiences.contains(audience.toString());
    const QJsonArray list = audience.toArray();
    return std::any_of(list.begin(), list.end(), [&audiences](const QJsonValue &one) {
        return audiences.contains(one.toString());
    });
}

//! RFC 9449 4.3 (9): without query and fragment, compared after RFC 3986's normalisation.
QByteArray normalised(const QString &target)
{
    QUrl url(target, QUrl::StrictMode);
    if (!url.isValid() || url.isRelative() || url.host().isEmpty())
        return {};
    if ((url.scheme() == QLatin1String("https") && url.port() == 443)
        || (url.scheme() == QLatin1String("http") && url.port() == 80))
        url.setPort(-1);
    return url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::NormalizePathSegments)
        .toEncoded();
}

bool isOneOf(const QString &target, const QList<QByteArray> &targets)
{
    const QByteArray asked = normalised(target);
    return !asked.isEmpty()
           && std::any_of(targets.begin(), targets.end(), [&asked](const QByteArray &known) {
                  return normalised(QString::fromLatin1(known)) == asked;
              });
}

bool verifiesWithOneOf(const crypto::JwsParts &jws, const QList<crypto::Jwk> &keys)
{
    return std::any_of(keys.begin(), keys.end(), [&jws](const crypto::Jwk &key) {
        const bool fits = jws.keyId().isEmpty() || key.id.isEmpty() || key.id == jws.keyId();
        return fits && crypto::verifyJws(jws, key, proofAlgorithms()).has_value();
    });
}

} // namespace

QString clientNamedBy(QByteArrayView assertion)
{
    const auto jws =
        assertion.size() <= longestProof
            ? crypto::JwsParts::parse(assertion)
            : base::Result<crypto::JwsParts>(base::fail(base::ErrorCode::InvalidInput, {}));
    if (!jws)
        return {};
    const auto claims = objectIn(jws->payload);
    return claims ? claims->value(u"sub").toString() : QString();
}

Answer<Assertion> checkAssertion(QByteArrayView assertion,
                                 const QString &clientId,
                                 const QList<crypto::Jwk> &keys,
                                 const QStringList &audiences,
                                 const ProofScene &scene)
{
    const auto jws = crypto::JwsParts::parse(assertion);
    if (!jws || assertion.size() > longestProof)
        return badAssertion("The client assertion is not a signed JWT.");
    if (!verifiesWithOneOf(*jws, keys))
        return badAssertion("The signature of the client assertion does not verify.");
    const auto claims = objectIn(jws->payload);
    if (!claims)
        return badAssertion("The client assertion has no claims.");
    if (claims->value(u"iss").toString() != clientId
        || claims->value(u"sub").toString() != clientId)
        return badAssertion("iss and sub of the client assertion have to be the client_id.");
    if (!isFor(claims->value(u"aud"), audiences))
        return badAssertion("aud of the client assertion is not this authorization server.");
    const auto expiry = timeIn(*claims, u"exp");
    if (!expiry || expiry->addSecs(scene.skew.count()) <= scene.now
        || *expiry > scene.now.addSecs((scene.longest + scene.skew).count()))
        return badAssertion("exp of the client assertion is missing, past or too far ahead.");
    for (const QStringView name : {QStringView(u"nbf"), QStringView(u"iat")}) {
        if (!claims->contains(name))
            continue;
        const auto begin = timeIn(*claims, name);
        if (!begin || *begin > scene.now.addSecs(scene.skew.count()))
            return badAssertion("The client assertion is not valid yet.");
    }
    const QString id = claims->value(u"jti").toString();
    if (id.isEmpty() || id.size() > longestId)
        return badAssertion("The client assertion has no jti.");
    return Assertion{id, expiry->addSecs(scene.skew.count())};
}

Answer<DpopProof> checkDpopProof(QByteArrayView proof,
                                 QByteArrayView method,
                                 const QList<QByteArray> &targets,
                                 QByteArrayView accessToken,
                                 const ProofScene &scene)
{
    const auto jws = crypto::JwsParts::parse(proof);
    if (!jws || proof.size() > longestProof)
        return badProof("The DPoP proof is not a signed JWT.");
    if (jws->header.value(u"typ").toString() != QLatin1String("dpop+jwt"))
        return badProof("typ of the DPoP proof is not dpop+jwt.");
    const QJsonObject publicKey = jws->header.value(u"jwk").toObject();
    // RFC 9449 4.3 (7): the key must not be a private one.
    if (publicKey.contains(u"d") || publicKey.contains(u"k"))
        return badProof("The DPoP proof shows a private key.");
    const auto key = crypto::Jwk::parse(publicKey);
    if (!key || !crypto::verifyJws(*jws, *key, proofAlgorithms()))
        return badProof("The signature of the DPoP proof does not verify.");
    const auto claims = objectIn(jws->payload);
    if (!claims)
        return badProof("The DPoP proof has no claims.");
    if (claims->value(u"htm").toString().toLatin1() != method)
        return badProof("htm of the DPoP proof is another method.");
    if (!isOneOf(claims->value(u"htu").toString(), targets))
        return badProof("htu of the DPoP proof is another address.");
    const auto issued = timeIn(*claims, u"iat");
    if (!issued || qAbs(issued->msecsTo(scene.now)) > millis(scene.skew))
        return badProof("iat of the DPoP proof is too far from now.");
    const QString id = claims->value(u"jti").toString();
    if (id.isEmpty() || id.size() > longestId)
        return badProof("The DPoP proof has no jti.");
    const QString expected = accessToken.isEmpty() ? QString() : hashOf(accessToken);
    if (!accessToken.isEmpty() && claims->value(u"ath").toString() != expected)
        return badProof("ath of the DPoP proof is another access token's.");
    const QJsonValue nonce = claims->value(u"nonce");
    if (!nonce.isUndefined() && (!nonce.isString() || nonce.toString().size() > longestId))
        return badProof("nonce of the DPoP proof is not a text of ours.");
    return DpopProof{QString::fromLatin1(crypto::thumbprint(*key)), id, nonce.toString()};
}

} // namespace authority
