// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/secrettext.h"

#include <algorithm>
#include <cstring>

namespace references {

SecretText &SecretText::operator<<(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return *this;
    const std::size_t needed = m_size + static_cast<std::size_t>(bytes.size());
    if (needed > m_bytes.size()) {
        base::Secret larger = base::Secret::zeroed(std::max<std::size_t>(needed * 2, 64));
        if (m_size > 0)
            std::memcpy(larger.data(), m_bytes.data(), m_size);
        m_bytes = std::move(larger);
    }
    std::memcpy(m_bytes.data() + m_size, bytes.data(), static_cast<std::size_t>(bytes.size()));
    m_size = needed;
    return *this;
}

void SecretText::fill(char letter, qsizetype count)
{
    for (; count > 0; --count)
        *this << letter;
}

base::Secret SecretText::take() &&
{
    base::Secret exact(view());
    m_bytes.clear();
    m_size = 0;
    return exact;
}

void appendUtf8(SecretText &text, char32_t code)
{
    const auto add = [&text](char32_t byte) { text << static_cast<char>(byte); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0 | (code >> 6));
        add(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        add(0xE0 | (code >> 12));
        add(0x80 | ((code >> 6) & 0x3F));
        add(0x80 | (code & 0x3F));
    } else {
        add(0xF0 | (code >> 18));
        add(0x80 | ((code >> 12) & 0x3F));
        add(0x80 | ((code >> 6) & 0x3F));
        add(0x80 | (code & 0x3F));
    }
}

Utf8Letter firstLetter(QByteArrayView text)
{
    if (text.isEmpty())
        return {};
    const auto byte = [text](qsizetype i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return {first, 1};
    const int size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < size)
        return {};
    char32_t code = first & (0x7F >> size);
    for (int i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return {};
        code = (code << 6) | (byte(i) & 0x3F);
    }
    static constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (code < least[size] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        return {};
    return {code, size};
}

bool isUtf8(QByteArrayView text)
{
    while (!text.isEmpty()) {
        const Utf8Letter letter = firstLetter(text);
        if (letter.size == 0)
            return false;
        text = text.sliced(letter.size);
    }
    return true;
}

qint64 hexValue(QByteArrayView digits)
{
    qint64 value = 0;
    for (const char digit : digits) {
        const int one = digit >= '0' && digit <= '9'   ? digit - '0'
                        : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10
                        : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10
                                                       : -1;
        if (one < 0)
            return -1;
        value = value * 16 + one;
    }
    return digits.isEmpty() ? -1 : value;
}

} // namespace references
