// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/answerwriter.h"
#include "web/headreader.h"
#include "web/request.h"
#include "web/site.h"

#include <QTcpSocket>

#include <memory>
#include <optional>

namespace web {

class Connection;

//! What a connection asks the house before it lets a request in.
class Gatekeeper
{
public:
    virtual ~Gatekeeper() = default;

    //! Who comes, to which site and with how large a body; or why not.
    [[nodiscard]] virtual tl::expected<RequestParts, HeadRefusal> admit(const Head &head,
                                                                        const QHostAddress &peer,
                                                                        quint16 port) = 0;
    [[nodiscard]] virtual AnswerBytes refusalOf(const HeadRefusal &refusal,
                                                const QString &traceId) = 0;
    //! The connection has ended or was taken apart; it is not to be used any more.
    virtual void left(Connection &connection) = 0;
    //! A request is there, to be taken and answered.
    virtual void serve(Connection &connection) = 0;
    [[nodiscard]] virtual bool isDraining() const = 0;
};

//! One client's connection as QHttpServer sees it: a socket that gives one request at a time, and
//! only once it has come whole, is well formed, within the limits and for this site. The bytes on
//! the wire belong to a second, inner socket (as in QSslSocket).
//!
//! QHttpServer itself keeps the socket and is shown nothing of it: it makes copies that it does not
//! wipe, reads more generously than we do, and would read each request a second time. The house
//! takes the request that was checked with takeRequest().
//!
//!     Idle → Head → Body → Answering → Flushing → Idle …
//!                ↘ refused ↘ Lingering → Gone
class Connection final : public QTcpSocket
{
    Q_OBJECT

public:
    enum class Phase { Idle, Head, Body, Answering, Flushing, Lingering, Gone };

    Connection(Gatekeeper &keeper, const Limits &limits, std::unique_ptr<QTcpSocket> wire);
    ~Connection() override;

    [[nodiscard]] Phase phase() const { return m_phase; }
    //! Counts the requests; tells an answer that comes late from one that is awaited.
    [[nodiscard]] quint64 turn() const { return m_turn; }
    //! The request that is being answered; can be taken once.
    [[nodiscard]] Request takeRequest();
    //! The bytes of the answer of \a turn; dropped if that is not awaited any more.
    void answer(quint64 turn, QByteArrayView bytes, bool closes);
    //! Whether the client, or HTTP/1.0, or a drain wants the connection closed after this answer.
    [[nodiscard]] bool closesAfterAnswer() const;

    //! One second has passed: ends what has taken too long.
    void sweep();
    //! Seconds without a request; -1 when one is under way.
    [[nodiscard]] int idleSeconds() const;
    //! Closes when nothing is under way; else the answer closes.
    void finish();
    //! Closes without a word.
    void cut();
    //! Whether the request that is being answered asks for a WebSocket.
    [[nodiscard]] bool wantsWebSocket() const { return !m_upgradeHead.isEmpty(); }
    //! Hands out the inner socket with the request's head put back, for who takes over.
    [[nodiscard]] QTcpSocket *release();

    // QIODevice, QAbstractSocket
    [[nodiscard]] qint64 bytesToWrite() const override;
    void close() override;
    void disconnectFromHost() override;

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    void receive();
    //! Goes on with what has come; one request after the other.
    void advance();
    //! False when more has to come first, or the request was refused.
    [[nodiscard]] bool readHead();
    [[nodiscard]] bool readBody();
    void present();
    void refuse(const HeadRefusal &refusal);
    void send(QByteArrayView bytes);
    void flushed();
    void gone();
    void enter(Phase phase);

    Gatekeeper &m_keeper;
    const Limits &m_limits;
    std::unique_ptr<QTcpSocket> m_wire;
    Phase m_phase = Phase::Idle;
    int m_seconds = 0; //!< in this phase
    quint64 m_turn = 0;
    bool m_isAdvancing = false;
    bool m_closes = false;
    qint64 m_bodyLimit = 0;

    QByteArray m_input;
    qsizetype m_scanned = 0;
    qsizetype m_headSize = 0;
    Head m_head;
    std::optional<RequestParts> m_parts;
    std::optional<Request> m_request;
    QByteArray m_upgradeHead;
};

} // namespace web
