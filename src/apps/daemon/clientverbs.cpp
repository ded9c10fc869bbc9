// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/verbworks.h"
#include "authority/people/apitokens.h"
#include "authority/people/frontdoor.h"
#include "authority/protocol/protocol.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

namespace apps {

namespace {

using base::ErrorCode;

QString tr(const char *text)
{
    return QCoreApplication::translate("apps", text);
}

QJsonObject shown(const core::AuthorityClient &client)
{
    return {{QStringLiteral("client_id"), client.id},
            {QStringLiteral("client_name"), client.name},
            {QStringLiteral("token_endpoint_auth_method"), client.authMethod},
            {QStringLiteral("redirect_uris"), client.redirectUris.join(u' ')},
            {QStringLiteral("grant_types"), client.grants.join(u' ')},
            {QStringLiteral("scope"), client.scopes.join(u' ')},
            {QStringLiteral("resources"), client.resources.join(u' ')},
            {QStringLiteral("active"), client.isActive}};
}

} // namespace

base::Result<> addClient(AuthorityHouse &house, const AuthorityVerb &verb)
{
    core::AuthorityClient client;
    client.name = verb.words.constFirst();
    client.redirectUris = verb.line.values(QStringLiteral("redirect"));
    if (verb.line.isSet(QStringLiteral("grant")))
        client.grants = verb.line.values(QStringLiteral("grant"));
    if (verb.line.isSet(QStringLiteral("scope")))
        client.scopes = verb.line.values(QStringLiteral("scope"));
    client.resources = verb.line.values(QStringLiteral("resource"));
    if (verb.line.isSet(QStringLiteral("confidential")))
        client.authMethod = QStringLiteral("client_secret_basic");
    TRY(const core::NewAuthorityClient added,
        house.front().clientDesk().add(
            client, QStringLiteral("command line"), authority::Actor::desk()));
    QJsonObject object = shown(added.client);
    if (!added.secret.isEmpty())
        object.insert(QStringLiteral("client_secret"),
                      QString::fromLatin1(added.secret.expose().toByteArray()));
    print(object);
    return {};
}

base::Result<> listClients(AuthorityHouse &house, const AuthorityVerb &)
{
    TRY(const QList<core::AuthorityClient> clients, house.front().clientDesk().list());
    for (const core::AuthorityClient &client : clients)
        print(shown(client));
    return {};
}

base::Result<> removeClient(AuthorityHouse &house, const AuthorityVerb &verb)
{
    return house.front().clientDesk().remove(verb.words.constFirst(), authority::Actor::desk());
}

base::Result<> addToken(AuthorityHouse &house, const AuthorityVerb &verb)
{
    const QString purpose = verb.words.constFirst();
    const QString label = tr("made on the command line");
    if (purpose != u"registration" && purpose != u"metrics" && purpose != u"policy")
        return base::fail(ErrorCode::InvalidInput,
                          tr("There is no token for “%1”.").arg(purpose),
                          tr("Ask for metrics, policy or registration."));
    base::Result<base::Secret> made = purpose == u"registration"
                                          ? house.protocol().addRegistrationToken(label, {})
                                          : house.front().apiTokens().add(purpose, label, {});
    if (!made)
        return base::fail(std::move(made).error());
    QTextStream(stdout) << QString::fromLatin1(made->expose().toByteArray()) << '\n';
    return {};
}

} // namespace apps
