// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QIODevice>
#include <QSocketNotifier>

#include <functional>
#include <memory>
#include <optional>

namespace net {

//! Bytes in and out, never waiting: what a LineConnection stands on.
class LinePipe
{
public:
    virtual ~LinePipe();

    enum class State { Open, Ended, Broken };
    struct Got
    {
        qsizetype size = 0; //!< 0 and Open: nothing at this moment
        State state = State::Open; //!< Ended: the other side says no more, but may still listen
    };

    [[nodiscard]] virtual Got read(char *room, qsizetype size) = 0;
    //! How many bytes were taken; unset: the other side is gone.
    [[nodiscard]] virtual std::optional<qsizetype> write(QByteArrayView bytes) = 0;
    //! Whether readable() and writable() are told.
    virtual void watchReading(bool on) = 0;
    virtual void watchWriting(bool on) = 0;
    //! The other side neither speaks nor listens any more.
    [[nodiscard]] virtual bool isHungUp() = 0;
    virtual void close() = 0;

    std::function<void()> readable;
    std::function<void()> writable;
};

#ifdef Q_OS_UNIX
//! A socket, or a pair of descriptors such as standard input and output. Owns them. Writes go to
//! the system at once, so that no secret waits in somebody else's buffer.
class DescriptorPipe final : public LinePipe
{
public:
    DescriptorPipe(int in, int out);
    ~DescriptorPipe() override;
    DescriptorPipe(const DescriptorPipe &) = delete;
    DescriptorPipe &operator=(const DescriptorPipe &) = delete;

    [[nodiscard]] Got read(char *room, qsizetype size) override;
    [[nodiscard]] std::optional<qsizetype> write(QByteArrayView bytes) override;
    void watchReading(bool on) override;
    void watchWriting(bool on) override;
    [[nodiscard]] bool isHungUp() override;
    void close() override;

private:
    int m_in;
    int m_out;
    bool m_isSocket = false;
    std::unique_ptr<QSocketNotifier> m_reading;
    std::unique_ptr<QSocketNotifier> m_writing; //!< made when something had to wait
};
#endif

//! A device such as QLocalSocket, for systems whose sockets are no descriptors.
class DevicePipe final : public LinePipe
{
public:
    explicit DevicePipe(std::unique_ptr<QIODevice> device);

    [[nodiscard]] Got read(char *room, qsizetype size) override;
    [[nodiscard]] std::optional<qsizetype> write(QByteArrayView bytes) override;
    void watchReading(bool on) override;
    void watchWriting(bool on) override { m_tellsWriting = on; }
    [[nodiscard]] bool isHungUp() override { return m_hasEnded; }
    void close() override;

private:
    std::unique_ptr<QIODevice> m_device;
    bool m_tellsReading = false;
    bool m_tellsWriting = false;
    bool m_hasEnded = false;
};

} // namespace net
