// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/keys/keyring.h"
#include "authority/protocol/clienttable.h"
#include "authority/protocol/devicetable.h"
#include "authority/protocol/dpopnonces.h"
#include "authority/protocol/granttable.h"
#include "authority/protocol/proof.h"
#include "authority/protocol/protocol.h"
#include "authority/protocol/refusal.h"
#include "authority/protocol/replaytable.h"
#include "authority/protocol/requesttable.h"
#include "authority/protocol/settings.h"
#include "authority/protocol/tokenwriter.h"

namespace authority {

//! What the endpoints share.
struct ProtocolParts
{
    ProtocolParts(ProtocolNeeds given, ProtocolSettings chosen)
        : needs(given)
        , settings(std::move(chosen))
        , clients(given.database, given.clock, settings.issuer)
        , grants(given.database, given.keys, given.clock, settings)
        , requests(given.database, given.clock, settings)
        , devices(given.database, given.keys, given.clock, settings)
        , replays(given.database)
        , nonces(given.keys, given.clock)
        , writer(given.keys, given.clock, settings)
    {}

    [[nodiscard]] QByteArray urlOf(QByteArrayView path) const
    {
        return settings.issuer.toLatin1() + path.toByteArray();
    }
    enum class Removal { Always, IfUnused };
    //! The client and all that it was given, or nothing of it. NotFound.
    [[nodiscard]] base::Result<> removeClient(const QString &id, Removal how = Removal::Always)
    {
        return needs.database.transaction([&]() -> base::Result<> {
            TRY_VOID(how == Removal::Always ? clients.remove(id) : clients.removeUnused(id));
            TRY_VOID(grants.revokeOfClient(id, QStringLiteral("client_removed")));
            return needs.database.change(
                QStringLiteral("DELETE FROM authority_consents WHERE client_id = ?"), {id});
        });
    }
    [[nodiscard]] ProofScene scene() const
    {
        return {needs.clock.now(), settings.proofSkew, settings.assertionLongest};
    }

    ProtocolNeeds needs;
    ProtocolSettings settings;
    ClientTable clients;
    GrantTable grants;
    RequestTable requests;
    DeviceTable devices;
    ReplayTable replays;
    DpopNonces nonces;
    TokenWriter writer;
};

} // namespace authority
