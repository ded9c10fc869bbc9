// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/clientsecrets.h"

#include "core/credentialref.h"

#include <QCoreApplication>
#include <QScopeGuard>

namespace apps {

ClientSecrets::ClientSecrets(core::SecretStore &store, const core::Providers &providers)
    : m_store(store)
    , m_providers(providers)
    , m_onState(store.stateChanged.subscribe(
          [this](const core::StoreState &state) { stateChanged.announce(state); }))
{}

base::Task<base::Secret> ClientSecrets::read(QString entry)
{
    auto kept = co_await m_store.read(entry);
    const QStringList parts = entry.split(QLatin1Char('/'));
    if (kept || kept.error().code != base::ErrorCode::NotFound || m_references == nullptr
        || parts.size() != 4 || parts[2] != QLatin1String("_provider"))
        co_return std::move(kept);
    const auto provider = m_providers.find(parts[1]);
    if (!provider || provider->clientSecret.isEmpty())
        co_return std::move(kept);
    const core::Provider known = *provider;
    auto secret = co_await fromFile(entry, known);
    co_return std::move(secret);
}

base::Task<base::Secret> ClientSecrets::fromFile(QString entry, core::Provider provider)
{
    core::ReferenceRequest request;
    request.actor = QStringLiteral("provider ") + provider.id;
    if (entry == core::clientIdEntry(provider.id))
        request.text = provider.clientId;
    else if (entry == core::clientSecretEntry(provider.id))
        request.text = provider.clientSecret;
    if (request.text.isEmpty())
        co_return base::fail(base::ErrorCode::NotFound, entry);
    if (m_resolving.contains(entry))
        co_return base::fail(
            base::ErrorCode::InvalidInput,
            QCoreApplication::translate("apps",
                                        "The client secret of %1 is a reference that needs itself.")
                .arg(provider.name),
            QCoreApplication::translate("apps", "Change client_secret in the provider's file."));
    m_resolving.insert(entry);
    const auto done = qScopeGuard([this, entry] { m_resolving.remove(entry); });
    auto value = co_await m_references->resolve(std::move(request), std::stop_token());
    if (!value)
        co_return base::fail(
            value.error().code == base::ErrorCode::NotFound ? base::ErrorCode::Denied
                                                            : value.error().code,
            QCoreApplication::translate("apps", "The client of %1 cannot be had: %2")
                .arg(provider.name, value.error().message),
            value.error().remedy,
            value.error().retryable);
    base::Secret secret = *std::move(value);
    co_return std::move(secret);
}

base::Task<> ClientSecrets::write(QString entry, base::Secret secret)
{
    return m_store.write(std::move(entry), std::move(secret));
}

base::Task<> ClientSecrets::remove(QString entry)
{
    return m_store.remove(std::move(entry));
}

base::Task<> ClientSecrets::unlock(base::Secret passphrase)
{
    return m_store.unlock(std::move(passphrase));
}

} // namespace apps
