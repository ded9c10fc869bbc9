// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/usertable.h"

#include "authority/words.h"

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

} // namespace authority
