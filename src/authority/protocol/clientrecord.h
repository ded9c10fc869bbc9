// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/authority.h"
#include "crypto/jws.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>

namespace authority {

//! A client as the protocol needs it: what was registered, and what it proves itself with.
struct ClientRecord
{
    core::AuthorityClient view;
    QString secretHash; //!< empty: it has none
    QString registrationHash; //!< of the token that may change it (RFC 7592); empty: none
    QList<crypto::Jwk> keys; //!< private_key_jwt

    [[nodiscard]] bool isPublic() const { return view.authMethod == QLatin1String("none"); }
    [[nodiscard]] bool isSelfRegistered() const
    {
        return view.createdBy == QLatin1String("registration");
    }
    [[nodiscard]] bool mayUse(const QString &grant) const { return view.grants.contains(grant); }
};

using ClientPointer = std::shared_ptr<const ClientRecord>;

//! What is wrong with a client's metadata.
struct ClientFault
{
    QByteArray field; //!< RFC 7591's name: "redirect_uris"
    QString message; //!< for people, translated

    friend bool operator==(const ClientFault &, const ClientFault &) = default;
};

//! Grant types that this authority knows.
[[nodiscard]] const QStringList &knownGrants();
//! How a client may prove itself here.
[[nodiscard]] const QStringList &knownAuthMethods();
//! Algorithms that a client's own signatures (assertions, proofs) may use.
[[nodiscard]] const QStringList &proofAlgorithms();

//! Everything that is wrong with \a client; pure. Its id may be empty.
[[nodiscard]] QList<ClientFault> faultsOf(const core::AuthorityClient &client);

//! RFC 7591 metadata as a client; members that are not known are left out, as it says. A fault for
//! what has the wrong type or cannot be had here.
[[nodiscard]] tl::expected<core::AuthorityClient, ClientFault> clientFromMetadata(
    const QJsonObject &metadata);
[[nodiscard]] QJsonObject toMetadata(const core::AuthorityClient &client);

} // namespace authority
