// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/methods/subjects.h"
#include "rpc/server.h"

namespace rpc {

namespace {

//! With a program set the service asks for the owner's consent where our own key opens the file.
core::SopsRequest requestOf(const Call &call)
{
    core::SopsRequest request;
    request.path = call.params.text("path");
    request.format = call.params.text("format");
    request.program = call.caller->program;
    request.traceId = call.traceId;
    if (call.params.takes("age_keys") && call.params.has("age_keys"))
        request.ageKeys = std::make_shared<const base::Secret>(call.params.secret("age_keys"));
    return request;
}

net::JsonText nothing()
{
    net::JsonWriter writer;
    writer.object();
    return writer.end().take();
}

[[nodiscard]] base::Task<net::JsonText> decrypt(CallPointer call)
{
    const core::SopsRequest request = requestOf(*call);
    const std::stop_token stop = call->stop;
    if (call->params.flag("in_place")) {
        CO_TRY_VOID(co_await call->needs.sops.decryptInPlace(request, stop));
        co_return nothing();
    }
    const QString extract = call->params.text("extract");
    const QString outputFormat = call->params.text("output_format");
    CO_TRY(const core::SopsPlain plain,
           co_await call->needs.sops.decrypt(request, extract, outputFormat, stop));
    net::JsonWriter writer(qsizetype(2 * plain.text.size()) + 256);
    writer.object();
    if (plain.text.expose().isValidUtf8()) {
        writer.secret("text", plain.text);
    } else {
        QByteArray encoded = plain.text.expose().toByteArray().toBase64();
        const base::Secret text = base::Secret::take(std::move(encoded));
        writer.secret("text", text).text("encoding", "base64");
    }
    writer.text("mark", QString::fromLatin1(plain.mark));
    co_return writer.end().take();
}

[[nodiscard]] base::Task<net::JsonText> encrypt(CallPointer call)
{
    const core::SopsRequest request = requestOf(*call);
    const core::SopsRecipients recipients{call->params.texts("age"), call->params.texts("pgp")};
    const std::stop_token stop = call->stop;
    if (call->params.flag("in_place")) {
        CO_TRY_VOID(co_await call->needs.sops.encryptInPlace(request, recipients, stop));
        co_return nothing();
    }
    CO_TRY(const QByteArray text, co_await call->needs.sops.encrypt(request, recipients, stop));
    net::JsonWriter writer(2 * text.size() + 256);
    writer.object().text("text", QString::fromUtf8(text));
    co_return writer.end().take();
}

[[nodiscard]] base::Task<net::JsonText> set(CallPointer call)
{
    const core::SopsRequest request = requestOf(*call);
    const QString key = call->params.text("key");
    base::Secret value = call->params.secret("value");
    const std::stop_token stop = call->stop;
    CO_TRY_VOID(co_await call->needs.sops.set(request, key, std::move(value), stop));
    co_return nothing();
}

[[nodiscard]] base::Task<net::JsonText> replace(CallPointer call)
{
    const core::SopsRequest request = requestOf(*call);
    base::Secret plain = call->params.secret("text");
    const QByteArray mark = call->params.text("mark").toLatin1();
    const std::stop_token stop = call->stop;
    CO_TRY_VOID(co_await call->needs.sops.replace(request, std::move(plain), mark, stop));
    co_return nothing();
}

[[nodiscard]] base::Task<net::JsonText> info(CallPointer call)
{
    CO_TRY(const core::SopsFacts facts, call->needs.sops.info(requestOf(*call)));
    net::JsonWriter writer;
    writer.object()
        .flag("encrypted", facts.isEncrypted)
        .text("format", facts.format)
        .texts("age", facts.age)
        .texts("pgp", facts.pgp)
        .texts("services", facts.services)
        .text("rule", facts.rule)
        .text("pattern", facts.pattern)
        .time("last_modified", facts.lastModified);
    co_return writer.end().take();
}

Param path()
{
    return {.name = QStringLiteral("path"),
            .summary = QStringLiteral("The file, from the root on.")};
}

Param format()
{
    return {.name = QStringLiteral("format"),
            .presence = Presence::Optional,
            .summary = QStringLiteral("What the file is, where its name does not say it."),
            .choices = {QStringLiteral("yaml"),
                        QStringLiteral("json"),
                        QStringLiteral("dotenv"),
                        QStringLiteral("ini"),
                        QStringLiteral("binary")}};
}

Param optional(const char *name, ParamType type, const char *summary)
{
    return {.name = QString::fromLatin1(name),
            .type = type,
            .presence = Presence::Optional,
            .summary = QString::fromLatin1(summary)};
}

Param inPlace()
{
    return optional("in_place", ParamType::Flag, "Replace the file instead of giving its text.");
}

Param ageKeys()
{
    return optional("age_keys", ParamType::Secret, "Age identities to try first, one a line.");
}

} // namespace

QList<Method> sopsMethods()
{
    Param outputFormat = format();
    outputFormat.name = QStringLiteral("output_format");
    outputFormat.summary = QStringLiteral("Another format than the file's.");
    return {
        {.name = QStringLiteral("sops.decrypt"),
         .summary = QStringLiteral("The plain text of a SOPS file, or one value of it."),
         .params = {path(),
                    optional("extract",
                             ParamType::Text,
                             "One value only: [\"database\"][\"password\"]."),
                    outputFormat,
                    inPlace(),
                    format(),
                    ageKeys()},
         .result = QStringLiteral("{text, mark, encoding?}, with in_place {}"),
         .run = decrypt},
        {.name = QStringLiteral("sops.encrypt"),
         .summary = QStringLiteral("The encrypted text of a plain file."),
         .params = {path(),
                    optional("age", ParamType::Texts, "Recipients; without any .sops.yaml says."),
                    optional("pgp", ParamType::Texts, "Fingerprints."),
                    inPlace(),
                    format()},
         .result = QStringLiteral("{text}, with in_place {}"),
         .run = encrypt},
        {.name = QStringLiteral("sops.set"),
         .summary = QStringLiteral("Sets one value of a SOPS file, or removes it."),
         .params = {path(),
                    {.name = QStringLiteral("key"),
                     .summary = QStringLiteral("Which one: [\"database\"][\"password\"].")},
                    optional("value", ParamType::Secret, "As JSON; without one it is removed."),
                    format(),
                    ageKeys()},
         .result = QStringLiteral("{}"),
         .run = set},
        {.name = QStringLiteral("sops.replace"),
         .summary = QStringLiteral("Takes the whole plain text of a SOPS file from an editor."),
         .params = {path(),
                    {.name = QStringLiteral("text"),
                     .type = ParamType::Secret,
                     .summary = QStringLiteral("The new plain text.")},
                    optional("mark",
                             ParamType::Text,
                             "Of sops.decrypt: conflict when the file is another by now."),
                    format(),
                    ageKeys()},
         .result = QStringLiteral("{}"),
         .run = replace},
        {.name = QStringLiteral("sops.info"),
         .summary = QStringLiteral("For whom a SOPS file is encrypted, and by which rule."),
         .params = {path(), format()},
         .result = QStringLiteral(
             "{encrypted, format, age, pgp, services, rule, pattern, last_modified}"),
         .asking = Asking::Anybody,
         .run = info},
    };
}

} // namespace rpc
