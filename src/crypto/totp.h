// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "crypto/digest.h"

#include <QDateTime>
#include <QString>

namespace crypto {

//! What an authenticator needs to know (RFC 6238).
struct TotpSettings
{
    Hash hash = Hash::Sha1; //!< what every authenticator understands
    int digits = 6; //!< 6 to 8
    int period = 30; //!< seconds
};

//! RFC 4226: the code for \a counter, with leading zeros.
[[nodiscard]] QByteArray hotp(const base::Secret &key,
                              quint64 counter,
                              const TotpSettings &settings);
//! The step that \a at lies in.
[[nodiscard]] qint64 totpStep(const QDateTime &at, const TotpSettings &settings);
//! The step whose code \a code is, within \a drift steps of now and later than \a lastStep (a code
//! is good once). Denied otherwise; the time it takes says nothing.
[[nodiscard]] base::Result<qint64> checkTotp(const base::Secret &key,
                                             QByteArrayView code,
                                             const QDateTime &at,
                                             qint64 lastStep,
                                             const TotpSettings &settings,
                                             int drift = 1);

//! RFC 4648 without padding; reading forgives case, spaces, dashes and padding.
[[nodiscard]] base::Secret toBase32(const base::Secret &bytes);
[[nodiscard]] base::Result<base::Secret> fromBase32(const base::Secret &text);

//! otpauth://totp/ISSUER:NAME?secret=…&issuer=…: for a QR code. Holds the secret.
[[nodiscard]] base::Secret otpauthUri(const QString &issuer,
                                      const QString &name,
                                      const base::Secret &key,
                                      const TotpSettings &settings);

} // namespace crypto
