// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/oidcagentdoor.h"

#include "rpc/oidcagenttalk.h"

namespace rpc {

OidcAgentDoor::OidcAgentDoor(Host &host, Admits admits)
    : m_host(host)
    , m_admits(std::move(admits))
    , m_socket([this](std::unique_ptr<net::LinePipe> pipe, net::PeerCredentials peer) {
        if (!m_admits(*pipe, peer))
            return;
        const auto talk = std::make_shared<OidcAgentTalk>(
            m_host,
            std::move(pipe),
            Caller{core::Peer{peer.pid, peer.uid}, peer.process, {}},
            [this](OidcAgentTalk *ended) { m_talks.erase(ended); });
        m_talks.emplace(talk.get(), talk);
        talk->start();
    })
{}

OidcAgentDoor::~OidcAgentDoor()
{
    drop();
}

base::Result<> OidcAgentDoor::listen(const QString &path)
{
    if (m_socket.isListening())
        return {};
    return m_socket.listen(path);
}

base::Result<> OidcAgentDoor::adopt(int listening)
{
    return m_socket.adopt(listening);
}

void OidcAgentDoor::close()
{
    m_socket.close();
}

void OidcAgentDoor::cancel()
{
    const auto talks = m_talks;
    for (const auto &[key, talk] : talks)
        talk->cancel();
}

void OidcAgentDoor::drop()
{
    const auto talks = std::exchange(m_talks, {});
    for (const auto &[key, talk] : talks)
        talk->abandon();
}

} // namespace rpc
