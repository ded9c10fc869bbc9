// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/programs/filesums.h"

#include <QCryptographicHash>
#include <QMutexLocker>

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace agent {

namespace {

constexpr qsizetype mostSums = 500;
// A file system's clock moves in steps: what was written just now may be written once more without
// getting another time.
constexpr qint64 settledAfter = 2'000'000'000;

qint64 nanoseconds(const timespec &time)
{
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace

FileStamp FileStamp::of(const struct stat &status)
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
    stamp.mode = status.st_mode;
    return stamp;
}

QDateTime FileStamp::lastChange() const
{
    return QDateTime::fromMSecsSinceEpoch(std::max(modified, changed) / 1'000'000, Qt::UTC);
}

size_t qHash(const FileStamp &stamp, size_t seed) noexcept
{
    return qHashMulti(seed, stamp.device, stamp.inode, stamp.size, stamp.modified, stamp.changed);
}

QByteArray FileSums::sumOf(int descriptor)
{
    struct stat status = {};
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return {};
    const FileStamp before = FileStamp::of(status);
    {
        const QMutexLocker locked(&m_mutex);
        const auto known = m_sums.constFind(before);
        if (known != m_sums.cend())
            return *known;
    }
    const QByteArray sum = digestOf(descriptor, QCryptographicHash::Sha256);
    if (sum.isEmpty() || fstat(descriptor, &status) != 0 || FileStamp::of(status) != before)
        return {};
    const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    if (now - std::max(before.modified, before.changed) > settledAfter) {
        const QMutexLocker locked(&m_mutex);
        if (m_sums.size() >= mostSums)
            m_sums.clear();
        m_sums.insert(before, sum);
    }
    return sum;
}

QByteArray digestOf(int descriptor, int algorithm)
{
    QCryptographicHash digest(static_cast<QCryptographicHash::Algorithm>(algorithm));
    std::array<char, 256 * 1024> block;
    off_t at = 0;
    for (;;) {
        const ssize_t got = pread(descriptor, block.data(), block.size(), at);
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

} // namespace agent
