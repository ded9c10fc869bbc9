// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/protocol/clientgate.h"
#include "authority/protocol/gathering.h"
#include "authority/protocol/proof.h"
#include "authority/protocol/tokenworks.h"
#include "authority/protocol/turns.h"

#include <QCoroTask>

namespace authority {

//! POST /oauth/token (RFC 6749 3.2): codes, refresh tokens, device codes and clients' own requests
//! become tokens. Refresh tokens that come together are rotated in one commit; see Gathering.
class TokenEndpoint
{
public:
    TokenEndpoint(ProtocolParts &parts, ClientGate &gate);
    ~TokenEndpoint();
    TokenEndpoint(const TokenEndpoint &) = delete;
    TokenEndpoint &operator=(const TokenEndpoint &) = delete;

    [[nodiscard]] QCoro::Task<web::Response> answer(web::Request request);

private:
    enum class Kind { Code, Refresh, Device, Client };

    //! What every kind of grant needs to know of the request.
    struct Ask
    {
        Kind kind = Kind::Code;
        web::Parameters form;
        ClientPointer client;
        DpopProof proof;
    };

    //! A reply whose tokens have not been written yet.
    struct Draft
    {
        TokenWriter::Order order;
        QByteArray refreshToken = {};
        QStringList scopes = {};
        bool isBound = false; //!< to a DPoP key
    };

    using Refreshing = Gathering<GrantTable::RefreshUse, Answer<Redeemed>>;

    [[nodiscard]] Answer<Ask> ask(const web::Request &request, Turns &turns);
    [[nodiscard]] Answer<Draft> byCode(const Ask &ask);
    [[nodiscard]] static Answer<GrantTable::RefreshUse> refreshUse(const Ask &ask);
    [[nodiscard]] Answer<Draft> byDeviceCode(const Ask &ask);
    [[nodiscard]] Answer<Draft> byClient(const Ask &ask);
    [[nodiscard]] Answer<Draft> draft(const Ask &ask, Redeemed redeemed, const QString &nonce);
    void note(const web::Request &request, const Ask &ask, const Answer<Draft> &draft);
    void record(const web::Request &request, const QString &kind, const ClientRecord &client);
    [[nodiscard]] web::Response toResponse(TokenWriter::Tokens tokens, Draft draft) const;

    ProtocolParts &m_parts;
    ClientGate &m_gate;
    web::Counter m_byCode;
    web::Counter m_byRefresh;
    web::Counter m_byDevice;
    web::Counter m_byClient;
    web::Counter m_refused;
    web::Counter m_replayed;
    TokenWorks m_works;
    Refreshing m_refreshing;
};

} // namespace authority
