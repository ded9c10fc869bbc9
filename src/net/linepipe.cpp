// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/linepipe.h"

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace net {

LinePipe::~LinePipe() = default;

#ifdef Q_OS_UNIX

namespace {

void prepare(int descriptor)
{
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC); // not for programs that the agent starts
}

//! Nothing at this moment.
bool isPassing(int error)
{
#if EAGAIN != EWOULDBLOCK
    if (error == EWOULDBLOCK)
        return true;
#endif
    return error == EAGAIN;
}

#ifdef MSG_NOSIGNAL
constexpr int quietly = MSG_NOSIGNAL;
#else
constexpr int quietly = 0;
#endif

} // namespace

DescriptorPipe::DescriptorPipe(int in, int out)
    : m_in(in)
    , m_out(out)
    , m_reading(std::make_unique<QSocketNotifier>(in, QSocketNotifier::Read))
{
    prepare(m_in);
    prepare(m_out);
    int type = 0;
    socklen_t size = sizeof type;
    m_isSocket = ::getsockopt(m_out, SOL_SOCKET, SO_TYPE, &type, &size) == 0;
#ifdef SO_NOSIGPIPE
    const int on = 1;
    if (m_isSocket)
        ::setsockopt(m_out, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
    QObject::connect(
        m_reading.get(), &QSocketNotifier::activated, m_reading.get(), [this] { readable(); });
}

DescriptorPipe::~DescriptorPipe()
{
    close();
}

LinePipe::Got DescriptorPipe::read(char *room, qsizetype size)
{
    for (;;) {
        const ssize_t got = ::read(m_in, room, static_cast<std::size_t>(size));
        if (got > 0)
            return {got, State::Open};
        if (got == 0)
            return {0, State::Ended};
        if (isPassing(errno))
            return {0, State::Open};
        if (errno != EINTR)
            return {0, State::Broken};
    }
}

std::optional<qsizetype> DescriptorPipe::write(QByteArrayView bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    for (;;) {
        const ssize_t taken = m_isSocket ? ::send(m_out, bytes.data(), size, quietly)
                                         : ::write(m_out, bytes.data(), size);
        if (taken >= 0)
            return taken;
        if (isPassing(errno))
            return 0;
        if (errno != EINTR)
            return {};
    }
}

void DescriptorPipe::watchReading(bool on)
{
    if (m_reading)
        m_reading->setEnabled(on);
}

void DescriptorPipe::watchWriting(bool on)
{
    if (!m_writing && on) {
        m_writing = std::make_unique<QSocketNotifier>(m_out, QSocketNotifier::Write);
        QObject::connect(
            m_writing.get(), &QSocketNotifier::activated, m_writing.get(), [this] { writable(); });
    }
    if (m_writing)
        m_writing->setEnabled(on);
}

bool DescriptorPipe::isHungUp()
{
    pollfd look{m_out, 0, 0};
    return ::poll(&look, 1, 0) > 0 && (look.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

void DescriptorPipe::close()
{
    // A notifier may be what has called us.
    for (auto *notifier : {&m_reading, &m_writing}) {
        if (*notifier) {
            (*notifier)->setEnabled(false);
            notifier->release()->deleteLater();
        }
    }
    if (m_in >= 0)
        ::close(m_in);
    if (m_out >= 0 && m_out != m_in)
        ::close(m_out);
    m_in = m_out = -1;
}

#endif

namespace {

//! What a device may hold that has not gone out; the rest waits with us, where it is zeroed.
constexpr qint64 mostInDevice = 64LL * 1024;

} // namespace

DevicePipe::DevicePipe(std::unique_ptr<QIODevice> device)
    : m_device(std::move(device))
{
    const auto tellReading = [this] {
        if (m_tellsReading)
            readable();
    };
    QObject::connect(m_device.get(), &QIODevice::readyRead, m_device.get(), tellReading);
    const auto end = [this, tellReading] {
        m_hasEnded = true;
        tellReading();
    };
    QObject::connect(m_device.get(), &QIODevice::readChannelFinished, m_device.get(), end);
    QObject::connect(m_device.get(), &QIODevice::bytesWritten, m_device.get(), [this] {
        if (m_tellsWriting)
            writable();
    });
}

LinePipe::Got DevicePipe::read(char *room, qsizetype size)
{
    const qint64 got = m_device->read(room, size);
    if (got > 0)
        return {qsizetype(got), State::Open};
    return {0, m_hasEnded || got < 0 ? State::Ended : State::Open};
}

std::optional<qsizetype> DevicePipe::write(QByteArrayView bytes)
{
    if (m_hasEnded)
        return {};
    const qint64 room = mostInDevice - m_device->bytesToWrite();
    if (room <= 0)
        return 0;
    const qint64 taken = m_device->write(bytes.data(), std::min<qint64>(room, bytes.size()));
    return taken < 0 ? std::nullopt : std::optional(qsizetype(taken));
}

void DevicePipe::watchReading(bool on)
{
    m_tellsReading = on;
    if (on && m_device && (m_device->bytesAvailable() > 0 || m_hasEnded))
        QMetaObject::invokeMethod(m_device.get(), &QIODevice::readyRead, Qt::QueuedConnection);
}

void DevicePipe::close()
{
    if (!m_device)
        return;
    m_device->disconnect();
    m_device->close();
    m_device.release()->deleteLater();
    m_hasEnded = true;
}

} // namespace net
