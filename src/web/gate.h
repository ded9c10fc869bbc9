// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <memory>

namespace web {

//! The listening socket. It makes the sockets of its connections itself, so that nothing is read
//! before somebody has looked at it.
class Gate final : public QTcpServer
{
    Q_OBJECT

public:
    //! Gives the socket for a connection that has come; null turns it away.
    using Welcome = std::function<QTcpSocket *(std::unique_ptr<QTcpSocket> wire)>;

    explicit Gate(Welcome welcome);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    Welcome m_welcome;
};

} // namespace web
