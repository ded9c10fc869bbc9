// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/agentlock.h"

#include <QCoreApplication>
#include <QLockFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#endif

namespace apps {

namespace {

std::unique_ptr<QLockFile> fileIn(const base::Paths &paths)
{
    auto file = std::make_unique<QLockFile>(paths.agentLock());
    file->setStaleLockTime(0); // only the death of its holder frees it
    return file;
}

std::optional<AgentLock::Holder> holderOf(const QLockFile &file)
{
    AgentLock::Holder holder;
    QString host;
    if (!file.getLockInfo(&holder.pid, &host, &holder.program))
        return std::nullopt;
    return holder;
}

} // namespace

bool AgentLock::Holder::isDesktop() const
{
    return program.startsWith(QLatin1String("latchkey-deskt")); // the system may shorten it
}

AgentLock::AgentLock(std::unique_ptr<QLockFile> file)
    : m_file(std::move(file))
{}

AgentLock::~AgentLock() = default;

base::Result<std::unique_ptr<AgentLock>> AgentLock::take(const base::Paths &paths)
{
    auto file = fileIn(paths);
    if (file->tryLock(0))
        return std::unique_ptr<AgentLock>(new AgentLock(std::move(file)));
    if (file->error() != QLockFile::LockFailedError)
        return base::fail(
            base::ErrorCode::Denied,
            QCoreApplication::translate("apps", "%1 cannot be written.").arg(paths.agentLock()),
            QCoreApplication::translate("apps", "Look at its permissions, and who owns it."));
    const auto holder = holderOf(*file);
    return base::fail(
        base::ErrorCode::Conflict,
        holder
            ? QCoreApplication::translate(
                  "apps", "Another Latchkey is running for you already: %1, process %2.")
                  .arg(holder->program)
                  .arg(holder->pid)
            : QCoreApplication::translate("apps", "Another Latchkey is running for you already."),
        QCoreApplication::translate("apps", "Use that one, or end it first."));
}

std::optional<AgentLock::Holder> AgentLock::holder(const base::Paths &paths)
{
    const auto file = fileIn(paths);
    const auto holder = holderOf(*file);
#ifdef Q_OS_UNIX
    if (holder && ::kill(static_cast<pid_t>(holder->pid), 0) != 0 && errno == ESRCH)
        return std::nullopt;
#endif
    return holder;
}

} // namespace apps
