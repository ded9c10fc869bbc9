// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/agearmor.h"

#include "crypto/base64.h"

#include <QCoreApplication>

#include <algorithm>

namespace crypto::age::detail {

namespace {

constexpr QByteArrayView firstLine = "-----BEGIN AGE ENCRYPTED FILE-----";
constexpr QByteArrayView lastLine = "-----END AGE ENCRYPTED FILE-----";
constexpr qsizetype columns = 64;

//! Hands out one line after the other, without its LF or CRLF.
class Lines
{
public:
    explicit Lines(QByteArrayView text)
        : m_rest(text)
    {}

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] QByteArrayView rest() const { return m_rest; }

    QByteArrayView next()
    {
        const qsizetype end = m_rest.indexOf('\n');
        QByteArrayView line = end < 0 ? m_rest : m_rest.first(end);
        m_rest = end < 0 ? QByteArrayView() : m_rest.sliced(end + 1);
        if (line.endsWith('\r'))
            line.chop(1);
        return line;
    }

private:
    QByteArrayView m_rest;
};

base::Error malformed()
{
    return {base::ErrorCode::Corrupt,
            QCoreApplication::translate("crypto", "This is not an age file, or it was changed."),
            {},
            {}};
}

} // namespace

bool isArmored(QByteArrayView file)
{
    return !file.isEmpty() && !file.startsWith("age-encryption.org/");
}

QByteArray armor(QByteArrayView file)
{
    const QByteArray encoded = encodeBase64(file, paddedBase64);
    QByteArray text = firstLine.toByteArray();
    text.reserve(text.size() + encoded.size() + encoded.size() / columns + lastLine.size() + 4);
    text += '\n';
    for (qsizetype i = 0; i < encoded.size(); i += columns) {
        text += QByteArrayView(encoded).sliced(i, std::min(columns, encoded.size() - i));
        text += '\n';
    }
    text += lastLine;
    text += '\n';
    return text;
}

base::Result<QByteArray> dearmor(QByteArrayView text)
{
    Lines lines(text);
    QByteArrayView line;
    do {
        if (lines.atEnd())
            return base::fail(malformed());
        line = lines.next();
    } while (line.trimmed().isEmpty());
    if (line != firstLine)
        return base::fail(malformed());

    QByteArray file;
    file.reserve(text.size() / 4 * 3);
    bool full = true;
    while (!lines.atEnd()) {
        line = lines.next();
        if (line == lastLine) {
            if (!lines.rest().trimmed().isEmpty())
                return base::fail(malformed());
            return file;
        }
        const auto bytes = decodeBase64(line, paddedBase64);
        // Only the last line may be short, and a padded one is over wherever it stands.
        if (!full || line.isEmpty() || line.size() > columns || !bytes)
            return base::fail(malformed());
        full = line.size() == columns && !line.endsWith('=');
        file += *bytes;
    }
    return base::fail(malformed());
}

} // namespace crypto::age::detail
