// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of TokenManager that asks for less than an account has: fewer scopes (RFC 6749 6), one
// audience (RFC 8707). Such tokens are in memory only; of the reply only a rotated refresh token is
// kept. An Entry is looked up anew after every co_await, since the table may have grown.
#include "base/faultpoint.h"
#include "core/credentialref.h"
#include "oauth/tokenmanager.h"
#include "oauth/words.h"

#include <algorithm>

namespace oauth {

using base::ErrorCode;
using base::fail;
using core::TokenChange;
using std::chrono::seconds;

namespace {

//! For one account; who asks for ever new combinations asks the provider each time.
constexpr qsizetype mostNarrowed = 64;

core::AccessToken given(const core::TokenSet &set)
{
    return {set.accessToken.clone(), set.tokenType, set.expiresAt, set.scopes};
}

bool isWithin(const QStringList &scopes, const QStringList &all)
{
    return std::all_of(scopes.cbegin(), scopes.cend(), [&all](const QString &scope) {
        return all.contains(scope);
    });
}

//! The same wish is the same key, whatever its order.
QString keyOf(const core::TokenLimits &limits)
{
    return limits.scopes.join(u' ') + u'\n' + limits.audience;
}

void tidy(core::TokenLimits &limits, const core::TokenSet &set)
{
    limits.scopes.sort();
    limits.scopes.removeDuplicates();
    limits.audience = limits.audience.trimmed();
    if (isWithin(set.scopes, limits.scopes) && isWithin(limits.scopes, set.scopes))
        limits.scopes.clear();
}

} // namespace

base::Result<> TokenManager::canNarrow(const core::AccountId &id,
                                       const core::TokenSet &set,
                                       const core::TokenLimits &limits) const
{
    if (!set.scopes.isEmpty() && !isWithin(limits.scopes, set.scopes)) {
        return fail(ErrorCode::InvalidInput,
                    Words::tr("%1 does not have all of these scopes: %2.")
                        .arg(id.joined(), limits.scopes.join(QLatin1String(", "))),
                    Words::tr("Ask for some of %1, or sign in anew with more.")
                        .arg(set.scopes.join(QLatin1String(", "))));
    }
    const core::Provider provider = providerOf(id, set);
    if (!limits.scopes.isEmpty() && !provider.narrowsScopes) {
        return fail(ErrorCode::Unsupported,
                    Words::tr("%1 gives no tokens for some of the scopes.").arg(provider.name),
                    Words::tr("Ask without scopes."));
    }
    if (!limits.audience.isEmpty() && provider.audienceParameter.isEmpty()) {
        return fail(ErrorCode::Unsupported,
                    Words::tr("%1 gives no tokens for one audience.").arg(provider.name),
                    Words::tr("Ask without an audience, or set audience_parameter in the file of "
                              "this service, if it knows one."));
    }
    // RFC 8707 2.2: what was not named when signing in is refused, and providers may count the
    // refresh token as used all the same.
    const QString named = provider.authorizationParameters.value(provider.audienceParameter);
    if (!limits.audience.isEmpty() && !named.isEmpty() && limits.audience != named) {
        return fail(ErrorCode::InvalidInput,
                    Words::tr("%1 gives no tokens for this audience.").arg(provider.name),
                    Words::tr("Ask for %1, or for none.").arg(named));
    }
    if (set.refreshToken.isEmpty()) {
        return fail(ErrorCode::Unsupported,
                    Words::tr("%1 gave no refresh token, so no other token can be had with it.")
                        .arg(provider.name),
                    Words::tr("Ask without scopes and audience."));
    }
    return {};
}

base::Task<core::AccessToken> TokenManager::narrowed(core::AccountId id,
                                                     seconds minValid,
                                                     core::TokenLimits limits,
                                                     std::stop_token stop)
{
    CO_TRY(const Set set, co_await current(id, stop));
    tidy(limits, *set);
    if (limits.isNothing())
        co_return co_await ensure(id, minValid, stop);
    CO_TRY_VOID(canNarrow(id, *set, limits));

    const QString key = keyOf(limits);
    const Set kept = m_entries[id].narrowed.value(key);
    if (kept && !isDue(*kept) && !isShort(*kept, minValid))
        co_return given(*kept);
    SetFlight flight = m_entries[id].narrowings.value(key);
    if (!flight) {
        flight = std::make_shared<Flight<Set>>();
        m_entries[id].narrowings.insert(key, flight);
        m_scope.launch(narrowInto(id, limits, key, flight));
    }
    CO_TRY(const Set fresh, co_await Flight<Set>::landing(flight, stop));
    co_return given(*fresh);
}

base::Task<> TokenManager::narrowInto(core::AccountId id,
                                      core::TokenLimits limits,
                                      QString key,
                                      SetFlight flight)
{
    const int epoch = m_epoch;
    auto fresh = co_await narrowOnce(id, limits);
    if (!fresh && fresh.error().code == ErrorCode::SignInRequired) {
        // Another process may have renewed meanwhile, or the sign-in is lost: that is found out,
        // and recorded, as at any refresh.
        const std::stop_token never;
        const auto renewed = co_await renewal(id, never);
        if (renewed)
            fresh = co_await narrowOnce(id, limits);
        else
            fresh = fail(renewed.error());
    }
    if (fresh && epoch != m_epoch)
        fresh = fail(locked());
    m_entries[id].narrowings.remove(key);
    if (fresh) {
        auto &all = m_entries[id].narrowed;
        all.removeIf([this](auto &each) { return isShort(*each.value(), seconds(0)); });
        if (all.size() >= mostNarrowed)
            all.clear();
        all.insert(key, *fresh);
    }
    flight->land(std::move(fresh));
    co_return {};
}

base::Task<TokenManager::Set> TokenManager::narrowOnce(core::AccountId id, core::TokenLimits limits)
{
    // A refresh token is used by one at a time, since it may rotate.
    CO_TRY_VOID(co_await settled(id));
    if (m_entries[id].unsaved) {
        const std::stop_token never;
        CO_TRY_VOID(co_await renewal(id, never));
        CO_TRY_VOID(co_await settled(id));
    }
    const Set old = m_entries[id].set;
    if (!old)
        co_return fail(locked());
    if (m_entries[id].restWish && m_clock.now() < m_entries[id].restUntil)
        co_return fail(*m_entries[id].restWish);
    const core::Provider provider = providerOf(id, *old);
    const SetFlight turn = beginChange(id);
    m_entries[id].isNarrowing = true;
    auto answer = co_await m_issuer.renew(provider, old, limits, m_scope.stopToken());
    base::Result<> rotated;
    if (answer && answer->tokens)
        rotated = co_await keepRotated(id, old, answer->tokens);
    m_entries[id].isNarrowing = false;
    endChange(id, turn, old);

    if (!answer)
        co_return fail(std::move(answer).error());
    if (!answer->tokens)
        co_return fail(toError(answer->refusal, provider.name));
    if (!rotated)
        co_return fail(rotated.error());
    const Set fresh = answer->tokens;
    if (!limits.scopes.isEmpty() && !isWithin(fresh->scopes, limits.scopes)) {
        // More than was asked for is not what the caller wants to pass on.
        co_return fail(ErrorCode::Unsupported,
                       Words::tr("%1 gives no tokens for some of the scopes.").arg(provider.name),
                       Words::tr("Ask without scopes."));
    }
    co_return fresh;
}

base::Task<> TokenManager::keepRotated(core::AccountId id, Set old, Set fresh)
{
    if (fresh->refreshToken.equals(old->refreshToken.expose()))
        co_return {};
    core::TokenSet rotated = old->clone();
    rotated.refreshToken = fresh->refreshToken.clone();
    const Set set = std::make_shared<const core::TokenSet>(std::move(rotated));
    // It exists nowhere else: until the store has it, it waits here; see saved().
    m_entries[id].unsaved = set;
    const int epoch = m_epoch;
    base::Secret text = set->serialized();
    const QString entry = core::tokenEntry(id);
    base::faultPoint("tokens.narrowed");
    const auto written = co_await m_store.write(entry, std::move(text));
    if (!written)
        co_return fail(troubled(id, set, written.error()));
    m_entries[id].unsaved.reset();
    if (epoch != m_epoch)
        co_return fail(locked());
    m_entries[id].set = set;
    co_return {};
}

base::Task<TokenManager::Set> TokenManager::renewalAfterNarrowing(core::AccountId id,
                                                                  std::stop_token stop)
{
    while (m_entries[id].isNarrowing) {
        const SetFlight turn = m_entries[id].changing;
        const auto landed = co_await Flight<Set>::landing(turn, stop);
        if (!landed && landed.error().code == ErrorCode::Cancelled)
            co_return landed;
    }
    co_return co_await renewal(id, stop);
}

} // namespace oauth
