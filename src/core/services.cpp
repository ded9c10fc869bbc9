// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services.h"

#include "core/doctor.h"
#include "core/sops.h"
#include "core/storerestores.h"

#include <QCoreApplication>

namespace core {

AccountService::~AccountService() = default;
TokenService::~TokenService() = default;

base::Task<AccessToken> TokenService::give(TokenRequest request, std::stop_token stop)
{
    if (!request.scopes.isEmpty() || !request.audience.isEmpty())
        co_return base::fail(
            base::ErrorCode::Unsupported,
            QCoreApplication::translate("core",
                                        "%1 gives no tokens for some scopes or one audience only.")
                .arg(request.account.joined()),
            QCoreApplication::translate("core", "Ask without scopes and audience."));
    auto token = co_await take(std::move(request.account),
                               request.minValid,
                               std::move(request.actor),
                               request.kind,
                               std::move(stop));
    co_return token;
}
SignInService::~SignInService() = default;
LockService::~LockService() = default;
StoreService::~StoreService() = default;
StoreRestores::~StoreRestores() = default;

base::Task<base::Secret> StoreService::recoveryKey(base::Secret /*passphrase*/, QString /*actor*/)
{
    co_return base::fail(base::ErrorCode::Unsupported,
                         QCoreApplication::translate("core", "This store has no recovery key."));
}

ActivityService::~ActivityService() = default;
SopsService::~SopsService() = default;
DoctorService::~DoctorService() = default;

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

QString nameOf(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Ok:
        return QStringLiteral("ok");
    case Finding::Severity::Warning:
        return QStringLiteral("warning");
    case Finding::Severity::Error:
        return QStringLiteral("error");
    }
    Q_UNREACHABLE();
}

base::Task<QList<AuditEvent>> ActivityService::search(AuditFilter filter)
{
    co_return find(filter);
}

} // namespace core
