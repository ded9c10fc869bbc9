// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/passwordprompt.h"
#include "apps/daemon/verbworks.h"
#include "authority/people/frontdoor.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCoroTask>

namespace apps {

namespace {

using base::ErrorCode;

constexpr int listedAtOnce = 200;
constexpr int eventsUnlessSaid = 50;
constexpr int mostEvents = 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("apps", text);
}

QJsonObject shown(const core::AuthorityUser &user)
{
    return {{QStringLiteral("id"), user.id},
            {QStringLiteral("name"), user.name},
            {QStringLiteral("email"), user.email},
            {QStringLiteral("roles"), user.roles.join(u' ')},
            {QStringLiteral("active"), user.isActive},
            {QStringLiteral("totp"), user.hasTotp}};
}

QJsonObject shown(const core::AuthoritySession &session)
{
    QJsonObject object{{QStringLiteral("id"), session.handle},
                       {QStringLiteral("user"), session.userName},
                       {QStringLiteral("peer"), session.peer},
                       {QStringLiteral("agent"), session.agent}};
    put(object, "created_at", session.createdAt);
    put(object, "seen_at", session.seenAt);
    put(object, "expires_at", session.expiresAt);
    return object;
}

QJsonObject shown(const core::AuthorityEvent &event)
{
    QJsonObject object{{QStringLiteral("kind"), event.kind},
                       {QStringLiteral("outcome"), event.outcome},
                       {QStringLiteral("user"), event.user},
                       {QStringLiteral("client"), event.client},
                       {QStringLiteral("peer"), event.peer},
                       {QStringLiteral("trace_id"), event.traceId},
                       {QStringLiteral("detail"), event.detail}};
    put(object, "at", event.at);
    return object;
}

base::Result<core::AuthorityUser> userOf(AuthorityHouse &house, const AuthorityVerb &verb)
{
    const QString name = verb.words.constFirst();
    auto user = house.front().users().findByName(name);
    if (!user && user.error().code == ErrorCode::NotFound)
        return base::fail(ErrorCode::NotFound,
                          tr("There is no user “%1”.").arg(name),
                          tr("See latchkeyd authority users."));
    return user;
}

} // namespace

base::Result<> addUser(AuthorityHouse &house, const AuthorityVerb &verb)
{
    core::AuthorityUser user;
    user.name = verb.words.constFirst();
    user.roles = verb.line.values(QStringLiteral("role"));
    user.email = verb.line.value(QStringLiteral("email"));
    user.displayName = verb.line.value(QStringLiteral("display-name"));
    TRY(base::Secret password, readPassword());
    TRY(const core::AuthorityUser added,
        QCoro::waitFor(house.front().addUser(user, std::move(password))));
    print(shown(added));
    return {};
}

base::Result<> listUsers(AuthorityHouse &house, const AuthorityVerb &)
{
    for (int page = 1;; ++page) {
        TRY(const core::AuthorityUserPage found,
            house.front().users().page({}, page, listedAtOnce));
        for (const core::AuthorityUser &user : found.users)
            print(shown(user));
        if (page * listedAtOnce >= found.total)
            return {};
    }
}

base::Result<> changeUser(AuthorityHouse &house, const AuthorityVerb &verb)
{
    TRY(core::AuthorityUser user, userOf(house, verb));
    const core::AuthorityUser before = user;
    const auto isSet = [&verb](const char *option) {
        return verb.line.isSet(QString::fromLatin1(option));
    };
    const bool isSwitched = isSet("activate") != isSet("deactivate");
    if (isSet("activate") && isSet("deactivate"))
        return base::fail(ErrorCode::InvalidInput,
                          tr("A user is either active or not."),
                          tr("Give one of --activate and --deactivate."));
    if (!isSwitched && !isSet("role") && !isSet("email") && !isSet("display-name"))
        return base::fail(ErrorCode::InvalidInput,
                          tr("It does not say what to change."),
                          tr("Give --role, --email, --display-name, --activate or --deactivate."));
    if (isSwitched)
        user.isActive = isSet("activate");
    if (isSet("role")) {
        user.roles = verb.line.values(QStringLiteral("role"));
        user.roles.removeAll(QString()); // --role '' takes all away
    }
    if (isSet("email"))
        user.email = verb.line.value(QStringLiteral("email"));
    if (isSet("display-name"))
        user.displayName = verb.line.value(QStringLiteral("display-name"));
    TRY_VOID(QCoro::waitFor(house.front().changeUser(user, base::Secret())));
    TRY(const core::AuthorityUser after, house.front().users().find(before.id));
    print(shown(after));
    return {};
}

base::Result<> removeUser(AuthorityHouse &house, const AuthorityVerb &verb)
{
    TRY(const core::AuthorityUser user, userOf(house, verb));
    TRY(const core::BulkSummary summary,
        house.front().changeUsers({user.id}, core::BulkVerb::Remove));
    if (!summary.refused.isEmpty())
        return base::fail(ErrorCode::Conflict,
                          summary.refused.constFirst().section(QStringLiteral(": "), 1));
    return {};
}

base::Result<> resetTotp(AuthorityHouse &house, const AuthorityVerb &verb)
{
    TRY(const core::AuthorityUser user, userOf(house, verb));
    return house.front().resetTotp(user.id);
}

base::Result<> setPassword(AuthorityHouse &house, const AuthorityVerb &verb)
{
    TRY(const core::AuthorityUser user, userOf(house, verb));
    TRY(base::Secret password, readPassword());
    if (password.isEmpty())
        return base::fail(ErrorCode::InvalidInput,
                          tr("There is no password on standard input."),
                          tr("Type it, or send it as the first line."));
    return QCoro::waitFor(house.front().changeUser(user, std::move(password)));
}

base::Result<> listSessions(AuthorityHouse &house, const AuthorityVerb &verb)
{
    QString userId;
    if (!verb.words.isEmpty()) {
        TRY(const core::AuthorityUser user, userOf(house, verb));
        userId = user.id;
    }
    TRY(const QList<core::AuthoritySession> sessions, house.front().sessions().list(userId));
    for (const core::AuthoritySession &session : sessions)
        print(shown(session));
    return {};
}

base::Result<> endSession(AuthorityHouse &house, const AuthorityVerb &verb)
{
    return house.front().endSession(verb.words.constFirst());
}

base::Result<> listEvents(AuthorityHouse &house, const AuthorityVerb &verb)
{
    core::AuthorityEventFilter filter;
    filter.limit = eventsUnlessSaid;
    filter.kind = verb.line.value(QStringLiteral("kind"));
    if (verb.line.isSet(QStringLiteral("last"))) {
        const QString last = verb.line.value(QStringLiteral("last"));
        filter.limit = last.toInt();
        if (filter.limit < 1 || filter.limit > mostEvents)
            return base::fail(ErrorCode::InvalidInput,
                              tr("“%1” is no number of events.").arg(last),
                              tr("Give --last a number from 1 to %1.").arg(mostEvents));
    }
    TRY(const QList<core::AuthorityEvent> events, house.front().events().find(filter));
    for (auto event = events.crbegin(); event != events.crend(); ++event)
        print(shown(*event)); // the newest comes last, as in every log
    return {};
}

} // namespace apps
