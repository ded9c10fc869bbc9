// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/gate.h"

namespace web {

Gate::Gate(Welcome welcome)
    : m_welcome(std::move(welcome))
{
    setListenBacklogSize(256);
}

void Gate::incomingConnection(qintptr descriptor)
{
    auto wire = std::make_unique<QTcpSocket>();
    if (!wire->setSocketDescriptor(descriptor))
        return;
    if (QTcpSocket *socket = m_welcome(std::move(wire)))
        addPendingConnection(socket);
}

} // namespace web
