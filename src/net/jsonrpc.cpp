// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/jsonrpc.h"

namespace net {

namespace {

using Kind = JsonValue::Kind;

bool isId(const JsonValue &value)
{
    const Kind kind = value.kind();
    return kind == Kind::String || kind == Kind::Number || kind == Kind::Null;
}

std::variant<RpcCall, RpcFault> callFrom(const JsonValue &value)
{
    if (value.kind() != Kind::Object)
        return RpcFault{RpcCode::InvalidRequest, {}};
    RpcCall call;
    call.id = value.member(u"id");
    const bool idIsRight = call.id.isAbsent() || isId(call.id);
    call.params = value.member(u"params");
    const Kind params = call.params.kind();
    const JsonValue method = value.member(u"method");
    if (!idIsRight || value.member(u"jsonrpc").raw() != "\"2.0\"" || method.kind() != Kind::String
        || (params != Kind::Absent && params != Kind::Array && params != Kind::Object)) {
        return RpcFault{RpcCode::InvalidRequest, idIsRight ? call.id : JsonValue()};
    }
    call.method = *method.text();
    return call;
}

RpcMessage oneFault(RpcCode code)
{
    RpcMessage message;
    message.parts.emplace_back(RpcFault{code, {}});
    return message;
}

void writeEnd(JsonWriter &writer, const JsonValue &id)
{
    writer.raw("id", id.isAbsent() ? QByteArrayView("null") : id.raw());
    writer.end();
}

} // namespace

RpcMessage parseRpc(QByteArray text)
{
    const JsonValue value = JsonDocument::parse(std::move(text));
    if (value.isAbsent())
        return oneFault(RpcCode::ParseError);
    RpcMessage message;
    if (value.kind() != Kind::Array) {
        message.parts.push_back(callFrom(value));
        return message;
    }
    if (value.size() == 0)
        return oneFault(RpcCode::InvalidRequest);
    message.isBatch = true;
    message.parts.reserve(std::size_t(value.size()));
    value.forEach(
        [&message](const JsonValue &element) { message.parts.push_back(callFrom(element)); });
    return message;
}

QString nameOf(RpcCode code)
{
    switch (code) {
    case RpcCode::ParseError:
        return QStringLiteral("Parse error");
    case RpcCode::InvalidRequest:
        return QStringLiteral("Invalid Request");
    case RpcCode::MethodNotFound:
        return QStringLiteral("Method not found");
    case RpcCode::InvalidParams:
        return QStringLiteral("Invalid params");
    case RpcCode::InternalError:
        return QStringLiteral("Internal error");
    }
    Q_UNREACHABLE();
}

JsonText rpcResult(const JsonValue &id, const JsonText &result)
{
    JsonWriter writer(result.view().size() + id.raw().size() + 64);
    writer.object().text("jsonrpc", "2.0").raw("result", result.view());
    writeEnd(writer, id);
    return writer.take();
}

JsonText rpcError(const JsonValue &id, int code, QStringView message, const JsonText &data)
{
    JsonWriter writer;
    writer.object().text("jsonrpc", "2.0").object("error");
    writer.number("code", code).text("message", message);
    if (!data.isEmpty())
        writer.raw("data", data.view());
    writer.end();
    writeEnd(writer, id);
    return writer.take();
}

JsonText rpcFault(const RpcFault &fault)
{
    return rpcError(fault.id, int(fault.code), nameOf(fault.code));
}

JsonText rpcNotification(const char *method, const JsonText &params)
{
    JsonWriter writer;
    writer.object().text("jsonrpc", "2.0").text("method", method);
    writer.raw("params", params.view()).end();
    return writer.take();
}

JsonText rpcBatch(const std::vector<JsonText> &answers)
{
    JsonWriter writer;
    writer.array();
    for (const JsonText &answer : answers)
        writer.raw({}, answer.view());
    writer.end();
    return writer.take();
}

} // namespace net
