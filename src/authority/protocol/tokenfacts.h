// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/protocol/accessguard.h"
#include "authority/protocol/clientgate.h"
#include "authority/protocol/turns.h"

namespace authority {

//! What a token says and how it ends: /oauth/introspect (RFC 7662), /oauth/revoke (RFC 7009) and
//! /oauth/userinfo (OpenID Connect Core 5.3).
class TokenFacts
{
public:
    TokenFacts(ProtocolParts &parts, ClientGate &gate, AccessGuard &guard);

    [[nodiscard]] web::Response introspect(const web::Request &request);
    [[nodiscard]] web::Response revoke(const web::Request &request);
    [[nodiscard]] web::Response userinfo(const web::Request &request);

private:
    [[nodiscard]] Answer<QJsonObject> factsOf(const web::Request &request, Turns &turns);
    [[nodiscard]] Answer<QJsonObject> accessFacts(QByteArrayView token, const ClientRecord &asker);
    [[nodiscard]] Answer<QJsonObject> refreshFacts(QByteArrayView token, const ClientRecord &asker);
    [[nodiscard]] Answer<> end(const web::Request &request, Turns &turns);
    [[nodiscard]] Answer<> takeTurn(const ClientRecord &asker,
                                    const web::Request &request,
                                    Turns &turns) const;
    [[nodiscard]] Answer<QJsonObject> personOf(const web::Request &request);

    ProtocolParts &m_parts;
    ClientGate &m_gate;
    AccessGuard &m_guard;
    web::Counter m_introspections;
    web::Counter m_revocations;
};

} // namespace authority
