// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/programs/filesums.h"
#include "agent/programs/packagebook.h"
#include "agent/programs/process.h"
#include "core/program.h"

namespace agent {

//! Puts together what /proc and the packages tell of a program. May wait for disks and for the
//! process itself: for a worker. For any thread.
class ProgramLook
{
public:
    ProgramLook(QString ownTool, QString packages);

    [[nodiscard]] base::Result<core::ProgramPointer> identify(core::Peer peer);
    [[nodiscard]] core::ProgramPointer vouch(const core::Program &program);

private:
    [[nodiscard]] bool isOwnTool(const Process &process) const;
    [[nodiscard]] std::optional<Process> whoCalls(const Process &tool) const;
    void describe(const Process &process, core::Program &program);

    QString m_ownTool;
    FileSums m_sums;
    PackageBook m_packages;
};

} // namespace agent
