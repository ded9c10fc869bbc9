// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/jsonreader.h"
#include "net/jsonwriter.h"

#include <variant>
#include <vector>

//! JSON-RPC 2.0 (https://www.jsonrpc.org/specification): requests in, answers out. What carries the
//! texts is not its business.
namespace net {

//! The codes that the specification gives (5.1).
enum class RpcCode : int {
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    InternalError = -32603
};

//! One call of a method.
struct RpcCall
{
    QString method;
    JsonValue params; //!< absent, an array or an object
    JsonValue id; //!< absent: a notification, which is never answered

    [[nodiscard]] bool isNotification() const { return id.isAbsent(); }
};

//! What was meant to be a call and is none.
struct RpcFault
{
    RpcCode code = RpcCode::InvalidRequest;
    JsonValue id; //!< absent: unknown, which is written as null
};

//! One text from the other side.
struct RpcMessage
{
    bool isBatch = false;
    std::vector<std::variant<RpcCall, RpcFault>> parts; //!< one, unless it is a batch; never none
};

//! Takes a text apart as the specification says (4, 6). Text that is not JSON, and an empty batch,
//! are one fault that is not in a batch.
[[nodiscard]] RpcMessage parseRpc(QByteArray text);

//! "Parse error", "Invalid Request", …
[[nodiscard]] QString nameOf(RpcCode code);

//! Answers. \a id absent is written as null (5).
[[nodiscard]] JsonText rpcResult(const JsonValue &id, const JsonText &result);
//! \a data is JSON; empty: none.
[[nodiscard]] JsonText rpcError(const JsonValue &id,
                                int code,
                                QStringView message,
                                const JsonText &data = {});
[[nodiscard]] JsonText rpcFault(const RpcFault &fault);
[[nodiscard]] JsonText rpcNotification(const char *method, const JsonText &params);
[[nodiscard]] JsonText rpcBatch(const std::vector<JsonText> &answers);

} // namespace net
