// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/protocol/authorizationask.h"
#include "authority/protocol/clientgate.h"
#include "authority/protocol/turns.h"

namespace authority {

//! /oauth/authorize and /oauth/par (OpenID Connect Core 3.1.2, RFC 9126), and what becomes of a
//! request when its person has answered:
//!
//!     GET /oauth/authorize → checked → a row that waits → People::present() … allow() or deny()
//!       → 303 back to the client with code or error, state and iss
class AuthorizeEndpoint final : public Interactions
{
public:
    AuthorizeEndpoint(ProtocolParts &parts, ClientGate &gate);

    [[nodiscard]] QCoro::Task<web::Response> authorize(web::Request request);
    [[nodiscard]] web::Response push(const web::Request &request);

    [[nodiscard]] base::Result<Interaction> find(const QString &id) override;
    [[nodiscard]] base::Result<Interaction> findDevice(const QString &userCode) override;
    [[nodiscard]] base::Result<WayBack> allow(const QString &id,
                                              const Subject &subject,
                                              const QStringList &scopes) override;
    [[nodiscard]] base::Result<WayBack> deny(const QString &id, const QString &error) override;
    [[nodiscard]] base::Result<> revokeGrants(const QString &userId,
                                              const QString &session,
                                              const QString &why) override;

private:
    //! A request that a person may be asked about, or the answer that there is at once.
    using Checked = tl::expected<Interaction, web::Response>;

    [[nodiscard]] Checked check(const web::Request &request);
    //! Every request that is written down costs its address a turn; 429 when there is none left.
    [[nodiscard]] Answer<> takeTurn(const web::Request &request, Turns &turns) const;
    [[nodiscard]] tl::expected<AuthorizationAsk, AskFault> askIn(const web::Parameters &parameters,
                                                                 const ClientRecord &client);
    [[nodiscard]] web::Response refusalOf(const web::Request &request, const AskFault &fault) const;
    [[nodiscard]] base::Result<Interaction> interactionOf(const RequestTable::Waiting &waiting);
    [[nodiscard]] base::Result<Interaction> interactionOf(const DeviceTable::Device &device);
    [[nodiscard]] base::Result<WayBack> allowCode(const QString &id,
                                                  const Subject &subject,
                                                  const QStringList &scopes);
    [[nodiscard]] base::Result<WayBack> allowDevice(const QString &hash,
                                                    const Subject &subject,
                                                    const QStringList &scopes);
    [[nodiscard]] Answer<> bindToProof(AuthorizationAsk &ask, const web::Request &request);
    [[nodiscard]] Answer<QString> userIn(const QString &idTokenHint) const;

    ProtocolParts &m_parts;
    ClientGate &m_gate;
};

} // namespace authority
