// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/scalars.h"

#include <QRegularExpression>

#include <charconv>
#include <cmath>
#include <limits>

namespace references {

namespace {

template<typename... Words>
bool isOneOf(QByteArrayView text, Words... words)
{
    return ((text == QByteArrayView(words)) || ...);
}

//! Digits in base 2, 8 or 16 behind a prefix, or in base 10; sign allowed.
std::optional<QByteArray> integerOf(QByteArrayView text)
{
    QByteArray digits = text.toByteArray();
    digits.replace("_", "");
    const bool isNegative = digits.startsWith('-');
    if (isNegative || digits.startsWith('+'))
        digits.remove(0, 1);
    int radix = 10;
    const QByteArray prefix = digits.left(2).toLower();
    if (prefix == "0x" || prefix == "0o" || prefix == "0b") {
        radix = prefix == "0x" ? 16 : prefix == "0o" ? 8 : 2;
        digits.remove(0, 2);
    } else if (digits.size() > 1 && digits.startsWith('0')) {
        radix = 8;
        digits.remove(0, 1);
    }
    quint64 number = 0;
    const char *const end = digits.constData() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.constData(), end, number, radix);
    if (digits.isEmpty() || error != std::errc() || stopped != end)
        return std::nullopt;
    const auto limit = static_cast<quint64>(std::numeric_limits<qint64>::max());
    if (isNegative && number > limit + 1)
        return std::nullopt;
    const QByteArray written = QByteArray::number(number);
    return isNegative && number > 0 ? '-' + written : written;
}

QByteArray fixed(double number)
{
    if (std::isnan(number))
        return "NaN";
    if (std::isinf(number))
        return number > 0 ? "+Inf" : "-Inf";
    char buffer[1100]; // the smallest subnormal has 1074 digits behind the point
    const auto [end, error] =
        std::to_chars(std::begin(buffer), std::end(buffer), number, std::chars_format::fixed);
    return error == std::errc() ? QByteArray(buffer, end - buffer) : QByteArray("NaN");
}

constexpr qsizetype longestDecimal = 1200;

bool isDecimal(QByteArrayView text)
{
    static const QRegularExpression shape(
        QStringLiteral("\\A[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?\\z"));
    return text.size() <= longestDecimal && shape.match(QString::fromLatin1(text)).hasMatch();
}

std::optional<double> numberOf(QByteArrayView text)
{
    if (isOneOf(text, "+Inf", "Inf"))
        return std::numeric_limits<double>::infinity();
    if (text == QByteArrayView("-Inf"))
        return -std::numeric_limits<double>::infinity();
    if (text == QByteArrayView("NaN"))
        return std::numeric_limits<double>::quiet_NaN();
    if (!isDecimal(text))
        return std::nullopt;
    if (text.startsWith('+'))
        text = text.sliced(1);
    double number = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), number);
    if (error == std::errc::result_out_of_range || (error == std::errc() && end != text.end()))
        return std::nullopt;
    return error == std::errc() ? std::optional(number) : std::nullopt;
}

//! Go's strconv: shortest digits, an exponent for the very large and the very small.
QByteArray shortest(double number)
{
    const double size = std::fabs(number);
    if (size != 0 && (size < 1e-6 || size >= 1e21)) {
        char buffer[64];
        const auto [end, error] = std::to_chars(
            std::begin(buffer), std::end(buffer), number, std::chars_format::scientific);
        if (error == std::errc())
            return QByteArray(buffer, end - buffer);
    }
    return fixed(number);
}

} // namespace

std::optional<QByteArray> canonicalFloat(QByteArrayView text)
{
    const auto number = numberOf(text);
    return number ? std::optional(fixed(*number)) : std::nullopt;
}

std::optional<QByteArray> canonicalInteger(QByteArrayView text)
{
    qint64 number = 0;
    if (text.startsWith('+'))
        text = text.sliced(1);
    const auto [end, error] = std::from_chars(text.begin(), text.end(), number);
    if (text.isEmpty() || error != std::errc() || end != text.end())
        return std::nullopt;
    return QByteArray::number(number);
}

std::optional<QByteArray> canonicalTime(QByteArrayView text)
{
    static const QRegularExpression shape(QStringLiteral(
        "\\A([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
        "(?:(?:[Tt]|[ \\t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]{1,9})[0-9]*)?"
        "[ \\t]*(Z|[-+][0-9]{1,2}(?::?[0-9]{2})?)?)?\\z"));
    if (text.size() > 64 || text.size() < 8)
        return std::nullopt;
    const auto match = shape.match(QString::fromLatin1(text));
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&match](int index) { return match.captured(index).toInt(); };
    const auto two = [](int value) { return QByteArray::number(value).rightJustified(2, '0'); };
    if (number(2) < 1 || number(2) > 12 || number(3) < 1 || number(3) > 31 || number(4) > 23
        || number(5) > 59 || number(6) > 59)
        return std::nullopt;
    QByteArray fraction = match.captured(7).toLatin1();
    while (fraction.endsWith('0'))
        fraction.chop(1);
    QByteArray zone = match.captured(8).toLatin1();
    if (zone.isEmpty() || zone == "Z") {
        zone = "Z";
    } else {
        const int colon = static_cast<int>(zone.indexOf(':'));
        const QByteArray hours = zone.mid(1, 2).replace(":", "");
        const QByteArray minutes = colon > 0 ? zone.mid(colon + 1) : zone.mid(3);
        zone = zone.left(1) + two(hours.toInt()) + ':' + two(minutes.toInt());
        if (zone.mid(1) == "00:00")
            zone = "Z";
    }
    return match.captured(1).toLatin1() + '-' + two(number(2)) + '-' + two(number(3)) + 'T'
           + two(number(4)) + ':' + two(number(5)) + ':' + two(number(6))
           + (fraction.isEmpty() ? QByteArray() : '.' + fraction) + zone;
}

Node plainScalar(QByteArrayView text)
{
    const auto made = [](Kind kind, const QByteArray &spelling) {
        return Node(kind, base::Secret(spelling));
    };
    if (text.isEmpty() || isOneOf(text, "~", "null", "Null", "NULL"))
        return {};
    if (isOneOf(text, "true", "True", "TRUE"))
        return Node::boolean(true);
    if (isOneOf(text, "false", "False", "FALSE"))
        return Node::boolean(false);
    const char first = text.front();
    if (isOneOf(text, ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"))
        return made(Kind::Float, "+Inf");
    if (isOneOf(text, "-.inf", "-.Inf", "-.INF"))
        return made(Kind::Float, "-Inf");
    if (isOneOf(text, ".nan", ".NaN", ".NAN"))
        return made(Kind::Float, "NaN");
    if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
        if (text.size() <= 80) {
            if (const auto integer = integerOf(text))
                return made(Kind::Integer, *integer);
        }
        if (text.size() <= longestDecimal) {
            QByteArray bare = text.toByteArray();
            bare.replace("_", "");
            // "Inf", which canonicalFloat() takes as well, is a word here.
            if (const auto number = isDecimal(bare) ? canonicalFloat(bare) : std::nullopt)
                return made(Kind::Float, *number);
        }
        if (const auto time = canonicalTime(text))
            return made(Kind::Time, *time);
    }
    return Node::text(text);
}

QByteArray yamlSpelling(const Node &node)
{
    const QByteArrayView value = node.view();
    switch (node.kind) {
    case Kind::Null:
        return "null";
    case Kind::Boolean:
        return value == QByteArrayView("True") ? "true" : "false";
    case Kind::Float: {
        if (value == QByteArrayView("+Inf"))
            return ".inf";
        if (value == QByteArrayView("-Inf"))
            return "-.inf";
        if (value == QByteArrayView("NaN"))
            return ".nan";
        const QByteArray written = shortest(numberOf(value).value_or(0));
        // Without a point it would be read as an integer.
        return written.contains('.') || written.contains('e') ? written : written + ".0";
    }
    case Kind::Integer:
    case Kind::Time:
    case Kind::Text:
    case Kind::Bytes:
    case Kind::Map:
    case Kind::List:
        break;
    }
    return value.toByteArray();
}

std::optional<QByteArray> jsonSpelling(const Node &node)
{
    if (node.kind != Kind::Float)
        return yamlSpelling(node);
    const double number = numberOf(node.view()).value_or(0);
    if (!std::isfinite(number))
        return std::nullopt;
    // Without the point the sign would be lost when it is read as an integer.
    return number == 0 && std::signbit(number) ? QByteArray("-0.0") : shortest(number);
}

} // namespace references
