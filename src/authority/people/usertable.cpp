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

constexpr int longestPage = 200;

QDateTime timeOf(const QVariant &value)
{
    const qint64 millis = value.toLongLong();
    return millis == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(millis, Qt::UTC);
}

AuthorityUser userOf(const QVariantList &row)
{
    AuthorityUser user;
    user.id = row[0].toString();
    user.name = row[1].toString();
    user.displayName = row[2].toString();
    user.email = row[3].toString();
    user.roles = row[4].toString().split(u' ', Qt::SkipEmptyParts);
    user.isActive = row[5].toLongLong() != 0;
    user.isOwner = row[6].toLongLong() != 0;
    user.hasPassword = row[7].toLongLong() != 0;
    user.hasTotp = row[8].toLongLong() != 0;
    user.createdAt = timeOf(row[9]);
    user.signedInAt = timeOf(row[10]);
    return user;
}

//! For LIKE … ESCAPE '!'.
QString pattern(const QString &search)
{
    QString escaped = search.toLower();
    for (const QChar letter : {u'!', u'%', u'_'})
        escaped.replace(letter, QString(u'!') + letter);
    return u'%' + escaped + u'%';
}

base::Error taken(const QString &name)
{
    return {ErrorCode::Conflict,
            Words::tr("There is a user %1 already.").arg(name),
            Words::tr("Choose another name."),
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

UserTable::UserTable(ledger::Database &database, const base::Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

QString UserTable::folded(const QString &name)
{
    return name.trimmed().toLower();
}

QList<web::FieldError> UserTable::complaints(const AuthorityUser &user,
                                             const PageLanguage &language)
{
    static const QRegularExpression name(QStringLiteral("\\A[a-z0-9][a-z0-9@._+-]{0,63}\\z"));
    static const QRegularExpression email(
        QStringLiteral("\\A[^\\s@\\x00-\\x1f]{1,64}@[^\\s@\\x00-\\x1f]{1,189}\\z"));
    static const QRegularExpression role(QStringLiteral("\\A[a-z][a-z0-9_-]{0,31}\\z"));
    QList<web::FieldError> errors;
    if (!name.match(folded(user.name)).hasMatch()) {
        errors.append({QByteArrayLiteral("not_allowed"),
                       QStringLiteral("name"),
                       language.translate("authority",
                                          "A name has 1 to 64 letters a–z, digits and @ . _ + -, "
                                          "and begins with a letter or a digit.")});
    }
    if (user.displayName.size() > 128) {
        errors.append(
            {QByteArrayLiteral("too_long"),
             QStringLiteral("display_name"),
             language.translate("authority", "A name for display has at most 128 letters.")});
    }
    if (!user.email.isEmpty() && !email.match(user.email).hasMatch()) {
        errors.append({QByteArrayLiteral("not_allowed"),
                       QStringLiteral("email"),
                       language.translate("authority", "This is no e-mail address.")});
    }
    for (const QString &word : user.roles) {
        if (!role.match(word).hasMatch()) {
            errors.append(
                {QByteArrayLiteral("not_allowed"),
                 QStringLiteral("roles"),
                 language.translate("authority",
                                    "A role is one word of small letters, such as admin.")});
            break;
        }
    }
    return errors;
}

base::Result<QList<AuthorityUser>> UserTable::select(const QString &where,
                                                     const QVariantList &values) const
{
    TRY(const auto rows,
        m_database.rows(
            QStringLiteral("SELECT u.id, u.name, u.display_name, u.email, u.roles, u.active,"
                           " u.owner, CASE WHEN u.password_hash <> '' THEN 1 ELSE 0 END,"
                           " CASE WHEN t.confirmed_at > 0 THEN 1 ELSE 0 END,"
                           " u.created_at, u.signed_in_at FROM authority_users u"
                           " LEFT JOIN authority_totp t ON t.user_id = u.id ")
                + where,
            values));
    QList<AuthorityUser> users;
    for (const QVariantList &row : rows)
        users.append(userOf(row));
    return users;
}

base::Result<AuthorityUser> UserTable::one(const QString &where, const QString &value) const
{
    TRY(const auto users, select(where, {value}));
    if (users.isEmpty())
        return base::fail(ErrorCode::NotFound, Words::tr("There is no such user."));
    return users.first();
}

base::Result<core::AuthorityUserPage> UserTable::page(const QString &search,
                                                      int page,
                                                      int pageSize) const
{
    core::AuthorityUserPage found;
    found.page = qMax(1, page);
    found.pageSize = qBound(1, pageSize, longestPage);
    const QString like = pattern(search.trimmed());
    const QString where = QStringLiteral("WHERE u.name LIKE ? ESCAPE '!'"
                                         " OR LOWER(u.display_name) LIKE ? ESCAPE '!'"
                                         " OR LOWER(u.email) LIKE ? ESCAPE '!'");
    TRY(const auto total,
        m_database.rows(QStringLiteral("SELECT COUNT(*) FROM authority_users u ") + where,
                        {like, like, like}));
    found.total = total.first().first().toInt();
    TRY(found.users,
        select(where + QStringLiteral(" ORDER BY u.name LIMIT ? OFFSET ?"),
               {like,
                like,
                like,
                found.pageSize,
                static_cast<qint64>(found.page - 1) * found.pageSize}));
    return found;
}

base::Result<AuthorityUser> UserTable::find(const QString &id) const
{
    return one(QStringLiteral("WHERE u.id = ?"), id);
}

base::Result<AuthorityUser> UserTable::findByName(const QString &name) const
{
    return one(QStringLiteral("WHERE u.name = ?"), folded(name));
}

base::Result<AuthorityUser> UserTable::owner() const
{
    return one(QStringLiteral("WHERE u.owner = 1 AND u.id <> ?"), QStringLiteral("-"));
}

base::Result<QByteArray> UserTable::passwordHash(const QString &id) const
{
    TRY(const auto rows,
        m_database.rows(QStringLiteral("SELECT password_hash FROM authority_users WHERE id = ?"),
                        {id}));
    return rows.isEmpty() ? QByteArray() : rows.first().first().toString().toLatin1();
}

base::Result<int> UserTable::count() const
{
    TRY(const auto rows, m_database.rows(QStringLiteral("SELECT COUNT(*) FROM authority_users")));
    return rows.first().first().toInt();
}

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

base::Result<> UserTable::change(AuthorityUser user)
{
    user.name = folded(user.name);
    TRY(const AuthorityUser before, find(user.id));
    TRY_VOID(checkName(user));
    TRY_VOID(guarded([&] {
        return m_database.change(
            QStringLiteral("UPDATE authority_users SET name = ?, display_name = ?, email = ?,"
                           " roles = ?, active = ?, changed_at = ? WHERE id = ?"),
            {user.name,
             user.displayName,
             user.email,
             user.roles.join(u' '),
             user.isActive ? 1 : 0,
             m_clock.now().toMSecsSinceEpoch(),
             user.id});
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
