// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

namespace references {

//! Secret text that grows: what it outgrows is zeroed. Private to this room.
class SecretText
{
public:
    SecretText() = default;
    SecretText &operator<<(QByteArrayView bytes);
    SecretText &operator<<(char letter) { return *this << QByteArrayView(&letter, 1); }
    void fill(char letter, qsizetype count);
    void clear() { m_size = 0; }
    void chop(std::size_t count) { m_size -= count; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] QByteArrayView view() const
    {
        return m_bytes.expose().first(static_cast<qsizetype>(m_size));
    }
    [[nodiscard]] base::Secret take() &&;

private:
    base::Secret m_bytes;
    std::size_t m_size = 0;
};

//! Adds the letter \a code as UTF-8.
void appendUtf8(SecretText &text, char32_t code);
//! The first letter of \a text and how many bytes it has; size 0: no UTF-8.
struct Utf8Letter
{
    char32_t code = 0;
    int size = 0;
};
[[nodiscard]] Utf8Letter firstLetter(QByteArrayView text);
[[nodiscard]] bool isUtf8(QByteArrayView text);
//! Value of a hexadecimal number; -1: it is none.
[[nodiscard]] qint64 hexValue(QByteArrayView digits);

} // namespace references
