// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/event.h"
#include "base/task.h"
#include "web/metrics.h"
#include "web/router.h"
#include "web/site.h"

#include <QDateTime>
#include <QHostAddress>
#include <QObject>

#include <memory>

namespace web {

class Floor;

//! What the window shows of one request.
struct RequestSeen
{
    QDateTime at;
    QByteArray method;
    QByteArray route; //!< the pattern, never the path: a path may hold a name
    int status = 0;
    qint64 micros = 0;
    QString traceId;
    QString peer;
};

//! An HTTP/1.1 server for the thread that made it: QHttpServer behind a gate that lets nothing
//! through but whole, well-formed requests for this site (see connection.h), in front of a Router.
class Server : public QObject
{
    Q_OBJECT

public:
    //! All of them outlive the server, the clock by one more turn of the event loop. Routes are
    //! added before start().
    Server(Site site,
           Limits limits,
           const Router &router,
           base::Clock &clock,
           Metrics &metrics,
           QObject *parent = nullptr);
    ~Server() override;

    //! Gives the port; 0 takes a free one. Conflict: somebody else has it. A server that was
    //! stopped can be started again.
    [[nodiscard]] base::Result<quint16> start(const QHostAddress &address, quint16 port);
    //! Takes no new connections and no new requests, and ends when what is under way has been
    //! answered, or after Limits::drain. The server is stopped then.
    [[nodiscard]] base::Task<> drain();
    //! Closes everything now.
    void stop();

    [[nodiscard]] bool isListening() const;
    [[nodiscard]] quint16 port() const;
    //! Open connections, WebSockets included.
    [[nodiscard]] int connections() const;

    //! Every answered request but those of quiet routes.
    [[nodiscard]] base::Event<RequestSeen> &requests();

private:
    std::unique_ptr<Floor> m_floor;
};

} // namespace web
