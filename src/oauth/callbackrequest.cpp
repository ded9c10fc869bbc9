// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/callbackrequest.h"

#include "oauth/words.h"

#include <QList>
#include <QStringDecoder>

#include <algorithm>

namespace oauth {

namespace {

using base::ErrorCode;

constexpr qsizetype mostParameters = 32;

tl::unexpected<base::Error> refusal()
{
    return base::fail(ErrorCode::InvalidInput,
                      Words::tr("A browser sent something that is no sign-in reply."));
}

int hexDigit(char letter)
{
    if (letter >= '0' && letter <= '9')
        return letter - '0';
    if (letter >= 'a' && letter <= 'f')
        return letter - 'a' + 10;
    if (letter >= 'A' && letter <= 'F')
        return letter - 'A' + 10;
    return -1;
}

enum class Plus { Literal, Space };

//! Percent-decodes; no control characters come out, and nothing but UTF-8.
base::Result<QString> decoded(QByteArrayView text, Plus plus)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char letter = text[i];
        if (letter == '%') {
            if (i + 2 >= text.size())
                return refusal();
            const int high = hexDigit(text[i + 1]);
            const int low = hexDigit(text[i + 2]);
            if (high < 0 || low < 0)
                return refusal();
            letter = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (letter == '+' && plus == Plus::Space) {
            letter = ' ';
        }
        const auto code = static_cast<unsigned char>(letter);
        // Line breaks may stand in an error_description; nothing else below a space has a meaning.
        if ((code < 0x20 && code != '\n' && code != '\r' && code != '\t') || code == 0x7f)
            return refusal();
        bytes.append(letter);
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString out = decoder(bytes);
    if (decoder.hasError())
        return refusal();
    return out;
}

//! Cuts \a text at every \a separator; an empty text is one empty piece.
QList<QByteArrayView> pieces(QByteArrayView text, char separator)
{
    QList<QByteArrayView> out;
    qsizetype start = 0;
    for (;;) {
        const qsizetype end = text.indexOf(separator, start);
        if (end < 0)
            break;
        out << text.sliced(start, end - start);
        start = end + 1;
    }
    out << text.sliced(start);
    return out;
}

bool isPrintable(QByteArrayView text)
{
    return std::all_of(
        text.cbegin(), text.cend(), [](char letter) { return letter >= 0x21 && letter <= 0x7e; });
}

} // namespace

bool isCompleteRequest(QByteArrayView bytes)
{
    return bytes.indexOf("\r\n\r\n") >= 0;
}

base::Result<QMap<QString, QString>> parseCallbackQuery(QByteArrayView query)
{
    QMap<QString, QString> parameters;
    if (query.isEmpty())
        return parameters;
    if (!isPrintable(query))
        return refusal();
    for (const auto pair : pieces(query, '&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const auto rawName = equals < 0 ? pair : pair.first(equals);
        const auto rawValue = equals < 0 ? QByteArrayView() : pair.sliced(equals + 1);
        TRY(const QString name, decoded(rawName, Plus::Space));
        TRY(const QString value, decoded(rawValue, Plus::Space));
        if (name.isEmpty() || parameters.contains(name) || parameters.size() >= mostParameters)
            return refusal();
        parameters.insert(name, value);
    }
    return parameters;
}

base::Result<CallbackRequest> parseCallbackRequest(QByteArrayView bytes)
{
    if (bytes.size() > largestRequest)
        return refusal();
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return refusal();
    const auto lines = pieces(bytes.first(end), '\n');

    CallbackRequest request;
    int hosts = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        auto line = lines[i];
        // Every line ends in CR LF; the last one's CR was cut off with the blank line.
        if (i + 1 < lines.size()) {
            if (!line.endsWith('\r'))
                return refusal();
            line.chop(1);
        }
        if (line.contains('\r') || line.contains('\0'))
            return refusal();
        if (i == 0) {
            const auto words = pieces(line, ' ');
            if (words.size() != 3 || (words[2] != "HTTP/1.1" && words[2] != "HTTP/1.0"))
                return refusal();
            const auto isLetter = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
            if (words[0].isEmpty() || words[0].size() > 16
                || !std::all_of(words[0].cbegin(), words[0].cend(), isLetter))
                return refusal();
            request.method = QString::fromLatin1(words[0].data(), words[0].size());
            const auto target = words[1];
            if (!target.startsWith('/') || !isPrintable(target) || target.contains('#'))
                return refusal();
            const qsizetype mark = target.indexOf('?');
            TRY(request.path, decoded(mark < 0 ? target : target.first(mark), Plus::Literal));
            if (mark >= 0) {
                TRY(request.parameters, parseCallbackQuery(target.sliced(mark + 1)));
            }
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || !isPrintable(line.first(colon)))
            return refusal();
        const auto name = QByteArray(line.data(), colon).toLower();
        if (name == "host") {
            ++hosts;
            const auto value =
                QByteArray(line.data() + colon + 1, line.size() - colon - 1).trimmed();
            if (!isPrintable(value))
                return refusal();
            request.host = QString::fromLatin1(value).toLower();
        }
    }
    if (hosts != 1)
        return refusal();
    return request;
}

} // namespace oauth
