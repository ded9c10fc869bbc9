// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/methods/subjects.h"
#include "rpc/server.h"
#include "rpc/views.h"

namespace rpc {

namespace {

net::JsonText stateJson(const Call &call)
{
    net::JsonWriter writer;
    writer.object().text("state", nameOf(call.needs.lock.state()));
    return writer.end().take();
}

[[nodiscard]] base::Task<net::JsonText> lock(CallPointer call)
{
    call->needs.lock.lock(call->actor());
    co_return stateJson(*call);
}

[[nodiscard]] base::Task<net::JsonText> unlock(CallPointer call)
{
    base::Secret passphrase = call->params.secret("passphrase");
    const QString actor = call->actor();
    CO_TRY_VOID(co_await call->needs.lock.unlock(std::move(passphrase), actor));
    co_return stateJson(*call);
}

} // namespace

QList<Method> lockMethods()
{
    return {
        {.name = QStringLiteral("lock"),
         .summary = QStringLiteral("Closes the store; no secret stays in memory."),
         .params = {},
         .result = QStringLiteral("{state}"),
         .run = lock},
        {.name = QStringLiteral("unlock"),
         .summary = QStringLiteral("Opens the store."),
         .params = {{.name = QStringLiteral("passphrase"),
                     .type = ParamType::Secret,
                     .presence = Presence::Optional,
                     .summary =
                         QStringLiteral("Where the store has one (status: needs_passphrase).")}},
         .result = QStringLiteral("{state}"),
         .run = unlock},
    };
}

} // namespace rpc
