// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/callbacklistener.h"

#include "base/secret.h"
#include "oauth/words.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace oauth {

namespace {

using namespace std::chrono_literals;

constexpr int mostConnections = 16;
constexpr auto longestConnection = 10s;

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "200 OK";
    case 400:
        return "400 Bad Request";
    case 405:
        return "405 Method Not Allowed";
    case 410:
        return "410 Gone";
    case 431:
        return "431 Request Header Fields Too Large";
    default:
        return "404 Not Found";
    }
}

} // namespace

CallbackListener::CallbackListener(Answer answer)
    : m_answer(std::move(answer))
{}

CallbackListener::~CallbackListener()
{
    // The sockets are the servers' children and say goodbye while they go: not to us any more.
    for (const auto &server : m_servers) {
        const auto sockets = server->findChildren<QTcpSocket *>();
        for (auto *socket : sockets)
            socket->disconnect(this);
    }
}

base::Result<> CallbackListener::listen(const QString &host,
                                        const QString &path,
                                        const QList<int> &ports)
{
    m_host = host;
    m_path = path;
    const QList<int> wanted = ports.isEmpty() ? QList<int>{0, 0, 0} : ports;
    for (const int port : wanted) {
        if (listenOn(port))
            return {};
    }
    QStringList taken;
    for (const int port : ports)
        taken << QString::number(port);
    if (taken.isEmpty())
        return base::fail(base::ErrorCode::Internal,
                          Words::tr("No port of this computer is free for the sign-in."),
                          Words::tr("Close programs that use the network and try again."));
    return base::fail(
        base::ErrorCode::Conflict,
        Words::tr("Another program uses port %1, which this sign-in needs.")
            .arg(taken.join(QStringLiteral(", "))),
        Words::tr("Close that program, or register another port with the provider and write it to "
                  "‘ports’ in a providers file of your own."));
}

QString CallbackListener::redirectUri() const
{
    return QStringLiteral("http://%1:%2%3").arg(m_host).arg(m_port).arg(m_path);
}

bool CallbackListener::listenOn(int port)
{
    m_servers.clear();
    QList<QHostAddress> addresses{QHostAddress(QHostAddress::LocalHost)};
    if (m_host == u"localhost")
        addresses << QHostAddress(QHostAddress::LocalHostIPv6);
    m_port = port;
    for (const auto &address : addresses) {
        auto server = std::make_unique<QTcpServer>();
        server->setMaxPendingConnections(mostConnections);
        if (!server->listen(address, static_cast<quint16>(m_port))) {
            // A computer without IPv6 has no ::1 that a browser could try; a taken port is fatal.
            if (address.protocol() == QAbstractSocket::IPv6Protocol
                && (server->serverError() == QAbstractSocket::SocketAddressNotAvailableError
                    || server->serverError() == QAbstractSocket::UnsupportedSocketOperationError))
                continue;
            m_servers.clear();
            return false;
        }
        m_port = server->serverPort();
        connect(server.get(), &QTcpServer::newConnection, this, [this, raw = server.get()] {
            accept(raw);
        });
        m_servers.push_back(std::move(server));
    }
    return true;
}

void CallbackListener::accept(QTcpServer *server)
{
    while (auto *socket = server->nextPendingConnection()) {
        if (m_received.size() >= mostConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        m_received.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_received.remove(socket);
            socket->deleteLater();
        });
        QTimer::singleShot(longestConnection, socket, [socket] { socket->abort(); });
        read(socket);
    }
}

void CallbackListener::read(QTcpSocket *socket)
{
    const auto entry = m_received.find(socket);
    if (entry == m_received.end()) {
        socket->readAll(); // answered already
        return;
    }
    entry->append(socket->read(largestRequest + 1 - entry->size()));
    if (entry->size() > largestRequest)
        return reply(socket, {431, strayPage()});
    if (!isCompleteRequest(*entry))
        return;
    QByteArray bytes = *entry;
    auto request = parseCallbackRequest(bytes);
    const auto answer = request ? judge(*request) : CallbackAnswer{400, strayPage()};
    if (request) {
        for (auto &value : request->parameters)
            base::wipe(value);
    }
    reply(socket, answer);
    base::wipe(bytes);
}

CallbackAnswer CallbackListener::judge(const CallbackRequest &request) const
{
    // The name in Host must be ours: a foreign name that points at 127.0.0.1 is an attack.
    const QString port = u':' + QString::number(m_port);
    const bool ours = request.host == QStringLiteral("127.0.0.1") + port
                      || request.host == QStringLiteral("localhost") + port
                      || request.host == QStringLiteral("[::1]") + port;
    const QString path = m_path.isEmpty() ? QStringLiteral("/") : m_path;
    if (!ours || request.path != path)
        return {404, strayPage()};
    if (request.method != u"GET")
        return {405, strayPage()};
    return m_answer(request);
}

void CallbackListener::reply(QTcpSocket *socket, const CallbackAnswer &answer)
{
    const auto entry = m_received.find(socket);
    if (entry != m_received.end()) {
        base::wipe(*entry);
        m_received.erase(entry);
    }
    const QByteArray body = toHtml(answer.page);
    QByteArray head = "HTTP/1.1 " + reason(answer.status) + "\r\n";
    head += "Content-Type: text/html; charset=utf-8\r\n";
    head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    head += QByteArray("Content-Security-Policy: ") + contentSecurityPolicy + "\r\n";
    head += "Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n";
    head += "X-Content-Type-Options: nosniff\r\nConnection: close\r\n";
    if (answer.status == 405)
        head += "Allow: GET\r\n";
    socket->write(head + "\r\n" + body);
    // A page fits the kernel's buffer, so it reaches the browser even if we close right after.
    socket->flush();
    socket->disconnectFromHost();
}

} // namespace oauth
