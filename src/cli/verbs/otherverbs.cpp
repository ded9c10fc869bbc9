// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"
#include "cli/help.h"
#include "cli/verbs/verbs.h"

namespace cli {

namespace {

Outcome help(Context &context, const Arguments &arguments)
{
    if (arguments.operands().empty()) {
        printAllHelp(context);
        return 0;
    }
    std::string name(arguments.operand(0));
    if (!arguments.operand(1).empty())
        name += ' ' + std::string(arguments.operand(1));
    if (const Verb *verb = findVerb(name)) {
        printHelp(context, *verb);
        return 0;
    }
    bool isFirstWord = false;
    for (const VerbGroup &group : verbGroups()) {
        for (const Verb &verb : group.verbs) {
            if (!verb.name.starts_with(name + ' '))
                continue;
            if (isFirstWord)
                context.out.line("");
            printHelp(context, verb);
            isFirstWord = true;
        }
    }
    if (isFirstWord)
        return 0;
    return usageError("There is no verb \"" + name + "\".",
                      "\"latchkey help\" lists what there is.");
}

Outcome version(Context &context, const Arguments &)
{
    printVersion(context);
    return 0;
}

constexpr Operand helpOperands[]{{"VERB", Need::Many}};

constexpr Verb verbs[]{
    {"version", "print the version", {}, {}, "", &version, {}},
    {"help", "say what there is, or what a verb does", helpOperands, {}, "", &help, {}}};

} // namespace

std::span<const Verb> otherVerbs()
{
    return verbs;
}

} // namespace cli
