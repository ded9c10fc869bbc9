// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/methods/subjects.h"
#include "rpc/server.h"
#include "rpc/words.h"

namespace rpc {

namespace {

//! The passphrase is the consent: who knows it could open the file without us. The record says who.
[[nodiscard]] base::Task<net::JsonText> recoveryKey(CallPointer call)
{
    base::Secret passphrase = call->params.secret("passphrase");
    const QString actor = call->actor();
    auto asking = call->needs.store.recoveryKey(std::move(passphrase), actor);
    CO_TRY(const base::Secret key, co_await asking);
    net::JsonWriter writer;
    writer.object().secret("recovery_key", key);
    writer.text("place", call->needs.store.status().place);
    co_return writer.end().take();
}

[[nodiscard]] base::Task<net::JsonText> keepOlder(CallPointer call)
{
    core::StoreRestores *restores = call->needs.restores;
    bool wasOlder = false;
    if (restores != nullptr) {
        const QString actor = call->actor();
        wasOlder = restores->olderCopy().isValid();
        auto keeping = restores->keepOlderCopy(actor);
        CO_TRY_VOID(co_await keeping);
    }
    net::JsonWriter writer;
    writer.object().flag("kept", wasOlder);
    co_return writer.end().take();
}

} // namespace

QList<Method> storeMethods()
{
    return {
        {.name = QStringLiteral("store.recovery_key"),
         .summary =
             QStringLiteral("Gives the age identity that opens the vault file without Latchkey."),
         .params = {{.name = QStringLiteral("passphrase"),
                     .type = ParamType::Secret,
                     .summary = QStringLiteral("The store's passphrase, whether or not it is "
                                               "locked.")}},
         .result = QStringLiteral("{recovery_key, place}"),
         .run = recoveryKey},
        {.name = QStringLiteral("store.keep_older"),
         .summary = QStringLiteral(
             "Says that the older copy of the vault file that is in use was put back on purpose."),
         .params = {},
         .result = QStringLiteral("{kept}"),
         .run = keepOlder},
    };
}

} // namespace rpc
