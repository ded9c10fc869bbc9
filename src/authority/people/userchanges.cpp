// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/usertable.h"
#include "authority/words.h"
#include "crypto/random.h"

#include <QRegularExpression>

namespace authority {

using base::ErrorCode;
using core::AuthorityUser;

namespace {

base::Error taken(const QString &name)
{
    return {ErrorCode::Conflict,
            Words::tr("There is a user %1 already.").arg(name),
            Words::tr("Choose another name."),
            {}};
}

base::Error changedMeanwhile()
{
    return {ErrorCode::Conflict,
            Words::tr("Somebody else has changed this person."),
            Words::tr("Look at it again."),
            {}};
}

base::Error lastAdmin()
{
    return {ErrorCode::Conflict,
            Words::tr("Nobody would be left who may administer this authority."),
            Words::tr("Make somebody else an administrator first."),
            {}};
}

} // namespace

base::Result<> UserTable::checkName(const AuthorityUser &user) const
{
    const auto present = findByName(user.name);
    if (present && present->id != user.id)
        return base::fail(taken(user.name));
    if (!present && present.error().code != ErrorCode::NotFound)
        return base::fail(present.error());
    return {};
}

base::Result<> UserTable::insert(const AuthorityUser &user, const QByteArray &passwordHash)
{
    return m_database.change(
        QStringLiteral("INSERT INTO authority_users (id, name, display_name, email, password_hash,"
                       " roles, active, owner, created_at, changed_at)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {user.id,
         user.name,
         user.displayName,
         user.email,
         QString::fromLatin1(passwordHash),
         user.roles.join(u' '),
         user.isActive ? 1 : 0,
         user.isOwner ? 1 : 0,
         user.createdAt.toMSecsSinceEpoch(),
         user.createdAt.toMSecsSinceEpoch()});
}

base::Result<AuthorityUser> UserTable::add(AuthorityUser user, const QByteArray &passwordHash)
{
    user.id = QString::fromLatin1(crypto::randomToken(12));
    user.name = folded(user.name);
    user.isOwner = false;
    user.hasPassword = !passwordHash.isEmpty();
    user.hasTotp = false;
    user.createdAt = m_clock.now();
    user.signedInAt = {};
    TRY_VOID(checkName(user));
    TRY_VOID(insert(user, passwordHash));
    changed.announce(user.id);
    return user;
}

base::Result<> UserTable::guarded(const std::function<base::Result<>()> &work)
{
    return m_database.transaction([&]() -> base::Result<> {
        // One row that everybody writes first: two instances that each take away one of the last
        // two administrators wait for one another here (PostgreSQL runs them side by side).
        TRY_VOID(m_database.change(
            QStringLiteral("INSERT INTO authority_facts (name, value) VALUES (?, ?)"
                           " ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
            {QStringLiteral("users_changed"), QString::number(m_clock.now().toMSecsSinceEpoch())}));
        TRY_VOID(work());
        TRY(const auto admins,
            m_database.rows(QStringLiteral("SELECT COUNT(*) FROM authority_users WHERE active = 1"
                                           " AND ' ' || roles || ' ' LIKE '% admin %'")));
        if (admins.first().first().toInt() == 0)
            return base::fail(lastAdmin());
        return {};
    });
}

base::Result<> UserTable::change(AuthorityUser user, const AuthorityUser &before)
{
    user.name = folded(user.name);
    TRY_VOID(find(user.id));
    TRY_VOID(checkName(user));
    TRY_VOID(guarded([&]() -> base::Result<> {
        TRY(const int touched,
            m_database.changed(
                QStringLiteral("UPDATE authority_users SET name = ?, display_name = ?, email = ?,"
                               " roles = ?, active = ?, changed_at = ?"
                               " WHERE id = ? AND roles = ? AND active = ?"),
                {user.name,
                 user.displayName,
                 user.email,
                 user.roles.join(u' '),
                 user.isActive ? 1 : 0,
                 m_clock.now().toMSecsSinceEpoch(),
                 user.id,
                 before.roles.join(u' '),
                 before.isActive ? 1 : 0}));
        if (touched == 0)
            return base::fail(changedMeanwhile());
        return {};
    }));
    changed.announce(user.id);
    if (before.isActive && !user.isActive)
        shutOut.announce(user.id);
    return {};
}

base::Result<> UserTable::setPassword(const QString &id, const QByteArray &passwordHash)
{
    TRY(const int touched,
        m_database.changed(
            QStringLiteral("UPDATE authority_users SET password_hash = ?,"
                           " changed_at = ? WHERE id = ?"),
            {QString::fromLatin1(passwordHash), m_clock.now().toMSecsSinceEpoch(), id}));
    if (touched == 0)
        return base::fail(ErrorCode::NotFound, Words::tr("There is no such user."));
    changed.announce(id);
    return {};
}

base::Result<> UserTable::changeOne(const QString &id, core::BulkVerb verb)
{
    if (verb == core::BulkVerb::Remove) {
        return guarded([&] {
            return m_database.change(QStringLiteral("DELETE FROM authority_users WHERE id = ?"),
                                     {id});
        });
    }
    return guarded([&] {
        return m_database.change(
            QStringLiteral("UPDATE authority_users SET active = ?, changed_at = ? WHERE id = ?"),
            {verb == core::BulkVerb::Activate ? 1 : 0, m_clock.now().toMSecsSinceEpoch(), id});
    });
}

base::Result<core::BulkSummary> UserTable::change(const QStringList &ids, core::BulkVerb verb)
{
    core::BulkSummary summary;
    summary.asked = static_cast<int>(ids.size());
    for (const QString &id : ids) {
        const auto before = find(id);
        if (!before && before.error().code != ErrorCode::NotFound)
            return base::fail(before.error());
        const bool wanted = verb == core::BulkVerb::Activate;
        if (!before || (verb != core::BulkVerb::Remove && before->isActive == wanted)) {
            summary.unchanged.append(id);
            continue;
        }
        if (verb == core::BulkVerb::Remove && before->isOwner) {
            summary.refused.append(id + QStringLiteral(": ")
                                   + Words::tr("This is the person at this desktop, who stays."));
            continue;
        }
        const auto done = changeOne(id, verb);
        if (!done && done.error().code == ErrorCode::Conflict) {
            summary.refused.append(id + QStringLiteral(": ") + done.error().message);
            continue;
        }
        if (!done)
            return base::fail(done.error());
        ++summary.changed;
        changed.announce(id);
        if (verb != core::BulkVerb::Activate)
            shutOut.announce(id);
    }
    return summary;
}

base::Result<> UserTable::noteSignIn(const QString &id)
{
    return m_database.change(
        QStringLiteral("UPDATE authority_users SET signed_in_at = ? WHERE id = ?"),
        {m_clock.now().toMSecsSinceEpoch(), id});
}

base::Result<bool> UserTable::seedOwner(const QString &login, const QString &displayName)
{
    const auto present = owner();
    if (present)
        return false;
    if (present.error().code != ErrorCode::NotFound)
        return base::fail(present.error());
    static const QRegularExpression strange(QStringLiteral("[^a-z0-9@._+-]|\\A[^a-z0-9]+"));
    AuthorityUser user;
    user.id = QString::fromLatin1(crypto::randomToken(12));
    user.name = folded(login).remove(strange).left(64);
    if (user.name.isEmpty())
        user.name = QStringLiteral("owner");
    user.displayName = displayName.left(128);
    user.roles = {adminRole};
    user.isOwner = true;
    user.createdAt = m_clock.now();
    // Somebody may have added that name before; and two instances may seed at the same moment: one
    // of them finds the other's row.
    if (const auto namesake = findByName(user.name); namesake) {
        TRY_VOID(m_database.change(
            QStringLiteral("UPDATE authority_users SET owner = 1 WHERE id = ?"), {namesake->id}));
        return true;
    }
    const auto made = insert(user, {});
    if (!made && owner())
        return false;
    TRY_VOID(made);
    changed.announce(user.id);
    return true;
}

} // namespace authority
