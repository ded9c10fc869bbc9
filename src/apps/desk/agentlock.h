// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/filelock.h"
#include "base/paths.h"

namespace apps {

//! Whoever holds agent.lock is the agent of this person and profile: the record is a chain with one
//! writer.
class AgentLock
{
public:
    //! Conflict: somebody has it, and the sentence says who. Only the holder's end frees it.
    [[nodiscard]] static base::Result<std::unique_ptr<AgentLock>> take(const base::Paths &paths);
    [[nodiscard]] static std::optional<base::FileLock::Holder> holder(const base::Paths &paths);
    [[nodiscard]] static bool isDesktop(const base::FileLock::Holder &holder);

private:
    explicit AgentLock(const base::Paths &paths);

    base::FileLock m_file;
};

} // namespace apps
