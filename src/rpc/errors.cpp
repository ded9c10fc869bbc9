// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/errors.h"

#include "net/jsonrpc.h"
#include "rpc/words.h"

namespace rpc {

using base::ErrorCode;

int numberOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return -32001;
    case ErrorCode::Locked:
        return -32002;
    case ErrorCode::Denied:
        return -32003;
    case ErrorCode::SignInRequired:
        return -32004;
    case ErrorCode::Expired:
        return -32005;
    case ErrorCode::Unreachable:
        return -32006;
    case ErrorCode::TimedOut:
        return -32007;
    case ErrorCode::ToolFailed:
        return -32008;
    case ErrorCode::Conflict:
        return -32009;
    case ErrorCode::Corrupt:
        return -32010;
    case ErrorCode::Unsupported:
        return -32011;
    case ErrorCode::Cancelled:
        return -32012;
    case ErrorCode::InvalidInput:
        return int(net::RpcCode::InvalidParams);
    case ErrorCode::Internal:
        return int(net::RpcCode::InternalError);
    }
    Q_UNREACHABLE();
}

net::JsonText errorAnswer(const net::JsonValue &id,
                          const base::Error &error,
                          const core::AccountId &account)
{
    net::JsonWriter data;
    data.object().text("code", base::nameOf(error.code)).text("remedy", error.remedy);
    data.flag("retryable", error.retryable == base::Retryable::Yes);
    if (!account.isEmpty())
        data.text("service", account.service).text("account", account.account);
    return net::rpcError(id, numberOf(error.code), error.message, data.end().take());
}

net::JsonText busyAnswer(const net::JsonValue &id, const QString &message)
{
    net::JsonWriter data;
    data.object().text("code", "busy").text("remedy", Words::tr("Try again in a moment."));
    return net::rpcError(id, busyNumber, message, data.flag("retryable", true).end().take());
}

net::JsonText faultAnswer(const net::JsonValue &id,
                          int number,
                          const QString &message,
                          const QString &code)
{
    net::JsonWriter data;
    data.object().text("code", code).text("remedy", {}).flag("retryable", false).end();
    return net::rpcError(id, number, message, data.take());
}

void writeError(net::JsonWriter &writer, QByteArrayView name, const base::Error &error)
{
    writer.object(name).number("number", numberOf(error.code));
    writer.text("code", base::nameOf(error.code)).text("message", error.message);
    writer.text("remedy", error.remedy).end();
}

} // namespace rpc
