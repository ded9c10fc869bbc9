// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/admintrail.h"

namespace authority {

//! What may be done with people, by whoever is allowed to: the window, the admin API, the person.
//! Sessions, grants and decisions follow, and the log says who it was.
class UserDesk
{
public:
    explicit UserDesk(Household &house);

    //! What is wrong with \a user and, unless it is empty, \a password: all of it.
    [[nodiscard]] QList<web::FieldError> complaints(const core::AuthorityUser &user,
                                                    const base::Secret &password,
                                                    const PageLanguage &language = {}) const;

    //! InvalidInput: everything that is wrong, one a line. An empty \a password: none yet. Who has
    //! no role gets plainRole.
    [[nodiscard]] base::Task<core::AuthorityUser> add(core::AuthorityUser user,
                                                      base::Secret password,
                                                      Actor actor);
    //! An empty \a password leaves the old one; a new one ends the user's sessions. Conflict: what
    //! \a before says of roles and of being active, as it was read, is not so any more.
    [[nodiscard]] base::Task<> change(core::AuthorityUser user,
                                      core::AuthorityUser before,
                                      base::Secret password,
                                      Actor actor);
    //! The same for who has not read the person: it is read now.
    [[nodiscard]] base::Task<> change(core::AuthorityUser user, base::Secret password, Actor actor);
    //! The same of the person who is signed in with \a session, which stays.
    [[nodiscard]] base::Task<> changePassword(QString userId,
                                              base::Secret password,
                                              QString session,
                                              Actor actor);
    [[nodiscard]] base::Result<core::BulkSummary> change(const QStringList &ids,
                                                         core::BulkVerb verb,
                                                         const Actor &actor);
    //! The second factor is enrolled anew at the next sign-in.
    [[nodiscard]] base::Result<> resetTotp(const QString &userId, const Actor &actor);
    //! Ends the session and what was given by it.
    [[nodiscard]] base::Result<> endSession(const QString &handle, const Actor &actor);
    //! Everything that a user has in the hands of clients and browsers, at once.
    [[nodiscard]] base::Result<> revokeAll(const QString &userId, const QString &why);

private:
    void shutOut(const QString &userId);

    Household &m_house;
    AdminTrail m_trail;
    base::Subscription m_shutOut;
    base::Subscription m_changed;
};

//! The role of somebody who is added without one.
inline const QString plainRole = QStringLiteral("user");

} // namespace authority
