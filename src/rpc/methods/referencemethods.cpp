// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/methods/subjects.h"
#include "rpc/server.h"

namespace rpc {

namespace {

//! The account whose token \a text is a reference to; unset: it is something else.
std::optional<core::AccountId> tokenAccount(const QString &text)
{
    const auto reference = core::Reference::parse(text);
    if (!reference || reference->target.type != QLatin1String("token"))
        return {};
    return reference->target.account;
}

[[nodiscard]] base::Task<net::JsonText> resolve(CallPointer call)
{
    core::ReferenceRequest request;
    request.text = call->params.text("reference");
    request.actor = call->actor();
    request.folder = call->params.text("folder");
    // With a program set the resolver asks for the owner's consent, account by account.
    request.program = call->caller->program;
    request.traceId = call->traceId;
    const auto account = tokenAccount(request.text);
    const std::stop_token stop = call->stop;
    CO_TRY(const base::Secret value,
           co_await call->needs.references.resolve(std::move(request), stop));
    net::JsonWriter writer(qsizetype(3 * value.size()) + 256);
    writer.object().text("type", account ? "token" : "value");
    if (!value.expose().isValidUtf8()) {
        QByteArray encoded = value.expose().toByteArray().toBase64();
        const base::Secret text = base::Secret::take(std::move(encoded));
        writer.secret("value", text).text("encoding", "base64");
        co_return writer.end().take();
    }
    writer.secret("value", value);
    if (account) {
        const auto view = call->needs.accounts.find(*account);
        writer.secret("access_token", value).secret("token", value).text("token_type", "Bearer");
        writer.time("expires_at", view ? view->state.expiresAt : QDateTime());
    }
    co_return writer.end().take();
}

} // namespace

QList<Method> referenceMethods()
{
    return {
        {.name = QStringLiteral("resolve"),
         .summary = QStringLiteral("Replaces every reference in a text by its value."),
         .params = {{.name = QStringLiteral("reference"),
                     .summary = QStringLiteral(
                         "A reference, or a text with several: auth://github/work/token."),
                     .longest = 1024 * 1024},
                    {.name = QStringLiteral("folder"),
                     .presence = Presence::Optional,
                     .summary = QStringLiteral("Where relative paths begin.")}},
         .result = QStringLiteral("{type, value, encoding?} and for a token {access_token, token, "
                                  "token_type, expires_at}"),
         .run = resolve},
    };
}

} // namespace rpc
