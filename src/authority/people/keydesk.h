// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/admintrail.h"

namespace authority {

//! What may be done with the signing keys, by whoever is allowed to: each change is in the log.
class KeyDesk
{
public:
    explicit KeyDesk(Household &house);

    //! KeyRing::rollOver()
    [[nodiscard]] base::Task<> rollOver(Actor actor);
    //! KeyRing::revoke(). It is in the log as soon as nothing of the key verifies, whatever goes
    //! wrong after that.
    [[nodiscard]] base::Task<> revoke(QString id, Actor actor);

private:
    [[nodiscard]] bool isRevoked(const QString &id) const;

    Household &m_house;
    AdminTrail m_trail;
};

} // namespace authority
