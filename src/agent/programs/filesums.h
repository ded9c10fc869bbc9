// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QMutex>

#include <compare>

struct stat;

namespace agent {

//! Which file, and in which state: what a sum is kept by. Who may write a file can set its
//! modification time but not its change time.
struct FileStamp
{
    quint64 device = 0;
    quint64 inode = 0;
    qint64 size = 0;
    qint64 modified = 0; //!< ns since 1970
    qint64 changed = 0;
    quint32 owner = 0;
    quint32 mode = 0;

    [[nodiscard]] static FileStamp of(const struct stat &status);
    [[nodiscard]] bool isSameFile(const FileStamp &other) const
    {
        return device == other.device && inode == other.inode;
    }
    //! The later of the two times.
    [[nodiscard]] QDateTime lastChange() const;

    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

size_t qHash(const FileStamp &stamp, size_t seed = 0) noexcept;

//! SHA-256 of files, each read once while it stays as it is. For any thread.
class FileSums
{
public:
    //! The sum of the open file \a descriptor, in hexadecimal; empty when it cannot be read or does
    //! not stand still.
    [[nodiscard]] QByteArray sumOf(int descriptor);

private:
    QMutex m_mutex;
    QHash<FileStamp, QByteArray> m_sums;
};

//! The digest of an open file from its beginning; \a algorithm is a QCryptographicHash::Algorithm.
[[nodiscard]] QByteArray digestOf(int descriptor, int algorithm);

} // namespace agent
