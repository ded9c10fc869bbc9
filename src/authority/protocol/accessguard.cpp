// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/accessguard.h"

#include "authority/words.h"
#include "crypto/digest.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace authority {

namespace {

base::Error denied()
{
    return {base::ErrorCode::Denied,
            Words::tr("The access token is not valid."),
            Words::tr("Sign in again."),
            {}};
}

//! Of a token that has been verified: the key that its header names.
QString keyIdOf(QByteArrayView token)
{
    const auto header =
        crypto::fromBase64Url(token.first(std::max<qsizetype>(0, token.indexOf('.'))));
    return header ? QJsonDocument::fromJson(*header).object().value(u"kid").toString() : QString();
}

} // namespace

QStringList textsIn(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const auto &one : array)
        texts += one.toString();
    return texts;
}

AccessGuard::AccessGuard(ProtocolParts &parts)
    : m_parts(parts)
{}

base::Result<AccessClaims> AccessGuard::read(QByteArrayView token)
{
    TRY(const QJsonObject all, m_parts.needs.keys.verify(token, "at+jwt"));
    const qint64 now = m_parts.needs.clock.now().toSecsSinceEpoch();
    if (all.value(u"iss").toString() != m_parts.settings.issuer)
        return base::fail(denied());
    if (all.value(u"exp").toInteger() <= now) {
        return base::fail(base::ErrorCode::Expired,
                          Words::tr("The access token has expired."),
                          Words::tr("Sign in again."));
    }
    AccessClaims claims;
    claims.subject = all.value(u"sub").toString();
    claims.clientId = all.value(u"client_id").toString();
    claims.grant = all.value(u"grant").toString();
    claims.scopes = all.value(u"scope").toString().split(u' ', Qt::SkipEmptyParts);
    claims.roles = textsIn(all.value(u"roles"));
    claims.all = all;
    // In one look: the token was ended, or its key was revoked at another instance just now.
    TRY(const auto ended,
        m_parts.needs.database.rows(
            QStringLiteral("SELECT 1 FROM authority_revoked WHERE jti = ? UNION ALL"
                           " SELECT 1 FROM authority_keys WHERE kid = ? AND state = 'revoked'"),
            {all.value(u"jti").toString(), keyIdOf(token)}));
    if (!ended.isEmpty())
        return base::fail(denied());
    if (!claims.grant.isEmpty()) {
        TRY(const bool isActive, m_parts.grants.isActive(claims.grant));
        if (!isActive)
            return base::fail(denied());
    }
    // A client that was removed or switched off takes its tokens with it.
    if (!m_parts.clients.find(claims.clientId))
        return base::fail(denied());
    return claims;
}

Answer<AccessClaims> AccessGuard::admit(const web::Request &request,
                                        const QString &audience,
                                        const base::Secret &formToken,
                                        NonceNeed need)
{
    const auto bearer = request.bearer();
    const auto bound = request.credentials("DPoP");
    const int shown = int(bearer.has_value()) + int(bound.has_value()) + int(!formToken.isEmpty());
    const QByteArrayView scheme = bound ? QByteArrayView("DPoP") : QByteArrayView("Bearer");
    if (shown == 0)
        return tl::unexpected(tokenRefusal(scheme, {}, {}));
    if (shown > 1)
        return refuse("invalid_request", "Send the access token once.");
    const QByteArrayView token = bound    ? bound->expose()
                                 : bearer ? bearer->expose()
                                          : formToken.expose();
    auto claims = read(token);
    if (!claims && claims.error().code != base::ErrorCode::Denied
        && claims.error().code != base::ErrorCode::Expired
        && claims.error().code != base::ErrorCode::Corrupt)
        return tl::unexpected(refusalFor(claims.error()));
    const bool isForUs = claims && textsIn(claims->all.value(u"aud")).contains(audience);
    if (!isForUs)
        return tl::unexpected(
            tokenRefusal(scheme, "invalid_token", "The access token is not valid here."));
    const QString key = claims->all.value(u"cnf").toObject().value(u"jkt").toString();
    if (key.isEmpty() && !bound)
        return *std::move(claims);
    // RFC 9449 7.1, 7.2: a bound token only with its proof, and never as a bearer's.
    auto proof = dpopProofIn(request, token, m_parts, need);
    if (!proof) {
        const Refusal refusal = proof.error();
        if (refusal.status >= 500)
            return tl::unexpected(refusal);
        return tl::unexpected(tokenRefusal("DPoP", refusal.error, refusal.description));
    }
    if (!bound || key.isEmpty() || proof->thumbprint != key)
        return tl::unexpected(
            tokenRefusal("DPoP", "invalid_token", "The access token is bound to another key."));
    return *std::move(claims);
}

base::Result<AccessClaims> AccessGuard::check(const web::Request &request, const QString &audience)
{
    // Who is refused here learns no nonce: the admin API answers in its own words.
    auto claims = admit(request, audience, {}, NonceNeed::Never);
    if (claims)
        return *std::move(claims);
    const Refusal &refusal = claims.error();
    if (refusal.status == 503) {
        return base::fail(base::ErrorCode::Locked,
                          Words::tr("The authority is locked."),
                          Words::tr("Unlock Latchkey, then try again."));
    }
    // Not Denied: another token may be let in (RFC 6750 3.1: 401 and not 403).
    return base::fail(base::ErrorCode::Expired,
                      Words::tr("The access token is not valid."),
                      Words::tr("Sign in again."));
}

base::Result<> AccessGuard::revoke(const AccessClaims &claims)
{
    return m_parts.needs.database.change(
        QStringLiteral("INSERT INTO authority_revoked (jti, expires_at) VALUES (?, ?)"
                       " ON CONFLICT DO NOTHING"),
        {claims.all.value(u"jti").toString(), claims.all.value(u"exp").toInteger() * 1000});
}

base::Result<int> AccessGuard::cleanUp(int most)
{
    const qint64 now = m_parts.needs.clock.now().toMSecsSinceEpoch();
    TRY(const int tokens,
        m_parts.needs.database.changed(
            QStringLiteral("DELETE FROM authority_revoked WHERE jti IN (SELECT jti"
                           " FROM authority_revoked WHERE expires_at < ? LIMIT ?)"),
            {now, most}));
    TRY(const int replays,
        m_parts.needs.database.changed(
            QStringLiteral("DELETE FROM authority_replays WHERE value_hash IN (SELECT value_hash"
                           " FROM authority_replays WHERE expires_at < ? LIMIT ?)"),
            {now, most}));
    return tokens + replays;
}

} // namespace authority
