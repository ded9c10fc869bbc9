// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"
#include "cli/prompt.h"
#include "cli/times.h"
#include "cli/verbs/verbs.h"

#include <algorithm>
#include <charconv>

namespace cli {

using latchkey::Error;
using latchkey::ErrorCode;
using latchkey::Json;
using latchkey::Result;

namespace {

//! "git (/usr/bin/git) wants github/work", with what makes one hesitate below it.
void printQuestion(Output &out, const Json &question)
{
    const Json &program = question["program"];
    out.line(out.painted(harmless(question["id"].text()), Look::Strong) + "  "
             + out.painted(harmless(program["name"].text("a program")), Look::Strong) + " wants to "
             + harmless(question["wish"].text("use")) + ' '
             + out.painted(harmless(question["account"].text()), Look::Strong));
    const auto fact = [&out](std::string_view name, const std::string &value) {
        if (!value.empty())
            out.line("    " + out.painted(name, Look::Faint) + ' ' + harmless(value));
    };
    fact("program", program["executable"].string());
    fact("script", program["script"].string());
    fact("package", program["package"].string());
    std::string parents;
    for (const std::string &parent : program["parents"].texts())
        parents += (parents.empty() ? "" : " > ") + parent;
    fact("started by", parents);
    fact("works in", program["folder"].string());
    fact("process", std::to_string(program["pid"].integer()));
    if (question["doubtful"].flag() && program["backing"].text() != "package")
        out.line("    " + out.painted("nobody vouches for this program", Look::Warning));
    if (const std::string why = harmless(question["why"].text()); !why.empty())
        out.line("    " + out.painted(why, Look::Warning));
    if (const auto until = secondsOf(question["until"].text()))
        fact("silence denies in", span(std::max<std::int64_t>(0, *until - now())));
}

Result<Json> waitingQuestions(Context &context)
{
    auto answer = context.call("approvals.waiting");
    if (!answer)
        return answer.error();
    return answer->taken("questions");
}

//! once, session, always, or hours such as 8h.
Result<> setSpan(Json &params, std::string_view span)
{
    if (span == "once" || span == "session" || span == "always") {
        params.set("span", span);
        return {};
    }
    std::int64_t hours = 0;
    const char *last = span.data() + span.size();
    const auto [end, error] = std::from_chars(span.data(), last, hours);
    if (error != std::errc() || std::string_view(end, static_cast<std::size_t>(last - end)) != "h"
        || hours < 1 || hours > 720)
        return usageError('"' + std::string(span) + "\" is no span of consent.",
                          "Write once, session, always, or hours such as 8h (at most 720h).");
    params.set("span", "hours").set("hours", hours);
    return {};
}

//! Asks on the terminal when neither --for nor --deny was given.
Result<std::string> askedSpan()
{
    if (!canAsk())
        return usageError("There is no terminal to ask on.",
                          "Say --for once, session, 8h or always; or --deny.");
    if (!askYesOrNo("Allow it?"))
        return std::string("deny");
    return std::string(askYesOrNo("Until you log out, and not only this once?") ? "session"
                                                                                : "once");
}

Outcome approve(Context &context, const Arguments &arguments)
{
    Output &out = context.out;
    const auto questions = waitingQuestions(context);
    if (!questions)
        return questions.error();
    const std::string_view id = arguments.operand(0);
    const bool decides = arguments.has("--for") || arguments.has("--deny");
    if (arguments.has("--for") && arguments.has("--deny"))
        return usageError("--for and --deny exclude each other.");

    const Json *chosen = nullptr;
    for (const Json &question : questions->items()) {
        if (question["id"].text() == id || (id.empty() && questions->items().size() == 1))
            chosen = &question;
    }
    if (!id.empty() && !chosen)
        return Error{ErrorCode::NotFound,
                     "No question " + std::string(id) + " is waiting.",
                     "\"latchkey approve\" lists what waits.",
                     false};
    if (id.empty() && (!decides || !chosen)) {
        if (decides && !questions->items().empty())
            return usageError("Several questions wait.", "Say which one: latchkey approve ID …");
        if (out.isJson()) {
            out.json(Json().set("questions", *questions));
            return 0;
        }
        for (const Json &question : questions->items())
            printQuestion(out, question);
        if (questions->items().empty())
            out.remark("Nothing waits for an answer.");
        else
            out.remark("Answer with: latchkey approve ID --for once|session|8h|always, or --deny");
        return 0;
    }

    std::string span(arguments.value("--for"));
    if (!decides) {
        if (!out.isJson())
            printQuestion(out, *chosen);
        out.flush();
        auto asked = askedSpan();
        if (!asked)
            return asked.error();
        span = std::move(*asked);
    }
    const bool allow = !arguments.has("--deny") && span != "deny";
    Json params = Json::object();
    params.set("id", (*chosen)["id"]).set("allow", allow);
    if (allow) {
        if (const auto set = setSpan(params, span); !set)
            return set.error();
    }
    const auto answer = context.call("approvals.answer", params);
    if (!answer)
        return answer.error();
    if (out.isJson())
        out.json(Json().set("id", (*chosen)["id"]).set("allowed", allow));
    else
        out.remark(allow ? "Allowed." : "Denied.");
    return 0;
}

Outcome listApprovals(Context &context, const Arguments &)
{
    const auto answer = context.call("approvals.list");
    if (!answer)
        return answer.error();
    if (context.out.isJson()) {
        context.out.json(*answer);
        return 0;
    }
    const bool spoke = context.out.isTerminal();
    std::vector<std::vector<Cell>> rows;
    for (const Json &approval : (*answer)["approvals"].items()) {
        const bool allowed = approval["allowed"].flag();
        const std::string until = approval["until"].string();
        const std::string script = approval["script"].string();
        rows.push_back({{approval["id"].string(), Look::Strong},
                        {allowed ? "allowed" : "denied", allowed ? Look::Good : Look::Bad},
                        {approval["name"].string(), Look::Strong},
                        {approval["account"].string()},
                        {approval["wish"].string()},
                        {until.empty() ? approval["span"].string()
                         : spoke       ? spoken(until, now())
                                       : until},
                        {approval["source"].string()},
                        {script.empty() ? approval["executable"].string() : script}});
    }
    if (rows.empty())
        context.out.remark("Nothing is remembered: every program is asked about.");
    else
        context.out.table({"ID", "DECISION", "PROGRAM", "ACCOUNT", "TO", "UNTIL", "BY", "FILE"},
                          rows);
    return 0;
}

Outcome revokeApproval(Context &context, const Arguments &arguments)
{
    const auto answer = context.call("approvals.revoke", Json().set("id", arguments.operand(0)));
    if (!answer)
        return answer.error();
    if (context.out.isJson())
        context.out.json(Json().set("revoked", arguments.operand(0)));
    else
        context.out.remark("Revoked. The program is asked about again.");
    return 0;
}

Outcome endApproval(Context &context, const Arguments &arguments)
{
    Json params = Json().set("id", arguments.operand(0));
    if (arguments.operand(1) != "never") {
        const auto until = timeFrom(arguments.operand(1), Towards::Ahead);
        if (!until)
            return until.error();
        params.set("until", *until);
    }
    const auto answer = context.call("approvals.set_end", params);
    if (!answer)
        return answer.error();
    if (context.out.isJson())
        context.out.json(params);
    else if (params.contains("until"))
        context.out.remark("It ends " + params["until"].string() + '.');
    else
        context.out.remark("It has no end.");
    return 0;
}

constexpr Operand approveOperands[]{{"ID", Need::Optional}};
constexpr Operand revokeOperands[]{{"ID"}};
constexpr Operand endOperands[]{{"ID"}, {"TIME"}};
constexpr Option approveOptions[]{
    {"--for", "SPAN", "allow it: once, session, always, or hours such as 8h", ""},
    {"--deny", "", "deny it", ""}};

constexpr Verb verbs[]{
    {"approve",
     "answer a program's question where there is no screen",
     approveOperands,
     approveOptions,
     "Without ID and options it lists what waits. The agent takes answers from here where it has "
     "no\n"
     "screen, unless consent.answer_by_cli says otherwise. Silence denies.",
     &approve,
     {}},
    {"approvals list",
     "list the decisions that are remembered",
     {},
     {},
     "",
     &listApprovals,
     "approvals"},
    {"approvals revoke", "forget a decision", revokeOperands, {}, "", &revokeApproval, {}},
    {"approvals end",
     "say when a decision ends",
     endOperands,
     {},
     "TIME is a span such as 12h or 7d, a date, or never.",
     &endApproval,
     {}}};

} // namespace

std::span<const Verb> consentVerbs()
{
    return verbs;
}

} // namespace cli
