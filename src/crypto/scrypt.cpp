// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/scrypt.h"

#include "crypto/openssl.h"

#include <QCoreApplication>

#include <cstdint>

namespace crypto {

base::Result<base::Secret> scrypt(const base::Secret &passphrase,
                                  QByteArrayView salt,
                                  int logN,
                                  std::size_t size)
{
    const openssl::ErrorMark mark;
    if (passphrase.isEmpty())
        return base::fail(base::ErrorCode::InvalidInput,
                          QCoreApplication::translate("crypto", "The passphrase is empty."));
    std::uint64_t cost = std::uint64_t{1} << logN;
    std::uint32_t blockSize = 8;
    std::uint32_t lanes = 1;
    // OpenSSL's own limit is 32 MiB; 2^18 needs 256 MiB and a little.
    std::uint64_t memory = (cost + 64) * 128 * blockSize;
    const openssl::Kdf kdf(EVP_KDF_fetch(nullptr, OSSL_KDF_NAME_SCRYPT, nullptr));
    const openssl::KdfContext context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    base::Secret key = base::Secret::zeroed(size);
    const QByteArrayView password = passphrase.expose();
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD,
                                          const_cast<char *>(password.data()),
                                          openssl::sizeOf(password)),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT,
                                          const_cast<unsigned char *>(openssl::bytesOf(salt)),
                                          openssl::sizeOf(salt)),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &cost),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &blockSize),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &lanes),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &memory),
        OSSL_PARAM_construct_end()};
    if (!context || EVP_KDF_derive(context.get(), key.data(), key.size(), parameters) != 1)
        return base::fail(
            base::ErrorCode::Internal,
            QCoreApplication::translate("crypto", "There is not enough memory to derive the key."));
    return key;
}

} // namespace crypto
