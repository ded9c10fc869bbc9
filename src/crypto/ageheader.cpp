// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/ageheader.h"

#include "crypto/base64.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace crypto::age::detail {

namespace {

constexpr QByteArrayView family = "age-encryption.org/";
constexpr QByteArrayView version = "age-encryption.org/v1";
constexpr QByteArrayView stanzaMark = "-> ";
constexpr QByteArrayView macMark = "---";
constexpr qsizetype macSize = 32;
constexpr qsizetype columns = 64;

base::Error malformed()
{
    return {base::ErrorCode::Corrupt,
            QCoreApplication::translate("crypto", "This is not an age file, or it was changed."),
            {},
            {}};
}

base::Error unknownVersion()
{
    return {base::ErrorCode::Unsupported,
            QCoreApplication::translate("crypto", "The age file was written by a newer program."),
            QCoreApplication::translate("crypto", "Update Latchkey and try again."),
            {}};
}

//! Reads lines that end with LF and nothing else.
class Reader
{
public:
    explicit Reader(QByteArrayView file)
        : m_file(file)
    {}

    [[nodiscard]] qsizetype position() const { return m_position; }

    [[nodiscard]] std::optional<QByteArrayView> next()
    {
        const qsizetype end = m_file.indexOf('\n', m_position);
        if (end < 0)
            return std::nullopt;
        const QByteArrayView line = m_file.sliced(m_position, end - m_position);
        m_position = end + 1;
        return line;
    }

private:
    QByteArrayView m_file;
    qsizetype m_position = 0;
};

//! Splits at single spaces; nothing if a part is empty or holds more than printing letters.
std::optional<QByteArrayList> splitArguments(QByteArrayView line)
{
    QByteArrayList parts = line.toByteArray().split(' ');
    const bool clean = std::all_of(parts.cbegin(), parts.cend(), [](const QByteArray &part) {
        return !part.isEmpty() && std::all_of(part.cbegin(), part.cend(), [](char letter) {
            return letter >= 0x21 && letter <= 0x7e;
        });
    });
    if (!clean)
        return std::nullopt;
    return parts;
}

base::Result<Stanza> parseStanza(QByteArrayView firstLine, Reader &reader)
{
    auto parts = splitArguments(firstLine.sliced(stanzaMark.size()));
    if (!parts)
        return base::fail(malformed());
    Stanza stanza;
    stanza.type = parts->takeFirst();
    stanza.arguments = *std::move(parts);
    // A body ends with a line shorter than 64 letters, which may be empty.
    for (bool full = true; full;) {
        const auto line = reader.next();
        if (!line || line->size() > columns)
            return base::fail(malformed());
        const auto bytes = decodeBase64(*line, unpaddedBase64);
        if (!bytes)
            return base::fail(malformed());
        stanza.body += *bytes;
        full = line->size() == columns;
    }
    return stanza;
}

} // namespace

base::Result<Header> parseHeader(QByteArrayView file)
{
    Reader reader(file);
    const auto first = reader.next();
    if (first != version)
        return base::fail(first && first->startsWith(family) ? unknownVersion() : malformed());

    Header header;
    while (true) {
        const qsizetype begin = reader.position();
        const auto line = reader.next();
        if (!line)
            return base::fail(malformed());
        if (line->startsWith(stanzaMark)) {
            TRY(Stanza stanza, parseStanza(*line, reader));
            header.stanzas.append(std::move(stanza));
            continue;
        }
        if (header.stanzas.isEmpty() || !line->startsWith("--- "))
            return base::fail(malformed());
        const auto mac = decodeBase64(line->sliced(macMark.size() + 1), unpaddedBase64);
        if (!mac || mac->size() != macSize)
            return base::fail(malformed());
        header.mac = *mac;
        header.authenticatedBytes = begin + macMark.size();
        header.size = reader.position();
        return header;
    }
}

QByteArray writeHeader(const QList<Stanza> &stanzas)
{
    QByteArray text = version.toByteArray() + '\n';
    for (const Stanza &stanza : stanzas) {
        text += stanzaMark;
        text += stanza.type;
        for (const QByteArray &argument : stanza.arguments) {
            text += ' ';
            text += argument;
        }
        text += '\n';
        const QByteArray body = encodeBase64(stanza.body, unpaddedBase64);
        // A body that fills its last line is followed by an empty one.
        for (qsizetype i = 0; i <= body.size(); i += columns) {
            text += QByteArrayView(body).sliced(i, std::min(columns, body.size() - i));
            text += '\n';
        }
    }
    text += macMark;
    return text;
}

QByteArray writeMac(QByteArrayView mac)
{
    return ' ' + encodeBase64(mac, unpaddedBase64) + '\n';
}

} // namespace crypto::age::detail
