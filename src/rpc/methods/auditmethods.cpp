// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settingspecs.h"
#include "rpc/methods/subjects.h"
#include "rpc/server.h"
#include "rpc/views.h"
#include "rpc/words.h"

#include <algorithm>

namespace rpc {

namespace {

constexpr qint64 mostEvents = 10'000;
constexpr qint64 usualEvents = 50;

//! A time, or a span back from now.
base::Result<QDateTime> sinceOf(const Call &call)
{
    const QString text = call.params.text("since");
    if (text.isEmpty())
        return QDateTime();
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() != Qt::LocalTime)
        return time.toUTC();
    if (const auto span = core::parseSpan(text))
        return call.needs.clock.now().addSecs(-span->count());
    return base::fail(base::ErrorCode::InvalidInput,
                      Words::tr("since: a time such as 2026-11-22T15:04:05Z or a span such as 24h "
                                "is expected."));
}

[[nodiscard]] base::Task<net::JsonText> tail(CallPointer call)
{
    core::AuditFilter filter;
    filter.limit = int(call->params.number("limit", usualEvents));
    filter.before = call->params.number("before", 0);
    filter.search = call->params.text("search");
    if (call->params.has("account")) {
        CO_TRY(filter.account, core::AccountId::parse(call->params.text("account")));
    }
    CO_TRY(filter.since, sinceOf(*call));
    const QStringList kinds = call->params.texts("kinds");
    for (const QString &name : kinds) {
        CO_TRY(const core::AuditKind kind, core::auditKindFrom(name));
        filter.kinds.append(kind);
    }
    CO_TRY(QList<core::AuditEvent> events, co_await call->needs.activity.search(std::move(filter)));
    std::reverse(events.begin(), events.end());
    net::JsonWriter writer;
    writer.object().array("events");
    for (const core::AuditEvent &event : std::as_const(events))
        writeEvent(writer, {}, event);
    co_return writer.end().end().take();
}

[[nodiscard]] base::Task<net::JsonText> verify(CallPointer call)
{
    const std::stop_token stop = call->stop;
    CO_TRY(const qint64 lines, co_await call->needs.activity.verify(stop));
    net::JsonWriter writer;
    writer.object().number("lines", lines);
    co_return writer.end().take();
}

Param optional(const char *name, ParamType type, const char *summary)
{
    return {.name = QString::fromLatin1(name),
            .type = type,
            .presence = Presence::Optional,
            .summary = QString::fromLatin1(summary)};
}

} // namespace

QList<Method> auditMethods()
{
    Param limit = optional("limit", ParamType::Integer, "How many at most (default 50).");
    limit.least = 1;
    limit.most = mostEvents;
    return {
        {.name = QStringLiteral("audit.tail"),
         .summary = QStringLiteral("Gives the last lines of the record, the newest last."),
         .params = {limit,
                    optional("account", ParamType::Text, "Only this account: github/work."),
                    optional("since", ParamType::Text, "A time, or a span such as 24h."),
                    optional("search", ParamType::Text, "In program, account and detail."),
                    optional("kinds", ParamType::Texts, "Only these: token_issued."),
                    optional(
                        "before", ParamType::Integer, "Only sequences below: the page before.")},
         .result = QStringLiteral(
             "{events: [{sequence, at, kind, actor, account, outcome, detail, trace_id}]}"),
         .asking = Asking::Anybody,
         .run = tail},
        {.name = QStringLiteral("audit.verify"),
         .summary = QStringLiteral("Checks that no line of the record was changed or removed."),
         .params = {},
         .result = QStringLiteral("{lines}"),
         .asking = Asking::Anybody,
         .run = verify},
    };
}

} // namespace rpc
