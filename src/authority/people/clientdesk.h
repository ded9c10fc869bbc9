// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/admintrail.h"

namespace authority {

class Protocol;

//! What may be done with clients, by whoever is allowed to: each change is in the log.
class ClientDesk
{
public:
    ClientDesk(Household &house, Protocol &protocol);

    [[nodiscard]] base::Result<QList<core::AuthorityClient>> list();
    //! NotFound.
    [[nodiscard]] base::Result<core::AuthorityClient> find(const QString &id);
    //! \a by: what the client says of who made it, "window" or "admin:<user id>".
    [[nodiscard]] base::Result<core::NewAuthorityClient> add(const core::AuthorityClient &client,
                                                             const QString &by,
                                                             const Actor &actor);
    [[nodiscard]] base::Result<> change(const core::AuthorityClient &client, const Actor &actor);
    [[nodiscard]] base::Result<base::Secret> renewSecret(const QString &id, const Actor &actor);
    //! With everything that it was given.
    [[nodiscard]] base::Result<> remove(const QString &id, const Actor &actor);

private:
    Protocol &m_protocol;
    AdminTrail m_trail;
};

} // namespace authority
