// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QUrl>

#include <chrono>
#include <utility>

namespace web {

//! What a client may ask of the server before it is turned away.
struct Limits
{
    int connections = 200;
    qint64 head = 16LL * 1024; //!< request line and headers
    qint64 body = 64LL * 1024; //!< a route may say otherwise
    std::chrono::seconds send{15}; //!< for the whole request to arrive
    std::chrono::seconds answer{30};
    std::chrono::seconds idle{60}; //!< between two requests of a connection
    std::chrono::seconds drain{10}; //!< for what is under way when the server stops
    std::chrono::seconds heartbeat{20}; //!< between two pings of a WebSocket
    qint64 webSocketBacklog = 1024LL * 1024; //!< unsent bytes before a slow reader is dropped
    qint64 webSocketMessage = 64LL * 1024;
};

//! A network, as QHostAddress::parseSubnet() gives it.
using Subnet = std::pair<QHostAddress, int>;

//! Where the server is to be found.
struct Site
{
    //! How clients reach it through a reverse proxy; empty: by 127.0.0.1, localhost and [::1] only.
    QUrl publicUrl;
    //! Whose X-Forwarded-For, -Proto and -Host are believed; nobody's unless told.
    QList<Subnet> trustedProxies;
};

} // namespace web
