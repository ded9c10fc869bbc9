// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/server.h"

#include "rpc/floor.h"
#include "rpc/words.h"

namespace rpc {

Server::Server(Needs needs)
    : m_floor(std::make_unique<Floor>(*this, std::move(needs)))
{}

Server::~Server() = default;

base::Result<> Server::listen()
{
    return m_floor->listen();
}

base::Result<> Server::adopt(int listening, Door door)
{
    return m_floor->adopt(listening, door);
}

base::Result<> Server::serve(int in, int out, core::Peer peer)
{
#ifdef Q_OS_UNIX
    m_floor->welcome(std::make_unique<net::DescriptorPipe>(in, out), Caller{peer, {}, {}});
    return {};
#else
    Q_UNUSED(in)
    Q_UNUSED(out)
    Q_UNUSED(peer)
    return base::fail(base::ErrorCode::Unsupported,
                      Words::tr("This system cannot serve standard input."));
#endif
}

base::Task<> Server::stop()
{
    co_return co_await m_floor->stop();
}

QString Server::path() const
{
    return m_floor->path();
}

int Server::connections() const
{
    return m_floor->connections();
}

} // namespace rpc
