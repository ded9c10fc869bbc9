// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/floor.h"

#include "core/settingspecs.h"
#include "rpc/errors.h"
#include "rpc/log.h"
#include "rpc/words.h"

#include <QCoroFuture>
#include <QTimer>

#include <algorithm>

Q_LOGGING_CATEGORY(lcRpc, "latchkey.rpc")

namespace rpc {

namespace {

//! How long requests under way may take once the agent is to end.
constexpr std::chrono::seconds patience{5};
//! How long the last answers may take to be read.
constexpr std::chrono::seconds lastWords{1};

} // namespace

Server::Floor::Floor(Server &server, Needs needs)
    : m_server(server)
    , m_needs(std::move(needs))
    , m_methods(allMethods())
    , m_startedAt(m_needs.clock.now())
    , m_socket([this](std::unique_ptr<net::LinePipe> pipe, net::PeerCredentials peer) {
        take(std::move(pipe), peer);
    })
    , m_oidcDoor(*this,
                 [this](net::LinePipe &pipe, const net::PeerCredentials &peer) {
                     return admits(pipe, peer);
                 })
    , m_topics(m_needs,
               {[this](const QString &topic) {
                    return std::any_of(
                        m_connections.begin(), m_connections.end(), [&topic](const auto &entry) {
                            return entry.second->topics.contains(topic);
                        });
                },
                [this](const QString &topic, const net::JsonText &params) {
                    for (const auto &[key, connection] : m_connections) {
                        if (connection->topics.contains(topic))
                            connection->notify("event", params);
                    }
                },
                [this](const core::SignInProgress &progress) {
                    using Step = core::SignInProgress::Step;
                    const bool isOver = progress.step == Step::Done || progress.step == Step::Failed
                                        || progress.step == Step::Cancelled;
                    for (const auto &[key, connection] : m_connections) {
                        if (!connection->signIns.contains(progress.signInId))
                            continue;
                        connection->notify("sign_in.progress", progressJson(progress));
                        if (isOver)
                            connection->signIns.remove(progress.signInId);
                    }
                }})
    , m_onSetting(m_needs.settings.changed.subscribe([this](const QString &key) {
        if (key == core::setting::socketOidcAgent)
            followOidcSetting();
    }))
{}

Server::Floor::~Floor()
{
    m_ending.request_stop();
    const auto connections = std::exchange(m_connections, {});
    for (const auto &[key, connection] : connections)
        connection->abandon();
}

base::Result<> Server::Floor::listen()
{
    TRY_VOID(m_socket.listen(m_needs.paths.agentSocket()));
    m_hasListened = true;
    followOidcSetting();
    return {};
}

base::Result<> Server::Floor::adopt(int listening, Door door)
{
    if (door == Door::OidcAgent)
        return m_oidcDoor.adopt(listening);
    TRY_VOID(m_socket.adopt(listening));
    m_hasListened = true;
    followOidcSetting();
    return {};
}

void Server::Floor::followOidcSetting()
{
    if (!m_hasListened)
        return;
    if (!m_needs.settings.flag(core::setting::socketOidcAgent)) {
        m_oidcDoor.close();
        return;
    }
    if (const auto opened =
            m_oidcDoor.listen(m_needs.paths.runtime + QStringLiteral("/oidc-agent.sock"));
        !opened)
        qCWarning(lcRpc).noquote() << opened.error().message;
}

bool Server::Floor::admits(net::LinePipe &pipe, const net::PeerCredentials &peer)
{
    if (peer.uid != net::ownUid()) {
        core::AuditEvent event;
        event.kind = core::AuditKind::CallerRefused;
        event.actor = QStringLiteral("pid %1").arg(peer.pid);
        event.outcome = core::AuditOutcome::Refused;
        event.detail = QStringLiteral("uid %1").arg(peer.uid);
        qCWarning(lcRpc).noquote() << "Refused a caller of another user:" << event.detail;
        if (const auto kept = m_needs.audit.append(std::move(event)); !kept)
            qCWarning(lcRpc).noquote() << kept.error().message;
        return false;
    }
    const qint64 most = m_needs.settings.number(core::setting::socketMaxConnections);
    if (connections() + m_oidcDoor.connections() < most)
        return true;
    const net::JsonText text = busyAnswer({}, Words::tr("The agent has too many connections."));
    const auto written = pipe.write(text.view().toByteArray() + '\n');
    if (!written)
        qCDebug(lcRpc, "A caller that was one too many is gone already.");
    return false;
}

void Server::Floor::take(std::unique_ptr<net::LinePipe> pipe, const net::PeerCredentials &peer)
{
    if (admits(*pipe, peer))
        welcome(std::move(pipe), Caller{core::Peer{peer.pid, peer.uid}, peer.process, {}});
}

void Server::Floor::welcome(std::unique_ptr<net::LinePipe> pipe, Caller caller)
{
    const auto place = std::make_shared<Connection *>(nullptr);
    auto connection = Connection::make(
        *this, std::move(pipe), std::move(caller), [this, place](net::LineConnection::End end) {
            if (end != net::LineConnection::End::Finished)
                qCInfo(lcRpc, "A connection was cut off.");
            leave(*place);
        });
    *place = connection.get();
    m_connections.emplace(connection.get(), connection);
    m_server.connectionsChanged.announce(connections());
}

void Server::Floor::leave(Connection *connection)
{
    m_connections.erase(connection);
    m_server.connectionsChanged.announce(connections());
}

void Server::Floor::finished()
{
    if (--m_running == 0 && m_idle)
        m_idle->finish();
}

base::Task<> Server::Floor::stop()
{
    m_socket.close();
    m_oidcDoor.close();
    m_hasListened = false;
    for (const auto &[key, connection] : m_connections)
        connection->stopReading();
    // Whoever waits for a person is told at once; what is at work may finish.
    m_ending.request_stop();
    if (m_running > 0) {
        m_idle = std::make_unique<QPromise<void>>();
        m_idle->start();
        const QFuture<void> idle = m_idle->future();
        QTimer limit;
        limit.setSingleShot(true);
        QObject::connect(&limit, &QTimer::timeout, this, [this] {
            qCWarning(lcRpc, "Requests that took too long are cancelled.");
            for (const auto &[key, connection] : m_connections)
                connection->cancel();
            m_oidcDoor.cancel();
        });
        limit.start(patience);
        co_await idle;
    }
    // Each goes once what it was sent is read.
    QList<std::weak_ptr<Connection>> open;
    for (const auto &[key, connection] : m_connections)
        open.append(connection);
    for (const auto &weak : open) {
        if (const auto connection = weak.lock())
            connection->finish();
    }
    if (!m_connections.empty()) {
        QPromise<void> gone;
        gone.start();
        const QFuture<void> all = gone.future();
        bool isGone = false;
        const auto end = [&gone, &isGone] {
            if (!std::exchange(isGone, true))
                gone.finish();
        };
        const auto watch = m_server.connectionsChanged.subscribe([&end](const int &left) {
            if (left == 0)
                end();
        });
        QTimer limit;
        limit.setSingleShot(true);
        QObject::connect(&limit, &QTimer::timeout, this, end);
        limit.start(lastWords);
        co_await all;
    }
    const auto left = std::exchange(m_connections, {});
    for (const auto &[key, connection] : left)
        connection->abandon();
    m_oidcDoor.drop();
    co_return {};
}

} // namespace rpc
