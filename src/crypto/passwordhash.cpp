// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/passwordhash.h"

#include <QCoreApplication>

#include <argon2.h>

namespace crypto {

base::Result<base::Secret> argon2id(const base::Secret &password,
                                    QByteArrayView salt,
                                    const Argon2Cost &cost,
                                    std::size_t size)
{
    base::Secret key = base::Secret::zeroed(size);
    const QByteArrayView bytes = password.expose();
    const int outcome = argon2id_hash_raw(cost.passes,
                                          cost.kibibytes,
                                          cost.lanes,
                                          bytes.data(),
                                          password.size(),
                                          salt.data(),
                                          static_cast<std::size_t>(salt.size()),
                                          key.data(),
                                          key.size());
    switch (outcome) {
    case ARGON2_OK:
        return key;
    case ARGON2_MEMORY_ALLOCATION_ERROR:
    case ARGON2_THREAD_FAIL:
        return base::fail(
            base::ErrorCode::Internal,
            QCoreApplication::translate("crypto", "There is not enough memory to derive the key."));
    default: // Everything else is a parameter out of its range.
        return base::fail(base::ErrorCode::InvalidInput,
                          QCoreApplication::translate(
                              "crypto", "The key cannot be derived with these Argon2 settings."));
    }
}

} // namespace crypto
