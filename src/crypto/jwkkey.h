// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "crypto/jws.h"
#include "crypto/openssl.h"

//! JWK members into OpenSSL's keys. Private to this room.
namespace crypto {

//! Corrupt for keys that cannot be used.
[[nodiscard]] base::Result<openssl::Key> keyFrom(const Jwk &jwk);
//! The algorithms of this room that the key's type allows.
[[nodiscard]] QStringList algorithmsFor(const Jwk &jwk);

} // namespace crypto
