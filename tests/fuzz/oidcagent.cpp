// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/oidcagentrequest.h"
#include "targets.h"

#include <algorithm>

namespace {

constexpr qsizetype most = 64 * 1024;

//! In pieces it ends where it ends at once.
void splitAnywhere(QByteArrayView bytes)
{
    rpc::ObjectEnd whole;
    const bool isWhole = whole.isIn(bytes);
    rpc::ObjectEnd pieces;
    bool isIn = false;
    const qsizetype step = std::max<qsizetype>(1, bytes.size() / 16);
    for (qsizetype size = 0; size <= bytes.size() && !isIn; size += step)
        isIn = pieces.isIn(bytes.first(size));
    FUZZ_CHECK((isIn || pieces.isIn(bytes)) == isWhole);
    // Every JSON object is one.
    const net::JsonValue read = net::JsonDocument::parse(bytes.toByteArray());
    if (read.kind() == net::JsonValue::Kind::Object && bytes.startsWith('{'))
        FUZZ_CHECK(isWhole);
}

} // namespace

void fuzz::oidcAgentRequest(QByteArrayView bytes)
{
    splitAnywhere(bytes);
    const auto wish = rpc::OidcAgentRequest::read(net::JsonDocument::parse(bytes.toByteArray()));
    if (wish) {
        FUZZ_CHECK(wish->minValid.count() >= 0 && wish->minValid.count() <= 24 * 3600);
        FUZZ_CHECK(!wish->scopes.contains(QString()));
    } else {
        FUZZ_CHECK(!wish.error().message.isEmpty());
    }
    using Reading = rpc::SealedRequest::Reading;
    const rpc::SealedRequest sealed = rpc::SealedRequest::read(bytes, most);
    FUZZ_CHECK((sealed.reading == Reading::Whole) == !sealed.cipher.isEmpty());
    if (sealed.reading == Reading::Whole) {
        FUZZ_CHECK(sealed.nonce.size() == 24 && sealed.cipher.size() >= 16);
        // What was whole is never "not yet" with less missing, nor right with more.
        FUZZ_CHECK(rpc::SealedRequest::read(bytes.chopped(1), most).reading == Reading::NotYet);
        const QByteArray longer = bytes.toByteArray() + 'A';
        FUZZ_CHECK(rpc::SealedRequest::read(longer, most).reading == Reading::Wrong);
    }
    const auto key = rpc::readPublicKey(bytes);
    FUZZ_CHECK(!key || key->size() == 32);
}
