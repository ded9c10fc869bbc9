// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/protocol/clientgate.h"
#include "authority/protocol/proof.h"

namespace authority {

//! POST /oauth/token (RFC 6749 3.2): codes, refresh tokens, device codes and clients' own requests
//! become tokens.
class TokenEndpoint
{
public:
    TokenEndpoint(ProtocolParts &parts, ClientGate &gate);

    [[nodiscard]] web::Response answer(const web::Request &request);

private:
    //! What every kind of grant needs to know of the request.
    struct Ask
    {
        const web::Parameters &form;
        ClientPointer client;
        DpopProof proof;
    };

    //! The parts of a reply.
    struct Reply
    {
        QByteArray accessToken;
        QByteArray idToken = {};
        QByteArray refreshToken = {};
        QStringList scopes = {};
        bool isBound = false;
    };

    [[nodiscard]] Answer<Reply> reply(const web::Request &request,
                                      std::optional<Throttle::Allowance> &allowance);
    [[nodiscard]] Answer<> takeTurn(const QString &bucket,
                                    std::optional<Throttle::Allowance> &allowance);
    [[nodiscard]] Answer<Reply> byCode(const Ask &ask);
    [[nodiscard]] Answer<Reply> byRefreshToken(const Ask &ask);
    [[nodiscard]] Answer<Reply> byDeviceCode(const Ask &ask);
    [[nodiscard]] Answer<Reply> byClient(const Ask &ask);
    [[nodiscard]] Answer<Reply> write(const Ask &ask, Redeemed redeemed, const QString &nonce);
    void record(const web::Request &request, const QString &kind, const ClientRecord &client);
    [[nodiscard]] web::Response toResponse(Reply reply) const;

    ProtocolParts &m_parts;
    ClientGate &m_gate;
    web::Counter m_byCode;
    web::Counter m_byRefresh;
    web::Counter m_byDevice;
    web::Counter m_byClient;
    web::Counter m_refused;
    web::Counter m_replayed;
};

} // namespace authority
