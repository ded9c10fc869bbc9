// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/singleinstance.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLocalServer>
#include <QLocalSocket>

#if defined(Q_OS_UNIX)
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#else
#include <QLockFile>
#endif

namespace tray {

namespace {

constexpr int patience = 2000; // ms; before the event loop, so it may block
constexpr qint64 longestRequest = 64;

QString socketNameIn(const QString &folder)
{
#if defined(Q_OS_WIN)
    const QByteArray digest =
        QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("latchkey-desktop-") + QString::fromLatin1(digest.left(16));
#else
    return folder + QStringLiteral("/desktop.sock");
#endif
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_socketName(socketNameIn(folder))
    , m_lockName(folder + QStringLiteral("/desktop.lock"))
{}

SingleInstance::~SingleInstance() = default;

base::Result<SingleInstance::Role> SingleInstance::claim(const QString &request)
{
    TRY(const bool ours, lock());
    if (ours) {
        TRY_VOID(listen());
        return Role::First;
    }
    TRY_VOID(tellFirst(request));
    return Role::Second;
}

#if defined(Q_OS_UNIX)

base::Result<bool> SingleInstance::lock()
{
    // The kernel's own lock: it goes with the process, however that ends. Browsers that we start
    // must not inherit it.
    const int file = ::open(
        QFile::encodeName(m_lockName).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return base::fail(
            base::ErrorCode::Denied,
            QCoreApplication::translate("desktop", "%1 cannot be written.").arg(m_lockName),
            QCoreApplication::translate("desktop", "Look at its permissions."));
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return false;
    }
    m_lock = std::shared_ptr<void>(nullptr, [file](void *) { ::close(file); });
    return true;
}

#else

base::Result<bool> SingleInstance::lock()
{
    const auto lock = std::make_shared<QLockFile>(m_lockName);
    lock->setStaleLockTime(0); // only a dead owner makes it stale, never its age
    if (!lock->tryLock(0))
        return false;
    m_lock = lock;
    return true;
}

#endif

base::Result<> SingleInstance::listen()
{
    // We hold the lock, so whatever lies there is left over from one that died.
    QLocalServer::removeServer(m_socketName);
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection())
            greet(socket);
    });
    if (m_server->listen(m_socketName))
        return {};
    return base::fail(base::ErrorCode::Denied,
                      QCoreApplication::translate("desktop", "%1 cannot be opened: %2.")
                          .arg(m_socketName, m_server->errorString()));
}

void SingleInstance::greet(QLocalSocket *socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (!socket->canReadLine()) {
            if (socket->bytesAvailable() > longestRequest)
                socket->abort();
            return;
        }
        const QString request = QString::fromUtf8(socket->readLine(longestRequest)).trimmed();
        socket->write("ok\n");
        socket->disconnectFromServer();
        Q_EMIT requested(request);
    });
}

base::Result<> SingleInstance::tellFirst(const QString &request) const
{
    QLocalSocket socket;
    socket.connectToServer(m_socketName);
    if (socket.waitForConnected(patience)) {
        socket.write(request.toUtf8() + '\n');
        while (!socket.canReadLine() && socket.waitForReadyRead(patience)) {}
        if (socket.readLine(longestRequest).trimmed() == "ok")
            return {};
    }
    return base::fail(
        base::ErrorCode::TimedOut,
        QCoreApplication::translate("desktop", "Latchkey runs already, but does not answer."),
        QCoreApplication::translate("desktop", "End it and start it again."),
        base::Retryable::Yes);
}

} // namespace tray
