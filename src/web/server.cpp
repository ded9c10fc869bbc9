// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/server.h"

#include "web/floor.h"

namespace web {

Server::Server(Site site,
               Limits limits,
               const Router &router,
               base::Clock &clock,
               Metrics &metrics,
               QObject *parent)
    : QObject(parent)
    , m_floor(std::make_unique<Floor>(std::move(site), limits, router, clock, metrics))
{}

Server::~Server() = default;

base::Result<quint16> Server::start(const QHostAddress &address, quint16 port)
{
    return m_floor->start(address, port);
}

base::Task<> Server::drain()
{
    return m_floor->drain();
}

void Server::stop()
{
    m_floor->stop();
}

bool Server::isListening() const
{
    return m_floor->gate().isListening();
}

quint16 Server::port() const
{
    return m_floor->gate().serverPort();
}

int Server::connections() const
{
    return m_floor->connections();
}

base::Event<RequestSeen> &Server::requests()
{
    return m_floor->log().seen();
}

} // namespace web
