// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>

#include <memory>

QT_BEGIN_NAMESPACE
class QLocalServer;
class QLocalSocket;
QT_END_NAMESPACE

namespace tray {

//! Sees to it that one desktop runs per user and profile: the second one raises the first one's
//! window and ends.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Role { First, Second };

    //! \a folder is the runtime folder; it is there already, and ours alone (0700).
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);
    ~SingleInstance() override;

    //! First: we are it, and shall hear of others. Second: the first one has been told \a request
    //! ("raise", "add") and has confirmed. An error: it does not answer.
    [[nodiscard]] base::Result<Role> claim(const QString &request);

Q_SIGNALS:
    //! Another start asks for this.
    void requested(const QString &request);

private:
    //! True: nobody else holds it, and now we do, until the process ends however it may.
    [[nodiscard]] base::Result<bool> lock();
    [[nodiscard]] base::Result<> listen();
    [[nodiscard]] base::Result<> tellFirst(const QString &request) const;
    void greet(QLocalSocket *socket);

    QString m_socketName;
    QString m_lockName;
    std::shared_ptr<void> m_lock; //!< releases it
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace tray
