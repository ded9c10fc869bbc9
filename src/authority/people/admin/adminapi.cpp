// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/admin/adminapi.h"

#include "authority/people/admin/userapi.h"
#include "web/fields.h"

#include <QJsonArray>

namespace authority {

using web::Method;
using web::Request;
using web::Response;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QJsonObject sessionJson(const core::AuthoritySession &session)
{
    return {{s("id"), session.handle},
            {s("user_id"), session.userId},
            {s("user"), session.userName},
            {s("peer"), session.peer},
            {s("agent"), session.agent},
            {s("created_at"), toJson(session.createdAt)},
            {s("seen_at"), toJson(session.seenAt)},
            {s("expires_at"), toJson(session.expiresAt)}};
}

QJsonObject keyJson(const core::AuthorityKey &key)
{
    return {{s("kid"), key.id},
            {s("alg"), key.algorithm},
            {s("state"), core::nameOf(key.state)},
            {s("created_at"), toJson(key.createdAt)},
            {s("active_at"), toJson(key.activeAt)},
            {s("retiring_at"), toJson(key.retiringAt)},
            {s("gone_at"), toJson(key.goneAt)}};
}

} // namespace

QJsonObject toJson(const core::AuthorityEvent &event)
{
    return {{s("sequence"), event.sequence},
            {s("at"), toJson(event.at)},
            {s("kind"), event.kind},
            {s("outcome"), event.outcome},
            {s("user"), event.user},
            {s("client"), event.client},
            {s("peer"), event.peer},
            {s("trace_id"), event.traceId},
            {s("detail"), event.detail}};
}

AdminApi::AdminApi(
    Household &house, UserDesk &desk, KeyDesk &keys, ClientDesk *clients, AdminGate &gate)
    : m_house(house)
    , m_desk(desk)
    , m_keys(keys)
    , m_clients(clients)
    , m_gate(gate)
{}

void AdminApi::addRoutes(web::Router &router)
{
    router.add(Method::Get, "/csrf/token", [this](const Request &request) {
        const Visitor visitor(m_house, request);
        const auto token = visitor.csrf();
        return visitor.answer(token ? Response::json(QJsonObject{{s("csrf_token"), *token}})
                                    : Response::error(token.error()));
    });
    m_gate.add(router,
               Method::Get,
               "/admin/sessions",
               s("Session_read"),
               {},
               [this](const Caller &, const Request &r) { return sessions(r); });
    m_gate.add(router,
               Method::Delete,
               "/admin/sessions/{id}",
               s("Session_revoke"),
               m_gate.sessionResource(),
               [this](const Caller &caller, const Request &r) {
                   const auto ended = m_desk.endSession(r.pathParameter("id"), caller.actor());
                   return ended ? Response::empty() : AdminGate::answer(ended.error());
               });
    m_gate.add(router,
               Method::Get,
               "/admin/logs",
               s("Log_read"),
               {},
               [this](const Caller &, const Request &r) { return logs(r); });
    addKeys(router);
    if (m_clients)
        addClients(router, *m_clients);
}

Response AdminApi::sessions(const Request &request) const
{
    const auto query = request.query();
    if (!query)
        return Response::error(query.error());
    web::Fields fields(*query);
    const QString user = fields.optionalText("user", {.longest = 64}).value_or(QString());
    fields.nothingElse();
    if (auto refusal = fields.refusal())
        return std::move(*refusal);
    const auto found = m_house.sessions.list(user);
    if (!found)
        return Response::error(found.error());
    QJsonArray sessions;
    for (const core::AuthoritySession &session : *found)
        sessions.append(sessionJson(session));
    return Response::json(QJsonObject{{s("sessions"), sessions}});
}

Response AdminApi::logs(const Request &request) const
{
    const auto query = request.query();
    if (!query)
        return Response::error(query.error());
    web::Fields fields(*query);
    core::AuthorityEventFilter filter;
    filter.limit = static_cast<int>(fields.optionalInteger("limit", 1, 1000).value_or(100));
    filter.before = fields.optionalInteger("before", 1).value_or(0);
    filter.kind = fields.optionalText("kind", {.longest = 64}).value_or(QString());
    filter.outcome = fields.optionalText("outcome", {.longest = 64}).value_or(QString());
    filter.user = fields.optionalText("user", {.longest = 64}).value_or(QString());
    filter.client = fields.optionalText("client", {.longest = 128}).value_or(QString());
    if (const auto since = fields.optionalText("since", {.longest = 40})) {
        filter.since = QDateTime::fromString(*since, Qt::ISODateWithMs);
        if (!filter.since.isValid()) {
            fields.refuse("not_allowed",
                          "since",
                          QCoreApplication::translate("authority",
                                                      "A time looks like 2026-11-22T12:00:00Z."));
        }
    }
    fields.nothingElse();
    if (auto refusal = fields.refusal())
        return std::move(*refusal);
    const auto found = m_house.events.find(filter);
    if (!found)
        return Response::error(found.error());
    QJsonArray events;
    for (const core::AuthorityEvent &event : *found)
        events.append(toJson(event));
    return Response::json(QJsonObject{{s("events"), events}});
}

Response AdminApi::keys() const
{
    QJsonArray keys;
    const QList<core::AuthorityKey> held = m_house.keys.list();
    for (const core::AuthorityKey &key : held)
        keys.append(keyJson(key));
    return Response::json(
        QJsonObject{{s("keys"), keys}, {s("next_turn"), toJson(m_house.keys.nextTurn())}});
}

void AdminApi::addKeys(web::Router &router)
{
    m_gate.add(router,
               Method::Get,
               "/admin/keys",
               s("Key_read"),
               {},
               [this](const Caller &, const Request &) { return keys(); });
    m_gate.addAsync(router,
                    Method::Post,
                    "/admin/keys/rotate",
                    s("Key_rotate"),
                    {},
                    [this](Caller caller, Request) -> QCoro::Task<Response> {
                        const Actor actor = caller.actor();
                        const auto rolled = co_await m_keys.rollOver(actor);
                        co_return rolled ? keys() : AdminGate::answer(rolled.error());
                    });
    m_gate.addAsync(router,
                    Method::Delete,
                    "/admin/keys/{id}",
                    s("Key_revoke"),
                    {},
                    [this](Caller caller, Request request) -> QCoro::Task<Response> {
                        const QString id = request.pathParameter("id");
                        const Actor actor = caller.actor();
                        const auto revoked = co_await m_keys.revoke(id, actor);
                        co_return revoked ? keys() : AdminGate::answer(revoked.error());
                    });
}

} // namespace authority
