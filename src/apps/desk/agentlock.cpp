// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/agentlock.h"

#include <QCoreApplication>

namespace apps {

AgentLock::AgentLock(const base::Paths &paths)
    : m_file(paths.agentLock())
{}

base::Result<std::unique_ptr<AgentLock>> AgentLock::take(const base::Paths &paths)
{
    std::unique_ptr<AgentLock> lock(new AgentLock(paths));
    const auto taken = lock->m_file.take();
    if (taken)
        return lock;
    if (taken.error().code != base::ErrorCode::Conflict)
        return base::fail(taken.error());
    const auto who = holder(paths);
    return base::fail(
        base::ErrorCode::Conflict,
        who ? QCoreApplication::translate(
                  "apps", "Another Latchkey is running for you already: %1, process %2.")
                  .arg(who->program)
                  .arg(who->pid)
            : QCoreApplication::translate("apps", "Another Latchkey is running for you already."),
        QCoreApplication::translate("apps", "Use that one, or end it first."));
}

std::optional<base::FileLock::Holder> AgentLock::holder(const base::Paths &paths)
{
    return base::FileLock::holderOf(paths.agentLock());
}

bool AgentLock::isDesktop(const base::FileLock::Holder &holder)
{
    return holder.program.startsWith(QLatin1String("latchkey-desktop"));
}

} // namespace apps
