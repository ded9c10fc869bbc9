// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/form.h"

#include <algorithm>

namespace oauth {

namespace {

bool isPlain(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'
           || c == '.' || c == '_' || c == '*';
}

} // namespace

base::Secret Form::encoded(QByteArrayView value)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::size_t size = 0;
    for (const char c : value)
        size += isPlain(c) || c == ' ' ? 1U : 3U;
    base::Secret result = base::Secret::zeroed(size);
    unsigned char *out = result.data();
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (isPlain(c)) {
            *out++ = byte;
        } else if (c == ' ') {
            *out++ = '+';
        } else {
            *out++ = '%';
            *out++ = static_cast<unsigned char>(digits[byte >> 4]);
            *out++ = static_cast<unsigned char>(digits[byte & 15]);
        }
    }
    return result;
}

Form &Form::add(QByteArrayView name, QByteArrayView value)
{
    if (!m_encoded.isEmpty())
        append("&");
    append(encoded(name).expose());
    append("=");
    append(encoded(value).expose());
    return *this;
}

Form &Form::add(QByteArrayView name, const QString &value)
{
    return add(name, QByteArrayView(value.toUtf8()));
}

Form &Form::add(QByteArrayView name, const base::Secret &value)
{
    return add(name, value.expose());
}

Form Form::clone() const
{
    Form copy;
    copy.m_encoded = m_encoded.clone();
    return copy;
}

void Form::append(QByteArrayView bytes)
{
    base::Secret longer =
        base::Secret::zeroed(m_encoded.size() + static_cast<std::size_t>(bytes.size()));
    const QByteArrayView before = m_encoded.expose();
    std::copy(before.begin(), before.end(), longer.data());
    std::copy(bytes.begin(), bytes.end(), longer.data() + before.size());
    m_encoded = std::move(longer);
}

} // namespace oauth
