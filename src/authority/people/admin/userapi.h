// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/admin/admingate.h"
#include "authority/people/userdesk.h"

namespace authority {

//! /auth/users: people as JSON.
class UserApi
{
public:
    UserApi(Household &house, UserDesk &desk, AdminGate &gate);
    void addRoutes(web::Router &router);

private:
    [[nodiscard]] web::Response list(const web::Request &request) const;
    [[nodiscard]] QCoro::Task<web::Response> create(Caller caller, web::Request request);
    [[nodiscard]] QCoro::Task<web::Response> change(Caller caller, web::Request request);
    [[nodiscard]] web::Response bulk(const Caller &caller, const web::Request &request);
    [[nodiscard]] web::Response remove(const Caller &caller, const web::Request &request);

    Household &m_house;
    UserDesk &m_desk;
    AdminGate &m_gate;
};

[[nodiscard]] QJsonObject toJson(const core::AuthorityUser &user);
//! ISO 8601 in UTC; null when there is none.
[[nodiscard]] QJsonValue toJson(const QDateTime &at);

} // namespace authority
