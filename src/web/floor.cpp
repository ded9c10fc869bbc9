// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/floor.h"

#include "base/logging.h"
#include "web/traceid.h"
#include "web/words.h"

#include <QCoroFuture>

#include <algorithm>
#include <utility>

namespace web {

namespace {

using base::ErrorCode;

//! What the numbers and the log call requests without a route.
constexpr char noRoute[] = "(none)";
constexpr char atTheGate[] = "(gate)";

bool isReading(Method method)
{
    return method == Method::Get || method == Method::Head || method == Method::Options;
}

Response brokenInside()
{
    return Response::error(base::Error{ErrorCode::Internal, {}, {}, {}});
}

} // namespace

Floor::Floor(Site site, Limits limits, const Router &router, base::Clock &clock, Metrics &metrics)
    : m_site(std::move(site))
    , m_limits(limits)
    , m_router(router)
    , m_clock(clock)
    , m_gate(
          new Gate([this](std::unique_ptr<QTcpSocket> wire) { return welcome(std::move(wire)); }))
    , m_writer(m_site.publicUrl.scheme() == QLatin1String("https"))
    , m_log(metrics)
    , m_upgrader(QStringLiteral("Latchkey"), QWebSocketServer::NonSecureMode)
    , m_self(std::make_shared<Floor *>(this))
{
    m_gate->setParent(this);
    m_upgrader.setHandshakeTimeout(int(std::chrono::milliseconds(m_limits.send).count()));
    connect(&m_upgrader, &QWebSocketServer::newConnection, this, &Floor::greetWebSocket);
}

Floor::~Floor()
{
    stop();
    *m_self = nullptr;
    m_stop.request_stop();
}

base::Result<quint16> Floor::start(const QHostAddress &address, quint16 port)
{
    if (!m_gate->listen(address, port)) {
        const bool isTaken = m_gate->serverError() == QAbstractSocket::AddressInUseError;
        return base::fail(isTaken ? ErrorCode::Conflict : ErrorCode::Denied,
                          isTaken ? Words::tr("Another program listens on port %1.").arg(port)
                                  : Words::tr("Port %1 cannot be listened on: %2.")
                                        .arg(QString::number(port), m_gate->errorString()),
                          Words::tr("Choose another port in the settings."));
    }
    m_rules.emplace(m_site, m_gate->serverPort());
    m_writer.setNow(m_clock.now());
    m_isDraining = false;
    m_drainSeconds = 0;
    if (!std::exchange(m_isBound, true))
        bind(m_gate);
    return m_gate->serverPort();
}

int Floor::connections() const
{
    const auto sessions = std::count_if(m_sessions.begin(), m_sessions.end(), [](const auto &weak) {
        const auto session = weak.lock();
        return session && session->isOpen();
    });
    return int(m_connections.size()) + int(m_upgrades.size()) + int(sessions);
}

QTcpSocket *Floor::welcome(std::unique_ptr<QTcpSocket> wire)
{
    if (connections() >= m_limits.connections) {
        // Who only keeps a place warm makes room for who wants something.
        Connection *idlest = nullptr;
        for (Connection *each : m_connections) {
            if (each->idleSeconds() > (idlest != nullptr ? idlest->idleSeconds() : 0))
                idlest = each;
        }
        if (idlest == nullptr) {
            const AnswerBytes refusal = refusalOf({503, "too_many_connections"}, {});
            wire->write(refusal.constData(), refusal.size());
            wire->flush();
            return nullptr;
        }
        idlest->cut();
    }
    auto *connection = new Connection(*this, m_limits, std::move(wire));
    connection->setParent(m_gate);
    m_connections.insert(connection);
    m_log.setConnections(connections());
    if (!m_isSweeping) {
        m_isSweeping = true;
        m_writer.setNow(m_clock.now());
        keepSweeping();
    }
    return connection;
}

void Floor::left(Connection &connection)
{
    m_connections.erase(&connection);
    m_log.setConnections(connections());
    finishDrainIfEmpty();
}

tl::expected<RequestParts, HeadRefusal> Floor::admit(const Head &head,
                                                     const QHostAddress &peer,
                                                     quint16 port)
{
    auto arrival = m_rules->arrivalOf(head, peer);
    if (!arrival)
        return tl::unexpected(arrival.error());
    if (head.contentLength > 0) {
        const qsizetype question = head.target.indexOf('?');
        const QByteArrayView path = question < 0 ? QByteArrayView(head.target)
                                                 : QByteArrayView(head.target).first(question);
        const Router::Route *route = m_router.find(head.method, path);
        const qint64 limit = route != nullptr && route->options.bodyLimit > 0
                                 ? route->options.bodyLimit
                                 : m_limits.body;
        if (head.contentLength > limit)
            return tl::unexpected(HeadRefusal{413, "body_too_large"});
    }
    RequestParts parts;
    parts.peer = std::move(arrival->peer);
    if (parts.peer.isLocal)
        parts.peer.port = port;
    parts.base = std::move(arrival->base);
    parts.traceId = traceIdOf(head.headers.value("Traceparent"));
    return parts;
}

AnswerBytes Floor::refusalOf(const HeadRefusal &refusal, const QString &traceId)
{
    RequestSeen seen;
    seen.at = m_clock.now();
    seen.route = atTheGate;
    seen.status = refusal.status;
    seen.traceId = traceId.isEmpty() ? traceIdOf({}) : traceId;
    const base::TraceScope trace(seen.traceId);
    m_log.noteRefusal(seen);
    return m_writer.write(refusal, seen.traceId);
}

bool Floor::handleRequest(const QHttpServerRequest &, QTcpSocket *)
{
    return true; // it is shown no request: see Connection
}

void Floor::missingHandler(const QHttpServerRequest &, QTcpSocket *) {}

void Floor::serve(Connection &connection)
{
    Request request = connection.takeRequest();
    const Router::Match match = m_router.match(request);
    Visit visit;
    visit.connection = &connection;
    visit.turn = connection.turn();
    visit.since.start();
    visit.route = match.route;
    visit.method = request.method();
    visit.peer = request.peerAddress();
    visit.isSecure = request.isSecure();
    visit.traceId = request.traceId();
    const base::TraceScope trace(visit.traceId);
    m_log.began();

    const bool wantsWebSocket =
        match.route != nullptr && match.route->webSocket && connection.wantsWebSocket();
    const bool isPreflight = request.method() == Method::Options && match.isKnownPath;
    if (isPreflight)
        visit.route = m_router.find(methodNamed(request.header("Access-Control-Request-Method")),
                                    QByteArrayView(request.url()).sliced(request.base().size()));
    const SiteRules::Crossing crossing =
        SiteRules::crossingOf(request, visit.route, wantsWebSocket || !isReading(request.method()));
    if (crossing == SiteRules::Crossing::Refused) {
        finish(visit,
               Response::refusal(
                   403, "foreign_origin", Words::tr("Pages of other sites may not do this.")));
        return;
    }
    if (crossing == SiteRules::Crossing::Allowed)
        visit.readableBy = request.origin().toByteArray();

    if (wantsWebSocket) {
        upgrade(connection, visit, std::move(request));
    } else if (isPreflight && match.route == nullptr) {
        finish(visit, preflight(visit, request).with("Allow", match.allowed));
    } else if (!match.isKnownPath) {
        finish(visit, Router::missing());
    } else if (match.route == nullptr) {
        finish(visit,
               Response::refusal(405,
                                 "method_not_allowed",
                                 Words::tr("This address does not know %1.")
                                     .arg(QString::fromUtf8(nameOf(visit.method))))
                   .with("Allow", match.allowed));
    } else if (match.route->handler) {
        finish(visit, run(match.route->handler, request));
    } else {
        runLater(std::move(visit), std::move(request));
    }
}

Response Floor::preflight(const Visit &visit, const Request &request) const
{
    Response response = Response::empty();
    if (visit.readableBy.isEmpty())
        return response;
    response.set("Access-Control-Allow-Methods",
                 request.header("Access-Control-Request-Method").toByteArray());
    response.set("Access-Control-Allow-Headers", "Authorization, Content-Type, DPoP");
    response.set("Access-Control-Max-Age", "600");
    return response;
}

Response Floor::run(const Handler &handler, const Request &request)
{
    // Nothing of ours throws; what a library below throws must not end the whole process.
    try {
        return handler(request);
    } catch (const std::exception &trouble) {
        qCCritical(lcWeb) << "a handler threw:" << trouble.what();
        return brokenInside();
    }
}

QCoro::Task<> Floor::runLater(Visit visit, Request request)
{
    const std::shared_ptr<Floor *> self = m_self;
    std::optional<Response> response;
    try {
        QCoro::Task<Response> task = visit.route->asyncHandler(std::move(request));
        response = co_await task;
    } catch (const std::exception &trouble) {
        qCCritical(lcWeb) << "a handler threw:" << trouble.what();
    }
    if (*self == nullptr)
        co_return;
    const base::TraceScope trace(visit.traceId);
    finish(visit, response ? *response : brokenInside());
}

void Floor::finish(const Visit &visit, const Response &response)
{
    if (visit.connection) {
        AnswerWriter::Circumstances circumstances;
        circumstances.isHead = visit.method == Method::Head;
        circumstances.closes = visit.connection->closesAfterAnswer();
        circumstances.isSecure = visit.isSecure;
        circumstances.readableBy = visit.readableBy;
        circumstances.traceId = visit.traceId;
        const AnswerBytes bytes = m_writer.write(response, circumstances);
        visit.connection->answer(
            visit.turn, {bytes.constData(), bytes.size()}, circumstances.closes);
    }
    m_log.ended();
    RequestSeen seen;
    seen.at = m_clock.now();
    const QByteArrayView method = nameOf(visit.method); // a literal: nothing is copied
    seen.method = QByteArray::fromRawData(method.data(), method.size());
    seen.route = visit.route != nullptr ? visit.route->pattern : QByteArray(noRoute);
    seen.status = response.status();
    seen.micros = visit.since.nsecsElapsed() / 1000;
    seen.traceId = visit.traceId;
    if (RequestLog::isTold(visit.route))
        seen.peer = textOf(visit.peer);
    m_log.note(seen, visit.route);
}

void Floor::upgrade(Connection &connection, const Visit &visit, Request request)
{
    const WebSocketRoute &route = *visit.route->webSocket;
    if (route.refusal) {
        if (const auto refusal = route.refusal(request)) {
            finish(visit, *refusal);
            return;
        }
    }
    if (m_isDraining) {
        finish(visit, Response::refusal(503, "stopping", Words::tr("The server is stopping.")));
        return;
    }
    const PeerKey key{connection.peerAddress().toString(), connection.peerPort()};
    m_upgrades[key] = {std::make_shared<const Request>(std::move(request)), visit.route};
    QTcpSocket *wire = connection.release();
    connect(wire, &QTcpSocket::disconnected, this, [this, key] {
        m_upgrades.erase(key);
        finishDrainIfEmpty();
    });
    m_upgrader.handleConnection(wire);
    finish(visit, Response(101));
}

void Floor::greetWebSocket()
{
    while (QWebSocket *socket = m_upgrader.nextPendingConnection()) {
        socket->setParent(nullptr);
        std::unique_ptr<QWebSocket> owned(socket);
        const auto pending =
            m_upgrades.find({socket->peerAddress().toString(), socket->peerPort()});
        if (pending == m_upgrades.end() || m_isDraining)
            continue;
        const Upgrade found = std::move(pending->second);
        m_upgrades.erase(pending);
        auto session =
            std::make_shared<WebSocketSession>(std::move(owned), found.request, m_limits);
        m_sessions.push_back(session);
        connect(session.get(), &WebSocketSession::closed, this, [this] {
            m_log.setConnections(connections());
            finishDrainIfEmpty();
        });
        const base::TraceScope trace(found.request->traceId());
        if (found.route->webSocket->opened)
            found.route->webSocket->opened(session);
    }
}

QCoro::Task<> Floor::keepSweeping()
{
    const std::shared_ptr<Floor *> self = m_self;
    const std::stop_token stop = m_stop.get_token();
    while (connections() > 0 || m_isDraining) {
        base::Task<> second = m_clock.sleep(std::chrono::seconds(1), stop);
        const base::Result<> slept = co_await second;
        if (!slept || *self == nullptr)
            co_return;
        sweep();
        if (m_isDraining && connections() == 0)
            break;
    }
    m_isSweeping = false;
}

void Floor::sweep()
{
    m_writer.setNow(m_clock.now());
    m_log.rest();
    const auto connections = m_connections;
    for (Connection *connection : connections) {
        if (m_connections.contains(connection))
            connection->sweep();
    }
    std::erase_if(m_sessions, [](const auto &weak) { return weak.expired(); });
    if (++m_secondsToBeat >= m_limits.heartbeat.count()) {
        m_secondsToBeat = 0;
        const auto sessions = m_sessions;
        for (const auto &weak : sessions) {
            if (const auto session = weak.lock())
                session->beat();
        }
    }
    if (m_isDraining && ++m_drainSeconds > m_limits.drain.count())
        stop();
}

base::Task<> Floor::drain()
{
    m_isDraining = true;
    m_gate->close();
    const auto connections = m_connections;
    for (Connection *connection : connections)
        connection->finish();
    const auto sessions = m_sessions;
    for (const auto &weak : sessions) {
        if (const auto session = weak.lock())
            session->close(1001, QStringLiteral("going away"));
    }
    if (this->connections() == 0)
        co_return {};
    if (!m_drained) {
        m_drained = std::make_unique<QPromise<void>>();
        m_drained->start();
    }
    const QFuture<void> drained = m_drained->future();
    co_await drained;
    co_return {};
}

void Floor::finishDrainIfEmpty()
{
    if (!m_drained || connections() > 0)
        return;
    const auto drained = std::move(m_drained);
    drained->finish();
}

void Floor::stop()
{
    m_isDraining = true;
    m_gate->close();
    const auto connections = m_connections;
    for (Connection *connection : connections)
        connection->cut();
    m_upgrades.clear();
    const auto sessions = m_sessions;
    m_sessions.clear();
    for (const auto &weak : sessions) {
        if (const auto session = weak.lock())
            session->close(1001, QStringLiteral("going away"));
    }
    finishDrainIfEmpty();
}

} // namespace web
