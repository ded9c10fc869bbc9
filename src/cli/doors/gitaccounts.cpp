// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doors/gitcredential.h"

#include <algorithm>
#include <array>

namespace cli {

using latchkey::Account;

namespace {

//! Where the well-known services have their repositories, and whose name goes with a token.
struct KnownHost
{
    std::string_view host; //!< with a dot in front: one label below it
    std::string_view service;
    std::string_view tokenUser;
    std::string_view keyUser;
};

// github: docs.github.com, "Authenticating as a GitHub App installation"; gitlab: docs.gitlab.com,
// "Clone using a token"; bitbucket: support.atlassian.com, "Using access tokens" and "API tokens".
constexpr std::array<KnownHost, 9> knownHosts{{
    {"github.com", "github", "x-access-token", "x-access-token"},
    {"gist.github.com", "github", "x-access-token", "x-access-token"},
    {"gitlab.com", "gitlab", "oauth2", "oauth2"},
    {"bitbucket.org", "bitbucket", "x-token-auth", "x-bitbucket-api-token-auth"},
    {"codeberg.org", "codeberg", "oauth2", "oauth2"},
    {"dev.azure.com", "microsoft", "oauth2", "oauth2"},
    {".visualstudio.com", "microsoft", "oauth2", "oauth2"},
    {"huggingface.co", "hugging-face", "oauth2", "oauth2"},
    {".ghe.com", "github", "x-access-token", "x-access-token"},
}};

bool isHost(std::string_view name, std::string_view known)
{
    if (!known.starts_with('.'))
        return name == known;
    // One label in front: what customers may name below it is not the service's own.
    return name.ends_with(known) && name.size() > known.size()
           && name.substr(0, name.size() - known.size()).find('.') == std::string_view::npos;
}

const KnownHost *knownHost(std::string_view name)
{
    const auto *const found =
        std::find_if(knownHosts.begin(), knownHosts.end(), [name](const KnownHost &known) {
            return isHost(name, known.host);
        });
    return found == knownHosts.end() ? nullptr : found;
}

//! What stands for any user, and so names nobody.
bool isConvention(std::string_view user)
{
    constexpr std::array<std::string_view, 6> names{"x-access-token",
                                                    "oauth2",
                                                    "x-token-auth",
                                                    "x-bitbucket-api-token-auth",
                                                    "x-oauth-basic",
                                                    "git"};
    return std::find(names.begin(), names.end(), user) != names.end();
}

bool equals(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
               const auto lower = [](char c) {
                   return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
               };
               return lower(x) == lower(y);
           });
}

bool isCalled(const Account &account, std::string_view name)
{
    return equals(account.account, name) || equals(account.identity, name);
}

//! Whether the account is one for this host.
bool isFor(const Account &account, const std::string &name, const std::vector<GitHost> &hosts)
{
    // A service may have the name of a host: git.acme.dev/me.
    if (account.service == name)
        return true;
    const auto is = [&account](std::string_view service) {
        return account.service == service || account.provider == service;
    };
    const KnownHost *const known = knownHost(name);
    if (known != nullptr)
        return is(known->service);
    return std::any_of(hosts.begin(), hosts.end(), [&](const GitHost &host) {
        return host.host == name && is(host.service);
    });
}

GitChoice one(const Account &account)
{
    return {GitChoice::How::One, account, {}};
}

} // namespace

GitChoice chooseAccount(const GitRequest &request,
                        const std::vector<Account> &accounts,
                        const std::vector<GitHost> &hosts)
{
    const std::string name = request.hostName();
    std::vector<Account> fitting;
    for (const Account &account : accounts) {
        if (isFor(account, name, hosts))
            fitting.push_back(account);
    }
    if (fitting.empty())
        return {};
    for (const Account &account : fitting) {
        if (request.account == account.service + '/' + account.account)
            return one(account);
    }
    if (!request.username.empty() && !isConvention(request.username)) {
        for (const Account &account : fitting) {
            if (isCalled(account, request.username))
                return one(account);
        }
    }
    if (fitting.size() == 1)
        return one(fitting.front());
    const std::string owner = request.path.substr(0, request.path.find('/'));
    std::vector<Account> owners;
    for (const Account &account : fitting) {
        if (!owner.empty() && isCalled(account, owner))
            owners.push_back(account);
    }
    if (owners.size() == 1)
        return one(owners.front());
    return {GitChoice::How::Several, {}, fitting};
}

std::string gitUserName(const GitRequest &request, const Account &account)
{
    const KnownHost *const known = knownHost(request.hostName());
    const bool isKey = account.kind == "api_key";
    if (isKey && known != nullptr && known->service == "bitbucket" && !account.identity.empty()
        && account.identity.find_first_of("@ \t\r\n") == std::string::npos)
        return account.identity;
    if (known != nullptr)
        return std::string(isKey ? known->keyUser : known->tokenUser);
    return "oauth2";
}

} // namespace cli
