// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/localserver.h"
#include "rpc/connection.h"
#include "rpc/methods.h"
#include "rpc/oidcagentdoor.h"
#include "rpc/server.h"
#include "rpc/topics.h"

#include <QObject>
#include <QPromise>

#include <map>
#include <unordered_set>

namespace rpc {

//! What stands behind a Server: who may come in, and what is under way.
class Server::Floor final : public QObject, public Host
{
public:
    Floor(Server &server, Needs needs);
    ~Floor() override;

    [[nodiscard]] base::Result<> listen();
    [[nodiscard]] base::Result<> adopt(int listening, Door door);
    void welcome(std::unique_ptr<net::LinePipe> pipe, Caller caller);
    [[nodiscard]] base::Task<> stop();
    [[nodiscard]] QString path() const { return m_socket.path(); }
    [[nodiscard]] int connections() const { return int(m_connections.size()); }

    // Host
    [[nodiscard]] const Needs &needs() const override { return m_needs; }
    [[nodiscard]] const MethodTable &methods() const override { return m_methods; }
    [[nodiscard]] std::stop_token ending() const override { return m_ending.get_token(); }
    [[nodiscard]] QDateTime startedAt() const override { return m_startedAt; }
    void began() override { ++m_running; }
    void finished() override;

private:
    [[nodiscard]] bool admits(net::LinePipe &pipe, const net::PeerCredentials &peer);
    void take(std::unique_ptr<net::LinePipe> pipe, const net::PeerCredentials &peer);
    void followOidcSetting();
    void leave(Connection *connection);

    Server &m_server;
    Needs m_needs;
    MethodTable m_methods;
    QDateTime m_startedAt;
    std::stop_source m_ending;
    std::unordered_map<Connection *, std::shared_ptr<Connection>> m_connections;
    net::LocalServer m_socket;
    OidcAgentDoor m_oidcDoor;
    Topics m_topics;
    base::Subscription m_onSetting;
    int m_running = 0;
    bool m_hasListened = false; //!< listen(), so that oidc-agent's door may follow its setting
    std::unique_ptr<QPromise<void>> m_idle;
};

} // namespace rpc
