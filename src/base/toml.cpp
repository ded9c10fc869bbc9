// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/toml.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>
#include <string_view>
#include <toml++/toml.h>
#include <type_traits>

namespace base {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(base)
};

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QDate dateOf(const toml::date &date)
{
    return {date.year, date.month, date.day};
}

QTime timeOf(const toml::time &time)
{
    return {time.hour, time.minute, time.second, static_cast<int>(time.nanosecond / 1'000'000)};
}

QDateTime dateTimeOf(const toml::date_time &both)
{
    const QDateTime utc(dateOf(both.date), timeOf(both.time), Qt::UTC);
    return both.offset ? utc.addSecs(-60 * qint64(both.offset->minutes)) : utc;
}

TomlTable tableOf(const toml::table &source);

TomlValue valueOf(const toml::node &node)
{
    TomlValue result;
    result.line = static_cast<int>(node.source().begin.line);
    result.column = static_cast<int>(node.source().begin.column);
    node.visit([&result](const auto &value) {
        using Kind = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<Kind, toml::table>) {
            result.value = tableOf(value);
        } else if constexpr (std::is_same_v<Kind, toml::array>) {
            TomlArray items;
            items.reserve(static_cast<qsizetype>(value.size()));
            for (const toml::node &item : value)
                items.append(valueOf(item));
            result.value = items;
        } else if constexpr (std::is_same_v<Kind, toml::value<std::string>>) {
            result.value = textOf(value.get());
        } else if constexpr (std::is_same_v<Kind, toml::value<int64_t>>) {
            result.value = qint64(value.get());
        } else if constexpr (std::is_same_v<Kind, toml::value<double>>) {
            result.value = value.get();
        } else if constexpr (std::is_same_v<Kind, toml::value<bool>>) {
            result.value = value.get();
        } else if constexpr (std::is_same_v<Kind, toml::value<toml::date>>) {
            result.value = QDateTime(dateOf(value.get()), QTime(0, 0), Qt::UTC);
        } else if constexpr (std::is_same_v<Kind, toml::value<toml::time>>) {
            // A time of day has no type of its own here; "22:30:00" is how it is written anyway.
            result.value = timeOf(value.get()).toString(Qt::ISODate);
        } else {
            result.value = dateTimeOf(value.get());
        }
    });
    return result;
}

TomlTable tableOf(const toml::table &source)
{
    TomlTable table;
    for (const auto &[key, node] : source)
        table.insert(textOf(key.str()), valueOf(node));
    return table;
}

//! Whether a dotted key is so long that building (and freeing) its tables would eat the stack.
bool nestsTooDeep(QByteArrayView text)
{
    constexpr int mostParts = 500;
    int parts = 0;
    for (const char c : text) {
        if (c == '.')
            ++parts;
        else if (QByteArrayView("\n,=[]{}#").contains(c))
            parts = 0;
        if (parts > mostParts)
            return true;
    }
    return false;
}

Error complaint(const QString &fileName,
                const QString &key,
                const TomlValue &value,
                const QString &expected)
{
    return {ErrorCode::InvalidInput,
            Tr::tr("%1:%2:%3: ‘%4’ has to be %5; it is %6.")
                .arg(fileName)
                .arg(value.line)
                .arg(value.column)
                .arg(key, expected, value.kind()),
            Tr::tr("Correct that line.")};
}

//! The value of one kind, or what stands there instead.
template<typename T>
Result<T> typed(const TomlTable &table,
                const QString &key,
                const QString &fileName,
                const T &fallback,
                const QString &expected)
{
    const auto found = table.constFind(key);
    if (found == table.cend())
        return fallback;
    if (const T *value = std::get_if<T>(&found->value))
        return *value;
    return fail(complaint(fileName, key, *found, expected));
}

QString kindOf(const TomlValue::Alternatives &value)
{
    struct Name
    {
        QString operator()(std::monostate) const { return Tr::tr("nothing"); }
        QString operator()(bool) const { return Tr::tr("true or false"); }
        QString operator()(qint64) const { return Tr::tr("a whole number"); }
        QString operator()(double) const { return Tr::tr("a decimal number"); }
        QString operator()(const QString &) const { return Tr::tr("a string"); }
        QString operator()(const QDateTime &) const { return Tr::tr("a date"); }
        QString operator()(const TomlArray &) const { return Tr::tr("a list"); }
        QString operator()(const TomlTable &) const { return Tr::tr("a table"); }
    };
    return std::visit(Name(), value);
}

} // namespace

QString TomlValue::kind() const
{
    return kindOf(value);
}

Result<TomlTable> parseToml(QByteArrayView text, const QString &fileName)
{
    const QString remedy = Tr::tr("Correct that line; the rest of the file is left alone.");
    if (nestsTooDeep(text)) {
        return fail(
            ErrorCode::InvalidInput, Tr::tr("%1: a key has too many parts.").arg(fileName), remedy);
    }
    try {
        return tableOf(
            toml::parse(std::string_view(text.data(), static_cast<std::size_t>(text.size()))));
    } catch (const toml::parse_error &error) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("%1:%2:%3: %4")
                        .arg(fileName)
                        .arg(error.source().begin.line)
                        .arg(error.source().begin.column)
                        .arg(textOf(error.description())),
                    remedy);
    }
}

Result<QString> tomlString(const TomlTable &table,
                           const QString &key,
                           const QString &fileName,
                           const QString &fallback)
{
    return typed(table, key, fileName, fallback, Tr::tr("a string"));
}

Result<QStringList> tomlStrings(const TomlTable &table,
                                const QString &key,
                                const QString &fileName,
                                const QStringList &fallback)
{
    const auto found = table.constFind(key);
    if (found == table.cend())
        return fallback;
    const QString expected = Tr::tr("a list of strings");
    const auto *items = std::get_if<TomlArray>(&found->value);
    if (!items)
        return fail(complaint(fileName, key, *found, expected));
    QStringList texts;
    for (const TomlValue &item : *items) {
        if (!item.isString())
            return fail(complaint(fileName, key, item, expected));
        texts.append(std::get<QString>(item.value));
    }
    return texts;
}

Result<qint64> tomlInteger(const TomlTable &table,
                           const QString &key,
                           const QString &fileName,
                           qint64 fallback)
{
    return typed(table, key, fileName, fallback, Tr::tr("a whole number"));
}

Result<bool> tomlBool(const TomlTable &table,
                      const QString &key,
                      const QString &fileName,
                      bool fallback)
{
    return typed(table, key, fileName, fallback, Tr::tr("true or false"));
}

Result<QDateTime> tomlDateTime(const TomlTable &table, const QString &key, const QString &fileName)
{
    return typed(table, key, fileName, QDateTime(), Tr::tr("a date such as 2026-11-22T12:00:00Z"));
}

QString tomlKey(const QString &name)
{
    const bool bare = !name.isEmpty() && std::all_of(name.cbegin(), name.cend(), [](QChar c) {
        return c.unicode() < 128
               && (c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('_'));
    });
    return bare ? name : tomlLiteral(name);
}

QString tomlLiteral(const QString &text)
{
    QString literal;
    literal.reserve(text.size() + 2);
    literal += QLatin1Char('"');
    for (const QChar c : text) {
        switch (c.unicode()) {
        case '"':
            literal += QStringLiteral("\\\"");
            break;
        case '\\':
            literal += QStringLiteral("\\\\");
            break;
        case '\n':
            literal += QStringLiteral("\\n");
            break;
        case '\r':
            literal += QStringLiteral("\\r");
            break;
        case '\t':
            literal += QStringLiteral("\\t");
            break;
        default:
            if (c.unicode() < 0x20 || c.unicode() == 0x7f)
                literal += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
            else
                literal += c;
        }
    }
    literal += QLatin1Char('"');
    return literal;
}

QString tomlLiteral(const QStringList &texts)
{
    QStringList literals;
    for (const QString &text : texts)
        literals.append(tomlLiteral(text));
    return QLatin1Char('[') + literals.join(QStringLiteral(", ")) + QLatin1Char(']');
}

QString tomlLiteral(qint64 number)
{
    return QString::number(number);
}

QString tomlLiteral(bool yes)
{
    return yes ? QStringLiteral("true") : QStringLiteral("false");
}

QString tomlLiteral(const QDateTime &time)
{
    const bool wholeSecond = time.time().msec() == 0;
    return time.toUTC().toString(wholeSecond ? Qt::ISODate : Qt::ISODateWithMs);
}

} // namespace base
