// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "policy/decision.h"
#include "policy/request.h"

#include <QByteArray>
#include <QByteArrayView>

namespace policy {

//! What POST /v1/authorize was asked.
struct AuthorizationQuestion
{
    QString requestId; //!< may be empty; given back as it came
    Request request;
};

//! Reads {"request_id", "principal", "action", "resource", "context"}. Principal and resource are
//! {"type", "id"} or User::"alice"; so is the action, or it is "Domain::verb", which becomes
//! Action::"Domain_verb" with context.action_name = "Domain::verb". A member that is not known, the
//! wrong kind or too long: InvalidInput.
[[nodiscard]] base::Result<AuthorizationQuestion> parseAuthorization(QByteArrayView body);

//! {"request_id", "decision": "Allow"|"Deny", "determining": […], "errors": […]}; errors are the
//! ids of policies (why they erred is for the log, not for the caller), or "timed_out" and the like
//! where the whole decision failed.
[[nodiscard]] QByteArray toJson(const QString &requestId, const Decision &decision);

} // namespace policy
