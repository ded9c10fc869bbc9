// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace net {

//! JSON text that may hold a secret: move-only, zeroed when it goes.
class JsonText
{
public:
    JsonText() = default;
    explicit JsonText(QByteArray text) noexcept
        : m_text(std::move(text))
    {}
    ~JsonText() { base::wipe(m_text); }
    JsonText(JsonText &&other) noexcept
        : m_text(std::exchange(other.m_text, {}))
    {}
    JsonText &operator=(JsonText &&other) noexcept
    {
        std::swap(m_text, other.m_text);
        return *this;
    }
    JsonText(const JsonText &) = delete;
    JsonText &operator=(const JsonText &) = delete;

    [[nodiscard]] QByteArrayView view() const noexcept { return m_text; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_text.isEmpty(); }

private:
    QByteArray m_text;
};

//! Writes JSON (RFC 8259), member by member in the order of the calls, on one line. Made for
//! answers that hold secrets: what its buffer outgrows is zeroed. With a name a member of the
//! object that is open, without one an element of the array, or the whole text.
class JsonWriter
{
public:
    //! \a room: for how many bytes; more is made when it is needed.
    explicit JsonWriter(qsizetype room = 1024) { m_text.reserve(room); }
    ~JsonWriter() { base::wipe(m_text); }
    JsonWriter(const JsonWriter &) = delete;
    JsonWriter &operator=(const JsonWriter &) = delete;

    JsonWriter &object(QByteArrayView name = {});
    JsonWriter &array(QByteArrayView name = {});
    JsonWriter &end(); //!< of the object or array that was opened last

    JsonWriter &text(QByteArrayView name, QStringView value);
    JsonWriter &text(QByteArrayView name, const char *asciiValue);
    JsonWriter &text(QStringView value) { return text({}, value); }
    JsonWriter &secret(QByteArrayView name, const base::Secret &utf8);
    JsonWriter &number(QByteArrayView name, qint64 value);
    JsonWriter &flag(QByteArrayView name, bool value);
    JsonWriter &null(QByteArrayView name);
    JsonWriter &texts(QByteArrayView name, const QStringList &values);
    //! RFC 3339 in UTC, to the second; null when invalid.
    JsonWriter &time(QByteArrayView name, const QDateTime &value);
    //! Text that is JSON already.
    JsonWriter &raw(QByteArrayView name, QByteArrayView json);

    //! Every object and array must have been ended.
    [[nodiscard]] JsonText take();

private:
    void begin(QByteArrayView name);
    void append(QByteArrayView bytes);
    void append(char letter) { append(QByteArrayView(&letter, 1)); }
    void appendQuoted(QStringView value);
    void appendQuoted(QByteArrayView utf8);

    QByteArray m_text;
    std::vector<char> m_open; //!< what ends each open one
    bool m_isFirst = true;
};

} // namespace net
