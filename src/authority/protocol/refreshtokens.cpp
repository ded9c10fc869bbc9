// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/grammar.h"
#include "authority/protocol/granttable.h"
#include "base/faultpoint.h"
#include "crypto/digest.h"

#include <QDateTime>

namespace authority {

base::Result<QByteArray> GrantTable::successorOf(QByteArrayView token) const
{
    TRY(const QByteArray mac, m_keys.mac("refresh", token));
    return "lkr_" + crypto::toBase64Url(mac);
}

base::Result<std::optional<GrantTable::Rotation>> GrantTable::rotationOf(const QString &hash)
{
    static const QString find =
        QStringLiteral("SELECT r.expires_at, r.rotated_at, r.successor_hash, %1"
                       " FROM authority_refresh r JOIN authority_grants g ON g.id = r.grant_id"
                       " WHERE r.token_hash = ?")
            .arg(Grant::columns());
    TRY(const auto rows, m_database.rows(find, {hash}));
    std::optional<Rotation> rotation;
    if (!rows.isEmpty()) {
        const QVariantList &row = rows.first();
        rotation = Rotation{Grant::fromRow(row, 3),
                            row.at(0).toLongLong(),
                            row.at(1).toLongLong(),
                            row.at(2).toString()};
    }
    return rotation;
}

Answer<> GrantTable::checkRefresh(const RefreshUse &use, const Rotation &rotation) const
{
    const Grant &grant = rotation.grant;
    if (grant.revokedAt != 0)
        return refuse("invalid_grant", "What the refresh token stands for has been revoked.");
    if (rotation.expiresAt <= now() || grant.expiresAt <= now())
        return refuse("invalid_grant", "The refresh token has expired.");
    if (!grant.thumbprint.isEmpty() && grant.thumbprint != use.thumbprint)
        return refuse("invalid_grant", "The refresh token is bound to another DPoP key.");
    if (!isWithin(use.scopes, grant.scopes))
        return refuse("invalid_scope", "More is asked for than was granted.");
    if (!isWithin(use.resources, grant.resources))
        return refuse("invalid_target", "The resource is not among those that were granted.");
    return {};
}

base::Result<bool> GrantTable::rotate(const QString &hash,
                                      const QByteArray &successor,
                                      const Grant &grant)
{
    const QString successorHash = hashOf(successor);
    TRY(const int rotated,
        m_database.changed(QStringLiteral("UPDATE authority_refresh SET rotated_at = ?,"
                                          " successor_hash = ?"
                                          " WHERE token_hash = ? AND rotated_at = 0"),
                           {now(), successorHash, hash}));
    if (rotated == 0)
        return false;
    base::faultPoint("authority.refresh_rotated");
    TRY_VOID(insertRefresh(successorHash, grant));
    base::faultPoint("authority.refresh_before_commit");
    return true;
}

Answer<Redeemed> GrantTable::refresh(const RefreshUse &use)
{
    const QString hash = hashOf(use.token);
    // Before anything is written: a locked key ring must not cost a token.
    TRY(const QByteArray successor, ours(successorOf(use.token)));
    std::optional<Refusal> refusal;
    Redeemed redeemed{{}, successor};
    const auto done = m_database.transaction([&]() -> base::Result<> {
        refusal.reset(); // PostgreSQL may run this again
        TRY(auto rotation, rotationOf(hash));
        if (!rotation || rotation->grant.clientId != use.clientId) {
            refusal = Refusal{"invalid_grant", "The refresh token is not known for this client."};
            return {};
        }
        redeemed.grant = rotation->grant;
        const bool wasRotated = rotation->rotatedAt != 0;
        const bool isLate = wasRotated && now() - rotation->rotatedAt > millis(m_settings.grace);
        if (isLate) {
            refusal = Refusal{"invalid_grant", "The refresh token has been used before.", 401};
            TRY_VOID(revoke(redeemed.grant.id, QStringLiteral("refresh_replayed")));
            return {};
        }
        if (const auto fits = checkRefresh(use, *rotation); !fits) {
            refusal = fits.error();
            return {};
        }
        if (wasRotated)
            return {};
        // Had another instance rotated it since it was read, it would have been this moment, and to
        // the same successor.
        TRY_VOID(rotate(hash, successor, redeemed.grant));
        return {};
    });
    TRY_VOID(ours(done));
    base::faultPoint("authority.refresh_committed");
    if (refusal)
        return tl::unexpected(*refusal);
    if (!use.scopes.isEmpty())
        redeemed.grant.scopes = use.scopes;
    if (!use.resources.isEmpty())
        redeemed.grant.resources = use.resources;
    return redeemed;
}

base::Result<std::optional<Redeemed>> GrantTable::lookUp(QByteArrayView refreshToken)
{
    TRY(const auto rotation, rotationOf(hashOf(refreshToken)));
    std::optional<Redeemed> found;
    if (rotation && rotation->rotatedAt == 0 && rotation->grant.revokedAt == 0
        && rotation->expiresAt > now() && rotation->grant.expiresAt > now()) {
        found = Redeemed{rotation->grant, {}};
        found->grant.expiresAt = std::min(rotation->expiresAt, rotation->grant.expiresAt);
    }
    return found;
}

base::Result<std::optional<Grant>> GrantTable::familyOf(QByteArrayView refreshToken)
{
    TRY(const auto rotation, rotationOf(hashOf(refreshToken)));
    std::optional<Grant> grant;
    if (rotation)
        grant = rotation->grant;
    return grant;
}

} // namespace authority
