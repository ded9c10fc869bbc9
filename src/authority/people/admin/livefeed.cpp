// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/admin/livefeed.h"

#include "authority/people/admin/adminapi.h"
#include "authority/people/admin/userapi.h"
#include "web/websocketsession.h"

#include <QJsonDocument>

namespace authority {

namespace {

constexpr std::chrono::seconds beatPeriod(5);
constexpr std::size_t mostReaders = 20;
constexpr quint16 goingAway = 1001; // RFC 6455 7.4.1
constexpr quint16 notAllowed = 1008;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QString compact(const QJsonObject &message)
{
    return QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact));
}

} // namespace

LiveFeed::LiveFeed(Household &house, AdminGate &gate)
    : m_house(house)
    , m_gate(gate)
    , m_events(house.events.recorded.subscribe([this](const core::AuthorityEvent &event) {
        if (!m_readers.empty())
            send({{s("type"), s("event")}, {s("event"), toJson(event)}});
    }))
    , m_users(house.users.changed.subscribe([this](const QString &id) {
        if (m_readers.empty())
            return;
        const auto user = m_house.users.find(id);
        send({{s("type"), s("user")},
              {s("id"), id},
              {s("user"), user ? QJsonValue(toJson(*user)) : QJsonValue()}});
    }))
{
    m_beat.setInterval(beatPeriod);
    QObject::connect(&m_beat, &QTimer::timeout, &m_beat, [this] { beat(); });
}

LiveFeed::~LiveFeed() = default;

void LiveFeed::addRoutes(web::Router &router)
{
    web::WebSocketRoute route;
    route.refusal = [this](const web::Request &request) -> std::optional<web::Response> {
        Caller caller;
        if (auto refused =
                m_gate.refusal(request, s("Log_read"), {}, &caller, SessionTable::Renewal::NotNow))
            return refused;
        if (m_readers.size() >= mostReaders) {
            return web::Response::refusal(
                503, "busy", QCoreApplication::translate("authority", "Too many are listening."));
        }
        return {};
    };
    route.opened = [this](const std::shared_ptr<web::WebSocketSession> &session) { open(session); };
    router.addWebSocket("/admin/live", std::move(route));
}

void LiveFeed::open(const std::shared_ptr<web::WebSocketSession> &session)
{
    m_readers.push_back(session);
    if (!m_beat.isActive())
        m_beat.start();
    static_cast<void>(session->send(compact(counters())));
}

void LiveFeed::send(const QJsonObject &message)
{
    const QString text = compact(message);
    for (const auto &reader : m_readers)
        static_cast<void>(reader->send(text)); // false: dropped, and swept at the next beat
}

void LiveFeed::sweep()
{
    std::erase_if(m_readers, [](const auto &reader) { return !reader->isOpen(); });
    if (m_readers.empty())
        m_beat.stop();
}

void LiveFeed::beat()
{
    for (const auto &reader : m_readers) {
        Caller caller;
        if (m_gate.refusal(
                reader->request(), s("Log_read"), {}, &caller, SessionTable::Renewal::NotNow))
            reader->close(notAllowed);
    }
    sweep();
    if (!m_readers.empty())
        send(counters());
}

void LiveFeed::stop()
{
    for (const auto &reader : m_readers)
        reader->close(goingAway);
    m_readers.clear();
    m_beat.stop();
}

QJsonObject LiveFeed::counters() const
{
    const auto users = m_house.users.count();
    const auto sessions = m_house.sessions.count();
    const auto active = m_house.sessions.countUsers();
    const Buckets::Counters buckets = m_house.buckets.counters();
    return {{s("type"), s("counters")},
            {s("users"), users ? *users : -1},
            {s("sessions"), sessions ? *sessions : -1},
            {s("active_users"), active ? *active : -1},
            {s("sign_ins"), m_house.signIns.value()},
            {s("auth_failures"), m_house.failures.value()},
            {s("throttled"), m_house.throttled.value() + static_cast<double>(buckets.refused)}};
}

} // namespace authority
