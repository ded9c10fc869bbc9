// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"
#include "cli/doors/doors.h"
#include "cli/doors/editsession.h"
#include "cli/doors/files.h"
#include "cli/prompt.h"

#include <cstdlib>

namespace cli {

using latchkey::Bytes;
using latchkey::Error;
using latchkey::ErrorCode;
using latchkey::Json;
using latchkey::Secret;

namespace {

Json fileParams(const Arguments &arguments)
{
    Json params = Json::object().set("path", absolutePath(arguments.operand(0)));
    params.setIfAny("format", arguments.value("--input-type"));
    return params;
}

const char *variable(const char *name)
{
    const char *const value = std::getenv(name);
    return value != nullptr && *value != '\0' ? value : nullptr;
}

//! The keys of this shell, which the agent does not see: SOPS_AGE_KEY and SOPS_AGE_KEY_FILE.
void bringKeys(Json &params)
{
    Bytes keys;
    if (const char *const key = variable("SOPS_AGE_KEY")) {
        keys += key;
        keys += '\n';
    }
    if (const char *const file = variable("SOPS_AGE_KEY_FILE")) {
        const auto text = readWhole(file, 1024U * 1024);
        if (text)
            keys += *text;
    }
    params.setIfAny("age_keys", keys);
}

Json openedParams(const Arguments &arguments)
{
    Json params = fileParams(arguments);
    bringKeys(params);
    return params;
}

bool isInPlace(const Arguments &arguments)
{
    return arguments.has("--in-place") || arguments.has("-i");
}

//! To --output, or to standard output as it is.
Outcome deliver(Context &context, const Arguments &arguments, std::string_view text)
{
    const std::string_view to = arguments.value("--output");
    if (to.empty() || to == "-") {
        context.out.write(text);
        return 0;
    }
    const auto written = writePrivately(to, text);
    if (!written)
        return written.error();
    return 0;
}

Outcome done(const latchkey::Result<Json> &answer)
{
    if (!answer)
        return answer.error();
    return 0;
}

//! Whether the person wants to go on editing a text that cannot be taken.
bool wantsAnotherTry(Context &context, const Error &error)
{
    if (error.code != ErrorCode::InvalidInput && error.code != ErrorCode::Conflict
        && error.code != ErrorCode::Unsupported && error.code != ErrorCode::Corrupt)
        return false;
    if (!canAsk() || !context.out.errorIsTerminal())
        return false;
    context.out.complain(error);
    return askYesOrNo("Edit it again? [y/N] ");
}

} // namespace

Outcome decryptSops(Context &context, const Arguments &arguments)
{
    Json params = openedParams(arguments);
    if (isInPlace(arguments))
        return done(context.call("sops.decrypt", params.set("in_place", true)));
    params.setIfAny("extract", arguments.value("--extract"));
    params.setIfAny("output_format", arguments.value("--output-type"));
    const auto answer = context.call("sops.decrypt", params);
    if (!answer)
        return answer.error();
    if (context.out.isJson() && !arguments.has("--output")) {
        context.out.json(*answer);
        return 0;
    }
    return deliver(context, arguments, textOf(*answer, "text").expose());
}

Outcome encryptSops(Context &context, const Arguments &arguments)
{
    Json params = fileParams(arguments);
    if (arguments.has("--age"))
        params.set("age", Json::listOf(arguments.list("--age")));
    if (arguments.has("--pgp"))
        params.set("pgp", Json::listOf(arguments.list("--pgp")));
    if (isInPlace(arguments))
        return done(context.call("sops.encrypt", params.set("in_place", true)));
    const auto answer = context.call("sops.encrypt", params);
    if (!answer)
        return answer.error();
    if (context.out.isJson() && !arguments.has("--output")) {
        context.out.json(*answer);
        return 0;
    }
    return deliver(context, arguments, (*answer)["text"].text());
}

Outcome editSops(Context &context, const Arguments &arguments)
{
    const Json file = openedParams(arguments);
    Json mark = "";
    Bytes before;
    const auto opened = context.call("sops.decrypt", file);
    if (opened) {
        mark = (*opened)["mark"];
        if (opened->contains("encoding"))
            return Error{ErrorCode::Unsupported,
                         "The file holds no text, and no editor can show it.",
                         "Use sops decrypt and sops encrypt.",
                         false};
        before = (*opened)["text"].text();
    } else if (opened.error().code != ErrorCode::NotFound) {
        return opened.error(); // a file that is not there is made
    }
    const auto session = EditSession::begin(arguments.operand(0), before);
    if (!session)
        return session.error();
    while (true) {
        const auto edited = session->edit();
        if (!edited)
            return edited.error();
        const auto text = session->text();
        if (!text)
            return text.error();
        if (*text == before) {
            context.out.remark("Nothing was changed, so nothing was written.");
            return 0;
        }
        Json params = file;
        params.set("text", std::string_view(*text)).set("mark", mark);
        const auto taken = context.call("sops.replace", params);
        if (taken)
            return 0;
        if (!wantsAnotherTry(context, taken.error()))
            return taken.error();
    }
}

Outcome setSops(Context &context, const Arguments &arguments)
{
    const bool isGiven = arguments.operands().size() > 2;
    if (isGiven == arguments.has("--value-stdin"))
        return usageError("There has to be one value: behind the path, or with --value-stdin.");
    Secret value(arguments.operand(2));
    if (!isGiven) {
        auto read = secretFromInput("the value");
        if (!read)
            return read.error();
        value = std::move(*read);
    }
    Json params = openedParams(arguments);
    params.set("key", arguments.operand(1));
    if (arguments.has("--text")) {
        Bytes quoted;
        Json::writeText(quoted, value.expose());
        params.set("value", std::string_view(quoted));
    } else {
        params.set("value", value.expose());
    }
    return done(context.call("sops.set", params));
}

Outcome unsetSops(Context &context, const Arguments &arguments)
{
    return done(context.call("sops.set", openedParams(arguments).set("key", arguments.operand(1))));
}

Outcome describeSops(Context &context, const Arguments &arguments)
{
    const auto answer = context.call("sops.info", fileParams(arguments));
    if (!answer)
        return answer.error();
    Output &out = context.out;
    if (out.isJson()) {
        out.json(*answer);
        return 0;
    }
    if (!(*answer)["encrypted"].flag()) {
        out.line("Not encrypted.");
        return 0;
    }
    const auto list = [&out, &answer](const char *what, const char *name) {
        for (const std::string &each : (*answer)[name].texts())
            out.line(what + harmless(each));
    };
    list("age  ", "age");
    list("pgp  ", "pgp");
    list("kms  ", "services");
    out.line("rule " + harmless((*answer)["rule"].text()) + ' '
             + harmless((*answer)["pattern"].text()));
    out.line("last changed " + harmless((*answer)["last_modified"].text()));
    return 0;
}

} // namespace cli
