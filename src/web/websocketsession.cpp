// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/websocketsession.h"

#include <QWebSocket>

namespace web {

WebSocketSession::WebSocketSession(std::unique_ptr<QWebSocket> socket,
                                   std::shared_ptr<const Request> request,
                                   const Limits &limits)
    : m_socket(std::move(socket))
    , m_request(std::move(request))
    , m_longestBacklog(limits.webSocketBacklog)
{
    m_socket->setMaxAllowedIncomingMessageSize(quint64(limits.webSocketMessage));
    m_socket->setMaxAllowedIncomingFrameSize(quint64(limits.webSocketMessage));
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &WebSocketSession::received);
    connect(m_socket.get(), &QWebSocket::pong, this, [this] { m_awaitsPong = false; });
    connect(m_socket.get(), &QWebSocket::disconnected, this, [this] {
        if (!m_isClosed) {
            m_isClosed = true;
            Q_EMIT closed();
        }
    });
}

WebSocketSession::~WebSocketSession()
{
    disconnect(m_socket.get(), nullptr, this, nullptr);
    if (!m_isClosed)
        m_socket->close(QWebSocketProtocol::CloseCodeGoingAway);
    // It may be on the stack above us: the last pointer can go inside one of its signals.
    m_socket.release()->deleteLater();
}

bool WebSocketSession::isOpen() const
{
    return !m_isClosed && m_socket->isValid();
}

qint64 WebSocketSession::backlog() const
{
    return m_socket->bytesToWrite();
}

bool WebSocketSession::send(const QString &text)
{
    if (!isOpen())
        return false;
    if (backlog() + text.size() > m_longestBacklog) {
        close(1013, QStringLiteral("too slow"));
        // The close frame would wait behind all that was not read.
        m_socket->abort();
        return false;
    }
    m_socket->sendTextMessage(text);
    return true;
}

void WebSocketSession::close(quint16 code, const QString &reason)
{
    if (isOpen())
        m_socket->close(QWebSocketProtocol::CloseCode(code), reason);
}

void WebSocketSession::beat()
{
    if (!isOpen())
        return;
    if (m_awaitsPong) {
        close(1001, QStringLiteral("no heartbeat"));
        m_socket->abort();
        return;
    }
    m_awaitsPong = true;
    m_socket->ping();
}

} // namespace web
