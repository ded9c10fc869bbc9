// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/methods/subjects.h"
#include "rpc/server.h"

namespace rpc {

namespace {

[[nodiscard]] base::Task<net::JsonText> doctor(CallPointer call)
{
    const std::stop_token stop = call->stop;
    CO_TRY(const QList<core::Finding> findings, co_await call->needs.doctor.examine(stop));
    net::JsonWriter writer;
    writer.object().array("findings");
    for (const core::Finding &finding : findings) {
        writer.object()
            .text("id", finding.id)
            .text("severity", core::nameOf(finding.severity))
            .text("what", finding.what)
            .text("remedy", finding.remedy)
            .end();
    }
    co_return writer.end().end().take();
}

} // namespace

QList<Method> doctorMethods()
{
    return {
        {.name = QStringLiteral("doctor"),
         .summary = QStringLiteral("What is wrong here as far as the agent sees it."),
         .params = {},
         .result = QStringLiteral("{findings: [{id, severity, what, remedy}]}"),
         .asking = Asking::Anybody,
         .run = doctor},
    };
}

} // namespace rpc
