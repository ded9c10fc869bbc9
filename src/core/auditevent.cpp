// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auditevent.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace core {

namespace {

constexpr std::array auditKinds{
    std::pair{AuditKind::AccountAdded, "account_added"},
    std::pair{AuditKind::AccountChanged, "account_changed"},
    std::pair{AuditKind::AccountRemoved, "account_removed"},
    std::pair{AuditKind::SignInStarted, "sign_in_started"},
    std::pair{AuditKind::SignInFailed, "sign_in_failed"},
    std::pair{AuditKind::TokenIssued, "token_issued"},
    std::pair{AuditKind::TokenCopied, "token_copied"},
    std::pair{AuditKind::TokenRefreshed, "token_refreshed"},
    std::pair{AuditKind::TokenRefused, "token_refused"},
    std::pair{AuditKind::TokenRevoked, "token_revoked"},
    std::pair{AuditKind::StoreChanged, "store_changed"},
    std::pair{AuditKind::Locked, "locked"},
    std::pair{AuditKind::Unlocked, "unlocked"},
    std::pair{AuditKind::ConsentGiven, "consent_given"},
    std::pair{AuditKind::ConsentRefused, "consent_refused"},
    std::pair{AuditKind::ConsentRevoked, "consent_revoked"},
    std::pair{AuditKind::CallerRefused, "caller_refused"},
    std::pair{AuditKind::SettingChanged, "setting_changed"},
    std::pair{AuditKind::KeyExported, "key_exported"},
};

constexpr std::array auditOutcomes{
    std::pair{AuditOutcome::Done, "done"},
    std::pair{AuditOutcome::Failed, "failed"},
    std::pair{AuditOutcome::Refused, "refused"},
};

template<typename Table, typename Value>
QString wordFor(const Table &table, Value value)
{
    for (const auto &[known, word] : table) {
        if (known == value)
            return QLatin1String(word);
    }
    Q_UNREACHABLE();
}

template<typename Value, typename Table>
base::Result<Value> valueFor(const Table &table, const QString &name)
{
    for (const auto &[value, word] : table) {
        if (QLatin1String(word) == name)
            return value;
    }
    return base::fail(base::ErrorCode::InvalidInput,
                      QCoreApplication::translate("core", "The record knows no ‘%1’.").arg(name));
}

} // namespace

QString nameOf(AuditKind kind)
{
    return wordFor(auditKinds, kind);
}

QString nameOf(AuditOutcome outcome)
{
    return wordFor(auditOutcomes, outcome);
}

base::Result<AuditKind> auditKindFrom(const QString &name)
{
    return valueFor<AuditKind>(auditKinds, name);
}

base::Result<AuditOutcome> auditOutcomeFrom(const QString &name)
{
    return valueFor<AuditOutcome>(auditOutcomes, name);
}

} // namespace core
