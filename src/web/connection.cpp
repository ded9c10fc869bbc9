// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/connection.h"

#include "base/secret.h"

#include <QScopeGuard>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace web {

namespace {

//! A refused client may have more under way; closing at once would take the answer from it.
constexpr int lingerSeconds = 2;
//! Unsent bytes of one answer above which the next request of a pipeline waits.
constexpr qint64 mostUnsent = 64LL * 1024;

} // namespace

Connection::Connection(Gatekeeper &keeper, const Limits &limits, std::unique_ptr<QTcpSocket> wire)
    : m_keeper(keeper)
    , m_limits(limits)
    , m_wire(std::move(wire))
{
    m_wire->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    // What a client sends ahead waits in the system's buffer, not in ours.
    m_wire->setReadBufferSize(m_limits.head + m_limits.body);
    connect(m_wire.get(), &QTcpSocket::readyRead, this, &Connection::receive);
    connect(m_wire.get(), &QTcpSocket::bytesWritten, this, &Connection::flushed);
    connect(m_wire.get(), &QTcpSocket::disconnected, this, &Connection::gone);
    setPeerAddress(m_wire->peerAddress());
    setPeerPort(m_wire->peerPort());
    setLocalAddress(m_wire->localAddress());
    setLocalPort(m_wire->localPort());
    setSocketState(ConnectedState);
    setOpenMode(ReadWrite);
}

Connection::~Connection()
{
    if (m_wire)
        disconnect(m_wire.get(), nullptr, this, nullptr);
    if (m_phase != Phase::Gone)
        m_keeper.left(*this);
    base::wipe(m_input);
}

void Connection::enter(Phase phase)
{
    m_phase = phase;
    m_seconds = 0;
}

void Connection::receive()
{
    if (m_phase == Phase::Lingering) {
        m_wire->skip(m_wire->bytesAvailable());
        return;
    }
    advance();
}

void Connection::advance()
{
    if (m_isAdvancing)
        return;
    m_isAdvancing = true;
    const auto done = qScopeGuard([this] { m_isAdvancing = false; });
    for (;;) {
        if (m_phase == Phase::Idle || m_phase == Phase::Head || m_phase == Phase::Body) {
            const qint64 available = m_wire->bytesAvailable();
            if (available > 0) {
                const qsizetype before = m_input.size();
                m_input.resize(before + available);
                m_input.resize(
                    before + std::max<qint64>(0, m_wire->read(m_input.data() + before, available)));
            }
        }
        if (m_phase == Phase::Idle && !m_input.isEmpty())
            enter(Phase::Head);
        if (m_phase == Phase::Head && !readHead())
            return;
        if (m_phase != Phase::Body || !readBody())
            return;
        present();
        // An answer that came at once makes room for the next request of a pipeline.
        if (m_phase != Phase::Idle || m_input.isEmpty())
            return;
    }
}

bool Connection::readHead()
{
    m_headSize = HeadReader::findEnd(m_input, m_scanned);
    if (m_headSize > m_limits.head || (m_headSize == 0 && m_input.size() > m_limits.head)) {
        refuse({431, "headers_too_large"});
        return false;
    }
    if (m_headSize <= 0) {
        if (m_headSize < 0)
            refuse({400, "bad_request"});
        return false;
    }
    auto head = HeadReader::read(QByteArrayView(m_input).first(m_headSize));
    if (!head) {
        refuse(head.error());
        return false;
    }
    m_head = std::move(*head);
    auto parts = m_keeper.admit(m_head, peerAddress(), peerPort());
    if (!parts) {
        refuse(parts.error());
        return false;
    }
    m_parts = std::move(*parts);
    if (m_head.expectsContinue && m_input.size() < m_headSize + m_head.contentLength) {
        m_wire->write("HTTP/1.1 100 Continue\r\n\r\n");
        m_wire->flush();
    }
    const int sendSeconds = m_seconds;
    enter(Phase::Body);
    m_seconds = sendSeconds; // one span for the whole request
    return true;
}

bool Connection::readBody()
{
    const qsizetype size = m_headSize + m_head.contentLength;
    if (m_input.size() < size)
        return false;
    if (m_head.contentLength > 0)
        m_parts->body = m_input.sliced(m_headSize, m_head.contentLength);
    m_parts->target = std::move(m_head.target);
    m_parts->headers = std::move(m_head.headers);
    m_parts->method = m_head.method;
    m_request.emplace(std::move(*m_parts));
    m_parts.reset();
    m_upgradeHead = m_head.wantsWebSocket ? m_input.first(m_headSize) : QByteArray();
    if (m_input.size() > size) {
        m_input.remove(0, size);
    } else if (m_head.contentLength > 0) {
        base::wipe(m_input);
    } else {
        m_input.resize(0); // keeps its memory for the next one
    }
    m_scanned = 0;
    return true;
}

void Connection::present()
{
    enter(Phase::Answering);
    ++m_turn;
    m_closes = !m_head.keepsAlive;
    m_keeper.serve(*this);
}

Request Connection::takeRequest()
{
    Q_ASSERT(m_request);
    Request request = std::move(*m_request);
    m_request.reset();
    return request;
}

bool Connection::closesAfterAnswer() const
{
    return m_closes || m_keeper.isDraining();
}

void Connection::answer(quint64 turn, QByteArrayView bytes, bool closes)
{
    if (m_phase != Phase::Answering || turn != m_turn)
        return;
    m_closes = m_closes || closes;
    send(bytes);
    if (m_phase != Phase::Answering)
        return; // the connection broke under it
    enter(Phase::Flushing);
    flushed();
}

void Connection::send(QByteArrayView bytes)
{
    qsizetype sent = 0;
#ifdef MSG_NOSIGNAL
    // Nearly every answer fits into the system's buffer. Through Qt's own it would have the event
    // loop begin and stop to wait for room, and woken up twice for that.
    if (m_wire->bytesToWrite() == 0) {
        const auto descriptor = static_cast<int>(m_wire->socketDescriptor());
        sent = std::max<qsizetype>(
            0,
            ::send(descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL));
        if (sent == bytes.size())
            return;
    }
#endif
    m_wire->write(bytes.data() + sent, bytes.size() - sent);
    // Else the bytes would wait for another turn of the event loop.
    m_wire->flush();
}

void Connection::flushed()
{
    if (m_phase == Phase::Lingering || m_phase != Phase::Flushing)
        return;
    if (m_wire->bytesToWrite() > (m_closes ? 0 : mostUnsent))
        return;
    if (m_closes) {
        m_wire->disconnectFromHost();
        return;
    }
    enter(Phase::Idle);
    advance();
}

void Connection::refuse(const HeadRefusal &refusal)
{
    enter(Phase::Lingering);
    ++m_turn; // whatever answer is under way comes too late
    base::wipe(m_input);
    const AnswerBytes bytes = m_keeper.refusalOf(refusal, m_parts ? m_parts->traceId : QString());
    send({bytes.constData(), bytes.size()});
    if (m_phase == Phase::Lingering)
        m_wire->skip(m_wire->bytesAvailable());
}

void Connection::sweep()
{
    ++m_seconds;
    const auto isOver = [this](std::chrono::seconds limit) { return m_seconds > limit.count(); };
    switch (m_phase) {
    case Phase::Idle:
        // Who has not sent anything yet is as slow as one who sends in drops.
        if (isOver(m_turn == 0 ? m_limits.send : m_limits.idle))
            m_wire->disconnectFromHost();
        return;
    case Phase::Head:
    case Phase::Body:
        if (isOver(m_limits.send))
            refuse({408, "request_timeout"});
        return;
    case Phase::Answering:
        if (isOver(m_limits.answer))
            refuse({503, "answer_timeout"});
        return;
    case Phase::Flushing:
        if (isOver(m_limits.answer))
            cut();
        return;
    case Phase::Lingering:
        if (m_seconds >= lingerSeconds)
            cut();
        return;
    case Phase::Gone:
        return;
    }
}

int Connection::idleSeconds() const
{
    return m_phase == Phase::Idle ? m_seconds : -1;
}

void Connection::finish()
{
    if (m_phase == Phase::Idle)
        m_wire->disconnectFromHost();
}

void Connection::cut()
{
    if (m_wire)
        m_wire->abort();
    if (m_phase != Phase::Gone)
        gone();
}

QTcpSocket *Connection::release()
{
    disconnect(m_wire.get(), nullptr, this, nullptr);
    const QByteArray back = m_upgradeHead + m_input;
    for (qsizetype i = back.size() - 1; i >= 0; --i)
        m_wire->ungetChar(back.at(i));
    m_wire->setReadBufferSize(0);
    QTcpSocket *wire = m_wire.release();
    gone();
    return wire;
}

void Connection::gone()
{
    if (m_phase == Phase::Gone)
        return;
    enter(Phase::Gone);
    ++m_turn;
    m_keeper.left(*this);
    setOpenMode(NotOpen);
    setSocketState(UnconnectedState);
    // QHttpServer deletes the socket.
    Q_EMIT disconnected();
}

qint64 Connection::bytesToWrite() const
{
    return m_wire ? m_wire->bytesToWrite() : 0;
}

void Connection::close()
{
    cut();
}

void Connection::disconnectFromHost()
{
    if (m_wire)
        m_wire->disconnectFromHost();
}

qint64 Connection::readData(char *, qint64)
{
    return 0; // requests go by takeRequest()
}

qint64 Connection::writeData(const char *, qint64)
{
    // Answers go by answer(); what QHttpServer would say by itself is not ours.
    return -1;
}

} // namespace web
