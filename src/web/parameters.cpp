// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/parameters.h"

#include "web/words.h"

#include <QStringList>

#include <algorithm>

namespace web {

namespace {

using base::ErrorCode;

//! No form of ours comes near; names are compared one by one.
constexpr qsizetype mostParameters = 256;

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

//! Decodes to the end of \a target, which has room; false for a wrong percent sign or a NUL.
bool decode(QByteArrayView encoded, QByteArray &target)
{
    const auto isCoded = [](char c) { return c == '+' || c == '%' || c == '\0'; };
    while (!encoded.isEmpty()) {
        const auto plain = std::find_if(encoded.begin(), encoded.end(), isCoded) - encoded.begin();
        target.append(encoded.data(), plain);
        encoded = encoded.sliced(plain);
        if (encoded.isEmpty())
            break;
        if (encoded.front() == '+') {
            target.append(' ');
            encoded = encoded.sliced(1);
            continue;
        }
        const bool isPercent = encoded.front() == '%' && encoded.size() > 2;
        const int high = isPercent ? hexDigit(encoded[1]) : -1;
        const int low = isPercent ? hexDigit(encoded[2]) : -1;
        if (high < 0 || low < 0 || high + low == 0)
            return false;
        target.append(char(high * 16 + low));
        encoded = encoded.sliced(3);
    }
    return true;
}

} // namespace

Parameters::~Parameters()
{
    if (m_text.isDetached())
        base::wipe(m_text);
}

Parameters &Parameters::operator=(Parameters &&other) noexcept
{
    std::swap(m_text, other.m_text);
    std::swap(m_spans, other.m_spans);
    return *this;
}

base::Result<Parameters> Parameters::parse(QByteArrayView encoded,
                                           std::initializer_list<QByteArrayView> repeatable)
{
    Parameters parameters;
    // Decoding never makes it longer, so that the buffer is not moved and left unwiped.
    parameters.m_text.reserve(encoded.size());
    const auto malformed = [] {
        return base::fail(ErrorCode::InvalidInput,
                          Words::tr("The parameters are not form-encoded correctly."));
    };
    qsizetype begin = 0;
    while (begin < encoded.size()) {
        qsizetype end = encoded.indexOf('&', begin);
        if (end < 0)
            end = encoded.size();
        const QByteArrayView pair = encoded.sliced(begin, end - begin);
        begin = end + 1;
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const QByteArrayView name = equals < 0 ? pair : pair.first(equals);
        Span span;
        span.nameBegin = int(parameters.m_text.size());
        if (!decode(name, parameters.m_text))
            return malformed();
        span.nameEnd = int(parameters.m_text.size());
        if (equals >= 0 && !decode(pair.sliced(equals + 1), parameters.m_text))
            return malformed();
        span.valueEnd = int(parameters.m_text.size());
        const QByteArrayView decoded = QByteArrayView(parameters.m_text).sliced(span.nameBegin);
        const QByteArrayView decodedName = decoded.first(span.nameEnd - span.nameBegin);
        if (decodedName.isEmpty() || !decodedName.isValidUtf8()
            || !decoded.sliced(decodedName.size()).isValidUtf8()
            || parameters.m_spans.size() == mostParameters) {
            return malformed();
        }
        if (parameters.contains(decodedName)
            && std::find(repeatable.begin(), repeatable.end(), decodedName) == repeatable.end()) {
            return base::fail(ErrorCode::InvalidInput,
                              Words::tr("The parameter %1 is there twice.")
                                  .arg(QString::fromUtf8(
                                      decodedName.first(qMin<qsizetype>(decodedName.size(), 64)))));
        }
        parameters.m_spans.append(span);
    }
    return parameters;
}

QByteArrayView Parameters::nameAt(qsizetype index) const
{
    const Span &span = m_spans.at(index);
    return QByteArrayView(m_text).sliced(span.nameBegin, span.nameEnd - span.nameBegin);
}

QByteArrayView Parameters::valueAt(qsizetype index) const
{
    const Span &span = m_spans.at(index);
    return QByteArrayView(m_text).sliced(span.nameEnd, span.valueEnd - span.nameEnd);
}

bool Parameters::contains(QByteArrayView name) const
{
    for (qsizetype i = 0; i < m_spans.size(); ++i) {
        if (nameAt(i) == name)
            return true;
    }
    return false;
}

QByteArrayView Parameters::view(QByteArrayView name) const
{
    for (qsizetype i = 0; i < m_spans.size(); ++i) {
        if (nameAt(i) == name)
            return valueAt(i);
    }
    return {};
}

QString Parameters::text(QByteArrayView name) const
{
    return QString::fromUtf8(view(name));
}

std::optional<QString> Parameters::value(QByteArrayView name) const
{
    if (!contains(name))
        return std::nullopt;
    return text(name);
}

base::Secret Parameters::secret(QByteArrayView name) const
{
    return base::Secret(view(name));
}

QStringList Parameters::texts(QByteArrayView name) const
{
    QStringList found;
    for (qsizetype i = 0; i < m_spans.size(); ++i) {
        if (nameAt(i) == name)
            found.append(QString::fromUtf8(valueAt(i)));
    }
    return found;
}

std::optional<QByteArray> formDecoded(QByteArrayView encoded)
{
    QByteArray decoded;
    decoded.reserve(encoded.size());
    if (!decode(encoded, decoded)) {
        base::wipe(decoded);
        return std::nullopt;
    }
    return decoded;
}

QByteArray formEncoded(QByteArrayView value)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    QByteArray encoded;
    encoded.reserve(value.size() + value.size() / 4);
    for (const char c : value) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                           || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_'
                           || c == '~';
        if (plain) {
            encoded.append(c);
        } else if (c == ' ') {
            encoded.append('+');
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded.append('%').append(digits[byte >> 4]).append(digits[byte & 0xf]);
        }
    }
    return encoded;
}

} // namespace web
