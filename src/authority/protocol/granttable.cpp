// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/granttable.h"

#include "authority/protocol/grammar.h"
#include "base/faultpoint.h"
#include "crypto/digest.h"
#include "crypto/random.h"

#include <QDateTime>

namespace authority {

const QString &Grant::columns()
{
    static const QString columns = QStringLiteral(
        "g.id, g.client_id, g.user_id, g.session, g.scopes, g.resources, g.auth_at, g.amr, g.nonce,"
        " g.dpop_thumbprint, g.created_at, g.expires_at, g.revoked_at");
    return columns;
}

Grant Grant::fromRow(const QVariantList &row, qsizetype first)
{
    const auto text = [&row, first](qsizetype column) { return row.at(first + column).toString(); };
    const auto number = [&row, first](qsizetype column) {
        return row.at(first + column).toLongLong();
    };
    Grant grant;
    grant.id = text(0);
    grant.clientId = text(1);
    grant.userId = text(2);
    grant.session = text(3);
    grant.scopes = text(4).split(u' ', Qt::SkipEmptyParts);
    grant.resources = fromJsonList(text(5));
    grant.authAt = number(6);
    grant.amr = text(7).split(u' ', Qt::SkipEmptyParts);
    grant.nonce = text(8);
    grant.thumbprint = text(9);
    grant.createdAt = number(10);
    grant.expiresAt = number(11);
    grant.revokedAt = number(12);
    return grant;
}

GrantTable::GrantTable(ledger::Database &database,
                       const KeyRing &keys,
                       const base::Clock &clock,
                       const ProtocolSettings &settings)
    : m_database(database)
    , m_keys(keys)
    , m_clock(clock)
    , m_settings(settings)
{}

base::Result<Grant> GrantTable::add(Grant grant)
{
    grant.id = QString::fromLatin1(crypto::randomToken(16));
    grant.createdAt = now();
    grant.expiresAt = grant.createdAt + millis(m_settings.refreshLongest);
    TRY_VOID(m_database.change(
        QStringLiteral("INSERT INTO authority_grants (id, client_id, user_id, session, scopes,"
                       " resources, auth_at, amr, nonce, dpop_thumbprint, created_at, expires_at)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {grant.id,
         grant.clientId,
         grant.userId,
         grant.session,
         grant.scopes.join(u' '),
         toJsonList(grant.resources),
         grant.authAt,
         grant.amr.join(u' '),
         grant.nonce,
         grant.thumbprint,
         grant.createdAt,
         grant.expiresAt}));
    return grant;
}

base::Result<QByteArray> GrantTable::addCode(const Grant &grant,
                                             const QString &redirectUri,
                                             const QString &challenge)
{
    const QByteArray code = "lkc_" + crypto::randomToken(32);
    TRY_VOID(m_database.change(
        QStringLiteral("INSERT INTO authority_codes (code_hash, grant_id, client_id, redirect_uri,"
                       " challenge, expires_at) VALUES (?, ?, ?, ?, ?, ?)"),
        {hashOf(code),
         grant.id,
         grant.clientId,
         redirectUri,
         challenge,
         now() + millis(m_settings.codeLife)}));
    return code;
}

Answer<> GrantTable::checkCode(const CodeUse &use, const QVariantList &row) const
{
    const Grant grant = Grant::fromRow(row, 4);
    const QByteArray challenge = row.at(1).toString().toLatin1();
    if (grant.clientId != use.clientId)
        return refuse("invalid_grant", "The code was given to another client.");
    if (row.at(2).toLongLong() <= now())
        return refuse("invalid_grant", "The code has expired.");
    if (grant.revokedAt != 0)
        return refuse("invalid_grant", "What the code stands for has been revoked.");
    if (row.at(0).toString() != use.redirectUri)
        return refuse("invalid_grant", "redirect_uri is not that of the authorization request.");
    if (!isCodeVerifier(use.verifier)
        || !crypto::constantTimeEquals(crypto::pkceChallenge(use.verifier), challenge))
        return refuse("invalid_grant", "code_verifier does not fit the code_challenge.");
    // RFC 9449 10: the code was asked for with a key.
    if (!grant.thumbprint.isEmpty() && grant.thumbprint != use.thumbprint)
        return refuse("invalid_dpop_proof", "The code is bound to another DPoP key.");
    return {};
}

Answer<Redeemed> GrantTable::redeem(const CodeUse &use)
{
    static const QString find =
        QStringLiteral("SELECT c.redirect_uri, c.challenge, c.expires_at, c.used_at, %1"
                       " FROM authority_codes c JOIN authority_grants g ON g.id = c.grant_id"
                       " WHERE c.code_hash = ?")
            .arg(Grant::columns());
    const QString hash = hashOf(use.code);
    std::optional<Refusal> refusal;
    Redeemed redeemed;
    const auto replayed = [&]() -> base::Result<> {
        // RFC 6749 4.1.2: one of the two who used it is a thief. It is not known which.
        refusal = Refusal{"invalid_grant", "The code has been used before."};
        TRY_VOID(revoke(redeemed.grant.id, QStringLiteral("code_replayed")));
        return {};
    };
    const auto done = m_database.transaction([&]() -> base::Result<> {
        refusal.reset(); // PostgreSQL may run this again
        TRY(const auto rows, m_database.rows(find, {hash}));
        if (rows.isEmpty()) {
            refusal = Refusal{"invalid_grant", "The code is not known."};
            return {};
        }
        redeemed.grant = Grant::fromRow(rows.first(), 4);
        if (rows.first().at(3).toLongLong() != 0)
            return replayed();
        if (const auto fits = checkCode(use, rows.first()); !fits) {
            refusal = fits.error();
            return {};
        }
        TRY(const int used,
            m_database.changed(QStringLiteral("UPDATE authority_codes SET used_at = ?"
                                              " WHERE code_hash = ? AND used_at = 0"),
                               {now(), hash}));
        if (used == 0)
            return replayed();
        base::faultPoint("authority.code_used");
        // RFC 9449 5: the refresh tokens of a public client are bound, those of another are
        // bound to the client already.
        const QString thumbprint = use.isPublic ? use.thumbprint : QString();
        TRY(redeemed, start(Grant(redeemed.grant), thumbprint, use.wantsRefresh));
        base::faultPoint("authority.code_before_commit");
        return {};
    });
    TRY_VOID(ours(done));
    base::faultPoint("authority.code_committed");
    if (refusal)
        return tl::unexpected(*refusal);
    return redeemed;
}

bool GrantTable::isOffline(const QStringList &scopes)
{
    return scopes.contains(QStringLiteral("offline_access"))
           || !scopes.contains(QStringLiteral("openid"));
}

base::Result<Redeemed> GrantTable::start(const QString &grantId,
                                         const QString &thumbprint,
                                         bool wantsRefresh)
{
    static const QString find =
        QStringLiteral("SELECT %1 FROM authority_grants g WHERE g.id = ?").arg(Grant::columns());
    TRY(const auto rows, m_database.rows(find, {grantId}));
    if (rows.isEmpty())
        return base::fail(base::ErrorCode::NotFound, {});
    return start(Grant::fromRow(rows.first(), 0), thumbprint, wantsRefresh);
}

base::Result<Redeemed> GrantTable::start(const Grant &grant,
                                         const QString &thumbprint,
                                         bool wantsRefresh)
{
    Redeemed redeemed{grant, {}};
    if (!wantsRefresh || !isOffline(redeemed.grant.scopes))
        return redeemed;
    TRY(const RefreshToken token, RefreshToken::first(grant.id));
    TRY(redeemed.refreshToken, token.write(m_keys));
    TRY_VOID(m_database.change(
        QStringLiteral("UPDATE authority_grants SET dpop_thumbprint = ?, refresh_hash = ?,"
                       " refresh_expires_at = ? WHERE id = ?"),
        {thumbprint, token.secretHash(), refreshEnd(grant), grant.id}));
    redeemed.grant.thumbprint = thumbprint;
    return redeemed;
}

base::Result<bool> GrantTable::isActive(const QString &grantId)
{
    TRY(const auto rows,
        m_database.rows(QStringLiteral("SELECT revoked_at FROM authority_grants WHERE id = ?"),
                        {grantId}));
    return !rows.isEmpty() && rows.first().first().toLongLong() == 0;
}

base::Result<int> GrantTable::revoke(const QString &grantId, const QString &why)
{
    return m_database.changed(QStringLiteral("UPDATE authority_grants SET revoked_at = ?,"
                                             " revoked_why = ? WHERE id = ? AND revoked_at = 0"),
                              {now(), why, grantId});
}

base::Result<int> GrantTable::revokeOfUser(const QString &userId,
                                           const QString &session,
                                           const QString &why)
{
    static const QString update = QStringLiteral(
        "UPDATE authority_grants SET revoked_at = ?, revoked_why = ? WHERE revoked_at = 0 AND ");
    if (session.isEmpty())
        return m_database.changed(update + QStringLiteral("user_id = ?"), {now(), why, userId});
    if (userId.isEmpty())
        return m_database.changed(update + QStringLiteral("session = ?"), {now(), why, session});
    return m_database.changed(update + QStringLiteral("user_id = ? AND session = ?"),
                              {now(), why, userId, session});
}

base::Result<int> GrantTable::revokeOfClient(const QString &clientId, const QString &why)
{
    return m_database.changed(
        QStringLiteral("UPDATE authority_grants SET revoked_at = ?, revoked_why = ?"
                       " WHERE client_id = ? AND revoked_at = 0"),
        {now(), why, clientId});
}

base::Result<int> GrantTable::cleanUp(int most)
{
    // Used codes are kept until they would have ended anyway: they tell a thief. A revoked grant is
    // kept while an access token of it may live.
    const qint64 at = now();
    int removed = 0;
    const auto sweep = [&](const char *sql, const QVariantList &values) -> base::Result<> {
        TRY(const int gone, m_database.changed(QString::fromLatin1(sql), values));
        removed += gone;
        return {};
    };
    TRY_VOID(sweep("DELETE FROM authority_codes WHERE code_hash IN (SELECT code_hash"
                   " FROM authority_codes WHERE expires_at < ? LIMIT ?)",
                   {at - 3'600'000, most}));
    TRY_VOID(sweep("DELETE FROM authority_grants WHERE id IN (SELECT id FROM authority_grants"
                   " WHERE expires_at < ? OR (revoked_at <> 0 AND revoked_at < ?) LIMIT ?)",
                   {at, at - 86'400'000 - millis(m_settings.accessLife), most}));
    return removed;
}

} // namespace authority
