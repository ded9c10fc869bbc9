// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/methods/subjects.h"
#include "rpc/server.h"
#include "rpc/words.h"

namespace rpc {

namespace {

constexpr qint64 longestValid = 24LL * 3600;
constexpr qint64 usualValid = 60;

Param minValidParam()
{
    return {.name = QStringLiteral("min_valid_seconds"),
            .type = ParamType::Integer,
            .presence = Presence::Optional,
            .summary = QStringLiteral("How long the token must still be valid (default 60)."),
            .most = longestValid};
}

//! What cannot be written into JSON as text.
base::Result<> isText(const base::Secret &value, const core::AccountId &id)
{
    if (value.expose().isValidUtf8())
        return {};
    return base::fail(base::ErrorCode::Unsupported,
                      Words::tr("The key of %1 is not text.").arg(id.joined()),
                      Words::tr("Store it again as text."));
}

[[nodiscard]] base::Task<net::JsonText> getToken(CallPointer call)
{
    CO_TRY(const core::AccountView view, call->account());
    const core::AccountId id = view.account.id;
    CO_TRY_VOID(co_await call->permit(id, core::Wish::Use));
    core::TokenRequest request;
    request.account = id;
    request.minValid = std::chrono::seconds(call->params.number("min_valid_seconds", usualValid));
    request.scopes = call->params.texts("scopes");
    request.audience = call->params.text("audience");
    request.actor = call->actor();
    const std::stop_token stop = call->stop;
    CO_TRY(const core::AccessToken token,
           co_await call->needs.tokens.give(std::move(request), stop));
    CO_TRY_VOID(isText(token.value, id));
    net::JsonWriter writer(qsizetype(2 * token.value.size()) + 512);
    writer.object().text("service", id.service).text("account", id.account);
    writer.text("id", id.account).secret("token", token.value);
    writer.secret("access_token", token.value).text("token_type", token.tokenType);
    writer.time("expires_at", token.expiresAt);
    if (token.expiresAt.isValid())
        writer.number("expires_in", call->needs.clock.now().secsTo(token.expiresAt));
    else
        writer.null("expires_in");
    writer.texts("scopes", token.scopes).text("kind", core::nameOf(view.account.kind));
    co_return writer.end().take();
}

net::JsonText refreshed(const Call &call, const core::AccountId &id, bool wasRefreshed)
{
    const auto now = call.needs.accounts.find(id);
    net::JsonWriter writer;
    writer.object().text("service", id.service).text("account", id.account);
    writer.text("id", id.account).flag("refreshed", wasRefreshed);
    writer.time("expires_at", now ? now->state.expiresAt : QDateTime());
    return writer.end().take();
}

[[nodiscard]] base::Task<net::JsonText> refreshToken(CallPointer call)
{
    CO_TRY(const core::AccountView view, call->account());
    const core::AccountId id = view.account.id;
    CO_TRY_VOID(co_await call->permit(id, core::Wish::Use));
    const QString actor = call->actor();
    const std::stop_token stop = call->stop;
    CO_TRY_VOID(co_await call->needs.tokens.refresh(id, actor, stop));
    co_return refreshed(*call, id, true);
}

[[nodiscard]] base::Task<net::JsonText> refreshIfNeeded(CallPointer call)
{
    CO_TRY(const core::AccountView view, call->account());
    const core::AccountId id = view.account.id;
    const std::chrono::seconds valid(call->params.number("min_valid_seconds", usualValid));
    const bool isDue =
        view.account.kind == core::AccountKind::OAuth
        && core::isDueForRefresh(view.state.expiresAt, call->needs.clock.now(), valid);
    if (!isDue)
        co_return refreshed(*call, id, false);
    CO_TRY_VOID(co_await call->permit(id, core::Wish::Use));
    const QString actor = call->actor();
    const std::stop_token stop = call->stop;
    CO_TRY_VOID(co_await call->needs.tokens.refresh(id, actor, stop));
    co_return refreshed(*call, id, true);
}

} // namespace

Param serviceParam()
{
    return {.name = QStringLiteral("service"),
            .summary = QStringLiteral("The account's service: github.")};
}

Param accountParam()
{
    return {.name = QStringLiteral("account"),
            .summary = QStringLiteral("The account's name: work.")};
}

QList<Method> tokenMethods()
{
    return {
        {.name = QStringLiteral("get_token"),
         .summary = QStringLiteral(
             "Gives a token or key that is valid long enough, renewed first if need be."),
         .params = {serviceParam(),
                    accountParam(),
                    minValidParam(),
                    {.name = QStringLiteral("scopes"),
                     .type = ParamType::Texts,
                     .presence = Presence::Optional,
                     .summary = QStringLiteral("Fewer scopes than the account has.")},
                    {.name = QStringLiteral("audience"),
                     .presence = Presence::Optional,
                     .summary = QStringLiteral("Where the token is to be used.")}},
         .result = QStringLiteral("{service, account, id, token, access_token, token_type, "
                                  "expires_at, expires_in, scopes, kind}"),
         .run = getToken},
        {.name = QStringLiteral("refresh_token"),
         .summary = QStringLiteral("Renews the token now. The token itself is not given."),
         .params = {serviceParam(), accountParam()},
         .result = QStringLiteral("{service, account, id, refreshed, expires_at}"),
         .run = refreshToken},
        {.name = QStringLiteral("refresh_if_needed"),
         .summary = QStringLiteral("Renews the token if it is not valid long enough."),
         .params = {serviceParam(), accountParam(), minValidParam()},
         .result = QStringLiteral("{service, account, id, refreshed, expires_at}"),
         .run = refreshIfNeeded},
    };
}

} // namespace rpc
