// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/verbworks.h"
#include "authority/keys/keyorders.h"
#include "authority/keys/keyring.h"
#include "authority/people/frontdoor.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QTextStream>

namespace apps {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("apps", text);
}

QJsonObject shown(const core::AuthorityKey &key)
{
    QJsonObject object{{QStringLiteral("kid"), key.id},
                       {QStringLiteral("alg"), key.algorithm},
                       {QStringLiteral("state"), core::nameOf(key.state)}};
    put(object, "created_at", key.createdAt);
    put(object, "active_at", key.activeAt);
    put(object, "retiring_at", key.retiringAt);
    put(object, "gone_at", key.goneAt);
    return object;
}

//! The list, after an order that who has the vault carries out.
base::Result<> ordered(AuthorityHouse &house,
                       const AuthorityVerb &verb,
                       const char *kind,
                       const QString &detail)
{
    house.front().events().record(
        {QString::fromLatin1(kind), QStringLiteral("done"), {}, {}, {}, {}, detail});
    QTextStream(stderr) << tr("The authority that serves follows within half a minute, or when "
                              "it starts.")
                        << '\n';
    return listKeys(house, verb);
}

} // namespace

base::Result<> listKeys(AuthorityHouse &house, const AuthorityVerb &)
{
    // Without the vault it turns nothing, and reads the list all the same.
    const auto turned = QCoro::waitFor(house.keys().turn());
    if (!turned && turned.error().code != base::ErrorCode::Locked)
        return base::fail(turned.error());
    const QList<core::AuthorityKey> keys = house.keys().list();
    for (const core::AuthorityKey &key : keys)
        print(shown(key));
    return {};
}

base::Result<> rotateKeys(AuthorityHouse &house, const AuthorityVerb &verb)
{
    base::SystemClock clock;
    TRY_VOID(authority::KeyOrders(house.database(), clock).rollOver());
    return ordered(house, verb, "keys_rotated", QStringLiteral("by desk"));
}

base::Result<> revokeKey(AuthorityHouse &house, const AuthorityVerb &verb)
{
    const QString id = verb.words.constFirst();
    base::SystemClock clock;
    TRY_VOID(authority::KeyOrders(house.database(), clock).revoke(id));
    return ordered(house,
                   verb,
                   "key_revoked",
                   QStringLiteral("kid %1, by desk").arg(authority::AdminTrail::shortened(id)));
}

} // namespace apps
