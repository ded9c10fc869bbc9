// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/protocol/clientrecord.h"
#include "base/clock.h"
#include "ledger/database.h"

#include <QHash>

namespace authority {

//! The registered clients. A record is kept for a second after it was read, so that a busy client
//! costs no query a request; another instance's change is therefore seen within a second.
//!
//! The scopes "admin" and "policy" are of the authority's own API: a client that may ask for one
//! and has no resource has the issuer as its resource. It is not written down, so that it stays
//! right when the authority moves to another address.
class ClientTable
{
public:
    ClientTable(ledger::Database &database, const base::Clock &clock, QString issuer);

    //! NotFound also for one that is switched off.
    [[nodiscard]] base::Result<ClientPointer> find(const QString &id);
    //! Newest first, those that are switched off included.
    [[nodiscard]] base::Result<QList<core::AuthorityClient>> list();
    [[nodiscard]] base::Result<int> count();

    //! InvalidInput: one fault a line. Conflict: the id is taken. \a by: who has registered it.
    [[nodiscard]] base::Result<core::NewAuthorityClient> add(core::AuthorityClient client,
                                                             const QString &by);
    [[nodiscard]] base::Result<> change(const core::AuthorityClient &client);
    //! The old secret ends at once. InvalidInput: this client has none.
    [[nodiscard]] base::Result<base::Secret> renewSecret(const QString &id);
    //! A new token for RFC 7592.
    [[nodiscard]] base::Result<QByteArray> renewRegistration(const QString &id);
    //! Only the client: what it was given is GrantTable's.
    [[nodiscard]] base::Result<> remove(const QString &id);
    //! NotFound also for one that was used, or that somebody vouches for.
    [[nodiscard]] base::Result<> removeUnused(const QString &id);
    //! Clients that registered themselves by \a before (milliseconds) and were never used.
    [[nodiscard]] base::Result<QStringList> unusedSince(qint64 before, int most);

    //! Whether a page of \a origin may read answers (CORS): some client says so.
    [[nodiscard]] bool allowsOrigin(QByteArrayView origin);
    //! Remembers that it was used; written at most once a minute.
    void noteUse(const ClientRecord &client);
    //! Forgets what is kept in memory.
    void forget();

private:
    struct Kept
    {
        ClientPointer client;
        qint64 readAt = 0;
    };

    [[nodiscard]] base::Result<ClientPointer> read(const QString &id);
    [[nodiscard]] QStringList resourcesOf(const core::AuthorityClient &client) const;
    [[nodiscard]] QStringList keptResourcesOf(const core::AuthorityClient &client) const;
    [[nodiscard]] qint64 now() const;

    ledger::Database &m_database;
    const base::Clock &m_clock;
    QString m_issuer;
    QHash<QString, Kept> m_kept;
    QHash<QString, qint64> m_usedAt; //!< as last written
    QStringList m_origins;
    qint64 m_originsReadAt = 0;
};

} // namespace authority
