// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "web/request.h"
#include "web/site.h"

#include <QObject>
#include <QString>

#include <memory>

class QWebSocket;

namespace web {

//! One open WebSocket (RFC 6455). It pings on its own and is closed when no pong comes; a reader
//! that is too slow is dropped (1013) rather than waited for. Whoever keeps the shared pointer
//! keeps the connection.
class WebSocketSession : public QObject
{
    Q_OBJECT

public:
    WebSocketSession(std::unique_ptr<QWebSocket> socket,
                     std::shared_ptr<const Request> request,
                     const Limits &limits);
    ~WebSocketSession() override;

    //! False when it is closed, or was dropped just now.
    bool send(const QString &text);
    void close(quint16 code = 1000, const QString &reason = {});
    [[nodiscard]] bool isOpen() const;
    //! The request that asked for the upgrade.
    [[nodiscard]] const Request &request() const { return *m_request; }
    //! Unsent bytes.
    [[nodiscard]] qint64 backlog() const;

    //! One heartbeat: closes (1001) if the ping before has no pong yet, else pings. The server
    //! calls it every Limits::heartbeat.
    void beat();

Q_SIGNALS:
    void received(const QString &text);
    //! Once, whoever closed it.
    void closed();

private:
    std::unique_ptr<QWebSocket> m_socket;
    std::shared_ptr<const Request> m_request;
    qint64 m_longestBacklog = 0;
    bool m_awaitsPong = false;
    bool m_isClosed = false;
};

} // namespace web
