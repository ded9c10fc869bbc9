// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QMutex>
#include <QString>

#include <optional>
#include <utility>

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
    bool isShared = false; //!< others than its owner may write it
    bool isPlain = false; //!< no folder, pipe or device

    [[nodiscard]] bool isSameFile(const FileStamp &other) const
    {
        return device == other.device && inode == other.inode;
    }
    //! Nobody but root can have put it there, or write it.
    [[nodiscard]] bool isOfRoot() const { return isPlain && owner == 0 && !isShared; }
    //! The later of the two times.
    [[nodiscard]] QDateTime lastChange() const;

    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

size_t qHash(const FileStamp &stamp, size_t seed = 0) noexcept;

//! An open file, closed with it.
class Descriptor
{
public:
    explicit Descriptor(int number = -1)
        : m_number(number)
    {}
    ~Descriptor();
    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }

private:
    int m_number;
};

//! SHA-256 of files, each read once while it stays as it is. For any thread.
class FileSums
{
public:
    //! The sum of the open \a file, in hexadecimal; empty when it cannot be read or does
    //! not stand still.
    [[nodiscard]] QByteArray sumOf(const Descriptor &file);

private:
    QMutex m_mutex;
    QHash<FileStamp, QByteArray> m_sums;
};

[[nodiscard]] std::optional<FileStamp> stampOf(const Descriptor &file);
[[nodiscard]] std::optional<FileStamp> stampOf(const QString &path);
[[nodiscard]] std::optional<FileStamp> stampBelow(const Descriptor &folder, const char *name);
//! Opens for reading, without waiting for what is no plain file.
[[nodiscard]] Descriptor openToRead(const QString &path);

//! The digest of an open file from its beginning; \a algorithm is a QCryptographicHash::Algorithm.
[[nodiscard]] QByteArray digestOf(const Descriptor &file, int algorithm);

} // namespace agent
