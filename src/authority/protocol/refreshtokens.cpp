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

//! One refresh token on its way through a transaction.
struct GrantTable::Refreshing
{
    const RefreshUse &use;
    QString hash;
    QByteArray successor;
    Redeemed redeemed;
    std::optional<Refusal> refusal;
};

base::Result<> GrantTable::refreshOne(Refreshing &one)
{
    one.refusal.reset(); // it may be run again
    TRY(auto rotation, rotationOf(one.hash));
    if (!rotation || rotation->grant.clientId != one.use.clientId) {
        one.refusal = Refusal{"invalid_grant", "The refresh token is not known for this client."};
        return {};
    }
    one.redeemed = {rotation->grant, one.successor};
    const bool wasRotated = rotation->rotatedAt != 0;
    const bool isLate = wasRotated && now() - rotation->rotatedAt > millis(m_settings.grace);
    if (isLate) {
        one.refusal = Refusal{"invalid_grant", "The refresh token has been used before.", 401};
        TRY_VOID(revoke(rotation->grant.id, QStringLiteral("refresh_replayed")));
        return {};
    }
    if (const auto fits = checkRefresh(one.use, *rotation); !fits) {
        one.refusal = fits.error();
        return {};
    }
    if (wasRotated)
        return {};
    // Had another instance rotated it since it was read, it would have been this moment, and to
    // the same successor.
    TRY_VOID(rotate(one.hash, one.successor, rotation->grant));
    return {};
}

std::vector<Answer<Redeemed>> GrantTable::refresh(const std::vector<RefreshUse> &uses)
{
    std::vector<Refreshing> all;
    std::vector<std::function<base::Result<>()>> works;
    all.reserve(uses.size());
    works.reserve(uses.size());
    for (const RefreshUse &use : uses) {
        // Before anything is written: a locked key ring must not cost a token.
        auto successor = successorOf(use.token);
        if (!successor)
            return std::vector<Answer<Redeemed>>(uses.size(),
                                                 tl::unexpected(refusalFor(successor.error())));
        all.push_back({use, hashOf(use.token), *std::move(successor), {}, {}});
        works.emplace_back([this, &one = all.back()] { return refreshOne(one); });
    }
    const auto outcomes = m_database.transactions(works);
    base::faultPoint("authority.refresh_committed");
    std::vector<Answer<Redeemed>> answers;
    answers.reserve(uses.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        Refreshing &one = all[i];
        if (!outcomes[i]) {
            answers.emplace_back(tl::unexpected(refusalFor(outcomes[i].error())));
            continue;
        }
        if (one.refusal) {
            answers.emplace_back(tl::unexpected(*std::move(one.refusal)));
            continue;
        }
        if (!one.use.scopes.isEmpty())
            one.redeemed.grant.scopes = one.use.scopes;
        if (!one.use.resources.isEmpty())
            one.redeemed.grant.resources = one.use.resources;
        answers.emplace_back(std::move(one.redeemed));
    }
    return answers;
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
