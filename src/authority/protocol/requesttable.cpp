// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/requesttable.h"

#include "authority/protocol/grammar.h"
#include "authority/words.h"
#include "crypto/random.h"

#include <QDateTime>
#include <QJsonDocument>

namespace authority {

namespace {

base::Error gone()
{
    return {base::ErrorCode::NotFound,
            Words::tr("This sign-in was answered already, or never asked for."),
            Words::tr("Start it again in the program that asked you to sign in."),
            {}};
}

AuthorizationAsk askIn(const QVariant &parameters)
{
    return AuthorizationAsk::fromJson(
        QJsonDocument::fromJson(parameters.toString().toUtf8()).object());
}

} // namespace

RequestTable::RequestTable(ledger::Database &database,
                           const base::Clock &clock,
                           const ProtocolSettings &settings)
    : m_database(database)
    , m_clock(clock)
    , m_settings(settings)
{}

base::Result<> RequestTable::insert(const QString &id,
                                    const QString &kind,
                                    const AuthorizationAsk &ask,
                                    qint64 expiresAt)
{
    return m_database.change(
        QStringLiteral("INSERT INTO authority_requests"
                       " (id, kind, client_id, parameters, created_at, expires_at)"
                       " VALUES (?, ?, ?, ?, ?, ?)"),
        {id,
         kind,
         ask.clientId,
         QString::fromUtf8(QJsonDocument(ask.toJson()).toJson(QJsonDocument::Compact)),
         now(),
         expiresAt});
}

base::Result<QByteArray> RequestTable::push(const AuthorizationAsk &ask)
{
    QByteArray reference = crypto::randomToken(32);
    TRY_VOID(insert(
        hashOf(reference), QStringLiteral("pushed"), ask, now() + millis(m_settings.pushedLife)));
    return reference;
}

base::Result<std::optional<AuthorizationAsk>> RequestTable::take(QByteArrayView reference,
                                                                 const QString &clientId)
{
    const QString id = hashOf(reference);
    std::optional<AuthorizationAsk> ask;
    TRY(const auto rows,
        m_database.rows(QStringLiteral("SELECT parameters FROM authority_requests WHERE id = ?"
                                       " AND kind = 'pushed' AND client_id = ? AND expires_at > ?"),
                        {id, clientId, now()}));
    if (rows.isEmpty())
        return ask;
    // RFC 9126 4: once.
    TRY(const int taken,
        m_database.changed(
            QStringLiteral("DELETE FROM authority_requests WHERE id = ? AND kind = 'pushed'"),
            {id}));
    if (taken == 1)
        ask = askIn(rows.first().first());
    return ask;
}

base::Result<RequestTable::Waiting> RequestTable::wait(const AuthorizationAsk &ask)
{
    const QString id = QString::fromLatin1(crypto::randomToken(24));
    const qint64 expiresAt = now() + millis(m_settings.requestLife);
    TRY_VOID(insert(id, QStringLiteral("waiting"), ask, expiresAt));
    return Waiting{id, ask, QDateTime::fromMSecsSinceEpoch(expiresAt, Qt::UTC), m_clock.now()};
}

base::Result<RequestTable::Waiting> RequestTable::find(const QString &id)
{
    TRY(const auto rows,
        m_database.rows(
            QStringLiteral("SELECT parameters, expires_at, created_at FROM authority_requests"
                           " WHERE id = ? AND kind = 'waiting'"),
            {id}));
    if (rows.isEmpty())
        return base::fail(gone());
    const qint64 expiresAt = rows.first().at(1).toLongLong();
    if (expiresAt <= now()) {
        return base::fail(base::ErrorCode::Expired,
                          Words::tr("This sign-in took too long."),
                          Words::tr("Start it again in the program that asked you to sign in."));
    }
    return Waiting{id,
                   askIn(rows.first().at(0)),
                   QDateTime::fromMSecsSinceEpoch(expiresAt, Qt::UTC),
                   QDateTime::fromMSecsSinceEpoch(rows.first().at(2).toLongLong(), Qt::UTC)};
}

base::Result<> RequestTable::answer(const QString &id, const QString &how, const QString &userId)
{
    TRY(const int answered,
        m_database.changed(QStringLiteral("UPDATE authority_requests SET kind = ?, user_id = ?"
                                          " WHERE id = ? AND kind = 'waiting'"),
                           {how, userId, id}));
    if (answered == 0)
        return base::fail(gone());
    return {};
}

base::Result<int> RequestTable::cleanUp(int most)
{
    return m_database.changed(
        QStringLiteral("DELETE FROM authority_requests WHERE id IN (SELECT id"
                       " FROM authority_requests WHERE expires_at < ? LIMIT ?)"),
        {now(), most});
}

} // namespace authority
