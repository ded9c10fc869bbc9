// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/aead.h"

//! The ciphers of aead.h on buffers that the caller owns. Private to this room.
namespace crypto {

inline constexpr int aeadTagSize = 16;

//! Writes plain.size() + aeadTagSize bytes to \a sealed.
[[nodiscard]] base::Result<> sealInto(unsigned char *sealed,
                                      Aead cipher,
                                      QByteArrayView key,
                                      QByteArrayView nonce,
                                      QByteArrayView additional,
                                      QByteArrayView plain);
//! Writes sealed.size() - aeadTagSize bytes to \a plain; zeroes them again when the tag is wrong.
[[nodiscard]] base::Result<> unsealInto(unsigned char *plain,
                                        Aead cipher,
                                        QByteArrayView key,
                                        QByteArrayView nonce,
                                        QByteArrayView additional,
                                        QByteArrayView sealed);

} // namespace crypto
