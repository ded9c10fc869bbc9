// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/consents.h"

namespace authority {

namespace {

//! Cannot stand in a scope (RFC 6749 3.3).
const QLatin1Char resourceMark('\\');

} // namespace

Consents::Consents(ledger::Database &database, const base::Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

QStringList Consents::wishes(const QStringList &scopes, const QStringList &resources)
{
    QStringList all = scopes;
    for (const QString &resource : resources)
        all.append(resourceMark + resource);
    return all;
}

base::Result<std::optional<QStringList>> Consents::read(const QString &userId,
                                                        const QString &clientId) const
{
    TRY(const auto rows,
        m_database.rows(QStringLiteral("SELECT scopes FROM authority_consents"
                                       " WHERE user_id = ? AND client_id = ?"),
                        {userId, clientId}));
    if (rows.isEmpty())
        return std::optional<QStringList>();
    return std::optional(rows.first().first().toString().split(u' ', Qt::SkipEmptyParts));
}

base::Result<QStringList> Consents::missing(const QString &userId,
                                            const QString &clientId,
                                            const QStringList &wishes) const
{
    TRY(const auto given, read(userId, clientId));
    QStringList left = wishes;
    if (given)
        left.removeIf([&](const QString &wish) { return given->contains(wish); });
    return left;
}

base::Result<bool> Consents::isKnown(const QString &userId, const QString &clientId) const
{
    TRY(const auto given, read(userId, clientId));
    return given.has_value();
}

base::Result<> Consents::remember(const QString &userId,
                                  const QString &clientId,
                                  const QStringList &wishes)
{
    TRY(const auto given, read(userId, clientId));
    QStringList all = given.value_or(QStringList()) + wishes;
    all.removeDuplicates();
    return m_database.change(
        QStringLiteral("INSERT INTO authority_consents (user_id, client_id, scopes, given_at)"
                       " VALUES (?, ?, ?, ?) ON CONFLICT (user_id, client_id) DO UPDATE SET"
                       " scopes = excluded.scopes, given_at = excluded.given_at"),
        {userId, clientId, all.join(u' '), m_clock.now().toMSecsSinceEpoch()});
}

base::Result<> Consents::forget(const QString &userId, const QString &clientId)
{
    return m_database.change(
        QStringLiteral("DELETE FROM authority_consents WHERE user_id = ? AND client_id = ?"),
        {userId, clientId});
}

base::Result<> Consents::forgetAll(const QString &userId)
{
    return m_database.change(QStringLiteral("DELETE FROM authority_consents WHERE user_id = ?"),
                             {userId});
}

base::Result<QList<Consents::Given>> Consents::list(const QString &userId) const
{
    TRY(const auto rows,
        m_database.rows(
            QStringLiteral("SELECT c.client_id, COALESCE(k.name, ''), c.scopes, c.given_at"
                           " FROM authority_consents c LEFT JOIN authority_clients k"
                           " ON k.id = c.client_id WHERE c.user_id = ? ORDER BY c.given_at DESC"),
            {userId}));
    QList<Given> given;
    for (const QVariantList &row : rows) {
        QStringList scopes = row[2].toString().split(u' ', Qt::SkipEmptyParts);
        scopes.removeIf([](const QString &wish) { return wish.startsWith(resourceMark); });
        given.append({row[0].toString(),
                      row[1].toString(),
                      scopes,
                      QDateTime::fromMSecsSinceEpoch(row[3].toLongLong(), Qt::UTC)});
    }
    return given;
}

} // namespace authority
