// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/keys/keyring.h"

namespace authority {

//! Nonces for DPoP proofs (RFC 9449 8): proofs that were made ahead of time are worth nothing.
//! Nobody remembers them: each is an HMAC of the two minutes it was given in, so every instance
//! with the same vault knows every other's.
class DpopNonces
{
public:
    DpopNonces(const KeyRing &keys, const base::Clock &clock);

    //! What a client puts into its next proofs. Locked while the vault is.
    [[nodiscard]] base::Result<QByteArray> current() const;
    //! Whether \a nonce was given in these minutes or those before; the clocks of two instances may
    //! differ by as much.
    [[nodiscard]] base::Result<bool> isGood(QByteArrayView nonce) const;

private:
    [[nodiscard]] base::Result<QByteArray> of(qint64 window) const;
    [[nodiscard]] qint64 window() const;

    const KeyRing &m_keys;
    const base::Clock &m_clock;
};

} // namespace authority
