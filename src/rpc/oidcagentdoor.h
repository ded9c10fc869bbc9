// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/localserver.h"
#include "rpc/connection.h"

#include <unordered_map>

namespace rpc {

class OidcAgentTalk;

//! The door for programs made for oidc-agent: point OIDC_SOCK at it, and `oidc-token` works. One
//! request a connection, in JSON as it is or sealed (crypto::NaclBox), as oidc-agent's clients do.
class OidcAgentDoor
{
public:
    using Admits = std::function<bool(net::LinePipe &pipe, const net::PeerCredentials &peer)>;

    OidcAgentDoor(Host &host, Admits admits);
    ~OidcAgentDoor();
    OidcAgentDoor(const OidcAgentDoor &) = delete;
    OidcAgentDoor &operator=(const OidcAgentDoor &) = delete;

    [[nodiscard]] base::Result<> listen(const QString &path);
    [[nodiscard]] base::Result<> adopt(int listening);
    //! Lets nobody in any more; those inside go on.
    void close();
    //! Cancels what is under way.
    void cancel();
    //! Cuts everybody off.
    void drop();
    [[nodiscard]] int connections() const { return int(m_talks.size()); }

private:
    Host &m_host;
    Admits m_admits;
    net::LocalServer m_socket;
    std::unordered_map<OidcAgentTalk *, std::shared_ptr<OidcAgentTalk>> m_talks;
};

} // namespace rpc
