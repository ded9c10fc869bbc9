// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

//! Curve25519 key agreement (RFC 7748). Private to this room.
namespace crypto {

inline constexpr qsizetype x25519KeySize = 32;

[[nodiscard]] base::Result<QByteArray> x25519PublicKey(const base::Secret &privateKey);
//! InvalidInput when the other side's point is of low order, so that the result would be all zero.
[[nodiscard]] base::Result<base::Secret> x25519(const base::Secret &privateKey,
                                                QByteArrayView publicKey);

} // namespace crypto
