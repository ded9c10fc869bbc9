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

Look lookOf(std::string_view standing)
{
    if (standing == "expired" || standing == "needs_sign_in")
        return Look::Bad;
    if (standing == "expiring" || standing == "checking")
        return Look::Warning;
    return Look::Good;
}

//! "needs_sign_in" as people say it.
std::string wordsOf(std::string_view name)
{
    std::string words(name);
    for (char &c : words)
        c = c == '_' ? ' ' : c;
    return words;
}

//! Nothing is left empty for people; for awk every column has something.
std::string orNothing(const Context &context, std::string_view text)
{
    return text.empty() && !context.out.isTerminal() ? "-" : std::string(text);
}

//! For people on a terminal as a span, for programs as it came.
std::string timeOf(const Context &context, const Json &time)
{
    if (time.text().empty() || !context.out.isTerminal())
        return orNothing(context, time.text());
    return spoken(time.text(), now());
}

std::string joined(const std::vector<std::string> &parts)
{
    std::string text;
    for (const std::string &part : parts)
        text += (text.empty() ? "" : " ") + part;
    return text;
}

Outcome listAccounts(Context &context, const Arguments &arguments)
{
    const auto answer = context.call(
        "list_accounts", Json::object().setIfAny("service", arguments.value("--service")));
    if (!answer)
        return answer.error();
    if (context.out.isJson()) {
        context.out.json(*answer);
        return 0;
    }
    std::vector<std::vector<Cell>> rows;
    for (const Json &account : (*answer)["accounts"].items()) {
        const std::string standing = account["standing"].string();
        rows.push_back({{account["service"].string(), Look::Strong},
                        {account["account"].string(), Look::Strong},
                        {wordsOf(standing), lookOf(standing)},
                        {orNothing(context, account["identity"].text())},
                        {timeOf(context, account["last_used"])},
                        {timeOf(context, account["expires_at"])}});
    }
    if (rows.empty())
        context.out.remark(
            "There is no account yet. Add one: latchkey add-account SERVICE ACCOUNT");
    else
        context.out.table({"SERVICE", "ACCOUNT", "STATE", "IDENTITY", "LAST USED", "ENDS"}, rows);
    return 0;
}

Outcome showAccount(Context &context, const Arguments &arguments)
{
    const auto answer =
        context.call("get_account", Client::named(arguments.operand(0), arguments.operand(1)));
    if (!answer)
        return answer.error();
    if (context.out.isJson()) {
        context.out.json(*answer);
        return 0;
    }
    const Json &account = *answer;
    std::vector<std::vector<Cell>> rows;
    const auto row = [&rows](std::string name, std::string value, Look look = Look::Plain) {
        if (!value.empty() && value != "-")
            rows.push_back({{std::move(name), Look::Faint}, {std::move(value), look}});
    };
    const std::string standing = account["standing"].string();
    row("account", account["service"].string() + '/' + account["account"].string(), Look::Strong);
    row("state", wordsOf(standing), lookOf(standing));
    row("trouble", account["trouble"].string(), Look::Bad);
    row("kind", wordsOf(account["kind"].text()));
    row("provider", std::string(account["provider_name"].text(account["provider"].text())));
    row("identity", account["identity"].string());
    row("scopes", joined(account["scopes"].texts()));
    row("ends", timeOf(context, account["expires_at"]));
    row("issued", timeOf(context, account["issued_at"]));
    row("last used", timeOf(context, account["last_used"]));
    row("added", timeOf(context, account["created_at"]));
    row("programs", account["consent"].string());
    std::string labels;
    for (const Json &label : account["labels"].items())
        labels += (labels.empty() ? "" : ", ") + label.string();
    for (const auto &[name, value] : account["labels"].members())
        labels += (labels.empty() ? "" : ", ") + name + '=' + value.string();
    row("labels", labels);
    context.out.table({"", ""}, rows);
    return 0;
}

Outcome removeAccount(Context &context, const Arguments &arguments)
{
    const std::string name =
        std::string(arguments.operand(0)) + '/' + std::string(arguments.operand(1));
    Json params = Client::named(arguments.operand(0), arguments.operand(1));
    if (!arguments.has("--force")) {
        if (!canAsk())
            return usageError("There is no terminal to ask on whether " + name + " is to go.",
                              "Say --force to remove it without a question.");
        // A wrong name is said before the question, not after it.
        if (const auto known = context.call("get_account", params); !known)
            return known.error();
        if (!askYesOrNo("Remove " + harmless(name)
                        + "? Its tokens are revoked where the provider can, and deleted here."))
            return latchkey::Error{ErrorCode::Cancelled, "Kept " + name + '.', {}, false};
    }
    params.set("force", true);
    const auto answer = context.call("remove_account", params);
    if (!answer)
        return answer.error();
    if (context.out.isJson()) {
        context.out.json(*answer);
        return 0;
    }
    context.out.remark("Removed " + harmless(name) + '.');
    if (const std::string_view remark = (*answer)["remark"].text(); !remark.empty())
        context.out.remark(harmless(remark));
    return 0;
}

Outcome setConsent(Context &context, const Arguments &arguments)
{
    const std::string_view policy = arguments.operand(2);
    if (policy != "ask" && policy != "allow" && policy != "deny" && policy != "default")
        return usageError("The policy is ask, allow, deny or default, not \"" + std::string(policy)
                          + "\".");
    const auto answer = context.call(
        "set_consent",
        Client::named(arguments.operand(0), arguments.operand(1)).set("policy", policy));
    if (!answer)
        return answer.error();
    if (context.out.isJson())
        context.out.json(*answer);
    else
        context.out.remark(policy == "ask"     ? "Programs that want it are asked about."
                           : policy == "allow" ? "Every program of yours may have it."
                           : policy == "deny"  ? "No program may have it."
                                               : "What consent.policy says holds.");
    return 0;
}

Outcome listProviders(Context &context, const Arguments &)
{
    const auto answer = context.call("providers.list");
    if (!answer)
        return answer.error();
    if (context.out.isJson()) {
        context.out.json(*answer);
        return 0;
    }
    std::vector<std::vector<Cell>> rows;
    for (const Json &provider : (*answer)["providers"].items())
        rows.push_back({{provider["id"].string(), Look::Strong},
                        {provider["name"].string()},
                        {joined(provider["methods"].texts())},
                        {provider["needs_client"].flag() ? "wants a client id of yours" : "-"}});
    context.out.table({"ID", "NAME", "SIGN-IN", "CLIENT"}, rows);
    return 0;
}

constexpr Operand serviceAndAccount[]{{"SERVICE"}, {"ACCOUNT"}};
constexpr Operand consentOperands[]{{"SERVICE"}, {"ACCOUNT"}, {"POLICY"}};
constexpr Option listOptions[]{{"--service", "SERVICE", "only accounts of this service", ""}};
constexpr Option removeOptions[]{{"--force", "", "do not ask", ""}};

constexpr Verb verbs[]{
    {"list-accounts",
     "list the accounts and how they stand",
     {},
     listOptions,
     "",
     &listAccounts,
     "list"},
    {"show", "show one account", serviceAndAccount, {}, "", &showAccount, "get-account"},
    {"remove-account",
     "revoke and delete what an account has here",
     serviceAndAccount,
     removeOptions,
     "Asks first on a terminal; elsewhere --force is needed.",
     &removeAccount,
     {}},
    {"consent",
     "say whether programs are asked about for an account",
     consentOperands,
     {},
     "POLICY is ask, allow, deny, or default (what consent.policy says).",
     &setConsent,
     {}},
    {"providers", "list who can be signed in to", {}, {}, "", &listProviders, {}}};

} // namespace

std::span<const Verb> accountVerbs()
{
    return verbs;
}

} // namespace cli
