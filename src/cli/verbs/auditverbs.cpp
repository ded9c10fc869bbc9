// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"
#include "cli/times.h"
#include "cli/verbs/verbs.h"

namespace cli {

using latchkey::ErrorCode;
using latchkey::Json;

namespace {

void printEvent(Output &out, const Json &event)
{
    if (out.isJson()) {
        out.jsonLine(event);
        return;
    }
    const std::string_view outcome = event["outcome"].text();
    const Look look = outcome == "failed"    ? Look::Bad
                      : outcome == "refused" ? Look::Warning
                                             : Look::Plain;
    std::string text = out.painted(harmless(event["at"].text()), Look::Faint) + "  "
                       + out.painted(harmless(event["kind"].text()), look) + "  "
                       + harmless(event["account"].text("-")) + "  "
                       + harmless(event["actor"].text("-"));
    if (!outcome.empty() && outcome != "done")
        text += "  " + out.painted(harmless(outcome), look);
    if (const std::string detail = harmless(event["detail"].text()); !detail.empty())
        text += "  " + detail;
    out.line(text);
}

//! Follows with a filter of its own: what is announced is not filtered by the agent.
bool isWanted(const Json &event, std::string_view account, std::string_view search)
{
    if (!account.empty() && event["account"].text() != account)
        return false;
    if (search.empty())
        return true;
    for (const char *field : {"actor", "account", "detail"}) {
        if (event[field].text().find(search) != std::string_view::npos)
            return true;
    }
    return false;
}

Outcome audit(Context &context, const Arguments &arguments)
{
    Json params = Json::object();
    const auto limit = arguments.number("--limit", 1, 100'000);
    if (!limit)
        return limit.error();
    params.set("limit", limit->value_or(50));
    const std::string_view account = arguments.value("--account");
    if (!account.empty() && account.find('/') == std::string_view::npos)
        return usageError("--account wants SERVICE/ACCOUNT, such as github/work.");
    params.setIfAny("account", account).setIfAny("search", arguments.value("--search"));
    if (arguments.has("--since")) {
        const auto since = timeFrom(arguments.value("--since"), Towards::Back);
        if (!since)
            return since.error();
        params.set("since", *since);
    }
    const bool follows = arguments.has("--follow");
    if (follows)
        context.catchInterrupt();
    const auto client = context.agent();
    if (!client)
        return client.error();
    // Before the past is read, so that nothing falls between the two.
    if (follows) {
        const auto subscribed =
            (*client)->call("subscribe", Json().set("topics", Json().append("audit")));
        if (!subscribed)
            return subscribed.error();
    }
    const auto answer = (*client)->call("audit.tail", params);
    if (!answer)
        return answer.error();
    if (!follows && context.out.isJson()) {
        context.out.json(*answer);
        return 0;
    }
    std::int64_t last = 0;
    for (const Json &event : (*answer)["events"].items()) {
        last = event["sequence"].integer();
        printEvent(context.out, event);
    }
    context.out.flush();
    while (follows && context.out.trouble() == 0) {
        const auto notice = (*client)->notice();
        if (!notice)
            return notice.error().code == ErrorCode::Cancelled ? Outcome(0)
                                                               : Outcome(notice.error());
        const Json &event =
            notice->params.contains("event") ? notice->params["event"] : notice->params;
        if (notice->params["topic"].text() != "audit" || event["sequence"].integer() <= last
            || !isWanted(event, account, arguments.value("--search")))
            continue;
        printEvent(context.out, event);
        context.out.flush();
    }
    return 0;
}

Outcome verifyAudit(Context &context, const Arguments &)
{
    const auto answer = context.call("audit.verify");
    if (!answer)
        return answer.error();
    if (context.out.isJson())
        context.out.json(*answer);
    else
        context.out.remark("The record is whole: " + std::to_string((*answer)["lines"].integer())
                           + " lines.");
    return 0;
}

constexpr Option auditOptions[]{
    {"--follow", "", "go on with what happens, until Ctrl-C", ""},
    {"--account", "SERVICE/ACCOUNT", "only about this account", ""},
    {"--since", "TIME", "from then on: 2h, 3d, 2026-11-22", ""},
    {"--search", "TEXT", "only with this in program, account or detail", ""},
    {"--limit", "NUMBER", "at most so many lines of the past (50)", ""}};

constexpr Verb verbs[]{
    {"audit", "print the record: who had what, and when", {}, auditOptions, "", &audit, {}},
    {"audit verify", "prove that nobody has changed the record", {}, {}, "", &verifyAudit, {}}};

} // namespace

std::span<const Verb> auditVerbs()
{
    return verbs;
}

} // namespace cli
