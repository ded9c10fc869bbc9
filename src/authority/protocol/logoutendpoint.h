// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/protocol/parts.h"

namespace authority {

//! /session/end (OpenID Connect RP-Initiated Logout 1.0).
class LogoutEndpoint
{
public:
    explicit LogoutEndpoint(ProtocolParts &parts);

    [[nodiscard]] QCoro::Task<web::Response> answer(web::Request request);

private:
    struct Plan
    {
        QString then; //!< where the browser goes; empty: a page
        QString session; //!< of the id_token_hint
    };
    [[nodiscard]] tl::expected<Plan, QString> planOf(const web::Parameters &parameters);

    ProtocolParts &m_parts;
};

} // namespace authority
