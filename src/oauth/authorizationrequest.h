// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "core/provider.h"

#include <QUrl>

namespace oauth {

//! One authorization request: the page to open, and what its answer and the exchange are held
//! against.
struct AuthorizationRequest
{
    QUrl page;
    QString redirectUri;
    QString state;
    QString nonce; //!< empty: no OpenID
    base::Secret verifier; //!< PKCE; empty: the provider refuses it
};

//! Makes a request with fresh state, nonce and PKCE verifier (RFC 6749 4.1.1, RFC 7636 4.3, OIDC
//! Core 3.1.2.1). The address is built by Qt Network Auth; what 6.4 does not know goes in through
//! its modifyParametersFunction.
[[nodiscard]] AuthorizationRequest makeAuthorizationRequest(const core::Provider &provider,
                                                            const QString &clientId,
                                                            const QStringList &scopes,
                                                            const QString &redirectUri);

} // namespace oauth
