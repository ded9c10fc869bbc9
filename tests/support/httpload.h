// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <netinet/tcp.h>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

//! Loads a server on this machine's loopback with keep-alive connections that each ask again as
//! soon as they are answered. No Qt: it has a thread to itself and costs little beside the server.
class HttpLoad
{
public:
    using Clock = std::chrono::steady_clock;
    //! The bytes of a connection's next request; \a answer is what came to the one before. Those to
    //! the last answers of a run are not sent: whoever counts on an answer hears each of them.
    using Next = std::function<std::string(int connection, const std::string &answer)>;

    struct Figures
    {
        double perSecond = 0;
        long answered = 0;
        long failed = 0; //!< not 2xx, or the connection broke
        std::chrono::microseconds median{0};
        std::chrono::microseconds p99{0};
    };

    //! Runs for \a span. The first tenth is not counted.
    [[nodiscard]] static Figures run(unsigned short port,
                                     int connections,
                                     std::chrono::milliseconds span,
                                     const Next &next)
    {
        HttpLoad load(port, connections, next);
        return load.measure(span);
    }

    //! A request without a body, for Next.
    [[nodiscard]] static std::string get(unsigned short port, const std::string &path)
    {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port)
               + "\r\nAccept: */*\r\n\r\n";
    }
    //! A form, with \a headers that each end in a line break.
    [[nodiscard]] static std::string post(unsigned short port,
                                          const std::string &path,
                                          const std::string &form,
                                          const std::string &headers = {})
    {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port)
               + "\r\nContent-Type: application/x-www-form-urlencoded\r\n" + headers
               + "Content-Length: " + std::to_string(form.size()) + "\r\n\r\n" + form;
    }

private:
    struct Connection
    {
        int socket = -1;
        std::string input;
        Clock::time_point asked;
    };

    HttpLoad(unsigned short port, int connections, const Next &next)
        : m_next(next)
        , m_events(epoll_create1(0))
        , m_connections(static_cast<std::size_t>(connections))
    {
        for (std::size_t i = 0; i < m_connections.size(); ++i) {
            Connection &each = m_connections[i];
            each.socket = ::socket(AF_INET, SOCK_STREAM, 0);
            sockaddr_in address{};
            address.sin_family = AF_INET;
            address.sin_port = htons(port);
            address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            sockaddr generic{};
            std::memcpy(&generic, &address, sizeof generic);
            const int yes = 1;
            if (::connect(each.socket, &generic, sizeof address) != 0) {
                ++m_figures.failed;
                continue;
            }
            setsockopt(each.socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.u64 = i;
            epoll_ctl(m_events, EPOLL_CTL_ADD, each.socket, &event);
            ask(i, {});
        }
    }
    ~HttpLoad()
    {
        for (const Connection &each : m_connections)
            ::close(each.socket);
        ::close(m_events);
    }
    HttpLoad(const HttpLoad &) = delete;
    HttpLoad &operator=(const HttpLoad &) = delete;

    void ask(std::size_t index, const std::string &answer)
    {
        Connection &connection = m_connections[index];
        const std::string request = m_next(static_cast<int>(index), answer);
        if (m_isOver)
            return;
        ++m_underway;
        connection.asked = Clock::now();
        std::size_t sent = 0;
        while (sent < request.size()) {
            const ssize_t wrote = ::send(
                connection.socket, request.data() + sent, request.size() - sent, MSG_NOSIGNAL);
            if (wrote <= 0) {
                ++m_figures.failed;
                --m_underway;
                return;
            }
            sent += static_cast<std::size_t>(wrote);
        }
    }

    [[nodiscard]] Figures measure(std::chrono::milliseconds span)
    {
        const auto warm = Clock::now() + span / 10;
        const auto end = warm + span;
        std::vector<epoll_event> events(m_connections.size());
        while (Clock::now() < end) {
            const int ready =
                epoll_wait(m_events, events.data(), static_cast<int>(events.size()), 100);
            for (int i = 0; i < ready; ++i)
                hear(events[static_cast<std::size_t>(i)].data.u64, warm);
        }
        m_isOver = true;
        const auto patience = Clock::now() + std::chrono::seconds(10);
        while (m_underway > 0 && Clock::now() < patience) {
            const int ready =
                epoll_wait(m_events, events.data(), static_cast<int>(events.size()), 100);
            for (int i = 0; i < ready; ++i)
                hear(events[static_cast<std::size_t>(i)].data.u64, Clock::time_point::max());
        }
        m_figures.failed += m_underway;
        if (!m_spans.empty()) {
            std::sort(m_spans.begin(), m_spans.end());
            m_figures.median = m_spans[m_spans.size() / 2];
            m_figures.p99 = m_spans[m_spans.size() * 99 / 100];
        }
        m_figures.perSecond =
            double(m_figures.answered) / std::chrono::duration<double>(span).count();
        return m_figures;
    }

    void hear(std::size_t index, Clock::time_point warm)
    {
        Connection &connection = m_connections[index];
        char bytes[65536];
        const ssize_t got = ::recv(connection.socket, bytes, sizeof bytes, 0);
        if (got <= 0) {
            ++m_figures.failed;
            --m_underway;
            epoll_ctl(m_events, EPOLL_CTL_DEL, connection.socket, nullptr);
            return;
        }
        connection.input.append(bytes, static_cast<std::size_t>(got));
        const std::size_t head = connection.input.find("\r\n\r\n");
        if (head == std::string::npos)
            return;
        std::size_t size = head + 4;
        const std::size_t length = connection.input.find("Content-Length: ");
        if (length < head)
            size += std::strtoul(connection.input.c_str() + length + 16, nullptr, 10);
        if (connection.input.size() < size)
            return;
        const auto now = Clock::now();
        const std::string answer = std::move(connection.input);
        connection.input.clear();
        --m_underway;
        if (answer[9] != '2')
            ++m_figures.failed;
        if (now >= warm) {
            ++m_figures.answered;
            m_spans.push_back(
                std::chrono::duration_cast<std::chrono::microseconds>(now - connection.asked));
        }
        ask(index, answer);
    }

    const Next &m_next;
    int m_events;
    std::vector<Connection> m_connections;
    std::vector<std::chrono::microseconds> m_spans;
    Figures m_figures;
    long m_underway = 0;
    bool m_isOver = false;
};
