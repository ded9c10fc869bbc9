// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/dpopgate.h"

#include <QDateTime>

namespace authority {

Answer<DpopProof> dpopProofIn(const web::Request &request,
                              QByteArrayView accessToken,
                              ProtocolParts &parts)
{
    const int count = request.headers().count("DPoP");
    if (count == 0)
        return DpopProof{};
    if (count > 1)
        return refuse("invalid_dpop_proof", "There is more than one DPoP proof.");
    // By the issuer's address and by the one that the request came to (behind a proxy they are the
    // same; a client of 127.0.0.1 may have said localhost).
    const QByteArray path = request.url().sliced(request.base().size());
    const QList<QByteArray> targets{parts.urlOf(path), request.url()};
    TRY(const DpopProof proof,
        checkDpopProof(request.header("DPoP"),
                       web::nameOf(request.method()),
                       targets,
                       accessToken,
                       parts.scene()));
    const QByteArray once = proof.thumbprint.toLatin1() + '\n' + proof.id.toUtf8();
    const QDateTime until = parts.needs.clock.now().addSecs(2 * parts.settings.proofSkew.count());
    TRY(const bool isNew, ours(parts.replays.isNew(QStringLiteral("dpop"), once, until)));
    if (!isNew)
        return refuse("invalid_dpop_proof", "The DPoP proof has been used before.");
    return proof;
}

} // namespace authority
