// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/protocol/clientgate.h"
#include "authority/protocol/turns.h"

namespace authority {

//! Dynamic registration (RFC 7591) from this machine or with an initial access token, and what its
//! client may do with it later (RFC 7592).
class RegistrationEndpoint
{
public:
    explicit RegistrationEndpoint(ProtocolParts &parts);

    [[nodiscard]] web::Response add(const web::Request &request);
    [[nodiscard]] web::Response read(const web::Request &request);
    [[nodiscard]] web::Response change(const web::Request &request);
    [[nodiscard]] web::Response remove(const web::Request &request);
    //! Removes clients that registered themselves and were never used, at most \a most; how many.
    [[nodiscard]] base::Result<int> sweep(int most);

private:
    [[nodiscard]] Answer<> mayRegister(const web::Request &request, Turns &turns);
    [[nodiscard]] Answer<core::AuthorityClient> clientIn(const web::Request &request) const;
    [[nodiscard]] Answer<QJsonObject> added(const web::Request &request, Turns &turns);
    //! The client that the request's path and registration access token name.
    [[nodiscard]] Answer<ClientPointer> owned(const web::Request &request);
    [[nodiscard]] Answer<QJsonObject> changed(const web::Request &request);
    void record(const web::Request &request, const QString &kind, const QString &clientId);

    ProtocolParts &m_parts;
};

} // namespace authority
