// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/programs/filesums.h"

#include <QCryptographicHash>
#include <QFile>
#include <QMutexLocker>

#include <algorithm>
#include <array>
#include <cerrno>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace agent {

namespace {

constexpr qsizetype mostSums = 500;
// A file system's clock moves in steps: what was written just now may be written once more without
// getting another time.
constexpr qint64 settledAfter = 2'000'000'000;

#ifdef Q_OS_UNIX
qint64 nanoseconds(const timespec &time)
{
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

FileStamp stampFrom(const struct stat &status)
{
    FileStamp stamp;
    stamp.device = static_cast<quint64>(status.st_dev);
    stamp.inode = status.st_ino;
    stamp.size = status.st_size;
#ifdef Q_OS_MACOS
    stamp.modified = nanoseconds(status.st_mtimespec);
    stamp.changed = nanoseconds(status.st_ctimespec);
#else
    stamp.modified = nanoseconds(status.st_mtim);
    stamp.changed = nanoseconds(status.st_ctim);
#endif
    stamp.owner = status.st_uid;
    stamp.isShared = (status.st_mode & (S_IWGRP | S_IWOTH)) != 0;
    stamp.isPlain = S_ISREG(status.st_mode);
    return stamp;
}
#endif

} // namespace

#ifdef Q_OS_UNIX

Descriptor::~Descriptor()
{
    if (m_number >= 0)
        close(m_number);
}

std::optional<FileStamp> stampOf(const Descriptor &file)
{
    struct stat status = {};
    if (!file.isOpen() || fstat(file.number(), &status) != 0)
        return {};
    return stampFrom(status);
}

std::optional<FileStamp> stampOf(const QString &path)
{
    struct stat status = {};
    if (path.isEmpty() || stat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    return stampFrom(status);
}

std::optional<FileStamp> stampBelow(const Descriptor &folder, const char *name)
{
    struct stat status = {};
    if (fstatat(folder.number(), name, &status, 0) != 0)
        return {};
    return stampFrom(status);
}

Descriptor openToRead(const QString &path)
{
    return Descriptor(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
}

QByteArray digestOf(const Descriptor &file, int algorithm)
{
    QCryptographicHash digest(static_cast<QCryptographicHash::Algorithm>(algorithm));
    std::array<char, 256 * 1024> block;
    off_t at = 0;
    for (;;) {
        const ssize_t got = pread(file.number(), block.data(), block.size(), at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return {};
        if (got == 0)
            return digest.result().toHex();
        digest.addData(QByteArrayView(block.data(), got));
        at += got;
    }
}

#else

// Windows: nothing is told of a program, so there is no file to look at.

Descriptor::~Descriptor() = default;

std::optional<FileStamp> stampOf(const Descriptor &)
{
    return {};
}

std::optional<FileStamp> stampOf(const QString &)
{
    return {};
}

std::optional<FileStamp> stampBelow(const Descriptor &, const char *)
{
    return {};
}

Descriptor openToRead(const QString &)
{
    return Descriptor();
}

QByteArray digestOf(const Descriptor &, int)
{
    return {};
}

#endif

QDateTime FileStamp::lastChange() const
{
    return QDateTime::fromMSecsSinceEpoch(std::max(modified, changed) / 1'000'000, Qt::UTC);
}

size_t qHash(const FileStamp &stamp, size_t seed) noexcept
{
    return qHashMulti(seed, stamp.device, stamp.inode, stamp.size, stamp.modified, stamp.changed);
}

QByteArray FileSums::sumOf(const Descriptor &file)
{
    const auto before = stampOf(file);
    if (!before || !before->isPlain)
        return {};
    {
        const QMutexLocker locked(&m_mutex);
        const auto known = m_sums.constFind(*before);
        if (known != m_sums.cend())
            return *known;
    }
    const QByteArray sum = digestOf(file, QCryptographicHash::Sha256);
    if (sum.isEmpty() || stampOf(file) != before)
        return {};
    const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    if (now - std::max(before->modified, before->changed) > settledAfter) {
        const QMutexLocker locked(&m_mutex);
        if (m_sums.size() >= mostSums)
            m_sums.clear();
        m_sums.insert(*before, sum);
    }
    return sum;
}

} // namespace agent
