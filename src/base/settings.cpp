// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/settings.h"

#include "base/atomicfile.h"
#include "base/settingvalues.h"
#include "base/toml.h"
#include "base/tomleditor.h"

#include <QCoreApplication>
#include <QProcessEnvironment>

#include <algorithm>

namespace base {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(base)
};

const QString environmentPrefix = QStringLiteral("LATCHKEY_");

//! "lock.idle_minutes" → "LATCHKEY_LOCK_IDLE_MINUTES".
QString variableOf(const QString &key)
{
    return environmentPrefix + QString(key).replace(QLatin1Char('.'), QLatin1Char('_')).toUpper();
}

//! \a place is "FILE:LINE", a variable's name or what else a person can look for.
Error wrongValue(const SettingSpec &spec, const QString &place, const QString &found)
{
    return {
        ErrorCode::InvalidInput,
        Tr::tr("%1: ‘%2’ has to be %3, not %4.").arg(place, spec.key, expectationOf(spec), found),
        Tr::tr("Correct the value, or take it out to have the built-in one.")};
}

//! All values of a file by dotted key. A table is no value, but a list of tables is.
void flatten(const TomlTable &table, const QString &prefix, QHash<QString, TomlValue> &values)
{
    for (auto it = table.cbegin(); it != table.cend(); ++it) {
        const QString key = prefix + it.key();
        if (const auto *inner = std::get_if<TomlTable>(&it->value))
            flatten(*inner, key + QLatin1Char('.'), values);
        else
            values.insert(key, *it);
    }
}

Result<QHash<QString, TomlValue>> valuesOf(const QString &fileName)
{
    QHash<QString, TomlValue> values;
    if (fileName.isEmpty())
        return values;
    const auto text = readFile(fileName);
    if (!text && text.error().code == ErrorCode::NotFound)
        return values;
    if (!text)
        return fail(text.error());
    TRY(const TomlTable table, parseToml(*text, fileName));
    flatten(table, {}, values);
    return values;
}

} // namespace

Settings::Sources Settings::sourcesOf(const Paths &paths)
{
    Sources sources;
#ifdef Q_OS_UNIX
    sources.systemFile = QStringLiteral("/etc/latchkey/config.toml");
#else
    sources.systemFile =
        qEnvironmentVariable("ProgramData") + QStringLiteral("/latchkey/config.toml");
#endif
    sources.userFile = paths.configFile();
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith(environmentPrefix))
            sources.environment.insert(name, environment.value(name));
    }
    return sources;
}

Settings::Settings(QList<SettingSpec> specs, Sources sources)
    : m_specs(std::move(specs))
    , m_sources(std::move(sources))
{
    for (const SettingSpec &spec : m_specs)
        m_values.insert(spec.key, {spec.fallback, QStringLiteral("built-in")});
}

Result<> Settings::load()
{
    QHash<QString, InForce> values;
    for (const SettingSpec &spec : m_specs)
        values.insert(spec.key, {spec.fallback, QStringLiteral("built-in")});
    QStringList warnings;
    TRY_VOID(loadFile(m_sources.systemFile, QStringLiteral("system"), values, warnings));
    TRY_VOID(loadFile(m_sources.userFile, QStringLiteral("user"), values, warnings));
    for (const SettingSpec &spec : m_specs) {
        const QString variable = variableOf(spec.key);
        TRY_VOID(
            loadText(spec, m_sources.environment, variable, QStringLiteral("environment"), values));
        TRY_VOID(loadText(
            spec, m_sources.commandLine, spec.key, QStringLiteral("command line"), values));
    }

    std::swap(m_values, values);
    m_warnings = warnings;
    for (const SettingSpec &spec : m_specs) {
        if (m_values[spec.key].value != values[spec.key].value)
            changed.announce(spec.key);
    }
    return {};
}

Result<> Settings::loadFile(const QString &fileName,
                            const QString &layer,
                            QHash<QString, InForce> &values,
                            QStringList &warnings) const
{
    TRY(auto found, valuesOf(fileName));
    for (const SettingSpec &spec : m_specs) {
        if (!found.contains(spec.key))
            continue;
        const TomlValue raw = found.take(spec.key);
        const QVariant value = asTypeOf(spec, variantOf(raw));
        if (!value.isValid() || !isAllowed(spec, value)) {
            return fail(wrongValue(spec,
                                   QStringLiteral("%1:%2").arg(fileName).arg(raw.line),
                                   value.isValid() ? shown(value) : raw.kind()));
        }
        values.insert(spec.key, {value, layer});
    }
    QStringList unknown = found.keys();
    std::sort(unknown.begin(), unknown.end(), [&found](const QString &a, const QString &b) {
        return found[a].line < found[b].line;
    });
    for (const QString &key : unknown) {
        warnings.append(
            Tr::tr("%1:%2: unknown key ‘%3’.").arg(fileName).arg(found[key].line).arg(key));
    }
    return {};
}

Result<> Settings::loadText(const SettingSpec &spec,
                            const QHash<QString, QString> &texts,
                            const QString &name,
                            const QString &layer,
                            QHash<QString, InForce> &values)
{
    const auto text = texts.constFind(name);
    if (text == texts.cend())
        return {};
    const QVariant value = variantOf(spec, *text);
    if (!value.isValid() || !isAllowed(spec, value))
        return fail(wrongValue(spec, name, QStringLiteral("‘%1’").arg(*text)));
    values.insert(spec.key, {value, layer});
    return {};
}

QVariant Settings::value(const QString &key) const
{
    const auto found = m_values.constFind(key);
    Q_ASSERT_X(found != m_values.cend(), "Settings::value", qPrintable(key));
    return found == m_values.cend() ? QVariant() : found->value;
}

QString Settings::layerOf(const QString &key) const
{
    Q_ASSERT_X(m_values.contains(key), "Settings::layerOf", qPrintable(key));
    return m_values.value(key).layer;
}

Result<> Settings::set(const QString &key, const QVariant &value)
{
    const auto spec = std::find_if(m_specs.cbegin(),
                                   m_specs.cend(),
                                   [&key](const SettingSpec &each) { return each.key == key; });
    if (spec == m_specs.cend())
        return fail(ErrorCode::NotFound, Tr::tr("There is no setting ‘%1’.").arg(key));
    const QVariant typed = asTypeOf(*spec, value);
    if (!typed.isValid() || !isAllowed(*spec, typed))
        return fail(wrongValue(*spec, Tr::tr("Settings"), shown(value)));
    if (m_sources.environment.contains(variableOf(key)) || m_sources.commandLine.contains(key)) {
        return fail(ErrorCode::Conflict,
                    Tr::tr("‘%1’ comes from the environment or the command line.").arg(key),
                    Tr::tr("Take it out there (%1) to change it here.").arg(variableOf(key)));
    }

    auto text = readFile(m_sources.userFile);
    if (!text && text.error().code != ErrorCode::NotFound)
        return fail(text.error());
    TRY(TomlEditor editor, TomlEditor::open(text.value_or(QByteArray()), m_sources.userFile));
    const qsizetype dot = key.lastIndexOf(QLatin1Char('.'));
    TRY_VOID(editor.set(key.left(std::max<qsizetype>(dot, 0)), key.mid(dot + 1), literalOf(typed)));
    TRY_VOID(writeAtomically(m_sources.userFile, editor.text()));

    const QVariant before = std::exchange(m_values[key], {typed, QStringLiteral("user")}).value;
    if (before != typed)
        changed.announce(key);
    return {};
}

} // namespace base
