// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/interaction.h"

#include <QByteArray>

namespace authority {

//! A failure in OAuth's own words (RFC 6749 5.2 and those that add to it). The description is for
//! developers: ASCII by RFC 6749, so never translated, and never with a secret in it.
struct Refusal
{
    QByteArray error = {}; //!< "invalid_grant"
    QByteArray description = {};
    int status = 400;
    QByteArray challenge = {}; //!< WWW-Authenticate; empty: none
    int retryAfter = 0; //!< seconds
};

//! A value, or OAuth's word for why not.
template<typename T = void>
using Answer = tl::expected<T, Refusal>;

[[nodiscard]] inline tl::unexpected<Refusal> refuse(QByteArray error,
                                                    QByteArray description,
                                                    int status = 400)
{
    return tl::unexpected(Refusal{std::move(error), std::move(description), status});
}

//! What a failure of our own looks like from outside: 503 while locked or busy, else 500.
[[nodiscard]] Refusal refusalFor(const base::Error &error);

//! TRY(const auto rows, ours(database.rows(…))) in a function that gives an Answer.
template<typename T>
[[nodiscard]] Answer<T> ours(base::Result<T> result)
{
    if (!result)
        return tl::unexpected(refusalFor(result.error()));
    if constexpr (std::is_void_v<T>)
        return {};
    else
        return *std::move(result);
}

//! One turn from the bucket \a name: 429 with when to come back if there is none left.
[[nodiscard]] Answer<Throttle::Allowance> turnOf(Throttle &throttle,
                                                 const QString &name,
                                                 const Throttle::Rule &rule);
//! The same of what was taken already.
[[nodiscard]] Answer<> checkTurn(const Throttle::Allowance &allowance);

//! {"error", "error_description"}, never kept by anybody.
[[nodiscard]] web::Response toResponse(const Refusal &refusal);

//! RFC 6750 3, RFC 9449 7.1: 401 with the challenge for \a scheme. Without \a error there was no
//! token at all.
[[nodiscard]] Refusal tokenRefusal(QByteArrayView scheme, QByteArray error, QByteArray description);

} // namespace authority
