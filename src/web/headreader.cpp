// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/headreader.h"

#include <array>
#include <cstring>

namespace web {

namespace {

//! RFC 9110 5.6.2: what names of methods and headers are made of.
constexpr std::array<bool, 256> tokenTable = [] {
    std::array<bool, 256> table{};
    for (const char *c = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz"
                         "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
         *c != '\0';
         ++c) {
        table[static_cast<unsigned char>(*c)] = true;
    }
    return table;
}();

bool isToken(QByteArrayView text)
{
    for (const char c : text) {
        if (!tokenTable[static_cast<unsigned char>(c)])
            return false;
    }
    return !text.isEmpty();
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

int hexValue(char c)
{
    return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

//! RFC 9110 5.5: visible characters, blanks and tabs, and bytes above ASCII.
bool isFieldValue(QByteArrayView text)
{
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && byte != '\t') || byte == 0x7f)
            return false;
    }
    return true;
}

//! Whether a path is in origin form, its percent signs are right, and it says nothing that one
//! reader takes for a separator and another does not.
bool isPath(QByteArrayView path)
{
    QByteArray decoded;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const auto byte = static_cast<unsigned char>(path[i]);
        if (byte == '\\')
            return false;
        if (byte != '%') {
            if (!decoded.isEmpty())
                decoded.append(char(byte));
            continue;
        }
        if (i + 2 >= path.size() || !isHexDigit(path[i + 1]) || !isHexDigit(path[i + 2]))
            return false;
        const int value = hexValue(path[i + 1]) * 16 + hexValue(path[i + 2]);
        if (value < 0x20 || value == 0x7f)
            return false;
        decoded.append(char(value));
        i += 2;
    }
    return decoded.isEmpty() || decoded.isValidUtf8();
}

bool methodOf(QByteArrayView name, Method &method)
{
    for (const Method each : {Method::Get,
                              Method::Post,
                              Method::Head,
                              Method::Put,
                              Method::Patch,
                              Method::Delete,
                              Method::Options}) {
        if (nameOf(each) == name) {
            method = each;
            return true;
        }
    }
    return false;
}

//! Whether a list of words ("keep-alive, Upgrade") holds \a word.
bool lists(QByteArrayView list, QByteArrayView word)
{
    for (qsizetype begin = 0; begin <= list.size();) {
        qsizetype end = list.indexOf(',', begin);
        if (end < 0)
            end = list.size();
        if (sameWord(list.sliced(begin, end - begin).trimmed(), word))
            return true;
        begin = end + 1;
    }
    return false;
}

//! Headers of which a second one would let two readers disagree.
constexpr QByteArrayView onceOnly[] = {"Host",
                                       "Content-Length",
                                       "Transfer-Encoding",
                                       "Content-Type",
                                       "Content-Encoding",
                                       "Authorization",
                                       "Origin",
                                       "Cookie",
                                       "Expect",
                                       "Upgrade",
                                       "X-Forwarded-For",
                                       "X-Forwarded-Proto",
                                       "X-Forwarded-Host",
                                       "Traceparent"};

//! Of the line that begins at \a begin: where its CRLF is. findEnd() has seen that no line ends
//! otherwise.
qsizetype lineEndAt(QByteArrayView block, qsizetype begin)
{
    if (begin >= block.size())
        return -1;
    const void *hit =
        std::memchr(block.data() + begin, '\n', static_cast<std::size_t>(block.size() - begin));
    if (hit == nullptr)
        return -1;
    const qsizetype end = static_cast<const char *>(hit) - block.data() - 1;
    return end >= begin && block[end] == '\r' ? end : -1;
}

} // namespace

qsizetype HeadReader::findEnd(QByteArrayView bytes, qsizetype &scanned)
{
    while (scanned < bytes.size()) {
        const void *hit = std::memchr(
            bytes.data() + scanned, '\n', static_cast<std::size_t>(bytes.size() - scanned));
        const qsizetype end =
            hit != nullptr ? static_cast<const char *>(hit) - bytes.data() : bytes.size();
        if (bytes.sliced(scanned, end - scanned).contains('\0'))
            return -1;
        if (hit == nullptr) {
            scanned = bytes.size();
            return 0;
        }
        if (end == 0 || bytes[end - 1] != '\r')
            return -1;
        scanned = end + 1;
        if (end == 1) // an empty line in front of the request line
            return -1;
        if (end >= 3 && bytes[end - 2] == '\n')
            return end + 1;
    }
    return 0;
}

tl::expected<Head, HeadRefusal> HeadReader::read(QByteArrayView block)
{
    Head head;
    HeadRefusal why;
    const qsizetype lineEnd = lineEndAt(block, 0);
    if (lineEnd < 0 || !block.endsWith("\r\n\r\n"))
        return tl::unexpected(why);
    if (!readRequestLine(block.first(lineEnd), head, why)
        || !readHeaders(block, lineEnd + 2, head, why) || !weigh(head, why)) {
        return tl::unexpected(why);
    }
    return head;
}

bool HeadReader::readRequestLine(QByteArrayView line, Head &head, HeadRefusal &why)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last <= first)
        return false;
    const QByteArrayView method = line.first(first);
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    const QByteArrayView version = line.sliced(last + 1);
    if (!isToken(method))
        return false;
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        const bool isHttp = version.startsWith("HTTP/") && version.size() == 8;
        why = isHttp ? HeadRefusal{505, "version_not_supported"} : HeadRefusal();
        return false;
    }
    head.keepsAlive = version == "HTTP/1.1";
    if (!methodOf(method, head.method)) {
        why = {501, "unknown_method"};
        return false;
    }
    // Origin form alone (RFC 9112 3.2.1): this is no proxy.
    if (!target.startsWith('/'))
        return false;
    for (const char c : target) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7f || byte == '#')
            return false;
    }
    const qsizetype question = target.indexOf('?');
    if (!isPath(question < 0 ? target : target.first(question)))
        return false;
    head.target = target.toByteArray();
    return true;
}

bool HeadReader::readHeaders(QByteArrayView block, qsizetype begin, Head &head, HeadRefusal &why)
{
    Headers &headers = head.headers;
    headers.m_text = block.toByteArray();
    while (begin < block.size() - 2) {
        const qsizetype end = lineEndAt(block, begin);
        if (end < 0)
            return false;
        const QByteArrayView line = block.sliced(begin, end - begin);
        const qsizetype colon = line.indexOf(':');
        // A folded line begins with a blank, which is no token.
        if (colon <= 0 || !isToken(line.first(colon)))
            return false;
        Headers::Span span;
        span.name = int(begin);
        span.nameSize = int(colon);
        qsizetype from = colon + 1;
        qsizetype to = line.size();
        while (from < to && (line[from] == ' ' || line[from] == '\t'))
            ++from;
        while (to > from && (line[to - 1] == ' ' || line[to - 1] == '\t'))
            --to;
        if (!isFieldValue(line.sliced(from, to - from)))
            return false;
        span.value = int(begin + from);
        span.valueSize = int(to - from);
        if (headers.m_spans.size() == mostHeaders) {
            why = {431, "too_many_headers"};
            return false;
        }
        headers.m_spans.append(span);
        begin = end + 2;
    }
    return true;
}

bool HeadReader::weigh(Head &head, HeadRefusal &why)
{
    // One walk over the headers instead of one for each name that is looked for.
    std::array<int, std::size(onceOnly)> counts{};
    for (qsizetype i = 0; i < head.headers.size(); ++i) {
        const QByteArrayView name = head.headers.nameAt(i);
        for (std::size_t k = 0; k < counts.size(); ++k) {
            if (sameWord(name, onceOnly[k]) && ++counts[k] > 1)
                return false;
        }
    }
    if (counts[0] == 0 || head.headers.value("Host").isEmpty())
        return false;

    const bool hasLength = counts[1] > 0;
    if (counts[2] > 0) {
        // A length and an encoding: the oldest way of smuggling (RFC 9112 6.1).
        if (!hasLength) {
            const bool isChunked = lists(head.headers.value("Transfer-Encoding"), "chunked");
            why = isChunked ? HeadRefusal{411, "length_required"}
                            : HeadRefusal{501, "unknown_transfer_encoding"};
        }
        return false;
    }
    if (hasLength) {
        const QByteArrayView digits = head.headers.value("Content-Length");
        if (digits.isEmpty() || digits.size() > 15)
            return false;
        for (const char c : digits) {
            if (c < '0' || c > '9')
                return false;
            head.contentLength = head.contentLength * 10 + (c - '0');
        }
    }
    const bool isReading =
        head.method == Method::Get || head.method == Method::Head || head.method == Method::Options;
    if (isReading && head.contentLength > 0)
        return false;

    const QByteArrayView connection = head.headers.value("Connection");
    if (lists(connection, "close"))
        head.keepsAlive = false;
    head.wantsWebSocket = head.method == Method::Get && head.keepsAlive
                          && lists(connection, "upgrade")
                          && sameWord(head.headers.value("Upgrade"), "websocket");
    const QByteArrayView expect = head.headers.value("Expect");
    if (!expect.isEmpty()) {
        if (!sameWord(expect, "100-continue")) {
            why = {417, "unknown_expectation"};
            return false;
        }
        head.expectsContinue = true;
    }
    return true;
}

} // namespace web
