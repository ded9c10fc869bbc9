// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/linepipe.h"

#include <QTimer>

#include <chrono>

namespace net {

//! What a connection may cost.
struct LineLimits
{
    qsizetype line = 1024 * 1024; //!< the longest line
    qint64 skipped = 64LL * 1024 * 1024; //!< of a longer one, until the connection is cut
    qsizetype unsent = 4 * 1024 * 1024; //!< what waits for a slow reader, until it is cut off
    std::chrono::milliseconds stall{30'000}; //!< how long a slow reader may take nothing
};

//! Lines in and out over a LinePipe. What comes and goes may hold secrets: buffers are zeroed once
//! they have done their part. Nobody is told from within send(). Idle it has no timer and no
//! memory.
class LineConnection
{
public:
    enum class End {
        Finished, //!< the other side has closed
        TooSlow, //!< it did not read what it asked for
        Flooded //!< a line without end
    };

    struct Listener
    {
        //! A line without its end. Whoever takes it zeroes it.
        std::function<void(QByteArray line)> line;
        std::function<void()> tooLong; //!< the rest of the line is skipped
        std::function<void()> drained; //!< all that waited for a slow reader is sent
        //! The other side says no more, but may still read.
        std::function<void()> halfClosed;
        std::function<void(End end)> ended; //!< the last call; never from within send()
    };

    LineConnection(std::unique_ptr<LinePipe> pipe, LineLimits limits, Listener listener);
    ~LineConnection();
    LineConnection(const LineConnection &) = delete;
    LineConnection &operator=(const LineConnection &) = delete;

    //! Sends \a line and a line end.
    void send(QByteArrayView line);
    //! Lines wait where they are, until resume().
    void pause() { m_isPaused = true; }
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    void resume();
    //! Sends what waits, then closes; ended() comes as ever.
    void finish();
    //! Closes at once. Nobody is told.
    void close();

    [[nodiscard]] bool isOpen() const { return m_pipe != nullptr; }
    [[nodiscard]] qsizetype unsent() const { return m_output.size() - m_sent; }

private:
    [[nodiscard]] qsizetype unhanded() const { return m_input.size() - m_begin; }
    void dropInput();
    void readSome();
    void takeIn(QByteArrayView bytes);
    void splitInput();
    void hand(QByteArrayView line);
    void flush();
    void pushOut();
    void endLater(End end);
    void watchInput();
    void inputEnded();
    void handRest();

    std::unique_ptr<LinePipe> m_pipe;
    LineLimits m_limits;
    Listener m_listener;
    QByteArray m_input; //!< the beginning of a line, or lines while paused
    qsizetype m_begin = 0; //!< what is before has been handed over
    qsizetype m_searched = 0; //!< behind m_begin, without a line end
    qint64 m_skipped = 0; //!< of a line that is too long
    QByteArray m_output;
    qsizetype m_sent = 0;
    std::unique_ptr<QTimer> m_stalled; //!< lives while something waits
    std::unique_ptr<QTimer> m_watch; //!< lives while the other side has closed by half
    std::shared_ptr<LineConnection *> m_self; //!< what queued calls look at first
    bool m_isPaused = false;
    bool m_isReading = false;
    bool m_isSkipping = false;
    bool m_hasEnded = false;
    bool m_isFinishing = false;
    bool m_isEnding = false;
};

} // namespace net
