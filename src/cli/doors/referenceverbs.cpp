// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"
#include "cli/doors/doors.h"
#include "cli/doors/files.h"
#include "cli/doors/template.h"

#include <map>
#include <unistd.h>

namespace cli {

using latchkey::Bytes;
using latchkey::Error;
using latchkey::Json;
using latchkey::Secret;

Outcome resolveReference(Context &context, const Arguments &arguments)
{
    Json params = Json::object().set("reference", arguments.operand(0));
    params.setIfAny("folder", currentFolder());
    const auto answer = context.call("resolve", params);
    if (!answer)
        return answer.error();
    Output &out = context.out;
    if (out.isJson()) {
        out.json(*answer);
        return 0;
    }
    const Secret value = textOf(*answer, "value");
    out.write(value.expose());
    if (!value.expose().ends_with('\n'))
        out.write("\n");
    return 0;
}

Outcome injectReferences(Context &context, const Arguments &arguments)
{
    const std::string_view in = arguments.has("--in") ? arguments.value("--in")
                                : arguments.has("-i") ? arguments.value("-i")
                                                      : "-";
    const std::string_view to =
        arguments.has("--out") ? arguments.value("--out") : arguments.value("-o");
    const auto text = readWhole(in);
    if (!text)
        return text.error();
    const auto pieces = splitTemplate(*text);
    if (!pieces)
        return pieces.error();
    std::string folder = currentFolder();
    if (in != "-") {
        folder = absolutePath(in);
        folder.resize(folder.rfind('/'));
    }
    // Nothing is written before everything is known.
    std::map<std::string_view, Secret> known;
    Bytes filled;
    for (const TemplatePiece &piece : *pieces) {
        if (!piece.isReference) {
            filled += piece.text;
            continue;
        }
        auto found = known.find(piece.text);
        if (found == known.end()) {
            auto value = resolved(context, piece.text, folder);
            if (!value) {
                Error error = value.error();
                error.message = (in == "-" ? std::string("Line ") : std::string(in) + ", line ")
                                + std::to_string(piece.line) + ", column "
                                + std::to_string(piece.column) + ": " + error.message;
                return error;
            }
            found = known.emplace(piece.text, std::move(*value)).first;
        }
        filled += found->second.expose();
    }
    if (to.empty() || to == "-") {
        context.out.write(filled);
        return 0;
    }
    const auto written = writePrivately(to, filled);
    if (!written)
        return written.error();
    return 0;
}

} // namespace cli
