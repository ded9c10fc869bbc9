// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/admin/admingate.h"

#include <QTimer>

#include <memory>
#include <vector>

namespace authority {

//! /admin/live: events, changes of users and counters as they happen, one JSON object a message,
//! to whoever may read the log. Who loses that right is cut off; who reads too slowly is dropped by
//! the WebSocketSession.
class LiveFeed
{
public:
    LiveFeed(Household &house, AdminGate &gate);
    ~LiveFeed();
    LiveFeed(const LiveFeed &) = delete;
    LiveFeed &operator=(const LiveFeed &) = delete;

    void addRoutes(web::Router &router);
    //! Closes all (1001).
    void stop();
    [[nodiscard]] std::size_t readers() const { return m_readers.size(); }

    //! Tells everybody the counters and looks who may still listen: every few seconds.
    void beat();

private:
    void open(const std::shared_ptr<web::WebSocketSession> &session);
    void send(const QJsonObject &message);
    void sweep();
    [[nodiscard]] QJsonObject counters() const;

    Household &m_house;
    AdminGate &m_gate;
    std::vector<std::shared_ptr<web::WebSocketSession>> m_readers;
    QTimer m_beat;
    base::Subscription m_events;
    base::Subscription m_users;
};

} // namespace authority
