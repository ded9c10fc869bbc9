// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/authorityverbs.h"

#include "apps/daemon/passwordprompt.h"
#include "authority/people/apitokens.h"
#include "authority/people/frontdoor.h"
#include "authority/protocol/protocol.h"
#include "core/settingspecs.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCoroTask>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

namespace apps {

namespace {

using base::ErrorCode;

constexpr int listedAtOnce = 200;

QString tr(const char *text)
{
    return QCoreApplication::translate("apps", text);
}

//! These verbs need no key: what is in the vault stays there.
class ClosedVault final : public core::SecretStore
{
public:
    [[nodiscard]] base::Task<base::Secret> read(QString) override { co_return refuse(); }
    [[nodiscard]] base::Task<> write(QString, base::Secret) override { co_return refuse(); }
    [[nodiscard]] base::Task<> remove(QString) override { co_return refuse(); }
    [[nodiscard]] core::StoreState state() const override { return core::StoreState::Locked; }
    [[nodiscard]] base::Task<> unlock(base::Secret) override { co_return refuse(); }
    void lock() override {}

private:
    [[nodiscard]] static tl::unexpected<base::Error> refuse()
    {
        return base::fail(ErrorCode::Locked,
                          QCoreApplication::translate("apps", "The store is not opened for this."));
    }
};

base::Result<QString> wordOf(const AuthorityVerb &verb, const QString &what)
{
    if (verb.words.size() == 1)
        return verb.words.constFirst();
    return base::fail(ErrorCode::InvalidInput,
                      tr("“%1” wants one word behind it: %2.").arg(verb.name, what),
                      tr("See latchkeyd authority --help."));
}

//! One line of JSON: easy for people to read, and for programs.
void print(const QJsonObject &object)
{
    QTextStream(stdout) << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact))
                        << '\n';
}

QJsonObject shown(const core::AuthorityUser &user)
{
    return {{QStringLiteral("id"), user.id},
            {QStringLiteral("name"), user.name},
            {QStringLiteral("email"), user.email},
            {QStringLiteral("roles"), user.roles.join(u' ')},
            {QStringLiteral("active"), user.isActive},
            {QStringLiteral("totp"), user.hasTotp}};
}

QJsonObject shown(const core::AuthorityClient &client)
{
    return {{QStringLiteral("client_id"), client.id},
            {QStringLiteral("client_name"), client.name},
            {QStringLiteral("token_endpoint_auth_method"), client.authMethod},
            {QStringLiteral("redirect_uris"), client.redirectUris.join(u' ')},
            {QStringLiteral("grant_types"), client.grants.join(u' ')},
            {QStringLiteral("scope"), client.scopes.join(u' ')},
            {QStringLiteral("active"), client.isActive}};
}

base::Result<> addUser(AuthorityHouse &house, const AuthorityVerb &verb)
{
    core::AuthorityUser user;
    TRY(user.name, wordOf(verb, tr("the user’s name")));
    user.roles = verb.line.values(QStringLiteral("role"));
    user.email = verb.line.value(QStringLiteral("email"));
    user.displayName = verb.line.value(QStringLiteral("display-name"));
    TRY(base::Secret password, readPassword());
    TRY(const core::AuthorityUser added,
        QCoro::waitFor(house.front().addUser(user, std::move(password))));
    print(shown(added));
    return {};
}

base::Result<> listUsers(AuthorityHouse &house, const AuthorityVerb &)
{
    for (int page = 1;; ++page) {
        TRY(const core::AuthorityUserPage found,
            house.front().users().page({}, page, listedAtOnce));
        for (const core::AuthorityUser &user : found.users)
            print(shown(user));
        if (page * listedAtOnce >= found.total)
            return {};
    }
}

base::Result<> addClient(AuthorityHouse &house, const AuthorityVerb &verb)
{
    core::AuthorityClient client;
    TRY(client.name, wordOf(verb, tr("the client’s name")));
    client.redirectUris = verb.line.values(QStringLiteral("redirect"));
    if (verb.line.isSet(QStringLiteral("grant")))
        client.grants = verb.line.values(QStringLiteral("grant"));
    if (verb.line.isSet(QStringLiteral("scope")))
        client.scopes = verb.line.values(QStringLiteral("scope"));
    if (verb.line.isSet(QStringLiteral("confidential")))
        client.authMethod = QStringLiteral("client_secret_basic");
    TRY(const core::NewAuthorityClient added,
        house.protocol().addClient(client, QStringLiteral("command line")));
    QJsonObject object = shown(added.client);
    if (!added.secret.isEmpty())
        object.insert(QStringLiteral("client_secret"),
                      QString::fromLatin1(added.secret.expose().toByteArray()));
    print(object);
    return {};
}

base::Result<> listClients(AuthorityHouse &house, const AuthorityVerb &)
{
    TRY(const QList<core::AuthorityClient> clients, house.protocol().clients());
    for (const core::AuthorityClient &client : clients)
        print(shown(client));
    return {};
}

base::Result<> removeClient(AuthorityHouse &house, const AuthorityVerb &verb)
{
    TRY(const QString id, wordOf(verb, tr("the client’s id")));
    return house.protocol().removeClient(id);
}

base::Result<> addToken(AuthorityHouse &house, const AuthorityVerb &verb)
{
    TRY(const QString purpose, wordOf(verb, tr("metrics, policy or registration")));
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

using Work = base::Result<> (*)(AuthorityHouse &, const AuthorityVerb &);

Work workOf(const QString &verb)
{
    if (verb == u"add-user")
        return addUser;
    if (verb == u"users")
        return listUsers;
    if (verb == u"add-client")
        return addClient;
    if (verb == u"clients")
        return listClients;
    if (verb == u"remove-client")
        return removeClient;
    if (verb == u"add-token")
        return addToken;
    return nullptr;
}

} // namespace

base::Result<> runAuthorityVerb(const AuthorityVerb &verb,
                                AuthorityHouse::Options options,
                                base::Settings &settings)
{
    const Work work = workOf(verb.name);
    if (!work)
        return base::fail(ErrorCode::InvalidInput,
                          tr("There is no verb “%1”.").arg(verb.name),
                          tr("See latchkeyd authority --help."));
    const base::Paths paths = base::Paths::ofUser();
    TRY_VOID(paths.create());
    options.databaseFile = paths.databaseFile();
    options.policyFolder = paths.config + QStringLiteral("/policies");
    options.port = static_cast<quint16>(settings.number(core::setting::authorityPort));
    options.isServing = false;
    ClosedVault vault;
    base::SystemClock clock;
    TRY(const std::unique_ptr<AuthorityHouse> house,
        AuthorityHouse::open(std::move(options), {}, vault, clock));
    return work(*house, verb);
}

} // namespace apps
