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

} // namespace

UserDesk::UserDesk(Household &house)
    : m_house(house)
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

base::Task<AuthorityUser> UserDesk::add(AuthorityUser user, base::Secret password)
{
    const auto errors = complaints(user, password);
    if (!errors.isEmpty())
        co_return base::fail(ErrorCode::InvalidInput, lines(errors));
    QByteArray hash;
    if (!password.isEmpty()) {
        CO_TRY(hash, co_await m_house.passwords.hash(std::move(password)));
    }
    CO_TRY(const AuthorityUser added, m_house.users.add(user, hash));
    m_house.events.record({QStringLiteral("user_added"), QStringLiteral("done"), added.id});
    const AuthorityUser copy = added;
    co_return copy;
}

base::Task<> UserDesk::change(AuthorityUser user, base::Secret password)
{
    CO_TRY(const AuthorityUser before, m_house.users.find(user.id));
    const base::Result<> changed = co_await change(user, before, std::move(password));
    co_return changed;
}

base::Task<> UserDesk::change(AuthorityUser user, AuthorityUser before, base::Secret password)
{
    const auto errors = complaints(user, password);
    if (!errors.isEmpty())
        co_return base::fail(ErrorCode::InvalidInput, lines(errors));
    QByteArray hash;
    if (!password.isEmpty()) {
        CO_TRY(hash, co_await m_house.passwords.hash(std::move(password)));
    }
    CO_TRY_VOID(m_house.users.change(user, before));
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
    m_house.events.record({QStringLiteral("user_changed"), QStringLiteral("done"), user.id});
    co_return {};
}

base::Task<> UserDesk::changePassword(QString userId, base::Secret password, QString session)
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
    m_house.events.record({QStringLiteral("password_changed"), QStringLiteral("done"), userId});
    co_return {};
}

base::Result<core::BulkSummary> UserDesk::change(const QStringList &ids, core::BulkVerb verb)
{
    TRY(const auto summary, m_house.users.change(ids, verb));
    const QString word = verb == core::BulkVerb::Remove       ? QStringLiteral("users_removed")
                         : verb == core::BulkVerb::Deactivate ? QStringLiteral("users_deactivated")
                                                              : QStringLiteral("users_activated");
    m_house.events.record({word,
                           QStringLiteral("done"),
                           {},
                           {},
                           {},
                           {},
                           QStringLiteral("%1 / %2").arg(summary.changed).arg(summary.asked)});
    return summary;
}

base::Result<> UserDesk::resetTotp(const QString &userId)
{
    TRY_VOID(m_house.users.find(userId));
    TRY_VOID(m_house.factors.remove(userId));
    m_house.users.changed.announce(userId);
    m_house.events.record({QStringLiteral("totp_removed"), QStringLiteral("done"), userId});
    return {};
}

base::Result<> UserDesk::endSession(const QString &handle)
{
    TRY_VOID(m_house.sessions.end(handle, QStringLiteral("revoked")));
    m_house.events.record(
        {QStringLiteral("session_ended"), QStringLiteral("done"), {}, {}, {}, {}, handle});
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
