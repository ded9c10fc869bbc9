// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "core/accountid.h"
#include "net/jsonreader.h"
#include "net/jsonwriter.h"

namespace rpc {

//! The agent can take no more at this moment: connections, or answers of one batch.
inline constexpr int busyNumber = -32013;

//! The number of an error on the wire (docs/api.md, "Errors").
[[nodiscard]] int numberOf(base::ErrorCode code);

//! The answer to a call that failed: {code, message, data: {code, remedy, retryable, service?,
//! account?}}.
[[nodiscard]] net::JsonText errorAnswer(const net::JsonValue &id,
                                        const base::Error &error,
                                        const core::AccountId &account = {});
[[nodiscard]] net::JsonText busyAnswer(const net::JsonValue &id, const QString &message);
[[nodiscard]] net::JsonText faultAnswer(const net::JsonValue &id,
                                        int number,
                                        const QString &message,
                                        const QString &code);

//! The members of `data`, for notifications that tell of an error.
void writeError(net::JsonWriter &writer, QByteArrayView name, const base::Error &error);

} // namespace rpc
