// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/discovery.h"

#include "net/retry.h"
#include "oauth/providerfile.h"
#include "oauth/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace oauth {

namespace {

using base::ErrorCode;

const QStringList knownAlgorithms{QStringLiteral("RS256"),
                                  QStringLiteral("PS256"),
                                  QStringLiteral("ES256"),
                                  QStringLiteral("EdDSA")};

QString hostOf(const QString &issuer)
{
    return QUrl(issuer).host();
}

QStringList strings(const QJsonValue &value)
{
    QStringList out;
    for (const auto &item : value.toArray()) {
        if (item.isString())
            out << item.toString();
    }
    return out;
}

base::Error corrupt(const QString &issuer)
{
    return {ErrorCode::Corrupt,
            Words::tr("%1 does not describe itself as an OpenID provider.").arg(hostOf(issuer)),
            Words::tr("Compare the address with the one in the provider's manual.")};
}

bool lacksEndpoints(const core::Provider &provider)
{
    using core::SignInMethod;
    const bool openId = provider.scopes.contains(QStringLiteral("openid"));
    return provider.tokenEndpoint.isEmpty()
           || (provider.offers(SignInMethod::Browser) && provider.authorizationEndpoint.isEmpty())
           || (provider.offers(SignInMethod::Device) && provider.deviceEndpoint.isEmpty())
           || (openId && provider.jwksUri.isEmpty());
}

//! What an unknown provider's metadata says about how to talk to it.
core::Provider withDefaults(core::Provider provider, const QJsonObject &metadata)
{
    const QStringList methods =
        strings(metadata.value(QLatin1String("token_endpoint_auth_methods_supported")));
    // OIDC Discovery 3: without the list it is client_secret_basic. A client without a secret is a
    // public one whatever stands here.
    provider.clientAuth =
        methods.isEmpty() || methods.contains(QStringLiteral("client_secret_basic"))
            ? core::ClientAuth::Basic
        : methods.contains(QStringLiteral("client_secret_post")) ? core::ClientAuth::Post
                                                                 : core::ClientAuth::None;
    if (!provider.deviceEndpoint.isEmpty())
        provider.methods << core::SignInMethod::Device;

    const QStringList offered = strings(metadata.value(QLatin1String("scopes_supported")));
    provider.scopes = {QStringLiteral("openid")};
    for (const char *name : {"email", "profile", "offline_access"}) {
        if (offered.contains(QLatin1String(name)))
            provider.scopes << QLatin1String(name);
    }
    // OIDC Core 11: offline_access is ignored without it.
    if (provider.scopes.contains(QStringLiteral("offline_access")))
        provider.authorizationParameters.insert(QStringLiteral("prompt"),
                                                QStringLiteral("consent"));
    return provider;
}

} // namespace

QList<QUrl> metadataAddresses(const QString &issuer)
{
    QString bare = issuer;
    if (bare.endsWith(u'/'))
        bare.chop(1);
    QUrl inserted(bare);
    inserted.setPath(QStringLiteral("/.well-known/oauth-authorization-server") + inserted.path());
    return {QUrl(bare + QStringLiteral("/.well-known/openid-configuration")), inserted};
}

base::Result<QString> normalizedIssuer(const QString &typed)
{
    QString issuer = typed.trimmed();
    static const QRegularExpression wellKnown(
        QStringLiteral("/\\.well-known/openid-configuration/?\\z"));
    issuer.remove(wellKnown);
    if (!issuer.contains(QStringLiteral("://")))
        issuer.prepend(QStringLiteral("https://"));
    const QUrl url(issuer, QUrl::StrictMode);
    if (!isSafeEndpoint(issuer) || url.hasQuery() || url.hasFragment())
        return base::fail(ErrorCode::InvalidInput,
                          Words::tr("‘%1’ is not the address of a provider.").arg(typed.trimmed()),
                          Words::tr("It begins with https:// and has no ? or # in it."));
    return issuer;
}

core::Provider providerForIssuer(const QString &issuer)
{
    const QUrl url(issuer);
    core::Provider provider;
    provider.id = core::providerIdOf(issuer);
    // Never the decoded form of an international name: it may look like somebody else's.
    provider.name = url.host(QUrl::EncodeUnicode) + url.path();
    if (provider.name.endsWith(u'/'))
        provider.name.chop(1);
    provider.name = provider.name.left(64);
    const QStringList labels = url.host().split(u'.', Qt::SkipEmptyParts);
    const QString label = labels.size() > 1 ? labels.at(labels.size() - 2) : labels.value(0);
    static const QRegularExpression word(QStringLiteral("\\A[a-z]{2}"));
    provider.letters = word.match(label).hasMatch() ? label.at(0).toUpper() + label.mid(1, 1)
                                                    : QStringLiteral("Id");
    uint sum = 0;
    for (const QChar letter : provider.id)
        sum = sum * 31 + letter.unicode();
    provider.tone = static_cast<int>(sum % 10);
    provider.issuer = issuer;
    provider.methods = {core::SignInMethod::Browser};
    return provider;
}

base::Result<core::Provider> withMetadata(core::Provider provider, QByteArrayView json)
{
    QJsonParseError parseError;
    const auto document = QJsonDocument::fromJson(json.toByteArray(), &parseError);
    if (parseError.error != QJsonParseError::NoError || !document.isObject())
        return base::fail(corrupt(provider.issuer));
    const QJsonObject metadata = document.object();
    // OIDC Discovery 4.3, RFC 8414 3.3: identical, or somebody poses as somebody else.
    if (metadata.value(QLatin1String("issuer")).toString() != provider.issuer)
        return base::fail(
            ErrorCode::Denied,
            Words::tr("%1 answers in the name of another provider.").arg(hostOf(provider.issuer)),
            Words::tr("Compare the address with the one in the provider's manual."));

    bool safe = true;
    const auto fill = [&metadata, &safe](QString &field, const char *key) {
        const QString address = metadata.value(QLatin1String(key)).toString();
        if (!field.isEmpty() || address.isEmpty())
            return;
        safe = safe && isSafeEndpoint(address);
        field = address;
    };
    fill(provider.authorizationEndpoint, "authorization_endpoint");
    fill(provider.tokenEndpoint, "token_endpoint");
    fill(provider.deviceEndpoint, "device_authorization_endpoint");
    fill(provider.revocationEndpoint, "revocation_endpoint");
    fill(provider.userinfoEndpoint, "userinfo_endpoint");
    fill(provider.jwksUri, "jwks_uri");
    if (!safe || provider.tokenEndpoint.isEmpty())
        return base::fail(corrupt(provider.issuer));

    if (metadata.value(QLatin1String("authorization_response_iss_parameter_supported")).toBool())
        provider.issuerInReply = true;
    if (provider.idTokenAlgorithms.isEmpty()) {
        const QStringList offered =
            strings(metadata.value(QLatin1String("id_token_signing_alg_values_supported")));
        for (const auto &algorithm : knownAlgorithms) {
            if (offered.contains(algorithm))
                provider.idTokenAlgorithms << algorithm;
        }
    }
    return provider;
}

Discovery::Discovery(net::Retry &http)
    : m_http(http)
{}

base::Task<core::Provider> Discovery::resolved(core::Provider provider, std::stop_token stop)
{
    if (provider.issuer.isEmpty() || !lacksEndpoints(provider))
        co_return provider;
    CO_TRY(const QByteArray json, co_await metadata(provider.issuer, stop));
    CO_TRY(auto filled, withMetadata(provider, json));
    co_return filled;
}

base::Task<core::Provider> Discovery::discover(QString issuer, std::stop_token stop)
{
    CO_TRY(QString named, normalizedIssuer(issuer));
    CO_TRY(const QByteArray json, co_await metadata(named, stop));
    const QJsonObject document = QJsonDocument::fromJson(json).object();
    // Both spellings lead to the same document (OIDC Discovery 4.1), and people type either.
    const QString theirs = document.value(QLatin1String("issuer")).toString();
    if (theirs == named + u'/' || theirs + u'/' == named)
        named = theirs;
    CO_TRY(auto found, withMetadata(providerForIssuer(named), json));
    if (found.authorizationEndpoint.isEmpty())
        co_return base::fail(corrupt(named));
    co_return withDefaults(std::move(found), document);
}

base::Task<QByteArray> Discovery::metadata(QString issuer, std::stop_token stop)
{
    const QList<QUrl> addresses = metadataAddresses(issuer);
    int status = 0;
    for (const auto &address : addresses) {
        net::Request request(net::Method::Get, address);
        request.with("Accept", "application/json");
        CO_TRY(const auto response, co_await m_http.send(std::move(request), stop));
        if (response.isSuccess())
            co_return response.body;
        status = response.status;
    }
    if (status >= 500 || status == 429)
        co_return base::fail(ErrorCode::Unreachable,
                             Words::tr("%1 did not answer.").arg(hostOf(issuer)),
                             Words::tr("Try again in a few minutes."),
                             base::Retryable::Yes);
    co_return base::fail(corrupt(issuer));
}

} // namespace oauth
