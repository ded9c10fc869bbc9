// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

//! scrypt (RFC 7914). Private to this room.
namespace crypto {

//! r 8, p 1, as age fixes them. Takes 1 KiB × 2^logN of memory. InvalidInput: an empty passphrase.
[[nodiscard]] base::Result<base::Secret> scrypt(const base::Secret &passphrase,
                                                QByteArrayView salt,
                                                int logN,
                                                std::size_t size);

} // namespace crypto
