// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standing.h"

#include <algorithm>

namespace core {

using std::chrono::seconds;

QString nameOf(Standing standing)
{
    switch (standing) {
    case Standing::Valid:
        return QStringLiteral("valid");
    case Standing::NoExpiry:
        return QStringLiteral("no_expiry");
    case Standing::Checking:
        return QStringLiteral("checking");
    case Standing::Expiring:
        return QStringLiteral("expiring");
    case Standing::Expired:
        return QStringLiteral("expired");
    case Standing::NeedsSignIn:
        return QStringLiteral("needs_sign_in");
    }
    Q_UNREACHABLE();
}

QList<seconds> defaultWarnBefore()
{
    return {std::chrono::hours(24), std::chrono::hours(1), std::chrono::minutes(5)};
}

QList<seconds> effectiveWarnBefore(const Account &account, const QList<seconds> &general)
{
    QList<seconds> spans = account.warnBefore.isEmpty() ? general : account.warnBefore;
    std::sort(spans.begin(), spans.end(), std::greater<>());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
    return spans;
}

Standing standingOf(const AccountState &state,
                    const QDateTime &now,
                    const QList<seconds> &warnBefore)
{
    if (state.signInLost)
        return Standing::NeedsSignIn;
    if (!state.expiresAt.isValid())
        return Standing::NoExpiry;
    // A renewable token that has ended is renewed when somebody asks; only when that keeps failing
    // has it really ended.
    if (state.renewable)
        return state.expiresAt <= now && !state.trouble.isEmpty() ? Standing::Expired
                                                                  : Standing::Valid;
    if (state.expiresAt <= now)
        return Standing::Expired;
    return reachedThreshold(state, now, warnBefore) ? Standing::Expiring : Standing::Valid;
}

std::optional<seconds> reachedThreshold(const AccountState &state,
                                        const QDateTime &now,
                                        const QList<seconds> &warnBefore)
{
    if (state.renewable || state.signInLost || !state.expiresAt.isValid() || state.expiresAt <= now)
        return {};
    // A token made for ten minutes is not "expiring in 24 h" from its first second on.
    const qint64 left = now.msecsTo(state.expiresAt);
    const qint64 whole = state.issuedAt.isValid() ? state.issuedAt.msecsTo(state.expiresAt) : 0;
    std::optional<seconds> reached;
    for (const seconds span : warnBefore) {
        const qint64 early = span.count() * 1000;
        const bool longEnough = whole <= 0 || early < whole;
        if (left <= early && longEnough && (!reached || span < *reached))
            reached = span;
    }
    return reached;
}

seconds refreshMarginOf(const QDateTime &issuedAt, const QDateTime &expiresAt)
{
    if (!issuedAt.isValid() || !expiresAt.isValid())
        return refreshMargin;
    return std::clamp(seconds(issuedAt.secsTo(expiresAt) / 4), seconds(0), refreshMargin);
}

bool isDueForRefresh(const QDateTime &expiresAt, const QDateTime &now, seconds minValid)
{
    return expiresAt.isValid() && now.addSecs(minValid.count()) >= expiresAt;
}

QDateTime nextChange(const AccountState &state,
                     const QDateTime &now,
                     const QList<seconds> &warnBefore)
{
    if (state.signInLost || !state.expiresAt.isValid())
        return {};
    if (state.renewable) {
        const QDateTime due = state.expiresAt.addSecs(-refreshMargin.count());
        return due > now ? due : QDateTime();
    }
    QDateTime next = state.expiresAt > now ? state.expiresAt : QDateTime();
    for (const seconds span : warnBefore) {
        const QDateTime at = state.expiresAt.addSecs(-span.count());
        if (at > now && (!next.isValid() || at < next))
            next = at;
    }
    return next;
}

} // namespace core
