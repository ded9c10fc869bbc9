// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/localserver.h"

#include "base/logging.h"

#include <QCoreApplication>
#include <QFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#else
#include <QLocalSocket>
#endif

namespace net {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

#ifdef Q_OS_UNIX

namespace {

//! What may wait at the door while the loop is busy: a thousand callers at once.
constexpr int backlog = 1024;
//! How many are let in before the others get a turn.
constexpr int atOnce = 64;
//! How long nobody is let in when the process has no descriptors left.
constexpr int pauseMilliseconds = 200;

base::Result<> systemFailure(const QString &path)
{
    return base::fail(errno == EACCES || errno == EPERM ? base::ErrorCode::Denied
                                                        : base::ErrorCode::Internal,
                      Words::tr("The socket %1 cannot be made: %2.")
                          .arg(path, QString::fromLocal8Bit(std::strerror(errno))),
                      Words::tr("Check the folder and who owns it."));
}

base::Result<sockaddr_un> addressOf(const QString &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    if (name.size() >= qsizetype(sizeof address.sun_path)) {
        return base::fail(base::ErrorCode::InvalidInput,
                          Words::tr("The path of the socket is too long: %1").arg(path),
                          Words::tr("Set XDG_RUNTIME_DIR to a folder with a shorter name."));
    }
    std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()));
    return address;
}

//! Descriptor that is closed when it goes out of sight, unless it was released.
class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] int release() { return std::exchange(m_number, -1); }

private:
    int m_number;
};

const sockaddr *asAddress(const sockaddr_un &address)
{
    return static_cast<const sockaddr *>(static_cast<const void *>(&address));
}

//! Nothing is there, or a socket that nobody answers behind.
base::Result<> isFree(const QString &path, const sockaddr_un &address)
{
    struct stat found
    {};
    if (::lstat(address.sun_path, &found) != 0)
        return errno == ENOENT ? base::Result<>() : systemFailure(path);
    if (!S_ISSOCK(found.st_mode)) {
        return base::fail(base::ErrorCode::Conflict,
                          Words::tr("%1 is there and is no socket.").arg(path),
                          Words::tr("Move it away."));
    }
    const Descriptor probe(::socket(AF_UNIX, SOCK_STREAM, 0));
    ::fcntl(probe.number(), F_SETFL, O_NONBLOCK);
    const bool isAnswered = ::connect(probe.number(), asAddress(address), sizeof address) == 0
                            || errno == EAGAIN || errno == EINPROGRESS;
    if (!isAnswered && (errno == ECONNREFUSED || errno == ENOENT))
        return {};
    if (!isAnswered)
        return systemFailure(path);
    return base::fail(base::ErrorCode::Conflict,
                      Words::tr("Another agent answers on %1.").arg(path),
                      Words::tr("End it with `latchkey daemon stop`."));
}

quint64 inodeOf(const QString &path)
{
    struct stat found
    {};
    return ::lstat(QFile::encodeName(path).constData(), &found) == 0 ? quint64(found.st_ino) : 0;
}

} // namespace

qint64 ownUid()
{
    return ::geteuid();
}

base::Result<PeerCredentials> peerOf(int socket)
{
#ifdef SO_PEERCRED
    struct ucred peer
    {};
    socklen_t size = sizeof peer;
    if (::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0)
        return PeerCredentials{peer.pid, qint64(peer.uid), PeerProcess::of(socket, peer.pid)};
#else
    uid_t uid = 0;
    gid_t gid = 0;
    if (::getpeereid(socket, &uid, &gid) == 0) {
        PeerCredentials peer{0, qint64(uid)};
#ifdef LOCAL_PEERPID
        pid_t pid = 0;
        socklen_t size = sizeof pid;
        if (::getsockopt(socket, 0 /* SOL_LOCAL */, LOCAL_PEERPID, &pid, &size) == 0)
            peer.pid = pid;
#endif
        return peer;
    }
#endif
    return base::fail(base::ErrorCode::Unsupported,
                      Words::tr("Nobody can tell who is at the other end."));
}

LocalServer::LocalServer(Taker taker)
    : m_taker(std::move(taker))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    QObject::connect(&m_pause, &QTimer::timeout, &m_pause, [this] {
        if (m_notifier)
            m_notifier->setEnabled(true);
    });
}

LocalServer::~LocalServer()
{
    close();
}

base::Result<> LocalServer::listen(const QString &path)
{
    TRY(const sockaddr_un final, addressOf(path));
    TRY_VOID(isFree(path, final));
    // Bound under another name, closed to everybody else, then put in its place: nobody finds a
    // socket that is not ready or not yet private.
    const QString makingPath = path + QStringLiteral(".new");
    TRY(const sockaddr_un making, addressOf(makingPath));
    ::unlink(making.sun_path);
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM, 0));
    if (socket.number() < 0)
        return systemFailure(path);
    const mode_t before = ::umask(0177);
    const int bound = ::bind(socket.number(), asAddress(making), sizeof making);
    ::umask(before);
    if (bound != 0)
        return systemFailure(path);
    if (::chmod(making.sun_path, 0600) != 0 || ::listen(socket.number(), backlog) != 0
        || ::rename(making.sun_path, final.sun_path) != 0) {
        auto failure = systemFailure(path);
        ::unlink(making.sun_path);
        return failure;
    }
    m_path = path;
    m_inode = inodeOf(path);
    watch(socket.release());
    return {};
}

base::Result<> LocalServer::adopt(int listening)
{
    Descriptor socket(listening);
    int listens = 0;
    socklen_t size = sizeof listens;
    if (::getsockopt(listening, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) != 0 || listens == 0) {
        return base::fail(base::ErrorCode::InvalidInput,
                          Words::tr("Descriptor %1 is no socket that listens.").arg(listening));
    }
    watch(socket.release());
    return {};
}

void LocalServer::watch(int listening)
{
    m_listening = listening;
    ::fcntl(listening, F_SETFL, ::fcntl(listening, F_GETFL) | O_NONBLOCK);
    ::fcntl(listening, F_SETFD, FD_CLOEXEC);
    m_notifier = std::make_unique<QSocketNotifier>(listening, QSocketNotifier::Read);
    QObject::connect(
        m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { accept(); });
}

void LocalServer::accept()
{
    for (int i = 0; i < atOnce && m_listening >= 0; ++i) {
        const int socket = ::accept(m_listening, nullptr, nullptr);
        if (socket < 0) {
            if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
                // Else the notifier would tell of the same connection again and again.
                qCWarning(lcNet, "No descriptors left for connections.");
                m_notifier->setEnabled(false);
                m_pause.start();
            }
            return;
        }
        const auto peer = peerOf(socket);
        auto pipe = std::make_unique<DescriptorPipe>(socket, socket);
        m_taker(std::move(pipe), peer ? *peer : PeerCredentials{});
    }
}

void LocalServer::close()
{
    if (m_listening < 0)
        return;
    m_pause.stop();
    m_notifier->setEnabled(false);
    m_notifier.release()->deleteLater();
    ::close(std::exchange(m_listening, -1));
    if (m_inode != 0 && inodeOf(m_path) == m_inode)
        ::unlink(QFile::encodeName(m_path).constData());
    m_inode = 0;
    m_path.clear();
}

bool LocalServer::isListening() const
{
    return m_listening >= 0;
}

#else

qint64 ownUid()
{
    return -1; // the pipe's access list lets in nobody else
}

base::Result<PeerCredentials> peerOf(int)
{
    return base::fail(base::ErrorCode::Unsupported,
                      Words::tr("Nobody can tell who is at the other end."));
}

LocalServer::LocalServer(Taker taker)
    : m_taker(std::move(taker))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    QObject::connect(&m_server, &QLocalServer::newConnection, &m_server, [this] {
        while (QLocalSocket *const socket = m_server.nextPendingConnection()) {
            socket->setParent(nullptr);
            m_taker(std::make_unique<DevicePipe>(std::unique_ptr<QIODevice>(socket)), {});
        }
    });
}

LocalServer::~LocalServer()
{
    close();
}

base::Result<> LocalServer::listen(const QString &path)
{
    if (!m_server.listen(path)) {
        return base::fail(
            base::ErrorCode::Conflict,
            Words::tr("The socket %1 cannot be made: %2.").arg(path, m_server.errorString()));
    }
    m_path = path;
    return {};
}

base::Result<> LocalServer::adopt(int)
{
    return base::fail(base::ErrorCode::Unsupported,
                      Words::tr("This system hands over no sockets."));
}

void LocalServer::close()
{
    m_server.close();
    m_path.clear();
}

bool LocalServer::isListening() const
{
    return m_server.isListening();
}

#endif

} // namespace net
