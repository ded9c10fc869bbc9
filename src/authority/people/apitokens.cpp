// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/apitokens.h"

#include "authority/words.h"
#include "crypto/digest.h"
#include "crypto/random.h"

namespace authority {

namespace {

QString hashOf(const base::Secret &token)
{
    return QString::fromLatin1(
        crypto::toBase64Url(crypto::digest(crypto::Hash::Sha256, token.expose())));
}

} // namespace

ApiTokens::ApiTokens(ledger::Database &database, const base::Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

base::Result<base::Secret> ApiTokens::add(const QString &purpose,
                                          const QString &label,
                                          const QDateTime &until)
{
    base::Secret token = base::Secret::take(crypto::randomToken(32));
    TRY_VOID(m_database.change(
        QStringLiteral("INSERT INTO authority_api_tokens (token_hash, purpose, label, created_at,"
                       " expires_at) VALUES (?, ?, ?, ?, ?)"),
        {hashOf(token),
         purpose,
         label,
         m_clock.now().toMSecsSinceEpoch(),
         until.isValid() ? until.toMSecsSinceEpoch() : qint64(0)}));
    return token;
}

base::Result<> ApiTokens::check(const QString &purpose, const base::Secret &token) const
{
    TRY(const auto rows,
        m_database.rows(QStringLiteral("SELECT 1 FROM authority_api_tokens WHERE token_hash = ?"
                                       " AND purpose = ? AND (expires_at = 0 OR expires_at > ?)"),
                        {hashOf(token), purpose, m_clock.now().toMSecsSinceEpoch()}));
    if (rows.isEmpty())
        return base::fail(base::ErrorCode::Denied, Words::tr("This token is not known here."));
    return {};
}

base::Result<> ApiTokens::cleanUp()
{
    return m_database.change(QStringLiteral("DELETE FROM authority_api_tokens"
                                            " WHERE expires_at > 0 AND expires_at <= ?"),
                             {m_clock.now().toMSecsSinceEpoch()});
}

} // namespace authority
