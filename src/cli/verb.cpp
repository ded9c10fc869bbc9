// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verb.h"

#include <charconv>

namespace cli {

using latchkey::Result;

namespace {

constexpr Option optionList[]{
    {"--json", "", "print JSON, errors too", ""},
    {"--socket", "PATH", "the agent's socket instead of the usual one", ""},
    {"--profile", "NAME", "the agent of this profile (LATCHKEY_PROFILE)", ""},
    {"--direct", "", "work without a running agent, for this one command", ""},
    {"--timeout", "SECONDS", "how long a call may take; 0: for ever (120)", ""},
    {"--quiet", "", "no remarks on standard error, only errors", ""},
    {"--help", "", "say what a verb does", ""},
    {"--version", "", "print the version", ""},
};

const Option *findOption(std::span<const Option> options, std::string_view name)
{
    for (const Option &option : options) {
        if (option.name == name)
            return &option;
    }
    return nullptr;
}

bool isAmong(std::string_view choices, std::string_view value)
{
    while (!choices.empty()) {
        const std::size_t bar = choices.find('|');
        if (choices.substr(0, bar) == value)
            return true;
        choices.remove_prefix(bar == std::string_view::npos ? choices.size() : bar + 1);
    }
    return false;
}

std::string quoted(std::string_view text)
{
    return '"' + std::string(text) + '"';
}

std::string helpOn(const Verb *verb)
{
    return verb ? "\"latchkey help " + std::string(verb->name) + "\" shows what it takes."
                : std::string("\"latchkey help\" lists what there is.");
}

//! A verb is one word or two; two win ("approvals list" before "approvals").
const Verb *takeVerb(std::span<const std::string_view> &words)
{
    if (words.size() > 1) {
        const std::string two = std::string(words[0]) + ' ' + std::string(words[1]);
        if (const Verb *verb = findVerb(two)) {
            words = words.subspan(2);
            return verb;
        }
    }
    const Verb *verb = findVerb(words[0]);
    if (verb)
        words = words.subspan(1);
    return verb;
}

latchkey::Error unknownVerb(std::string_view word)
{
    std::string known;
    for (const VerbGroup &group : verbGroups()) {
        for (const Verb &verb : group.verbs) {
            if (verb.name.starts_with(std::string(word) + ' '))
                known += (known.empty() ? "" : ", ") + std::string(verb.name);
        }
    }
    if (!known.empty())
        return usageError(quoted(word) + " needs a second word.", "One of: " + known + '.');
    return usageError("There is no verb " + quoted(word) + '.', helpOn(nullptr));
}

} // namespace

std::span<const Option> globalOptions()
{
    return optionList;
}

const Verb *findVerb(std::string_view name)
{
    for (const VerbGroup &group : verbGroups()) {
        for (const Verb &verb : group.verbs) {
            if (verb.name == name || (!verb.alias.empty() && verb.alias == name))
                return &verb;
        }
    }
    return nullptr;
}

bool Arguments::has(std::string_view option) const
{
    for (const auto &given : m_options) {
        if (given.first == option)
            return true;
    }
    return false;
}

std::string_view Arguments::value(std::string_view option) const
{
    std::string_view value;
    for (const auto &given : m_options) {
        if (given.first == option)
            value = given.second;
    }
    return value;
}

std::vector<std::string> Arguments::values(std::string_view option) const
{
    std::vector<std::string> values;
    for (const auto &given : m_options) {
        if (given.first == option)
            values.emplace_back(given.second);
    }
    return values;
}

std::vector<std::string> Arguments::list(std::string_view option) const
{
    std::vector<std::string> parts;
    for (const auto &given : m_options) {
        if (given.first != option)
            continue;
        std::string_view rest = given.second;
        while (!rest.empty()) {
            const std::size_t comma = rest.find(',');
            if (comma != 0)
                parts.emplace_back(rest.substr(0, comma));
            rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
        }
    }
    return parts;
}

Result<std::optional<std::int64_t>> Arguments::number(std::string_view option,
                                                      std::int64_t least,
                                                      std::int64_t most) const
{
    if (!has(option))
        return std::optional<std::int64_t>();
    const std::string_view text = value(option);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < least || number > most)
        return usageError(std::string(option) + " wants a whole number from "
                          + std::to_string(least) + " to " + std::to_string(most) + ", not "
                          + quoted(text) + '.');
    return std::optional<std::int64_t>(number);
}

std::string_view Arguments::operand(std::size_t index) const
{
    return index < m_operands.size() ? m_operands[index] : std::string_view();
}

Result<CommandLine> CommandLine::read(std::span<const std::string_view> words)
{
    CommandLine line;
    bool optionsEnd = false;
    while (!words.empty()) {
        const std::string_view word = words[0];
        if (!optionsEnd && word == "--") {
            optionsEnd = true;
            words = words.subspan(1);
        } else if (!optionsEnd && word.size() > 1 && word[0] == '-') {
            if (const auto taken = line.takeOption(words); !taken)
                return taken.error();
        } else if (!line.m_verb) {
            line.m_verb = takeVerb(words);
            if (!line.m_verb)
                return unknownVerb(word);
        } else {
            line.m_arguments.m_operands.push_back(word);
            words = words.subspan(1);
            optionsEnd = optionsEnd || line.m_verb->takesCommand;
        }
    }
    if (line.m_verb && !line.m_globals.has("--help")) {
        if (const auto checked = line.checkOperands(); !checked)
            return checked.error();
    }
    return line;
}

Result<> CommandLine::takeOption(std::span<const std::string_view> &words)
{
    const std::string_view word = words[0];
    words = words.subspan(1);
    const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string_view::npos;
    std::string_view name = word.substr(0, equals);
    if (name == "-h")
        name = "--help";
    else if (name == "-q")
        name = "--quiet";

    Arguments *arguments = &m_arguments;
    const Option *option = m_verb ? findOption(m_verb->options, name) : nullptr;
    if (!option) {
        arguments = &m_globals;
        option = findOption(optionList, name);
    }
    if (!option)
        return usageError(
            "There is no option " + quoted(name)
                + (m_verb ? " of \"" + std::string(m_verb->name) + "\"" : std::string()) + '.',
            helpOn(m_verb));

    std::string_view value;
    if (equals != std::string_view::npos) {
        if (option->value.empty())
            return usageError(std::string(name) + " takes no value.", helpOn(m_verb));
        value = word.substr(equals + 1);
    } else if (!option->value.empty()) {
        if (words.empty())
            return usageError(std::string(name) + " needs a value: " + std::string(option->value)
                                  + '.',
                              helpOn(m_verb));
        value = words[0];
        words = words.subspan(1);
    }
    if (!option->choices.empty() && !isAmong(option->choices, value))
        return usageError(std::string(name) + " is one of " + std::string(option->choices)
                              + ", not " + quoted(value) + '.',
                          helpOn(m_verb));
    if (!option->isRepeatable && arguments->has(option->name))
        return usageError(std::string(name) + " was given twice.");
    arguments->m_options.emplace_back(option->name, value);
    return {};
}

Result<> CommandLine::checkOperands() const
{
    std::size_t most = m_verb->operands.size();
    for (std::size_t i = 0; i < m_verb->operands.size(); ++i) {
        const Operand &operand = m_verb->operands[i];
        if (operand.need == Need::One && i >= m_arguments.m_operands.size())
            return usageError('"' + std::string(m_verb->name) + "\" needs "
                                  + std::string(operand.name) + '.',
                              helpOn(m_verb));
        if (operand.need == Need::Many)
            most = m_arguments.m_operands.size();
    }
    if (m_arguments.m_operands.size() > most)
        return usageError("There is a word too many: " + quoted(m_arguments.m_operands[most]) + '.',
                          helpOn(m_verb));
    return {};
}

} // namespace cli
