// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"
#include "cli/doors/doors.h"
#include "cli/doors/files.h"
#include "cli/doors/gitcredential.h"
#include "cli/times.h"

#include <unistd.h>

namespace cli {

using latchkey::Account;
using latchkey::Error;
using latchkey::ErrorCode;
using latchkey::Json;
using latchkey::Result;
using latchkey::Secret;

namespace {

//! Hosts of providers that the person added, from the agent.
std::vector<GitHost> hostsOf(const Json &answer)
{
    std::vector<GitHost> hosts;
    for (const Json &provider : answer["providers"].items()) {
        for (const std::string &host : provider["hosts"].texts())
            hosts.push_back({host, provider["id"].string()});
    }
    return hosts;
}

Result<GitChoice> choiceFor(Context &context, const GitRequest &request)
{
    const auto list = context.call("list_accounts");
    if (!list)
        return list.error();
    std::vector<Account> accounts;
    for (const Json &item : (*list)["accounts"].items())
        accounts.push_back(Account::from(item));
    GitChoice choice = chooseAccount(request, accounts, {});
    if (choice.how != GitChoice::How::None)
        return choice;
    const auto providers = context.call("providers.list");
    return chooseAccount(
        request, accounts, providers ? hostsOf(*providers) : std::vector<GitHost>());
}

Json named(const Account &account)
{
    return latchkey::Client::named(account.service, account.account);
}

//! Git asks the next helper, or the person, when it gets no answer.
Outcome nothing(Context &context, std::string_view why)
{
    if (!why.empty())
        context.out.remark(why);
    return 0;
}

std::string ambiguous(const GitRequest &request, const std::vector<Account> &candidates)
{
    std::string names;
    for (const Account &account : candidates)
        names += (names.empty() ? "" : ", ") + account.account;
    return "latchkey: several accounts fit " + request.host + " (" + names
           + "). Choose one: git config --global credential." + request.protocol + "://"
           + request.host + ".username " + candidates.front().account;
}

Outcome give(Context &context, const GitRequest &request, const Account &account)
{
    // A clone may take a while.
    const auto token = context.call("get_token", named(account).set("min_valid_seconds", 300));
    if (!token)
        return token.error();
    const Secret secret((*token)["token"].text((*token)["access_token"].text()));
    const auto answer =
        gitAnswer(request, account, secret.expose(), secondsOf((*token)["expires_at"].text()));
    if (!answer)
        return answer.error();
    context.out.write(*answer);
    return 0;
}

//! The server refused what we gave. A token that is still the current one is renewed; whatever else
//! git wants to forget is not ours.
Outcome renew(Context &context, const GitRequest &request, const GitChoice &choice)
{
    std::vector<Account> candidates = choice.candidates;
    if (choice.how == GitChoice::How::One)
        candidates.push_back(choice.account);
    for (const Account &account : candidates) {
        const auto token = context.call("get_token", named(account).set("min_valid_seconds", 0));
        if (!token)
            continue;
        const Secret current((*token)["token"].text((*token)["access_token"].text()));
        if (request.password.isEmpty() || current.expose() != request.password.expose())
            continue;
        const std::string name = account.service + '/' + account.account;
        if (account.kind == "api_key")
            return nothing(context,
                           "latchkey: " + request.host + " refused the key of " + name
                               + ". Enter a new one: latchkey add-account " + account.service + ' '
                               + account.account + " --api-key-stdin");
        const auto renewed = context.call("refresh_token", named(account));
        if (!renewed)
            return nothing(context, "latchkey: " + renewed.error().message);
        return nothing(context, "latchkey: the token of " + name + " was refused and renewed.");
    }
    return 0;
}

} // namespace

Outcome answerGit(Context &context, const Arguments &arguments)
{
    const std::string_view action = arguments.operand(0);
    if (action == "capability") {
        context.out.write("version 0\ncapability authtype\ncapability state\n");
        return 0;
    }
    // gitcredentials(7): what a helper does not know it leaves without a word. Our tokens are kept
    // by the agent: there is nothing to store.
    if (action != "get" && action != "erase")
        return 0;
    const auto text = readWhole("-", 64U * 1024);
    if (!text)
        return text.error();
    const auto request = GitRequest::read(*text);
    if (!request)
        return request.error();
    if (request->protocol != "https" && request->protocol != "http")
        return 0;
    if (request->host.empty())
        return 0;
    const auto choice = choiceFor(context, *request);
    if (!choice)
        return choice.error();
    if (choice->how == GitChoice::How::None)
        return 0;
    if (request->protocol == "http" && !request->isLoopback())
        return nothing(context,
                       "latchkey: " + request->host
                           + " is asked without encryption; no token goes there. Use https.");
    if (action == "erase")
        return renew(context, *request, *choice);
    if (choice->how == GitChoice::How::Several)
        return nothing(context, ambiguous(*request, choice->candidates));
    return give(context, *request, choice->account);
}

} // namespace cli
