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
        bool isFresh = true; //!< false: the one that was shown before
    };
    //! For whom a key is made, and what the app will show.
    struct Beginner
    {
        QString userId;
        QString holder; //!< the browser and its session, as Visitor::holder() has it
        QString issuer;
        QString name;
    };
    //! Begins with a fresh key; one that was begun before, here or elsewhere, is void. Conflict:
    //! there is one in force already.
    [[nodiscard]] base::Result<Enrolment> begin(const Beginner &beginner);
    //! After a wrong code: the same key once more for who was shown it a moment ago, else as
    //! begin().
    [[nodiscard]] base::Result<Enrolment> resume(const Beginner &beginner);
    //! The app has shown \a code: it is in force from now on. Denied: another code, or the key was
    //! not begun by \a holder in the last ten minutes.
    [[nodiscard]] base::Result<> confirm(const QString &userId,
                                         const QString &holder,
                                         QByteArrayView code);
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

    //! Forgets keys that were begun and not confirmed in time.
    [[nodiscard]] base::Result<> cleanUp();

private:
    struct Row
    {
        base::Secret key;
        QString sealed;
        bool isConfirmed = false;
        qint64 lastStep = 0;
        qint64 begunAt = 0;
        QString begunBy;
    };
    [[nodiscard]] base::Result<std::optional<Row>> read(const QString &userId) const;
    [[nodiscard]] bool isBegunBy(const Row &row, const QString &holder) const;
    [[nodiscard]] base::Result<> spend(const QString &userId, const Row &row, QByteArrayView code);
    //! Keys begun before are too old to be confirmed.
    [[nodiscard]] qint64 oldestBegun() const;

    ledger::Database &m_database;
    KeyRing &m_keys;
    const base::Clock &m_clock;
};

} // namespace authority
