// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/tokendesk.h"

#include "agent/recorder.h"
#include "base/logging.h"
#include "core/credentialref.h"

#include <QCoreApplication>

namespace agent {

using base::ErrorCode;

TokenDesk::TokenDesk(Parts parts)
    : m_parts(parts)
{
    // A replaced key must not live on in here.
    m_onAccount = m_parts.book.moved.subscribe([this](const core::AccountId &id,
                                                      const core::AccountState &before,
                                                      const core::AccountState &now) {
        if (before.lastUsed == now.lastUsed)
            m_keys.erase(id);
    });
}

base::Task<core::AccessToken> TokenDesk::take(core::AccountId id,
                                              std::chrono::seconds minValid,
                                              QString actor,
                                              core::AuditKind kind,
                                              std::stop_token stop)
{
    return give({std::move(id), minValid, {}, {}, std::move(actor), kind}, std::move(stop));
}

base::Task<core::AccessToken> TokenDesk::give(core::TokenRequest request, std::stop_token stop)
{
    const core::AccountId id = request.account;
    const QString actor = request.actor;
    CO_TRY(core::Account account, accountOf(id));
    core::TokenLimits limits{request.scopes, request.audience};
    auto token = co_await find(std::move(account), request.minValid, std::move(limits), stop);
    if (!token) {
        if (token.error().code != ErrorCode::Cancelled)
            record(m_parts.audit,
                   core::AuditKind::TokenRefused,
                   id,
                   actor,
                   core::AuditOutcome::Refused,
                   base::nameOf(token.error().code));
        co_return base::fail(std::move(token).error());
    }
    m_parts.book.noteUse(id, actor);
    record(m_parts.audit, request.kind, id, actor);
    co_return token;
}

base::Task<core::AccessToken> TokenDesk::find(core::Account account,
                                              std::chrono::seconds minValid,
                                              core::TokenLimits limits,
                                              std::stop_token stop)
{
    CO_TRY_VOID(unlocked());
    const bool isOAuth = account.kind == core::AccountKind::OAuth;
    if (isOAuth && limits.isNothing())
        co_return co_await m_parts.tokens.ensure(account.id, minValid, stop);
    if (isOAuth)
        co_return co_await m_parts.tokens.narrowed(account.id, minValid, std::move(limits), stop);
    if (account.kind != core::AccountKind::ApiKey) {
        co_return base::fail(ErrorCode::Unsupported,
                             QCoreApplication::translate(
                                 "agent", "%1 is an AWS account; this version cannot use it.")
                                 .arg(account.id.joined()));
    }
    if (!limits.isNothing()) {
        co_return base::fail(
            ErrorCode::Unsupported,
            QCoreApplication::translate("agent", "An API key is what it is: %1 has no scopes.")
                .arg(account.id.joined()),
            QCoreApplication::translate("agent", "Ask without scopes and audience."));
    }
    auto kept = m_keys.find(account.id);
    if (kept == m_keys.end()) {
        auto key = co_await m_parts.secrets.read(core::apiKeyEntry(account.id));
        if (!key && key.error().code == ErrorCode::NotFound) {
            co_return base::fail(
                ErrorCode::SignInRequired,
                QCoreApplication::translate("agent", "The key of %1 is not on this computer.")
                    .arg(account.id.joined()),
                QCoreApplication::translate("agent", "Add the account again and paste its key."));
        }
        if (!key)
            co_return base::fail(std::move(key).error());
        // Locked while we waited: what came back late is not kept.
        CO_TRY_VOID(unlocked());
        kept = m_keys.insert_or_assign(account.id, *std::move(key)).first;
    }
    core::AccessToken token;
    token.value = kept->second.clone();
    token.expiresAt = account.expires;
    token.scopes = account.scopes;
    co_return token;
}

base::Task<> TokenDesk::refresh(core::AccountId id, QString actor, std::stop_token stop)
{
    CO_TRY(const core::Account account, accountOf(id));
    CO_TRY_VOID(unlocked());
    if (account.kind != core::AccountKind::OAuth) {
        co_return base::fail(ErrorCode::Unsupported,
                             QCoreApplication::translate("agent", "A key cannot be refreshed."),
                             QCoreApplication::translate(
                                 "agent", "Make a new one at the service and paste it here."));
    }
    const auto token = co_await m_parts.tokens.refresh(id, stop);
    if (!token)
        co_return base::fail(token.error());
    qCInfo(lcAgent) << id.joined() << "was refreshed for" << actor;
    co_return {};
}

base::Task<core::TokenSet> TokenDesk::facts(core::AccountId id)
{
    CO_TRY_VOID(accountOf(id));
    CO_TRY_VOID(unlocked());
    co_return co_await m_parts.tokens.facts(id);
}

void TokenDesk::forget()
{
    m_keys.clear();
}

base::Result<core::Account> TokenDesk::accountOf(const core::AccountId &id) const
{
    if (const auto view = m_parts.book.find(id))
        return view->account;
    return base::fail(
        ErrorCode::NotFound,
        QCoreApplication::translate("agent", "There is no account called %1.").arg(id.joined()));
}

base::Result<> TokenDesk::unlocked() const
{
    switch (m_parts.lock.state()) {
    case core::LockService::State::Unlocked:
        return {};
    case core::LockService::State::Locked:
        return base::fail(ErrorCode::Locked,
                          QCoreApplication::translate("agent", "The store is locked."),
                          QCoreApplication::translate("agent", "Unlock it to go on."));
    case core::LockService::State::StoreUnavailable:
        break;
    }
    return base::fail(ErrorCode::Unreachable,
                      QCoreApplication::translate("agent", "The store of secrets does not answer."),
                      m_parts.lock.reason(),
                      base::Retryable::Yes);
}

} // namespace agent
