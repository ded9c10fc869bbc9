// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/methods/subjects.h"
#include "rpc/server.h"
#include "rpc/views.h"
#include "rpc/words.h"

#include <QCoreApplication>

namespace rpc {

namespace {

[[nodiscard]] base::Task<net::JsonText> status(CallPointer call)
{
    const Needs &needs = call->needs;
    const core::StoreStatus store = needs.store.status();
    net::JsonWriter writer;
    writer.object().text("version", needs.version);
    writer.number("pid", QCoreApplication::applicationPid());
    writer.number("account_count", needs.accounts.list().size());
    writer.text("state", nameOf(needs.lock.state())).text("reason", needs.lock.reason());
    writer.flag("needs_passphrase", needs.lock.needsPassphrase());
    writer.object("store").text("kind", core::nameOf(store.kind)).text("place", store.place);
    writer.text("state", nameOf(store.state)).text("reason", store.reason).end();
    writer.flag("screen", needs.hasScreen).number("waiting", needs.consent.waiting().size());
    writer.number("uptime_seconds", call->startedAt.secsTo(needs.clock.now()));
    writer.time("started_at", call->startedAt).text("socket", needs.paths.agentSocket());
    writer.text("profile", qEnvironmentVariable("LATCHKEY_PROFILE"));
    co_return writer.end().take();
}

[[nodiscard]] base::Task<net::JsonText> shutdown(CallPointer call)
{
    if (!call->needs.shutdown)
        co_return base::fail(base::ErrorCode::Unsupported, Words::tr("This agent ends by itself."));
    // The answer goes out in this turn of the loop.
    const auto end = [ends = call->needs.shutdown, reason = call->params.text("reason")] {
        ends(reason);
    };
    QMetaObject::invokeMethod(QCoreApplication::instance(), end, Qt::QueuedConnection);
    co_return emptyObject();
}

[[nodiscard]] base::Task<net::JsonText> listMethods(CallPointer call)
{
    net::JsonWriter writer;
    writer.object().array("methods");
    for (const Method &method : call->methods->all()) {
        writer.object().text("name", method.name).text("summary", method.summary);
        writer.array("params");
        for (const Param &param : method.params) {
            writer.object().text("name", param.name).text("type", nameOf(param.type));
            writer.flag("required", param.presence == Presence::Required);
            writer.text("summary", param.summary);
            if (!param.choices.isEmpty())
                writer.texts("choices", param.choices);
            writer.end();
        }
        writer.end().text("result", method.result).end();
    }
    co_return writer.end().end().take();
}

} // namespace

QList<Method> statusMethods()
{
    return {
        {.name = QStringLiteral("status"),
         .summary = QStringLiteral("Tells how the agent is."),
         .params = {},
         .result = QStringLiteral(
             "{version, pid, account_count, state, reason, needs_passphrase, store: {kind, place, "
             "state, reason}, screen, waiting, uptime_seconds, started_at, socket, profile}"),
         .asking = Asking::Anybody,
         .run = status},
        {.name = QStringLiteral("shutdown"),
         .summary = QStringLiteral("Ends the agent once it has answered."),
         .params = {{.name = QStringLiteral("reason"),
                     .presence = Presence::Optional,
                     .summary = QStringLiteral("handover: another agent takes its place.")}},
         .result = QStringLiteral("{}"),
         .run = shutdown},
        {.name = QStringLiteral("rpc.methods"),
         .summary = QStringLiteral("Lists the methods and their parameters."),
         .params = {},
         .result = QStringLiteral("{methods: [{name, summary, params: [{name, type, required, "
                                  "summary, choices?}], result}]}"),
         .asking = Asking::Anybody,
         .run = listMethods},
    };
}

} // namespace rpc
