// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/passwordhash.h"

#include "crypto/random.h"

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

base::Result<QByteArray> hashPassword(const base::Secret &password, const Argon2Cost &cost)
{
    constexpr qsizetype saltSize = 16;
    constexpr std::size_t hashSize = 32;
    const QByteArray salt = randomBytes(saltSize);
    const std::size_t size =
        argon2_encodedlen(cost.passes, cost.kibibytes, cost.lanes, saltSize, hashSize, Argon2_id);
    QByteArray text(static_cast<qsizetype>(size), '\0');
    const int outcome = argon2id_hash_encoded(cost.passes,
                                              cost.kibibytes,
                                              cost.lanes,
                                              password.expose().data(),
                                              password.size(),
                                              salt.constData(),
                                              saltSize,
                                              hashSize,
                                              text.data(),
                                              size);
    if (outcome != ARGON2_OK)
        return base::fail(
            base::ErrorCode::Internal,
            QCoreApplication::translate("crypto", "There is not enough memory to derive the key."));
    text.truncate(static_cast<qsizetype>(qstrlen(text.constData())));
    return text;
}

base::Result<> checkPassword(const base::Secret &password, QByteArrayView phc)
{
    const QByteArray text = phc.toByteArray(); // ends in 0, as the library wants it
    const int outcome =
        argon2id_verify(text.constData(), password.expose().data(), password.size());
    switch (outcome) {
    case ARGON2_OK:
        return {};
    case ARGON2_VERIFY_MISMATCH:
        return base::fail(base::ErrorCode::Denied,
                          QCoreApplication::translate("crypto", "The password does not fit."));
    default:
        return base::fail(
            base::ErrorCode::Corrupt,
            QCoreApplication::translate("crypto", "The stored password cannot be checked."));
    }
}

} // namespace crypto
