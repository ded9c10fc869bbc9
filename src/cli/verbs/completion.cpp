// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"
#include "cli/verbs/verbs.h"

#include <array>

//! Completion: the shells' scripts only ask `latchkey __complete -- WORD…`, which knows the verbs
//! from their table and the accounts from the agent, if one runs.
namespace cli {

using latchkey::Json;

namespace {

constexpr std::string_view bashScript =
    R"sh(# bash completion for latchkey: eval "$(latchkey completion bash)"
_latchkey() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        COMPREPLY+=("${line%%$'\t'*}")
    done < <("${COMP_WORDS[0]}" __complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _latchkey latchkey
)sh";

constexpr std::string_view zshScript =
    R"sh(#compdef latchkey
# zsh completion for latchkey: latchkey completion zsh >"${fpath[1]}/_latchkey"
_latchkey() {
    local line
    local -a found
    while IFS= read -r line; do
        found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done < <("${words[1]}" __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)
    if (( ${#found} )); then
        _describe latchkey found
    else
        _files
    fi
}
if [ "${funcstack[1]}" = _latchkey ]; then
    _latchkey "$@"
else
    compdef _latchkey latchkey
fi
)sh";

constexpr std::string_view fishScript =
    R"sh(# fish completion for latchkey: latchkey completion fish | source
function __latchkey_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l found ($words[1] __complete -- $words[2..-1] "$current" 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path "$current"
    end
end
complete -c latchkey -f -a '(__latchkey_complete)'
)sh";

//! Gathers what may stand for the last of \a words.
class Completion
{
public:
    Completion(Context &context, std::span<const std::string_view> words)
        : m_context(context)
        , m_current(words.empty() ? std::string_view() : words.back())
    {
        if (!words.empty())
            words = words.first(words.size() - 1);
        readBefore(words);
    }

    void print()
    {
        if (m_optionBefore) {
            offerValue(*m_optionBefore);
        } else if (m_current.starts_with('-') && !m_optionsEnd) {
            if (m_verb)
                offerOptions(m_verb->options);
            offerOptions(globalOptions());
        } else if (!m_verb) {
            offerVerbs();
        } else if (!m_verb->operands.empty()) {
            const Operand *operand = nullptr;
            if (m_operands.size() < m_verb->operands.size())
                operand = &m_verb->operands[m_operands.size()];
            else if (m_verb->operands.back().need == Need::Many)
                operand = &m_verb->operands.back();
            if (operand)
                offerOperand(operand->name);
        }
    }

private:
    void readBefore(std::span<const std::string_view> words)
    {
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string_view word = words[i];
            m_optionBefore = nullptr;
            if (word == "--") {
                m_optionsEnd = true;
            } else if (word.starts_with('-') && !m_optionsEnd) {
                const Option *option = findOption(word);
                if (!option || option->value.empty() || word.find('=') != std::string_view::npos)
                    continue;
                if (i + 1 == words.size())
                    m_optionBefore = option;
                else
                    keepGlobal(word, words[++i]);
            } else if (m_verb) {
                m_operands.push_back(word);
            } else {
                m_first = m_first.empty() ? std::string(word) : m_first + ' ' + std::string(word);
                const bool isLast = i + 1 == words.size();
                const bool mayGoOn =
                    isLast ? hasSecondWord(m_first)
                           : findVerb(m_first + ' ' + std::string(words[i + 1])) != nullptr;
                if (!mayGoOn)
                    m_verb = findVerb(m_first);
            }
        }
    }

    void keepGlobal(std::string_view option, std::string_view value)
    {
        if (option == "--socket")
            m_socket = value;
        else if (option == "--profile")
            m_profile = value;
    }

    [[nodiscard]] const Option *findOption(std::string_view name) const
    {
        for (const auto options :
             {m_verb ? m_verb->options : std::span<const Option>(), globalOptions()}) {
            for (const Option &option : options) {
                if (option.name == name)
                    return &option;
            }
        }
        return nullptr;
    }

    [[nodiscard]] static bool hasSecondWord(const std::string &first)
    {
        for (const VerbGroup &group : verbGroups()) {
            for (const Verb &verb : group.verbs) {
                if (verb.name.starts_with(first + ' '))
                    return true;
            }
        }
        return false;
    }

    void offer(std::string_view word, std::string_view about)
    {
        if (!word.starts_with(m_current) || word == m_lastOffered)
            return;
        m_lastOffered = word;
        m_context.out.line(std::string(word) + '\t' + std::string(about));
    }

    void offerOptions(std::span<const Option> options)
    {
        for (const Option &option : options)
            offer(option.name, option.help);
    }

    void offerVerbs()
    {
        const std::string before = m_first.empty() ? std::string() : m_first + ' ';
        for (const VerbGroup &group : verbGroups()) {
            for (const Verb &verb : group.verbs) {
                std::string_view rest = verb.name;
                if (!rest.starts_with(before) || rest.starts_with('_'))
                    continue;
                rest.remove_prefix(before.size());
                const std::size_t space = rest.find(' ');
                offer(rest.substr(0, space),
                      space == std::string_view::npos ? verb.summary : group.title);
            }
        }
    }

    void offerChoices(std::string_view choices)
    {
        while (!choices.empty()) {
            const std::size_t bar = choices.find('|');
            offer(choices.substr(0, bar), "");
            choices.remove_prefix(bar == std::string_view::npos ? choices.size() : bar + 1);
        }
    }

    void offerValue(const Option &option)
    {
        if (!option.choices.empty())
            offerChoices(option.choices);
        else if (option.name == "--for")
            offerChoices("once|session|8h|always");
        else
            offerOperand(option.value);
    }

    void offerOperand(std::string_view kind)
    {
        if (kind == "SERVICE" || kind == "ACCOUNT" || kind == "SERVICE/ACCOUNT")
            offerAccounts(kind);
        else if (kind == "VERB")
            offerVerbs();
        else if (kind == "POLICY")
            offerChoices("ask|allow|deny|default");
        else if (kind == "SHELL")
            offerChoices("bash|zsh|fish");
        else if (kind == "ID")
            offerIds();
        else if (kind == "KEY")
            offerKeys();
    }

    //! What a running agent answers at once; silence otherwise.
    [[nodiscard]] Json ask(std::string_view method)
    {
        latchkey::Options options;
        options.socket = m_socket.empty() ? m_context.socket() : std::string(m_socket);
        if (m_socket.empty() && !m_profile.empty())
            options.socket = latchkey::socketPath(m_profile);
        options.timeout = std::chrono::milliseconds(400);
        auto client = latchkey::Client::connect(options);
        if (!client)
            return {};
        auto answer = client->call(method);
        return answer ? std::move(*answer) : Json();
    }

    void offerAccounts(std::string_view kind)
    {
        const Json answer = ask("list_accounts");
        for (const Json &account : answer["accounts"].items()) {
            const std::string service = harmless(account["service"].text());
            const std::string name = harmless(account["account"].text());
            if (kind == "SERVICE")
                offer(service, "");
            else if (kind != "ACCOUNT")
                offer(service + '/' + name, "");
            else if (m_operands.empty() || m_operands.front() == service)
                offer(name, service);
        }
    }

    void offerIds()
    {
        if (m_verb && m_verb->name == "approve") {
            const Json answer = ask("approvals.waiting");
            for (const Json &question : answer["questions"].items())
                offer(harmless(question["id"].text()),
                      harmless(question["program"]["name"].text()) + ": "
                          + harmless(question["account"].text()));
            return;
        }
        const Json answer = ask("approvals.list");
        for (const Json &approval : answer["approvals"].items())
            offer(harmless(approval["id"].text()),
                  harmless(approval["name"].text()) + ": " + harmless(approval["account"].text()));
    }

    void offerKeys()
    {
        const Json answer = ask("config.get");
        for (const auto &[key, value] : answer["values"].members())
            offer(harmless(key), "");
    }

    Context &m_context;
    std::string_view m_current;
    std::string m_first; //!< words of the verb so far
    const Verb *m_verb = nullptr;
    const Option *m_optionBefore = nullptr;
    bool m_optionsEnd = false;
    std::vector<std::string_view> m_operands;
    std::string_view m_socket;
    std::string_view m_profile;
    std::string m_lastOffered;
};

Outcome complete(Context &context, const Arguments &arguments)
{
    Completion(context, arguments.operands()).print();
    return 0;
}

Outcome completion(Context &context, const Arguments &arguments)
{
    const std::string_view shell = arguments.operand(0);
    if (shell == "bash")
        context.out.write(bashScript);
    else if (shell == "zsh")
        context.out.write(zshScript);
    else if (shell == "fish")
        context.out.write(fishScript);
    else
        return usageError("There is completion for bash, zsh and fish, not for \""
                          + std::string(shell) + "\".");
    return 0;
}

constexpr Operand completionOperands[]{{"SHELL"}};
constexpr Operand completeOperands[]{{"WORD", Need::Many}};

constexpr Verb verbs[]{
    {"completion",
     "print the completion script of bash, zsh or fish",
     completionOperands,
     {},
     "In ~/.bashrc:  eval \"$(latchkey completion bash)\"\n"
     "Account names come from the agent while it runs; completion never starts one.",
     &completion,
     {}},
    {"__complete", "what completion scripts ask", completeOperands, {}, "", &complete, {}}};

} // namespace

std::span<const Verb> completionVerbs()
{
    return verbs;
}

} // namespace cli
