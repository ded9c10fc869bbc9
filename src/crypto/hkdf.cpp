// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/digest.h"

#include <algorithm>
#include <cstring>

namespace crypto {

base::Secret hkdf(
    Hash hash, QByteArrayView key, QByteArrayView salt, QByteArrayView info, std::size_t size)
{
    // On HMAC rather than EVP_KDF, which refuses an empty key and treats an empty salt specially.
    const base::Secret extracted = base::Secret::take(hmac(hash, salt, key));
    if (size > 255 * extracted.size())
        qFatal("HKDF gives at most 255 blocks.");
    base::Secret derived = base::Secret::zeroed(size);
    QByteArray block;
    std::size_t done = 0;
    for (unsigned char counter = 1; done < size; ++counter) {
        QByteArray input = block + info.toByteArray();
        input.append(static_cast<char>(counter));
        base::wipe(block);
        block = hmac(hash, extracted.expose(), input);
        base::wipe(input);
        const std::size_t part = std::min(size - done, static_cast<std::size_t>(block.size()));
        std::memcpy(derived.data() + done, block.constData(), part);
        done += part;
    }
    base::wipe(block);
    return derived;
}

} // namespace crypto
