// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The half of TokenManager that changes what is kept: reading, renewing, saving, one at a time for
// an account. An Entry is looked up anew after every co_await, since the table may have grown.
#include "base/faultpoint.h"
#include "base/logging.h"
#include "core/credentialref.h"
#include "oauth/tokenmanager.h"
#include "oauth/words.h"

#include <algorithm>

namespace oauth {

using base::ErrorCode;
using base::fail;
using core::TokenChange;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {
//! After passing trouble: callers get the old token meanwhile, if it is still valid.
constexpr milliseconds shortestRest = seconds(30);
} // namespace

base::Error TokenManager::locked()
{
    return {ErrorCode::Locked,
            Words::tr("Latchkey is locked."),
            Words::tr("Unlock it to go on."),
            base::Retryable::No};
}

base::Task<TokenManager::Set> TokenManager::current(core::AccountId id, std::stop_token stop)
{
    // Whoever changes the set leaves the new one behind.
    while (!m_entries[id].set && m_entries[id].changing) {
        const SetFlight flight = m_entries[id].changing;
        const auto landed = co_await Flight<Set>::landing(flight, stop);
        if (!landed && landed.error().code == ErrorCode::Cancelled)
            co_return landed;
    }
    // A const name: QCoro 0.8 moves out of any other.
    const Set kept = m_entries[id].set;
    if (kept)
        co_return kept;
    SetFlight flight = m_entries[id].reading;
    if (!flight) {
        flight = std::make_shared<Flight<Set>>();
        m_entries[id].reading = flight;
        m_scope.launch(readInto(id, flight));
    }
    co_return co_await Flight<Set>::landing(flight, stop);
}

base::Task<> TokenManager::readInto(core::AccountId id, SetFlight flight)
{
    const int epoch = m_epoch;
    const auto set = co_await read(id);
    Entry &entry = m_entries[id];
    entry.reading.reset();
    if (set && epoch != m_epoch) {
        flight->land(fail(locked()));
        co_return {};
    }
    if (set && !entry.set) {
        entry.set = *set;
        entry.validateEvery = seconds(providerOf(id, **set).validateEverySeconds);
    }
    flight->land(set);
    co_return {};
}

base::Task<TokenManager::Set> TokenManager::read(core::AccountId id)
{
    const QString entry = core::tokenEntry(id);
    const auto text = co_await m_store.read(entry);
    if (!text && text.error().code == ErrorCode::NotFound) {
        co_return fail(ErrorCode::SignInRequired,
                       Words::tr("%1 is not signed in.").arg(id.joined()),
                       Words::tr("Sign in to go on."));
    }
    if (!text)
        co_return fail(text.error());
    CO_TRY(core::TokenSet tokens, core::TokenSet::parse(*text));
    co_return std::make_shared<const core::TokenSet>(std::move(tokens));
}

base::Task<> TokenManager::settled(core::AccountId id)
{
    const std::stop_token never;
    for (;;) {
        const SetFlight changing = m_entries[id].changing;
        const SetFlight flight = changing ? changing : m_entries[id].reading;
        if (!flight)
            co_return {};
        // How it ended is the matter of those who asked for it.
        const auto landed = co_await Flight<Set>::landing(flight, never);
        Q_UNUSED(landed)
    }
}

TokenManager::SetFlight TokenManager::beginChange(const core::AccountId &id)
{
    const auto flight = std::make_shared<Flight<Set>>();
    m_entries[id].changing = flight;
    return flight;
}

void TokenManager::endChange(const core::AccountId &id,
                             const SetFlight &flight,
                             base::Result<Set> outcome)
{
    m_entries[id].changing.reset();
    flight->land(std::move(outcome));
}

void TokenManager::keep(const core::AccountId &id, const Set &set)
{
    Entry &entry = m_entries[id];
    entry.set = set;
    entry.lost = false;
    entry.toldLost = false;
    entry.refused = false;
    entry.restUntil = {};
    entry.restWish.reset();
    entry.validated = {};
    entry.validateEvery = seconds(providerOf(id, *set).validateEverySeconds);
}

base::Task<TokenManager::Set> TokenManager::renewal(core::AccountId id, std::stop_token stop)
{
    // What a narrowing leaves behind is not renewed.
    if (m_entries[id].isNarrowing)
        return renewalAfterNarrowing(std::move(id), std::move(stop));
    SetFlight flight = m_entries[id].changing;
    if (!flight) {
        flight = beginChange(id);
        m_scope.launch(renewInto(id, flight));
    }
    return Flight<Set>::landing(flight, std::move(stop));
}

base::Task<> TokenManager::renewInto(core::AccountId id, SetFlight flight)
{
    auto outcome = co_await renewed(id);
    endChange(id, flight, std::move(outcome));
    co_return {};
}

base::Task<TokenManager::Set> TokenManager::renewed(core::AccountId id)
{
    if (const Set unsaved = m_entries[id].unsaved)
        co_return co_await saved(id, unsaved);

    Set set = m_entries[id].set;
    if (!set) {
        CO_TRY(set, co_await read(id));
    }
    // Twice: another process may have renewed meanwhile, which only the store knows.
    for (int round = 0; round < 2; ++round) {
        Renewal renewal;
        if (!m_entries[id].lost) {
            const core::Provider provider = providerOf(id, *set);
            const core::TokenLimits none;
            auto answer = co_await m_issuer.renew(provider, set, none, m_scope.stopToken());
            if (!answer)
                co_return fail(troubled(id, set, std::move(answer).error()));
            renewal = *std::move(answer);
            if (renewal.tokens)
                co_return co_await saved(id, renewal.tokens);
            if (renewal.refusal.code != u"invalid_grant") {
                const base::Error error = toError(renewal.refusal, provider.name);
                co_return fail(troubled(id, set, error, renewal.refusal.retryAfter));
            }
        }
        CO_TRY(const Set stored, co_await read(id));
        if (stored->refreshToken.equals(set->refreshToken.expose()))
            co_return fail(signInLost(id, set));
        set = stored;
        keep(id, set);
        if (!isDue(*set)) {
            tell(id, TokenChange::What::Refreshed, set);
            co_return set;
        }
    }
    co_return fail(signInLost(id, set));
}

base::Task<TokenManager::Set> TokenManager::saved(core::AccountId id, Set set)
{
    // A rotated refresh token exists nowhere else. Until the store has it, it is kept here, even
    // through a lock, and given to nobody.
    m_entries[id].unsaved = set;
    const int epoch = m_epoch;
    base::Secret text = set->serialized();
    const QString entry = core::tokenEntry(id);
    base::faultPoint("tokens.refreshed");
    const auto written = co_await m_store.write(entry, std::move(text));
    base::faultPoint("tokens.stored");
    if (!written)
        co_return fail(troubled(id, set, written.error()));
    m_entries[id].unsaved.reset();
    keep(id, set);
    tell(id, TokenChange::What::Refreshed, set);
    if (epoch != m_epoch) {
        m_entries[id].set.reset();
        co_return fail(
            ErrorCode::Locked, Words::tr("Latchkey was locked."), Words::tr("Unlock it to go on."));
    }
    co_return set;
}

base::Task<> TokenManager::validate(core::AccountId id, Set set, std::stop_token stop)
{
    // One asks for all: the others go on with what there is.
    m_entries[id].validated = m_clock.now();
    const core::Provider provider = providerOf(id, *set);
    const auto validity = co_await m_issuer.validate(provider, set, stop);
    Entry &entry = m_entries[id];
    if (!validity) {
        // Nothing was learnt: again in a minute.
        entry.validated = m_clock.now().addSecs(60 - entry.validateEvery.count());
        if (validity.error().code == ErrorCode::Cancelled)
            co_return fail(validity.error());
        co_return {};
    }
    if (*validity == Validity::Refused && entry.set == set) {
        entry.refused = true;
        if (set->refreshToken.isEmpty())
            co_return fail(signInLost(id, set));
    }
    co_return {};
}

base::Error TokenManager::signInLost(const core::AccountId &id, const Set &set)
{
    Refusal refusal;
    refusal.status = 400;
    refusal.code = QStringLiteral("invalid_grant");
    m_entries[id].lost = true;
    return troubled(id, set, toError(refusal, providerOf(id, *set).name));
}

base::Error TokenManager::troubled(const core::AccountId &id,
                                   const Set &set,
                                   base::Error error,
                                   std::optional<milliseconds> asked)
{
    if (error.code == ErrorCode::Cancelled || error.code == ErrorCode::Locked)
        return error;
    Entry &entry = m_entries[id];
    if (error.retryable == base::Retryable::Yes) {
        const milliseconds rest = std::max(asked.value_or(shortestRest), shortestRest);
        entry.restUntil = m_clock.now().addMSecs(rest.count());
        entry.restWish = asked ? std::optional(error) : std::nullopt;
    }
    if (error.code != ErrorCode::SignInRequired)
        tell(id, TokenChange::What::RefreshFailed, set, error);
    else if (!std::exchange(entry.toldLost, true))
        tell(id, TokenChange::What::SignInLost, set, error);
    return error;
}

void TokenManager::tell(const core::AccountId &id,
                        TokenChange::What what,
                        const Set &set,
                        std::optional<base::Error> error)
{
    TokenChange change;
    change.account = id;
    change.what = what;
    if (set) {
        change.issuedAt = set->issuedAt;
        change.expiresAt = set->expiresAt;
        change.renewable = !set->refreshToken.isEmpty();
    }
    if (error)
        qCWarning(lcOauth).noquote() << id.joined() << nameOf(error->code) << error->message;
    else
        qCInfo(lcOauth).noquote() << id.joined() << "tokens changed, valid until"
                                  << change.expiresAt;
    change.error = std::move(error);
    changed.announce(change);
}

} // namespace oauth
