// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/admin/admingate.h"
#include "authority/people/clientdesk.h"
#include "authority/people/keydesk.h"
#include "authority/people/userdesk.h"

namespace authority {

//! /admin/…: sessions, the log, keys and clients as JSON; /csrf/token.
class AdminApi
{
public:
    //! \a clients may be null: there are none.
    AdminApi(Household &house, UserDesk &desk, KeyDesk &keys, ClientDesk *clients, AdminGate &gate);
    void addRoutes(web::Router &router);

private:
    void addKeys(web::Router &router);
    void addClients(web::Router &router, ClientDesk &clients);
    [[nodiscard]] web::Response sessions(const web::Request &request) const;
    [[nodiscard]] web::Response logs(const web::Request &request) const;
    [[nodiscard]] web::Response keys() const;

    Household &m_house;
    UserDesk &m_desk;
    KeyDesk &m_keys;
    ClientDesk *m_clients;
    AdminGate &m_gate;
};

[[nodiscard]] QJsonObject toJson(const core::AuthorityEvent &event);

} // namespace authority
