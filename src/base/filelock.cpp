// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filelock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#if defined(Q_OS_UNIX)
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <QLockFile>
#endif

namespace base {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(base)
};

constexpr int betweenTries = 10; // ms

Error unwritable(const QString &fileName)
{
    return {ErrorCode::Denied,
            Tr::tr("%1 cannot be written.").arg(fileName),
            Tr::tr("Look at its permissions, and who owns it."),
            Retryable::No};
}

} // namespace

#if defined(Q_OS_UNIX)

// QLockFile believes what the file says: one whose maker was killed before he had written his name
// would look held until it is old.

class FileLock::Grip
{
public:
    Grip(int file, QByteArray name, Afterwards afterwards)
        : m_file(file)
        , m_name(std::move(name))
        , m_afterwards(afterwards)
    {}
    ~Grip()
    {
        // While it is still held: who takes it next sees that the name is another file's, or
        // none's.
        if (m_isOurs && m_afterwards == Afterwards::Goes)
            ::unlink(m_name.constData());
        [[maybe_unused]] const int emptied = m_isOurs ? ::ftruncate(m_file, 0) : 0;
        ::close(m_file);
    }
    Grip(const Grip &) = delete;
    Grip &operator=(const Grip &) = delete;

    //! Whether the name is still that of the file that we hold.
    [[nodiscard]] bool isInPlace() const
    {
        struct stat held = {};
        struct stat named = {};
        return ::fstat(m_file, &held) == 0 && ::lstat(m_name.constData(), &named) == 0
               && held.st_ino == named.st_ino && held.st_dev == named.st_dev;
    }

    //! For people and for holderOf(); the lock itself does not need it.
    void sign()
    {
        m_isOurs = true;
        const QByteArray name =
            QStringLiteral("%1\n%2\n")
                .arg(QCoreApplication::applicationPid())
                .arg(QFileInfo(QCoreApplication::applicationFilePath()).fileName())
                .toUtf8();
        [[maybe_unused]] const bool isSigned =
            ::ftruncate(m_file, 0) == 0
            && ::pwrite(m_file, name.constData(), size_t(name.size()), 0) == name.size();
    }

private:
    int m_file;
    QByteArray m_name;
    Afterwards m_afterwards;
    bool m_isOurs = false;
};

Result<> FileLock::take(std::chrono::milliseconds patience)
{
    QElapsedTimer watch;
    watch.start();
    const QByteArray name = QFile::encodeName(m_fileName);
    for (;;) {
        // Programs that we start must not inherit it.
        const int file =
            ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
        if (file < 0)
            return fail(unwritable(m_fileName));
        auto grip = std::make_unique<Grip>(file, name, m_afterwards);
        while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
            if (errno != EWOULDBLOCK && errno != EINTR)
                return fail(unwritable(m_fileName));
            if (watch.hasExpired(patience.count()))
                return fail(ErrorCode::Conflict,
                            Tr::tr("Another program has %1.").arg(m_fileName),
                            {},
                            Retryable::Yes);
            // The kernel tells nobody that a lock has become free.
            static_cast<void>(::poll(nullptr, 0, betweenTries));
        }
        // Its last holder may have taken the file away between our opening and our lock.
        if (!grip->isInPlace())
            continue;
        grip->sign();
        m_grip = std::move(grip);
        return {};
    }
}

std::optional<FileLock::Holder> FileLock::holderOf(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArrayList lines = file.read(1024).split('\n');
    Holder holder;
    holder.pid = lines.value(0).toLongLong();
    holder.program = QString::fromUtf8(lines.value(1));
    if (holder.pid <= 0 || (::kill(pid_t(holder.pid), 0) != 0 && errno == ESRCH))
        return std::nullopt;
    return holder;
}

#else

class FileLock::Grip : public QLockFile
{
public:
    using QLockFile::QLockFile;
};

Result<> FileLock::take(std::chrono::milliseconds patience)
{
    auto grip = std::make_unique<Grip>(m_fileName);
    grip->setStaleLockTime(0); // only the death of its holder frees it
    if (!grip->tryLock(int(patience.count()))) {
        if (grip->error() != QLockFile::LockFailedError)
            return fail(unwritable(m_fileName));
        return fail(ErrorCode::Conflict,
                    Tr::tr("Another program has %1.").arg(m_fileName),
                    {},
                    Retryable::Yes);
    }
    m_grip = std::move(grip);
    return {};
}

std::optional<FileLock::Holder> FileLock::holderOf(const QString &fileName)
{
    Holder holder;
    QString host;
    if (!QLockFile(fileName).getLockInfo(&holder.pid, &host, &holder.program))
        return std::nullopt;
    return holder;
}

#endif

FileLock::FileLock(QString fileName, Afterwards afterwards)
    : m_fileName(std::move(fileName))
    , m_afterwards(afterwards)
{}

FileLock::~FileLock() = default;

} // namespace base
