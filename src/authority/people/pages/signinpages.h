// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/passage.h"
#include "web/router.h"

namespace authority {

//! Signing in with name and password, and the next step after it.
class SignInPages
{
public:
    SignInPages(Household &house, Passage &passage);
    void addRoutes(web::Router &router);

private:
    [[nodiscard]] web::Response show(Visitor &visitor,
                                     const QString &to,
                                     const QString &name,
                                     const QString &trouble) const;
    [[nodiscard]] QCoro::Task<web::Response> submit(web::Request request);
    [[nodiscard]] web::Response passed(Visitor &visitor,
                                       const core::AuthorityUser &user,
                                       const QString &to);

    Household &m_house;
    Passage &m_passage;
};

//! `to` of a page's address; empty when it is not there.
[[nodiscard]] QString targetOf(const web::Request &request);

} // namespace authority
