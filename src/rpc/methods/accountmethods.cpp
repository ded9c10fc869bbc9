// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/methods/subjects.h"
#include "rpc/server.h"
#include "rpc/views.h"

namespace rpc {

namespace {

constexpr qint64 soonSeconds = 24LL * 3600;

Param serviceFilter()
{
    return {.name = QStringLiteral("service"),
            .presence = Presence::Optional,
            .summary = QStringLiteral("Only this service's accounts.")};
}

QList<core::AccountView> wanted(const Call &call)
{
    QList<core::AccountView> views = call.needs.accounts.list();
    const QString service = call.params.text("service").trimmed().toLower();
    if (!service.isEmpty())
        views.removeIf([&service](const auto &view) { return view.account.id.service != service; });
    return views;
}

[[nodiscard]] base::Task<net::JsonText> listAccounts(CallPointer call)
{
    net::JsonWriter writer;
    writer.object().array("accounts");
    const QList<core::AccountView> views = wanted(*call);
    for (const core::AccountView &view : views) {
        writer.object();
        writeAccountMembers(writer, view);
        writer.end();
    }
    co_return writer.end().end().take();
}

[[nodiscard]] base::Task<net::JsonText> getAccount(CallPointer call)
{
    CO_TRY(const core::AccountView view, call->account());
    // Facts of OAuth accounts; keys have none, and a locked store does not make the rest unknown.
    const core::AccountId id = view.account.id;
    const auto facts = co_await call->needs.tokens.facts(id);
    net::JsonWriter writer;
    writer.object();
    writeAccountMembers(writer, view);
    writer.time("issued_at", view.state.issuedAt).flag("renewable", view.state.renewable);
    writer.text("issuer", facts ? facts->issuer : QString());
    writer.text("client_id", facts ? facts->clientId : QString());
    writer.text("trouble", view.state.trouble);
    co_return writer.end().take();
}

[[nodiscard]] base::Task<net::JsonText> accountsStatus(CallPointer call)
{
    const QDateTime now = call->needs.clock.now();
    bool isAllValid = true;
    bool isAnySoon = false;
    net::JsonWriter writer;
    writer.object().array("accounts");
    const QList<core::AccountView> views = wanted(*call);
    for (const core::AccountView &view : views) {
        const bool isValid = view.standing != core::Standing::Expired
                             && view.standing != core::Standing::NeedsSignIn;
        // What renews itself does not end soon.
        const bool isSoon = isValid && !view.state.renewable && view.state.expiresAt.isValid()
                            && now.secsTo(view.state.expiresAt) < soonSeconds;
        isAllValid &= isValid;
        isAnySoon |= isSoon;
        const core::AccountId &id = view.account.id;
        writer.object().text("service", id.service).text("account", id.account);
        writer.text("id", id.account).flag("token_valid", isValid);
        writer.flag("expires_soon", isSoon).time("expires_at", view.state.expiresAt);
        writer.text("standing", core::nameOf(view.standing)).end();
    }
    writer.end().flag("all_valid", isAllValid).flag("any_expiring_soon", isAnySoon);
    co_return writer.end().take();
}

[[nodiscard]] base::Task<net::JsonText> removeAccount(CallPointer call)
{
    CO_TRY(const core::AccountView view, call->account());
    const core::AccountId id = view.account.id;
    CO_TRY_VOID(co_await call->permit(id, core::Wish::Remove));
    const QString actor = call->actor();
    CO_TRY(const QString remark, co_await call->needs.accounts.remove(id, actor));
    net::JsonWriter writer;
    writer.object().flag("removed", true).text("remark", remark);
    co_return writer.end().take();
}

} // namespace

QList<Method> accountMethods()
{
    return {
        {.name = QStringLiteral("list_accounts"),
         .summary = QStringLiteral("Lists the accounts and how they stand."),
         .params = {serviceFilter()},
         .result = QStringLiteral("{accounts: [ACCOUNT]}"),
         .asking = Asking::Anybody,
         .run = listAccounts},
        {.name = QStringLiteral("get_account"),
         .summary = QStringLiteral("Tells everything of one account that is no secret."),
         .params = {serviceParam(), accountParam()},
         .result = QStringLiteral("ACCOUNT and {issued_at, renewable, issuer, client_id, trouble}"),
         .asking = Asking::Anybody,
         .run = getAccount},
        {.name = QStringLiteral("accounts_status"),
         .summary = QStringLiteral("Tells which accounts work and which end soon."),
         .params = {serviceFilter()},
         .result = QStringLiteral("{accounts: [{service, account, id, token_valid, expires_soon, "
                                  "expires_at, standing}], all_valid, any_expiring_soon}"),
         .asking = Asking::Anybody,
         .run = accountsStatus},
        {.name = QStringLiteral("remove_account"),
         .summary = QStringLiteral(
             "Revokes at the provider where it can and deletes every secret of the account."),
         .params = {serviceParam(),
                    accountParam(),
                    {.name = QStringLiteral("force"),
                     .type = ParamType::Flag,
                     .presence = Presence::Optional,
                     .summary = QStringLiteral("For clients that ask first: they did. The owner's "
                                               "consent is needed in any case.")}},
         .result = QStringLiteral("{removed, remark}"),
         .run = removeAccount},
    };
}

} // namespace rpc
