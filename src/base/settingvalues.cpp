// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/settingvalues.h"

#include <QCoreApplication>

#include <algorithm>

namespace base {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(base)
};

} // namespace

QString expectationOf(const SettingSpec &spec)
{
    const QString choices = spec.choices.join(QStringLiteral(", "));
    switch (spec.fallback.typeId()) {
    case QMetaType::Bool:
        return Tr::tr("true or false");
    case QMetaType::LongLong:
        return spec.least == spec.most
                   ? Tr::tr("a whole number")
                   : Tr::tr("a whole number from %1 to %2").arg(spec.least).arg(spec.most);
    case QMetaType::QStringList:
        return spec.choices.isEmpty() ? Tr::tr("a list of strings")
                                      : Tr::tr("a list of some of these: %1").arg(choices);
    default:
        return spec.choices.isEmpty() ? Tr::tr("a string") : Tr::tr("one of %1").arg(choices);
    }
}

QString shown(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QString:
        return QStringLiteral("‘%1’").arg(value.toString());
    case QMetaType::QStringList:
        return tomlLiteral(value.toStringList());
    default:
        return value.toString();
    }
}

bool isAllowed(const SettingSpec &spec, const QVariant &value)
{
    const auto isChoice = [&spec](const QString &text) {
        return spec.choices.isEmpty() || spec.choices.contains(text);
    };
    switch (spec.fallback.typeId()) {
    case QMetaType::LongLong:
        return spec.least == spec.most
               || (value.toLongLong() >= spec.least && value.toLongLong() <= spec.most);
    case QMetaType::QString:
        return isChoice(value.toString());
    case QMetaType::QStringList: {
        const QStringList texts = value.toStringList();
        return std::all_of(texts.cbegin(), texts.cend(), isChoice);
    }
    default:
        return true;
    }
}

QVariant asTypeOf(const SettingSpec &spec, const QVariant &value)
{
    const int type = value.typeId();
    switch (spec.fallback.typeId()) {
    case QMetaType::Bool:
        return type == QMetaType::Bool ? value : QVariant();
    case QMetaType::LongLong: {
        // JavaScript has doubles only.
        const bool isWhole =
            type == QMetaType::LongLong || type == QMetaType::Int || type == QMetaType::UInt
            || (type == QMetaType::Double && double(value.toLongLong()) == value.toDouble());
        return isWhole ? QVariant(value.toLongLong()) : QVariant();
    }
    case QMetaType::QStringList: {
        if (type == QMetaType::QStringList)
            return value;
        if (type != QMetaType::QVariantList)
            return {};
        const QVariantList items = value.toList();
        const bool areTexts = std::all_of(items.cbegin(), items.cend(), [](const QVariant &item) {
            return item.typeId() == QMetaType::QString;
        });
        return areTexts ? QVariant(value.toStringList()) : QVariant();
    }
    default:
        return type == QMetaType::QString ? value : QVariant();
    }
}

QVariant variantOf(const TomlValue &value)
{
    if (const auto *yes = std::get_if<bool>(&value.value))
        return *yes;
    if (const auto *number = std::get_if<qint64>(&value.value))
        return *number;
    if (const auto *text = std::get_if<QString>(&value.value))
        return *text;
    if (const auto *list = std::get_if<TomlArray>(&value.value)) {
        QVariantList items;
        for (const TomlValue &item : *list)
            items.append(variantOf(item));
        return items;
    }
    return {};
}

QVariant variantOf(const SettingSpec &spec, const QString &text)
{
    switch (spec.fallback.typeId()) {
    case QMetaType::Bool: {
        const QString word = text.trimmed().toLower();
        if (QStringList{QStringLiteral("true"),
                        QStringLiteral("yes"),
                        QStringLiteral("on"),
                        QStringLiteral("1")}
                .contains(word))
            return true;
        if (QStringList{QStringLiteral("false"),
                        QStringLiteral("no"),
                        QStringLiteral("off"),
                        QStringLiteral("0")}
                .contains(word))
            return false;
        return {};
    }
    case QMetaType::LongLong: {
        bool isNumber = false;
        const qint64 number = text.trimmed().toLongLong(&isNumber);
        return isNumber ? QVariant(number) : QVariant();
    }
    case QMetaType::QStringList: {
        QStringList items;
        for (const QString &item : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
            items.append(item.trimmed());
        return items;
    }
    default:
        return text;
    }
}

QString literalOf(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Bool:
        return tomlLiteral(value.toBool());
    case QMetaType::LongLong:
        return tomlLiteral(value.toLongLong());
    case QMetaType::QStringList:
        return tomlLiteral(value.toStringList());
    default:
        return tomlLiteral(value.toString());
    }
}

} // namespace base
