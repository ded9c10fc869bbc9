// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/idtoken.h"

#include <functional>

namespace oauth {

//! Verifies an id token: IdTokenVerifier::verify, or what a test has instead.
using IdTokenCheck = std::function<base::Task<IdTokenClaims>(base::Secret idToken,
                                                             core::Provider provider,
                                                             QString clientId,
                                                             QString nonce,
                                                             base::Secret accessToken,
                                                             std::stop_token stop)>;

} // namespace oauth
