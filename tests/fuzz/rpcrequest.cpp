// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/jsonrpc.h"
#include "targets.h"

#include <QJsonDocument>

namespace {

using Kind = net::JsonValue::Kind;

//! Everything that can be asked of a value.
void walk(const net::JsonValue &value)
{
    FUZZ_CHECK(!value.raw().isEmpty());
    FUZZ_CHECK(value.text().has_value() == (value.kind() == Kind::String));
    FUZZ_CHECK(value.secret().has_value() == (value.kind() == Kind::String));
    FUZZ_CHECK(!value.integer() || value.kind() == Kind::Number);
    if (const auto text = value.text()) {
        const auto secret = value.secret();
        FUZZ_CHECK(secret->expose().isValidUtf8());
        FUZZ_CHECK(QString::fromUtf8(secret->expose()) == *text);
        // What we write reads back as the same.
        net::JsonWriter writer;
        writer.secret({}, *secret);
        const net::JsonText written = writer.take();
        FUZZ_CHECK(net::JsonDocument::parse(written.view().toByteArray()).text() == *text);
    }
    if (value.kind() == Kind::Array)
        value.forEach([](const net::JsonValue &element) { walk(element); });
    if (value.kind() == Kind::Object) {
        for (qsizetype i = 0; i < std::min<qsizetype>(value.size(), 50); ++i) {
            FUZZ_CHECK(value.member(value.nameOf(i)).raw() == value.member(i).raw());
            walk(value.member(i));
        }
    }
}

} // namespace

void fuzz::rpcRequest(QByteArrayView bytes)
{
    const net::JsonValue value = net::JsonDocument::parse(bytes.toByteArray());
    if (!value.isAbsent()) {
        walk(value);
        // Qt reads whatever we do, when it takes single values at all.
        if (value.kind() == Kind::Object || value.kind() == Kind::Array)
            FUZZ_CHECK(!QJsonDocument::fromJson(bytes.toByteArray()).isNull());
    }
    const net::RpcMessage message = net::parseRpc(bytes.toByteArray());
    FUZZ_CHECK(!message.parts.empty());
    FUZZ_CHECK(message.isBatch || message.parts.size() == 1);
    for (const auto &part : message.parts) {
        if (const auto *fault = std::get_if<net::RpcFault>(&part)) {
            FUZZ_CHECK(
                !net::JsonDocument::parse(net::rpcFault(*fault).view().toByteArray()).isAbsent());
            continue;
        }
        const auto &call = std::get<net::RpcCall>(part);
        const net::JsonText answer = net::rpcResult(call.id, net::JsonText(QByteArray("{}")));
        FUZZ_CHECK(!answer.view().contains('\n') || call.id.raw().contains('\n'));
        FUZZ_CHECK(!net::JsonDocument::parse(answer.view().toByteArray()).isAbsent());
    }
}
