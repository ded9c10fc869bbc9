// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/keys/keyring.h"
#include "base/clock.h"
#include "base/secret.h"
#include "ledger/database.h"

#include <QList>

namespace authority {

//! Authenticator apps (RFC 6238) and recovery codes. Seeds are sealed with a key from the vault,
//! recovery codes are kept as keyed hashes: the database alone gives nothing away. Every call that
//! needs the key is Locked while the vault is.
class SecondFactors
{
public:
    SecondFactors(ledger::Database &database, KeyRing &keys, const base::Clock &clock);

    struct Enrolment
    {
        base::Secret uri; //!< otpauth://… for the QR code
        base::Secret key; //!< the same to be typed, base32
    };
    //! Begins, or goes on with the key that was shown before. \a issuer and \a name are what the
    //! app will show. Conflict: there is one in force already.
    [[nodiscard]] base::Result<Enrolment> begin(const QString &userId,
                                                const QString &issuer,
                                                const QString &name);
    //! The app has shown \a code: it is in force from now on. Denied: another code.
    [[nodiscard]] base::Result<> confirm(const QString &userId, QByteArrayView code);
    [[nodiscard]] base::Result<bool> isEnrolled(const QString &userId) const;
    //! Denied: another code, or one that was good already.
    [[nodiscard]] base::Result<> check(const QString &userId, QByteArrayView code);
    //! Takes away app and recovery codes.
    [[nodiscard]] base::Result<> remove(const QString &userId);

    //! Ten fresh codes, shown once; the ones before are void.
    [[nodiscard]] base::Result<std::vector<base::Secret>> makeRecoveryCodes(const QString &userId);
    //! Denied: no such code, or used.
    [[nodiscard]] base::Result<> spendRecoveryCode(const QString &userId, QByteArrayView code);
    [[nodiscard]] base::Result<int> recoveryCodesLeft(const QString &userId) const;

private:
    struct Row
    {
        base::Secret key;
        bool isConfirmed = false;
        qint64 lastStep = 0;
    };
    [[nodiscard]] base::Result<std::optional<Row>> read(const QString &userId) const;
    [[nodiscard]] base::Result<> spend(const QString &userId, QByteArrayView code, bool confirms);

    ledger::Database &m_database;
    KeyRing &m_keys;
    const base::Clock &m_clock;
};

} // namespace authority
