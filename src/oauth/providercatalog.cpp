// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/providercatalog.h"

#include "base/atomicfile.h"
#include "base/logging.h"
#include "base/toml.h"
#include "oauth/discovery.h"
#include "oauth/providerfile.h"
#include "oauth/words.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

// A static library's resource is linked in only when something names it.
static void initResource()
{
    Q_INIT_RESOURCE(providers);
}

namespace oauth {

namespace {

constexpr qint64 largestFile = 64 * 1024;

std::optional<core::Provider> byId(const QList<core::Provider> &providers, const QString &id)
{
    const auto found = std::find_if(
        providers.cbegin(), providers.cend(), [&id](const auto &one) { return one.id == id; });
    return found == providers.cend() ? std::nullopt : std::optional(*found);
}

std::optional<core::Provider> byWord(const QList<core::Provider> &providers, const QString &word)
{
    if (auto found = byId(providers, word))
        return found;
    const auto found = std::find_if(providers.cbegin(), providers.cend(), [&word](const auto &one) {
        return one.aliases.contains(word);
    });
    return found == providers.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

ProviderCatalog::ProviderCatalog(QString ownFolder, Discovery &discovery)
    : m_ownFolder(std::move(ownFolder))
    , m_discovery(discovery)
{
    load();
}

base::Result<QList<core::Provider>> ProviderCatalog::builtIn()
{
    initResource();
    QList<core::Provider> providers;
    const QDir folder(QStringLiteral(":/latchkey/providers"));
    const auto names = folder.entryList({QStringLiteral("*.toml")}, QDir::Files, QDir::Name);
    for (const auto &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return base::fail(base::ErrorCode::Internal, name);
        const QByteArray text = file.readAll();
        TRY(auto provider, parseProvider(text, name));
        providers << std::move(provider);
    }
    return providers;
}

void ProviderCatalog::load()
{
    m_providers.clear();
    m_away.clear();
    m_warnings.clear();
    auto shipped = builtIn();
    if (shipped)
        m_providers = *std::move(shipped);
    else
        m_warnings << shipped.error().message;
    loadOwn();
    sort();
    for (const auto &warning : std::as_const(m_warnings))
        qCWarning(lcOauth).noquote() << warning;
}

void ProviderCatalog::loadOwn()
{
    const QDir folder(m_ownFolder);
    const auto names = folder.entryList({QStringLiteral("*.toml")}, QDir::Files, QDir::Name);
    const auto lookup = [this](const QString &id) { return byId(m_providers, id); };
    for (const auto &name : names) {
        const QString path = folder.filePath(name);
        const auto text = base::readFile(path, largestFile);
        if (!text) {
            m_warnings << text.error().message;
            continue;
        }
        auto provider = parseProvider(*text, path, lookup);
        if (!provider) {
            m_warnings << provider.error().message;
            continue;
        }
        provider->ownFile = true;
        put(*std::move(provider));
    }
}

void ProviderCatalog::put(core::Provider provider)
{
    const auto same = std::find_if(m_providers.begin(), m_providers.end(), [&](const auto &one) {
        return one.id == provider.id;
    });
    if (same != m_providers.end())
        *same = std::move(provider);
    else
        m_providers << std::move(provider);
}

void ProviderCatalog::sort()
{
    std::sort(m_providers.begin(), m_providers.end(), [](const auto &a, const auto &b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
}

void ProviderCatalog::setIssuer(const QString &id, const QString &issuer)
{
    const auto isIt = [&id](const core::Provider &provider) { return provider.id == id; };
    auto here = std::find_if(m_providers.begin(), m_providers.end(), isIt);
    const auto away = std::find_if(m_away.begin(), m_away.end(), isIt);
    if (here != m_providers.end() && here->ownFile)
        return; // the person knows better
    if (here == m_providers.end() && away != m_away.end()) {
        m_providers << *away;
        m_away.erase(away);
        here = std::prev(m_providers.end());
    }
    if (here == m_providers.end())
        return;
    if (issuer.isEmpty()) {
        m_away << *here;
        m_providers.erase(here);
    } else {
        here->issuer = issuer;
    }
    sort();
}

QList<core::Provider> ProviderCatalog::all() const
{
    return m_providers;
}

std::optional<core::Provider> ProviderCatalog::find(const QString &id) const
{
    return byId(m_providers, id);
}

std::optional<core::Provider> ProviderCatalog::guess(const QString &service) const
{
    const QString word = service.trimmed().toLower();
    if (word.isEmpty())
        return std::nullopt;
    if (auto found = byWord(m_providers, word))
        return found;
    // "github-work", "mail.google.com", "docker hub": any of its words, the longest first.
    static const QRegularExpression gaps(QStringLiteral("[^a-z0-9]+"));
    QString joined = word;
    joined.replace(gaps, QStringLiteral("-"));
    if (auto found = byWord(m_providers, joined))
        return found;
    QStringList words = joined.split(u'-', Qt::SkipEmptyParts);
    std::stable_sort(words.begin(), words.end(), [](const QString &a, const QString &b) {
        return a.size() > b.size();
    });
    for (const auto &part : std::as_const(words)) {
        if (part.size() < 3)
            break;
        if (auto found = byWord(m_providers, part))
            return found;
    }
    return std::nullopt;
}

base::Task<core::Provider> ProviderCatalog::resolved(core::Provider provider, std::stop_token stop)
{
    return m_discovery.resolved(std::move(provider), std::move(stop));
}

base::Task<core::Provider> ProviderCatalog::discover(QString issuer, std::stop_token stop)
{
    CO_TRY(auto found, co_await m_discovery.discover(issuer, stop));
    // Who has given it a better name keeps that.
    for (const auto &known : std::as_const(m_providers)) {
        if (known.issuer == found.issuer) {
            core::Provider own = known;
            co_return co_await m_discovery.resolved(std::move(own), stop);
        }
    }
    co_return found;
}

base::Result<> ProviderCatalog::keep(const core::Provider &provider)
{
    if (byId(m_providers, provider.id))
        return {};
    using base::tomlLiteral;
    QStringList methods;
    for (const auto method : provider.methods)
        methods << nameOf(method);
    QString text = Words::tr("# Made by Latchkey when you signed in. You may change it.") + u'\n';
    const auto line = [&text](const char *key, const QString &value) {
        text += QStringLiteral("%1 = %2\n").arg(QLatin1String(key), value);
    };
    line("id", tomlLiteral(provider.id));
    line("name", tomlLiteral(provider.name));
    line("letters", tomlLiteral(provider.letters));
    line("tone", tomlLiteral(static_cast<qint64>(provider.tone)));
    line("methods", tomlLiteral(methods));
    text += QStringLiteral("\n[oauth]\n");
    line("issuer", tomlLiteral(provider.issuer));
    line("authorization_endpoint", tomlLiteral(provider.authorizationEndpoint));
    line("token_endpoint", tomlLiteral(provider.tokenEndpoint));
    line("device_endpoint", tomlLiteral(provider.deviceEndpoint));
    line("revocation_endpoint", tomlLiteral(provider.revocationEndpoint));
    line("userinfo_endpoint", tomlLiteral(provider.userinfoEndpoint));
    line("jwks_uri", tomlLiteral(provider.jwksUri));
    line("id_token_algorithms", tomlLiteral(provider.idTokenAlgorithms));
    line("issuer_in_reply", tomlLiteral(provider.issuerInReply));
    line("scopes", tomlLiteral(provider.scopes));
    line("client_auth", tomlLiteral(nameOf(provider.clientAuth)));
    if (!provider.audienceParameter.isEmpty())
        line("audience_parameter", tomlLiteral(provider.audienceParameter));
    if (!provider.authorizationParameters.isEmpty())
        text += QStringLiteral("\n[oauth.authorization_parameters]\n");
    for (auto it = provider.authorizationParameters.cbegin();
         it != provider.authorizationParameters.cend();
         ++it)
        line(qPrintable(it.key()), tomlLiteral(it.value()));
    const QByteArray bytes = text.toUtf8();
    const QString path = m_ownFolder + u'/' + provider.id + QStringLiteral(".toml");
    // What cannot be read back must not be written.
    TRY_VOID(parseProvider(bytes, path));
    if (!QDir().mkpath(m_ownFolder))
        return base::fail(base::ErrorCode::Internal,
                          Words::tr("The folder %1 cannot be made.").arg(m_ownFolder));
    TRY_VOID(base::writeAtomically(path, bytes));
    core::Provider own = provider;
    own.ownFile = true;
    put(std::move(own));
    sort();
    return {};
}

} // namespace oauth
