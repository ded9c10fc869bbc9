// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/age.h"
#include "crypto/passwordhash.h"

#include <QByteArray>
#include <QList>

#include <memory>

//! vault.key: the age identity that opens vault.age. Either as age-keygen writes it (a key file;
//! `age -d -i vault.key vault.age` opens the store), or closed with a passphrase: the same text,
//! sealed with ChaCha20-Poly1305 under a key that Argon2id makes of the passphrase. So a write
//! costs no second of key derivation, a new passphrase replaces one small file, and a wrong
//! passphrase and a damaged store cannot be taken for each other.
//!
//! The sealed form is text, one word and its values a line, binary values in base64url:
//!
//!     latchkey-vault-key 1
//!     kdf argon2id passes=3 kibibytes=65536 lanes=4
//!     salt …                 (16 bytes)
//!     nonce …                (12 bytes)
//!     key …                  (the sealed key file; authenticated with the four lines above)
namespace vault {

using Identities = QList<std::shared_ptr<crypto::age::Identity>>;

enum class KeyForm { Plain, Sealed };

//! Corrupt when it is neither.
[[nodiscard]] base::Result<KeyForm> keyFormOf(QByteArrayView file);

//! As age-keygen writes it.
[[nodiscard]] base::Secret plainKey(const crypto::age::Identity &identity);

//! Slow on purpose: not on the GUI thread.
[[nodiscard]] base::Result<QByteArray> sealedKey(const crypto::age::Identity &identity,
                                                 const base::Secret &passphrase,
                                                 const crypto::Argon2Cost &cost);

//! Opens either form. Denied: not this passphrase. Slow for the sealed one.
[[nodiscard]] base::Result<Identities> openKey(const base::Secret &file,
                                               const base::Secret &passphrase);

} // namespace vault
