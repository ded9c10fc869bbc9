// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/params.h"

#include "rpc/words.h"

#include <algorithm>

namespace rpc {

namespace {

using base::ErrorCode;
using Kind = net::JsonValue::Kind;

constexpr qsizetype mostTexts = 1000;

base::Result<> refuse(const QString &message, const QList<Param> &expected)
{
    QStringList names;
    for (const Param &param : expected)
        names += param.name;
    return base::fail(ErrorCode::InvalidInput,
                      message,
                      names.isEmpty()
                          ? Words::tr("This method has no parameters.")
                          : Words::tr("The parameters are: %1.").arg(names.join(u", ")));
}

QString wordsFor(const Param &param, const net::JsonValue &value)
{
    switch (param.type) {
    case ParamType::Text:
        if (value.kind() == Kind::String && value.raw().size() > param.longest)
            return Words::tr("it is too long");
        return param.choices.isEmpty()
                   ? Words::tr("a string is expected")
                   : Words::tr("one of %1 is expected").arg(param.choices.join(u", "));
    case ParamType::Secret:
        return Words::tr("a string is expected");
    case ParamType::Time:
        return Words::tr("a time such as 2026-11-22T15:04:05Z is expected");
    case ParamType::Integer:
        if (param.most == std::numeric_limits<qint64>::max())
            return Words::tr("a whole number from %1 on is expected").arg(param.least);
        return Words::tr("a whole number from %1 to %2 is expected")
            .arg(param.least)
            .arg(param.most);
    case ParamType::Flag:
        return Words::tr("true or false is expected");
    case ParamType::Texts:
        return Words::tr("an array of strings is expected");
    case ParamType::Any:
        return Words::tr("a value is expected");
    }
    Q_UNREACHABLE();
}

QDateTime timeFrom(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    // Without a zone nobody knows when that is.
    return time.timeSpec() == Qt::LocalTime ? QDateTime() : time.toUTC();
}

bool isTexts(const Param &param, const net::JsonValue &value)
{
    if (value.kind() != Kind::Array || value.size() > mostTexts)
        return false;
    bool all = true;
    value.forEach([&all, &param](const net::JsonValue &element) {
        all &= element.kind() == Kind::String && element.raw().size() <= param.longest;
    });
    return all;
}

bool isRight(const Param &param, const net::JsonValue &value)
{
    switch (param.type) {
    case ParamType::Text:
        return value.kind() == Kind::String && value.raw().size() <= param.longest
               && (param.choices.isEmpty() || param.choices.contains(*value.text()));
    case ParamType::Secret:
        return value.kind() == Kind::String;
    case ParamType::Time:
        return value.kind() == Kind::String && timeFrom(*value.text()).isValid();
    case ParamType::Integer: {
        const auto number = value.integer();
        return number && *number >= param.least && *number <= param.most;
    }
    case ParamType::Flag:
        return value.kind() == Kind::True || value.kind() == Kind::False;
    case ParamType::Texts:
        return isTexts(param, value);
    case ParamType::Any:
        return true;
    }
    Q_UNREACHABLE();
}

qsizetype placeOf(const QList<Param> &expected, QStringView name)
{
    const auto found = std::find_if(expected.begin(), expected.end(), [name](const Param &param) {
        return param.name == name;
    });
    return found == expected.end() ? -1 : found - expected.begin();
}

} // namespace

QString nameOf(ParamType type)
{
    switch (type) {
    case ParamType::Text:
    case ParamType::Secret:
        return QStringLiteral("string");
    case ParamType::Time:
        return QStringLiteral("time");
    case ParamType::Integer:
        return QStringLiteral("integer");
    case ParamType::Flag:
        return QStringLiteral("boolean");
    case ParamType::Texts:
        return QStringLiteral("strings");
    case ParamType::Any:
        return QStringLiteral("any");
    }
    Q_UNREACHABLE();
}

base::Result<Params> Params::parse(const QList<Param> &expected, const net::JsonValue &given)
{
    Params params;
    params.m_expected = &expected;
    params.m_values.resize(expected.size());
    if (given.kind() == Kind::Array) {
        if (given.size() > expected.size()) {
            TRY_VOID(refuse(Words::tr("There are %1 parameters, at most %2 are expected.")
                                .arg(given.size())
                                .arg(expected.size()),
                            expected));
        }
        qsizetype place = 0;
        given.forEach([&](const net::JsonValue &element) { params.m_values[place++] = element; });
    } else {
        for (qsizetype i = 0; i < given.size(); ++i) {
            const QString name = given.nameOf(i);
            const qsizetype place = placeOf(expected, name);
            if (place < 0)
                TRY_VOID(
                    refuse(Words::tr("There is no parameter ‘%1’.").arg(name.left(64)), expected));
            params.m_values[place] = given.member(i);
        }
    }
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const Param &param = expected[i];
        net::JsonValue &value = params.m_values[i];
        if (value.kind() == Kind::Null && param.type != ParamType::Any)
            value = {};
        if (value.isAbsent() && param.presence == Presence::Optional)
            continue;
        if (value.isAbsent() || !isRight(param, value)) {
            TRY_VOID(refuse(QStringLiteral("%1: %2.").arg(param.name, wordsFor(param, value)),
                            expected));
        }
    }
    return params;
}

net::JsonValue Params::value(const char *name) const
{
    const qsizetype place = placeOf(*m_expected, QString::fromLatin1(name));
    Q_ASSERT_X(place >= 0, "rpc::Params", name);
    return m_values.value(place);
}

bool Params::takes(const char *name) const
{
    return m_expected != nullptr && placeOf(*m_expected, QString::fromLatin1(name)) >= 0;
}

bool Params::has(const char *name) const
{
    return !value(name).isAbsent();
}

QString Params::text(const char *name, const QString &fallback) const
{
    return value(name).text().value_or(fallback);
}

base::Secret Params::secret(const char *name) const
{
    auto given = value(name).secret();
    return given ? std::move(*given) : base::Secret();
}

QDateTime Params::time(const char *name) const
{
    const auto given = value(name).text();
    return given ? timeFrom(*given) : QDateTime();
}

qint64 Params::number(const char *name, qint64 fallback) const
{
    return value(name).integer().value_or(fallback);
}

bool Params::flag(const char *name, bool fallback) const
{
    const Kind kind = value(name).kind();
    return kind == Kind::Absent ? fallback : kind == Kind::True;
}

QStringList Params::texts(const char *name) const
{
    QStringList texts;
    value(name).forEach(
        [&texts](const net::JsonValue &element) { texts += element.text().value_or(QString()); });
    return texts;
}

base::Result<core::AccountId> Params::accountId() const
{
    return core::AccountId::parse(text("service"), text("account"));
}

} // namespace rpc
