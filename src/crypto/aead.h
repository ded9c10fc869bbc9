// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QByteArrayView>

namespace crypto {

enum class Aead { Aes256Gcm, ChaCha20Poly1305 };

//! Cipher text with the 16-byte tag behind it. Key 32 bytes; nonce 12 (AES-GCM: any length from 1).
[[nodiscard]] base::Result<QByteArray> seal(Aead cipher,
                                            QByteArrayView key,
                                            QByteArrayView nonce,
                                            QByteArrayView additional,
                                            QByteArrayView plain);
//! Denied when the tag does not fit.
[[nodiscard]] base::Result<base::Secret> unseal(Aead cipher,
                                                QByteArrayView key,
                                                QByteArrayView nonce,
                                                QByteArrayView additional,
                                                QByteArrayView sealed);

} // namespace crypto
