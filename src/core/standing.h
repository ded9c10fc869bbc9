// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "core/accountstate.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace core {

//! How an account stands, for a person. In the order of how bad it is.
enum class Standing { Valid, NoExpiry, Checking, Expiring, Expired, NeedsSignIn };

[[nodiscard]] QString nameOf(Standing standing);

//! The warning times when neither account nor setting says otherwise: 24 h, 1 h, 5 min.
[[nodiscard]] QList<std::chrono::seconds> defaultWarnBefore();

//! An access token is renewed when less than this is left (5 min).
inline constexpr std::chrono::seconds refreshMargin{300};

//! The margin for a token made for that long: refreshMargin, but at most a quarter of its life, so
//! that a token made for minutes is not renewed all the time.
[[nodiscard]] std::chrono::seconds refreshMarginOf(const QDateTime &issuedAt,
                                                   const QDateTime &expiresAt);

//! Rules. "Expiring" and "Expired" are only for what Latchkey cannot renew by itself: a renewable
//! token is Valid whatever its age, unless the sign-in is lost or it has ended and renewing fails.
//! \a warnBefore as in effectiveWarnBefore().
[[nodiscard]] Standing standingOf(const AccountState &state,
                                  const QDateTime &now,
                                  const QList<std::chrono::seconds> &warnBefore);

//! The account's own thresholds, or \a general, longest first without repeats.
[[nodiscard]] QList<std::chrono::seconds> effectiveWarnBefore(
    const Account &account, const QList<std::chrono::seconds> &general);

//! Needs a person now or soon.
[[nodiscard]] constexpr bool needsPerson(Standing standing)
{
    return standing == Standing::Expiring || standing == Standing::Expired
           || standing == Standing::NeedsSignIn;
}

//! The smallest threshold that has been reached (so the most urgent one), if the account cannot
//! renew itself and has an end in the future; what one notification a threshold is keyed by.
[[nodiscard]] std::optional<std::chrono::seconds> reachedThreshold(
    const AccountState &state, const QDateTime &now, const QList<std::chrono::seconds> &warnBefore);

//! Whether a token with this end should be renewed before it is given out.
[[nodiscard]] bool isDueForRefresh(const QDateTime &expiresAt,
                                   const QDateTime &now,
                                   std::chrono::seconds minValid = refreshMargin);

//! When the standing or the next warning can change by time alone; invalid: never.
[[nodiscard]] QDateTime nextChange(const AccountState &state,
                                   const QDateTime &now,
                                   const QList<std::chrono::seconds> &warnBefore);

} // namespace core
