// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"
#include "cli/verbs/verbs.h"

namespace cli {

using latchkey::Json;

namespace {

//! SERVICE ACCOUNT as the name of an environment variable: GITHUB_WORK_TOKEN.
std::string variableName(std::string_view service, std::string_view account)
{
    std::string name = std::string(service) + '_' + std::string(account) + "_TOKEN";
    for (char &c : name) {
        const bool lower = c >= 'a' && c <= 'z';
        const bool plain = lower || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        c = lower ? static_cast<char>(c - 32) : plain ? c : '_';
    }
    return name[0] >= '0' && name[0] <= '9' ? '_' + name : name;
}

//! As a word for a POSIX shell.
void writeShellWord(Output &out, std::string_view text)
{
    out.write("'");
    for (std::size_t quote = text.find('\''); quote != std::string_view::npos;
         quote = text.find('\'')) {
        out.write(text.substr(0, quote));
        out.write("'\\''");
        text.remove_prefix(quote + 1);
    }
    out.write(text);
    out.write("'");
}

Outcome giveToken(Context &context, const Arguments &arguments)
{
    const std::string_view service = arguments.operand(0);
    const std::string_view account = arguments.operand(1);
    Json params = latchkey::Client::named(service, account);
    const auto minValid = arguments.number("--min-valid", 0, 86'400);
    if (!minValid)
        return minValid.error();
    if (minValid->has_value())
        params.set("min_valid_seconds", **minValid);
    if (arguments.has("--scope"))
        params.set("scopes", Json::listOf(arguments.list("--scope")));
    params.setIfAny("audience", arguments.value("--audience"));

    auto answer = context.call("get_token", params);
    if (!answer)
        return answer.error();
    Output &out = context.out;
    const std::string_view format = arguments.value("--format");
    if (format == "json" || (format.empty() && out.isJson())) {
        out.json(*answer);
        return 0;
    }
    const latchkey::Secret token((*answer)["token"].text((*answer)["access_token"].text()));
    if (format == "header") {
        out.write("Authorization: ");
        const std::string_view type = (*answer)["token_type"].text();
        out.write(type.empty() ? "Bearer" : type);
        out.write(" ");
        out.write(token.expose());
    } else if (format == "env") {
        out.write(variableName(service, account) + '=');
        writeShellWord(out, token.expose());
    } else {
        out.write(token.expose());
    }
    out.write("\n");
    return 0;
}

Outcome refresh(Context &context, const Arguments &arguments)
{
    const auto minValid = arguments.number("--min-valid", 0, 31'536'000);
    if (!minValid)
        return minValid.error();
    Json params = latchkey::Client::named(arguments.operand(0), arguments.operand(1));
    if (minValid->has_value())
        params.set("min_valid_seconds", **minValid);
    const auto answer =
        context.call(minValid->has_value() ? "refresh_if_needed" : "refresh_token", params);
    if (!answer)
        return answer.error();
    if (context.out.isJson()) {
        context.out.json(*answer);
        return 0;
    }
    const std::string until = harmless((*answer)["expires_at"].text());
    context.out.remark(((*answer)["refreshed"].flag(true) ? "Refreshed" : "Still good")
                       + (until.empty() ? std::string() : "; it ends " + until) + '.');
    return 0;
}

constexpr Operand serviceAndAccount[]{{"SERVICE"}, {"ACCOUNT"}};
constexpr Option giveOptions[]{
    {"--format",
     "FORMAT",
     "text (usual), json, an HTTP header, or a line for a shell",
     "text|json|header|env"},
    {"--min-valid", "SECONDS", "refresh a token that lives shorter than this (60)", ""},
    {"--scope",
     "SCOPES",
     "only these scopes, separated by commas, where the provider narrows",
     "",
     true},
    {"--audience", "AUDIENCE", "for this audience, where the provider supports it", ""}};

constexpr Option refreshOptions[]{
    {"--min-valid", "SECONDS", "only when less than this is left", ""}};

constexpr Verb verbs[]{
    {"get-token",
     "print a token or key that is good now",
     serviceAndAccount,
     giveOptions,
     "A token that has run out, or is about to, is refreshed first. The first time a program asks\n"
     "for an account, you are asked; see \"latchkey help approve\".",
     &giveToken,
     {}},
    {"refresh",
     "fetch a new token now",
     serviceAndAccount,
     refreshOptions,
     "The token itself is not printed.",
     &refresh,
     {}}};

} // namespace

std::span<const Verb> tokenVerbs()
{
    return verbs;
}

} // namespace cli
