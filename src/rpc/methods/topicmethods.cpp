// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/connection.h"
#include "rpc/methods/subjects.h"
#include "rpc/topics.h"
#include "rpc/words.h"

namespace rpc {

namespace {

base::Result<QStringList> topicsOf(const Call &call)
{
    QStringList topics = call.params.texts("topics");
    for (const QString &topic : std::as_const(topics)) {
        if (!allTopics().contains(topic)) {
            return base::fail(base::ErrorCode::InvalidInput,
                              Words::tr("topics: there is no topic ‘%1’.").arg(topic.left(64)),
                              Words::tr("The topics are: %1.").arg(allTopics().join(u", ")));
        }
    }
    return topics.isEmpty() ? allTopics() : topics;
}

net::JsonText subscribed(const Connection &connection)
{
    net::JsonWriter writer;
    writer.object().array("subscribed");
    for (const QString &topic : allTopics()) {
        if (connection.topics.contains(topic))
            writer.text(topic);
    }
    return writer.end().end().take();
}

[[nodiscard]] base::Task<net::JsonText> subscribe(CallPointer call)
{
    CO_TRY(const QStringList topics, topicsOf(*call));
    const auto connection = call->connection.lock();
    if (!connection)
        co_return base::fail(base::ErrorCode::Cancelled, Words::tr("The connection has closed."));
    for (const QString &topic : topics)
        connection->topics.insert(topic);
    co_return subscribed(*connection);
}

[[nodiscard]] base::Task<net::JsonText> unsubscribe(CallPointer call)
{
    CO_TRY(const QStringList topics, topicsOf(*call));
    const auto connection = call->connection.lock();
    if (!connection)
        co_return base::fail(base::ErrorCode::Cancelled, Words::tr("The connection has closed."));
    for (const QString &topic : topics)
        connection->topics.remove(topic);
    co_return subscribed(*connection);
}

Param topicsParam(const char *summary)
{
    return {.name = QStringLiteral("topics"),
            .type = ParamType::Texts,
            .presence = Presence::Optional,
            .summary = QString::fromLatin1(summary)};
}

} // namespace

QList<Method> topicMethods()
{
    return {
        {.name = QStringLiteral("subscribe"),
         .summary = QStringLiteral("Asks for `event` notifications on this connection."),
         .params = {topicsParam("accounts, tokens, lock, audit, consent (default: all).")},
         .result = QStringLiteral("{subscribed: [topic]}"),
         .asking = Asking::Anybody,
         .run = subscribe},
        {.name = QStringLiteral("unsubscribe"),
         .summary = QStringLiteral("Ends them again."),
         .params = {topicsParam("Which to end (default: all).")},
         .result = QStringLiteral("{subscribed: [topic]}"),
         .asking = Asking::Anybody,
         .run = unsubscribe},
    };
}

} // namespace rpc
