// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/atomicfile.h"

#include "base/faultpoint.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <QSaveFile>
#endif

namespace base {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(base)
};

//! Where a write to \a path really goes: a person's symlink (dotfiles in version control) stays.
QString targetOf(const QString &path)
{
    QFileInfo info(path);
    for (int hops = 0; info.isSymLink() && hops < 40; ++hops)
        info.setFile(info.symLinkTarget());
    return info.absoluteFilePath();
}

Error writeError(const QString &path, const QString &why)
{
    return {ErrorCode::Denied,
            Tr::tr("%1 cannot be written: %2.").arg(path, why),
            Tr::tr("Check the free space and who may write into that folder.")};
}

#ifdef Q_OS_UNIX

//! A fault point with the file's name in front, so that a kill test can aim at one file.
void reached([[maybe_unused]] const QString &fileName, [[maybe_unused]] const char *step)
{
#ifdef LATCHKEY_FAULT_POINTS
    faultPoint((QFile::encodeName(fileName) + ":atomicfile." + step).constData());
#endif
}

class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {}
    ~Descriptor() { static_cast<void>(close()); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] bool close() { return m_number < 0 || ::close(std::exchange(m_number, -1)) == 0; }

private:
    int m_number;
};

QString lastFailure()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

bool writeAll(int file, QByteArrayView content)
{
    while (!content.isEmpty()) {
        const ssize_t count = ::write(file, content.data(), static_cast<size_t>(content.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        content = content.sliced(count);
    }
    return true;
}

//! A process that was killed while it wrote leaves its temporary file; nobody else would remove it.
void sweep(const QDir &folder, const QString &pattern)
{
    const QDateTime longAgo = QDateTime::currentDateTimeUtc().addSecs(-3600);
    const auto leftovers = folder.entryInfoList({pattern}, QDir::Files | QDir::Hidden);
    for (const QFileInfo &leftover : leftovers) {
        if (leftover.lastModified() < longAgo)
            QFile::remove(leftover.absoluteFilePath());
    }
}

Result<> replace(const QString &target, QByteArrayView content, mode_t mode)
{
    const QFileInfo info(target);
    const QString name = info.fileName();
    sweep(info.dir(), QLatin1Char('.') + name + QStringLiteral(".??????"));

    struct stat old = {};
    if (stat(QFile::encodeName(target).constData(), &old) == 0)
        mode = old.st_mode & 07777;

    QByteArray temporary = QFile::encodeName(info.absolutePath() + QStringLiteral("/.") + name
                                             + QStringLiteral(".XXXXXX"));
    Descriptor file(mkostemp(temporary.data(), O_CLOEXEC));
    if (!file.isOpen())
        return fail(writeError(target, lastFailure()));
    const auto giveUp = [&] {
        const Error error = writeError(target, lastFailure());
        unlink(temporary.constData());
        return fail(error);
    };
    if (fchmod(file.number(), mode) != 0 || !writeAll(file.number(), content))
        return giveUp();
    reached(name, "written");
    // Without it a power failure may keep the rename and lose the content.
    if (fsync(file.number()) != 0 || !file.close())
        return giveUp();
    reached(name, "synced");
    if (rename(temporary.constData(), QFile::encodeName(target).constData()) != 0)
        return giveUp();
    reached(name, "renamed");

    const Descriptor folder(open(QFile::encodeName(info.absolutePath()).constData(),
                                 O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // The new content is in place; some file systems cannot sync a folder (EINVAL), which is no
    // loss.
    if (folder.isOpen() && fsync(folder.number()) != 0 && errno != EINVAL && errno != ENOTSUP)
        return fail(writeError(target, lastFailure()));
    return {};
}

#else

Result<> replace(const QString &target, QByteArrayView content, unsigned int)
{
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly)
        || file.write(content.data(), content.size()) != content.size() || !file.commit())
        return fail(writeError(target, file.errorString()));
    return {};
}

#endif

} // namespace

Result<> writeAtomically(const QString &path, QByteArrayView content, unsigned int mode)
{
    return replace(targetOf(path), content, mode);
}

Result<QByteArray> readFile(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::NotFound, Tr::tr("%1 is not there.").arg(path));
    if (QFileInfo(file).isDir())
        return fail(ErrorCode::InvalidInput, Tr::tr("%1 is a folder, not a file.").arg(path));
#ifdef Q_OS_UNIX
    // Opening a pipe would wait for somebody who writes into it.
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    const QString refusal = QString::fromLocal8Bit(std::strerror(errno)); // if it is one
    struct stat facts
    {};
    if (descriptor >= 0 && ::fstat(descriptor, &facts) == 0 && !S_ISREG(facts.st_mode)) {
        ::close(descriptor);
        return fail(ErrorCode::InvalidInput, Tr::tr("%1 is not an ordinary file.").arg(path));
    }
    const bool isOpen =
        descriptor >= 0 && file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
#else
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QString refusal = file.errorString();
#endif
    if (!isOpen) {
        return fail(ErrorCode::Denied,
                    Tr::tr("%1 cannot be read: %2.").arg(path, refusal),
                    Tr::tr("Check who may read that file."));
    }
    // One byte more than allowed tells a file that is too large, also one that grows meanwhile.
    QByteArray content = file.read(limit + 1);
    if (file.error() != QFile::NoError)
        return fail(ErrorCode::Denied,
                    Tr::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    if (content.size() > limit) {
        return fail(
            ErrorCode::InvalidInput,
            Tr::tr("%1 is larger than the %2 KiB that are read.").arg(path).arg(limit / 1024));
    }
    return content;
}

} // namespace base
