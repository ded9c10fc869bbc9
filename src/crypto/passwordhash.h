// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

namespace crypto {

//! Argon2id (RFC 9106).
struct Argon2Cost
{
    unsigned int passes = 3;
    unsigned int kibibytes = 64 * 1024;
    unsigned int lanes = 4;
};

//! Raw key derivation; \a salt at least 8 bytes. Slow on purpose: not on the GUI thread.
[[nodiscard]] base::Result<base::Secret> argon2id(const base::Secret &password,
                                                  QByteArrayView salt,
                                                  const Argon2Cost &cost = {},
                                                  std::size_t size = 32);

} // namespace crypto
