// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/household.h"

namespace authority {

//! What may be done with people, by whoever is allowed to: the window, the admin API, the person.
//! Sessions, grants and decisions follow.
class UserDesk
{
public:
    explicit UserDesk(Household &house);

    //! What is wrong with \a user and, unless it is empty, \a password: all of it.
    [[nodiscard]] QList<web::FieldError> complaints(const core::AuthorityUser &user,
                                                    const base::Secret &password,
                                                    const PageLanguage &language = {}) const;

    //! InvalidInput: everything that is wrong, one a line. An empty \a password: none yet.
    [[nodiscard]] base::Task<core::AuthorityUser> add(core::AuthorityUser user,
                                                      base::Secret password);
    //! An empty \a password leaves the old one; a new one ends the user's sessions. Conflict: what
    //! \a before says of roles and of being active, as it was read, is not so any more.
    [[nodiscard]] base::Task<> change(core::AuthorityUser user,
                                      core::AuthorityUser before,
                                      base::Secret password);
    //! The same for who has not read the person: it is read now.
    [[nodiscard]] base::Task<> change(core::AuthorityUser user, base::Secret password);
    //! The same of the person who is signed in with \a session, which stays.
    [[nodiscard]] base::Task<> changePassword(QString userId,
                                              base::Secret password,
                                              QString session);
    [[nodiscard]] base::Result<core::BulkSummary> change(const QStringList &ids,
                                                         core::BulkVerb verb);
    //! The second factor is enrolled anew at the next sign-in.
    [[nodiscard]] base::Result<> resetTotp(const QString &userId);
    //! Ends the session and what was given by it.
    [[nodiscard]] base::Result<> endSession(const QString &handle);
    //! Everything that a user has in the hands of clients and browsers, at once.
    [[nodiscard]] base::Result<> revokeAll(const QString &userId, const QString &why);

private:
    void shutOut(const QString &userId);

    Household &m_house;
    base::Subscription m_shutOut;
    base::Subscription m_changed;
};

} // namespace authority
