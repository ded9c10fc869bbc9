// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settingspecs.h"
#include "rpc/methods/subjects.h"
#include "rpc/server.h"
#include "rpc/views.h"
#include "rpc/words.h"

#include <algorithm>

namespace rpc {

namespace {

using base::ErrorCode;
using core::ConsentPolicy;

constexpr qint64 mostHours = 24 * 30;

//! What lets programs have more is the owner's to say, not a program's.
base::Result<> mayLoosen(const Call &call)
{
    if (call.mayDecide())
        return {};
    return base::fail(ErrorCode::Denied,
                      Words::tr("Programs cannot decide about programs here."),
                      Words::tr("Decide it in Latchkey's window, or set consent.answer_by_cli."));
}

int loosenessOf(ConsentPolicy policy, const base::Settings &settings)
{
    if (policy == ConsentPolicy::Default) {
        const auto general = core::consentPolicyFrom(settings.text(core::setting::consentPolicy));
        policy = general.value_or(ConsentPolicy::Ask);
    }
    return policy == ConsentPolicy::Allow ? 2 : policy == ConsentPolicy::Deny ? 0 : 1;
}

[[nodiscard]] base::Task<net::JsonText> setConsent(CallPointer call)
{
    CO_TRY(const core::AccountView view, call->account());
    CO_TRY(const ConsentPolicy policy, core::consentPolicyFrom(call->params.text("policy")));
    core::Account account = view.account;
    const base::Settings &settings = call->needs.settings;
    if (loosenessOf(policy, settings) > loosenessOf(account.consent, settings))
        CO_TRY_VOID(mayLoosen(*call));
    account.consent = policy;
    const core::AccountId id = account.id;
    const QString actor = call->actor();
    CO_TRY_VOID(co_await call->needs.accounts.change(std::move(account), actor));
    CO_TRY(const core::AccountView changed, call->account());
    co_return accountJson(changed);
}

[[nodiscard]] base::Task<net::JsonText> listApprovals(CallPointer call)
{
    CO_TRY(const QList<core::Approval> approvals, call->needs.consent.approvals());
    net::JsonWriter writer;
    writer.object().array("approvals");
    for (const core::Approval &approval : approvals)
        writeApproval(writer, approval);
    co_return writer.end().end().take();
}

[[nodiscard]] base::Task<net::JsonText> waiting(CallPointer call)
{
    const QList<core::ConsentQuestion> questions = call->needs.consent.waiting();
    net::JsonWriter writer;
    writer.object().array("questions");
    for (const core::ConsentQuestion &question : questions)
        writeQuestion(writer, question);
    writer.end().time("paused_until", call->needs.consent.pausedUntil());
    writer.flag("may_answer", call->mayDecide());
    co_return writer.end().take();
}

[[nodiscard]] base::Task<net::JsonText> answer(CallPointer call)
{
    core::ConsentAnswer answer;
    answer.allow = call->params.flag("allow");
    // A no through `latchkey` is a person's; any other program would answer for somebody else.
    if (answer.allow || !call->isOwnTool())
        CO_TRY_VOID(mayLoosen(*call));
    CO_TRY(answer.span, core::consentSpanFrom(call->params.text("span", QStringLiteral("once"))));
    answer.hours = std::chrono::hours(call->params.number("hours", answer.hours.count()));
    const QString actor = call->actor();
    CO_TRY_VOID(call->needs.consent.answer(call->params.text("id"), answer, actor));
    co_return emptyObject();
}

base::Result<core::Approval> approvalOf(const Call &call)
{
    TRY(const QList<core::Approval> approvals, call.needs.consent.approvals());
    const QString id = call.params.text("id");
    const auto found = std::find_if(approvals.begin(),
                                    approvals.end(),
                                    [&id](const auto &approval) { return approval.id == id; });
    if (found != approvals.end())
        return *found;
    return base::fail(ErrorCode::NotFound,
                      Words::tr("There is no such decision."),
                      Words::tr("`latchkey approvals` lists them."));
}

[[nodiscard]] base::Task<net::JsonText> revoke(CallPointer call)
{
    CO_TRY(const core::Approval approval, approvalOf(*call));
    // Else a program would forget the no that it got.
    if (!approval.allowed)
        CO_TRY_VOID(mayLoosen(*call));
    CO_TRY_VOID(call->needs.consent.revoke(approval.id, call->actor()));
    co_return emptyObject();
}

[[nodiscard]] base::Task<net::JsonText> setEnd(CallPointer call)
{
    CO_TRY(const core::Approval approval, approvalOf(*call));
    const QDateTime until = call->params.time("until");
    // A yes that ends later, or a no that ends sooner.
    const bool endsLater = !until.isValid() || (approval.until.isValid() && until > approval.until);
    if (approval.allowed == endsLater)
        CO_TRY_VOID(mayLoosen(*call));
    CO_TRY_VOID(call->needs.consent.setEnd(approval.id, until, call->actor()));
    co_return emptyObject();
}

Param idParam(const char *summary)
{
    return {.name = QStringLiteral("id"), .summary = QString::fromLatin1(summary)};
}

} // namespace

QList<Method> consentMethods()
{
    return {
        {.name = QStringLiteral("set_consent"),
         .summary = QStringLiteral("Says what happens when a program asks for an account."),
         .params = {serviceParam(),
                    accountParam(),
                    {.name = QStringLiteral("policy"),
                     .summary = QStringLiteral("default: the setting consent.policy."),
                     .choices = {QStringLiteral("default"),
                                 QStringLiteral("ask"),
                                 QStringLiteral("allow"),
                                 QStringLiteral("deny")}}},
         .result = QStringLiteral("ACCOUNT"),
         .run = setConsent},
        {.name = QStringLiteral("approvals.list"),
         .summary = QStringLiteral("Lists what is remembered about programs."),
         .params = {},
         .result = QStringLiteral("{approvals: [{id, name, executable, script, through, account, "
                                  "wish, allowed, span, since, until, last_used, uses, source}]}"),
         .asking = Asking::Anybody,
         .run = listApprovals},
        {.name = QStringLiteral("approvals.waiting"),
         .summary = QStringLiteral("Lists the questions that wait for the owner."),
         .params = {},
         .result = QStringLiteral("{questions: [QUESTION], paused_until, may_answer}"),
         .asking = Asking::Anybody,
         .run = waiting},
        {.name = QStringLiteral("approvals.answer"),
         .summary = QStringLiteral(
             "Answers one of them, where the setting consent.answer_by_cli lets it."),
         .params = {idParam("The question's."),
                    {.name = QStringLiteral("allow"),
                     .type = ParamType::Flag,
                     .summary = QStringLiteral("Whether the program may.")},
                    {.name = QStringLiteral("span"),
                     .presence = Presence::Optional,
                     .summary = QStringLiteral("For how long a yes holds (default once)."),
                     .choices = {QStringLiteral("once"),
                                 QStringLiteral("session"),
                                 QStringLiteral("hours"),
                                 QStringLiteral("always")}},
                    {.name = QStringLiteral("hours"),
                     .type = ParamType::Integer,
                     .presence = Presence::Optional,
                     .summary = QStringLiteral("With span hours: how many (default 8)."),
                     .least = 1,
                     .most = mostHours}},
         .result = QStringLiteral("{}"),
         .run = answer},
        {.name = QStringLiteral("approvals.revoke"),
         .summary = QStringLiteral("Forgets a decision: the program is asked about again."),
         .params = {idParam("The decision's.")},
         .result = QStringLiteral("{}"),
         .run = revoke},
        {.name = QStringLiteral("approvals.set_end"),
         .summary = QStringLiteral("Gives a decision an end, or none."),
         .params = {idParam("The decision's."),
                    {.name = QStringLiteral("until"),
                     .type = ParamType::Time,
                     .presence = Presence::Optional,
                     .summary = QStringLiteral("When it ends (default: never).")}},
         .result = QStringLiteral("{}"),
         .run = setEnd},
    };
}

} // namespace rpc
