// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! Keys of settings that only the authority's protocol knows; the list is settingSpecs().
namespace core::setting {
//! Hours until a client that registered itself and was never used is removed; 0: never.
inline const QString authorityUnusedClientHours = QStringLiteral("authority.unused_client_hours");
inline const QString authorityRequireDpopNonce = QStringLiteral("authority.require_dpop_nonce");
//! Whether a forbid that cannot be evaluated denies; else it is left out, as in Cedar itself.
inline const QString authorityStrictPolicies = QStringLiteral("authority.strict_policies");
//! Networks of proxies whose X-Forwarded-* are believed, with blanks between.
inline const QString authorityTrustedProxies = QStringLiteral("authority.trusted_proxies");
} // namespace core::setting
