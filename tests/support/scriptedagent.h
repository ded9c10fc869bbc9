// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QTemporaryDir>

#include <atomic>
#include <fcntl.h>
#include <functional>
#include <mutex>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>
#include <vector>

//! An agent whose answers a test writes down: listens on a socket of its own, in a thread of its
//! own, so that blocking clients and other processes can be tried against it.
class ScriptedAgent
{
public:
    //! What is sent for a line; `closes` ends the connection afterwards.
    struct Answer
    {
        QByteArray bytes;
        bool closes = false;
    };
    using Script = std::function<Answer(const QJsonObject &request)>;

    explicit ScriptedAgent(Script script, const QString &path = {})
        : m_script(std::move(script))
        , m_path(path.isEmpty() ? m_folder.filePath(QStringLiteral("agent.sock")) : path)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(m_path);
        qstrncpy(address.sun_path, name.constData(), sizeof address.sun_path);
        m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        m_listens = ::bind(m_listener, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0
                    && ::listen(m_listener, 64) == 0 && ::pipe2(m_wake, O_CLOEXEC) == 0;
        m_thread = std::thread([this] { serve(); });
    }
    ~ScriptedAgent()
    {
        ::close(m_wake[1]);
        m_thread.join();
        ::close(m_wake[0]);
        ::close(m_listener);
        ::unlink(QFile::encodeName(m_path).constData());
    }
    ScriptedAgent(const ScriptedAgent &) = delete;
    ScriptedAgent &operator=(const ScriptedAgent &) = delete;

    [[nodiscard]] bool listens() const { return m_listens; }
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] QList<QJsonObject> requests()
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

    //! A result for \a request, as one line.
    [[nodiscard]] static QByteArray result(const QJsonObject &request, const QJsonObject &value)
    {
        QJsonObject answer{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                           {QStringLiteral("id"), request.value(QStringLiteral("id"))},
                           {QStringLiteral("result"), value}};
        return QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n';
    }
    //! An error as the agent reports it.
    [[nodiscard]] static QByteArray error(const QJsonObject &request,
                                          int number,
                                          const char *code,
                                          const char *message)
    {
        const QJsonObject data{{QStringLiteral("code"), QString::fromUtf8(code)},
                               {QStringLiteral("remedy"), QStringLiteral("Do the other thing.")}};
        const QJsonObject inner{{QStringLiteral("code"), number},
                                {QStringLiteral("message"), QString::fromUtf8(message)},
                                {QStringLiteral("data"), data}};
        const QJsonObject answer{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                                 {QStringLiteral("id"), request.value(QStringLiteral("id"))},
                                 {QStringLiteral("error"), inner}};
        return QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n';
    }
    //! Something the agent says by itself.
    [[nodiscard]] static QByteArray notice(const char *method, const QJsonObject &params)
    {
        const QJsonObject notice{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                                 {QStringLiteral("method"), QString::fromUtf8(method)},
                                 {QStringLiteral("params"), params}};
        return QJsonDocument(notice).toJson(QJsonDocument::Compact) + '\n';
    }
    [[nodiscard]] static QJsonObject json(const char *text)
    {
        return QJsonDocument::fromJson(QByteArray(text)).object();
    }

private:
    struct Guest
    {
        int fd;
        QByteArray buffer;
    };

    void serve()
    {
        std::vector<Guest> guests;
        while (true) {
            std::vector<pollfd> wanted{{m_wake[0], POLLIN, 0}, {m_listener, POLLIN, 0}};
            for (const Guest &guest : guests)
                wanted.push_back({guest.fd, POLLIN, 0});
            if (::poll(wanted.data(), wanted.size(), -1) < 0)
                continue;
            if (wanted[0].revents != 0)
                break;
            for (std::size_t i = guests.size(); i-- > 0;) {
                if (wanted[i + 2].revents != 0 && !listenTo(guests[i])) {
                    ::close(guests[i].fd);
                    guests.erase(guests.begin() + static_cast<std::ptrdiff_t>(i));
                }
            }
            if (wanted[1].revents != 0) {
                guests.push_back({::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC), {}});
                ++m_connections;
            }
        }
        for (const Guest &guest : guests)
            ::close(guest.fd);
    }

    //! False: the connection is over.
    bool listenTo(Guest &guest)
    {
        char bytes[65'536];
        const ssize_t got = ::recv(guest.fd, bytes, sizeof bytes, 0);
        if (got <= 0)
            return false;
        guest.buffer.append(bytes, got);
        for (qsizetype end = guest.buffer.indexOf('\n'); end >= 0;
             end = guest.buffer.indexOf('\n')) {
            const QJsonObject request = QJsonDocument::fromJson(guest.buffer.left(end)).object();
            guest.buffer.remove(0, end + 1);
            {
                const std::lock_guard lock(m_mutex);
                m_requests += request;
            }
            const Answer answer = m_script(request);
            (void)::send(guest.fd,
                         answer.bytes.constData(),
                         static_cast<std::size_t>(answer.bytes.size()),
                         MSG_NOSIGNAL);
            if (answer.closes)
                return false;
        }
        return true;
    }

    QTemporaryDir m_folder;
    Script m_script;
    QString m_path;
    int m_listener = -1;
    int m_wake[2] = {-1, -1};
    bool m_listens = false;
    std::atomic<int> m_connections = 0;
    std::mutex m_mutex;
    QList<QJsonObject> m_requests;
    std::thread m_thread;
};
