// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/protocol/parts.h"
#include "authority/protocol/proof.h"

namespace authority {

//! Whether nonces in proofs count. Where the answer cannot say DPoP-Nonce they must not: a client
//! that still sends the one of before, as it should, could never learn another.
enum class NonceNeed { AsSet, Never };

//! The DPoP proof of a request (RFC 9449), checked and not seen before; empty thumbprint: there is
//! none. \a accessToken is what it has to be bound to, empty where tokens are asked for.
[[nodiscard]] Answer<DpopProof> dpopProofIn(const web::Request &request,
                                            QByteArrayView accessToken,
                                            ProtocolParts &parts,
                                            NonceNeed need = NonceNeed::AsSet);
//! Tells who sends proofs the nonce for the next ones (RFC 9449 8.2).
void offerDpopNonce(web::Response &response, const web::Request &request, ProtocolParts &parts);

} // namespace authority
