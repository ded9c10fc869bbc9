// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/program.h"

#include <chrono>
#include <functional>
#include <memory>

class QThreadPool;

namespace agent {

class ProgramLook;

//! Finds out from the system who is at the other end of a socket. Everything that a peer could make
//! slow (its memory, its files) is looked at on workers of its own.
class ProgramFinder final : public core::Programs
{
public:
    struct Parts
    {
        //! Our own command line. Who calls through it is the program that started it.
        QString ownTool = besideUs(QStringLiteral("latchkey"));
        //! What Debian's package manager knows; without it no package vouches for anything.
        QString packages = QStringLiteral("/var/lib/dpkg");
        std::chrono::milliseconds limit = std::chrono::seconds(10);
    };

    explicit ProgramFinder(Parts parts);
    ProgramFinder();
    ~ProgramFinder() override;

    [[nodiscard]] base::Task<core::ProgramPointer> identify(core::Peer peer) override;
    [[nodiscard]] base::Task<core::ProgramPointer> vouch(core::ProgramPointer program) override;

    //! A program in the folder of the running one, or, in a tree that is being built, in the folder
    //! where that makes it.
    [[nodiscard]] static QString besideUs(const QString &name);

private:
    using Answer = base::Result<core::ProgramPointer>;

    [[nodiscard]] base::Task<core::ProgramPointer> onWorker(std::function<Answer()> work);

    std::chrono::milliseconds m_limit;
    std::shared_ptr<ProgramLook> m_look; // shared with a worker that may be stuck
    std::unique_ptr<QThreadPool> m_workers;
};

} // namespace agent
