// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/traceid.h"

#include <QRandomGenerator>

#include <algorithm>

namespace web {

namespace {

bool isHex(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

bool isZero(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '0'; });
}

quint64 randomBits()
{
    // They identify, they protect nothing: a fast generator, seeded by the system's, will do.
    thread_local QRandomGenerator64 random = QRandomGenerator64::securelySeeded();
    return random.generate();
}

//! Sixteen hexadecimal digits.
template<typename Letter>
void writeBits(quint64 bits, Letter *to)
{
    static constexpr char digits[] = "0123456789abcdef";
    for (int i = 0; i < 16; ++i, bits >>= 4)
        *to++ = Letter(digits[bits & 0xf]);
}

QString newTraceId()
{
    QString id(32, Qt::Uninitialized);
    char16_t *const to = reinterpret_cast<char16_t *>(id.data());
    writeBits(randomBits(), to);
    writeBits(randomBits(), to + 16);
    return id;
}

} // namespace

QString traceIdOf(QByteArrayView traceparent)
{
    // version "-" trace-id "-" parent-id "-" flags; a newer version may have more behind it.
    const bool isWhole =
        traceparent.size() >= 55 && isHex(traceparent.first(2)) && traceparent.first(2) != "ff"
        && traceparent[2] == '-' && traceparent[35] == '-' && traceparent[52] == '-'
        && (traceparent.size() == 55 || (traceparent.first(2) != "00" && traceparent[55] == '-'));
    if (!isWhole)
        return newTraceId();
    const QByteArrayView id = traceparent.sliced(3, 32);
    const QByteArrayView parent = traceparent.sliced(36, 16);
    if (!isHex(id) || isZero(id) || !isHex(parent) || isZero(parent)
        || !isHex(traceparent.sliced(53, 2))) {
        return newTraceId();
    }
    return QString::fromLatin1(id);
}

std::array<char, 16> newSpanId()
{
    std::array<char, 16> id{};
    writeBits(randomBits() | 1, id.data()); // never zero
    return id;
}

} // namespace web
