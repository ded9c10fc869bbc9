// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/passage.h"
#include "web/router.h"

namespace authority {

//! The second step: a code from an app, a recovery code, or setting the app up.
class FactorPages
{
public:
    FactorPages(Household &house, Passage &passage);
    void addRoutes(web::Router &router);

    //! The ten codes, shown once, with the way on.
    [[nodiscard]] web::Response showRecoveryCodes(Visitor &visitor,
                                                  const core::AuthorityUser &user,
                                                  const QString &onwards);

private:
    struct Person
    {
        core::AuthorityUser user;
        bool isSignedIn = false; //!< sets an app up from the account page
    };
    //! Who is half way through a sign-in, or has signed in. NotFound.
    [[nodiscard]] base::Result<Person> person(const Visitor &visitor) const;

    [[nodiscard]] web::Response showCode(Visitor &visitor,
                                         const QString &to,
                                         bool isRecovery,
                                         const QString &trouble) const;
    [[nodiscard]] web::Response submitCode(const web::Request &request, bool isRecovery);
    [[nodiscard]] web::Response showEnrolment(Visitor &visitor,
                                              const QString &to,
                                              const QString &trouble);
    [[nodiscard]] web::Response submitEnrolment(const web::Request &request);
    [[nodiscard]] web::Response beginAgain(Visitor &visitor, const QString &to) const;

    Household &m_house;
    Passage &m_passage;
};

} // namespace authority
