// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/request.h"

namespace web {

//! Whose program is at the other end of a connection.
enum class PeerOwner {
    Ourselves, //!< the user that we run as
    AnotherUser, //!< somebody else with an account on this machine
    Unknown //!< not from this machine, or the system does not tell
};

//! Asks the system (Linux: /proc/net/tcp, which tells the owner of every socket). Takes well below
//! a millisecond; for pages that a person looks at, not for every request.
[[nodiscard]] PeerOwner ownerOf(const Peer &peer);

//! The owner of the connection from \a peer in a table as /proc/net/tcp and tcp6 have it. Only an
//! answer that is the same for every line of this address counts.
[[nodiscard]] std::optional<qint64> ownerIn(QByteArrayView table, const Peer &peer);

} // namespace web
