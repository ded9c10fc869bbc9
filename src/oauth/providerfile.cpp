// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/providerfile.h"

#include "core/reference.h"
#include "oauth/providersection.h"
#include "oauth/words.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

namespace oauth {

namespace {

using base::TomlTable;

constexpr qsizetype largestFile = 64 * 1024;

//! The sections that a file may have, each read into its part of the provider.
base::Result<> readRoot(const TomlTable &root, const QString &fileName, core::Provider &provider)
{
    ProviderSection section(root, {}, fileName);
    section.read(QStringLiteral("id"), provider.id);
    section.read(QStringLiteral("name"), provider.name);
    section.read(QStringLiteral("letters"), provider.letters);
    section.read(QStringLiteral("tone"), provider.tone);
    section.read(QStringLiteral("aliases"), provider.aliases);
    section.read(QStringLiteral("client_page"), provider.clientPage);

    QStringList methods;
    for (const auto method : provider.methods)
        methods << nameOf(method);
    section.read(QStringLiteral("methods"), methods);
    provider.methods.clear();
    for (const auto &name : methods) {
        const QList<core::SignInMethod> all{
            core::SignInMethod::Browser, core::SignInMethod::Device, core::SignInMethod::ApiKey};
        const auto method = std::find_if(all.cbegin(), all.cend(), [&name](auto candidate) {
            return nameOf(candidate) == name;
        });
        if (method == all.cend())
            section.refuse(
                QStringLiteral("methods"),
                Words::tr("‘%1’ is no way of signing in: browser, device or api_key.").arg(name));
        else if (!provider.methods.contains(*method))
            provider.methods << *method;
    }
    for (const auto *table : {"oauth", "redirect", "reply", "key"})
        section.know(QLatin1StringView(table));
    return section.finish();
}

base::Result<> readOauth(const TomlTable &root, const QString &fileName, core::Provider &provider)
{
    TRY(auto section, ProviderSection::inside(root, QStringLiteral("oauth"), fileName));
    section.read(QStringLiteral("issuer"), provider.issuer);
    section.read(QStringLiteral("authorization_endpoint"), provider.authorizationEndpoint);
    section.read(QStringLiteral("token_endpoint"), provider.tokenEndpoint);
    section.read(QStringLiteral("device_endpoint"), provider.deviceEndpoint);
    section.read(QStringLiteral("revocation_endpoint"), provider.revocationEndpoint);
    section.read(QStringLiteral("userinfo_endpoint"), provider.userinfoEndpoint);
    section.read(QStringLiteral("validation_endpoint"), provider.validationEndpoint);
    section.read(QStringLiteral("validate_every_seconds"), provider.validateEverySeconds);
    section.read(QStringLiteral("jwks_uri"), provider.jwksUri);
    section.read(QStringLiteral("id_token_algorithms"), provider.idTokenAlgorithms);
    section.read(QStringLiteral("nonce_in_id_token"), provider.nonceInIdToken);
    section.read(QStringLiteral("issuer_in_reply"), provider.issuerInReply);
    section.read(QStringLiteral("identity_fields"), provider.identityFields);
    section.read(QStringLiteral("scopes"), provider.scopes);
    section.read(QStringLiteral("scope_parameter"), provider.scopeParameter);
    section.read(QStringLiteral("client_id"), provider.clientId);
    section.read(QStringLiteral("client_secret"), provider.clientSecret);
    if (!provider.clientSecret.isEmpty() && !core::hasReference(provider.clientSecret)) {
        base::wipe(provider.clientSecret);
        section.refuse(QStringLiteral("client_secret"),
                       Words::tr("‘client_secret’ is a reference, such as "
                                 "auth://acme/client/api_key; a secret does not belong into this "
                                 "file."));
    }
    section.read(QStringLiteral("client_secret_needed"), provider.clientSecretNeeded);
    section.read(QStringLiteral("send_secret_with_pkce"), provider.sendSecretWithPkce);
    section.read(QStringLiteral("pkce"), provider.pkce);
    section.read(QStringLiteral("refresh_rotates"), provider.refreshRotates);
    section.read(QStringLiteral("narrows_scopes"), provider.narrowsScopes);
    section.read(QStringLiteral("audience_parameter"), provider.audienceParameter);
    section.readParameters(QStringLiteral("authorization_parameters"),
                           provider.authorizationParameters);
    section.readParameters(QStringLiteral("device_parameters"), provider.deviceParameters);

    QString clientAuth = nameOf(provider.clientAuth);
    section.read(QStringLiteral("client_auth"), clientAuth);
    if (const auto method = core::clientAuthFrom(clientAuth))
        provider.clientAuth = *method;
    else
        section.refuse(
            QStringLiteral("client_auth"),
            Words::tr("‘client_auth’ is none, client_secret_basic or client_secret_post."));
    if (provider.scopeParameter.isEmpty())
        section.refuse(QStringLiteral("scope_parameter"), Words::tr("‘scope_parameter’ is empty."));
    static const QRegularExpression word(QStringLiteral("\\A[a-z_]{0,32}\\z"));
    static const QStringList taken{QStringLiteral("grant_type"),
                                   QStringLiteral("refresh_token"),
                                   QStringLiteral("scope"),
                                   QStringLiteral("client_id"),
                                   QStringLiteral("client_secret")};
    if (!word.match(provider.audienceParameter).hasMatch()
        || taken.contains(provider.audienceParameter))
        section.refuse(
            QStringLiteral("audience_parameter"),
            Words::tr("‘audience_parameter’ is a parameter’s name, such as resource or audience."));

    const std::pair<QString, QString> addresses[]{
        {QStringLiteral("issuer"), provider.issuer},
        {QStringLiteral("authorization_endpoint"), provider.authorizationEndpoint},
        {QStringLiteral("token_endpoint"), provider.tokenEndpoint},
        {QStringLiteral("device_endpoint"), provider.deviceEndpoint},
        {QStringLiteral("revocation_endpoint"), provider.revocationEndpoint},
        {QStringLiteral("userinfo_endpoint"), provider.userinfoEndpoint},
        {QStringLiteral("validation_endpoint"), provider.validationEndpoint},
        {QStringLiteral("jwks_uri"), provider.jwksUri}};
    for (const auto &[key, address] : addresses) {
        if (!address.isEmpty() && !isSafeEndpoint(address))
            section.refuse(key, Words::tr("‘%1’ is meant to be an https address.").arg(key));
    }
    return section.finish();
}

base::Result<> readRedirect(const TomlTable &root,
                            const QString &fileName,
                            core::Provider &provider)
{
    TRY(auto section, ProviderSection::inside(root, QStringLiteral("redirect"), fileName));
    section.read(QStringLiteral("host"), provider.redirectHost);
    section.read(QStringLiteral("path"), provider.redirectPath);
    section.readPorts(QStringLiteral("ports"), provider.redirectPorts);
    if (provider.redirectHost != u"127.0.0.1" && provider.redirectHost != u"localhost")
        section.refuse(QStringLiteral("host"), Words::tr("‘host’ is 127.0.0.1 or localhost."));
    static const QRegularExpression path(QStringLiteral("\\A(/[A-Za-z0-9._~-]*)*\\z"));
    if (!path.match(provider.redirectPath).hasMatch())
        section.refuse(
            QStringLiteral("path"),
            Words::tr("‘path’ begins with a slash and has letters, digits and . _ ~ - only."));
    return section.finish();
}

base::Result<> readReply(const TomlTable &root, const QString &fileName, core::Provider &provider)
{
    TRY(auto section, ProviderSection::inside(root, QStringLiteral("reply"), fileName));
    auto &quirks = provider.quirks;
    section.read(QStringLiteral("errors_with_ok"), quirks.errorsWithOk);
    section.read(QStringLiteral("ok_field"), quirks.okField);
    section.read(QStringLiteral("scope_separator"), quirks.scopeSeparator);
    section.read(QStringLiteral("pending_field"), quirks.pendingField);
    section.read(QStringLiteral("nested_in"), quirks.nestedIn);
    section.read(QStringLiteral("accept"), quirks.accept);
    section.read(QStringLiteral("user_agent"), quirks.userAgent);
    if (quirks.scopeSeparator.isEmpty())
        section.refuse(QStringLiteral("scope_separator"), Words::tr("‘scope_separator’ is empty."));
    return section.finish();
}

base::Result<> readKey(const TomlTable &root, const QString &fileName, core::Provider &provider)
{
    TRY(auto section, ProviderSection::inside(root, QStringLiteral("key"), fileName));
    section.read(QStringLiteral("hint"), provider.keyHint);
    section.read(QStringLiteral("page"), provider.keyPage);
    return section.finish();
}

//! What the keys must be together.
base::Result<> check(const core::Provider &provider, const QString &fileName)
{
    const auto refuse = [&fileName](const QString &what) {
        return base::fail(complaint(fileName, 0, what));
    };
    static const QRegularExpression id(QStringLiteral("\\A[a-z0-9][a-z0-9._-]{0,63}\\z"));
    if (!id.match(provider.id).hasMatch())
        return refuse(Words::tr("‘id’ is made of small letters, digits and . _ -"));
    if (provider.name.trimmed().isEmpty() || provider.name.size() > 64)
        return refuse(Words::tr("‘name’ is missing or too long."));
    if (provider.letters.isEmpty() || provider.letters.size() > 2)
        return refuse(Words::tr("‘letters’ is one or two letters."));
    if (provider.tone > 9)
        return refuse(Words::tr("‘tone’ is 0 to 9."));
    if (provider.methods.isEmpty())
        return refuse(Words::tr("‘methods’ names no way of signing in."));
    for (const auto &alias : provider.aliases) {
        if (!id.match(alias).hasMatch())
            return refuse(Words::tr("‘aliases’ are made of small letters, digits and . _ -"));
    }
    for (const auto &page : {provider.keyPage, provider.clientPage}) {
        if (!page.isEmpty() && !isSafeEndpoint(page))
            return refuse(Words::tr("‘%1’ is meant to be an https address.").arg(page));
    }
    const bool discoverable = !provider.issuer.isEmpty();
    const bool hasToken = !provider.tokenEndpoint.isEmpty();
    if (provider.offers(core::SignInMethod::Browser) && !discoverable
        && (provider.authorizationEndpoint.isEmpty() || !hasToken))
        return refuse(
            Words::tr("‘browser’ needs authorization_endpoint and token_endpoint, or issuer."));
    if (provider.offers(core::SignInMethod::Device) && !discoverable
        && (provider.deviceEndpoint.isEmpty() || !hasToken))
        return refuse(Words::tr("‘device’ needs device_endpoint and token_endpoint, or issuer."));
    return {};
}

} // namespace

bool isSafeEndpoint(const QString &address)
{
    // Microsoft's issuer is a pattern; braces are the only thing of it that is no address.
    QString filled = address;
    filled.replace(QLatin1String("{tenantid}"), QLatin1String("tenantid"));
    const QUrl url(filled, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    if (url.scheme() == u"https")
        return true;
    return url.scheme() == u"http"
           && (url.host() == u"localhost" || QHostAddress(url.host()).isLoopback());
}

base::Result<core::Provider> parseProvider(QByteArrayView text,
                                           const QString &fileName,
                                           const ProviderLookup &builtIn)
{
    if (text.size() > largestFile)
        return base::fail(
            complaint(fileName, 0, Words::tr("The file is too large for a service.")));
    TRY(const auto root, base::parseToml(text, fileName));
    TRY(const QString id, base::tomlString(root, QStringLiteral("id"), fileName));
    core::Provider provider;
    if (builtIn)
        provider = builtIn(id).value_or(core::Provider{});
    TRY_VOID(readRoot(root, fileName, provider));
    TRY_VOID(readOauth(root, fileName, provider));
    TRY_VOID(readRedirect(root, fileName, provider));
    TRY_VOID(readReply(root, fileName, provider));
    TRY_VOID(readKey(root, fileName, provider));
    TRY_VOID(check(provider, fileName));
    return provider;
}

} // namespace oauth
