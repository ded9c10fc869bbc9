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

//! The password as a PHC string ($argon2id$v=19$…) with a fresh salt. Slow on purpose.
[[nodiscard]] base::Result<QByteArray> hashPassword(const base::Secret &password,
                                                    const Argon2Cost &cost = {});
//! Denied when it is another password; Corrupt when \a phc is no Argon2id string. Slow on purpose.
[[nodiscard]] base::Result<> checkPassword(const base::Secret &password, QByteArrayView phc);

} // namespace crypto
