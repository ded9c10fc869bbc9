// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! Keys of settings that only the authority's protocol knows; the list is settingSpecs().
namespace core::setting {
//! Hours until a client that registered itself and was never used is removed; 0: never.
inline const QString authorityUnusedClientHours = QStringLiteral("authority.unused_client_hours");
inline const QString authorityRequireDpopNonce = QStringLiteral("authority.require_dpop_nonce");
} // namespace core::setting
