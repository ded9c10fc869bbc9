// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/jsonwriter.h"

#include "net/wipedbytes.h"

namespace net {

void JsonWriter::append(QByteArrayView bytes)
{
    appendWiping(m_text, bytes);
}

void JsonWriter::begin(QByteArrayView name)
{
    if (!std::exchange(m_isFirst, false))
        append(',');
    if (name.isNull())
        return;
    append('"');
    append(name);
    append("\":");
}

JsonWriter &JsonWriter::object(QByteArrayView name)
{
    begin(name);
    append('{');
    m_open.push_back('}');
    m_isFirst = true;
    return *this;
}

JsonWriter &JsonWriter::array(QByteArrayView name)
{
    begin(name);
    append('[');
    m_open.push_back(']');
    m_isFirst = true;
    return *this;
}

JsonWriter &JsonWriter::end()
{
    Q_ASSERT(!m_open.empty());
    append(m_open.back());
    m_open.pop_back();
    m_isFirst = false;
    return *this;
}

JsonWriter &JsonWriter::text(QByteArrayView name, QStringView value)
{
    begin(name);
    appendQuoted(value);
    return *this;
}

JsonWriter &JsonWriter::text(QByteArrayView name, const char *asciiValue)
{
    begin(name);
    appendQuoted(QByteArrayView(asciiValue));
    return *this;
}

JsonWriter &JsonWriter::secret(QByteArrayView name, const base::Secret &utf8)
{
    begin(name);
    appendQuoted(utf8.expose());
    return *this;
}

JsonWriter &JsonWriter::number(QByteArrayView name, qint64 value)
{
    begin(name);
    append(QByteArray::number(value));
    return *this;
}

JsonWriter &JsonWriter::flag(QByteArrayView name, bool value)
{
    begin(name);
    append(value ? QByteArrayView("true") : QByteArrayView("false"));
    return *this;
}

JsonWriter &JsonWriter::null(QByteArrayView name)
{
    begin(name);
    append("null");
    return *this;
}

JsonWriter &JsonWriter::texts(QByteArrayView name, const QStringList &values)
{
    array(name);
    for (const QString &value : values)
        text(value);
    return end();
}

JsonWriter &JsonWriter::time(QByteArrayView name, const QDateTime &value)
{
    if (!value.isValid())
        return null(name);
    begin(name);
    append('"');
    append(value.toUTC().toString(Qt::ISODate).toLatin1());
    append('"');
    return *this;
}

JsonWriter &JsonWriter::raw(QByteArrayView name, QByteArrayView json)
{
    begin(name);
    append(json);
    return *this;
}

JsonText JsonWriter::take()
{
    Q_ASSERT(m_open.empty());
    return JsonText(std::exchange(m_text, {}));
}

void JsonWriter::appendQuoted(QStringView value)
{
    appendQuoted(QByteArrayView(value.toUtf8()));
}

void JsonWriter::appendQuoted(QByteArrayView utf8)
{
    append('"');
    qsizetype done = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
            continue;
        append(utf8.sliced(done, i - done));
        done = i + 1;
        append('\\');
        static constexpr QByteArrayView plain("\"\\\b\f\n\r\t");
        static constexpr QByteArrayView letters("\"\\bfnrt");
        const qsizetype at = plain.indexOf(utf8[i]);
        if (at >= 0) {
            append(letters[at]);
            continue;
        }
        static constexpr char hex[] = "0123456789abcdef";
        append("u00");
        append(hex[c >> 4]);
        append(hex[c & 15]);
    }
    append(utf8.sliced(done));
    append('"');
}

} // namespace net
