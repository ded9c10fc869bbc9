// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/protocol/parts.h"

namespace authority {

//! Lets clients in at the endpoints that want one: by nothing but the name, a secret in the header
//! or the form, or a signed assertion, each only as it was registered (RFC 6749 2.3, RFC 7523 2.2).
class ClientGate
{
public:
    explicit ClientGate(ProtocolParts &parts);

    //! \a endpoint is the path that is called: what an assertion may be meant for.
    [[nodiscard]] Answer<ClientPointer> admit(const web::Request &request,
                                              const web::Parameters &form,
                                              QByteArrayView endpoint);
    //! The same, and it must have proven itself: not for public clients (RFC 7662 2.1).
    [[nodiscard]] Answer<ClientPointer> admitConfidential(const web::Request &request,
                                                          const web::Parameters &form,
                                                          QByteArrayView endpoint);
    //! Whose limit a request of \a client counts for. Anybody can name a public client: each
    //! address has a limit of its own, so that none uses up the others'.
    [[nodiscard]] static QString bucketOf(const ClientRecord &client, const web::Request &request);
    //! The form of a request, strictly read.
    [[nodiscard]] static Answer<web::Parameters> formOf(const web::Request &request);

private:
    struct Shown
    {
        QString id;
        QString method;
        base::Secret secret; //!< or the assertion
    };

    [[nodiscard]] static Answer<Shown> shownIn(const web::Request &request,
                                               const web::Parameters &form);
    [[nodiscard]] Answer<> checkSecret(const ClientRecord &client, const Shown &shown) const;
    [[nodiscard]] Answer<> checkAssertionOf(const ClientRecord &client,
                                            const Shown &shown,
                                            QByteArrayView endpoint);
    [[nodiscard]] Answer<ClientPointer> admitShown(const Shown &shown, QByteArrayView endpoint);
    [[nodiscard]] Refusal counted(Refusal refusal, const web::Request &request, const QString &id);

    ProtocolParts &m_parts;
    web::Counter m_failures;
};

} // namespace authority
