// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "oauth/callbackpage.h"
#include "oauth/callbackrequest.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

class QTcpServer;
class QTcpSocket;

namespace oauth {

//! What is sent back to a browser.
struct CallbackAnswer
{
    int status = 404;
    CallbackPage page;
};

//! A tiny web server for one address: this computer only, GET only, nothing kept alive; at most 16
//! connections of at most 10 seconds and largestRequest bytes each. Requests that are not for
//! `path` on one of our own names (DNS rebinding) never reach the handler.
class CallbackListener : public QObject
{
    Q_OBJECT

public:
    //! Judges a request for the right address.
    using Answer = std::function<CallbackAnswer(const CallbackRequest &)>;

    explicit CallbackListener(Answer answer);
    ~CallbackListener() override;

    //! Listens on \a host ("127.0.0.1", or "localhost", which is ::1 as well), on the first of \a
    //! ports that is free, or on any when there are none. Conflict names the ports that are taken.
    [[nodiscard]] base::Result<> listen(const QString &host,
                                        const QString &path,
                                        const QList<int> &ports);
    //! "http://127.0.0.1:8484/callback"
    [[nodiscard]] QString redirectUri() const;

private:
    void accept(QTcpServer *server);
    void read(QTcpSocket *socket);
    void reply(QTcpSocket *socket, const CallbackAnswer &answer);
    [[nodiscard]] CallbackAnswer judge(const CallbackRequest &request) const;
    [[nodiscard]] bool listenOn(int port);

    Answer m_answer;
    QString m_host;
    QString m_path;
    int m_port = 0;
    std::vector<std::unique_ptr<QTcpServer>> m_servers;
    QHash<QTcpSocket *, QByteArray> m_received;
};

} // namespace oauth
