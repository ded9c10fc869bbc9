// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <memory>

//! A small HTTP/1.1 server on 127.0.0.1 that answers as its handler says, or misbehaves as asked.
//! One request a connection. It keeps what it was asked.
class ScriptedServer
{
public:
    struct Request
    {
        QByteArray method;
        QString path;
        QUrlQuery query;
        QHash<QByteArray, QByteArray> headers; //!< names in lower case
        QByteArray body;

        //! Decoded field of a form body.
        [[nodiscard]] QString field(const QString &name) const
        {
            QByteArray text = body;
            const QUrlQuery form(QString::fromUtf8(text.replace('+', "%20")));
            return form.queryItemValue(name, QUrl::FullyDecoded);
        }
    };

    enum class Manner {
        Answer,
        Hang, //!< never answers
        Drop, //!< closes without a word
        CutOff, //!< promises the whole body, sends half, closes
        Garbage, //!< answers what is no HTTP
        Stall //!< sends header and half the body, then nothing
    };

    struct Reply
    {
        int status = 200;
        QByteArray body;
        QByteArray type = "application/json";
        QList<std::pair<QByteArray, QByteArray>> headers;
        Manner manner = Manner::Answer;

        [[nodiscard]] Reply &&with(const QByteArray &name, const QByteArray &value) &&
        {
            headers.append({name, value});
            return std::move(*this);
        }
    };

    using Handler = std::function<Reply(const Request &)>;

    [[nodiscard]] static Reply json(const QJsonObject &object, int status = 200)
    {
        return {status,
                QJsonDocument(object).toJson(QJsonDocument::Compact),
                "application/json",
                {},
                Manner::Answer};
    }
    [[nodiscard]] static Reply text(const QByteArray &body, int status = 200)
    {
        return {status, body, "text/plain", {}, Manner::Answer};
    }
    [[nodiscard]] static Reply badly(Manner manner)
    {
        return {200, QByteArray(1000, 'x'), "text/plain", {}, manner};
    }

    explicit ScriptedServer(Handler handler)
        : m_handler(std::move(handler))
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("No port for the scripted server.");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                serve(socket);
        });
    }

    [[nodiscard]] QString origin() const
    {
        return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort());
    }
    [[nodiscard]] QUrl url(const QString &path) const { return QUrl(origin() + path); }
    [[nodiscard]] QString address(const QString &path) const { return origin() + path; }

    //! From now on it answers like this.
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    //! Nobody listens any more: connections are refused.
    void close() { m_server.close(); }

    //! What came, in order.
    QList<Request> requests;

private:
    void serve(QTcpSocket *socket)
    {
        const auto received = std::make_shared<QByteArray>();
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, received] {
            received->append(socket->readAll());
            Request request;
            if (!parse(*received, request))
                return;
            received->clear();
            requests.append(request);
            answer(socket, m_handler(request));
        });
    }

    static bool parse(const QByteArray &bytes, Request &request)
    {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        QList<QByteArray> lines = bytes.first(end).split('\n');
        const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
        request.method = first.value(0);
        const QUrl target = QUrl::fromEncoded(first.value(1));
        request.path = target.path();
        request.query = QUrlQuery(target);
        for (const QByteArray &line : std::as_const(lines)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.first(colon).trimmed().toLower(),
                                   line.sliced(colon + 1).trimmed());
        }
        request.body = bytes.sliced(end + 4);
        return request.body.size() >= request.headers.value("content-length").toLongLong();
    }

    static void answer(QTcpSocket *socket, const Reply &reply)
    {
        if (reply.manner == Manner::Hang)
            return;
        if (reply.manner == Manner::Drop) {
            socket->abort();
            return;
        }
        if (reply.manner == Manner::Garbage) {
            socket->write("220 mail.example.net ESMTP\r\n\r\n");
            socket->disconnectFromHost();
            return;
        }
        QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status)
                          + " Scripted\r\nConnection: close\r\nContent-Type: " + reply.type
                          + "\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
        for (const auto &[name, value] : reply.headers)
            head += name + ": " + value + "\r\n";
        socket->write(head + "\r\n");
        if (reply.manner == Manner::Answer) {
            socket->write(reply.body);
            socket->disconnectFromHost();
            return;
        }
        socket->write(reply.body.first(reply.body.size() / 2));
        if (reply.manner == Manner::CutOff)
            socket->disconnectFromHost();
    }

    Handler m_handler;
    QTcpServer m_server;
};
