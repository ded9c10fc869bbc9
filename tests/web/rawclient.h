// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QHostAddress>
#include <QList>
#include <QTcpSocket>
#include <QTest>

//! One answer as it came over the wire.
struct RawAnswer
{
    int status = 0;
    QByteArray head;
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        const QList<QByteArray> lines = head.split('\n');
        for (const QByteArray &line : lines) {
            if (line.toLower().startsWith(name.toLower() + ':'))
                return line.mid(name.size() + 1).trimmed();
        }
        return {};
    }
};

//! A client that sends exactly the bytes it is told to.
class RawClient
{
public:
    explicit RawClient(quint16 port)
        : m_port(port)
    {
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        isConnected =
            QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; });
    }

    void send(const QByteArray &bytes)
    {
        socket.write(bytes);
        socket.flush();
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }

    //! "GET /path" with the Host header this server wants, and \a more headers.
    [[nodiscard]] QByteArray request(const QByteArray &methodAndPath,
                                     const QByteArray &more = {},
                                     const QByteArray &body = {}) const
    {
        QByteArray bytes = methodAndPath + " HTTP/1.1\r\nHost: 127.0.0.1:"
                           + QByteArray::number(m_port) + "\r\n" + more;
        if (!body.isEmpty())
            bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        return bytes + "\r\n" + body;
    }

    //! The next answer; status 0 when none came. An answer to HEAD has no body.
    [[nodiscard]] RawAnswer receive(bool isHead = false)
    {
        RawAnswer answer;
        static_cast<void>(QTest::qWaitFor([&] { return takeAnswer(answer, isHead); }, 3000));
        return answer;
    }

    [[nodiscard]] RawAnswer ask(const QByteArray &bytes)
    {
        send(bytes);
        return receive(bytes.startsWith("HEAD"));
    }

    //! Whether the server closes the connection.
    [[nodiscard]] bool isClosed()
    {
        return QTest::qWaitFor(
            [this] {
                m_input += socket.readAll();
                return socket.state() == QAbstractSocket::UnconnectedState;
            },
            1000);
    }
    //! Whether nothing has come, the connection is open, and nothing comes.
    [[nodiscard]] bool isQuiet()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
        m_input += socket.readAll();
        return m_input.isEmpty() && socket.state() == QAbstractSocket::ConnectedState;
    }

    QTcpSocket socket;
    bool isConnected = false;

private:
    bool takeAnswer(RawAnswer &answer, bool isHead)
    {
        m_input += socket.readAll();
        const qsizetype end = m_input.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        answer.head = m_input.first(end);
        const qsizetype size = isHead ? 0 : answer.header("Content-Length").toInt();
        if (m_input.size() < end + 4 + size)
            return false;
        answer.status = answer.head.mid(9, 3).toInt();
        answer.body = m_input.mid(end + 4, size);
        m_input.remove(0, end + 4 + size);
        return true;
    }

    quint16 m_port;
    QByteArray m_input;
};
