// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/admin/admingate.h"
#include "authority/people/userdesk.h"

namespace authority {

class Protocol;

//! /admin/…: sessions, the log, keys and clients as JSON; /csrf/token.
class AdminApi
{
public:
    AdminApi(Household &house, UserDesk &desk, AdminGate &gate, Protocol *clients);
    void addRoutes(web::Router &router);

private:
    void addKeys(web::Router &router);
    void addClients(web::Router &router, Protocol &clients);
    [[nodiscard]] web::Response sessions(const web::Request &request) const;
    [[nodiscard]] web::Response logs(const web::Request &request) const;
    [[nodiscard]] web::Response keys() const;

    Household &m_house;
    UserDesk &m_desk;
    AdminGate &m_gate;
    Protocol *m_clients;
};

[[nodiscard]] QJsonObject toJson(const core::AuthorityEvent &event);

} // namespace authority
