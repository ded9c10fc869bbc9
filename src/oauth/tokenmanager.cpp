// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tokenmanager.h"

#include "core/credentialref.h"
#include "core/standing.h"
#include "oauth/authorizationreply.h"
#include "oauth/words.h"

#include <QUrl>

#include <algorithm>

namespace oauth {

using base::ErrorCode;
using base::fail;
using core::TokenChange;
using std::chrono::seconds;

namespace {

core::AccessToken given(const core::TokenSet &set)
{
    return {set.accessToken.clone(), set.tokenType, set.expiresAt, set.scopes};
}

[[nodiscard]] base::Task<core::AccessToken> ready(core::AccessToken token)
{
    co_return token;
}

//! accounts.toml and the files of services are shared and edited by people. Whom they name may be
//! given tokens only if these came from there.
bool madeBy(const core::Provider &provider, const core::TokenSet &set)
{
    if (!provider.tokenEndpoint.isEmpty())
        return QUrl(provider.tokenEndpoint).host() == QUrl(set.tokenEndpoint).host();
    return provider.issuer.isEmpty() || provider.issuer == set.issuer
           || issuerMatches(provider.issuer, set.issuer);
}

base::Error notRenewable(const QString &provider)
{
    return {ErrorCode::SignInRequired,
            Words::tr("The sign-in at %1 has run out.").arg(provider),
            Words::tr("Sign in again to go on."),
            base::Retryable::No};
}

} // namespace

TokenManager::TokenManager(core::SecretStore &store,
                           core::Accounts &accounts,
                           core::Providers &providers,
                           net::Retry &http,
                           base::Clock &clock,
                           IdTokenCheck checkIdToken)
    : m_store(store)
    , m_accounts(accounts)
    , m_providers(providers)
    , m_clock(clock)
    , m_issuer(store, providers, http, clock, std::move(checkIdToken))
{
    // What could not be stored because the store was shut is stored as soon as it opens.
    m_storeWatch = m_store.stateChanged.subscribe([this](core::StoreState state) {
        if (state != core::StoreState::Ready)
            return;
        const QList<core::AccountId> ids = m_entries.keys();
        for (const core::AccountId &id : ids) {
            if (m_entries[id].unsaved && !m_entries[id].changing)
                m_scope.launch(renewal(id, {}));
        }
    });
}

TokenManager::~TokenManager() = default;

base::Task<> TokenManager::stop()
{
    return m_scope.stop();
}

void TokenManager::forget()
{
    ++m_epoch;
    for (Entry &entry : m_entries) {
        entry.set.reset();
        entry.narrowed.clear();
    }
}

bool TokenManager::isDue(const core::TokenSet &set) const
{
    const seconds margin = core::refreshMarginOf(set.issuedAt, set.expiresAt);
    return core::isDueForRefresh(set.expiresAt, m_clock.now(), margin);
}

bool TokenManager::isShort(const core::TokenSet &set, seconds minValid) const
{
    seconds wanted = minValid;
    // A caller who wants more than the provider ever gives does not cause a refresh each time.
    if (set.issuedAt.isValid() && set.expiresAt.isValid()) {
        const seconds life(set.issuedAt.secsTo(set.expiresAt));
        wanted = std::min(wanted, life - std::min(seconds(60), life / 4));
    }
    return core::isDueForRefresh(set.expiresAt, m_clock.now(), wanted);
}

bool TokenManager::isValidationDue(const Entry &entry) const
{
    return entry.validateEvery.count() > 0
           && (!entry.validated.isValid()
               || entry.validated.addSecs(entry.validateEvery.count()) <= m_clock.now());
}

bool TokenManager::isFresh(const Entry &entry, seconds minValid) const
{
    return entry.set && !entry.refused && !isDue(*entry.set) && !isShort(*entry.set, minValid)
           && !isValidationDue(entry);
}

base::Task<core::AccessToken> TokenManager::ensure(core::AccountId id,
                                                   seconds minValid,
                                                   std::stop_token stop)
{
    const auto entry = m_entries.constFind(id);
    if (entry != m_entries.constEnd() && isFresh(*entry, minValid))
        return ready(given(*entry->set));
    return ensureSlowly(std::move(id), minValid, std::move(stop));
}

base::Task<core::AccessToken> TokenManager::ensureSlowly(core::AccountId id,
                                                         seconds minValid,
                                                         std::stop_token stop)
{
    CO_TRY(Set set, co_await current(id, stop));
    if (isValidationDue(m_entries[id]))
        CO_TRY_VOID(co_await validate(id, set, stop));
    // Callers go on in the event loop: a lock or a new sign-in may have come in between.
    set = m_entries[id].set;
    if (!set)
        co_return fail(locked());
    if (isFresh(m_entries[id], minValid))
        co_return given(*set);

    const bool isRefused = m_entries[id].refused;
    const bool isAlive =
        !isRefused && !core::isDueForRefresh(set->expiresAt, m_clock.now(), seconds(0));
    if (set->refreshToken.isEmpty() && !m_entries[id].unsaved) {
        if (isAlive)
            co_return given(*set);
        co_return fail(notRenewable(providerOf(id, *set).name));
    }
    if (m_entries[id].restUntil.isValid() && m_clock.now() < m_entries[id].restUntil) {
        if (isAlive)
            co_return given(*set);
        if (m_entries[id].restWish)
            co_return fail(*m_entries[id].restWish);
    }

    // What is valid as long as the caller needs is given at once; the refresh goes on behind it.
    if (isAlive && !isShort(*set, minValid)) {
        if (!m_entries[id].lost)
            m_scope.launch(renewal(id, std::stop_token()));
        co_return given(*set);
    }

    const auto fresh = co_await renewal(id, stop);
    if (fresh && !m_entries[id].set)
        co_return fail(locked());
    if (fresh)
        co_return given(**fresh);
    const base::Error &error = fresh.error();
    if (error.code == ErrorCode::Cancelled || error.code == ErrorCode::Locked)
        co_return fail(error);
    set = m_entries[id].set;
    if (!set)
        co_return fail(locked());
    const seconds least = error.retryable == base::Retryable::Yes ? seconds(0) : minValid;
    if (!isRefused && !core::isDueForRefresh(set->expiresAt, m_clock.now(), least))
        co_return given(*set);
    co_return fail(error);
}

base::Task<core::AccessToken> TokenManager::refresh(core::AccountId id, std::stop_token stop)
{
    CO_TRY(const Set set, co_await current(id, stop));
    if (set->refreshToken.isEmpty()) {
        co_return fail(ErrorCode::Unsupported,
                       Words::tr("%1 gave no refresh token, so this sign-in cannot be renewed.")
                           .arg(providerOf(id, *set).name),
                       Words::tr("Sign in again when it runs out."));
    }
    CO_TRY(const Set fresh, co_await renewal(id, stop));
    if (!m_entries[id].set)
        co_return fail(locked());
    co_return given(*fresh);
}

base::Task<> TokenManager::store(core::AccountId id, core::TokenSet tokens)
{
    CO_TRY_VOID(co_await settled(id));
    const SetFlight flight = beginChange(id);
    const Set set = std::make_shared<const core::TokenSet>(std::move(tokens));
    base::Secret entryText = set->serialized();
    const QString entry = core::tokenEntry(id);
    const auto written = co_await m_store.write(entry, std::move(entryText));
    if (!written) {
        endChange(id, flight, fail(written.error()));
        co_return written;
    }
    m_entries[id].unsaved.reset();
    m_entries[id].narrowed.clear(); // of the sign-in before
    keep(id, set);
    endChange(id, flight, set);
    tell(id, TokenChange::What::Stored, set);
    co_return {};
}

base::Task<> TokenManager::revoke(core::AccountId id, std::stop_token stop)
{
    CO_TRY_VOID(co_await settled(id));
    const SetFlight flight = beginChange(id);
    const auto set = co_await read(id);
    base::Result<> told;
    if (set) {
        const core::Provider provider = providerOf(id, **set);
        told = co_await m_issuer.revoke(provider, *set, stop);
    } else if (set.error().code != ErrorCode::SignInRequired
               && set.error().code != ErrorCode::Corrupt) {
        endChange(id, flight, set);
        co_return fail(set.error());
    }
    const QString entry = core::tokenEntry(id);
    const auto removed = co_await m_store.remove(entry);
    const Set none;
    if (!removed) {
        endChange(id, flight, fail(removed.error()));
        co_return removed;
    }
    endChange(id, flight, fail(notRenewable(id.joined())));
    m_entries.remove(id);
    tell(id, TokenChange::What::Revoked, none);
    co_return told;
}

base::Task<core::TokenSet> TokenManager::facts(core::AccountId id)
{
    CO_TRY(const Set set, co_await current(id, std::stop_token()));
    core::TokenSet facts;
    facts.tokenType = set->tokenType;
    facts.issuedAt = set->issuedAt;
    facts.expiresAt = set->expiresAt;
    facts.scopes = set->scopes;
    facts.issuer = set->issuer;
    facts.subject = set->subject;
    facts.clientId = set->clientId;
    facts.tokenEndpoint = set->tokenEndpoint;
    facts.clientAuth = set->clientAuth;
    co_return facts;
}

core::Provider TokenManager::providerOf(const core::AccountId &id, const core::TokenSet &set) const
{
    const auto account = m_accounts.find(id);
    const QString named = account ? core::providerIdOf(account->provider) : QString();
    const auto known = named.isEmpty() ? std::nullopt : m_providers.find(named);
    if (known && madeBy(*known, set))
        return *known;
    // Not in the catalog (any more): what the tokens themselves say is enough for a refresh. Tokens
    // of somebody else get no client secret of that name either.
    core::Provider provider;
    provider.id = known ? QString() : named;
    provider.name = QUrl(set.tokenEndpoint).host();
    provider.issuer = set.issuer;
    provider.tokenEndpoint = set.tokenEndpoint;
    provider.clientAuth = set.clientAuth;
    return provider;
}

} // namespace oauth
