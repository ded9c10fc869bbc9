// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "web/answerwriter.h"
#include "web/connection.h"
#include "web/gate.h"
#include "web/requestlog.h"
#include "web/router.h"
#include "web/site.h"
#include "web/siterules.h"
#include "web/websocketsession.h"

#include <QAbstractHttpServer>
#include <QElapsedTimer>
#include <QPointer>
#include <QPromise>
#include <QWebSocketServer>

#include <map>
#include <stop_token>
#include <unordered_set>

namespace web {

//! What stands behind a Server: QHttpServer, which keeps the sockets, the gate in front of it and
//! the router behind.
class Floor final : public QAbstractHttpServer, public Gatekeeper
{
    Q_OBJECT

public:
    Floor(Site site, Limits limits, const Router &router, base::Clock &clock, Metrics &metrics);
    ~Floor() override;

    [[nodiscard]] base::Result<quint16> start(const QHostAddress &address, quint16 port);
    [[nodiscard]] base::Task<> drain();
    void stop();
    [[nodiscard]] const QTcpServer &gate() const { return *m_gate; }
    [[nodiscard]] int connections() const;
    [[nodiscard]] RequestLog &log() { return m_log; }

    // Gatekeeper
    [[nodiscard]] tl::expected<RequestParts, HeadRefusal> admit(const Head &head,
                                                                const QHostAddress &peer,
                                                                quint16 port) override;
    [[nodiscard]] AnswerBytes refusalOf(const HeadRefusal &refusal,
                                        const QString &traceId) override;
    void left(Connection &connection) override;
    void serve(Connection &connection) override;
    [[nodiscard]] bool isDraining() const override { return m_isDraining; }

protected:
    // QAbstractHttpServer
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    //! A request on its way through the house.
    struct Visit
    {
        QPointer<Connection> connection;
        quint64 turn = 0;
        QElapsedTimer since;
        const Router::Route *route = nullptr;
        Method method = Method::Get;
        QHostAddress peer;
        QByteArray readableBy;
        bool isSecure = false;
        QString traceId;
    };
    //! A WebSocket whose handshake is under way.
    struct Upgrade
    {
        std::shared_ptr<const Request> request;
        const Router::Route *route = nullptr;
    };
    using PeerKey = std::pair<QString, quint16>;

    [[nodiscard]] QTcpSocket *welcome(std::unique_ptr<QTcpSocket> wire);
    [[nodiscard]] Response preflight(const Visit &visit, const Request &request) const;
    [[nodiscard]] static Response run(const Handler &handler, const Request &request);
    QCoro::Task<> runLater(Visit visit, Request request);
    void finish(const Visit &visit, const Response &response);
    void upgrade(Connection &connection, const Visit &visit, Request request);
    void greetWebSocket();
    QCoro::Task<> keepSweeping();
    void sweep();
    void finishDrainIfEmpty();

    Site m_site;
    Limits m_limits;
    const Router &m_router;
    base::Clock &m_clock;
    Gate *m_gate = nullptr; //!< belongs to QHttpServer
    std::optional<SiteRules> m_rules;
    AnswerWriter m_writer;
    RequestLog m_log;
    std::unordered_set<Connection *> m_connections;
    QWebSocketServer m_upgrader;
    std::map<PeerKey, Upgrade> m_upgrades;
    std::vector<std::weak_ptr<WebSocketSession>> m_sessions;
    int m_secondsToBeat = 0;
    bool m_isBound = false;
    bool m_isSweeping = false;
    bool m_isDraining = false;
    int m_drainSeconds = 0;
    std::unique_ptr<QPromise<void>> m_drained;
    std::stop_source m_stop;
    std::shared_ptr<Floor *> m_self; //!< what coroutines look at before they touch this
};

} // namespace web
