// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QByteArrayView>

//! The payload of an age file (STREAM: 64 KiB chunks, each with its own tag, the last one marked).
//! Private to this room.
namespace crypto::age::detail {

inline constexpr qsizetype payloadNonceSize = 16;
inline constexpr qsizetype chunkSize = 64 * 1024;

//! Damaged or cut short.
[[nodiscard]] base::Error brokenPayload();

//! The nonce and the chunks.
[[nodiscard]] base::Result<QByteArray> encryptPayload(const base::Secret &fileKey,
                                                      QByteArrayView nonce,
                                                      QByteArrayView plain);

//! What a payload gave. Chunks proven before an error came are kept: a reader that works on a
//! stream would have handed them on, and the published test vectors ask for exactly these bytes.
struct OpenedPayload
{
    base::Secret released;
    base::Result<> outcome;
};

//! \a payload holds at least the nonce.
[[nodiscard]] OpenedPayload decryptPayload(const base::Secret &fileKey, QByteArrayView payload);

} // namespace crypto::age::detail
