// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/settings.h"

#include <chrono>

namespace core {

//! Every setting of config.toml: key, built-in value, what it may be. The one list that the window,
//! the documents and `config check` are made from.
[[nodiscard]] QList<base::SettingSpec> settingSpecs();

//! The keys, so that nobody misspells one.
namespace setting {
inline const QString theme = QStringLiteral("look.theme"); // system, light, dark
inline const QString rows = QStringLiteral("look.rows"); // comfortable, compact
inline const QString motion = QStringLiteral("look.motion"); // system, full, none
inline const QString times = QStringLiteral("look.times"); // relative, clock
inline const QString language = QStringLiteral("look.language"); // system, en, de
inline const QString trayIcon = QStringLiteral("look.tray_icon"); // colour, plain
inline const QString autostart = QStringLiteral("start.with_session"); // bool
inline const QString notifySignIn = QStringLiteral("notify.needs_sign_in");
inline const QString notifyExpiry = QStringLiteral("notify.expiry");
inline const QString notifyRecovery = QStringLiteral("notify.recovered");
inline const QString warnBefore = QStringLiteral("notify.warn_before"); // ["24h", "1h", "5m"]
inline const QString quietHours = QStringLiteral("notify.quiet_hours"); // "" or "20:00-08:00"
inline const QString clipboardSeconds = QStringLiteral("clipboard.clear_seconds"); // 0: never
inline const QString lockIdleMinutes = QStringLiteral("lock.idle_minutes"); // 0: never
inline const QString lockOnSuspend = QStringLiteral("lock.on_suspend");
inline const QString lockOnScreenLock = QStringLiteral("lock.on_screen_lock");
inline const QString storeKind = QStringLiteral("store.kind"); // auto, keyring, age_file
inline const QString storeKeyFile = QStringLiteral("store.key_file");
inline const QString storeTimeoutSeconds = QStringLiteral("store.timeout_seconds");
inline const QString logLevel = QStringLiteral("log.level");
inline const QString auditKeepDays = QStringLiteral("audit.keep_days");
inline const QString auditKeepMegabytes = QStringLiteral("audit.keep_megabytes");
inline const QString networkTimeoutSeconds = QStringLiteral("network.timeout_seconds");
inline const QString consentPolicy = QStringLiteral("consent.policy"); // ask, allow, deny
inline const QString consentWaitSeconds = QStringLiteral("consent.wait_seconds");
inline const QString consentRules = QStringLiteral("consent.rules"); // docs/security.md
inline const QString consentAnswerByCli =
    QStringLiteral("consent.answer_by_cli"); // auto, always, never
inline const QString socketMaxConnections = QStringLiteral("socket.max_connections");
inline const QString socketOidcAgent = QStringLiteral("socket.oidc_agent"); // bool
inline const QString referencesCacheSeconds = QStringLiteral("references.cache_ttl_secs");
inline const QString authorityEnabled = QStringLiteral("authority.enabled");
inline const QString authorityPort = QStringLiteral("authority.port");
inline const QString authorityKeyPeriodHours = QStringLiteral("authority.key_period_hours");
inline const QString authorityRememberConsent = QStringLiteral("authority.remember_consent");
inline const QString authorityPublicUrl = QStringLiteral("authority.public_url");
inline const QString authorityMetricsPublic = QStringLiteral("authority.metrics_public");
} // namespace setting

//! "24h", "90m", "30s", "7d" → seconds.
[[nodiscard]] base::Result<std::chrono::seconds> parseSpan(const QString &text);

} // namespace core
