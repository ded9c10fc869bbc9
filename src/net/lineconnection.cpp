// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/lineconnection.h"

#include "net/wipedbytes.h"

#include <QCoreApplication>

#include <array>
#include <cstring>

namespace net {

namespace {

//! One read. Shared by all connections, so that an idle one has none; zeroed after use.
constexpr std::size_t chunkSize = 64 * 1024;

std::array<char, chunkSize> &chunk()
{
    thread_local std::array<char, chunkSize> bytes;
    return bytes;
}

//! How often a side that has closed by half is looked at: it may be gone altogether.
constexpr std::chrono::milliseconds lookAgain{500};

} // namespace

LineConnection::LineConnection(std::unique_ptr<LinePipe> pipe, LineLimits limits, Listener listener)
    : m_pipe(std::move(pipe))
    , m_limits(limits)
    , m_listener(std::move(listener))
    , m_self(std::make_shared<LineConnection *>(this))
{
    m_pipe->readable = [this] { readSome(); };
    m_pipe->writable = [this] { pushOut(); };
    m_pipe->watchReading(true);
}

LineConnection::~LineConnection()
{
    close();
    *m_self = nullptr;
}

void LineConnection::close()
{
    if (m_pipe) {
        m_pipe->close();
        // It may be what has called us.
        const std::shared_ptr<LinePipe> closed(std::move(m_pipe));
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [closed] {}, Qt::QueuedConnection);
    }
    m_stalled.reset();
    m_watch.reset();
    dropInput();
    base::wipe(m_output);
    m_sent = 0;
}

void LineConnection::readSome()
{
    if (!m_pipe || m_hasEnded || m_isReading)
        return;
    auto &room = chunk();
    const LinePipe::Got got = m_pipe->read(room.data(), qsizetype(room.size()));
    if (got.state == LinePipe::State::Broken) {
        endLater(End::Finished);
        return;
    }
    if (got.size > 0) {
        m_isReading = true;
        takeIn(QByteArrayView(room.data(), got.size));
        std::memset(room.data(), 0, std::size_t(got.size));
        m_isReading = false;
        flush();
    }
    if (m_pipe && got.state == LinePipe::State::Ended)
        inputEnded();
    watchInput();
}

void LineConnection::takeIn(QByteArrayView bytes)
{
    if (m_isSkipping) {
        const qsizetype end = bytes.indexOf('\n');
        if (end < 0) {
            m_skipped += bytes.size();
            if (m_skipped > m_limits.skipped)
                endLater(End::Flooded);
            return;
        }
        m_isSkipping = false;
        bytes = bytes.sliced(end + 1);
    }
    // Whole lines go on from where they were read; only what is left is kept.
    while (m_pipe && m_input.isEmpty() && !m_isPaused) {
        const qsizetype end = bytes.indexOf('\n');
        if (end < 0)
            break;
        hand(bytes.first(end));
        bytes = bytes.sliced(end + 1);
    }
    if (!m_pipe || bytes.isEmpty())
        return;
    appendWiping(m_input, bytes);
    splitInput();
}

void LineConnection::splitInput()
{
    while (m_pipe && !m_isPaused) {
        const qsizetype end = QByteArrayView(m_input).indexOf('\n', m_begin + m_searched);
        if (end < 0) {
            m_searched = unhanded();
            break;
        }
        const QByteArrayView line = QByteArrayView(m_input).sliced(m_begin, end - m_begin);
        m_begin = end + 1;
        m_searched = 0;
        hand(line);
    }
    if (!m_pipe)
        return;
    if (unhanded() == 0) {
        dropInput();
    } else if (m_begin > m_input.size() / 2) {
        QByteArray rest = m_input.sliced(m_begin);
        base::wipe(m_input);
        m_input = std::move(rest);
        m_begin = 0;
    }
    if (!m_isPaused && unhanded() > m_limits.line) {
        m_skipped = unhanded();
        m_isSkipping = true;
        dropInput();
        m_listener.tooLong();
    }
}

void LineConnection::dropInput()
{
    base::wipe(m_input);
    m_begin = 0;
    m_searched = 0;
}

void LineConnection::hand(QByteArrayView line)
{
    if (line.endsWith('\r'))
        line.chop(1);
    if (line.size() > m_limits.line)
        m_listener.tooLong();
    else
        m_listener.line(line.toByteArray());
}

void LineConnection::resume()
{
    m_isPaused = false;
    if (!m_pipe || m_isReading || m_input.isEmpty())
        return;
    m_isReading = true;
    splitInput();
    m_isReading = false;
    flush();
    if (m_pipe && m_hasEnded && !m_isPaused)
        handRest();
    watchInput();
}

//! While paused it goes on reading, so that a close is noticed, but not for ever.
void LineConnection::watchInput()
{
    if (m_pipe)
        m_pipe->watchReading(!m_hasEnded && !(m_isPaused && unhanded() > m_limits.line));
}

void LineConnection::inputEnded()
{
    m_hasEnded = true;
    if (m_pipe->isHungUp()) {
        endLater(End::Finished);
        return;
    }
    // The other side may still want its answers; nothing tells us when it goes altogether.
    m_watch = std::make_unique<QTimer>();
    QObject::connect(m_watch.get(), &QTimer::timeout, m_watch.get(), [this] {
        if (m_pipe && m_pipe->isHungUp())
            endLater(End::Finished);
    });
    m_watch->start(lookAgain);
    if (!m_isPaused || m_input.isEmpty())
        handRest();
}

//! Who closes behind the last line need not end it.
void LineConnection::handRest()
{
    if (unhanded() > 0) {
        const QByteArrayView line = QByteArrayView(m_input).sliced(m_begin);
        m_isReading = true;
        hand(line);
        m_isReading = false;
        dropInput();
        flush();
    }
    if (m_pipe)
        m_listener.halfClosed();
}

void LineConnection::send(QByteArrayView line)
{
    if (!m_pipe || m_isEnding)
        return;
    if (unsent() > m_limits.unsent) {
        endLater(End::TooSlow);
        return;
    }
    if (m_output.isEmpty())
        m_output.reserve(line.size() + 1);
    appendWiping(m_output, line);
    appendWiping(m_output, QByteArrayView("\n", 1));
    // Answers to lines that came together go together.
    if (!m_isReading)
        flush();
}

void LineConnection::flush()
{
    if (m_pipe && !m_stalled)
        pushOut();
}

void LineConnection::pushOut()
{
    while (m_pipe && unsent() > 0) {
        const auto taken = m_pipe->write(QByteArrayView(m_output).sliced(m_sent));
        if (!taken) {
            endLater(End::Finished);
            return;
        }
        if (*taken == 0)
            break;
        m_sent += *taken;
        if (m_stalled)
            m_stalled->start(m_limits.stall);
    }
    if (!m_pipe)
        return;
    if (unsent() == 0) {
        base::wipe(m_output);
        m_sent = 0;
        const bool hadToWait = m_stalled != nullptr;
        if (hadToWait) {
            m_stalled.reset();
            m_pipe->watchWriting(false);
        }
        if (m_isFinishing)
            endLater(End::Finished);
        else if (hadToWait)
            m_listener.drained();
        return;
    }
    if (m_sent > m_output.size() / 2) {
        QByteArray rest = m_output.sliced(m_sent);
        base::wipe(m_output);
        m_output = std::move(rest);
        m_sent = 0;
    }
    if (m_stalled)
        return;
    m_stalled = std::make_unique<QTimer>();
    m_stalled->setSingleShot(true);
    QObject::connect(
        m_stalled.get(), &QTimer::timeout, m_stalled.get(), [this] { endLater(End::TooSlow); });
    m_stalled->start(m_limits.stall);
    m_pipe->watchWriting(true);
}

void LineConnection::finish()
{
    m_isFinishing = true;
    if (m_pipe && unsent() == 0)
        endLater(End::Finished);
}

void LineConnection::endLater(End end)
{
    if (std::exchange(m_isEnding, true))
        return;
    if (m_pipe) {
        m_pipe->watchReading(false);
        m_pipe->watchWriting(false);
    }
    const auto announce = [self = m_self, end] {
        LineConnection *const connection = *self;
        if (!connection || !connection->m_pipe)
            return;
        connection->close();
        // Whoever is told may well destroy us.
        const auto ended = connection->m_listener.ended;
        ended(end);
    };
    QMetaObject::invokeMethod(QCoreApplication::instance(), announce, Qt::QueuedConnection);
}

} // namespace net
