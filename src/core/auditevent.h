// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accountid.h"

#include <QDateTime>
#include <QString>

namespace core {

//! What happened. Names as in the audit log: "account_added", "token_copied", …
enum class AuditKind {
    AccountAdded,
    AccountChanged,
    AccountRemoved,
    SignInStarted,
    SignInFailed,
    TokenIssued,
    TokenCopied,
    TokenRefreshed,
    TokenRefused,
    TokenRevoked,
    StoreChanged,
    Locked,
    Unlocked,
    ConsentGiven,
    ConsentRefused,
    ConsentRevoked,
    CallerRefused,
    SettingChanged,
    KeyExported
};

enum class AuditOutcome { Done, Failed, Refused };

[[nodiscard]] QString nameOf(AuditKind kind);
[[nodiscard]] QString nameOf(AuditOutcome outcome);
[[nodiscard]] base::Result<AuditKind> auditKindFrom(const QString &name);
[[nodiscard]] base::Result<AuditOutcome> auditOutcomeFrom(const QString &name);

//! One line of the record: who, what, when, with what outcome. Never a secret.
struct AuditEvent
{
    qint64 sequence = 0; //!< given by the log
    QDateTime at; //!< UTC; given by the log when invalid
    AuditKind kind = AuditKind::AccountChanged;
    QString actor; //!< "tray", "window", "scheduler", a program's name
    AccountId account; //!< empty: not about one account
    AuditOutcome outcome = AuditOutcome::Done;
    QString detail; //!< a short sentence or error code
    QString traceId;

    friend bool operator==(const AuditEvent &, const AuditEvent &) = default;
};

//! Which lines one wants to see.
struct AuditFilter
{
    QList<AuditKind> kinds; //!< empty: all
    QList<AuditOutcome> outcomes; //!< empty: all
    AccountId account; //!< empty: all
    QString search; //!< in actor, account and detail; empty: all
    QDateTime since;
    qint64 before = 0; //!< only sequences below; 0: from the newest
    int limit = 200;
};

} // namespace core
