// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/random.h"

#include "crypto/digest.h"

#include <openssl/rand.h>

namespace crypto {

namespace {

void fill(unsigned char *bytes, std::size_t size)
{
    if (size > 0 && RAND_priv_bytes_ex(nullptr, bytes, size, 0) != 1)
        qFatal("The random generator failed; nothing safe can follow.");
}

} // namespace

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    fill(reinterpret_cast<unsigned char *>(bytes.data()), static_cast<std::size_t>(size));
    return bytes;
}

base::Secret randomSecret(std::size_t size)
{
    base::Secret secret = base::Secret::zeroed(size);
    fill(secret.data(), size);
    return secret;
}

QByteArray randomToken(qsizetype bytes)
{
    return toBase64Url(randomBytes(bytes));
}

} // namespace crypto
