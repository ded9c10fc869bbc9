// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/singleinstance.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLocalServer>
#include <QLocalSocket>

namespace desktop {

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
    , m_lock(folder + QStringLiteral("/desktop.lock"))
{
    // Only a dead owner makes the lock stale, never its age.
    m_lock.setStaleLockTime(0);
}

SingleInstance::~SingleInstance() = default;

base::Result<SingleInstance::Role> SingleInstance::claim(const QString &request)
{
    if (m_lock.tryLock(0)) {
        TRY_VOID(listen());
        return Role::First;
    }
    if (m_lock.error() != QLockFile::LockFailedError)
        return base::fail(
            base::ErrorCode::Denied,
            QCoreApplication::translate("desktop", "%1 cannot be written.").arg(m_lock.fileName()),
            QCoreApplication::translate("desktop", "Look at its permissions."));
    TRY_VOID(tellFirst(request));
    return Role::Second;
}

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

} // namespace desktop
