// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/fields.h"

#include "web/words.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace web {

namespace {

bool isAsciiWord(char32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'
           || c == '_' || c == '-';
}

bool isAllowed(char32_t c, Charset charset)
{
    switch (charset) {
    case Charset::Text:
        return QChar::isPrint(c);
    case Charset::Lines:
        return QChar::isPrint(c) || c == '\n' || c == '\r' || c == '\t';
    case Charset::Word:
        return isAsciiWord(c);
    case Charset::Name:
        return isAsciiWord(c) || c == '@' || c == '+';
    case Charset::Visible:
        return c >= 0x21 && c <= 0x7e;
    }
    return false;
}

//! What a field is called in the list of errors.
QString named(QByteArrayView name)
{
    return QString::fromUtf8(name);
}

} // namespace

Fields::Fields(QJsonObject object)
    : m_object(std::move(object))
{}

Fields::Fields(const Parameters &parameters)
    : m_parameters(&parameters)
{}

bool Fields::has(QByteArrayView name) const
{
    return m_parameters != nullptr ? m_parameters->contains(name) : m_object.contains(named(name));
}

std::optional<QJsonValue> Fields::read(QByteArrayView name)
{
    const QString key = named(name);
    m_read.append(key);
    if (m_parameters != nullptr) {
        return m_parameters->contains(name) ? std::optional(QJsonValue(m_parameters->text(name)))
                                            : std::nullopt;
    }
    const QJsonValue value = m_object.value(key);
    return value.isUndefined() || value.isNull() ? std::nullopt : std::optional(value);
}

void Fields::refuse(const QByteArray &code, QByteArrayView field, const QString &message)
{
    m_errors.append({code, named(field), message});
}

bool Fields::checkText(const QString &field, const QString &text, const TextRule &rule)
{
    if (text.size() < rule.shortest) {
        m_errors.append(
            {text.isEmpty() ? "required" : "too_short",
             field,
             Words::tr("%1 needs at least %n character(s).", nullptr, int(rule.shortest))
                 .arg(field)});
        return false;
    }
    if (text.size() > rule.longest) {
        m_errors.append(
            {"too_long",
             field,
             Words::tr("%1 may have %n character(s) at most.", nullptr, int(rule.longest))
                 .arg(field)});
        return false;
    }
    const auto points = text.toUcs4();
    const bool allowed =
        text.isValidUtf16() && std::all_of(points.begin(), points.end(), [&](char32_t c) {
            return isAllowed(c, rule.charset);
        });
    if (!allowed) {
        m_errors.append({"not_allowed",
                         field,
                         Words::tr("%1 has characters that are not allowed there.").arg(field)});
    }
    return allowed;
}

std::optional<QString> Fields::optionalText(QByteArrayView name, TextRule rule)
{
    const auto value = read(name);
    if (!value)
        return std::nullopt;
    if (!value->isString()) {
        refuse("not_a_text", name, Words::tr("%1 has to be a text.").arg(named(name)));
        return std::nullopt;
    }
    const QString text = value->toString();
    return checkText(named(name), text, rule) ? std::optional(text) : std::nullopt;
}

QString Fields::text(QByteArrayView name, TextRule rule)
{
    if (!has(name)) {
        m_read.append(named(name));
        refuse("required", name, Words::tr("%1 is missing.").arg(named(name)));
        return {};
    }
    return optionalText(name, rule).value_or(QString());
}

std::optional<base::Secret> Fields::optionalSecret(QByteArrayView name, qsizetype longest)
{
    auto value = read(name);
    if (!value)
        return std::nullopt;
    if (!value->isString()) {
        refuse("not_a_text", name, Words::tr("%1 has to be a text.").arg(named(name)));
        return std::nullopt;
    }
    QByteArray bytes = m_parameters != nullptr ? m_parameters->view(name).toByteArray()
                                               : value->toString().toUtf8();
    if (bytes.isEmpty() || bytes.size() > longest) {
        refuse(bytes.isEmpty() ? "required" : "too_long",
               name,
               Words::tr("%1 needs 1 to %n byte(s).", nullptr, int(longest)).arg(named(name)));
        base::wipe(bytes);
        return std::nullopt;
    }
    return base::Secret::take(std::move(bytes));
}

base::Secret Fields::secret(QByteArrayView name, qsizetype longest)
{
    if (!has(name)) {
        m_read.append(named(name));
        refuse("required", name, Words::tr("%1 is missing.").arg(named(name)));
        return {};
    }
    auto found = optionalSecret(name, longest);
    return found ? std::move(*found) : base::Secret();
}

std::optional<qint64> Fields::optionalInteger(QByteArrayView name, qint64 least, qint64 most)
{
    const auto value = read(name);
    if (!value)
        return std::nullopt;
    bool isNumber = false;
    qint64 number = 0;
    if (m_parameters != nullptr) {
        // toLongLong() would also take blanks around it and a plus.
        const QString text = value->toString();
        const bool isPlain = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
            return (c >= u'0' && c <= u'9') || c == u'-';
        });
        number = text.toLongLong(&isNumber);
        isNumber = isNumber && isPlain;
    } else if (value->isDouble()) {
        const double given = value->toDouble();
        isNumber = given == std::floor(given) && std::abs(given) <= 9007199254740992.0;
        number = value->toInteger();
    }
    if (!isNumber) {
        refuse("not_a_number", name, Words::tr("%1 has to be a whole number.").arg(named(name)));
        return std::nullopt;
    }
    if (number < least || number > most) {
        refuse("out_of_range",
               name,
               most == std::numeric_limits<qint64>::max()
                   ? Words::tr("%1 has to be %2 or more.").arg(named(name)).arg(least)
                   : Words::tr("%1 has to be between %2 and %3.")
                         .arg(named(name))
                         .arg(least)
                         .arg(most));
        return std::nullopt;
    }
    return number;
}

qint64 Fields::integer(QByteArrayView name, qint64 least, qint64 most)
{
    if (!has(name)) {
        m_read.append(named(name));
        refuse("required", name, Words::tr("%1 is missing.").arg(named(name)));
        return least;
    }
    return optionalInteger(name, least, most).value_or(least);
}

std::optional<bool> Fields::optionalFlag(QByteArrayView name)
{
    const auto value = read(name);
    if (!value)
        return std::nullopt;
    if (value->isBool())
        return value->toBool();
    if (m_parameters != nullptr) {
        const QString text = value->toString();
        if (text == QLatin1String("true") || text == QLatin1String("on")
            || text == QLatin1String("1")) {
            return true;
        }
        if (text == QLatin1String("false") || text == QLatin1String("0"))
            return false;
    }
    refuse("not_a_flag", name, Words::tr("%1 has to be true or false.").arg(named(name)));
    return std::nullopt;
}

bool Fields::flag(QByteArrayView name)
{
    if (!has(name)) {
        m_read.append(named(name));
        refuse("required", name, Words::tr("%1 is missing.").arg(named(name)));
        return false;
    }
    return optionalFlag(name).value_or(false);
}

std::optional<QString> Fields::optionalChoice(QByteArrayView name, const QStringList &words)
{
    const auto value = read(name);
    if (!value)
        return std::nullopt;
    if (value->isString() && words.contains(value->toString()))
        return value->toString();
    refuse(
        "not_a_choice",
        name,
        Words::tr("%1 has to be one of: %2.").arg(named(name), words.join(QStringLiteral(", "))));
    return std::nullopt;
}

QString Fields::choice(QByteArrayView name, const QStringList &words)
{
    if (!has(name)) {
        m_read.append(named(name));
        refuse("required", name, Words::tr("%1 is missing.").arg(named(name)));
        return {};
    }
    return optionalChoice(name, words).value_or(QString());
}

QStringList Fields::texts(QByteArrayView name, TextRule rule, qsizetype most)
{
    const auto value = read(name);
    if (!value)
        return {};
    QStringList given;
    if (m_parameters != nullptr) {
        given = m_parameters->texts(name);
    } else if (value->isArray()) {
        const QJsonArray array = value->toArray();
        for (const QJsonValue &each : array) {
            if (!each.isString()) {
                refuse("not_a_text", name, Words::tr("%1 has to hold texts.").arg(named(name)));
                return {};
            }
            given.append(each.toString());
        }
    } else {
        refuse("not_a_list", name, Words::tr("%1 has to be a list.").arg(named(name)));
        return {};
    }
    if (given.size() > most) {
        refuse("too_many",
               name,
               Words::tr("%1 may have %n entries at most.", nullptr, int(most)).arg(named(name)));
        return {};
    }
    QStringList good;
    for (qsizetype i = 0; i < given.size(); ++i) {
        const QString field = QStringLiteral("%1[%2]").arg(named(name)).arg(i);
        if (checkText(field, given.at(i), rule))
            good.append(given.at(i));
    }
    return good;
}

QJsonObject Fields::object(QByteArrayView name)
{
    const auto value = read(name);
    if (!value)
        return {};
    if (!value->isObject()) {
        refuse("not_an_object", name, Words::tr("%1 has to be an object.").arg(named(name)));
        return {};
    }
    return value->toObject();
}

void Fields::nothingElse()
{
    QStringList names;
    if (m_parameters != nullptr) {
        for (qsizetype i = 0; i < m_parameters->size(); ++i)
            names.append(QString::fromUtf8(m_parameters->nameAt(i)));
    } else {
        names = m_object.keys();
    }
    for (const QString &name : std::as_const(names)) {
        if (!m_read.contains(name))
            m_errors.append(
                {"unknown", name, Words::tr("%1 is not a field of this request.").arg(name)});
    }
}

std::optional<Response> Fields::refusal() const
{
    if (isValid())
        return std::nullopt;
    return Response::invalid(m_errors);
}

} // namespace web
