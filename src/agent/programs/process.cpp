// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/programs/process.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace agent {

namespace {

constexpr qsizetype mostArguments = 128 * 1024;

QByteArray readLink(int folder, const char *name)
{
    std::array<char, 4096> target;
    const ssize_t size = readlinkat(folder, name, target.data(), target.size());
    if (size <= 0 || size == ssize_t(target.size()))
        return {};
    return {target.data(), size};
}

} // namespace

std::optional<Process> Process::open(qint64 pid)
{
    if (pid <= 0)
        return {};
    const QByteArray path = "/proc/" + QByteArray::number(pid);
    Process process(Descriptor(::open(path.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC)), pid);
    if (!process.m_folder.isOpen() || !process.readStatus())
        return {};
    return process;
}

bool Process::readStatus()
{
    const auto folder = stampOf(m_folder);
    if (!folder)
        return false;
    m_uid = folder->owner;
    // "4242 (a name (with anything)) S 1 …": the name ends at the last parenthesis.
    const QByteArray line = read("stat", 4096);
    const qsizetype open = line.indexOf('(');
    const qsizetype close = line.lastIndexOf(')');
    if (open < 0 || close < open)
        return false;
    m_shortName = QString::fromUtf8(line.sliced(open + 1, close - open - 1));
    const QList<QByteArray> fields = line.sliced(close + 1).simplified().split(' ');
    constexpr qsizetype parentField = 1; // the fourth of proc(5), two being before the parenthesis
    constexpr qsizetype sessionField = 3; // the sixth
    constexpr qsizetype startField = 19; // the twenty-second
    bool isNumber = false;
    m_parent = fields.value(parentField).toLongLong();
    m_session = fields.value(sessionField).toLongLong();
    m_startTime = fields.value(startField).toULongLong(&isNumber);
    return isNumber;
}

bool Process::mayBeOlderThan(qint64 time) const
{
    const auto now = [](clockid_t clock) {
        timespec read = {};
        clock_gettime(clock, &read);
        return qint64(read.tv_sec) * 1'000'000'000 + read.tv_nsec;
    };
    const qint64 tick = 1'000'000'000 / std::max(1L, sysconf(_SC_CLK_TCK));
    const qint64 sinceStart = now(CLOCK_BOOTTIME) - qint64(m_startTime) * tick;
    // Both times move in steps: what lies within one cannot be told.
    return time + tick >= now(CLOCK_REALTIME) - sinceStart;
}

bool Process::takesInOrphans() const
{
    // The system does not tell who does; these are known to, and few others are.
    static const QStringList known = {QStringLiteral("systemd"),
                                      QStringLiteral("init"),
                                      QStringLiteral("upstart"),
                                      QStringLiteral("openrc-init"),
                                      QStringLiteral("runsvdir"),
                                      QStringLiteral("s6-svscan"),
                                      QStringLiteral("dinit"),
                                      QStringLiteral("shepherd"),
                                      QStringLiteral("supervisord"),
                                      QStringLiteral("lxqt-session"),
                                      QStringLiteral("plasma_session"),
                                      QStringLiteral("gnome-session-b"),
                                      QStringLiteral("gnome-session-binary")};
    return known.contains(m_shortName)
           || known.contains(executable().section(QLatin1Char('/'), -1));
}

std::optional<Process> Process::parent() const
{
    if (m_parent <= 1)
        return {};
    auto parent = open(m_parent);
    // Its number may have been given to another one since; that one is younger than its "child".
    if (!parent || parent->startTime() > m_startTime || parent->uid() != m_uid)
        return {};
    // A child is in the session of who started it, unless it has opened one of its own.
    if (m_session != m_pid && m_session != parent->m_session)
        return {};
    return parent->takesInOrphans() ? std::optional<Process>() : std::move(parent);
}

bool Process::hasEnded() const
{
    return read("stat", 16).isEmpty();
}

QString Process::executable() const
{
    QByteArray path = link("exe");
    const QByteArray deleted = " (deleted)";
    if (path.endsWith(deleted)) {
        // A file may well be called like that.
        struct stat status = {};
        if (fstatat(m_folder.number(), "exe", &status, 0) == 0 && status.st_nlink == 0)
            path.chop(deleted.size());
        else if (!QFile::exists(QFile::decodeName(path)))
            path.chop(deleted.size()); // one of its names, and others are left
    }
    return path.startsWith('/') ? QFile::decodeName(path) : QString();
}

std::optional<FileStamp> Process::executableStamp() const
{
    return stampBelow(m_folder, "exe");
}

Descriptor Process::openExecutable() const
{
    return Descriptor(openat(m_folder.number(), "exe", O_RDONLY | O_CLOEXEC | O_NONBLOCK));
}

QList<QByteArray> Process::arguments() const
{
    QByteArray line = read("cmdline", mostArguments);
    if (line.endsWith('\0'))
        line.chop(1);
    return line.isEmpty() ? QList<QByteArray>() : line.split('\0');
}

QString Process::folder() const
{
    return QFile::decodeName(link("cwd"));
}

Descriptor Process::openFile(const QByteArray &path) const
{
    // What is open in that process, or is asked of the system, is no file that one could name.
    if (path.isEmpty() || path.startsWith("/proc/") || path.startsWith("/dev/"))
        return Descriptor();
    const Descriptor from(openat(m_folder.number(),
                                 path.startsWith('/') ? "root" : "cwd",
                                 O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!from.isOpen())
        return Descriptor();
    QByteArray below = path;
    while (below.startsWith('/'))
        below.remove(0, 1);
    Descriptor file(openat(from.number(), below.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    const auto stamp = stampOf(file);
    return stamp && stamp->isPlain ? std::move(file) : Descriptor();
}

bool Process::readsTerminal() const
{
    const QByteArray input = link("fd/0");
    return input.startsWith("/dev/pts/") || input.startsWith("/dev/tty") || input == "/dev/console";
}

QByteArray Process::read(const char *name, qsizetype most) const
{
    const Descriptor file(openat(m_folder.number(), name, O_RDONLY | O_CLOEXEC));
    QByteArray text;
    std::array<char, 4096> block;
    while (file.isOpen() && text.size() < most) {
        const ssize_t got = ::read(file.number(), block.data(), block.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        text.append(block.data(), got);
    }
    return text;
}

QByteArray Process::link(const char *name) const
{
    return readLink(m_folder.number(), name);
}

QString pathOf(const Descriptor &file)
{
    const QByteArray name = "/proc/self/fd/" + QByteArray::number(file.number());
    const QByteArray path = readLink(AT_FDCWD, name.constData());
    return path.startsWith('/') && !path.endsWith(" (deleted)") ? QFile::decodeName(path)
                                                                : QString();
}

} // namespace agent
