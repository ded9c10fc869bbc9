// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accountid.h"

#include <QDateTime>
#include <QString>

namespace core {

//! What is known of an account without opening its secret, and changes by itself: kept in the
//! database, so that a locked or ten-thousand-account start needs no keyring. All times UTC.
struct AccountState
{
    QDateTime issuedAt;
    QDateTime expiresAt; //!< of the access token or key; invalid: no expiry known
    bool renewable = false; //!< a refresh token is kept
    bool signInLost = false; //!< the provider has ended the sign-in (or there never was one)
    QString trouble; //!< last passing failure, a sentence for people; empty: none
    QDateTime troubleSince;
    QDateTime lastRefresh;
    QDateTime lastUsed;
    QString lastUsedBy; //!< program's name or "tray"
    QDateTime snoozedUntil; //!< "Remind me later"

    friend bool operator==(const AccountState &, const AccountState &) = default;
};

} // namespace core
