// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/connection.h"
#include "rpc/methods/subjects.h"
#include "rpc/server.h"
#include "rpc/views.h"
#include "rpc/words.h"

#include <algorithm>

namespace rpc {

namespace {

using base::ErrorCode;

base::Result<core::Provider> providerOf(const Call &call, const core::AccountId &id)
{
    const QString name = call.params.text("provider");
    if (name.isEmpty()) {
        if (auto guessed = call.needs.signIn.guess(id.service))
            return *guessed;
        return base::fail(ErrorCode::NotFound,
                          Words::tr("No provider is known for ‘%1’.").arg(id.service),
                          Words::tr("Name one with `provider`, or give an API key."));
    }
    const QList<core::Provider> known = call.needs.signIn.providers();
    const auto found = std::find_if(
        known.begin(), known.end(), [&name](const auto &provider) { return provider.id == name; });
    if (found != known.end())
        return *found;
    // An issuer's address is discovered when the sign-in begins.
    if (name.startsWith(QLatin1String("https://")) || name.startsWith(QLatin1String("http://"))) {
        core::Provider provider;
        provider.id = name;
        provider.methods = {core::SignInMethod::Browser, core::SignInMethod::Device};
        return provider;
    }
    return base::fail(ErrorCode::NotFound,
                      Words::tr("There is no provider ‘%1’.").arg(name),
                      Words::tr("`providers.list` tells which there are."));
}

base::Result<core::SignInMethod> methodOf(const Call &call, const core::Provider &provider)
{
    using enum core::SignInMethod;
    const QString name = call.params.text("method");
    if (name == core::nameOf(Device))
        return Device;
    if (name == core::nameOf(Browser))
        return Browser;
    // Without a screen a browser cannot be opened here.
    if (!call.needs.hasScreen && provider.offers(Device))
        return Device;
    for (const core::SignInMethod method : provider.methods) {
        if (method != ApiKey)
            return method;
    }
    return base::fail(ErrorCode::InvalidInput,
                      Words::tr("%1 works with API keys only.").arg(provider.name),
                      Words::tr("Give the key as `api_key`."));
}

//! Labels are the person's own and come with no sign-in.
[[nodiscard]] base::Task<> setLabels(CallPointer call, core::AccountId id, QStringList labels)
{
    const auto found = call->needs.accounts.find(id);
    if (labels.isEmpty() || !found)
        co_return {};
    core::Account account = found->account;
    account.labels = std::move(labels);
    const QString actor = call->actor();
    co_return co_await call->needs.accounts.change(std::move(account), actor);
}

[[nodiscard]] base::Task<net::JsonText> addApiKey(CallPointer call, core::AccountId id)
{
    CO_TRY(base::Secret key, core::checkApiKey(call->params.secret("api_key")));
    const auto provider = providerOf(*call, id);
    const QString providerId = provider ? provider->id : QString();
    const QString identity = call->params.text("identity");
    const QDateTime expires = call->params.time("expires_at");
    const QString actor = call->actor();
    CO_TRY_VOID(co_await call->needs.accounts.addApiKey(
        id, providerId, identity, std::move(key), expires, actor));
    const QStringList labels = call->params.texts("labels");
    CO_TRY_VOID(co_await setLabels(call, id, labels));
    const auto added = call->needs.accounts.find(id);
    if (!added)
        co_return base::fail(ErrorCode::Conflict,
                             Words::tr("%1 was removed in the meantime.").arg(id.joined()));
    net::JsonWriter writer;
    writer.object().flag("added", true).raw("account", accountJson(*added).view());
    co_return writer.end().take();
}

[[nodiscard]] base::Task<net::JsonText> addAccount(CallPointer call)
{
    CO_TRY(const core::AccountId id, call->params.accountId());
    const bool isKey = call->params.has("api_key")
                       || call->params.text("method") == core::nameOf(core::SignInMethod::ApiKey);
    if (isKey && !call->params.has("api_key"))
        co_return base::fail(ErrorCode::InvalidInput, Words::tr("api_key: a string is expected."));
    // What is new concerns nobody; what is there is somebody's.
    const bool isThere = call->needs.accounts.find(id).has_value();
    if (isThere)
        CO_TRY_VOID(co_await call->permit(id, core::Wish::Change));
    if (isKey)
        co_return co_await addApiKey(call, id);
    CO_TRY(const core::Provider provider, providerOf(*call, id));
    core::SignInRequest request;
    CO_TRY(request.method, methodOf(*call, provider));
    request.account = id;
    request.provider = provider.id;
    request.scopes = call->params.texts("scopes");
    request.actor = call->actor();
    // Nobody was asked about an account that appears while the person signs in.
    request.mayReplace = isThere;
    const auto connection = call->connection.lock();
    if (!connection || !connection->isOpen())
        co_return base::fail(ErrorCode::Cancelled, Words::tr("The connection has closed."));
    CO_TRY(const QString signInId, call->needs.signIn.begin(request));
    // Progress is told from the next turn of the loop on: behind the answer.
    connection->signIns.insert(signInId);
    net::JsonWriter writer;
    writer.object().text("sign_in_id", signInId).text("provider", provider.id);
    writer.text("method", core::nameOf(request.method));
    co_return writer.end().take();
}

//! Only the connection that has begun a sign-in steers it.
base::Result<QString> ownSignIn(const Call &call)
{
    const QString id = call.params.text("sign_in_id");
    const auto connection = call.connection.lock();
    if (connection && connection->signIns.contains(id))
        return id;
    return base::fail(ErrorCode::NotFound, Words::tr("This sign-in is over."));
}

[[nodiscard]] base::Task<net::JsonText> cancelSignIn(CallPointer call)
{
    CO_TRY(const QString id, ownSignIn(*call));
    call->needs.signIn.cancel(id);
    co_return emptyObject();
}

[[nodiscard]] base::Task<net::JsonText> useRedirect(CallPointer call)
{
    CO_TRY(const QString id, ownSignIn(*call));
    CO_TRY_VOID(call->needs.signIn.useRedirect(id, call->params.text("address")));
    co_return emptyObject();
}

[[nodiscard]] base::Task<net::JsonText> openAgain(CallPointer call)
{
    CO_TRY(const QString id, ownSignIn(*call));
    CO_TRY_VOID(call->needs.signIn.openAgain(id));
    co_return emptyObject();
}

[[nodiscard]] base::Task<net::JsonText> setClient(CallPointer call)
{
    const QString provider = call->params.text("provider");
    // To replace a client sends the next sign-in to somebody else's application.
    CO_TRY(const bool isKnown, co_await call->needs.signIn.hasClient(provider));
    if (isKnown) {
        CO_TRY(
            const core::AccountId id,
            core::AccountId::parse(core::providerIdOf(provider), QStringLiteral("oauth-client")));
        CO_TRY_VOID(co_await call->permit(id, core::Wish::Change));
    }
    core::ClientCredentials client;
    client.clientId = call->params.text("client_id").trimmed();
    client.clientSecret = call->params.secret("client_secret");
    if (client.clientId.isEmpty())
        co_return base::fail(ErrorCode::InvalidInput,
                             Words::tr("client_id: a string is expected."));
    CO_TRY_VOID(co_await call->needs.signIn.setClient(provider, std::move(client)));
    co_return emptyObject();
}

//! Where the provider's tokens are good for something, as far as the catalog tells.
QStringList hostsOf(const core::Provider &provider)
{
    QStringList hosts;
    for (const QString &address : {provider.issuer,
                                   provider.authorizationEndpoint,
                                   provider.tokenEndpoint,
                                   provider.userinfoEndpoint,
                                   provider.revocationEndpoint}) {
        const QString host = QUrl(address).host().toLower();
        if (!host.isEmpty() && !hosts.contains(host))
            hosts += host;
    }
    return hosts;
}

[[nodiscard]] base::Task<net::JsonText> listProviders(CallPointer call)
{
    const QList<core::Provider> known = call->needs.signIn.providers();
    net::JsonWriter writer;
    writer.object().array("providers");
    for (const core::Provider &provider : known) {
        writer.object().text("id", provider.id).text("name", provider.name).array("methods");
        for (const core::SignInMethod method : provider.methods)
            writer.text(core::nameOf(method));
        const bool signsIn = provider.offers(core::SignInMethod::Browser)
                             || provider.offers(core::SignInMethod::Device);
        writer.end().flag("needs_client", signsIn && provider.clientId.isEmpty());
        writer.texts("aliases", provider.aliases).texts("scopes", provider.scopes);
        writer.texts("hosts", hostsOf(provider));
        writer.text("client_page", provider.clientPage).text("key_page", provider.keyPage);
        writer.end();
    }
    co_return writer.end().end().take();
}

Param signInId()
{
    return {.name = QStringLiteral("sign_in_id"),
            .summary = QStringLiteral("What add_account has answered, on the same connection.")};
}

Param optionalText(const char *name, const char *summary, ParamType type = ParamType::Text)
{
    return {.name = QString::fromLatin1(name),
            .type = type,
            .presence = Presence::Optional,
            .summary = QString::fromLatin1(summary)};
}

} // namespace

QList<Method> signInMethods()
{
    Param method = optionalText("method", "How to get in (default: the best that works here).");
    method.choices = {
        QStringLiteral("browser"), QStringLiteral("device"), QStringLiteral("api_key")};
    return {
        {.name = QStringLiteral("add_account"),
         .summary = QStringLiteral(
             "Keeps an API key, or begins a sign-in and reports it by sign_in.progress."),
         .params =
             {serviceParam(),
              accountParam(),
              optionalText(
                  "scopes", "Scopes to ask for (default: the catalog's).", ParamType::Texts),
              optionalText("provider",
                           "Catalog id or an issuer's address (default: by the service's name)."),
              method,
              optionalText("api_key", "The key; then nobody has to sign in.", ParamType::Secret),
              optionalText("identity", "Who that is, for people (API keys)."),
              optionalText("expires_at", "When the key ends (API keys).", ParamType::Time),
              optionalText("labels", "Words of your own (API keys).", ParamType::Texts)},
         .result = QStringLiteral("{added, account: ACCOUNT} or {sign_in_id, provider, method}"),
         .run = addAccount},
        {.name = QStringLiteral("sign_in.cancel"),
         .summary = QStringLiteral("Ends a sign-in of this connection."),
         .params = {signInId()},
         .result = QStringLiteral("{}"),
         .asking = Asking::Anybody,
         .run = cancelSignIn},
        {.name = QStringLiteral("sign_in.redirect"),
         .summary = QStringLiteral(
             "Takes the address where the browser ended, when it could not come back by itself."),
         .params = {signInId(),
                    {.name = QStringLiteral("address"),
                     .summary = QStringLiteral("The whole address of that page.")}},
         .result = QStringLiteral("{}"),
         .asking = Asking::Anybody,
         .run = useRedirect},
        {.name = QStringLiteral("sign_in.open_again"),
         .summary = QStringLiteral("Opens the sign-in page in the browser again."),
         .params = {signInId()},
         .result = QStringLiteral("{}"),
         .asking = Asking::Anybody,
         .run = openAgain},
        {.name = QStringLiteral("set_client"),
         .summary = QStringLiteral("Keeps the client that you have registered with a provider."),
         .params = {{.name = QStringLiteral("provider"),
                     .summary = QStringLiteral("Catalog id or an issuer's address.")},
                    {.name = QStringLiteral("client_id"),
                     .summary = QStringLiteral("The client's id.")},
                    optionalText("client_secret",
                                 "Its secret; public clients have none.",
                                 ParamType::Secret)},
         .result = QStringLiteral("{}"),
         .run = setClient},
        {.name = QStringLiteral("providers.list"),
         .summary = QStringLiteral("Lists the catalog of services."),
         .params = {},
         .result = QStringLiteral(
             "{providers: [{id, name, methods, needs_client, aliases, scopes, hosts, "
             "client_page, key_page}]}"),
         .asking = Asking::Anybody,
         .run = listProviders},
    };
}

} // namespace rpc
