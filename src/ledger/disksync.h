// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>

namespace ledger {

//! Makes the disk take what was written into a file, in a worker thread: what is written after a
//! pause at once, what follows it within some hundredths of a second together. A disk that is asked
//! after each line has no time to take the next one.
class DiskSync
{
public:
    DiskSync();
    //! The disk has taken everything when it returns.
    ~DiskSync();
    DiskSync(const DiskSync &) = delete;
    DiskSync &operator=(const DiskSync &) = delete;

    //! From now on it is about this file, which need not stay open; what was written into the one
    //! before is still seen to.
    void follow(int descriptor);
    //! Something was written.
    void wrote()
    {
        m_isDue = true;
        if (!m_pause.isActive())
            start();
    }

private:
    class Descriptor;
    void start();

    std::shared_ptr<const Descriptor> m_file;
    QThreadPool m_worker; //!< one thread: in order
    std::shared_ptr<std::atomic_bool> m_isAtWork = std::make_shared<std::atomic_bool>(false);
    QTimer m_pause; //!< runs after each sync, until the next one may begin
    bool m_isDue = false;
};

} // namespace ledger
