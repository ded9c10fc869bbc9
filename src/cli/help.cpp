// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.h"

#include "cli/context.h"

#include <algorithm>

namespace cli {

namespace {

//! Two columns; the second begins where all of one block begin.
void printPairs(Output &out, const std::vector<std::pair<std::string, std::string>> &pairs)
{
    std::size_t width = 0;
    for (const auto &pair : pairs)
        width = std::max(width, pair.first.size());
    for (const auto &[left, right] : pairs) {
        out.write("  " + out.painted(left, Look::Strong));
        out.line(std::string(width - left.size() + 2, ' ') + right);
    }
}

std::string usageOf(const Option &option)
{
    std::string usage(option.name);
    if (option.name == "--help")
        usage = "-h, --help";
    else if (option.name == "--quiet")
        usage = "-q, --quiet";
    if (!option.choices.empty())
        usage += ' ' + std::string(option.choices);
    else if (!option.value.empty())
        usage += ' ' + std::string(option.value);
    return usage;
}

void printOptions(Output &out, std::string_view title, std::span<const Option> options)
{
    if (options.empty())
        return;
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const Option &option : options)
        pairs.emplace_back(usageOf(option),
                           std::string(option.help)
                               + (option.isRepeatable ? "; may be given several times" : ""));
    out.line("");
    out.line(title);
    printPairs(out, pairs);
}

} // namespace

std::string usageOf(const Verb &verb)
{
    std::string usage(verb.name);
    if (!verb.options.empty())
        usage += " [option…]";
    for (const Operand &operand : verb.operands) {
        const std::string name(operand.name);
        switch (operand.need) {
        case Need::One:
            usage += ' ' + name;
            break;
        case Need::Optional:
            usage += " [" + name + ']';
            break;
        case Need::Many:
            usage += " [" + name + "…]";
            break;
        }
    }
    return usage;
}

void printVersion(Context &context)
{
    if (context.out.isJson())
        context.out.json(latchkey::Json().set("version", LATCHKEY_VERSION));
    else
        context.out.line("latchkey " LATCHKEY_VERSION);
}

void printOverview(Context &context)
{
    Output &out = context.out;
    out.line("latchkey hands out fresh tokens and keys, by name, with your consent.");
    out.line("");
    printPairs(out,
               {{"latchkey list-accounts", "which accounts there are"},
                {"latchkey get-token github work", "a token that is good for a minute at least"},
                {"latchkey add-account github work", "sign in to one more"},
                {"latchkey status", "whether the agent runs, and is unlocked"},
                {"latchkey help", "everything else"}});
}

void printAllHelp(Context &context)
{
    Output &out = context.out;
    out.line("Usage: latchkey [option…] VERB [option or operand…]");
    for (const VerbGroup &group : verbGroups()) {
        if (group.verbs.empty())
            continue;
        std::vector<std::pair<std::string, std::string>> pairs;
        for (const Verb &verb : group.verbs) {
            if (!verb.name.starts_with('_'))
                pairs.emplace_back(std::string(verb.name), std::string(verb.summary));
        }
        out.line("");
        out.line(group.title);
        printPairs(out, pairs);
    }
    printOptions(out, "Options of every verb", globalOptions());
    std::vector<std::pair<std::string, std::string>> codes;
    for (const ExitCode &code : exitCodes)
        codes.emplace_back(std::to_string(code.code),
                           std::string(code.name) + ": " + std::string(code.meaning));
    out.line("");
    out.line("Exit codes");
    printPairs(out, codes);
    out.line("");
    out.line("\"latchkey help VERB\" says more about one of them.");
}

void printHelp(Context &context, const Verb &verb)
{
    Output &out = context.out;
    out.line("Usage: latchkey " + usageOf(verb));
    if (!verb.alias.empty())
        out.line("       latchkey " + std::string(verb.alias) + " is the same.");
    out.line("");
    std::string summary(verb.summary);
    summary[0] =
        static_cast<char>(summary[0] >= 'a' && summary[0] <= 'z' ? summary[0] - 32 : summary[0]);
    out.line(summary + '.');
    printOptions(out, "Options", verb.options);
    printOptions(out, "Options of every verb", globalOptions());
    if (!verb.details.empty()) {
        out.line("");
        out.line(verb.details);
    }
}

} // namespace cli
