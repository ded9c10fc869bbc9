// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/programs/process.h"

#include <QFile>

#ifdef Q_OS_MACOS
#include <array>
#include <fcntl.h>
#include <libproc.h>
#endif

// What these systems tell of another process is its executable, and on some not even that. What is
// not known stays empty, and an approval of such a program cannot be kept for longer than a call.

namespace agent {

std::optional<Process> Process::open(qint64 pid)
{
    if (pid <= 0)
        return {};
    return Process(Descriptor(), pid);
}

bool Process::readStatus()
{
    return false;
}

bool Process::mayBeOlderThan(qint64) const
{
    return true;
}

bool Process::takesInOrphans() const
{
    return false;
}

std::optional<Process> Process::parent() const
{
    return {};
}

bool Process::hasEnded() const
{
    return false;
}

QString Process::executable() const
{
#ifdef Q_OS_MACOS
    std::array<char, PROC_PIDPATHINFO_MAXSIZE> path;
    const int size = proc_pidpath(static_cast<int>(m_pid), path.data(), path.size());
    return size > 0 ? QFile::decodeName(QByteArray(path.data(), size)) : QString();
#else
    return {};
#endif
}

std::optional<FileStamp> Process::executableStamp() const
{
    return stampOf(executable());
}

Descriptor Process::openExecutable() const
{
#ifdef Q_OS_MACOS
    return Descriptor(::open(QFile::encodeName(executable()).constData(), O_RDONLY | O_CLOEXEC));
#else
    return Descriptor();
#endif
}

QList<QByteArray> Process::arguments() const
{
    return {};
}

QString Process::folder() const
{
    return {};
}

Descriptor Process::openFile(const QByteArray &) const
{
    return Descriptor();
}

bool Process::readsTerminal() const
{
    return false;
}

QByteArray Process::read(const char *, qsizetype) const
{
    return {};
}

QByteArray Process::link(const char *) const
{
    return {};
}

QString pathOf(const Descriptor &)
{
    return {};
}

} // namespace agent
