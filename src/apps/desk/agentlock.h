// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/paths.h"
#include "base/result.h"

#include <memory>
#include <optional>

class QLockFile;

namespace apps {

//! Whoever holds agent.lock is the agent of this person and profile: the record is a chain with one
//! writer. The file tells the holder's process id.
class AgentLock
{
public:
    //! Who has it.
    struct Holder
    {
        qint64 pid = 0;
        QString program; //!< "latchkeyd", "latchkey-desktop"

        [[nodiscard]] bool isDesktop() const;
    };

    //! Conflict: somebody has it, and the sentence says who. Only the holder's death frees it.
    [[nodiscard]] static base::Result<std::unique_ptr<AgentLock>> take(const base::Paths &paths);
    //! Nobody: it is free, or was left behind by one that died.
    [[nodiscard]] static std::optional<Holder> holder(const base::Paths &paths);

    ~AgentLock();

private:
    explicit AgentLock(std::unique_ptr<QLockFile> file);

    std::unique_ptr<QLockFile> m_file;
};

} // namespace apps
