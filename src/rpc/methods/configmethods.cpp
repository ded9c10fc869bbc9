// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"
#include "core/actorscope.h"
#include "rpc/methods/subjects.h"
#include "rpc/server.h"
#include "rpc/words.h"

#include <algorithm>

namespace rpc {

namespace {

using base::ErrorCode;
using Kind = net::JsonValue::Kind;

void writeValue(net::JsonWriter &writer, const QString &key, const QVariant &value)
{
    const QByteArray name = key.toUtf8();
    switch (value.typeId()) {
    case QMetaType::Bool:
        writer.flag(name, value.toBool());
        break;
    case QMetaType::LongLong:
        writer.number(name, value.toLongLong());
        break;
    case QMetaType::QStringList:
        writer.texts(name, value.toStringList());
        break;
    default:
        writer.text(name, value.toString());
    }
}

base::Result<base::SettingSpec> specOf(const Call &call)
{
    const QString key = call.params.text("key");
    const QList<base::SettingSpec> &specs = call.needs.settings.specs();
    const auto found = std::find_if(
        specs.begin(), specs.end(), [&key](const auto &spec) { return spec.key == key; });
    if (found != specs.end())
        return *found;
    return base::fail(ErrorCode::NotFound,
                      Words::tr("There is no setting ‘%1’.").arg(key.left(64)),
                      Words::tr("`latchkey config get` lists them."));
}

[[nodiscard]] base::Task<net::JsonText> getConfig(CallPointer call)
{
    const base::Settings &settings = call->needs.settings;
    QList<base::SettingSpec> specs = settings.specs();
    if (call->params.has("key")) {
        CO_TRY(const base::SettingSpec spec, specOf(*call));
        specs = {spec};
    }
    net::JsonWriter writer;
    writer.object().object("values");
    for (const base::SettingSpec &spec : std::as_const(specs))
        writeValue(writer, spec.key, settings.value(spec.key));
    writer.end().object("layers");
    for (const base::SettingSpec &spec : std::as_const(specs))
        writer.text(spec.key.toUtf8(), settings.layerOf(spec.key));
    co_return writer.end().end().take();
}

//! Typed JSON, or the text that a command line has; Settings checks the rest.
base::Result<QVariant> valueFor(const base::SettingSpec &spec, const net::JsonValue &given)
{
    const QString text = given.text().value_or(QString());
    const bool isText = given.kind() == Kind::String;
    const auto wrong = [&spec](const QString &expected) {
        return base::fail(ErrorCode::InvalidInput,
                          Words::tr("%1: %2 is expected.").arg(spec.key, expected));
    };
    switch (spec.fallback.typeId()) {
    case QMetaType::Bool:
        if (given.kind() == Kind::True || text == QLatin1String("true"))
            return QVariant(true);
        if (given.kind() == Kind::False || text == QLatin1String("false"))
            return QVariant(false);
        return wrong(Words::tr("true or false"));
    case QMetaType::LongLong: {
        bool isNumber = false;
        const qint64 typed = text.toLongLong(&isNumber);
        if (isText && isNumber)
            return QVariant(typed);
        if (const auto number = given.integer())
            return QVariant(*number);
        return wrong(Words::tr("a whole number"));
    }
    case QMetaType::QStringList: {
        if (isText) {
            QStringList parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
            for (QString &part : parts)
                part = part.trimmed();
            return QVariant(parts);
        }
        if (given.kind() != Kind::Array)
            return wrong(Words::tr("an array of strings"));
        QStringList parts;
        given.forEach([&parts](const net::JsonValue &element) {
            parts += element.text().value_or(QString());
        });
        return QVariant(parts);
    }
    default:
        return isText ? base::Result<QVariant>(QVariant(text)) : wrong(Words::tr("a string"));
    }
}

//! Else a program would give itself what it must ask for, or take the record and the lock away.
bool isGuarded(const QString &key)
{
    static const QStringList sections{QStringLiteral("consent."),
                                      QStringLiteral("audit."),
                                      QStringLiteral("lock."),
                                      QStringLiteral("store."),
                                      QStringLiteral("authority."),
                                      QStringLiteral("socket.")};
    return std::any_of(sections.begin(), sections.end(), [&key](const QString &section) {
        return key.startsWith(section);
    });
}

[[nodiscard]] base::Task<net::JsonText> setConfig(CallPointer call)
{
    CO_TRY(const base::SettingSpec spec, specOf(*call));
    if (isGuarded(spec.key) && !call->mayDecide()) {
        co_return base::fail(
            ErrorCode::Denied,
            Words::tr("Programs cannot decide about programs here."),
            Words::tr("Change %1 in Latchkey's window or in config.toml.").arg(spec.key));
    }
    CO_TRY(const QVariant value, valueFor(spec, call->params.value("value")));
    {
        const core::ActorScope by(call->actor()); // who listens to changes records them
        const base::TraceScope trace(call->traceId);
        CO_TRY_VOID(call->needs.settings.set(spec.key, value));
    }
    net::JsonWriter writer;
    writer.object();
    writeValue(writer, QStringLiteral("value"), call->needs.settings.value(spec.key));
    co_return writer.end().take();
}

//! Looks at the files as they are now; what is in force stays.
[[nodiscard]] base::Task<net::JsonText> checkConfig(CallPointer call)
{
    const Needs &needs = call->needs;
    base::Settings read(needs.settings.specs(), base::Settings::sourcesOf(needs.paths));
    const auto loaded = read.load();
    QStringList warnings = read.warnings();
    if (needs.warnings)
        warnings += needs.warnings();
    net::JsonWriter writer;
    writer.object().flag("valid", loaded.has_value()).texts("warnings", warnings);
    if (loaded)
        writer.null("error");
    else
        writer.text("error", loaded.error().message);
    co_return writer.end().take();
}

[[nodiscard]] base::Task<net::JsonText> reloadConfig(CallPointer call)
{
    const Needs &needs = call->needs;
    CO_TRY_VOID(needs.reload ? needs.reload() : needs.settings.load());
    net::JsonWriter writer;
    writer.object().texts("warnings", needs.settings.warnings());
    co_return writer.end().take();
}

Param keyParam(Presence presence)
{
    return {.name = QStringLiteral("key"),
            .presence = presence,
            .summary = QStringLiteral("The setting: lock.idle_minutes.")};
}

} // namespace

QList<Method> configMethods()
{
    return {
        {.name = QStringLiteral("config.get"),
         .summary = QStringLiteral("Gives the settings in force and where each comes from."),
         .params = {keyParam(Presence::Optional)},
         .result = QStringLiteral("{values: {key: value}, layers: {key: layer}}"),
         .asking = Asking::Anybody,
         .run = getConfig},
        {.name = QStringLiteral("config.set"),
         .summary = QStringLiteral("Changes a setting in the user's config.toml."),
         .params = {keyParam(Presence::Required),
                    {.name = QStringLiteral("value"),
                     .type = ParamType::Any,
                     .summary = QStringLiteral("The value, or its text.")}},
         .result = QStringLiteral("{value}"),
         .run = setConfig},
        {.name = QStringLiteral("config.check"),
         .summary = QStringLiteral("Looks for mistakes in the files without using them."),
         .params = {},
         .result = QStringLiteral("{valid, warnings: [text], error}"),
         .asking = Asking::Anybody,
         .run = checkConfig},
        {.name = QStringLiteral("config.reload"),
         .summary = QStringLiteral("Reads the files again."),
         .params = {},
         .result = QStringLiteral("{warnings: [text]}"),
         .run = reloadConfig},
    };
}

} // namespace rpc
