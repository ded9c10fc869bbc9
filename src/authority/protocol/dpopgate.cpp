// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/dpopgate.h"

#include <QDateTime>

namespace authority {

namespace {

Answer<> checkNonce(const DpopProof &proof, const ProtocolParts &parts, NonceNeed need)
{
    if (need == NonceNeed::Never)
        return {};
    if (proof.nonce.isEmpty()) {
        if (parts.settings.needsDpopNonce)
            return refuse("use_dpop_nonce", "Put the nonce of DPoP-Nonce into the DPoP proof.");
        return {};
    }
    TRY(const bool isGood, ours(parts.nonces.isGood(proof.nonce.toUtf8())));
    if (!isGood)
        return refuse("use_dpop_nonce", "The nonce of the DPoP proof is too old or not ours.");
    return {};
}

} // namespace

Answer<DpopProof> dpopProofIn(const web::Request &request,
                              QByteArrayView accessToken,
                              ProtocolParts &parts,
                              NonceNeed need)
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
    TRY_VOID(checkNonce(proof, parts, need));
    const QByteArray once = proof.thumbprint.toLatin1() + '\n' + proof.id.toUtf8();
    const QDateTime until = parts.needs.clock.now().addSecs(2 * parts.settings.proofSkew.count());
    TRY(const bool isNew, ours(parts.replays.isNew(QStringLiteral("dpop"), once, until)));
    if (!isNew)
        return refuse("invalid_dpop_proof", "The DPoP proof has been used before.");
    return proof;
}

void offerDpopNonce(web::Response &response, const web::Request &request, ProtocolParts &parts)
{
    if (request.headers().count("DPoP") == 0)
        return;
    // While the vault is locked there is none; the answer says so anyway.
    if (const auto nonce = parts.nonces.current())
        response.set("DPoP-Nonce", *nonce);
}

} // namespace authority
