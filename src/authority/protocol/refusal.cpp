// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/refusal.h"

#include <QJsonObject>

#include <algorithm>

namespace authority {

Refusal refusalFor(const base::Error &error)
{
    if (error.code == base::ErrorCode::Locked)
        return {"temporarily_unavailable", "The authority is locked.", 503, {}, 10};
    if (error.retryable == base::Retryable::Yes)
        return {"temporarily_unavailable", "The authority is busy.", 503, {}, 1};
    return {"server_error", "The authority could not answer.", 500};
}

Answer<> checkTurn(const Throttle::Allowance &allowance)
{
    if (allowance.isAllowed)
        return {};
    Refusal refusal{"temporarily_unavailable", "Too many requests: wait a moment.", 429};
    refusal.retryAfter = std::max(1, allowance.retryAfter);
    return tl::unexpected(std::move(refusal));
}

Answer<Throttle::Allowance> turnOf(Throttle &throttle,
                                   const QString &name,
                                   const Throttle::Rule &rule)
{
    TRY(const Throttle::Allowance allowance, ours(throttle.take(name, rule)));
    TRY_VOID(checkTurn(allowance));
    return allowance;
}

web::Response toResponse(const Refusal &refusal)
{
    QJsonObject body{{QStringLiteral("error"), QString::fromLatin1(refusal.error)}};
    if (!refusal.description.isEmpty())
        body.insert(QStringLiteral("error_description"), QString::fromLatin1(refusal.description));
    if (refusal.retryAfter > 0)
        body.insert(QStringLiteral("retry_after"), refusal.retryAfter);
    auto response = refusal.error.isEmpty() ? web::Response::empty(refusal.status)
                                            : web::Response::json(body, refusal.status);
    response.set("Cache-Control", "no-store");
    if (!refusal.challenge.isEmpty())
        response.set("WWW-Authenticate", refusal.challenge);
    if (refusal.retryAfter > 0)
        response.set("Retry-After", QByteArray::number(refusal.retryAfter));
    return response;
}

Refusal tokenRefusal(QByteArrayView scheme, QByteArray error, QByteArray description)
{
    Refusal refusal{std::move(error), std::move(description), 401};
    refusal.challenge = scheme.toByteArray() + " realm=\"latchkey\"";
    if (!refusal.error.isEmpty()) {
        refusal.challenge +=
            ", error=\"" + refusal.error + "\", error_description=\"" + refusal.description + '"';
    }
    if (scheme == "DPoP")
        refusal.challenge += ", algs=\"ES256 RS256 PS256 EdDSA\"";
    return refusal;
}

} // namespace authority
