// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doors/childprocess.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <unistd.h>

extern char **environ;

namespace cli {

using latchkey::Bytes;
using latchkey::Error;
using latchkey::ErrorCode;

namespace {

constexpr std::array<std::string_view, 10> necessary{
    "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LC_ALL", "TERM", "TZ", "TMPDIR"};

bool isNamed(const Bytes &line, std::string_view name)
{
    return line.size() > name.size() && line[name.size()] == '=' && line.starts_with(name);
}

//! Comes back only with the reason. A script without its first line is the shell's (POSIX, execvp).
int execute(const std::string &file,
            const std::vector<char *> &arguments,
            const std::vector<char *> &variables)
{
    ::execve(file.c_str(), arguments.data(), variables.data());
    if (errno != ENOEXEC)
        return errno;
    std::string shell = "/bin/sh";
    std::string script = file;
    std::vector<char *> words{shell.data(), script.data()};
    words.insert(words.end(), arguments.begin() + 1, arguments.end());
    ::execve(shell.c_str(), words.data(), variables.data());
    return errno;
}

} // namespace

Environment::Environment(bool inherit)
{
    for (char **each = environ; each != nullptr && *each != nullptr; ++each) {
        const std::string_view line(*each);
        const std::string_view name = line.substr(0, line.find('='));
        if (inherit || std::find(necessary.begin(), necessary.end(), name) != necessary.end())
            m_lines.emplace_back(line);
    }
}

Environment::~Environment()
{
    for (Bytes &line : m_lines)
        latchkey::wipe(line.data(), line.size());
}

void Environment::set(std::string_view name, std::string_view value)
{
    std::erase_if(m_lines, [name](const Bytes &line) { return isNamed(line, name); });
    Bytes line;
    line.reserve(name.size() + value.size() + 1);
    line += name;
    line += '=';
    line += value;
    m_lines.push_back(std::move(line));
}

std::string_view Environment::value(std::string_view name) const
{
    for (const Bytes &line : m_lines) {
        if (isNamed(line, name))
            return std::string_view(line).substr(name.size() + 1);
    }
    return {};
}

std::vector<char *> Environment::pointers()
{
    std::vector<char *> result;
    for (Bytes &line : m_lines)
        result.push_back(line.data());
    result.push_back(nullptr);
    return result;
}

Error become(const std::vector<std::string_view> &command, Environment &environment)
{
    std::vector<std::string> words(command.begin(), command.end());
    std::vector<char *> arguments;
    for (std::string &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::vector<char *> variables = environment.pointers();
    const std::string &program = words.front();
    // As execvp does, but in the PATH that the program will have.
    int trouble = ENOENT;
    if (program.find('/') != std::string::npos) {
        trouble = execute(program, arguments, variables);
    } else {
        const std::string_view path = environment.value("PATH");
        std::string_view rest = path.empty() ? std::string_view("/usr/bin:/bin") : path;
        while (true) {
            const std::size_t end = rest.find(':');
            std::string folder(rest.substr(0, end));
            const std::string file = folder.empty() ? program : folder + '/' + program;
            const int why = execute(file, arguments, variables);
            if (why != ENOENT && why != ENOTDIR)
                trouble = why;
            if (end == std::string_view::npos)
                break;
            rest.remove_prefix(end + 1);
        }
    }
    const ErrorCode code = trouble == ENOENT                       ? ErrorCode::NotFound
                           : trouble == EACCES || trouble == EPERM ? ErrorCode::Denied
                                                                   : ErrorCode::ToolFailed;
    return {code,
            "The program " + program + " cannot be run: " + std::strerror(trouble) + '.',
            {},
            false};
}

} // namespace cli
