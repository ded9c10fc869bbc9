// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/call.h"

#include "core/settingspecs.h"
#include "rpc/server.h"
#include "rpc/words.h"

namespace rpc {

QString Caller::name() const
{
    return program ? program->name : QStringLiteral("pid %1").arg(peer.pid);
}

base::Task<> identify(core::Programs *programs, std::shared_ptr<Caller> caller)
{
    if (caller->program)
        co_return {};
    const core::Peer peer = caller->peer;
    auto program = co_await programs->identify(peer);
    if (!program)
        co_return base::fail(std::move(program).error());
    // Asked afterwards: while it had not ended, nobody else could have its number.
    if (caller->process && caller->process->hasEnded())
        co_return base::fail(base::ErrorCode::NotFound, Words::tr("The program has gone already."));
    caller->program = *program;
    co_return {};
}

base::Task<> Call::permit(core::AccountId account, core::Wish wish) const
{
    // What waits for a person ends with the connection, and at once when the agent is to end; what
    // is at work may still finish then.
    std::stop_source either;
    const auto request = [&either] { either.request_stop(); };
    const std::stop_callback onStop(stop, request);
    const std::stop_callback onEnding(ending, request);
    core::ConsentRequest asked;
    asked.program = caller->program;
    asked.account = std::move(account);
    asked.wish = wish;
    asked.traceId = traceId;
    const std::stop_token token = either.get_token();
    auto decision = co_await needs.consent.permit(std::move(asked), token);
    co_return decision;
}

core::AccountId Call::about() const
{
    if (!params.takes("service") || !params.takes("account"))
        return {};
    return params.accountId().value_or(core::AccountId());
}

base::Result<core::AccountView> Call::account() const
{
    TRY(const core::AccountId id, params.accountId());
    const auto found = needs.accounts.find(id);
    if (!found) {
        return base::fail(base::ErrorCode::NotFound,
                          Words::tr("account not found: %1").arg(id.joined()),
                          Words::tr("`latchkey list-accounts` shows the accounts there are."));
    }
    return *found;
}

bool Call::isOwnTool() const
{
    return caller->program && caller->program->through == QLatin1String("latchkey");
}

bool Call::mayDecide() const
{
    if (needs.mayAnswer)
        return needs.mayAnswer();
    const QString who = needs.settings.text(core::setting::consentAnswerByCli);
    return who == QLatin1String("always") || (who == QLatin1String("auto") && !needs.hasScreen);
}

} // namespace rpc
