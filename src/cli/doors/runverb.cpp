// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"
#include "cli/doors/childprocess.h"
#include "cli/doors/doors.h"
#include "cli/doors/dotenv.h"
#include "cli/doors/files.h"
#include "cli/doors/template.h"

#include <algorithm>

namespace cli {

using latchkey::Bytes;
using latchkey::Error;
using latchkey::ErrorCode;
using latchkey::Result;
using latchkey::Secret;

namespace {

//! A variable that the program gets, and where its relative paths begin.
struct Wanted
{
    Variable variable;
    std::string folder;
    std::string place; //!< for complaints: ".env, line 3"
};

std::string folderOf(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    return slash == 0 ? "/" : path.substr(0, slash);
}

Result<std::vector<Wanted>> wantedBy(const Arguments &arguments)
{
    std::vector<Wanted> wanted;
    for (const std::string &file : arguments.values("--env-file")) {
        const auto text = readWhole(file);
        if (!text)
            return text.error();
        auto variables = readDotenv(*text);
        if (!variables) {
            Error error = variables.error();
            error.message = file + ": " + error.message;
            return error;
        }
        const std::string folder = folderOf(absolutePath(file));
        for (Variable &each : *variables) {
            std::string place = file + ", line " + std::to_string(each.line);
            wanted.push_back({std::move(each), folder, std::move(place)});
        }
    }
    for (const std::string &each : arguments.values("--env")) {
        const std::size_t split = each.find('=');
        const std::string name = each.substr(0, split);
        if (split == std::string::npos || !isVariableName(name))
            return usageError("--env takes NAME=REFERENCE, such as "
                              "GITHUB_TOKEN=auth://github/work/token.");
        wanted.push_back({{name, Secret(std::string_view(each).substr(split + 1)), 0},
                          currentFolder(),
                          "--env " + name});
    }
    return wanted;
}

} // namespace

Outcome runCommand(Context &context, const Arguments &arguments)
{
    const std::vector<std::string_view> &command = arguments.operands();
    if (command.empty())
        return usageError("There is no program to run.",
                          "Write it behind --: latchkey run --env-file .env -- make deploy");
    const auto wanted = wantedBy(arguments);
    if (!wanted)
        return wanted.error();

    Environment environment(!arguments.has("--no-inherit"));
    std::vector<Bytes> hidden;
    for (const Wanted &each : *wanted) {
        const std::string_view text = each.variable.value.expose();
        if (!looksLikeReference(text)) {
            environment.set(each.variable.name, text);
            continue;
        }
        const auto value = resolved(context, text, each.folder);
        if (!value) {
            Error error = value.error();
            error.message = each.place + ": " + error.message;
            return error;
        }
        if (value->expose().find('\0') != std::string_view::npos)
            return Error{ErrorCode::Unsupported,
                         each.place + ": the value is no text, and no variable can hold it.",
                         {},
                         false};
        environment.set(each.variable.name, value->expose());
        for (Bytes &spelling : spellingsOf(value->expose()))
            hidden.push_back(std::move(spelling));
    }
    context.out.flush();
    if (!arguments.has("--mask"))
        return become(command, environment);
    const MaskWords words(hidden);
    return runMasked(command, environment, words);
}

} // namespace cli
