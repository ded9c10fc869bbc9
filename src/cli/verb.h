// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/outcome.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cli {

class Arguments;
class Context;

//! An option of a verb: "--scopes LIST", or a switch where `value` is empty.
struct Option
{
    std::string_view name; //!< with its dashes
    std::string_view value; //!< what stands for the value in help; empty: a switch
    std::string_view help; //!< one line
    std::string_view choices; //!< "text|json": what the value may be; empty: anything
    bool isRepeatable = false;
};

//! Whether an operand has to be there.
enum class Need { One, Optional, Many /*!< none or more, the last one only */ };

//! An operand of a verb.
struct Operand
{
    std::string_view name; //!< "SERVICE"; completion knows SERVICE, ACCOUNT, FILE, COMMAND, VERB
    Need need = Need::One;
};

//! Everything there is to know about one verb: parsing, help, completion and the checks of the man
//! page are made from it. Verbs of two words ("daemon start") have a space in their name.
struct Verb
{
    std::string_view name;
    std::string_view summary; //!< one line, no full stop
    std::span<const Operand> operands;
    std::span<const Option> options;
    std::string_view details; //!< paragraphs below the options; may be empty
    Outcome (*run)(Context &, const Arguments &);
    std::string_view alias; //!< another name of the same
    //! The first operand begins somebody else's command line: nothing after it is an option.
    bool takesCommand = false;
};

//! Verbs that belong together in the overview.
struct VerbGroup
{
    std::string_view title;
    std::span<const Verb> verbs;
};

[[nodiscard]] std::span<const VerbGroup> verbGroups();
[[nodiscard]] std::span<const Option> globalOptions();
//! By name or alias; null: there is none.
[[nodiscard]] const Verb *findVerb(std::string_view name);

//! What was given to a verb.
class Arguments
{
public:
    [[nodiscard]] bool has(std::string_view option) const;
    //! The last one given; empty where none was.
    [[nodiscard]] std::string_view value(std::string_view option) const;
    [[nodiscard]] std::vector<std::string> values(std::string_view option) const;
    //! Parts of all values of \a option, separated by commas.
    [[nodiscard]] std::vector<std::string> list(std::string_view option) const;
    //! InvalidInput: no number, or not within the bounds.
    [[nodiscard]] latchkey::Result<std::optional<std::int64_t>> number(std::string_view option,
                                                                       std::int64_t least,
                                                                       std::int64_t most) const;
    //! Empty where there is none.
    [[nodiscard]] std::string_view operand(std::size_t index) const;
    [[nodiscard]] const std::vector<std::string_view> &operands() const { return m_operands; }

private:
    friend class CommandLine;

    std::vector<std::pair<std::string_view, std::string_view>> m_options;
    std::vector<std::string_view> m_operands;
};

//! The words of a command line, taken apart: `latchkey [global…] verb [option or operand…]`.
class CommandLine
{
public:
    //! Views into \a words, which outlive this.
    [[nodiscard]] static latchkey::Result<CommandLine> read(
        std::span<const std::string_view> words);

    [[nodiscard]] const Verb *verb() const { return m_verb; } //!< null: none was named
    [[nodiscard]] const Arguments &arguments() const { return m_arguments; }
    [[nodiscard]] const Arguments &globals() const { return m_globals; }

private:
    [[nodiscard]] latchkey::Result<> takeOption(std::span<const std::string_view> &words);
    [[nodiscard]] latchkey::Result<> checkOperands() const;

    const Verb *m_verb = nullptr;
    Arguments m_arguments;
    Arguments m_globals;
};

} // namespace cli
