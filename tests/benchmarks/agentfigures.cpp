// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
// agent_figures SOCKET LINE [ROUNDS [MILLISECONDS]]: one client, on one connection, asks a running
// agent with LINE and a bare echo of lines (this program again, as a process of its own, on the
// same kind of socket) in turns, each call when the one before is answered.
#include <QCoreApplication>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <vector>

namespace {

using Steady = std::chrono::steady_clock;

//! What a line-server of Qt's own sockets can do at best.
int echo(const QString &path)
{
    QLocalServer server;
    if (!server.listen(path))
        return 1;
    QObject::connect(&server, &QLocalServer::newConnection, &server, [&server] {
        QLocalSocket *const socket = server.nextPendingConnection();
        QObject::connect(socket, &QLocalSocket::readyRead, socket, [socket] {
            while (socket->canReadLine())
                socket->write(socket->readLine());
        });
    });
    std::puts("ready");
    std::fflush(stdout);
    return QCoreApplication::exec();
}

//! A server that is asked line by line, and what it has done.
class Peer
{
public:
    explicit Peer(const QString &path)
        : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, qPrintable(path), sizeof address.sun_path);
        if (::connect(
                m_socket, static_cast<sockaddr *>(static_cast<void *>(&address)), sizeof address)
            != 0)
            qFatal("Nobody listens at %s.", qPrintable(path));
        ucred who{};
        socklen_t size = sizeof who;
        ::getsockopt(m_socket, SOL_SOCKET, SO_PEERCRED, &who, &size);
        ::clock_getcpuclockid(who.pid, &m_clock);
    }
    ~Peer() { ::close(m_socket); }
    Peer(const Peer &) = delete;
    Peer &operator=(const Peer &) = delete;

    //! Asks for as long as \a span; keeps the calls in a second and the server's processor time.
    void ask(const QByteArray &line, std::chrono::milliseconds span)
    {
        const double before = processorTime();
        const auto begin = Steady::now();
        int calls = 0;
        while (Steady::now() - begin < span) {
            turn(line);
            ++calls;
        }
        perSecond.push_back(calls / std::chrono::duration<double>(Steady::now() - begin).count());
        microseconds.push_back((processorTime() - before) * 1e6 / std::max(1, calls));
    }

    //! Writes \a line and waits for a line, which it gives back.
    QByteArrayView turn(const QByteArray &line)
    {
        if (::send(m_socket, line.constData(), std::size_t(line.size()), MSG_NOSIGNAL)
            != line.size())
            qFatal("The server is gone.");
        qsizetype size = 0;
        while (size == 0 || m_room[size - 1] != '\n') {
            const auto got = ::read(m_socket, m_room + size, sizeof m_room - std::size_t(size));
            if (got <= 0)
                qFatal("The server is gone.");
            size += got;
        }
        return {m_room, size};
    }

    std::vector<double> perSecond;
    std::vector<double> microseconds; //!< of processor time a call, all threads of the server

private:
    //! In seconds.
    [[nodiscard]] double processorTime() const
    {
        timespec time{};
        ::clock_gettime(m_clock, &time);
        return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
    }

    int m_socket = -1;
    clockid_t m_clock = CLOCK_MONOTONIC;
    char m_room[16384];
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3) {
        std::fprintf(stderr, "Usage: agent_figures SOCKET LINE [ROUNDS [MILLISECONDS]]\n");
        return 2;
    }
    if (arguments[1] == QLatin1String("echo"))
        return echo(arguments[2]);
    const QByteArray line = arguments[2].toUtf8() + '\n';
    const int rounds = arguments.size() > 3 ? std::max(1, arguments[3].toInt()) : 20;
    const std::chrono::milliseconds span(arguments.size() > 4 ? arguments[4].toInt() : 500);

    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("echo"));
    QProcess server;
    server.start(QCoreApplication::applicationFilePath(), {QStringLiteral("echo"), path});
    if (!server.waitForReadyRead(10'000))
        qFatal("The echo does not start.");
    std::vector<double> ratios;
    {
        Peer agent(arguments[1]);
        Peer bare(path);
        if (const QByteArrayView answer = agent.turn(line); !answer.contains("\"result\"")) {
            std::fprintf(stderr, "%.*s", int(answer.size()), answer.data());
            return 1;
        }
        for (int round = 0; round < rounds; ++round) {
            bare.ask(line, span);
            agent.ask(line, span);
            ratios.push_back(agent.perSecond.back() / bare.perSecond.back());
        }
        std::printf("echo   %7.0f calls/s, %6.1f µs of processor time each\n",
                    median(bare.perSecond),
                    median(bare.microseconds));
        std::printf("agent  %7.0f calls/s, %6.1f µs of processor time each\n",
                    median(agent.perSecond),
                    median(agent.microseconds));
    }
    std::printf("agent / echo: %.2f (median of %d rounds, %.2f to %.2f; to keep: 0.60)\n",
                median(ratios),
                rounds,
                *std::min_element(ratios.begin(), ratios.end()),
                *std::max_element(ratios.begin(), ratios.end()));
    server.kill();
    server.waitForFinished(1000);
    return 0;
}
