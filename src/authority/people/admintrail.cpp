// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/admintrail.h"

#include "base/redactor.h"

namespace authority {

namespace {

QString done()
{
    return QStringLiteral("done");
}

QString sentence(const QString &what, const QString &by)
{
    const QString who = QStringLiteral("by ") + by;
    return what.isEmpty() ? who : what + QStringLiteral(", ") + who;
}

} // namespace

AdminTrail::AdminTrail(Household &house)
    : m_house(house)
{}

QString AdminTrail::shortened(const QString &id)
{
    constexpr qsizetype enough = 8;
    return base::redacted(id) == id ? id : id.left(enough) + u'…';
}

QString AdminTrail::nameOf(const Actor &actor) const
{
    if (!actor.userId.isEmpty()) {
        // Names may be e-mail addresses, which the log does not keep.
        const auto user = m_house.users.find(actor.userId);
        const bool isPlain = user && base::redacted(user->name) == user->name;
        return isPlain ? user->name : actor.userId;
    }
    return actor.clientId.isEmpty() ? QStringLiteral("desk")
                                    : QStringLiteral("client ") + shortened(actor.clientId);
}

void AdminTrail::aboutUser(const QString &kind,
                           const QString &userId,
                           const Actor &actor,
                           const QString &what)
{
    m_house.events.record({kind,
                           done(),
                           userId,
                           actor.clientId,
                           actor.peer,
                           actor.traceId,
                           sentence(what, nameOf(actor))});
}

void AdminTrail::aboutClient(const QString &kind, const QString &clientId, const Actor &actor)
{
    QString by = nameOf(actor);
    if (!actor.userId.isEmpty() && !actor.clientId.isEmpty())
        by += QStringLiteral(" with ") + shortened(actor.clientId);
    m_house.events.record(
        {kind, done(), actor.userId, clientId, actor.peer, actor.traceId, sentence({}, by)});
}

void AdminTrail::aboutKeys(const QString &kind, const Actor &actor, const QString &what)
{
    m_house.events.record({kind,
                           done(),
                           actor.userId,
                           actor.clientId,
                           actor.peer,
                           actor.traceId,
                           sentence(what, nameOf(actor))});
}

} // namespace authority
