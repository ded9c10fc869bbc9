// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/admin/admingate.h"
#include "authority/people/apitokens.h"
#include "policy/policyfolder.h"

namespace authority {

//! What machines ask: /health/live, /health/ready, /metrics, and decisions at /v1/authorize.
class OpsApi
{
public:
    OpsApi(Household &house,
           AdminGate &gate,
           ApiTokens &tokens,
           const policy::PolicyFolder &policies);
    void addRoutes(web::Router &router);

private:
    [[nodiscard]] web::Response ready() const;
    [[nodiscard]] web::Response metrics(const web::Request &request);
    [[nodiscard]] web::Response authorize(const web::Request &request);
    [[nodiscard]] base::Result<> mayAskPolicy(const web::Request &request);
    void takeStock();

    Household &m_house;
    AdminGate &m_gate;
    ApiTokens &m_tokens;
    const policy::PolicyFolder &m_policies;
};

} // namespace authority
