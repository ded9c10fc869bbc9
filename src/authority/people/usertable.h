// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/pagelanguage.h"
#include "base/clock.h"
#include "base/event.h"
#include "core/authority.h"
#include "ledger/database.h"
#include "web/fielderror.h"

namespace authority {

//! The people of this authority (authority_users). At least one active administrator always
//! remains, whoever asks; the owner, who sits at this desktop, cannot be removed.
class UserTable
{
public:
    UserTable(ledger::Database &database, const base::Clock &clock);

    //! Everything that is wrong with \a user's fields, in \a language.
    [[nodiscard]] static QList<web::FieldError> complaints(const core::AuthorityUser &user,
                                                           const PageLanguage &language = {});
    //! A name as it is kept and compared: trimmed, in small letters.
    [[nodiscard]] static QString folded(const QString &name);

    //! \a search in name, display name and e-mail; \a page from 1.
    [[nodiscard]] base::Result<core::AuthorityUserPage> page(const QString &search,
                                                             int page,
                                                             int pageSize) const;
    //! NotFound.
    [[nodiscard]] base::Result<core::AuthorityUser> find(const QString &id) const;
    //! NotFound.
    [[nodiscard]] base::Result<core::AuthorityUser> findByName(const QString &name) const;
    //! The person at this desktop. NotFound before seedOwner().
    [[nodiscard]] base::Result<core::AuthorityUser> owner() const;
    //! A PHC string; empty when there is no password, or no such user.
    [[nodiscard]] base::Result<QByteArray> passwordHash(const QString &id) const;
    [[nodiscard]] base::Result<int> count() const;

    //! Conflict: the name is taken. The id is made here.
    [[nodiscard]] base::Result<core::AuthorityUser> add(core::AuthorityUser user,
                                                        const QByteArray &passwordHash);
    //! Conflict: the name is taken, no administrator would be left, or roles or active are not
    //! those of \a before any more, so that nobody's older look brings back what was taken away. Id
    //! and owner stay.
    [[nodiscard]] base::Result<> change(core::AuthorityUser user,
                                        const core::AuthorityUser &before);
    [[nodiscard]] base::Result<> setPassword(const QString &id, const QByteArray &passwordHash);
    //! Takes every id for itself: what is refused does not stop the others.
    [[nodiscard]] base::Result<core::BulkSummary> change(const QStringList &ids,
                                                         core::BulkVerb verb);
    [[nodiscard]] base::Result<> noteSignIn(const QString &id);

    //! Makes the owner, an administrator without a password, if there is none yet: true when it was
    //! made just now. \a login is the system's name for the person.
    [[nodiscard]] base::Result<bool> seedOwner(const QString &login, const QString &displayName);

    //! A user was added, changed or removed: its id.
    base::Event<QString> changed;
    //! A user was removed or may not sign in any more: sessions and grants end.
    base::Event<QString> shutOut;

private:
    [[nodiscard]] base::Result<QList<core::AuthorityUser>> select(const QString &where,
                                                                  const QVariantList &values) const;
    [[nodiscard]] base::Result<core::AuthorityUser> one(const QString &where,
                                                        const QString &value) const;
    [[nodiscard]] base::Result<> insert(const core::AuthorityUser &user,
                                        const QByteArray &passwordHash);
    [[nodiscard]] base::Result<> checkName(const core::AuthorityUser &user) const;
    //! Runs \a work alone among all instances, and undoes it if no administrator is left.
    [[nodiscard]] base::Result<> guarded(const std::function<base::Result<>()> &work);
    [[nodiscard]] base::Result<> changeOne(const QString &id, core::BulkVerb verb);

    ledger::Database &m_database;
    const base::Clock &m_clock;
};

//! "admin", the role that may do everything.
inline const QString adminRole = QStringLiteral("admin");

[[nodiscard]] inline bool isAdmin(const core::AuthorityUser &user)
{
    return user.roles.contains(adminRole);
}

} // namespace authority
