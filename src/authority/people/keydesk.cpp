// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/keydesk.h"

#include <algorithm>

namespace authority {

KeyDesk::KeyDesk(Household &house)
    : m_house(house)
    , m_trail(house)
{}

bool KeyDesk::isRevoked(const QString &id) const
{
    const QList<core::AuthorityKey> keys = m_house.keys.list();
    return std::any_of(keys.cbegin(), keys.cend(), [&](const core::AuthorityKey &key) {
        return key.id == id && key.state == core::AuthorityKey::State::Revoked;
    });
}

base::Task<> KeyDesk::rollOver(Actor actor)
{
    CO_TRY_VOID(co_await m_house.keys.rollOver());
    m_trail.aboutKeys(QStringLiteral("keys_rotated"), actor);
    co_return {};
}

base::Task<> KeyDesk::revoke(QString id, Actor actor)
{
    const bool wasRevoked = isRevoked(id);
    const base::Result<> revoked = co_await m_house.keys.revoke(id);
    if (!wasRevoked && isRevoked(id)) {
        m_trail.aboutKeys(QStringLiteral("key_revoked"),
                          actor,
                          QStringLiteral("kid ") + AdminTrail::shortened(id));
    }
    co_return revoked;
}

} // namespace authority
