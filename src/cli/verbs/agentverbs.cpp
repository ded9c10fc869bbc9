// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"
#include "cli/prompt.h"
#include "cli/times.h"
#include "cli/verbs/verbs.h"

namespace cli {

using latchkey::Client;
using latchkey::ErrorCode;
using latchkey::Json;

namespace {

constexpr int noAgent = 15;

Outcome status(Context &context, const Arguments &)
{
    Output &out = context.out;
    const auto client = context.runningAgent();
    if (!client && client.error().code == ErrorCode::NoAgent) {
        if (out.isJson())
            out.json(Json().set("running", false).set("socket", context.socket()));
        else
            out.line("No agent is running. It starts by itself when a verb needs it.");
        return noAgent;
    }
    if (!client)
        return client.error();
    auto answer = (*client)->call("status");
    if (!answer)
        return answer.error();
    if (out.isJson()) {
        Json all = Json().set("running", true);
        for (const auto &[key, value] : answer->members())
            all.set(key, value);
        out.json(all);
        return 0;
    }
    const Json &facts = *answer;
    const std::string_view state = facts["state"].text();
    const auto row = [](std::string name, std::string value, Look look = Look::Plain) {
        return std::vector<Cell>{{std::move(name), Look::Faint}, {std::move(value), look}};
    };
    std::vector<std::vector<Cell>> rows;
    rows.push_back(
        row("agent",
            facts["version"].string() + ", process " + std::to_string(facts["pid"].integer())));
    if (state == "locked")
        rows.push_back(row("state", "locked (latchkey unlock)", Look::Warning));
    else if (state == "store_unavailable")
        rows.push_back(row("state", "the store cannot be reached", Look::Bad));
    else
        rows.push_back(row("state", std::string(state), Look::Good));
    if (const std::string_view reason = facts["reason"].text(); !reason.empty())
        rows.push_back(row("reason", std::string(reason), Look::Bad));
    rows.push_back(row("accounts", std::to_string(facts["account_count"].integer())));
    const Json &store = facts["store"];
    rows.push_back(row("store", store["kind"].string() + ' ' + store["place"].string()));
    if (const auto waiting = facts["waiting"].integer(); waiting > 0)
        rows.push_back(row("waiting",
                           std::to_string(waiting) + " for your answer (latchkey approve)",
                           Look::Warning));
    rows.push_back(row("up", span(facts["uptime_seconds"].integer())));
    rows.push_back(row("socket", facts["socket"].string()));
    if (const std::string_view profile = facts["profile"].text(); !profile.empty())
        rows.push_back(row("profile", std::string(profile)));
    out.table({"", ""}, rows);
    return 0;
}

Outcome lock(Context &context, const Arguments &)
{
    const auto answer = context.call("lock");
    if (!answer)
        return answer.error();
    if (context.out.isJson())
        context.out.json(*answer);
    else
        context.out.remark("Locked. No secret is in memory any more.");
    return 0;
}

Outcome unlock(Context &context, const Arguments &arguments)
{
    const bool fromInput = arguments.has("--passphrase-stdin");
    Json params = Json::object();
    const auto facts = context.call("status");
    if (!facts)
        return facts.error();
    if (fromInput) {
        const auto passphrase = secretFromInput("Passphrase");
        if (!passphrase)
            return passphrase.error();
        params.set("passphrase", passphrase->expose());
    } else if ((*facts)["state"].text() == "locked" && (*facts)["needs_passphrase"].flag()) {
        if (!canAsk())
            return usageError("The store wants a passphrase, and there is no terminal to ask on.",
                              "Pipe it in: latchkey unlock --passphrase-stdin");
        const auto passphrase = askHidden("Passphrase: ");
        if (!passphrase)
            return passphrase.error();
        params.set("passphrase", passphrase->expose());
    }
    const auto answer = context.call("unlock", params);
    if (!answer)
        return answer.error();
    if (context.out.isJson())
        context.out.json(*answer);
    else
        context.out.remark("Unlocked.");
    return 0;
}

//! One line for people of what has happened.
std::string told(const Json &event)
{
    std::string text = harmless(event["topic"].text());
    for (const auto &[key, value] : event.members()) {
        if (key == "topic")
            continue;
        const std::string shown =
            value.isText() ? harmless(value.text()) : harmless(value.written());
        if (!shown.empty() && shown != "null")
            text += "  " + key + '=' + shown;
    }
    return text;
}

Outcome watch(Context &context, const Arguments &arguments)
{
    context.catchInterrupt();
    const auto client = context.agent();
    if (!client)
        return client.error();
    Json params = Json::object();
    if (arguments.has("--topic"))
        params.set("topics", Json::listOf(arguments.list("--topic")));
    if (const auto answer = (*client)->call("subscribe", params); !answer)
        return answer.error();
    while (context.out.trouble() == 0) {
        const auto notice = (*client)->notice();
        if (!notice)
            return notice.error().code == ErrorCode::Cancelled ? Outcome(0)
                                                               : Outcome(notice.error());
        if (context.out.isJson())
            context.out.jsonLine(notice->params);
        else
            context.out.line(told(notice->params));
        context.out.flush();
    }
    return 0;
}

constexpr Option unlockOptions[]{
    {"--passphrase-stdin", "", "read the passphrase from standard input", ""}};
constexpr Option watchOptions[]{
    {"--topic", "TOPICS", "only these: accounts, tokens, lock, audit, consent", "", true}};

constexpr Verb verbs[]{{"status",
                        "say whether an agent runs, and how it is",
                        {},
                        {},
                        "Never starts an agent: exit code 15 says that none runs.",
                        &status,
                        {}},
                       {"lock", "forget every secret that is in memory", {}, {}, "", &lock, {}},
                       {"unlock",
                        "open the store again",
                        {},
                        unlockOptions,
                        "Asks for the passphrase on the terminal where the store wants one.",
                        &unlock,
                        {}},
                       {"watch",
                        "print changes as they happen, until Ctrl-C",
                        {},
                        watchOptions,
                        "With --json each change is one line.",
                        &watch,
                        {}}};

} // namespace

std::span<const Verb> agentVerbs()
{
    return verbs;
}

} // namespace cli
