// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QByteArray>

namespace crypto {

//! \a size bytes from OpenSSL's generator. Ends the process when it fails: nothing safe can follow.
[[nodiscard]] QByteArray randomBytes(qsizetype size);
[[nodiscard]] base::Secret randomSecret(std::size_t size);
//! \a bytes random bytes as unpadded base64url: states, nonces, PKCE verifiers (32 → 43 letters).
[[nodiscard]] QByteArray randomToken(qsizetype bytes = 32);

} // namespace crypto
