// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/userdesk.h"

#include "authority/words.h"
#include "base/logging.h"

namespace authority {

using base::ErrorCode;
using core::AuthorityUser;

namespace {

QString lines(const QList<web::FieldError> &errors)
{
    QStringList sentences;
    for (const web::FieldError &error : errors)
        sentences.append(error.message);
    return sentences.join(u'\n');
}

QStringList guessable(const AuthorityUser &user)
{
    return {user.name, user.displayName, user.email};
}

//! What the log says has been changed: which fields, and the roles that are left.
QString differences(const AuthorityUser &before, const AuthorityUser &user, bool hasNewPassword)
{
    QStringList words;
    if (UserTable::folded(user.name) != before.name)
        words.append(QStringLiteral("name"));
    if (user.displayName != before.displayName)
        words.append(QStringLiteral("display name"));
    if (user.email != before.email)
        words.append(QStringLiteral("e-mail"));
    if (user.roles != before.roles)
        words.append(QStringLiteral("roles (%1)").arg(user.roles.join(u' ')));
    if (user.isActive != before.isActive)
        words.append(user.isActive ? QStringLiteral("active") : QStringLiteral("not active"));
    if (hasNewPassword)
        words.append(QStringLiteral("another password"));
    return words.join(QStringLiteral(", "));
}

QString eventOf(core::BulkVerb verb)
{
    switch (verb) {
    case core::BulkVerb::Activate:
        return QStringLiteral("user_activated");
    case core::BulkVerb::Deactivate:
        return QStringLiteral("user_deactivated");
    case core::BulkVerb::Remove:
        return QStringLiteral("user_removed");
    }
    Q_UNREACHABLE();
}

} // namespace

UserDesk::UserDesk(Household &house)
    : m_house(house)
    , m_trail(house)
    , m_shutOut(house.users.shutOut.subscribe([this](const QString &id) { shutOut(id); }))
    , m_changed(house.users.changed.subscribe([this](const QString &id) {
        m_house.policies.invalidate(policy::EntityUid{QStringLiteral("User"), id});
    }))
{}

void UserDesk::shutOut(const QString &userId)
{
    // The person is shut out already, and every token asks for that; but nobody waits for an answer
    // here, so what went wrong is said in the log.
    if (const auto ended = revokeAll(userId, QStringLiteral("shut_out")); !ended)
        qCWarning(lcAuthority) << "What" << userId
                               << "held was not ended:" << ended.error().message;
    const auto user = m_house.users.find(userId);
    if (user || user.error().code != ErrorCode::NotFound)
        return;
    if (const auto forgotten = m_house.consents.forgetAll(userId); !forgotten)
        qCWarning(lcAuthority) << "What" << userId
                               << "had agreed to was not forgotten:" << forgotten.error().message;
}

QList<web::FieldError> UserDesk::complaints(const AuthorityUser &user,
                                            const base::Secret &password,
                                            const PageLanguage &language) const
{
    QList<web::FieldError> errors = UserTable::complaints(user, language);
    if (!password.isEmpty())
        errors += m_house.rules.complaints(password, guessable(user), language);
    return errors;
}

base::Task<AuthorityUser> UserDesk::add(AuthorityUser user, base::Secret password, Actor actor)
{
    if (user.roles.isEmpty())
        user.roles = {plainRole};
    const auto errors = complaints(user, password);
    if (!errors.isEmpty())
        co_return base::fail(ErrorCode::InvalidInput, lines(errors));
    QByteArray hash;
    if (!password.isEmpty()) {
        CO_TRY(hash, co_await m_house.passwords.hash(std::move(password)));
    }
    CO_TRY(const AuthorityUser added, m_house.users.add(user, hash));
    m_trail.aboutUser(QStringLiteral("user_added"), added.id, actor);
    const AuthorityUser copy = added;
    co_return copy;
}

base::Task<> UserDesk::change(AuthorityUser user, base::Secret password, Actor actor)
{
    CO_TRY(const AuthorityUser before, m_house.users.find(user.id));
    const base::Result<> changed = co_await change(user, before, std::move(password), actor);
    co_return changed;
}

base::Task<> UserDesk::change(AuthorityUser user,
                              AuthorityUser before,
                              base::Secret password,
                              Actor actor)
{
    const auto errors = complaints(user, password);
    if (!errors.isEmpty())
        co_return base::fail(ErrorCode::InvalidInput, lines(errors));
    QByteArray hash;
    if (!password.isEmpty()) {
        CO_TRY(hash, co_await m_house.passwords.hash(std::move(password)));
    }
    CO_TRY_VOID(m_house.users.change(user, before));
    // Now: it is so, whatever goes wrong below.
    m_trail.aboutUser(
        QStringLiteral("user_changed"), user.id, actor, differences(before, user, !hash.isEmpty()));
    if (!hash.isEmpty()) {
        CO_TRY_VOID(m_house.users.setPassword(user.id, hash));
        // Who knew the old one may hold tokens by it.
        CO_TRY_VOID(revokeAll(user.id, QStringLiteral("password_changed")));
    }
    // Tokens say what somebody may do: nobody keeps a role in one that was taken away.
    bool hasLost = false;
    for (const QString &role : before.roles)
        hasLost = hasLost || !user.roles.contains(role);
    if (hasLost)
        CO_TRY_VOID(revokeAll(user.id, QStringLiteral("roles_changed")));
    co_return {};
}

base::Task<> UserDesk::changePassword(QString userId,
                                      base::Secret password,
                                      QString session,
                                      Actor actor)
{
    CO_TRY(const AuthorityUser user, m_house.users.find(userId));
    const auto errors = m_house.rules.complaints(password, guessable(user));
    if (!errors.isEmpty())
        co_return base::fail(ErrorCode::InvalidInput, lines(errors));
    CO_TRY(const QByteArray hash, co_await m_house.passwords.hash(std::move(password)));
    CO_TRY_VOID(m_house.users.setPassword(userId, hash));
    CO_TRY_VOID(m_house.sessions.endAll(userId, QStringLiteral("revoked"), session));
    if (m_house.interactions)
        CO_TRY_VOID(
            m_house.interactions->revokeGrants(userId, {}, QStringLiteral("password_changed")));
    m_trail.aboutUser(QStringLiteral("password_changed"), userId, actor);
    co_return {};
}

base::Result<core::BulkSummary> UserDesk::change(const QStringList &ids,
                                                 core::BulkVerb verb,
                                                 const Actor &actor)
{
    core::BulkSummary summary;
    for (const QString &id : ids) {
        // Who is removed has no name afterwards.
        const auto user = m_house.users.find(id);
        TRY(const auto one, m_house.users.change({id}, verb));
        summary.asked += one.asked;
        summary.changed += one.changed;
        summary.unchanged += one.unchanged;
        summary.refused += one.refused;
        if (one.changed > 0) {
            const bool isGone = user && verb == core::BulkVerb::Remove;
            m_trail.aboutUser(eventOf(verb), id, actor, isGone ? user->name : QString());
        }
    }
    return summary;
}

base::Result<> UserDesk::resetTotp(const QString &userId, const Actor &actor)
{
    TRY_VOID(m_house.users.find(userId));
    TRY_VOID(m_house.factors.remove(userId));
    m_house.users.changed.announce(userId);
    m_trail.aboutUser(QStringLiteral("totp_removed"), userId, actor);
    return {};
}

base::Result<> UserDesk::endSession(const QString &handle, const Actor &actor)
{
    QString userId;
    const base::Subscription whose = m_house.sessions.ended.subscribe(
        [&userId](const QString &, const QString &id, const QString &) { userId = id; });
    TRY_VOID(m_house.sessions.end(handle, QStringLiteral("revoked")));
    m_trail.aboutUser(
        QStringLiteral("session_ended"), userId, actor, QStringLiteral("session ") + handle);
    if (m_house.interactions)
        TRY_VOID(m_house.interactions->revokeGrants({}, handle, QStringLiteral("session_ended")));
    return {};
}

base::Result<> UserDesk::revokeAll(const QString &userId, const QString &why)
{
    TRY_VOID(m_house.sessions.endAll(userId, why));
    if (m_house.interactions)
        TRY_VOID(m_house.interactions->revokeGrants(userId, {}, why));
    return {};
}

} // namespace authority
