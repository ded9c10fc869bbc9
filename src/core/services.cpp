// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services.h"

namespace core {

AccountService::~AccountService() = default;
TokenService::~TokenService() = default;
SignInService::~SignInService() = default;
LockService::~LockService() = default;
StoreService::~StoreService() = default;
ActivityService::~ActivityService() = default;

QString nameOf(StoreKind kind)
{
    switch (kind) {
    case StoreKind::Keyring:
        return QStringLiteral("keyring");
    case StoreKind::AgeFile:
        return QStringLiteral("age_file");
    case StoreKind::Memory:
        return QStringLiteral("memory");
    }
    Q_UNREACHABLE();
}

base::Task<QList<AuditEvent>> ActivityService::search(AuditFilter filter)
{
    co_return find(filter);
}

} // namespace core
