// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/clienttable.h"

#include "authority/protocol/grammar.h"
#include "authority/words.h"
#include "crypto/random.h"

#include <QDateTime>

namespace authority {

namespace {

using base::ErrorCode;

constexpr qint64 keptFor = 1000; // milliseconds
constexpr qint64 betweenUses = 60'000;
constexpr qsizetype mostKept = 2000;

const QString columns = QStringLiteral(
    "id, name, secret_hash, auth_method, redirect_uris, logout_uris, origins, grants, scopes,"
    " resources, jwks, signing_alg, dpop_bound, first_party, active, registration_hash,"
    " created_at, created_by, used_at");

QDateTime timeOf(const QVariant &value)
{
    const qint64 at = value.toLongLong();
    return at == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
}

QStringList wordsOf(const QVariant &value)
{
    return value.toString().split(u' ', Qt::SkipEmptyParts);
}

ClientRecord recordOf(const QVariantList &row)
{
    ClientRecord record;
    core::AuthorityClient &view = record.view;
    view.id = row.at(0).toString();
    view.name = row.at(1).toString();
    record.secretHash = row.at(2).toString();
    view.authMethod = row.at(3).toString();
    view.redirectUris = fromJsonList(row.at(4).toString());
    view.postLogoutRedirectUris = fromJsonList(row.at(5).toString());
    view.origins = fromJsonList(row.at(6).toString());
    view.grants = wordsOf(row.at(7));
    view.scopes = wordsOf(row.at(8));
    view.resources = fromJsonList(row.at(9).toString());
    view.jwks = row.at(10).toString();
    view.signingAlgorithm = row.at(11).toString();
    view.isDpopBound = row.at(12).toLongLong() != 0;
    view.isFirstParty = row.at(13).toLongLong() != 0;
    view.isActive = row.at(14).toLongLong() != 0;
    record.registrationHash = row.at(15).toString();
    view.createdAt = timeOf(row.at(16));
    view.createdBy = row.at(17).toString();
    view.usedAt = timeOf(row.at(18));
    if (!view.jwks.isEmpty()) {
        if (auto keys = crypto::parseJwkSet(view.jwks.toUtf8()))
            record.keys = *std::move(keys);
    }
    return record;
}

base::Error notThere()
{
    return {ErrorCode::NotFound, Words::tr("This client is not registered."), {}, {}};
}

base::Error taken(const QString &id)
{
    return {ErrorCode::Conflict, Words::tr("The id %1 is taken.").arg(id), {}, {}};
}

base::Result<> examined(const core::AuthorityClient &client)
{
    const QList<ClientFault> faults = faultsOf(client);
    if (faults.isEmpty())
        return {};
    QStringList lines;
    for (const ClientFault &fault : faults)
        lines += QString::fromLatin1(fault.field) + QStringLiteral(": ") + fault.message;
    return base::fail(ErrorCode::InvalidInput, lines.join(u'\n'));
}

bool hasSecret(const core::AuthorityClient &client)
{
    return client.authMethod.startsWith(QLatin1String("client_secret_"));
}

bool usesAuthorityItself(const core::AuthorityClient &client)
{
    return client.scopes.contains(QStringLiteral("admin"))
           || client.scopes.contains(QStringLiteral("policy"));
}

QByteArray newSecret()
{
    return "lks_" + crypto::randomToken(32);
}

} // namespace

ClientTable::ClientTable(ledger::Database &database, const base::Clock &clock, QString issuer)
    : m_database(database)
    , m_clock(clock)
    , m_issuer(std::move(issuer))
{}

QStringList ClientTable::resourcesOf(const core::AuthorityClient &client) const
{
    return client.resources.isEmpty() && usesAuthorityItself(client) ? QStringList{m_issuer}
                                                                     : client.resources;
}

QStringList ClientTable::keptResourcesOf(const core::AuthorityClient &client) const
{
    return client.resources == QStringList{m_issuer} && usesAuthorityItself(client)
               ? QStringList()
               : client.resources;
}

qint64 ClientTable::now() const
{
    return m_clock.now().toMSecsSinceEpoch();
}

base::Result<ClientPointer> ClientTable::read(const QString &id)
{
    static const QString sql =
        QStringLiteral("SELECT %1 FROM authority_clients WHERE id = ?").arg(columns);
    TRY(const auto rows, m_database.rows(sql, {id}));
    if (rows.isEmpty())
        return base::fail(notThere());
    ClientRecord record = recordOf(rows.first());
    record.view.resources = resourcesOf(record.view);
    return std::make_shared<const ClientRecord>(std::move(record));
}

base::Result<ClientPointer> ClientTable::find(const QString &id)
{
    const qint64 at = now();
    const auto kept = m_kept.constFind(id);
    ClientPointer client;
    if (kept != m_kept.constEnd() && at - kept->readAt < keptFor && at >= kept->readAt) {
        client = kept->client;
    } else {
        TRY(client, read(id));
        if (m_kept.size() >= mostKept)
            m_kept.clear();
        m_kept.insert(id, {client, at});
    }
    if (!client->view.isActive)
        return base::fail(notThere());
    return client;
}

base::Result<QList<core::AuthorityClient>> ClientTable::list()
{
    static const QString sql =
        QStringLiteral("SELECT %1 FROM authority_clients ORDER BY created_at DESC, id")
            .arg(columns);
    TRY(const auto rows, m_database.rows(sql));
    QList<core::AuthorityClient> clients;
    for (const QVariantList &row : rows) {
        clients += recordOf(row).view;
        clients.last().resources = resourcesOf(clients.constLast());
    }
    return clients;
}

base::Result<int> ClientTable::count()
{
    TRY(const auto rows, m_database.rows(QStringLiteral("SELECT count(*) FROM authority_clients")));
    return rows.first().first().toInt();
}

base::Result<core::NewAuthorityClient> ClientTable::add(core::AuthorityClient client,
                                                        const QString &by)
{
    TRY_VOID(examined(client));
    if (client.id.isEmpty())
        client.id = QStringLiteral("c-") + QString::fromLatin1(crypto::randomToken(12));
    // RFC 9700 4.15: nobody may mistake a client for a person.
    TRY(const auto people,
        m_database.rows(QStringLiteral("SELECT 1 FROM authority_users WHERE id = ?"), {client.id}));
    if (!people.isEmpty())
        return base::fail(taken(client.id));
    client.createdAt = m_clock.now();
    client.createdBy = by;
    client.usedAt = {};
    core::NewAuthorityClient made;
    QString secretHash;
    if (hasSecret(client)) {
        made.secret = base::Secret::take(newSecret());
        secretHash = hashOf(made.secret.expose());
    }
    TRY(const int added,
        m_database.changed(
            QStringLiteral("INSERT INTO authority_clients (%1) VALUES"
                           " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                           " ON CONFLICT DO NOTHING")
                .arg(columns),
            {client.id,
             client.name.trimmed(),
             secretHash,
             client.authMethod,
             toJsonList(client.redirectUris),
             toJsonList(client.postLogoutRedirectUris),
             toJsonList(client.origins),
             client.grants.join(u' '),
             client.scopes.join(u' '),
             toJsonList(keptResourcesOf(client)),
             client.jwks,
             client.signingAlgorithm,
             client.isDpopBound ? 1 : 0,
             client.isFirstParty ? 1 : 0,
             client.isActive ? 1 : 0,
             QString(),
             client.createdAt.toMSecsSinceEpoch(),
             by,
             0}));
    if (added == 0)
        return base::fail(taken(client.id));
    m_originsReadAt = 0;
    client.resources = resourcesOf(client);
    made.client = std::move(client);
    return made;
}

base::Result<> ClientTable::change(const core::AuthorityClient &client)
{
    TRY_VOID(examined(client));
    TRY(const ClientPointer before, read(client.id));
    // Who changes how it proves itself must not keep a way that is closed now.
    const QString secretHash = hasSecret(client) ? before->secretHash : QString();
    TRY(const int changed,
        m_database.changed(QStringLiteral("UPDATE authority_clients SET name = ?, secret_hash = ?,"
                                          " auth_method = ?, redirect_uris = ?, logout_uris = ?,"
                                          " origins = ?, grants = ?, scopes = ?, resources = ?,"
                                          " jwks = ?, signing_alg = ?, dpop_bound = ?,"
                                          " first_party = ?, active = ? WHERE id = ?"),
                           {client.name.trimmed(),
                            secretHash,
                            client.authMethod,
                            toJsonList(client.redirectUris),
                            toJsonList(client.postLogoutRedirectUris),
                            toJsonList(client.origins),
                            client.grants.join(u' '),
                            client.scopes.join(u' '),
                            toJsonList(keptResourcesOf(client)),
                            client.jwks,
                            client.signingAlgorithm,
                            client.isDpopBound ? 1 : 0,
                            client.isFirstParty ? 1 : 0,
                            client.isActive ? 1 : 0,
                            client.id}));
    forget();
    if (changed == 0)
        return base::fail(notThere());
    return {};
}

base::Result<base::Secret> ClientTable::renewSecret(const QString &id)
{
    TRY(const ClientPointer client, read(id));
    if (!hasSecret(client->view)) {
        return base::fail(ErrorCode::InvalidInput,
                          Words::tr("This client has no secret."),
                          Words::tr("Choose a way with a secret for it first."));
    }
    auto secret = base::Secret::take(newSecret());
    TRY_VOID(m_database.change(
        QStringLiteral("UPDATE authority_clients SET secret_hash = ? WHERE id = ?"),
        {hashOf(secret.expose()), id}));
    m_kept.remove(id);
    return secret;
}

base::Result<QByteArray> ClientTable::renewRegistration(const QString &id)
{
    const QByteArray token = "lkm_" + crypto::randomToken(32);
    TRY(const int changed,
        m_database.changed(
            QStringLiteral("UPDATE authority_clients SET registration_hash = ? WHERE id = ?"),
            {hashOf(token), id}));
    m_kept.remove(id);
    if (changed == 0)
        return base::fail(notThere());
    return token;
}

base::Result<> ClientTable::remove(const QString &id)
{
    TRY(const int removed,
        m_database.changed(QStringLiteral("DELETE FROM authority_clients WHERE id = ?"), {id}));
    forget();
    if (removed == 0)
        return base::fail(notThere());
    return {};
}

base::Result<> ClientTable::removeUnused(const QString &id)
{
    TRY(const int removed,
        m_database.changed(QStringLiteral("DELETE FROM authority_clients WHERE id = ?"
                                          " AND created_by = 'registration' AND used_at = 0"),
                           {id}));
    if (removed == 0)
        return base::fail(notThere());
    forget();
    return {};
}

base::Result<QStringList> ClientTable::unusedSince(qint64 before, int most)
{
    TRY(const auto rows,
        m_database.rows(QStringLiteral("SELECT id FROM authority_clients WHERE used_at = 0"
                                       " AND created_by = 'registration' AND created_at <= ?"
                                       " LIMIT ?"),
                        {before, most}));
    QStringList ids;
    for (const QVariantList &row : rows)
        ids += row.first().toString();
    return ids;
}

bool ClientTable::allowsOrigin(QByteArrayView origin)
{
    const qint64 at = now();
    if (m_originsReadAt == 0 || at - m_originsReadAt >= keptFor || at < m_originsReadAt) {
        const auto rows = m_database.rows(QStringLiteral("SELECT origins FROM authority_clients"
                                                         " WHERE active = 1 AND origins <> '[]'"));
        if (!rows)
            return false;
        m_origins.clear();
        for (const QVariantList &row : *rows)
            m_origins += fromJsonList(row.first().toString());
        m_originsReadAt = at;
    }
    return m_origins.contains(QString::fromLatin1(origin));
}

void ClientTable::noteUse(const ClientRecord &client)
{
    const qint64 at = now();
    const qint64 before =
        std::max(m_usedAt.value(client.view.id),
                 client.view.usedAt.isValid() ? client.view.usedAt.toMSecsSinceEpoch() : 0);
    if (at - before < betweenUses)
        return;
    if (m_usedAt.size() >= mostKept)
        m_usedAt.clear();
    m_usedAt.insert(client.view.id, at);
    // What cannot be noted is no reason to refuse the request.
    static_cast<void>(
        m_database.change(QStringLiteral("UPDATE authority_clients SET used_at = ? WHERE id = ?"),
                          {at, client.view.id}));
}

void ClientTable::forget()
{
    m_kept.clear();
    m_originsReadAt = 0;
}

} // namespace authority
