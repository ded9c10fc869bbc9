// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"
#include "rpc/rpchouse.h"

#include <QEventLoop>
#include <QLocalServer>
#include <QThread>

#include <ctime>
#include <functional>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

using Steady = std::chrono::steady_clock;

//! Runs \a clients in a thread of their own while the servers have this one's event loop.
void beside(const std::function<void()> &clients)
{
    QEventLoop loop;
    const std::unique_ptr<QThread> thread(QThread::create(clients));
    QObject::connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
    thread->start();
    loop.exec();
    thread->wait();
}

//! What a line-server of Qt's own sockets can do at best.
std::shared_ptr<void> makeEcho(const QString &path)
{
    auto server = std::make_shared<QLocalServer>();
    if (!server->listen(path))
        qFatal("The echo server cannot listen.");
    QObject::connect(server.get(), &QLocalServer::newConnection, server.get(), [at = server.get()] {
        QLocalSocket *const socket = at->nextPendingConnection();
        QObject::connect(socket, &QLocalSocket::readyRead, socket, [socket] {
            while (socket->canReadLine())
                socket->write(socket->readLine());
        });
    });
    return server;
}

int connectTo(const QString &path)
{
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, qPrintable(path), sizeof address.sun_path);
    if (::connect(socket, static_cast<sockaddr *>(static_cast<void *>(&address)), sizeof address)
        != 0)
        qFatal("Nobody listens.");
    return socket;
}

//! Writes \a line and waits for a line.
void turn(int socket, const QByteArray &line)
{
    if (::send(socket, line.constData(), std::size_t(line.size()), MSG_NOSIGNAL) != line.size())
        qFatal("The server is gone.");
    char room[4096];
    for (;;) {
        const auto got = ::read(socket, room, sizeof room);
        if (got <= 0)
            qFatal("The server is gone.");
        if (room[got - 1] == '\n')
            return;
    }
}

double turnsPerSecond(int socket, const QByteArray &line, std::chrono::milliseconds span)
{
    const auto begin = Steady::now();
    int turns = 0;
    while (Steady::now() - begin < span) {
        turn(socket, line);
        ++turns;
    }
    return turns / std::chrono::duration<double>(Steady::now() - begin).count();
}

const QByteArray tokenLine =
    R"({"jsonrpc":"2.0","method":"get_token","params":{"service":"github","account":"work"},"id":1})"
    "\n";

//! The two take turns, so that the ratio holds on a busy machine as well.
void sustained(benchmark::State &state)
{
    QTemporaryDir folder;
    const QString echoPath = folder.filePath(QStringLiteral("echo"));
    const auto echo = makeEcho(echoPath);
    RpcHouse house;
    house.listen();
    const QString path = house.paths.agentSocket();
    double echoed = 0;
    double given = 0;
    const auto compare = [&] {
        const int toEcho = connectTo(echoPath);
        const int toHouse = connectTo(path);
        for (int round = 0; round < 10; ++round) {
            echoed += turnsPerSecond(toEcho, tokenLine, std::chrono::milliseconds(200)) / 10;
            given += turnsPerSecond(toHouse, tokenLine, std::chrono::milliseconds(200)) / 10;
        }
        ::close(toEcho);
        ::close(toHouse);
    };
    for (auto _ : state) {
        beside(compare);
        state.SetIterationTime(1 / given);
    }
    state.counters["per_second"] = given;
    state.counters["of_echo"] = given / echoed;
    // At least 60 % of the echo.
    allow(state, std::chrono::nanoseconds(qint64(1e9 / (0.6 * echoed))));
}

//! A hundred connections with ten requests each, all sent before the first answer is read.
void thousandAtOnce(benchmark::State &state)
{
    RpcHouse house;
    house.listen();
    const QString path = house.paths.agentSocket();
    double seconds = 0;
    const auto storm = [&] {
        const auto begin = Steady::now();
        std::vector<int> sockets;
        QByteArray ten;
        for (int i = 0; i < 10; ++i)
            ten += tokenLine;
        for (int i = 0; i < 100; ++i) {
            sockets.push_back(connectTo(path));
            static_cast<void>(::send(sockets.back(), ten.constData(), std::size_t(ten.size()), 0));
        }
        for (const int socket : sockets) {
            int lines = 0;
            char room[8192];
            while (lines < 10) {
                const auto got = ::read(socket, room, sizeof room);
                if (got <= 0)
                    qFatal("The server is gone.");
                lines += int(std::count(room, room + got, '\n'));
            }
            ::close(socket);
        }
        seconds = std::chrono::duration<double>(Steady::now() - begin).count();
    };
    for (auto _ : state) {
        beside(storm);
        state.SetIterationTime(seconds);
    }
    allow(state, std::chrono::milliseconds(500));
}

//! Processor time of the whole process while a hundred connections say nothing for two seconds.
void idleConnections(benchmark::State &state)
{
    RpcHouse house;
    house.listen();
    const QString path = house.paths.agentSocket();
    double seconds = 0;
    const auto idle = [&] {
        std::vector<int> sockets;
        for (int i = 0; i < 100; ++i) {
            sockets.push_back(connectTo(path));
            turn(sockets.back(), tokenLine);
        }
        const std::clock_t before = std::clock();
        ::poll(nullptr, 0, 2000);
        seconds = double(std::clock() - before) / CLOCKS_PER_SEC;
        for (const int socket : sockets)
            ::close(socket);
    };
    for (auto _ : state) {
        beside(idle);
        state.SetIterationTime(seconds);
    }
    allow(state, std::chrono::milliseconds(2)); // a thousandth of the time
}

} // namespace

BENCHMARK(sustained)
    ->Name("get_token on one connection, with fakes")
    ->UseManualTime()
    ->Iterations(1);
BENCHMARK(thousandAtOnce)
    ->Name("1,000 get_token at once, 100 connections")
    ->UseManualTime()
    ->Iterations(3);
BENCHMARK(idleConnections)->Name("100 idle connections, 2 s")->UseManualTime()->Iterations(1);
