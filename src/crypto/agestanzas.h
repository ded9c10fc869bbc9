// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/age.h"
#include "crypto/ageheader.h"

//! The file key in its wrappings: X25519 and scrypt stanzas. Private to this room.
namespace crypto::age::detail {

inline constexpr std::size_t fileKeySize = 16;
inline constexpr qsizetype scryptSaltSize = 16;

[[nodiscard]] base::Result<Stanza> wrapForRecipient(const base::Secret &fileKey,
                                                    const Recipient &recipient,
                                                    const base::Secret &ephemeralKey);
[[nodiscard]] base::Result<Stanza> wrapWithPassphrase(const base::Secret &fileKey,
                                                      const base::Secret &passphrase,
                                                      QByteArrayView salt,
                                                      int logN);

//! Corrupt (Unsupported for a work factor out of reach) when a stanza of a known type breaks its
//! type's rules, even if another one would fit.
[[nodiscard]] base::Result<> checkStanzas(const QList<Stanza> &stanzas);
//! Of checked stanzas. Denied: nothing fits. Corrupt: a share is a point of low order.
[[nodiscard]] base::Result<base::Secret> unwrap(const QList<Stanza> &stanzas,
                                                const QList<std::shared_ptr<Identity>> &identities);
[[nodiscard]] base::Result<base::Secret> unwrap(const QList<Stanza> &stanzas,
                                                const base::Secret &passphrase);

} // namespace crypto::age::detail
