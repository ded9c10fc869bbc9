// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/admin/admingate.h"
#include "authority/words.h"

namespace authority {

using base::ErrorCode;

namespace {

policy::EntityUid uid(const char *type, const QString &id)
{
    return {QString::fromLatin1(type), id};
}

QJsonObject reference(const QString &type, const QString &id)
{
    return {{QStringLiteral("__entity"),
             QJsonObject{{QStringLiteral("type"), type}, {QStringLiteral("id"), id}}}};
}

} // namespace

AdminGate::Resource AdminGate::userResource()
{
    return [this](const web::Request &request) -> base::Result<policy::Entity> {
        TRY(const auto user, m_house.users.find(request.pathParameter("id")));
        return entityOf(user);
    };
}

AdminGate::Resource AdminGate::sessionResource()
{
    return [this](const web::Request &request) -> base::Result<policy::Entity> {
        const QString handle = request.pathParameter("id");
        TRY(const auto sessions, m_house.sessions.list());
        for (const core::AuthoritySession &session : sessions) {
            if (session.handle == handle) {
                return policy::Entity{
                    uid("Session", handle),
                    {{QStringLiteral("user"), reference(QStringLiteral("User"), session.userId)}},
                    {},
                    {}};
            }
        }
        return base::fail(ErrorCode::NotFound, Words::tr("There is no such session."));
    };
}

AdminGate::Resource AdminGate::clientResource()
{
    return [this](const web::Request &request) -> base::Result<policy::Entity> {
        const QString id = request.pathParameter("id");
        TRY(const auto rows,
            m_house.database.rows(
                QStringLiteral("SELECT created_by FROM authority_clients WHERE id = ?"), {id}));
        if (rows.isEmpty())
            return base::fail(ErrorCode::NotFound, Words::tr("There is no such client."));
        policy::Entity client{uid("Client", id), {}, {}, {}};
        const QString by = rows.first().first().toString();
        if (by.startsWith(QLatin1String("admin:"))) {
            client.attributes.insert(QStringLiteral("owner"),
                                     reference(QStringLiteral("User"), by.mid(6)));
        }
        return client;
    };
}

} // namespace authority
