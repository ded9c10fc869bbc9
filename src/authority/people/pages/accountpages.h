// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/pages/factorpages.h"
#include "authority/people/userdesk.h"
#include "web/router.h"

namespace authority {

//! A person's own page: password, second factor, sessions, what was allowed; and the way out.
class AccountPages
{
public:
    AccountPages(Household &house, Passage &passage, UserDesk &desk, FactorPages &factors);
    void addRoutes(web::Router &router);

    //! See People::signOut().
    [[nodiscard]] web::Response signOut(const web::Request &request,
                                        const QString &then,
                                        const QString &session);

private:
    using Deed = web::Response (AccountPages::*)(Visitor &,
                                                 const core::AuthorityUser &,
                                                 const web::Parameters &);
    struct Troubles
    {
        QStringList current;
        QStringList chosen;
    };
    [[nodiscard]] web::Response show(Visitor &visitor,
                                     const QString &praise,
                                     const Troubles &troubles) const;
    [[nodiscard]] QString passwordSection(const core::AuthorityUser &user,
                                          const PageLanguage &in,
                                          const QString &csrf,
                                          const Troubles &troubles) const;
    [[nodiscard]] QString factorSection(const core::AuthorityUser &user,
                                        const PageLanguage &in,
                                        const QString &csrf) const;
    [[nodiscard]] QString sessionSection(const Session &own,
                                         const PageLanguage &in,
                                         const QString &csrf) const;
    [[nodiscard]] QString consentSection(const core::AuthorityUser &user,
                                         const PageLanguage &in,
                                         const QString &csrf) const;

    void add(web::Router &router, const QByteArray &path, Deed deed);
    [[nodiscard]] web::Response removeFactor(Visitor &visitor,
                                             const core::AuthorityUser &user,
                                             const web::Parameters &form);
    [[nodiscard]] web::Response renewCodes(Visitor &visitor,
                                           const core::AuthorityUser &user,
                                           const web::Parameters &form);
    [[nodiscard]] web::Response endSession(Visitor &visitor,
                                           const core::AuthorityUser &user,
                                           const web::Parameters &form);
    [[nodiscard]] web::Response forgetConsent(Visitor &visitor,
                                              const core::AuthorityUser &user,
                                              const web::Parameters &form);
    [[nodiscard]] QCoro::Task<web::Response> changePassword(web::Request request);
    [[nodiscard]] web::Response askToSignOut(Visitor &visitor, const QString &then) const;
    [[nodiscard]] web::Response signedOut(Visitor &visitor, const QString &then) const;
    [[nodiscard]] web::Response submitSignOut(const web::Request &request);

    Household &m_house;
    Passage &m_passage;
    UserDesk &m_desk;
    FactorPages &m_factors;
};

} // namespace authority
