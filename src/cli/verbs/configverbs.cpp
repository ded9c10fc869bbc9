// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"
#include "cli/verbs/verbs.h"

namespace cli {

using latchkey::Json;

namespace {

//! Text as it is, everything else as JSON writes it.
std::string shown(const Json &value)
{
    return value.isText() ? harmless(value.text()) : std::string(value.written());
}

Outcome get(Context &context, const Arguments &arguments)
{
    const std::string_view key = arguments.operand(0);
    const auto answer = context.call("config.get", Json::object().setIfAny("key", key));
    if (!answer)
        return answer.error();
    if (context.out.isJson()) {
        context.out.json(*answer);
        return 0;
    }
    const auto &values = (*answer)["values"].members();
    if (!key.empty() && values.size() == 1) {
        context.out.line(shown(values.front().second));
        return 0;
    }
    std::vector<std::vector<Cell>> rows;
    for (const auto &[name, value] : values)
        rows.push_back({{name, Look::Strong},
                        {(*answer)["layers"][name].string(), Look::Faint},
                        {shown(value)}});
    context.out.table({"KEY", "FROM", "VALUE"}, rows);
    return 0;
}

Outcome set(Context &context, const Arguments &arguments)
{
    // The agent knows which kind of value it is; only a list is taken apart here.
    const auto read = Json::read(arguments.operand(1));
    Json value = read && read->isList() ? *read : Json(arguments.operand(1));
    const auto answer = context.call(
        "config.set", Json().set("key", arguments.operand(0)).set("value", std::move(value)));
    if (!answer)
        return answer.error();
    if (context.out.isJson())
        context.out.json(*answer);
    else
        context.out.remark(harmless(arguments.operand(0)) + " = " + shown((*answer)["value"]));
    return 0;
}

Outcome path(Context &context, const Arguments &)
{
    const std::string folder = latchkey::configFolder(context.reach().profile);
    if (context.out.isJson())
        context.out.json(
            Json()
                .set("config", folder + "/config.toml")
                .set("accounts", folder + "/accounts.toml")
                .set("log", latchkey::stateFolder(context.reach().profile) + "/latchkey.log")
                .set("socket", context.socket()));
    else
        context.out.line(folder + "/config.toml");
    return 0;
}

Outcome check(Context &context, const Arguments &)
{
    const auto answer = context.call("config.check");
    if (!answer)
        return answer.error();
    const auto &warnings = (*answer)["warnings"].items();
    const std::string error = harmless((*answer)["error"].text());
    const bool inOrder = warnings.empty() && error.empty();
    if (context.out.isJson()) {
        context.out.json(*answer);
    } else {
        if (!error.empty())
            context.out.line(error);
        for (const Json &warning : warnings)
            context.out.line(shown(warning));
        if (inOrder)
            context.out.remark("The settings are in order.");
    }
    return inOrder ? 0 : exitCodeOf(latchkey::ErrorCode::InvalidInput);
}

constexpr Operand getOperands[]{{"KEY", Need::Optional}};
constexpr Operand setOperands[]{{"KEY"}, {"VALUE"}};

constexpr Verb verbs[]{
    {"config get", "print a setting, or all of them", getOperands, {}, "", &get, {}},
    {"config set",
     "change a setting",
     setOperands,
     {},
     "The file keeps its comments and order. The agent takes the value at once.",
     &set,
     {}},
    {"config path", "print where the settings are", {}, {}, "", &path, {}},
    {"config check",
     "say which settings are wrong, with file and line",
     {},
     {},
     "Exit code 2: something is wrong.",
     &check,
     {}}};

} // namespace

std::span<const Verb> configVerbs()
{
    return verbs;
}

} // namespace cli
