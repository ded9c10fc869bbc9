// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/disksync.h"

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace ledger {

namespace {

//! From one sync to the next.
constexpr std::chrono::milliseconds apart{20};

} // namespace

//! A second descriptor of the file: it lasts until the worker is done with it.
class DiskSync::Descriptor
{
public:
#ifdef Q_OS_UNIX
    explicit Descriptor(int descriptor)
        : m_descriptor(::dup(descriptor))
    {}
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    void sync() const
    {
        if (m_descriptor >= 0)
            ::fdatasync(m_descriptor);
    }
#else
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    {}
    void sync() const {}
#endif
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

private:
    int m_descriptor;
};

DiskSync::DiskSync()
{
    m_worker.setMaxThreadCount(1);
    m_pause.setSingleShot(true);
    QObject::connect(&m_pause, &QTimer::timeout, &m_pause, [this] {
        if (m_isDue)
            start();
    });
}

DiskSync::~DiskSync()
{
    follow(-1);
    m_worker.waitForDone();
}

void DiskSync::follow(int descriptor)
{
    if (m_isDue && m_file)
        m_worker.start([file = m_file] { file->sync(); });
    m_isDue = false;
    m_file = descriptor < 0 ? nullptr : std::make_shared<const Descriptor>(descriptor);
}

void DiskSync::start()
{
    m_pause.start(apart);
    if (!m_file || m_isAtWork->exchange(true)) // a slow disk: the timer looks again
        return;
    m_isDue = false;
    m_worker.start([file = m_file, atWork = m_isAtWork] {
        file->sync();
        atWork->store(false);
    });
}

} // namespace ledger
