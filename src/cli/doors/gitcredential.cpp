// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doors/gitcredential.h"

namespace cli {

using latchkey::Bytes;
using latchkey::Error;
using latchkey::ErrorCode;
using latchkey::Result;
using latchkey::Secret;

namespace {

constexpr std::size_t greatestRequest = 64 * 1024;
constexpr std::string_view ourState = "latchkey.account=";

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char &c : result) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

Error badRequest(const std::string &why)
{
    return {ErrorCode::InvalidInput,
            "This is not what git says to a credential helper: " + why,
            "Let git call it: git config --global credential.helper latchkey",
            false};
}

bool isWord(std::string_view text, std::string_view word)
{
    return lowered(text.substr(0, text.find(' '))) == word;
}

} // namespace

Result<GitRequest> GitRequest::read(std::string_view text)
{
    if (text.size() > greatestRequest)
        return badRequest("it is too long.");
    GitRequest request;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty())
            break;
        const std::size_t split = line.find('=');
        if (split == std::string_view::npos || split == 0)
            return badRequest("a line is not key=value.");
        const std::string_view key = line.substr(0, split);
        const std::string_view value = line.substr(split + 1);
        // A value that could bring a line of its own is how helpers were tricked
        // (CVE-2020-5260, CVE-2024-52006).
        if (value.find_first_of(std::string_view("\0\r", 2)) != std::string_view::npos)
            return badRequest("a value has a control character.");
        if (key == "protocol")
            request.protocol = lowered(value);
        else if (key == "host")
            request.host = lowered(value);
        else if (key == "path")
            request.path = value;
        else if (key == "username")
            request.username = value;
        else if (key == "password")
            request.password = Secret(value);
        else if (key == "wwwauth[]" && value.empty())
            request.challenges.clear();
        else if (key == "wwwauth[]")
            request.challenges.emplace_back(value);
        else if (key == "capability[]" && value.empty())
            request.knowsAuthTypes = request.knowsState = false;
        else if (key == "capability[]" && value == "authtype")
            request.knowsAuthTypes = true;
        else if (key == "capability[]" && value == "state")
            request.knowsState = true;
        else if (key == "state[]" && value.empty())
            request.account.clear();
        else if (key == "state[]" && value.starts_with(ourState))
            request.account = value.substr(ourState.size());
    }
    return request;
}

std::string GitRequest::hostName() const
{
    const std::size_t port = host.rfind(':');
    if (host.starts_with('[')) // an address of version 6
        return host.substr(0, host.find(']') + 1);
    return host.substr(0, port);
}

bool GitRequest::isLoopback() const
{
    const std::string name = hostName();
    return name == "localhost" || name == "127.0.0.1" || name == "[::1]";
}

Result<Bytes> gitAnswer(const GitRequest &request,
                        const latchkey::Account &account,
                        std::string_view token,
                        std::optional<std::int64_t> expires)
{
    if (token.find_first_of(std::string_view("\0\r\n", 3)) != std::string_view::npos)
        return Error{ErrorCode::Unsupported,
                     "The secret of " + account.service + '/' + account.account
                         + " has several lines, which git cannot take.",
                     {},
                     false};
    bool basic = request.challenges.empty();
    bool bearer = false;
    for (const std::string &challenge : request.challenges) {
        basic = basic || isWord(challenge, "basic");
        bearer = bearer || isWord(challenge, "bearer");
    }
    Bytes answer;
    const auto add = [&answer](std::string_view key, std::string_view value) {
        answer += key;
        answer += '=';
        answer += value;
        answer += '\n';
    };
    const bool asBearer = bearer && !basic && request.knowsAuthTypes;
    if (asBearer) {
        add("capability[]", "authtype");
        add("authtype", "Bearer");
        add("credential", token);
    }
    if (request.knowsState) {
        add("capability[]", "state");
        add("state[]", std::string(ourState) + account.service + '/' + account.account);
    }
    if (!asBearer) {
        add("username", gitUserName(request, account));
        add("password", token);
    }
    if (expires)
        add("password_expiry_utc", std::to_string(*expires));
    return answer;
}

} // namespace cli
