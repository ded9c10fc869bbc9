// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/clientdesk.h"

#include "authority/protocol/protocol.h"
#include "authority/words.h"

namespace authority {

using core::AuthorityClient;

ClientDesk::ClientDesk(Household &house, Protocol &protocol)
    : m_protocol(protocol)
    , m_trail(house)
{}

base::Result<QList<AuthorityClient>> ClientDesk::list()
{
    return m_protocol.clients();
}

base::Result<AuthorityClient> ClientDesk::find(const QString &id)
{
    TRY(const auto all, m_protocol.clients());
    for (const AuthorityClient &client : all) {
        if (client.id == id)
            return client;
    }
    return base::fail(base::ErrorCode::NotFound, Words::tr("There is no such client."));
}

base::Result<core::NewAuthorityClient> ClientDesk::add(const AuthorityClient &client,
                                                       const QString &by,
                                                       const Actor &actor)
{
    TRY(core::NewAuthorityClient made, m_protocol.addClient(client, by));
    m_trail.aboutClient(QStringLiteral("client_added"), made.client.id, actor);
    return made;
}

base::Result<> ClientDesk::change(const AuthorityClient &client, const Actor &actor)
{
    TRY_VOID(m_protocol.changeClient(client));
    m_trail.aboutClient(QStringLiteral("client_changed"), client.id, actor);
    return {};
}

base::Result<base::Secret> ClientDesk::renewSecret(const QString &id, const Actor &actor)
{
    TRY(base::Secret secret, m_protocol.renewClientSecret(id));
    m_trail.aboutClient(QStringLiteral("client_secret_renewed"), id, actor);
    return secret;
}

base::Result<> ClientDesk::remove(const QString &id, const Actor &actor)
{
    TRY_VOID(m_protocol.removeClient(id));
    m_trail.aboutClient(QStringLiteral("client_removed"), id, actor);
    return {};
}

} // namespace authority
