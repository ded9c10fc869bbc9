// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"
#include "cli/doors/files.h"
#include "cli/prompt.h"
#include "cli/verbs/verbs.h"

#include <unistd.h>

namespace cli {

using latchkey::Json;

namespace {

//! The store's passphrase, from where the command line says.
latchkey::Result<latchkey::Secret> passphrase(const Arguments &arguments)
{
    if (arguments.has("--passphrase-stdin"))
        return secretFromInput("Passphrase");
    if (!canAsk())
        return usageError("The recovery key is for who knows the passphrase, and there is no "
                          "terminal to ask on.",
                          "Pipe it in: latchkey vault recovery-key --passphrase-stdin");
    return askHidden("Passphrase: ");
}

//! Nobody wants to lose what is in that file, least of all when making this one.
latchkey::Result<> checkTarget(std::string_view path)
{
    if (path.empty() || ::access(std::string(path).c_str(), F_OK) != 0)
        return {};
    return latchkey::Error{latchkey::ErrorCode::Conflict,
                           harmless(path) + " is there already.",
                           "Name a file that is not there yet.",
                           false};
}

Outcome recoveryKey(Context &context, const Arguments &arguments)
{
    Output &out = context.out;
    const std::string_view target = arguments.value("--out");
    if (const auto free = checkTarget(target); !free)
        return free.error();
    const auto facts = context.call("status");
    if (!facts)
        return facts.error();
    Json params = Json::object();
    params.set("passphrase", "");
    // Without a passphrase the agent says where the key is, or that there is none.
    if ((*facts)["needs_passphrase"].flag()) {
        const auto typed = passphrase(arguments);
        if (!typed)
            return typed.error();
        params.set("passphrase", typed->expose());
    }
    const auto answer = context.call("store.recovery_key", params);
    if (!answer)
        return answer.error();
    const std::string_view key = (*answer)["recovery_key"].text();
    if (!target.empty()) {
        latchkey::Secret line(std::string(key) + '\n');
        if (const auto written = writePrivately(target, line.expose()); !written)
            return written.error();
        out.remark("Written to " + std::string(target)
                   + ", closed to others. Move it to a safe "
                     "place away from this computer.");
        return 0;
    }
    if (out.isJson()) {
        out.json(*answer);
        return 0;
    }
    out.write(key);
    out.write("\n");
    if (out.isTerminal())
        out.remark("Whoever has this line and the file " + (*answer)["place"].string()
                   + " has your secrets. Keep it away from this computer.");
    return 0;
}

Outcome keep(Context &context, const Arguments &)
{
    const auto answer = context.call("store.keep_older");
    if (!answer)
        return answer.error();
    if (context.out.isJson())
        context.out.json(*answer);
    else if ((*answer)["kept"].flag())
        context.out.remark("The older copy of the vault is the one that counts from now on.");
    else
        context.out.remark("The vault that is in use is the newest; there is nothing to say.");
    return 0;
}

constexpr Option recoveryOptions[]{
    {"--passphrase-stdin", "", "read the passphrase from standard input", ""},
    {"--out", "FILE", "write the key into a new file that only you can read", ""}};

constexpr Verb verbs[]{
    {"vault recovery-key",
     "print the key that opens the vault file without Latchkey",
     {},
     recoveryOptions,
     "Asks for the passphrase on the terminal. The key is for a safe place: with it, "
     "`age -d -i FILE vault.age` opens the vault wherever age is, also when the passphrase is "
     "forgotten. A new passphrase makes a new key. Where the vault is opened by a key file, that "
     "file is the key, and this says where it is.",
     &recoveryKey,
     {}},
    {"vault keep",
     "say that an older copy of the vault was put back on purpose",
     {},
     {},
     "Latchkey notices when an older vault file has come into the place of a newer one, and warns "
     "until it is told that this was wanted.",
     &keep,
     {}}};

} // namespace

std::span<const Verb> vaultVerbs()
{
    return verbs;
}

} // namespace cli
