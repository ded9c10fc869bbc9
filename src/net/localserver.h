// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/linepipe.h"
#include "net/peerprocess.h"

#include <QLocalServer>
#include <QTimer>

#include <functional>
#include <memory>

namespace net {

//! What the system tells of the other end of a local connection.
struct PeerCredentials
{
    qint64 pid = 0; //!< 0: the system does not tell
    qint64 uid = -1;
    std::shared_ptr<const PeerProcess> process = {}; //!< null: the system has no handles
};

//! Who we are, to compare with.
[[nodiscard]] qint64 ownUid();
//! SO_PEERCRED, getpeereid; Unsupported for what is no local socket.
[[nodiscard]] base::Result<PeerCredentials> peerOf(int socket);

//! A socket in the file system that takes connections of this machine (a named pipe on Windows,
//! where only this user may open it and uids are not told).
class LocalServer
{
public:
    using Taker = std::function<void(std::unique_ptr<LinePipe> pipe, PeerCredentials peer)>;

    explicit LocalServer(Taker taker);
    ~LocalServer();
    LocalServer(const LocalServer &) = delete;
    LocalServer &operator=(const LocalServer &) = delete;

    //! Makes the socket, 0600 from its first moment. One that nobody answers behind is replaced;
    //! Conflict when somebody does, or when another file lies there.
    [[nodiscard]] base::Result<> listen(const QString &path);
    //! Uses one that listens already; its file is left alone. Owned from then on.
    [[nodiscard]] base::Result<> adopt(int listening);
    //! Takes no more connections and removes the file, if it is still the one that listen() made.
    void close();
    [[nodiscard]] bool isListening() const;
    [[nodiscard]] QString path() const { return m_path; }

private:
#ifdef Q_OS_UNIX
    void watch(int listening);
    void accept();

    int m_listening = -1;
    quint64 m_inode = 0; //!< of the file that we made; 0: none
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_pause; //!< while there are no descriptors left
#else
    QLocalServer m_server;
#endif
    Taker m_taker;
    QString m_path;
};

} // namespace net
